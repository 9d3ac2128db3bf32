-- spells: the time an organisation had a seat (of `seats`) on a body, overlapping seats joined, so that no meeting
-- counts twice.
WITH closed AS (
    SELECT body_id, org_id, since, CASE WHEN until = '' THEN '9999-12-31' ELSE until END AS until
    FROM seats
),
counted AS (
    SELECT body_id, org_id, MIN(since) AS since, MAX(until) AS until, COUNT(*) AS n
    FROM closed
    GROUP BY body_id, org_id
),
reached AS (
    SELECT
        c.body_id, c.org_id, c.since, c.until,
        MAX(c.until) OVER (
            PARTITION BY c.body_id, c.org_id ORDER BY c.since, c.until
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS reach
    FROM closed c
    JOIN counted n ON n.body_id = c.body_id AND n.org_id = c.org_id
    WHERE n.n > 1
),
numbered AS (
    SELECT
        body_id, org_id, since, until,
        SUM(CASE WHEN reach IS NULL OR since > reach THEN 1 ELSE 0 END) OVER (
            PARTITION BY body_id, org_id ORDER BY since, until ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS spell
    FROM reached
)
SELECT body_id, org_id, since, until
FROM counted
WHERE n = 1
UNION ALL
SELECT body_id, org_id, MIN(since) AS since, MAX(until) AS until
FROM numbered
GROUP BY body_id, org_id, spell
