"""Every table the rooms agree on: those of the study folder, the records code writes, and the five results.

This page is the contract. A column that changes here changes with everything that reads it.
"""

from __future__ import annotations

from leadnet.study.tables import Column, Table

KINDS = ("minutes", "report", "action log", "agenda", "web page", "news")
STATUSES = ("present", "in_attendance", "apologies", "absent", "expected")
PARTS = ("member", "support", "guest", "observer", "unknown")
KNOWN_BY = ("minutes", "later paper", "announced")
TIERS = ("county", "district", "unitary", "metropolitan", "metropolitan county", "london borough", "city corporation",
         "strategic regional authority", "combined authority", "police", "fire", "parish", "none")  # fmt: skip
SHOWS = ("shown begun", "shown done", "shown moved", "shown changed", "not mentioned later", "not judged",
         "no later document held")  # fmt: skip
SORTS = ("to do", "conditional promise", "to note", "for decision only")
DUE_KINDS = ("absolute", "relative", "none")
# From the strongest thing a record can say of an organisation at a meeting to the weakest.
# expected: a member of whom the list says nothing; not recorded: the minutes do not say who came.
STATES = ("present", "by substitute", "in support", "guest", "item only", "apologies", "absent", "not recorded",
          "expected", "not seen", "left out by the rules", "not a member then", "announced only",
          "held without minutes")  # fmt: skip

_DOC = Column("the paper, a row of sources.csv", needed=True, refers="sources.doc_id")
_LINE = Column("the line in the reader's text of the paper; `12-13` for an entry over two", needed=True, kind="lines")
_STATE = Column("proposed while no person has kept the row", one_of=("proposed", "kept"))
_CITES = Column("the lines it rests on, space-separated: doc:12, doc:8-31, organisations.csv#charnwood")


def _table(name: str, what: str, /, *key: str, **columns: Column) -> Table:
    return Table(name, what, {column.rstrip("_"): of for column, of in columns.items()}, key)


# ---- the study folder: what people write, and what reading proposes --------------------------------------------------

SOURCES = _table("sources", "One paper the study holds.", "doc_id",
    doc_id=Column("id made once and kept", kind="id", needed=True),
    file=Column("file below papers/", needed=True),
    kind=Column("what sort of paper", one_of=KINDS, needed=True),
    body_id=Column("the body it belongs to", refers="bodies.body_id"),
    date=Column("date of the paper or its meeting", kind="date"),
    origin=Column("where it was had from"),
    licence=Column("terms it may be used under"),
    access=Column("who may read it", one_of=("public", "internal", "exempt"), needed=True),
    sha256=Column("fingerprint of the file; blank until it is read"),
    state=_STATE)  # fmt: skip

ORGANISATIONS = _table("organisations", "One organisation that may take part.", "org_id",
    org_id=Column("id; a council has the register's", kind="id", needed=True),
    name=Column("full name", needed=True),
    short=Column("name for charts and tables"),
    kind=Column("kind of organisation, as in the packaged list of kinds"),
    sector=Column("sector"),
    tier=Column("tier of government", one_of=TIERS),
    area=Column("slug of the county council whose area it serves"),
    since=Column("first day", kind="date"),
    until=Column("last day", kind="date"),
    gss_code=Column("ONS nine-character code"),
    successors=Column("org_ids that followed it, a list"))  # fmt: skip

PEOPLE = _table("people", "One person.", "person_id",
    person_id=Column("id", kind="id", needed=True),
    name=Column("name in full", needed=True),
    seniority=Column("rank", one_of=("chief officer", "senior", "other", "elected", "unknown"), needed=True),
    named=Column("yes where the person may be named outside internal use", kind="yes"))  # fmt: skip

POSTS = _table("posts", "One post a person held; two rows at one date are a joint post or a double hat.",
    person_id=Column("the person", needed=True, refers="people.person_id"),
    org_id=Column("the organisation; blank when not known", refers="organisations.org_id"),
    post=Column("title of the post"),
    since=Column("first day", kind="date"),
    until=Column("last day", kind="date"))  # fmt: skip

