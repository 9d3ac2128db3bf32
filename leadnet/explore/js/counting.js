// Counting in the browser, as leadnet's tables count: who was in the room, who met whom, under any switches and window.
// Nothing here tests anything: tests against chance are made before, and looked up by the settings they hold for.

const LEFT_OUT = "left out by the rules";
const AWAY = { apologies: "apologies", absent: "absent", expected: "not recorded" };

/** Whether a meeting lies in a window of two days; an undated one lies only in the whole record. */
function inWindow(meeting, window) {
  return !window.length || (meeting.date !== "" && window[0] <= meeting.date && meeting.date <= window[1]);
}

/** What is the same under all settings: entries by meeting, items as lists, the order of states. */
function indexed(data) {
  const byMeeting = data.meetings.map(() => []);
  data.entries.meeting.forEach((meeting, entry) => byMeeting[meeting].push(entry));
  const items = data.entries.items.map((cell) =>
    cell
      .split("|")
      .map((part) => part.trim())
      .filter(Boolean),
  );
  const code = Object.fromEntries(data.words.states.map((state, place) => [state, place]));
  return { byMeeting, items, code };
}

/** What one entry says of its organisation: a state of the Grid, and whether it puts it in the room. */
function readEntry(words, rules, at) {
  const part = words.parts[at.part],
    status = words.statuses[at.status];
  const counted =
    (rules.host_support || !(part === "support" && at.host)) &&
    (rules.substitutes || !at.substitute) &&
    (rules.guests || (part !== "guest" && part !== "observer")) &&
    (rules.virtual || !at.virtual);
  if (!counted) return { state: LEFT_OUT, inRoom: false };
  if (status !== "present" && status !== "in_attendance") return { state: AWAY[status] || "not seen", inRoom: false };
  const way = { support: "in support", guest: "guest", observer: "guest" }[part] || "present";
  return { state: at.some ? "item only" : at.substitute ? "by substitute" : way, inRoom: true };
}

/** What every entry says, null for one the switches leave no organisation; entries alike share one answer. */
function readAll(data, rules, items, as) {
  const E = data.entries,
    known = [];
  return E.org.map((org, entry) => {
    if (!stands(data, rules, entry)) return null;
    const host = Number(as[org] === data.meetings[E.meeting[entry]].host),
      some = Number(items[entry].length > 0);
    const alike =
      ((((E.status[entry] * 8 + E.part[entry]) * 2 + E.substitute[entry]) * 2 + E.virtual[entry]) * 2 + host) * 2 +
      some;
    known[alike] =
      known[alike] ||
      readEntry(data.words, rules, {
        status: E.status[entry],
        part: E.part[entry],
        substitute: E.substitute[entry],
        virtual: E.virtual[entry],
        host,
        some,
      });
    return known[alike];
  });
}

/** Whether the switches keep an entry's organisation at all: of a joint post or a double hat perhaps only the first. */
function stands(data, rules, entry) {
  const E = data.entries;
  if (E.org[entry] < 0) return false;
  return !E.joint[entry] || E.first[entry] || (E.by_post[entry] ? rules.double_hats : rules.joint_posts) !== "first";
}

/**
 * Everything that changes with switches and window. together and attended count meetings; seen: the meetings whose list
 * names an organisation; names: the organisations that count under a name; order: organisations as every view has them.
 */
function recount(data, index, rules, window) {
  const n = data.organisations.length;
  const inside = data.meetings.map((meeting) => inWindow(meeting, window));
  const as = data.organisations.map((org, place) => (rules.follow_successions ? org.follows : place));
  const items = rules.item_limited === "whole" ? index.items.map(() => []) : index.items;
  const read = readAll(data, rules, items, as);
  const places = data.organisations.map((_, place) => place);
  const counts = {
    data,
    index,
    rules,
    inside,
    as,
    items,
    read,
    together: new Int32Array(n * n),
    attended: new Int32Array(n),
    names: places.map(() => []),
    seen: places.map(() => []),
  };
  places.forEach((place) => counts.names[as[place]].push(place));
  data.meetings.forEach((_, meeting) => inside[meeting] && countMeeting(counts, meeting, n));
  counts.order = inOrder(
    data,
    places.filter((place) => as[place] === place && (rules.follow_successions || !data.organisations[place].later)),
  );
  return counts;
}

/** Everybody named at a meeting, in the room, and each pair that met. */
function countMeeting(counts, meeting, n) {
  for (const entry of counts.index.byMeeting[meeting]) {
    const seen = counts.read[entry] ? counts.seen[counts.as[counts.data.entries.org[entry]]] : [];
    if (seen.at(-1) !== meeting) seen.push(meeting);
  }
  const seats = seatsInRoom(counts, meeting);
  const orgs = [...seats.keys()].sort((a, b) => a - b);
  for (const org of orgs) counts.attended[org] += 1;
  for (let i = 0; i < orgs.length; i += 1)
    for (let j = i + 1, row = orgs[i] * n; j < orgs.length; j += 1) counts.together[row + orgs[j]] += 1;
  for (const [a, b] of missed(counts, seats)) counts.together[a * n + b] -= 1;
}

