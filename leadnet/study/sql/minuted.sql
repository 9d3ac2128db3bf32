-- minuted: the bodies of which minutes are held.
SELECT DISTINCT body_id
FROM meetings
WHERE known_by = 'minutes'
