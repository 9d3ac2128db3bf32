-- pairs: meetings at which both of a pair were in the room and met (together), and those at which both were and did not
-- (apart), in each window. Only pairs ever in one room.
WITH shared AS (
    SELECT w.span, a.org_id AS organisation_a, b.org_id AS organisation_b, COUNT(*) AS n
    FROM room a
    JOIN room b ON b.meeting_id = a.meeting_id AND a.org_id < b.org_id
    JOIN meeting_windows w ON w.meeting_id = a.meeting_id
    GROUP BY w.span, a.org_id, b.org_id
),
missed AS (
    SELECT w.span, p.organisation_a, p.organisation_b, COUNT(*) AS n
    FROM apart p
    JOIN meeting_windows w ON w.meeting_id = p.meeting_id
    GROUP BY w.span, p.organisation_a, p.organisation_b
)
SELECT
    s.span, s.organisation_a, s.organisation_b, s.n - COALESCE(m.n, 0) AS together, COALESCE(m.n, 0) AS apart
FROM shared s
LEFT JOIN missed m
    ON m.span = s.span AND m.organisation_a = s.organisation_a AND m.organisation_b = s.organisation_b
