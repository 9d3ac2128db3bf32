-- sizes: how many organisations were in the room at each meeting with a list (present), and whether its list has
-- anybody as there (listed: 1 or 0).
SELECT
    meeting_id,
    SUM(CASE WHEN state = 3 AND org_id IS NOT NULL THEN 1 ELSE 0 END) AS present,
    MAX(named) AS listed
FROM cells
GROUP BY meeting_id
