-- came_in_time: as came, of the meetings that are due.
SELECT d.body_id, d.org_id, d.span, COUNT(*) AS n
FROM there t
JOIN due d ON d.meeting_id = t.meeting_id AND d.org_id = t.org_id
WHERE d.minuted = 1
GROUP BY d.body_id, d.org_id, d.span
