// Search: what holds the words looked for; where nothing does, the organisations whose names are nearly spelt so.

const NEAR = 5; // at most so many near names

function searched(app) {
  const wanted = lower(app.query.trim());
  if (!wanted) return [];
  const holds = (said) => lower(said).includes(wanted);
  const orgs = app.counts.order
    .filter((org) => holds(`${app.data.organisations[org].name} ${app.data.organisations[org].short}`))
    .map((org) => orgFound(app, org));
  const meetings = app.data.meetings
    .map((_, meeting) => meeting)
    .filter((meeting) => holds(`${meetingName(app.data, meeting)} ${app.data.meetings[meeting].date}`))
    .map((meeting) => [meetingName(app.data, meeting), { kind: "meeting", meeting }]);
  return [...orgs, ...meetings].slice(0, 8);
}

function orgFound(app, org) {
  return [cut(app.data.organisations[org].name, 60), { kind: "organisation", org }];
}

/** Organisations each word looked for is near in spelling to a word of; the nearest first. */
function nearNames(app) {
  const wanted = wordsOf(app.query);
  const far = (org) => {
    const held = wordsOf(`${app.data.organisations[org].name} ${app.data.organisations[org].short}`);
    return wanted.reduce((sum, word) => sum + Math.min(...held.map((other) => slips(word, other))), 0);
  };
  if (!wanted.length) return [];
  return app.counts.order
    .map((org) => [far(org), org])
    .filter(([away]) => away < Infinity)
    .sort((a, b) => a[0] - b[0])
    .slice(0, NEAR)
    .map(([, org]) => orgFound(app, org));
}

/** How many letters are wrong, missing, too many or swapped; Infinity where they are more than a slip. */
function slips(word, other) {
  const most = word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
  if (Math.abs(word.length - other.length) > most) return Infinity;
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= word.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (word[i - 1] === other[j - 1] ? 0 : 1));
      const swapped = i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length] <= most ? last[other.length] : Infinity;
}

function wordsOf(said) {
  return lower(said).match(/[\p{L}\p{N}]+/gu) || [];
}

function lower(said) {
  return said.toLocaleLowerCase("en-GB");
}
