// The tier map: the county in the middle, its districts around it, partners outside by sector.

const MAP = { width: 940, height: 640, x: 470, y: 325, inner: [175, 128], outer: [318, 258] };
const MANY = 50; // partners beyond which only what is picked has its name, and grey ties are drawn for that alone

function mapView(app) {
  const { counts, state } = app;
  const spots = placed(app);
  const ties = nothingTold(app) && !app.showMet ? [] : tiesToDraw(app, spots);
  const said = { title: mapTitle(app, ties), subtitle: mapSubtitle(app) };
  const source = [...untold(app).slice(1), ...sourceSaid(counts, state, app.test)];
  const height = MAP.height + 74 + 20 * Math.ceil(signsShown(app.looks).length / 4) + 16 * source.length;
  const svg = framed(
    MAP.width,
    height,
    "Map of organisations. Arrow keys move, Enter picks.",
    said,
    source,
    draw(
      "g",
      { transform: "translate(0 30)" },
      rings(spots),
      tieLines(app, ties, spots),
      counts.order.map((org, at) => node(app, org, spots.get(org), at)),
    ),
    mapLegend(app, MAP.height + 40),
  );
  svg.addEventListener("click", (event) => pickNearest(app, svg, event, ties, spots));
  return svg;
}

function mapTitle(app, ties) {
  if (nothingTold(app))
    return app.showMet
      ? "Who was in the same room; no network: no tie can be told from chance"
      : "No network is drawn: no tie can be told from chance";
  if (!app.test) return "Who met whom; not tested against chance under these settings";
  const more = ties.filter((tie) => tie.verdict === "more").length;
  if (more) return `${plural(more, "pair")} met more often than chance explains`;
  const less = ties.filter((tie) => tie.verdict === "less").length;
  if (less) return `${plural(less, "pair")} met less often than chance explains, and none more often`;
  return "Who was in the same room; no pair met more often than chance explains";
}

function mapSubtitle(app) {
  if (nothingTold(app)) return untold(app)[0];
  if (app.selection.kind === "organisation") {
    const org = app.data.organisations[app.selection.org];
    return `The ties of ${cut(org.name, 60)}. A larger sign was in the room at more meetings.`;
  }
  return "A larger sign was in the room at more meetings. Pick a sign or a line to read what is behind it.";
}

/** Where each organisation stands. Partners keep equal distances in height, so that no two names meet. */
function placed(app) {
  const { counts } = app;
  const of = (test) => counts.order.filter((org) => test(app.data.organisations[org].group));
  const centre = of((group) => group === "county"),
    around = of((group) => group === "district");
  const outside = of((group) => group !== "county" && group !== "district");
  const spots = new Map();
  centre.forEach((org, at) => spots.set(org, { x: MAP.x + (at - (centre.length - 1) / 2) * 60, y: MAP.y, side: 0 }));
  around.forEach((org, at) => spots.set(org, onRing(MAP.inner, (2 * Math.PI * at) / around.length, 0)));
  const right = Math.ceil(outside.length / 2);
  outside.forEach((org, at) => {
    const onRight = at < right,
      n = onRight ? right : outside.length - right;
    const step = onRight ? at : outside.length - 1 - at;
    const height = n > 1 ? 1.9 * (step / (n - 1)) - 0.95 : 0;
    const wide = outside.length > MANY ? 0.72 + 0.28 * ((at % 5) / 4) : 1;
    const x = Math.sqrt(1 - height * height) * (onRight ? 1 : -1) * wide;
    spots.set(org, { x: MAP.x + MAP.outer[0] * x, y: MAP.y + (MAP.outer[1] / 0.95) * height, side: onRight ? 1 : -1 });
  });
  app.many = outside.length > MANY;
  app.most = Math.max(1, ...counts.attended);
  return spots;
}

function onRing([rx, ry], angle, side) {
  return { x: MAP.x + rx * Math.sin(angle), y: MAP.y - ry * Math.cos(angle), side };
}

function rings() {
  const ring = ([rx, ry]) => draw("ellipse", { cx: MAP.x, cy: MAP.y, rx, ry, fill: "none", stroke: "#dfe4e9" });
  return [ring(MAP.inner), ring(MAP.outer)];
}

/** The pairs that met, each with its verdict; of a crowded map the grey ones only of what is picked. */
function tiesToDraw(app, spots) {
  const { counts } = app;
  const orgs = [...spots.keys()].sort((a, b) => a - b),
    n = app.data.organisations.length;
  const picked = pickedOrgs(app.selection),
    found = [];
  for (let i = 0; i < orgs.length; i += 1)
    for (let j = i + 1; j < orgs.length; j += 1) {
      const pair = orgs[i] * n + orgs[j],
        times = counts.together[pair];
      const verdict = app.tested.verdict(orgs[i], orgs[j]);
      if (!times && verdict !== "less") continue;
      const ends = [orgs[i], orgs[j]].filter((org) => picked.includes(org)).length;
      const mine = app.selection.kind === "pair" ? ends === 2 : ends > 0;
      if (!app.many || mine || verdict === "more") found.push({ a: orgs[i], b: orgs[j], times, verdict, mine });
    }
  return found;
}

