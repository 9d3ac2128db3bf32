-- rates: meetings at which a member was in the room (n), out of those while it was a member whose minutes say whether
-- it was (known); missing: meetings while a member of which nobody knows, held without minutes or only announced.
-- A list that names anybody as there and says nothing of a member says that nobody came from it.
WITH held AS (
    SELECT
        m.meeting_id, m.body_id, m.date, w.span,
        CASE WHEN m.known_by = 'minutes' THEN 1 ELSE 0 END AS minuted,
        CASE WHEN m.known_by = 'minutes' AND l.listed = 1 THEN 1 ELSE 0 END AS listed
    FROM meetings m
    JOIN minuted b ON b.body_id = m.body_id
    JOIN meeting_windows w ON w.meeting_id = m.meeting_id
    LEFT JOIN sizes l ON l.meeting_id = m.meeting_id
    WHERE m.date <> ''
),
duty AS (
    SELECT s.body_id, s.org_id, s.since, s.until
    FROM duty_spells s
    JOIN (SELECT DISTINCT body_id FROM meetings) b ON b.body_id = s.body_id
),
ought AS (
    SELECT d.body_id, d.org_id, h.span, COUNT(*) AS meetings, SUM(h.listed) AS listed
    FROM held h
    JOIN duty d ON d.body_id = h.body_id
    WHERE h.date >= d.since AND h.date <= d.until
    GROUP BY d.body_id, d.org_id, h.span
),
attended AS (
    SELECT
        d.body_id, d.org_id, h.span,
        SUM(CASE WHEN c.state = 3 THEN 1 ELSE 0 END) AS n,
        SUM(CASE WHEN c.state = 1 THEN 0 ELSE 1 END - h.listed) AS more
    FROM cells c
    JOIN held h ON h.meeting_id = c.meeting_id
    JOIN duty d ON d.body_id = h.body_id AND d.org_id = c.org_id
    WHERE h.minuted = 1 AND h.date >= d.since AND h.date <= d.until
    GROUP BY d.body_id, d.org_id, h.span
)
SELECT
    o.body_id, o.org_id, o.span,
    CAST(COALESCE(a.n, 0) AS BIGINT) AS n,
    CAST(o.listed + COALESCE(a.more, 0) AS BIGINT) AS known,
    CAST(o.meetings - o.listed - COALESCE(a.more, 0) AS BIGINT) AS missing
FROM ought o
LEFT JOIN attended a ON a.body_id = o.body_id AND a.org_id = o.org_id AND a.span = o.span