MEMBERSHIPS = _table("memberships", "One spell in which an organisation had a seat on a body.",
    body_id=Column("the body", needed=True, refers="bodies.body_id"),
    org_id=Column("the organisation", needed=True, refers="organisations.org_id"),
    person_id=Column("the person who fills the seat", refers="people.person_id"),
    part=Column("in what part", one_of=PARTS),
    since=Column("first day", kind="date"),
    until=Column("last day", kind="date"),
    doc_id=Column("the paper that says so", refers="sources.doc_id"),
    line=Column("its line"),
    state=_STATE)  # fmt: skip

JUDGEMENTS = _table("judgements", "One signed answer of a person.", "question_id",
    question_id=Column("id", needed=True),
    kind=Column("what it is about", one_of=("organisation", "person", "action"), needed=True),
    left=Column("a printed name, or the id of a clause", needed=True),
    right=Column("the id it is, or `asks`, or `doc:line shown begun`", needed=True),
    scope=Column("how far the answer reaches", one_of=("line", "paper", "body", "study"), needed=True),
    verdict=Column("the answer", one_of=("same", "different", "unsure"), needed=True),
    by=Column("who answered", needed=True),
    on=Column("when", kind="date", needed=True),
    because=Column("why", needed=True))  # fmt: skip

CORRECTIONS = _table("corrections", "One misreading put right by hand, replayed after every read.",
    doc_id=_DOC,
    line=_LINE,
    n=Column("which of several rows on that line, 1 the first; blank where `was` tells", kind="integer"),
    table=Column("the records table", one_of=("attendance", "meetings", "items", "decisions"), needed=True),
    column=Column("the column", needed=True),
    was=Column("what the reader gave; `+` adds a row and `-` leaves one out"),
    is_=Column("what it should be"),
    by=Column("who", needed=True),
    on=Column("when", kind="date", needed=True),
    because=Column("why", needed=True))  # fmt: skip

BODIES = _table("bodies", "One board or group that meets.", "body_id",
    body_id=Column("id", kind="id", needed=True),
    name=Column("full name", needed=True),
    short=Column("abbreviation"),
    host=Column("the organisation that runs it", refers="organisations.org_id"),
    area=Column("slug of its council area"))  # fmt: skip

WORKSTREAMS = _table("workstreams", "One organisation's part in one piece of joint work, at the line that says so.",
    workstream_id=Column("id", kind="id", needed=True),
    name=Column("name", needed=True),
    org_id=Column("the partner; blank where the line names none", refers="organisations.org_id"),
    part=Column("its part", one_of=("leads", "joins", "to be told")),
    doc_id=_DOC,
    line=_LINE,
    state=_STATE)  # fmt: skip

STAGES = _table("stages", "One stage of a project as one paper states it.",
    project_id=Column("the project", kind="id", needed=True),
    stage_id=Column("the stage", kind="id", needed=True),
    name=Column("name", needed=True),
    state=Column("how it is stated", one_of=("planned", "restated", "actual", "proposed"), needed=True),
    org_id=Column("the council the row is about; blank where it is about all its words mean",
                  refers="organisations.org_id"),
    from_=Column("earliest day the words allow", kind="date"),
    to=Column("latest day the words allow", kind="date"),
    as_printed=Column("the words"),
    doc_id=_DOC,
    line=_LINE)  # fmt: skip

CLAIMS = _table("claims", "What one paper says on one point: a fact, or one element of what a project is to cover.",
    claim_id=Column("the point; of a scope the project", kind="id", needed=True),
    what=Column("the point in words", needed=True),
    sort=Column("a fact, or an element of a scope", one_of=("fact", "scope"), needed=True),
    value=Column("what the paper says, in short; papers that say the same have the same words here", needed=True),
    by=Column("the organisation the fact is put down to, by its full name"),
    from_=Column("earliest day the words allow", kind="date"),
    to=Column("latest day the words allow", kind="date"),
    as_printed=Column("the words", needed=True),
    doc_id=_DOC,
    line=_LINE)  # fmt: skip

