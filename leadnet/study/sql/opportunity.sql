-- opportunity: who could have been at which meeting with minutes: the body's members on the day, whatever their part;
-- of a body with no list of members, whoever is seen there in any status, from the first to the last meeting seen.
WITH listed AS (
    SELECT DISTINCT body_id
    FROM memberships
),
unlisted AS (
    SELECT s.body_id, s.org_id, MIN(s.since) AS since, MAX(s.until) AS until
    FROM seen s
    LEFT JOIN listed l ON l.body_id = s.body_id
    WHERE l.body_id IS NULL
    GROUP BY s.body_id, s.org_id
)
SELECT m.meeting_id, s.org_id, 'membership' AS known_by
FROM meetings m
JOIN member_spells s ON s.body_id = m.body_id
WHERE m.known_by = 'minutes' AND m.date <> '' AND m.date >= s.since AND m.date <= s.until
UNION ALL
SELECT DISTINCT m.meeting_id, s.org_id, 'membership' AS known_by
FROM meetings m
JOIN member_spells s ON s.body_id = m.body_id
WHERE m.known_by = 'minutes' AND m.date = ''
UNION ALL
SELECT m.meeting_id, u.org_id, 'seen' AS known_by
FROM meetings m
JOIN unlisted u ON u.body_id = m.body_id
WHERE m.known_by = 'minutes'
    AND (m.date = '' OR ((u.since = '' OR m.date >= u.since) AND (u.until = '' OR m.date <= u.until)))
