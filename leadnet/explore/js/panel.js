// The panel: what is picked, in words, and the lines of the papers behind it.

const GROUPS = 40; // groups of lines shown before the rest is asked for

function panelView(app) {
  const shown = PANELS[app.selection.kind](app, app.selection);
  const groups = app.allLines ? shown.groups : shown.groups.slice(0, GROUPS);
  const rest = shown.groups.length - groups.length;
  return [
    make("h2", { tabindex: -1, "data-key": "panel" }, bidi(shown.title)),
    shown.says.map((said) => make("p", {}, said)),
    shown.buttons?.length
      ? make(
          "details",
          { open: shown.buttons.length < 9 },
          make("summary", {}, `Ties: ${plural(shown.buttons.length, "organisation")}`),
          make(
            "ul",
            { class: "ties" },
            shown.buttons.map(([said, pick], at) =>
              make(
                "li",
                {},
                make("button", { type: "button", "data-key": `tie-${at}`, on: { click: () => app.pick(pick) } }, said),
              ),
            ),
          ),
        )
      : null,
    groups.length ? make("h3", {}, "Lines of the papers") : null,
    groups.map((group) =>
      make(
        "section",
        { class: "lines" },
        group.label ? make("h4", {}, group.label) : null,
        group.cites ? make("ul", {}, linesOf(app, group.cites)) : null,
        group.whole ? wholeList(app, group.whole) : null,
      ),
    ),
    rest > 0
      ? make(
          "button",
          { type: "button", "data-key": "all-lines", on: { click: () => app.showAllLines() } },
          `Show ${plural(rest, "more group", "more groups")} of lines`,
        )
      : null,
  ];
}

/** The list a line stands in, behind a button. */
function wholeList(app, cites) {
  const lines = linesOf(app, cites);
  return make("details", {}, make("summary", {}, `Whole list: ${plural(lines.length, "line")}`), make("ul", {}, lines));
}

/** The lines of entries: their own; where each is part of a list, the whole list for whoever asks. */
function entryLines(app, entries) {
  const { own, cites } = app.data.entries,
    all = (column) => [...new Set(entries.map(column))].join(" ");
  const short = all((entry) => own[entry] || cites[entry]),
    whole = all((entry) => cites[entry]);
  return { cites: short, whole: short === whole ? "" : whole };
}

/** Each line with its paper and number; lines one after the other in a long list are cut to those with text. */
function linesOf(app, cites) {
  const single = [...new Set(spreadCites(cites))].filter((cite) => app.data.lines[cite]);
  if (!single.length) return [make("li", {}, "No line of a paper is held for this.")];
  return single.map((cite) => {
    const at = cite.lastIndexOf(":");
    return make(
      "li",
      {},
      make("blockquote", { dir: "auto" }, unbarred(app.data.lines[cite])),
      make("cite", {}, bidi(at < 0 ? cite : `${cite.slice(0, at)}, line ${cite.slice(at + 1)}`)),
    );
  });
}

/** A row of a table without the bars that part its cells. */
function unbarred(line) {
  return line.replace(/^\s*\|\s*|\s*\|\s*$/g, "").replace(/\s*\|\s*-?\s*\|\s*/g, " – ");
}

