-- set_aside: meetings of more organisations than the rules' most. They count in rates and make no pairs.
SELECT m.meeting_id, m.body_id, m.date, s.present
FROM sizes s
JOIN meetings m ON m.meeting_id = s.meeting_id
CROSS JOIN rules r
WHERE s.present > r.most
