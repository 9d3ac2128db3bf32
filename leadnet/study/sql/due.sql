-- due: the meetings (of held) within the spells of duty that do not hold all of their body's.
SELECT h.meeting_id, h.body_id, p.org_id, h.span, h.minuted, h.listed
FROM held h
JOIN partial p ON p.body_id = h.body_id
WHERE h.date >= p.since AND h.date <= p.until
