-- hosts: who was host of which meeting, where the rules leave the host's support out.
SELECT m.meeting_id, m.host
FROM meetings m
CROSS JOIN rules r
WHERE r.host_support = 0
