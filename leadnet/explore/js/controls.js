// What stands about the view: search, window, switches, the choice of view, the pager and what is saved.

function frame(app) {
  const { data } = app;
  const status = make("p", { class: "status", role: "status", "aria-live": "polite" });
  const view = make("div", { class: "view", role: "tabpanel", "aria-label": "The view" });
  const panel = make("section", {
    class: "panel",
    "aria-label": "What is picked, and the lines behind it",
    tabindex: 0,
  });
  const found = make("ul", { class: "found" });
  const tabs = VIEWS.map(([name, label]) =>
    make(
      "button",
      {
        type: "button",
        role: "tab",
        "data-key": `view-${name}`,
        "data-view": name,
        on: { click: () => app.set({ view: name }) },
      },
      label,
    ),
  );
  const list = make(
    "div",
    { class: "tabs", role: "tablist", "aria-label": "Views", on: { keydown: (event) => tabKeyed(tabs, event) } },
    tabs,
  );
  const pager = make("div", { class: "pager" });
  const saves = make(
    "div",
    { class: "saves", role: "group", "aria-label": "Save this view" },
    "Save this view as",
    ["png", "svg", "csv"].map((format) =>
      make(
        "button",
        { type: "button", "data-key": `save-${format}`, on: { click: () => saveAs(app, format) } },
        format.toUpperCase(),
      ),
    ),
  );
  const controls = make("div", { class: "controls" }, searching(app, found), windowing(app), switching(app));
  const banner = data.made_up ? [make("p", { class: "banner" }, data.made_up)] : [];
  return {
    status,
    view,
    panel,
    found,
    tabs,
    pager,
    controls,
    all: [
      ...banner,
      controls,
      make("div", { class: "bar" }, list, saves),
      make("div", { class: "split" }, make("div", { class: "left" }, view, pager), panel),
      status,
    ],
  };
}

function tabKeyed(tabs, event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const at = (tabs.indexOf(event.target) + step + tabs.length) % tabs.length;
  tabs[at].focus();
  tabs[at].click();
}

function searching(app, found) {
  const input = make("input", {
    type: "search",
    "data-key": "search",
    autocomplete: "off",
    on: {
      input: () => {
        Object.assign(app, { query: input.value, tableRow: 0 });
        showFound(app, found);
      },
    },
  });
  return make("div", { class: "search" }, make("label", {}, "Search ", input), found);
}

/** What the search finds, as buttons; of a misspelling the names near to it. */
function showFound(app, found) {
  const hits = searched(app),
    near = hits.length ? [] : nearNames(app);
  const buttons = [...hits, ...near].map(([said, pick], at) =>
    make(
      "li",
      {},
      make("button", { type: "button", "data-key": `found-${at}`, on: { click: () => app.pick(pick) } }, said),
    ),
  );
  const asked = near.length ? [make("li", { class: "near" }, "Nothing by that spelling. Near it:")] : [];
  found.replaceChildren(...asked, ...buttons);
  const count = `${plural(hits.length, "organisation or meeting", "organisations and meetings")} found`;
  const nearSaid = near.length ? `; near in spelling: ${near.map(([said]) => said).join(", ")}` : "";
  app.show(app.query ? `${count}${nearSaid}` : "");
}

/** Two sliders over the days of meetings, and the windows the study names. */
function windowing(app) {
  const last = Math.max(0, app.days.length - 1);
  const slide = (label, key, value) =>
    make(
      "label",
      {},
      `${label} `,
      make("output", { class: key }),
      make("input", {
        type: "range",
        min: 0,
        max: last,
        value,
        "data-key": key,
        disabled: last === 0,
        on: { input: () => slid(app, key) },
      }),
    );
  const choices = [
    ["", "The whole record"],
    ...app.data.windows.map(([name, since, until]) => [`${since} ${until}`, name]),
    ["own", "As the sliders stand"],
  ];
  const select = make(
    "select",
    {
      "data-key": "windows",
      on: { change: () => select.value !== "own" && app.set({ window: select.value.split(" ").filter(Boolean) }) },
    },
    choices.map(([value, label]) => make("option", { value }, label)),
  );
  return make(
    "fieldset",
    { class: "window" },
    make("legend", {}, "Window"),
    make("label", {}, "Period ", select),
    slide("From", "since", 0),
    slide("Until", "until", last),
  );
}

function slid(app, moved) {
  const at = (key) => Number(app.parts.controls.querySelector(`[data-key=${key}]`).value);
  const [since, until] =
    moved === "since"
      ? [at("since"), Math.max(at("since"), at("until"))]
      : [Math.min(at("since"), at("until")), at("until")];
  const whole = since === 0 && until === app.days.length - 1;
  app.set({ window: whole ? [] : [app.days[since], app.days[until]] });
}

function switching(app) {
  return make(
    "details",
    { class: "switches" },
    make("summary", { "data-key": "rules" }, "Rules of counting"),
    make(
      "fieldset",
      {},
      make("legend", {}, "What counts as being there"),
      app.data.switches.map((at) =>
        make(
          "label",
          { class: at.touches ? "" : "idle" },
          make("input", {
            type: "checkbox",
            "data-key": `rule-${at.rule}`,
            "data-rule": at.rule,
            disabled: !at.touches,
            on: { change: (event) => app.set({ rules: { [at.rule]: event.target.checked ? at.on : at.off } }) },
          }),
          ` ${at.label} (${at.touches ? plural(at.touches, "entry", "entries") : "no entry of this record"})`,
        ),
      ),
    ),
  );
}

/** Controls as the state has them. */
function showControls(app) {
  const { controls, tabs, pager } = app.parts,
    [since, until] = app.state.window;
  for (const tab of tabs) {
    tab.setAttribute("aria-selected", tab.dataset.view === app.view);
    tab.setAttribute("tabindex", tab.dataset.view === app.view ? 0 : -1);
  }
  for (const input of controls.querySelectorAll("[data-rule]")) {
    input.checked =
      app.state.rules[input.dataset.rule] === app.data.switches.find((at) => at.rule === input.dataset.rule).on;
  }
  const first = since
    ? Math.max(
        0,
        app.days.findIndex((day) => day >= since),
      )
    : 0;
  const last = until ? app.days.findLastIndex((day) => day <= until) : app.days.length - 1;
  for (const [key, place] of [
    ["since", first],
    ["until", last],
  ]) {
    controls.querySelector(`[data-key=${key}]`).value = place;
    controls.querySelector(`[data-key=${key}]`).setAttribute("aria-valuetext", longDate(app.days[place]));
    controls.querySelector(`output.${key}`).textContent = longDate(app.days[place]);
  }
  const value = app.state.window.join(" "),
    select = controls.querySelector("[data-key=windows]");
  select.value = [...select.options].some((option) => option.value === value) ? value : "own";
  pager.replaceChildren(
    ...pages(app)
      .filter(([, n, size]) => n > size)
      .map((page) => pageButtons(app, ...page)),
  );
}

function pageButtons(app, place, n, size, word) {
  const at = app[place],
    button = (label, to, off) =>
      make(
        "button",
        { type: "button", "data-key": `${place}-${label}`, disabled: off, on: { click: () => app.step(place, to) } },
        `${label} ${word}`,
      );
  return make(
    "span",
    {},
    button("Earlier", Math.max(0, at - size), at === 0),
    ` ${at + 1} to ${Math.min(n, at + size)} of ${n.toLocaleString("en-GB")} `,
    button("Later", at + size, at + size >= n),
  );
}