function pickedOrgs(selection) {
  return (
    { organisation: [selection.org], pair: [selection.a, selection.b], cell: [selection.org] }[selection.kind] || []
  );
}

/** One path for each look, so that thousands of lines are drawn at once. Solid only where a pair beats chance. */
function tieLines(app, ties, spots) {
  const dim = pickedOrgs(app.selection).length > 0;
  const strong = (tie) => tie.verdict === "more";
  const line = (tie) => {
    const a = spots.get(tie.a),
      b = spots.get(tie.b);
    return `M${a.x.toFixed(1)},${a.y.toFixed(1)}L${b.x.toFixed(1)},${b.y.toFixed(1)}`;
  };
  const path = (kept, attributes) => {
    const d = ties.filter(kept).map(line).join("");
    return d ? draw("path", { d, fill: "none", ...attributes }) : null;
  };
  const grey = {
    stroke: INK.line,
    "stroke-width": 0.9,
    "stroke-dasharray": "1.5 4",
    "stroke-linecap": "round",
    "stroke-opacity": ties.length > 120 ? 0.45 : 1,
  };
  const less = { stroke: INK.faint, "stroke-width": 1.6, "stroke-dasharray": "9 6" };
  const more = { stroke: INK.navy, "stroke-width": 2.6 };
  const faded = { "stroke-opacity": 0.22 };
  const plain = (tie) => !strong(tie) && tie.verdict !== "less";
  return [
    path((tie) => plain(tie) && (dim ? !tie.mine : true), { ...grey, ...(dim ? faded : {}) }),
    path((tie) => tie.verdict === "less" && (dim ? !tie.mine : true), { ...less, ...(dim ? faded : {}) }),
    path((tie) => strong(tie) && (dim ? !tie.mine : true), { ...more, ...(dim ? faded : { "stroke-opacity": 0.75 }) }),
    path((tie) => dim && plain(tie) && tie.mine, {
      ...grey,
      "stroke-width": 1.3,
      stroke: INK.faint,
      "stroke-opacity": 1,
    }),
    path((tie) => dim && tie.verdict === "less" && tie.mine, less),
    path((tie) => dim && strong(tie) && tie.mine, { ...more, "stroke-width": 3.2 }),
    path((tie) => app.selection.kind === "pair" && tie.a === app.selection.a && tie.b === app.selection.b, {
      stroke: INK.orange,
      "stroke-width": 8,
      "stroke-opacity": 0.35,
    }),
  ];
}

function node(app, org, spot, at) {
  const { counts, data } = app;
  const own = data.organisations[org],
    look = app.looks.of[own.group];
  const times = counts.attended[org];
  const here = pickedOrgs(app.selection).includes(org),
    linked = times > 0;
  const size = 6 + 8 * Math.sqrt(times / app.most);
  const named = !app.many || here || spot.side === 0;
  const name = `${cut(own.short, 26)}${linked ? "" : " (not seen)"}`;
  const anchor = { "-1": "end", 0: "middle", 1: "start" }[spot.side];
  const label = named
    ? text(spot.x + spot.side * (size + 7), spot.y + (spot.side ? 4 : size + 14), name, {
        "text-anchor": anchor,
        fill: linked ? INK.text : INK.faint,
        "font-weight": here ? "bold" : "normal",
        stroke: INK.white,
        "stroke-width": 3.5,
        "paint-order": "stroke",
        "stroke-linejoin": "round",
      })
    : null;
  return draw(
    "g",
    {
      class: "node",
      role: "button",
      tabindex: app.roving("map", org, at === 0) ? 0 : -1,
      "aria-pressed": here,
      "data-key": `org-${org}`,
      "data-org": own.id,
      "aria-label": `${name}, ${apart(own.name)}, ${groupName(own.group)}: in the room at ${plural(times, "meeting")}`,
    },
    draw("circle", {
      cx: spot.x,
      cy: spot.y,
      r: 14,
      fill: here ? "#fde3d3" : INK.white,
      "fill-opacity": here ? 1 : 0,
      stroke: here ? INK.orange : "none",
      "stroke-width": 2.5,
      class: "halo",
    }),
    sign(look, size, spot.x, spot.y, {
      fill: linked ? look.colour : INK.white,
      stroke: linked ? INK.white : INK.faint,
      "stroke-width": linked ? 1.2 : 1.5,
    }),
    label,
  );
}

/** A click on a sign picks it; one near a line picks the pair. */
function pickNearest(app, svg, event, ties, spots) {
  const hit = event.target.closest("[data-key]");
  if (hit) return app.pick({ kind: "organisation", org: Number(hit.dataset.key.slice(4)) });
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  const away = (tie) => {
    const a = spots.get(tie.a),
      b = spots.get(tie.b),
      x = point.x,
      y = point.y - 30;
    const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
    const t = Math.max(0, Math.min(1, ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / length));
    return Math.hypot(x - a.x - t * (b.x - a.x), y - a.y - t * (b.y - a.y));
  };
  const best = ties.map((tie) => [away(tie), tie]).sort((a, b) => a[0] - b[0])[0];
  return best && best[0] < 6 ? app.pick({ kind: "pair", a: best[1].a, b: best[1].b }) : app.pick({ kind: "none" });
}
