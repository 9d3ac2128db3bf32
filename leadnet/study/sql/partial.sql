-- partial: the spells of duty that do not hold every dated meeting of their body.
SELECT body_id, org_id, since, until
FROM duty
WHERE whole = 0
