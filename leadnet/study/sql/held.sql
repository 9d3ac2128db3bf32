-- held: the dated meetings of bodies with minutes, once for each window they lie in. minuted: minutes are held; listed:
-- their list has anybody as there (each 1 or 0).
SELECT
    m.meeting_id, m.body_id, m.date, w.span,
    CASE WHEN m.known_by = 'minutes' THEN 1 ELSE 0 END AS minuted,
    CASE WHEN m.known_by = 'minutes' AND l.meeting_id IS NOT NULL THEN 1 ELSE 0 END AS listed
FROM meetings m
JOIN minuted b ON b.body_id = m.body_id
JOIN meeting_windows w ON w.meeting_id = m.meeting_id
LEFT JOIN lists l ON l.meeting_id = m.meeting_id
WHERE m.date <> ''
