-- odd: where a list says of an organisation what lists like it do not: with somebody as there, all it says is that the
-- organisation was expected, so that nothing is known of it (more: -1); with nobody as there, it says more of it (1).
-- state: 3 somebody of it was in the room; 2 the list says that nobody came; 1 all the list says is that it was expected;
-- 0 the rules leave all its entries out.
WITH cells AS (
    SELECT
        p.meeting_id, p.org_id,
        MAX(CASE
            WHEN p.in_room = 1 THEN 3 WHEN p.counted = 0 THEN 0 WHEN p.status = 'expected' THEN 1 ELSE 2
        END) AS state
    FROM presence p
    JOIN doubtful d ON d.meeting_id = p.meeting_id
    GROUP BY p.meeting_id, p.org_id
)
SELECT h.body_id, c.org_id, h.span, h.date, CASE WHEN c.state = 1 THEN -1 ELSE 1 END AS more
FROM cells c
JOIN held h ON h.meeting_id = c.meeting_id
WHERE h.minuted = 1 AND ((c.state = 1 AND h.listed = 1) OR (c.state <> 1 AND h.listed = 0))
