// The Grid: organisations by meetings, a page of it at a time; a letter and a colour for each state.

const PAGE = { rows: 40, columns: 24 };
const CELL = { height: 24, left: 210, top: 84 };
const LOOK = {
  present: ["", INK.navy, INK.white],
  "by substitute": ["S", INK.navy, INK.white],
  "in support": ["O", "#1b6f68", INK.white],
  guest: ["G", "#1b6f68", INK.white],
  "item only": ["I", "#1b6f68", INK.white],
  apologies: ["A", "#f3dfea", INK.plum],
  absent: ["N", "#f3dfea", INK.plum],
  "not recorded": ["?", INK.pale, INK.grey],
  expected: ["E", INK.pale, INK.grey],
  "not seen": ["", INK.pale, INK.grey],
  "left out by the rules": ["×", INK.white, INK.grey],
  "not a member then": ["–", INK.white, INK.grey],
  "announced only": ["…", INK.white, INK.grey],
  "held without minutes": ["?", INK.white, INK.grey],
};
const SAYS = {
  "in support": "officer in support",
  "not recorded": "who came is not recorded",
  expected: "expected; the list says nothing",
  "not seen": "not on the list",
  absent: "noted absent",
};

function gridColumns(app) {
  return app.data.meetings
    .map((_, at) => at)
    .filter((at) => app.data.meetings[at].column >= 0 && app.counts.inside[at]);
}

function gridView(app) {
  const all = app.counts.order,
    columns = gridColumns(app);
  const rows = all.slice(app.gridRow, app.gridRow + PAGE.rows);
  const shown = columns.slice(app.gridColumn, app.gridColumn + PAGE.columns);
  const wide = Math.max(26, Math.min(56, Math.floor(640 / Math.max(1, shown.length)))),
    right = CELL.left + shown.length * wide;
  const width = Math.max(940, right + 110),
    source = sourceSaid(app.counts, app.state, app.test).map(untestedOut);
  const height = CELL.top + rows.length * CELL.height + 96 + 16 * source.length;
  const said = {
    title: "Who was recorded at which meeting",
    subtitle: [
      part(app.gridRow, rows.length, all.length, "organisation"),
      part(app.gridColumn, shown.length, columns.length, "meeting"),
    ].join("; "),
  };
  const heads = shown.map((meeting, at) => columnHead(app, shown, at, wide));
  const body = rows.map((org, row) => gridRow(app, org, row, shown, wide));
  const used = new Set(body.flatMap((row) => row.states));
  const grid = draw(
    "g",
    {
      role: "grid",
      "aria-label": "Grid of organisations by meetings. Arrow keys move, Enter picks.",
      "aria-rowcount": all.length,
      "aria-colcount": columns.length,
    },
    body.map((row) => row.element),
  );
  const svg = framed(
    width,
    height,
    "Grid",
    said,
    source,
    draw("g", { "aria-hidden": true }, heads),
    grid,
    gridLegend([...used], CELL.top + rows.length * CELL.height + 24),
    text(right + 10, CELL.top - 8, shown.length < columns.length ? "in the room, all" : "in the room", {
      "font-size": 11,
      fill: INK.faint,
    }),
  );
  svg.addEventListener("click", (event) => {
    const cell = event.target.closest("[data-key]");
    if (cell) app.pick(app.cellOfKey(cell.dataset.key));
  });
  return svg;
}

function untestedOut(line) {
  return line.replace(" Not tested under these settings.", "");
}

function part(from, n, of, word) {
  return n === of ? plural(of, word) : `${word}s ${from + 1} to ${from + n} of ${of.toLocaleString("en-GB")}`;
}

function columnHead(app, shown, at, wide) {
  const said = shortDate(app.data.meetings[shown[at]].date),
    every = Math.ceil(48 / wide);
  return at % every === 0
    ? text(CELL.left + (at + 0.5) * wide, CELL.top - 8, said, { "text-anchor": "middle", "font-size": 10.5 })
    : null;
}

function gridRow(app, org, row, shown, wide) {
  const y = CELL.top + row * CELL.height,
    { data, counts } = app;
  const states = [];
  const cells = shown.map((meeting, at) => {
    const cell = cellOf(counts, org, meeting);
    states.push(cell.state);
    return gridCell(app, org, meeting, cell, CELL.left + at * wide, y, wide);
  });
  const here = pickedOrgs(app.selection).includes(org);
  const head = draw(
    "g",
    {
      role: "rowheader",
      "data-key": `row-${org}`,
      class: "rowhead",
      tabindex: app.roving("grid", `row-${org}`, row === 0) ? 0 : -1,
      "aria-label": `${apart(data.organisations[org].name)}, in the room at ${plural(counts.attended[org], "meeting")}`,
    },
    draw("rect", {
      x: 8,
      y: y + 1,
      width: CELL.left - 12,
      height: CELL.height - 2,
      fill: here ? "#fde3d3" : INK.white,
    }),
    sign(app.looks.of[data.organisations[org].group], 6, 22, y + CELL.height / 2),
    text(36, y + 16, cut(data.organisations[org].short, 27), { "font-weight": here ? "bold" : "normal" }),
  );
  const total = text(CELL.left + shown.length * wide + 10, y + 16, String(counts.attended[org]), {
    "aria-hidden": true,
  });
  return { states, element: draw("g", { role: "row" }, head, cells, total) };
}

function gridCell(app, org, meeting, cell, x, y, wide) {
  const [letter, fill, ink] = LOOK[cell.state];
  const said = `${meetingName(app.data, meeting)}: ${SAYS[cell.state] || cell.state}`;
  const key = `cell-${org}-${meeting}`,
    here = app.selection.kind === "cell" && app.selection.org === org && app.selection.meeting === meeting;
  const column = app.selection.kind === "meeting" && app.selection.meeting === meeting;
  return draw(
    "g",
    {
      role: "gridcell",
      tabindex: app.roving("grid", key, false) ? 0 : -1,
      "data-key": key,
      class: "cell",
      "aria-selected": here,
      "aria-label": `${apart(app.data.organisations[org].short)}, ${said}`,
    },
    draw("rect", {
      x: x + 1,
      y: y + 1,
      width: wide - 2,
      height: CELL.height - 2,
      fill,
      stroke: here || column ? INK.orange : fill === INK.white ? "#d5dbe1" : fill,
      "stroke-width": here || column ? 3 : 1,
    }),
    letter
      ? text(x + wide / 2, y + 16, letter, {
          "text-anchor": "middle",
          fill: ink,
          "font-size": 11.5,
          "font-weight": "bold",
        })
      : null,
  );
}

function gridLegend(states, top) {
  return Object.keys(LOOK)
    .filter((state) => states.includes(state))
    .map((state, at) => {
      const [letter, fill, ink] = LOOK[state],
        x = 16 + 230 * (at % 4),
        y = top + 22 * Math.floor(at / 4);
      return [
        draw("rect", { x, y: y - 11, width: 18, height: 16, fill, stroke: fill === INK.white ? "#d5dbe1" : fill }),
        letter
          ? text(x + 9, y + 1.5, letter, {
              "text-anchor": "middle",
              fill: ink,
              "font-size": 10.5,
              "font-weight": "bold",
            })
          : null,
        text(x + 25, y + 2, SAYS[state] || state),
      ];
    });
}
