-- rates: meetings at which a member was in the room (n), out of those while it was a member whose minutes say whether
-- it was (known); missing: meetings while a member of which nobody knows, held without minutes or only announced.
-- A list that names anybody as there and says nothing of a member says that nobody came from it. since and until of the
-- window; share is n / known, 0 to 1, and null where nothing is known.
WITH totals AS (
    SELECT body_id, span, COUNT(*) AS meetings, COUNT(CASE WHEN listed = 1 THEN 1 END) AS listed
    FROM held
    GROUP BY body_id, span
),
partly AS (
    SELECT body_id, org_id, span, COUNT(*) AS meetings, COUNT(CASE WHEN listed = 1 THEN 1 END) AS listed
    FROM due
    GROUP BY body_id, org_id, span
),
partly_attended AS (
    SELECT body_id, org_id, span, SUM(n) AS n
    FROM came_in_time
    GROUP BY body_id, org_id, span
),
ought AS (
    SELECT d.body_id, d.org_id, t.span, t.meetings, t.listed, a.n
    FROM duty d
    JOIN totals t ON t.body_id = d.body_id
    LEFT JOIN attended a ON a.body_id = d.body_id AND a.org_id = d.org_id AND a.span = t.span
    WHERE d.whole = 1
    UNION ALL
    SELECT p.body_id, p.org_id, p.span, p.meetings, p.listed, a.n
    FROM partly p
    LEFT JOIN partly_attended a ON a.body_id = p.body_id AND a.org_id = p.org_id AND a.span = p.span
),
beyond AS (
    SELECT d.body_id, d.org_id, o.span, SUM(o.more) AS more
    FROM odd o
    JOIN duty d ON d.body_id = o.body_id AND d.org_id = o.org_id
    WHERE o.date >= d.since AND o.date <= d.until
    GROUP BY d.body_id, d.org_id, o.span
),
counted AS (
    SELECT
        o.body_id, o.org_id, o.span,
        CAST(COALESCE(o.n, 0) AS BIGINT) AS n,
        CAST(o.listed + COALESCE(b.more, 0) AS BIGINT) AS known,
        CAST(o.meetings - o.listed - COALESCE(b.more, 0) AS BIGINT) AS missing
    FROM ought o
    LEFT JOIN beyond b ON b.body_id = o.body_id AND b.org_id = o.org_id AND b.span = o.span
)
SELECT
    c.body_id, c.org_id, w.since, w.until, c.n, c.known, c.missing,
    CASE WHEN c.known > 0 THEN CAST(c.n AS DOUBLE) / CAST(c.known AS DOUBLE) END AS share
FROM counted c
JOIN windows w ON w.span = c.span
