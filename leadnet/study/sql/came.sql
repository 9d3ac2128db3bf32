-- came: dated meetings with minutes at which an organisation was in the room, by body and window.
SELECT h.body_id, t.org_id, h.span, COUNT(*) AS n
FROM there t
JOIN held h ON h.meeting_id = t.meeting_id
WHERE h.minuted = 1
GROUP BY h.body_id, t.org_id, h.span