const PANELS = {
  none: (app) => ({
    title: "What may not be concluded",
    says: [...app.data.may_not, ...(app.test?.caution ? [app.test.caution] : [])],
    groups: [],
  }),
  organisation(app, { org }) {
    const { counts, data } = app,
      at = data.organisations[org];
    const seen = counts.seen[org];
    const clauses = data.clauses.filter((clause, place) => clause.named.includes(org) && clauseInside(app, place));
    return {
      title: at.name,
      says: [
        `Tier or sector: ${groupName(at.group)}. In the room at ${plural(counts.attended[org], "meeting")}.`,
        ...(seen.length ? [] : ["No attendance list names it under these settings. That is not an absence."]),
      ],
      buttons: tieButtons(app, org),
      groups: [
        ...seen.map((meeting) => cellGroup(app, org, meeting)),
        ...[...new Set(clauses.map((clause) => clause.cites))].map((cites) => ({ label: "Named in a clause", cites })),
      ],
    };
  },
  pair(app, { a, b }) {
    const low = Math.min(a, b),
      high = Math.max(a, b);
    const names = [a, b].map((org) => app.data.organisations[org].name);
    return {
      title: names.map(apart).join(" and "),
      says: [...pairSays(app, low, high), app.data.may_not[0]],
      buttons: [],
      groups: metTimes(app.counts, a, b) ? metGroups(app, a, b) : apartGroups(app, a, b),
    };
  },
  meeting(app, { meeting }) {
    const { data, counts } = app,
      at = data.meetings[meeting];
    const entries = counts.index.byMeeting[meeting];
    const own = [...new Set(data.clauses.filter((clause) => clause.meeting === meeting).map((clause) => clause.cites))];
    return {
      title: meetingName(data, meeting),
      says: [
        `${capital(KNOWN[at.known_by])}.`,
        ...(at.known_by === "minutes"
          ? [`${plural(seatsInRoom(counts, meeting).size, "organisation")} in the room under these settings.`]
          : []),
      ],
      groups: [
        {
          label: entries.length ? "Attendance list" : "",
          cites: entries.length ? [...new Set(entries.map((entry) => data.entries.cites[entry]))].join(" ") : at.cites,
        },
        ...(own.length ? [{ label: "Decisions and promises", cites: own.join(" ") }] : []),
      ],
    };
  },
  cell(app, { org, meeting }) {
    const cell = cellOf(app.counts, org, meeting),
      known = people(app, cell.heads);
    return {
      title: `${apart(app.data.organisations[org].short)} at ${meetingName(app.data, meeting)}`,
      says: [
        `The record says: ${SAYS[cell.state] || cell.state}.`,
        ...(cell.heads
          ? [`${typeof known === "number" ? plural(known, "person", "people") : `${known} people`} in the room.`]
          : []),
      ],
      groups: [
        {
          label: cell.state === "not seen" || cell.state === "expected" ? "What was searched" : "",
          ...cellLines(app, cell),
        },
      ],
    };
  },
  clause(app, { clause }) {
    const at = app.data.clauses[clause];
    return {
      title: at.meeting < 0 ? "A clause" : meetingName(app.data, at.meeting),
      says: [
        at.text,
        ...(at.owners ? [`Owner as printed: ${apart(at.owners)}.`] : []),
        ...(at.due ? [`Due as printed: ${apart(at.due)}.`] : []),
        `${capital(at.sort || at.asks)}.`,
        ...(laterSays(at) ? [`${capital(laterSays(at))}.`] : []),
        app.data.may_not[3],
      ],
      groups: [
        { label: "The clause", cites: at.cites },
        ...at.later.map((later) => ({ label: laterLabel(later), cites: later.cites })),
      ],
    };
  },
};

function cellGroup(app, org, meeting) {
  const cell = cellOf(app.counts, org, meeting);
  return { label: `${meetingName(app.data, meeting)}: ${SAYS[cell.state] || cell.state}`, ...cellLines(app, cell) };
}

function cellLines(app, cell) {
  return cell.entries.length ? entryLines(app, cell.entries) : { cites: cell.cites };
}

/** A later paper over its lines: what it shows, or that it was searched, and how far. */
function laterLabel({ shows, paper, doc, lines, searched }) {
  if (lines) return `${capital(shows)}: ${apart(paper)}, ${lines.includes("-") ? "lines" : "line"} ${lines}`;
  if (shows === "not judged") return `Not read for it yet: ${apart(paper)}, ${searched} (${doc})`;
  return `Searched: ${apart(paper)}, ${searched} (${doc}); nothing on it`;
}

function metGroups(app, a, b) {
  return meetingsOf(app.counts, a, b).map(({ meeting, entries }) => ({
    label: meetingName(app.data, meeting),
    ...entryLines(app, entries),
  }));
}

/** What was searched for a pair that never met: each meeting whose list names one of the two. */
function apartGroups(app, a, b) {
  const meetings = [a, b].flatMap((org) => app.counts.seen[org].map((meeting) => [meeting, org]));
  return meetings
    .sort((x, y) => x[0] - y[0])
    .map(([meeting, org]) => {
      const group = cellGroup(app, org, meeting);
      return { ...group, label: `${apart(app.data.organisations[org].short)}, ${group.label}` };
    });
}

function tieButtons(app, org) {
  return app.counts.order
    .filter((other) => other !== org)
    .flatMap((other) => {
      const a = Math.min(org, other),
        b = Math.max(org, other),
        verdict = app.tested.verdict(a, b),
        times = metTimes(app.counts, a, b);
      if (!times && verdict !== "less") return [];
      return [
        [
          `${apart(app.data.organisations[other].short)}: ${plural(times, "meeting")}, ${verdict}`,
          { kind: "pair", a, b },
        ],
      ];
    });
}

function capital(said) {
  return said.charAt(0).toUpperCase() + said.slice(1);
}
