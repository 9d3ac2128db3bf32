-- tally: meetings at which each organisation was in the room, by body and window, of the dated meetings with minutes;
-- since and until of the window.
SELECT a.body_id, a.org_id, w.since, w.until, a.n
FROM attended a
JOIN windows w ON w.span = a.span