/** The entries that put each organisation in the room of a meeting. */
function seatsInRoom(counts, meeting) {
  const found = new Map();
  for (const entry of counts.index.byMeeting[meeting]) {
    if (!counts.read[entry] || !counts.read[entry].inRoom) continue;
    const org = counts.as[counts.data.entries.org[entry]];
    if (found.has(org)) found.get(org).push(entry);
    else found.set(org, [entry]);
  }
  return found;
}

/** Pairs (in order) both in the room that did not meet: one joint post for both, or no item shared. */
function missed(counts, seats) {
  const head = counts.data.entries.head;
  const orgsOf = new Map();
  for (const [org, entries] of seats)
    for (const entry of entries) orgsOf.set(head[entry], (orgsOf.get(head[entry]) || new Set()).add(org));
  const tied = [...seats].filter(([, entries]) =>
    entries.every((entry) => counts.items[entry].length || orgsOf.get(head[entry]).size > 1),
  );
  const found = [];
  for (const [a, mine] of tied)
    for (const [b, theirs] of tied) if (a < b && !sharing(counts, mine, theirs).length) found.push([a, b]);
  return found;
}

/** The pairs of seats of two organisations that met: different people, there for the same item. */
function sharing(counts, mine, theirs) {
  const { head } = counts.data.entries;
  const share = (x, y) => {
    const a = counts.items[x],
      b = counts.items[y];
    return !a.length || !b.length || a.some((item) => b.includes(item));
  };
  return mine.flatMap((x) => theirs.filter((y) => head[x] !== head[y] && share(x, y)).map((y) => [x, y]));
}

/** The meetings at which two organisations met, with the entries that say so. */
function meetingsOf(counts, a, b) {
  const found = [];
  counts.data.meetings.forEach((_, meeting) => {
    if (!counts.inside[meeting]) return;
    const seats = seatsInRoom(counts, meeting);
    const met = seats.has(a) && seats.has(b) ? sharing(counts, seats.get(a), seats.get(b)) : [];
    if (met.length) found.push({ meeting, entries: [...new Set(met.flat())].sort((x, y) => x - y) });
  });
  return found;
}

/** How often two organisations met. */
function metTimes(counts, a, b) {
  return counts.together[Math.min(a, b) * counts.data.organisations.length + Math.max(a, b)];
}

/** One cell of the Grid: its state, the people in the room, and the lines it rests on. */
function cellOf(counts, org, meeting) {
  const { data, index } = counts;
  const known = data.meetings[meeting];
  const entries =
    known.known_by !== "minutes"
      ? []
      : index.byMeeting[meeting].filter((entry) => counts.read[entry] && counts.as[data.entries.org[entry]] === org);
  if (!entries.length)
    return { state: unseenState(counts, org, known.column), heads: 0, cites: known.cites, entries: [] };
  const inRoom = entries.filter((entry) => counts.read[entry].inRoom);
  const code = Math.min(...entries.map((entry) => index.code[counts.read[entry].state]));
  const behind = inRoom.length ? inRoom : entries;
  const cites = [...new Set(behind.map((entry) => data.entries.cites[entry]))].join(" ");
  const heads = new Set(inRoom.map((entry) => data.entries.head[entry])).size;
  return { state: data.words.states[code], heads, cites, entries: behind };
}

/** The state of a cell no list says anything of: the strongest of all organisations that count under this name. */
function unseenState(counts, org, column) {
  if (column < 0) return "not seen";
  const letters = counts.names[org].map((place) => counts.data.unseen[place].charCodeAt(column) - 97);
  return counts.data.words.states[Math.min(...letters)];
}

/** The test made for these settings, or null: the rules apart from switches no entry answers to, and the meetings. */
function testFor(data, rules, inside) {
  const matters = data.switches.filter((at) => at.touches > 0).map((at) => at.rule);
  const same = (test) =>
    matters.every((rule) => test.rules[rule] === rules[rule]) &&
    data.meetings.every(
      (meeting, place) => meeting.known_by !== "minutes" || inside[place] === inWindow(meeting, test.window),
    );
  return data.tests.find(same) || null;
}

/** What a test says of two organisations: `verdict` in a word, `row` its numbers, undefined where it has none. */
function testReader(data, test) {
  const words = { m: "more", l: "less", c: "as chance", n: "cannot be told" };
  const of = new Map((test ? test.of : []).map((id, at) => [id, at]));
  const place = data.organisations.map((org) => of.get(org.id));
  const at = (x, y) => {
    const a = Math.min(place[x], place[y]);
    return a * of.size - (a * (a + 1)) / 2 + Math.max(place[x], place[y]) - a - 1;
  };
  const verdict = (x, y) => (test ? words[test.verdict[at(x, y)]] || "cannot be told" : UNTESTED);
  const row = (x, y) => {
    const pair = at(x, y);
    if (!test || !(pair in test.possible)) return undefined;
    return { possible: test.possible[pair], expected: test.expected[pair], q: test.q[pair] };
  };
  return { verdict, row };
}
