-- seen: of bodies with no list of members, the first and the last meeting at which an organisation was recorded, in
-- whatever status, with minutes.
WITH listed AS (
    SELECT DISTINCT body_id
    FROM memberships
),
unlisted AS (
    SELECT m.meeting_id, m.body_id, m.date
    FROM meetings m
    LEFT JOIN listed l ON l.body_id = m.body_id
    WHERE m.known_by = 'minutes' AND l.body_id IS NULL
)
SELECT u.body_id, p.org_id, MIN(u.date) AS since, MAX(u.date) AS until
FROM presence p
JOIN unlisted u ON u.meeting_id = p.meeting_id
WHERE p.org_id IS NOT NULL
GROUP BY u.body_id, p.org_id
