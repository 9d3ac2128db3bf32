-- entry_checks: what would make every count wrong, in the table of attendance; columns as those of checks.
WITH of_missing_meetings AS (
    SELECT COUNT(*) AS n, MIN(a.meeting_id) AS such
    FROM attendance a
    LEFT JOIN meetings m ON m.meeting_id = a.meeting_id
    WHERE m.meeting_id IS NULL
),
of_missing_organisations AS (
    SELECT COUNT(*) AS n, MIN(a.org_id) AS such
    FROM attendance a
    LEFT JOIN organisations o ON o.org_id = a.org_id
    WHERE a.org_id IS NOT NULL AND o.org_id IS NULL
),
of_statuses AS (
    SELECT COUNT(*) AS n, MIN(status) AS such
    FROM attendance
    WHERE status IS NULL OR status NOT IN ('present', 'in_attendance', 'apologies', 'absent', 'expected')
),
of_cells AS (
    SELECT COUNT(*) AS n, MIN(meeting_id) AS such
    FROM attendance
    WHERE person_id IS NULL OR part IS NULL OR mode IS NULL OR on_behalf_of IS NULL OR item IS NULL OR place IS NULL
        OR by_post IS NULL
),
every AS (
    SELECT 'attendance' AS tab, 'meeting_id' AS col, 'is no row of meetings' AS fault, n,
        CAST(such AS VARCHAR(80)) AS example
    FROM of_missing_meetings
    UNION ALL
    SELECT 'attendance', 'org_id', 'is no row of organisations', n, CAST(such AS VARCHAR(80))
    FROM of_missing_organisations
    UNION ALL
    SELECT 'attendance', 'status', 'is not one of present, in_attendance, apologies, absent, expected', n, such
    FROM of_statuses
    UNION ALL
    SELECT 'attendance', 'person_id, part, mode, on_behalf_of, item, place or by_post',
        'is null; a blank text is "" and a flag 0', n, CAST(such AS VARCHAR(80))
    FROM of_cells
)
SELECT tab, col, fault, CAST(n AS BIGINT) AS n, example
FROM every
WHERE n > 0
