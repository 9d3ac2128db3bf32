-- doubtful: the meetings whose list may say of an organisation what lists like it do not: it has somebody as expected, or
-- there are minutes and nobody as there.
SELECT meeting_id
FROM attendance
WHERE status = 'expected'
UNION
SELECT meeting_id
FROM held
WHERE minuted = 1 AND listed = 0
