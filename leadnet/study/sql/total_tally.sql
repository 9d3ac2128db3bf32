-- total_tally: the tallies of parts of the record, no meeting in two of them, as one; since and until of the window.
WITH total AS (
    SELECT body_id, org_id, span, CAST(SUM(n) AS BIGINT) AS n
    FROM tally
    GROUP BY body_id, org_id, span
)
SELECT t.body_id, t.org_id, w.since, w.until, t.n
FROM total t
JOIN windows w ON w.span = t.span
