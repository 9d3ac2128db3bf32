// The page: controls, views and panel about one state; the same in a notebook, where Python reads and sets that state.

const VIEWS = [
  ["map", "Map"],
  ["grid", "Grid"],
  ["ledger", "Ledger"],
  ["ties", "Ties"],
  ["organisations", "Organisations"],
  ["meetings", "Meetings"],
  ["attendance", "Attendance"],
];

const NARROW = 992; // pixels, below which the panel stands under the view: a notebook's cell may be narrow on any screen

class Explorer {
  constructor(data, root, changed = () => {}) {
    Object.assign(this, {
      data,
      root,
      changed,
      index: indexed(data),
      looks: looks(data),
      view: "map",
      query: "",
      selection: { kind: "none" },
      gridRow: 0,
      gridColumn: 0,
      tableRow: 0,
      focus: {},
      allLines: false,
      showMet: false,
      state: { rules: { ...data.rules }, window: [] },
    });
    this.days = [...new Set(data.meetings.map((meeting) => meeting.date).filter(Boolean))].sort();
    this.parts = frame(this);
    root.replaceChildren(...this.parts.all);
    root.addEventListener("keydown", (event) => keyed(this, event));
    new ResizeObserver(() => root.classList.toggle("narrow", root.clientWidth < NARROW)).observe(root);
    this.count();
    this.show();
  }

  /** Count again: after a switch or the window changed, or a test came from Python. */
  count() {
    this.counts = recount(this.data, this.index, this.state.rules, this.state.window);
    this.test = testFor(this.data, this.state.rules, this.counts.inside);
    this.tested = testReader(this.data, this.test);
  }

  /** Draw everything anew; the focus stays where it was. */
  show(said = "") {
    const focused = this.root.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    const view = this.view === "map" ? mapView(this) : this.view === "grid" ? gridView(this) : tableView(this);
    this.parts.view.replaceChildren(...(this.view === "map" ? metSwitch(this) : []), view);
    this.parts.panel.replaceChildren(...panelView(this).flat(Infinity).filter(Boolean));
    this.parts.panel.classList.toggle("idle", this.selection.kind === "none");
    showControls(this);
    if (focused) this.focusOn(focused);
    if (said) this.parts.status.textContent = said;
  }

  focusOn(key) {
    this.root.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
  }

  set(changes, said = "") {
    if (changes.view && changes.view !== this.view) Object.assign(this, { view: changes.view, tableRow: 0 });
    if (changes.selection) Object.assign(this, { selection: changes.selection, allLines: false });
    if (changes.rules || changes.window) {
      this.state = { rules: { ...this.state.rules, ...changes.rules }, window: changes.window || this.state.window };
      this.count();
      if (changes.window) this.gridColumn = 0;
    }
    this.show(said || this.said());
    this.changed(this);
  }

  pick(selection) {
    this.set({ selection });
  }

  step(place, value) {
    this[place] = value;
    this.show(`${place === "gridColumn" ? "Meetings" : "Rows"} from ${value + 1}`);
  }

  showAllLines() {
    this.allLines = true;
    this.show("All lines shown");
  }

  said() {
    const shown = PANELS[this.selection.kind](this, this.selection);
    const settings = settingsSaid(this.data, this.state);
    const what = this.selection.kind === "none" ? "Nothing is picked." : `${shown.title}. ${shown.says.join(" ")}`;
    const tested = this.test ? "" : " Not tested under these settings.";
    return `${what} Window: ${settings.window}. Rules: ${settings.rules}.${tested}`;
  }

  /** Whether this is the one sign of a view that Tab reaches: the last focused, else the first. */
  roving(view, key, first) {
    const last = this.focus[view];
    return last === undefined ? first : last === key;
  }

  cellOfKey(key) {
    const [kind, org, meeting] = key.split("-");
    return kind === "cell"
      ? { kind, org: Number(org), meeting: Number(meeting) }
      : { kind: "organisation", org: Number(org) };
  }
}

