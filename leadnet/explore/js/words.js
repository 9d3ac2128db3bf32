// Words: dates, sentences and cells as text. Names come from papers: they are set as text, never as markup.

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufefc]/;
const UNTESTED = "not tested";

/** A name as it may stand inside a sentence: signs that turn the direction of writing end with it. */
function apart(text) {
  return TURNS.test(text) ? `\u2068${text}\u2069` : text;
}

function cut(text, letters) {
  const signs = [...text];
  return apart(signs.length > letters ? `${signs.slice(0, letters - 1).join("")}…` : text);
}

function longDate(iso) {
  if (!iso) return "an unknown day";
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

function shortDate(iso) {
  return iso ? `${MONTHS[Number(iso.slice(5, 7)) - 1].slice(0, 3)} ${iso.slice(2, 4)}` : "undated";
}

function meetingName(data, meeting) {
  const at = data.meetings[meeting];
  return `${apart(data.bodies[at.body] || at.body)}, ${longDate(at.date)}`;
}

function plural(n, word, many = `${word}s`) {
  return `${n.toLocaleString("en-GB")} ${n === 1 ? word : many}`;
}

/** The group of an organisation on the map, in words. */
function groupName(group) {
  const words = group.replaceAll("-", " ");
  return GROUP_WORDS[group] || apart(words.charAt(0).toUpperCase() + words.slice(1));
}

/** What the record and the test say of a pair, as sentences. */
function pairSays({ counts, test, tested }, a, b) {
  const row = tested.row(a, b);
  const n = metTimes(counts, a, b);
  const name = (org) => apart(counts.data.organisations[org].short);
  const of = row ? ` of the ${plural(row.possible, "meeting")} both could have been at` : "";
  const met = n
    ? `${name(a)} and ${name(b)} met at ${n}${of || ` ${n === 1 ? "meeting" : "meetings"}`}.`
    : `${name(a)} and ${name(b)} are at no meeting together under these settings.`;
  if (!test) return [met, "Not tested under these settings: whether this is more than chance is not known here."];
  const chance = row ? `By chance it would be about ${row.expected.toFixed(1)}` : "";
  const q = row
    ? `(p ${row.q < 0.001 ? "below 0.001" : `= ${row.q.toPrecision(2)}`}, corrected for all pairs tested)`
    : "";
  return [
    met,
    {
      more: `Verdict: more than chance explains. ${chance} ${q}.`,
      less: `Verdict: less than chance explains. ${chance} ${q}.`,
      "as chance": `Verdict: as chance would have it. ${chance}.`,
      "cannot be told":
        "Verdict: cannot be told. With so few meetings, not even the most or the fewest the two could " +
        "have shared would differ from chance.",
    }[tested.verdict(a, b)],
  ];
}

/** What was counted, for captions and the status line. */
function settingsSaid(data, state) {
  const window = state.window.length
    ? `${longDate(state.window[0])} to ${longDate(state.window[1])}`
    : "the whole record";
  const changed = data.switches.filter((at) => state.rules[at.rule] !== data.rules[at.rule]);
  const rules = changed.map((at) => `${at.label}: ${state.rules[at.rule] === at.on ? "yes" : "no"}`);
  return { window, rules: rules.length ? rules.join("; ") : "as the study counts" };
}

/** A cell a spreadsheet shows as it is: what it could run has an apostrophe before it. */
function harmless(cell) {
  const text = String(cell);
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function csvText(rows) {
  const quoted = (cell) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return "\ufeff" + rows.map((row) => row.map((cell) => quoted(harmless(cell))).join(",")).join("\r\n") + "\r\n";
}

/** The single lines a cell of cites names: `doc:8-10` is three. */
function spreadCites(cites) {
  return cites
    .split(" ")
    .filter(Boolean)
    .flatMap((cite) => {
      const [, doc, first, last] = /^(.*):(\d+)(?:-(\d+))?$/.exec(cite) || [];
      if (!doc) return [cite];
      return Array.from(
        { length: Number(last || first) - Number(first) + 1 },
        (_, at) => `${doc}:${Number(first) + at}`,
      );
    });
}
