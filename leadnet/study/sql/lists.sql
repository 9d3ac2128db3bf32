-- lists: the meetings whose list has anybody as there, left out by the rules or not.
SELECT DISTINCT meeting_id
FROM attendance
WHERE status IN ('present', 'in_attendance')
