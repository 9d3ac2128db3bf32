-- lists: the meetings whose list has anybody as there, left out by the rules or not.
SELECT meeting_id
FROM attendance
GROUP BY meeting_id
HAVING MAX(CASE WHEN status = 'present' THEN 1 WHEN status = 'in_attendance' THEN 1 ELSE 0 END) = 1
