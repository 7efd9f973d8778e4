"""How fast plan-lint is: whole processes are timed over workloads that every machine builds alike, among peers."""
