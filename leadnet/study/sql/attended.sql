-- attended: what came says of parts of the record, no meeting in two of them, as one.
SELECT body_id, org_id, span, CAST(SUM(n) AS BIGINT) AS n
FROM came
GROUP BY body_id, org_id, span
