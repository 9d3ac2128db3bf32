-- total_rates: the rates of parts of the record, no meeting in two of them, as one; since and until of the window; share
-- is n / known, 0 to 1, and null where nothing is known.
WITH total AS (
    SELECT
        body_id, org_id, span,
        CAST(SUM(n) AS BIGINT) AS n, CAST(SUM(known) AS BIGINT) AS known, CAST(SUM(missing) AS BIGINT) AS missing
    FROM rates
    GROUP BY body_id, org_id, span
)
SELECT
    t.body_id, t.org_id, w.since, w.until, t.n, t.known, t.missing,
    CASE WHEN t.known > 0 THEN CAST(t.n AS DOUBLE) / CAST(t.known AS DOUBLE) END AS share
FROM total t
JOIN windows w ON w.span = t.span
