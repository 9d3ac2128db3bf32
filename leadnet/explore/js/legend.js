// What stands beside the map: its signs and lines in words, and what is said where no tie can be told.

function mapLegend(app, top) {
  const signs = signsShown(app.looks);
  const groups = signs.map(([look, words], at) => {
    const x = 30 + 225 * (at % 4),
      y = top + 20 * Math.floor(at / 4);
    return [sign(look, 7, x, y), text(x + 14, y + 4, cut(words, 36))];
  });
  const y = top + 20 * Math.ceil(signs.length / 4) + 4;
  const lines = linesShown(app).map(([attributes, words], at) => {
    const x = 23 + 245 * at;
    return [draw("path", { d: `M${x},${y}h34`, fill: "none", ...attributes }), text(x + 42, y + 4, words)];
  });
  return draw("g", {}, groups, lines);
}

/** How each kind of line on the map is drawn, and what it says. */
function linesShown(app) {
  const dotted = { stroke: INK.faint, "stroke-width": 1.2, "stroke-dasharray": "1.5 4", "stroke-linecap": "round" };
  if (nothingTold(app)) return app.showMet ? [[dotted, "met; cannot be told from chance"]] : [];
  if (!app.test) return [[dotted, "met; not tested under these settings"]];
  const less = { stroke: INK.faint, "stroke-width": 1.6, "stroke-dasharray": "9 6" };
  return [
    [{ stroke: INK.navy, "stroke-width": 2.6 }, "met more than chance explains"],
    [less, "met less than chance explains"],
    [dotted, app.many ? "as chance, or cannot be told (of what is picked)" : "met; as chance, or cannot be told"],
  ];
}

/** Whether the record tells nothing of who meets whom; of settings not tested, whether it does as the study counts. */
function nothingTold(app) {
  const { verdict } = app.test || app.data.tests[0];
  return verdict.length > 0 && !/[^n]/.test(verdict);
}

const UNTOLD =
  "These settings are not tested against chance; as the study counts, no tie of the whole record can be told from it.";

/** What there is to say where nothing can be told; for the study's own rules also how many meetings it would take. */
function untold(app) {
  if (!nothingTold(app)) return [];
  return app.test ? app.test.untold : [UNTOLD];
}

/** The switch over a map without a network: lines between those who met, which are no finding. */
function metSwitch(app) {
  if (!nothingTold(app)) return [];
  const changed = (event) => {
    app.showMet = event.target.checked;
    app.show(app.showMet ? "Dotted lines join those who met; none can be told from chance." : "No lines are drawn.");
  };
  const box = make("input", { type: "checkbox", "data-key": "met", on: { change: changed } });
  box.checked = app.showMet;
  return [make("label", { class: "met" }, box, " Show who met (dotted lines, which are no finding)")];
}