INPUTS = {
    "sources.csv": SOURCES,
    "bodies.csv": BODIES,
    "workstreams.csv": WORKSTREAMS,
    "stages.csv": STAGES,
    "claims.csv": CLAIMS,
    "register/organisations.csv": ORGANISATIONS,
    "register/people.csv": PEOPLE,
    "register/posts.csv": POSTS,
    "register/memberships.csv": MEMBERSHIPS,
    "register/judgements.csv": JUDGEMENTS,
    "register/corrections.csv": CORRECTIONS,
}

# ---- records: what reading and naming write --------------------------------------------------------------------------

LINES = _table("lines", "One line of a paper's text.", "doc_id", "line",
    doc_id=_DOC,
    line=Column("its number", kind="integer", needed=True),
    page=Column("its page, where the format has pages", kind="integer"),
    part=Column("what it belongs to: heading, attendance, item, decision, text"),
    text=Column("the text"))  # fmt: skip

MEETINGS = _table("meetings", "One meeting of one body, held or announced.", "meeting_id",
    meeting_id=Column("body and date", needed=True),
    body_id=Column("the body", refers="bodies.body_id"),
    date=Column("the day", kind="date"),
    start_time=Column("HH:MM"),
    end_time=Column("HH:MM"),
    venue=Column("where"),
    known_by=Column("how the record knows of it", one_of=KNOWN_BY, needed=True),
    doc_id=_DOC,
    line=_LINE)  # fmt: skip

ATTENDANCE = _table("attendance", "One entry of an attendance list.", "doc_id", "line", "n",
    meeting_id=Column("the meeting", needed=True, refers="meetings.meeting_id"),
    doc_id=_DOC,
    line=_LINE,
    n=Column("which entry of the line, from 1", kind="integer", needed=True),
    heading=Column("the list's heading as printed"),
    part=Column("in what part", one_of=PARTS),
    printed=Column("the name as printed"),
    person=Column("the name without title or post-nominals"),
    title=Column("honorific or rank as printed"),
    role=Column("the post as printed"),
    organisations=Column("as printed, a list"),
    status=Column("what the list says of the person", one_of=STATUSES, needed=True),
    mode=Column("how they took part", one_of=("room", "virtual", "unknown")),
    chair=Column("chaired this meeting", kind="yes"),
    on_behalf_of=Column("the person replaced, as printed"),
    items=Column("the items they were there for, a list; blank is the whole meeting"),
    arrived=Column("as printed"),
    left=Column("as printed"),
    sure=Column("how sure the reading is", one_of=("sure", "unsure")))  # fmt: skip

ITEMS = _table("items", "One numbered item of a meeting.", "item_id",
    item_id=Column("meeting_id/number", needed=True),
    meeting_id=Column("the meeting", needed=True, refers="meetings.meeting_id"),
    number=Column("minute number"),
    agenda_number=Column("number on the agenda"),
    title=Column("heading"),
    doc_id=_DOC,
    line=_LINE)  # fmt: skip

DECISIONS = _table("decisions", "One decision clause, action or commitment in running text.", "decision_id",
    decision_id=Column("doc:line:n", needed=True),
    item_id=Column("the item it stands under", refers="items.item_id"),
    limb=Column("its own number, as (iii)"),
    kind=Column("what it is", one_of=("agreed", "resolved", "noted", "action", "recommended", "commitment")),
    marked=Column("marker in capitals, or plain", one_of=("capitals", "plain")),
    text=Column("the words"),
    owners=Column("as printed, a list"),
    due_from=Column("earliest day", kind="date"),
    due_to=Column("latest day", kind="date"),
    due_printed=Column("the words of the date"),
    asks=Column("yes where the words ask somebody to do something, as code reads them", kind="yes"),
    doc_id=_DOC,
    line=_LINE)  # fmt: skip

