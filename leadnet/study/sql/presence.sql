-- presence: who was where. One row for each organisation an attendance entry stands for (and each item it is limited to).
-- counted: the rules leave the entry in. in_room: it is counted, and its status is present or in_attendance.
-- An entry that stands for several organisations keeps the first alone where the rules say so.
WITH stood AS (
    SELECT
        a.meeting_id, a.entry, a.org_id, a.person_id, a.status,
        CASE WHEN r.item_limited = 'whole' THEN '' ELSE a.item END AS item,
        CASE
            WHEN a.part = 'support' AND a.org_id = h.host THEN 0
            WHEN r.substitutes = 0 AND a.on_behalf_of <> '' THEN 0
            WHEN r.guests = 0 AND a.part IN ('guest', 'observer') THEN 0
            WHEN r.virtual = 0 AND a.mode = 'virtual' THEN 0
            ELSE 1
        END AS counted
    FROM attendance a
    LEFT JOIN hosts h ON h.meeting_id = a.meeting_id
    CROSS JOIN rules r
    WHERE NOT (a.place <> 1 AND a.by_post = 0 AND r.joint_posts = 'first')
        AND NOT (a.place <> 1 AND a.by_post = 1 AND r.double_hats = 'first')
)
SELECT
    meeting_id, entry, org_id, person_id, status, item, counted,
    CASE WHEN counted = 1 AND status IN ('present', 'in_attendance') THEN 1 ELSE 0 END AS in_room
FROM stood
