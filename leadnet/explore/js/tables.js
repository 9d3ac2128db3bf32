// The same as tables: every organisation, pair, meeting and entry, and the ledger, a page of rows at a time.

const ROWS = 50;

/** A table view: head, ids of its rows, and what stands in each row; `pick` is what a row picks. */
const TABLES = {
  ledger: {
    title: "What was decided or promised, and what later papers show",
    head: ["Meeting", "Words", "Owner", "Due", "What it is", "Later papers show"],
    ids: (app) => app.data.clauses.map((_, at) => at).filter((at) => clauseInside(app, at)),
    count: (app, ids) => clausesSaid(app, ids),
    cells: (app, at) => {
      const clause = app.data.clauses[at];
      return [
        clause.meeting < 0 ? "" : meetingName(app.data, clause.meeting),
        clause.text,
        clause.owners,
        clause.due,
        clause.sort || clause.asks,
        laterSays(clause),
      ];
    },
    pick: (app, at) => ({ kind: "clause", clause: at }),
  },
  ties: {
    title: "Pairs that met, or were told apart from chance",
    head: ["Organisation", "and", "Meetings together", "Both could have been at", "By chance", "Verdict"],
    ids: (app) => pairIds(app),
    count: (app, pairs) => pairsSaid(app, pairs),
    cells: (app, pair) => {
      const [a, b] = pairOf(app, pair),
        row = app.tested.row(a, b),
        name = (org) => app.data.organisations[org].name;
      return [
        name(a),
        name(b),
        app.counts.together[pair],
        row ? row.possible : "",
        row ? row.expected.toFixed(1) : "",
        app.tested.verdict(a, b),
      ];
    },
    pick: (app, pair) => ({ kind: "pair", a: pairOf(app, pair)[0], b: pairOf(app, pair)[1] }),
  },
  organisations: {
    title: "Organisations",
    head: ["Organisation", "Tier or sector", "In the room, meetings", "Sent apologies only, meetings"],
    ids: (app) => app.counts.order,
    cells: (app, org) => {
      const away = app.counts.seen[org].filter((at) => cellOf(app.counts, org, at).state === "apologies");
      return [
        app.data.organisations[org].name,
        groupName(app.data.organisations[org].group),
        app.counts.attended[org],
        away.length,
      ];
    },
    pick: (app, org) => ({ kind: "organisation", org }),
  },
  meetings: {
    title: "Meetings the record knows of",
    head: ["Meeting", "How it is known", "Organisations in the room"],
    ids: (app) => app.data.meetings.map((_, at) => at).filter((at) => app.counts.inside[at]),
    cells: (app, at) => [
      meetingName(app.data, at),
      KNOWN[app.data.meetings[at].known_by],
      app.data.meetings[at].known_by === "minutes" ? seatsInRoom(app.counts, at).size : "not known",
    ],
    pick: (app, meeting) => ({ kind: "meeting", meeting }),
  },
  attendance: {
    title: "Attendance, organisation by organisation",
    head: ["Meeting", "Organisation", "What the record says", "People in the room"],
    ids: (app) => entryCells(app),
    cells: (app, id) => {
      const [meeting, org] = id,
        cell = cellOf(app.counts, org, meeting);
      return [
        meetingName(app.data, meeting),
        app.data.organisations[org].name,
        SAYS[cell.state] || cell.state,
        people(app, cell.heads),
      ];
    },
    pick: (app, [meeting, org]) => ({ kind: "cell", org, meeting }),
  },
};

/** What later papers show of a clause, in words, each paper named; "" for one that asks for nothing. */
function laterSays(clause) {
  const shown = clause.later.filter((at) => at.lines).map((at) => `${at.shows} by ${apart(at.paper)}`);
  const papers = (shows) => clause.later.filter((at) => at.shows === shows).map((at) => apart(at.paper));
  const [silent, unread] = [papers("not mentioned later"), papers("not judged")];
  const rest = unread.length ? [`${plural(unread.length, "later paper")} not read for it yet`] : [];
  if (shown.length && silent.length) rest.unshift(`nothing on it in ${plural(silent.length, "other paper")} searched`);
  else if (silent.length)
    rest.unshift(`no later paper ${unread.length ? "read " : ""}shows anything of it (searched: ${silent.join(", ")})`);
  return [...shown, ...rest].join("; ") || clause.shows;
}

function clausesSaid(app, ids) {
  const n = (asks) => ids.filter((at) => app.data.clauses[at].asks === asks).length;
  const rest = ["for decision only", "not judged"].filter(n).map((asks) => `${n(asks)} ${asks}`);
  return [plural(n("to do"), "action"), ...rest].join(", ");
}