SEATS = _table("seats", "One seat a paper lists, which is no attendance; a person may keep it in memberships.csv.",
    "doc_id", "line", "n",
    doc_id=_DOC,
    line=_LINE,
    n=Column("which seat of the line, from 1", kind="integer", needed=True),
    body_id=Column("the body; blank where bodies.csv does not know it", refers="bodies.body_id"),
    found_in=Column("a list of members, a circulation list, or (what is vacant) an attendance list",
                    one_of=("membership", "circulation", "attendance"), needed=True),
    heading=Column("the list's heading as printed"),
    printed=Column("the entry as printed", needed=True),
    person=Column("who holds it, without title or post-nominals"),
    role=Column("the post as printed"),
    organisations=Column("as printed, a list"),
    part=Column("in what part", one_of=PARTS),
    vacant=Column("yes where the paper says that nobody holds it", kind="yes"))  # fmt: skip

MENTIONS = _table("mentions", "One name or reference as printed in a paper.", "mention_id",
    mention_id=Column("doc:line:n", needed=True),
    kind=Column("of what", one_of=("organisation", "person", "meeting", "reference")),
    printed=Column("as printed"),
    doc_id=_DOC,
    line=_LINE)  # fmt: skip

LINKS = _table("links", "What a mention was taken for.", "mention_id", "kind",
    mention_id=Column("the mention", needed=True, refers="mentions.mention_id"),
    kind=Column("what the id is; a person's mention may carry an organisation too", one_of=("organisation", "person")),
    id=Column("org_id or person_id", needed=True),
    how=Column("by what right", one_of=("exact", "rule", "judgement")),
    because=Column("the reason in words"))  # fmt: skip

PROBLEMS = _table("problems", "Something that could not be taken from a paper.",
    doc_id=Column("the paper or file"),
    line=Column("the line"),
    what=Column("what is wrong"),
    do=Column("what to do"))  # fmt: skip

_RECORDS = (LINES, MEETINGS, ATTENDANCE, ITEMS, DECISIONS, SEATS, MENTIONS, LINKS, PROBLEMS)
RECORDS = {table.name: table for table in _RECORDS}

QUESTIONS = _table("questions", "Something a person is asked, with both contexts.", "question_id",
    question_id=Column("made from what is asked, so that it is the same in every build", needed=True),
    kind=Column("what it is about", one_of=("organisation", "person", "action")),
    left=Column("a printed name, or the id of a clause"),
    right=Column("what it might be"),
    scope=Column("how far an answer would reach", one_of=("line", "paper", "body", "study")),
    doc_id=Column("where it was met"),
    line=Column("its line"),
    asked=Column("the question in words"),
    for_=Column("what speaks for it"),
    against=Column("what speaks against it"),
    mention=Column("a mention an answer reaches"),
    other=Column("a mention of the person compared"))  # fmt: skip

# ---- what leaves the rooms -------------------------------------------------------------------------------------------

FINDINGS = _table("findings", "One reported number.", "finding_id",
    finding_id=Column("measure/subject[/other][/since-until]", needed=True),
    measure=Column("the measure", needed=True),
    subject=Column("what it is about"),
    other=Column("the second of a pair"),
    since=Column("first day of the window", kind="date"),
    until=Column("last day of the window", kind="date"),
    value=Column("the number", kind="number"),
    unit=Column("of what"),
    low=Column("lower end", kind="number"),
    high=Column("upper end", kind="number"),
    range=Column("what low and high mean", one_of=("wilson 95", "jeffreys 95", "kaplan-meier 95", "bootstrap 95",
                                                   "missing minutes", "dates")),
    n=Column("how many counted", kind="number"),
    of=Column("out of how many", kind="number"),
    rules=Column("the counting rules in force"),
    cites=_CITES,
    note=Column("what must be said beside it"))  # fmt: skip


