// The sign of each tier and sector. SIGNS, OTHER_SIGN and GROUP_WORDS come from leadnet/figures/signs.py, as in the
// charts of the briefing: a sign means the same in both, in every study and under every setting.

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
  return SIGNS[group] || OTHER_SIGN;
}

/** What the legend of the map shows: each sign with its words; sectors of one sign stand together. */
function signsShown(looks) {
  const known = looks.groups.filter((group) => SIGNS[group]);
  const shown = known.map((group) => [looks.of[group], groupName(group)]);
  const others = looks.groups.filter((group) => !SIGNS[group]);
  const words = others.length === 1 ? groupName(others[0]) : OTHER_WORDS;
  return others.length ? [...shown, [OTHER_SIGN, words]] : shown;
}
