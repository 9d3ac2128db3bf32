-- checks: what would make every count wrong, in the tables of meetings, memberships and organisations. One row a kind
-- of fault: where it stands, what it is, how many rows, and the least id that shows it. No row: they can be counted.
WITH of_meetings AS (
    SELECT COUNT(*) AS n, MIN(meeting_id) AS such
    FROM (SELECT meeting_id FROM meetings GROUP BY meeting_id HAVING COUNT(*) > 1 OR meeting_id IS NULL) twice
),
of_organisations AS (
    SELECT COUNT(*) AS n, MIN(org_id) AS such
    FROM (SELECT org_id FROM organisations GROUP BY org_id HAVING COUNT(*) > 1 OR org_id IS NULL) twice
),
of_dates AS (
    SELECT COUNT(*) AS n, MIN(meeting_id) AS such
    FROM meetings
    WHERE known_by IS NULL OR known_by NOT IN ('minutes', 'later paper', 'announced') OR date IS NULL
        OR (date <> '' AND date NOT LIKE '____-__-__')
),
of_seats AS (
    SELECT COUNT(*) AS n, MIN(s.org_id) AS such
    FROM memberships s
    LEFT JOIN organisations o ON o.org_id = s.org_id
    WHERE s.org_id IS NOT NULL AND o.org_id IS NULL
),
of_spells AS (
    SELECT COUNT(*) AS n, MIN(body_id) AS such
    FROM memberships
    WHERE part IS NULL OR since IS NULL OR until IS NULL OR (since <> '' AND since NOT LIKE '____-__-__')
        OR (until <> '' AND until NOT LIKE '____-__-__') OR (until <> '' AND until < since)
),
every AS (
    SELECT 'meetings' AS tab, 'meeting_id' AS col, 'stands twice, or is null' AS fault, n,
        CAST(such AS VARCHAR(80)) AS example
    FROM of_meetings
    UNION ALL
    SELECT 'meetings', 'known_by or date', 'is none of minutes, later paper, announced; or no date like 2024-03-31', n,
        CAST(such AS VARCHAR(80))
    FROM of_dates
    UNION ALL
    SELECT 'organisations', 'org_id', 'stands twice, or is null', n, CAST(such AS VARCHAR(80))
    FROM of_organisations
    UNION ALL
    SELECT 'memberships', 'org_id', 'is no row of organisations', n, CAST(such AS VARCHAR(80))
    FROM of_seats
    UNION ALL
    SELECT 'memberships', 'part, since or until', 'is null (a blank is ""), no date, or a spell that ends before it begins',
        n, CAST(such AS VARCHAR(80))
    FROM of_spells
)
SELECT tab, col, fault, CAST(n AS BIGINT) AS n, example
FROM every
WHERE n > 0
