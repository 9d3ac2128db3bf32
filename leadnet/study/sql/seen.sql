-- seen: the first and the last meeting of a body at which an organisation was recorded, in whatever status, with minutes.
SELECT m.body_id, c.org_id, MIN(m.date) AS since, MAX(m.date) AS until
FROM cells c
JOIN meetings m ON m.meeting_id = c.meeting_id
WHERE c.org_id IS NOT NULL AND m.known_by = 'minutes'
GROUP BY m.body_id, c.org_id
