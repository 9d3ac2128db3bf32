-- opportunity: who could have been at which meeting with minutes: the body's members on the day, whatever their part;
-- of a body with no list of members, whoever is seen there in any status, from the first to the last meeting seen.
WITH unlisted AS (
    SELECT body_id, org_id, MIN(since) AS since, MAX(until) AS until
    FROM seen
    GROUP BY body_id, org_id
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
