-- spells: the time an organisation had a seat (of `seats`) on a body, overlapping seats joined, so that no meeting
-- counts twice.
WITH closed AS (
    SELECT body_id, org_id, since, CASE WHEN until = '' THEN '9999-12-31' ELSE until END AS until
    FROM seats
),
several AS (
    SELECT body_id, org_id
    FROM closed
    GROUP BY body_id, org_id
    HAVING COUNT(*) > 1
),
reached AS (
    SELECT
        c.body_id, c.org_id, c.since, c.until,
        MAX(c.until) OVER (
            PARTITION BY c.body_id, c.org_id ORDER BY c.since, c.until
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS reach
    FROM closed c
    JOIN several s ON s.body_id = c.body_id AND s.org_id = c.org_id
),
numbered AS (
    SELECT
        body_id, org_id, since, until,
        SUM(CASE WHEN reach IS NULL OR since > reach THEN 1 ELSE 0 END) OVER (
            PARTITION BY body_id, org_id ORDER BY since, until ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS spell
    FROM reached
)
SELECT c.body_id, c.org_id, c.since, c.until
FROM closed c
LEFT JOIN several s ON s.body_id = c.body_id AND s.org_id = c.org_id
WHERE s.body_id IS NULL
UNION ALL
SELECT body_id, org_id, MIN(since) AS since, MAX(until) AS until
FROM numbered
GROUP BY body_id, org_id, spell
