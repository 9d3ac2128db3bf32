// The sign of each tier and sector: fixed here once, so that it means the same in every study and under every setting.

const SIGNS = {
  __proto__: null, // a sector may be called anything
  county: ["square", INK.navy],
  district: ["circle", INK.teal],
  neighbour: ["diamond", INK.lilac],
  "other-council": ["diamond", INK.navy, true],
  "local-government": ["hexagon", INK.teal],
  parish: ["hexagon", INK.grey, true],
  police: ["cross", INK.navy],
  fire: ["triangle", INK.orange],
  health: ["plus", INK.plum],
  "criminal-justice": ["nabla", INK.grey],
  "voluntary-and-community": ["star", INK.orange],
  business: ["pentagon", INK.navy],
  "employment-and-skills": ["east", INK.plum],
  education: ["west", INK.teal],
  housing: ["pentagon", INK.plum, true],
  "partnership-body": ["spark", INK.grey],
  regional: ["west", INK.grey, true],
  "central-government": ["square", INK.plum, true],
  environment: ["circle", INK.grey, true],
  transport: ["triangle", INK.navy, true],
  culture: ["star", INK.plum, true],
  faith: ["plus", INK.navy, true],
  media: ["east", INK.navy, true],
  regulator: ["nabla", INK.plum, true],
};
const OTHER_SIGN = { shape: "spark", colour: INK.plum, dotted: true };

/** The groups of a record in the order of every view, and the sign of each. */
function looks(data) {
  const groups = [...new Set(data.organisations.map((org) => org.group))].sort(
    (a, b) => rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  const of = { __proto__: null };
  for (const group of groups) of[group] = signOf(group);
  return { groups, of };
}

function signOf(group) {
  if (!SIGNS[group]) return OTHER_SIGN;
  const [shape, colour, dotted = false] = SIGNS[group];
  return { shape, colour, dotted };
}

/** What the legend of the map shows: each sign with its words; sectors of one sign stand together. */
function signsShown(looks) {
  const known = looks.groups.filter((group) => SIGNS[group]);
  const shown = known.map((group) => [looks.of[group], groupName(group)]);
  const others = looks.groups.filter((group) => !SIGNS[group]);
  const words = others.length === 1 ? groupName(others[0]) : "Other sectors, or none given";
  return others.length ? [...shown, [OTHER_SIGN, words]] : shown;
}
