-- members: every seat of an organisation on a body, whatever its part: it could come.
SELECT body_id, org_id, since, until
FROM memberships
WHERE org_id IS NOT NULL