function pairsSaid(app, pairs) {
  const met = pairs.filter((pair) => app.counts.together[pair]).length,
    told = pairs.filter((pair) => toldApart(app, pair)).length;
  return `${plural(met, "pair")} met${app.test ? `, ${told} told apart` : ""}`;
}

function toldApart(app, pair) {
  return ["more", "less"].includes(app.tested.verdict(...pairOf(app, pair)));
}

const KNOWN = {
  minutes: "its minutes are held",
  "later paper": "held, as another paper shows; no minutes",
  announced: "announced only",
};

/** A number of people; a public paper does not tell one under five. */
function people(app, heads) {
  return app.data.mode === "public" && heads > 0 && heads < 5 ? "under 5" : heads;
}

function clauseInside(app, at) {
  const { meeting } = app.data.clauses[at];
  return meeting < 0 ? !app.state.window.length : app.counts.inside[meeting];
}

function pairOf(app, pair) {
  const n = app.data.organisations.length;
  return [Math.floor(pair / n), pair % n];
}

/** Every pair that met or whose test found something: those told apart first, then in the order of organisations. */
function pairIds(app) {
  const order = app.counts.order,
    n = app.data.organisations.length,
    found = [];
  for (let i = 0; i < order.length; i += 1)
    for (let j = i + 1; j < order.length; j += 1) {
      const pair = Math.min(order[i], order[j]) * n + Math.max(order[i], order[j]);
      if (app.counts.together[pair] || app.tested.verdict(order[i], order[j]) === "less") found.push(pair);
    }
  const told = found.filter((pair) => toldApart(app, pair));
  return told.length ? [...told, ...found.filter((pair) => !toldApart(app, pair))] : found;
}

function entryCells(app) {
  const found = app.counts.order.flatMap((org) => app.counts.seen[org].map((meeting) => [meeting, org]));
  return found.sort((a, b) => a[0] - b[0]);
}

function tableView(app) {
  const table = TABLES[app.view],
    ids = filtered(app, table);
  const from = Math.min(app.tableRow, Math.max(0, ids.length - 1)),
    shown = ids.slice(from, from + ROWS);
  const rows = shown.map((id, at) => {
    const [first, ...rest] = table.cells(app, id),
      pick = table.pick(app, id);
    const button = make(
      "button",
      { type: "button", "data-key": `table-${from + at}`, on: { click: () => app.pick(pick) } },
      bidi(first || "(no meeting)"),
    );
    return make(
      "tr",
      { class: samePick(pick, app.selection) ? "picked" : "" },
      make("th", { scope: "row" }, button),
      rest.map((cell) => make("td", typeof cell === "number" ? { class: "number" } : {}, bidi(cell))),
    );
  });
  return make(
    "div",
    { class: "table" },
    make(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": table.title },
      make(
        "table",
        {},
        make("caption", {}, `${table.title}: ${table.count ? table.count(app, ids) : plural(ids.length, "row")}`),
        make(
          "thead",
          {},
          make(
            "tr",
            {},
            table.head.map((name) => make("th", { scope: "col" }, name)),
          ),
        ),
        make("tbody", {}, rows),
      ),
    ),
  );
}

/** The rows that hold what is searched for. */
function filtered(app, table) {
  const ids = table.ids(app),
    wanted = app.query.trim().toLocaleLowerCase("en-GB");
  return wanted ? ids.filter((id) => table.cells(app, id).join("\n").toLocaleLowerCase("en-GB").includes(wanted)) : ids;
}

function bidi(said) {
  return make("bdi", {}, String(said));
}

function samePick(a, b) {
  return Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([key, value]) => b[key] === value);
}

/** How many places a view has in all, where it stands, and how far one step leads: for the pager. */
function pages(app) {
  if (app.view === "grid") {
    return [
      ["gridRow", app.counts.order.length, PAGE.rows, "organisations"],
      ["gridColumn", gridColumns(app).length, PAGE.columns, "meetings"],
    ];
  }
  return app.view === "map" ? [] : [["tableRow", filtered(app, TABLES[app.view]).length, ROWS, "rows"]];
}

/** What the view shows, whole, as rows for a CSV file. */
function csvRows(app) {
  if (app.view === "grid") {
    const columns = gridColumns(app);
    return [
      ["organisation", ...columns.map((at) => meetingName(app.data, at))],
      ...app.counts.order.map((org) => [
        app.data.organisations[org].name,
        ...columns.map((at) => cellOf(app.counts, org, at).state),
      ]),
    ];
  }
  const table = TABLES[app.view === "map" ? "ties" : app.view];
  const ids = app.view === "map" ? table.ids(app) : filtered(app, table);
  return [table.head, ...ids.map((id) => table.cells(app, id))];
}
