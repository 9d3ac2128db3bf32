-- there: an organisation in the room at a meeting, once, however many people stood for it.
SELECT DISTINCT meeting_id, org_id
FROM presence
WHERE in_room = 1 AND org_id IS NOT NULL
