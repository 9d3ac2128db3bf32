-- room: which organisations were in the room at which meeting, of the meetings that make pairs: those with no more
-- organisations than the rules' most. One meeting of 200 makes 19,900 pairs by itself; larger ones are set aside.
SELECT t.meeting_id, t.org_id
FROM there t
JOIN sizes s ON s.meeting_id = t.meeting_id
CROSS JOIN rules r
WHERE s.present <= r.most
