package dev.plumbline.http;

/** Examples for the OpenAPI document, shortened from real answers. A test reads each as what it is an example of. */
final class Examples {

    static final String MATCHES = """
            {
              "verdict": "MATCHES",
              "contract": {"version": "021", "fingerprint": "3f0c6a0e9d"},
              "database": {"fingerprint": "3f0c6a0e9d", "server": "17.11"},
              "checklist": [
                {"check": "required tables exist", "ok": true, "expected": 7, "found": 7, "differences": []}
              ],
              "differences": [],
              "coverage": {
                "compared": {"table": 7, "column": 83, "policy": 18},
                "ignored": {},
                "notModelled": {},
                "notVisible": []
              },
              "attribution": {"available": true},
              "startedAt": "2026-11-23T14:44:27.550Z",
              "finishedAt": "2026-11-23T14:44:27.571Z",
              "took": "PT0.021S"
            }
            """;

    static final String DRIFTED = """
            {
              "verdict": "DRIFTED",
              "contract": {"version": "021", "fingerprint": "3f0c6a0e9d"},
              "database": {"fingerprint": "77ab02c41e", "server": "17.11"},
              "checklist": [
                {
                  "check": "row level security and policies",
                  "ok": false,
                  "expected": 25,
                  "found": 24,
                  "differences": ["table public.leads"]
                }
              ],
              "differences": [
                {
                  "path": "table public.leads",
                  "kind": "table",
                  "change": "changed",
                  "severity": "security",
                  "expected": {"rowSecurity": "true"},
                  "actual": {"rowSecurity": "false"},
                  "sentence": "The table public.leads has changed: rowSecurity is false, and should be true.",
                  "platform": false,
                  "since": "2026-11-23T14:44:27.550Z",
                  "by": [
                    {
                      "at": "2026-11-23T14:44:27.342Z",
                      "sessionRole": "postgres",
                      "role": "postgres",
                      "application": "psql",
                      "address": "192.0.2.7",
                      "command": "ALTER TABLE",
                      "statement": "alter table public.leads disable row level security"
                    }
                  ]
                }
              ],
              "coverage": {
                "compared": {"table": 7, "column": 83, "policy": 18},
                "ignored": {},
                "notModelled": {},
                "notVisible": []
              },
              "attribution": {"available": true},
              "startedAt": "2026-11-23T14:44:27.550Z",
              "finishedAt": "2026-11-23T14:44:27.590Z",
              "took": "PT0.04S"
            }
            """;

    static final String UNKNOWN = """
            {
              "verdict": "UNKNOWN",
              "reason": "the database cannot be reached: Connection refused: db.example.com/192.0.2.7:5432",
              "contract": {"version": "021", "fingerprint": "3f0c6a0e9d"},
              "checklist": [],
              "differences": [],
              "coverage": {"compared": {}, "ignored": {}, "notModelled": {}, "notVisible": []},
              "startedAt": "2026-11-23T14:44:27.550Z",
              "finishedAt": "2026-11-23T14:44:27.552Z",
              "took": "PT0.002S"
            }
            """;

    static final String OBJECTS = """
            {
              "objects": [
                {
                  "path": "policy public.leads.leads_delete",
                  "kind": "policy",
                  "parent": "table public.leads",
                  "facts": {"command": "delete", "permissive": "true", "roles": "authenticated"}
                }
              ]
            }
            """;

    static final String OVERVIEW = """
            {
              "status": "UP_TO_DATE",
              "current": "021",
              "applied": [
                {
                  "script": "db/migration/V021__converge.sql",
                  "version": "021",
                  "description": "converge",
                  "installedAt": "2026-11-23T14:44:24.492Z",
                  "took": "PT0.052S"
                }
              ],
              "pending": [],
              "failed": [],
              "ignored": [],
              "missing": [],
              "outOfOrder": [],
              "changedOnDisk": []
            }
            """;

    static final String RUNNING = """
            {
              "id": "8862d624-e2d2-4a7f-9a19-1d91bc593a3f",
              "outcome": "RUNNING",
              "startedAt": "2026-11-23T14:44:24.100Z",
              "contract": "3f0c6a0e9d",
              "repair": false,
              "from": "020",
              "restorePoint": {"time": "2026-11-23T14:44:24.104Z", "lsn": "0/1A2B3C48"},
              "warnings": [],
              "repaired": [],
              "scripts": [
                {
                  "script": "db/migration/V021__converge.sql",
                  "version": "021",
                  "description": "converge",
                  "transactional": true,
                  "outcome": "RUNNING",
                  "warnings": []
                }
              ]
            }
            """;

