-- duty: the spells of duty that hold a time at which the body met. whole: 1 where the spell holds every dated meeting of
-- the body, so that the counts of the body and of the organisation serve as they are; else 0.
WITH met AS (
    SELECT body_id, MIN(date) AS since, MAX(date) AS until
    FROM meetings
    WHERE date <> ''
    GROUP BY body_id
)
SELECT
    s.body_id, s.org_id, s.since, s.until,
    CASE WHEN s.since <= m.since AND s.until >= m.until THEN 1 ELSE 0 END AS whole
FROM duty_spells s
JOIN met m ON m.body_id = s.body_id
WHERE s.since <= m.until AND s.until >= m.since
