-- sizes: how many organisations were in the room at each meeting.
SELECT meeting_id, COUNT(*) AS present
FROM there
GROUP BY meeting_id
