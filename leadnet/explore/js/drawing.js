// What every view is drawn with: elements made one by one (text is always text), shapes, and a frame with its caption.

const SVG = "http://www.w3.org/2000/svg";
const INK = {
  navy: "#12436d",
  teal: "#28a197",
  plum: "#801650",
  orange: "#f46a25",
  grey: "#3d3d3d",
  lilac: "#a285d1",
  text: "#1a1a1a",
  faint: "#5f6770",
  line: "#8a929b",
  pale: "#eef1f4",
  white: "#ffffff",
};
const FONT = "Arial, 'Liberation Sans', Helvetica, sans-serif";

/** An element with attributes and children; `on` holds listeners, and a string child becomes a text node. */
function make(name, attributes = {}, ...children) {
  return built(document.createElement(name), attributes, children);
}

function draw(name, attributes = {}, ...children) {
  return built(document.createElementNS(SVG, name), attributes, children);
}

function built(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [event, does] of Object.entries(value)) element.addEventListener(event, does);
    else if (name.startsWith("aria-")) element.setAttribute(name, String(value));
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

function text(x, y, said, attributes = {}) {
  return draw("text", { x, y, "font-family": FONT, "font-size": 12, fill: INK.text, ...attributes }, said);
}

/** The outline of a shape about (0, 0) that fills a circle of radius r. */
function outline(shape, r) {
  const ring = (n, turn, radius = () => r) =>
    Array.from({ length: n }, (_, at) => {
      const angle = turn + (2 * Math.PI * at) / n;
      return `${(radius(at) * Math.sin(angle)).toFixed(2)},${(-radius(at) * Math.cos(angle)).toFixed(2)}`;
    }).join("L");
  const arm = r * 0.36;
  const plus = `M${-arm},${-r}H${arm}V${-arm}H${r}V${arm}H${arm}V${r}H${-arm}V${arm}H${-r}V${-arm}H${-arm}Z`;
  if (shape === "circle") return `M${-r},0A${r},${r} 0 1 1 ${r},0A${r},${r} 0 1 1 ${-r},0Z`;
  if (shape === "plus") return plus;
  if (shape === "star") return `M${ring(10, 0, (at) => (at % 2 ? r * 0.5 : r * 1.1))}Z`;
  if (shape === "spark") return `M${ring(8, 0, (at) => (at % 2 ? r * 0.42 : r * 1.15))}Z`;
  const cornered = {
    square: [4, Math.PI / 4],
    diamond: [4, 0],
    triangle: [3, 0],
    nabla: [3, Math.PI],
    east: [3, Math.PI / 2],
    west: [3, -Math.PI / 2],
    pentagon: [5, 0],
    hexagon: [6, Math.PI / 6],
  }[shape];
  return `M${ring(...cornered)}Z`;
}

/** The sign of a group at a place: its shape and colour, some with a white dot. */
function sign(look, r, x, y, attributes = {}) {
  const turned = look.shape === "cross" ? " rotate(45)" : "";
  return draw(
    "g",
    { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})${turned}` },
    draw("path", { d: outline(look.shape === "cross" ? "plus" : look.shape, r), fill: look.colour, ...attributes }),
    look.dotted ? draw("circle", { r: r * 0.34, fill: INK.white }) : null,
  );
}

function rank(group) {
  const place = ["county", "district", "neighbour", "other-council"].indexOf(group);
  return place < 0 ? (group === "other" ? 9 : 5) : place;
}

/** Organisations in the order of every view: by tier or sector, then by name. No order by how often they came. */
function inOrder(data, places) {
  const keys = data.organisations.map((org) => `${rank(org.group)} ${org.group} ${org.name}`);
  return [...places].sort((a, b) => (keys[a] < keys[b] ? -1 : keys[a] > keys[b] ? 1 : a - b));
}

/** A drawing with its title above and its source below, so that it may leave by itself. */
function framed(width, height, label, said, source, ...parts) {
  const top = [
    text(16, 26, said.title, { "font-size": 17, "font-weight": "bold", fill: INK.navy }),
    text(16, 46, said.subtitle, { "font-size": 12.5, fill: INK.faint }),
  ];
  const foot = source.map((line, at) =>
    text(16, height - 10 - 16 * (source.length - 1 - at), line, { "font-size": 11, fill: INK.faint }),
  );
  return draw(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`,
      "data-width": width,
      "data-height": height,
      role: "group",
      "aria-label": label,
      class: "drawing",
      xmlns: SVG,
    },
    draw("rect", { width, height, fill: INK.white }),
    ...top,
    ...parts,
    ...foot,
  );
}

/** The lines under a drawing: what was counted, of what, and the sentence that goes with it. */
function sourceSaid(counts, state, test) {
  const { data } = counts;
  const held = data.meetings.filter((at, place) => at.known_by === "minutes" && counts.inside[place]).length;
  const said = settingsSaid(data, state);
  const made = data.made_up ? [data.made_up] : [];
  return [
    `${plural(held, "meeting")} with minutes, ${said.window}; rules: ${said.rules}.` +
      (test ? "" : " Not tested under these settings."),
    `${cut(data.title, 80)}, as at ${longDate(data.as_at)}. ${data.may_not[0]}`,
    ...made,
  ];
}
