-- tally: meetings at which each organisation was in the room, by body and window, of the dated meetings with minutes.
SELECT m.body_id, c.org_id, w.span, COUNT(*) AS n
FROM cells c
JOIN meetings m ON m.meeting_id = c.meeting_id
JOIN meeting_windows w ON w.meeting_id = c.meeting_id
WHERE c.state = 3 AND c.org_id IS NOT NULL AND m.known_by = 'minutes' AND m.date <> ''
GROUP BY m.body_id, c.org_id, w.span