/** The keys of Map and Grid: arrows, Home and End move, Enter and Space pick, Escape lets go. */
function keyed(app, event) {
  if (event.key === "Escape" && app.selection.kind !== "none") return app.pick({ kind: "none" });
  const sign = event.target.closest("svg [data-key]");
  if (!sign) return undefined;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    return app.pick(app.cellOfKey(sign.dataset.key.replace("org-", "row-")));
  }
  const next = moved(app, sign, event.key);
  if (!next) return undefined;
  event.preventDefault();
  sign.setAttribute("tabindex", -1);
  next.setAttribute("tabindex", 0);
  app.focus[app.view] = app.view === "map" ? Number(next.dataset.key.slice(4)) : next.dataset.key;
  return next.focus();
}

function moved(app, sign, key) {
  const across = { ArrowRight: 1, ArrowLeft: -1 }[key] || 0,
    down = { ArrowDown: 1, ArrowUp: -1 }[key] || 0;
  const all = [...app.parts.view.querySelectorAll("svg [data-key]")];
  if (key === "Home") return all[0];
  if (key === "End") return all.at(-1);
  if (!across && !down) return null;
  const wide = app.view === "grid" ? app.parts.view.querySelector("[role=row]").children.length : 1;
  const step = across || down * (app.view === "grid" ? wide - 1 : 1);
  return all[all.indexOf(sign) + step] || null;
}

/** A widget's entry: Python holds the state as selection, window, rules and view. */
export default {
  render({ model, el }) {
    const data = model.get("data"),
      root = make("div", { class: "leadnet-explore" });
    // JupyterLab takes arrow keys and Enter for its own, but from what has the focus and bears this attribute
    root.addEventListener("focusin", (event) => event.target.setAttribute("data-lm-suppress-shortcuts", "true"));
    el.append(root);
    let telling = false; // while it tells Python, what it has set so far is no news from Python
    let soon = 0;
    const app = new Explorer(data, root, (now) => {
      clearTimeout(soon); // a slider drawn along tells where it stopped, and Python tests that alone
      soon = setTimeout(() => {
        telling = true;
        model.set("selection", outward(now));
        model.set("window", now.state.window);
        model.set("rules", { ...now.state.rules });
        model.set("view", now.view);
        model.save_changes();
        telling = false;
      }, 150);
    });
    const taken = () => {
      const told = {
        selection: inward(data, model.get("selection")),
        window: model.get("window"),
        rules: model.get("rules"),
        view: model.get("view"),
      };
      const same =
        samePick(told.selection, app.selection) &&
        told.view === app.view &&
        JSON.stringify([told.window, told.rules]) === JSON.stringify([app.state.window, app.state.rules]);
      if (!same && !telling) app.set(told);
    };
    for (const name of ["selection", "window", "rules", "view"]) model.on(`change:${name}`, taken);
    model.on("change:tested", () => {
      data.tests.push(model.get("tested"));
      app.count();
      app.show(app.said());
    });
    taken();
  },
};

/** What is picked, by ids, as Python reads it. */
function outward(app) {
  const { data, selection } = app,
    org = (place) => data.organisations[place].id;
  const meeting = (place) => data.meetings[place].id;
  return {
    none: () => ({}),
    organisation: () => ({ organisation: org(selection.org) }),
    pair: () => ({ pair: [org(selection.a), org(selection.b)] }),
    meeting: () => ({ meeting: meeting(selection.meeting) }),
    cell: () => ({ organisation: org(selection.org), meeting: meeting(selection.meeting) }),
    clause: () => ({ clause: data.clauses[selection.clause].id }),
  }[selection.kind]();
}

function inward(data, told) {
  const org = (id) => data.organisations.findIndex((at) => at.id === id);
  const meeting = (id) => data.meetings.findIndex((at) => at.id === id);
  const found = told.pair
    ? { kind: "pair", a: Math.min(...told.pair.map(org)), b: Math.max(...told.pair.map(org)) }
    : told.clause
      ? { kind: "clause", clause: data.clauses.findIndex((at) => at.id === told.clause) }
      : told.organisation && told.meeting
        ? { kind: "cell", org: org(told.organisation), meeting: meeting(told.meeting) }
        : told.organisation
          ? { kind: "organisation", org: org(told.organisation) }
          : told.meeting
            ? { kind: "meeting", meeting: meeting(told.meeting) }
            : { kind: "none" };
  return Object.values(found).includes(-1) ? { kind: "none" } : found;
}
