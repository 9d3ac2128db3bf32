-- cells: an organisation at a meeting, once, however many people stand for it (org_id null: organisation not known).
-- state: 3 somebody of it was in the room; 2 the list says that nobody came; 1 all the list says is that it was expected;
-- 0 the rules leave all its entries out. named: the list has somebody as there, left out by the rules or not.
SELECT
    meeting_id, org_id,
    MAX(CASE WHEN in_room = 1 THEN 3 WHEN counted = 0 THEN 0 WHEN status = 'expected' THEN 1 ELSE 2 END) AS state,
    MAX(CASE WHEN status = 'present' OR status = 'in_attendance' THEN 1 ELSE 0 END) AS named
FROM presence
GROUP BY meeting_id, org_id
