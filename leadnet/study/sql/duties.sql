-- duties: the seats that oblige somebody to come, which a guest's or an observer's does not.
SELECT body_id, org_id, since, until
FROM memberships
WHERE org_id IS NOT NULL AND part NOT IN ('guest', 'observer')
