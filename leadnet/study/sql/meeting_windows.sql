-- meeting_windows: the windows each meeting lies in, by number (span), first and last day included. The whole record has
-- no first and no last day and holds every meeting; an undated meeting lies in no other window.
SELECT m.meeting_id, w.span
FROM meetings m
JOIN windows w ON w.until = '' OR (m.date <> '' AND m.date >= w.since AND m.date <= w.until)