    static final String FAILED = """
            {
              "id": "8862d624-e2d2-4a7f-9a19-1d91bc593a3f",
              "outcome": "FAILED",
              "startedAt": "2026-11-23T14:44:24.100Z",
              "finishedAt": "2026-11-23T14:44:24.300Z",
              "contract": "3f0c6a0e9d",
              "repair": false,
              "from": "021",
              "restorePoint": {"time": "2026-11-23T14:44:24.104Z", "lsn": "0/1A2B3C48"},
              "warnings": [],
              "repaired": [],
              "scripts": [
                {
                  "script": "db/migration/V022__add_column.sql",
                  "version": "022",
                  "description": "add column",
                  "transactional": true,
                  "outcome": "FAILED",
                  "took": "PT0.013S",
                  "warnings": []
                }
              ],
              "failure": {
                "message": "the role may not do that: must be owner of table leads",
                "script": "db/migration/V022__add_column.sql",
                "line": 3,
                "statement": "alter table public.leads add column region text",
                "sqlState": "42501",
                "remedy": "Grant the privilege to the user in DATABASE_URL, or connect as the owner; no key of an API, be it the anon key or that of the service role, is a login of the database",
                "problem": "urn:plumbline:problem:permission-denied",
                "retryable": false
              },
              "report": {"verdict": "PENDING"}
            }
            """;

    static final String RUNS = """
            {
              "runs": [
                {
                  "id": "8862d624-e2d2-4a7f-9a19-1d91bc593a3f",
                  "outcome": "SUCCEEDED",
                  "startedAt": "2026-11-23T14:44:24.100Z",
                  "finishedAt": "2026-11-23T14:44:24.300Z",
                  "contract": "3f0c6a0e9d",
                  "repair": false,
                  "from": "021",
                  "to": "021",
                  "restorePoint": {"time": "2026-11-23T14:44:24.104Z", "lsn": "0/1A2B3C48"},
                  "warnings": [],
                  "repaired": [],
                  "scripts": []
                }
              ],
              "next": "41"
            }
            """;

    static final String PLAN = """
            {
              "plannedAt": "2026-11-26T14:44:24.100Z",
              "contract": "3f0c6a0e9d",
              "current": "021",
              "scripts": [
                {
                  "script": "db/migration/V022__check_score.sql",
                  "version": "022",
                  "description": "check score",
                  "transactional": true,
                  "statements": [
                    {
                      "line": 1,
                      "sql": "alter table public.leads add constraint leads_score_check check (score >= 0)",
                      "tables": [
                        {
                          "table": "public.leads",
                          "lock": "ACCESS EXCLUSIVE",
                          "from": "commands",
                          "bytes": 81920,
                          "rows": 412,
                          "effect": "read"
                        }
                      ]
                    }
                  ]
                }
              ],
              "findings": [
                {
                  "severity": "error",
                  "concern": "rows-refused",
                  "message": "public.leads has rows that break the check leads_score_check ((score >= 0)): 3",
                  "object": "constraint public.leads.leads_score_check",
                  "count": 3,
                  "example": "{\\"id\\": \\"4b2c1c0e-8a43-4a0f-9a57-6f7f2f3c9a10\\"}"
                }
              ],
              "unchecked": []
            }
            """;

    static final String HISTORY = """
            {
              "states": [
                {
                  "at": "2026-11-26T21:40:11.904Z",
                  "verdict": "DRIFTED",
                  "contract": "3f0c6a0e9d",
                  "differences": 1
                },
                {
                  "at": "2026-11-26T21:38:02.117Z",
                  "verdict": "MIGRATING",
                  "reason": "a migration is running",
                  "contract": "3f0c6a0e9d",
                  "differences": 0
                }
              ],
              "next": "17"
            }
            """;

    static final String DEAD_LETTERS = """
            {
              "deadLetters": [
                {
                  "sink": "pager",
                  "attempts": 84,
                  "at": "2026-11-23T21:40:11.904Z",
                  "givenUpAt": "2026-11-26T21:52:40.010Z",
                  "error": "it answered 410",
                  "events": [
                    {
                      "specversion": "1.0",
                      "id": "6b2f6f3e-6a40-4b5e-9a0c-5d6f1d3b7c11",
                      "source": "/plumbline",
                      "type": "dev.plumbline.drift.opened",
                      "subject": "policy public.leads.leads_delete"
                    }
                  ]
                }
              ]
            }
            """;

    static final String BUSY = """
            {
              "type": "urn:plumbline:problem:run-in-progress",
              "status": 409,
              "title": "A migration is running",
              "detail": "One run goes on at a time. Wait for the one at Location, and try again.",
              "instance": "/migrations",
              "run": "8862d624-e2d2-4a7f-9a19-1d91bc593a3f"
            }
            """;

    private Examples() {}
}
