-- apart: two organisations that were both in the room and did not meet: every seat of both is tied to a joint post or to
-- an item, and no two of those seats are different people's who were there for the same item.
WITH seats AS (
    SELECT meeting_id, org_id, person_id, item
    FROM presence
    WHERE in_room = 1 AND org_id IS NOT NULL
),
posts AS (
    SELECT meeting_id, person_id
    FROM seats
    GROUP BY meeting_id, person_id
    HAVING MIN(org_id) <> MAX(org_id)
),
tied AS (
    SELECT s.meeting_id, s.org_id, COUNT(*) AS n
    FROM seats s
    LEFT JOIN posts p ON p.meeting_id = s.meeting_id AND p.person_id = s.person_id
    WHERE s.item <> '' OR p.person_id IS NOT NULL
    GROUP BY s.meeting_id, s.org_id
),
every AS (
    SELECT s.meeting_id, s.org_id, COUNT(*) AS n
    FROM seats s
    JOIN tied t ON t.meeting_id = s.meeting_id AND t.org_id = s.org_id
    GROUP BY s.meeting_id, s.org_id
),
kept AS (
    SELECT s.meeting_id, s.org_id, s.person_id, s.item
    FROM seats s
    JOIN tied t ON t.meeting_id = s.meeting_id AND t.org_id = s.org_id
    JOIN every e ON e.meeting_id = s.meeting_id AND e.org_id = s.org_id
    WHERE e.n = t.n
),
pairs AS (
    SELECT
        a.meeting_id, a.org_id AS organisation_a, b.org_id AS organisation_b,
        MAX(CASE
            WHEN a.person_id <> b.person_id AND (a.item = '' OR b.item = '' OR a.item = b.item) THEN 1 ELSE 0
        END) AS met
    FROM kept a
    JOIN kept b ON b.meeting_id = a.meeting_id AND a.org_id < b.org_id
    GROUP BY a.meeting_id, a.org_id, b.org_id
)
SELECT p.meeting_id, p.organisation_a, p.organisation_b
FROM pairs p
JOIN sizes z ON z.meeting_id = p.meeting_id
CROSS JOIN rules r
WHERE p.met = 0 AND z.present <= r.most