def _cells(name: str, what: str, key: str, column: Column, heads: str) -> Table:
    """A row and a meeting in each row: the Grid of organisations, and that of people."""
    return _table(name, what, key, "meeting_id",
        **{key: column},
        meeting_id=Column("the meeting", needed=True),
        state=Column("what the record says", one_of=STATES, needed=True),
        heads=Column(heads, kind="integer"),
        cites=_CITES)  # fmt: skip


GRID = _cells("grid", "One organisation at one meeting.", "org_id",
    Column("the organisation", needed=True), "people in the room")  # fmt: skip

PEOPLE_GRID = _cells("people_grid", "One person at one meeting.", "person_id",
    Column("the first entry that has the person, doc:line:n; no name", needed=True), "1 when in the room")  # fmt: skip

TIES = _table("ties", "A pair of organisations and its test against chance.", "organisation_a", "organisation_b",
    organisation_a=Column("first of the pair, in order", needed=True),
    organisation_b=Column("second", needed=True),
    together=Column("meetings at which both were in the room and shared an item", kind="integer"),
    possible=Column("meetings at which both could have been", kind="integer"),
    opportunity=Column("known by membership lists, or by first and last meeting seen where none is held; blank: none",
                       one_of=("members", "seen", "both")),
    share=Column("together / possible", kind="number"),
    newman=Column("sum over the meetings together of 1 / (organisations in the room - 1)", kind="number"),
    hyperbolic=Column("sum over the meetings together of 1 / organisations in the room", kind="number"),
    jaccard=Column("together / meetings at which either was in the room", kind="number"),
    expected=Column("meetings together by chance", kind="number"),
    ratio=Column("together / expected", kind="number"),
    p_upper=Column("chance of as many or more", kind="number"),
    p_lower=Column("chance of as few or fewer", kind="number"),
    q=Column("corrected over the pairs tested", kind="number"),
    can_show_more=Column("yes where the most meetings they could share would reach the level", kind="yes"),
    can_show_less=Column("yes where the fewest would", kind="yes"),
    verdict=Column("more, less, as chance, cannot be told",
                   one_of=("more", "less", "as chance", "cannot be told")),
    cites=_CITES)  # fmt: skip

LEDGER = _table("ledger", "One decision or commitment with what later papers show of it; a row for each showing.",
    action_id=Column("decision_id", needed=True),
    item_id=Column("the item"),
    where=Column("how it is printed", one_of=("marked", "plain", "running text")),
    asks=Column("what it is", one_of=("to do", "for decision only", "not judged")),
    sort=Column("what it is by its words; blank while not judged", one_of=SORTS),
    text=Column("the words"),
    owners=Column("who, as printed"),
    owner_kind=Column("what kind of owner each is, a list in the same order: person, post, organisation, collective"),
    due_from=Column("earliest day", kind="date"),
    due_to=Column("latest day", kind="date"),
    due_printed=Column("the words of the date"),
    due_kind=Column("a day or month, words that need the meeting to reckon from, or none", one_of=DUE_KINDS),
    shows=Column("what later papers show; blank for a clause that asks for nothing", one_of=SHOWS),
    doc_id=Column("the later paper"),
    line=Column("its line"),
    suggested=Column("while not judged: the lines of the later paper that may bear on it, best first, a list; "
                     "of a row of an action log: the clause it may repeat"),
    because=Column("why they are suggested"),
    cites=_CITES)  # fmt: skip

COVERAGE = _table("coverage", "One meeting the record knows of, and what is held of it.",
    meeting_id=Column("the meeting", needed=True),
    body_id=Column("the body"),
    date=Column("the day", kind="date"),
    known_by=Column("how it is known", one_of=KNOWN_BY),
    cites=_CITES)  # fmt: skip
