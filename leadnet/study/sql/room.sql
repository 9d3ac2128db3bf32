-- room: which organisations were in the room at which meeting, of the meetings that make pairs: those with no more
-- organisations than the rules' most. One meeting of 200 makes 19,900 pairs by itself; larger ones are set aside.
SELECT c.meeting_id, c.org_id
FROM cells c
JOIN sizes s ON s.meeting_id = c.meeting_id
CROSS JOIN rules r
WHERE c.state = 3 AND c.org_id IS NOT NULL AND s.present <= r.most
