"""The words by which names, posts, organisations and bodies of English local government are told apart.

General vocabulary only: no name of a place or a person's surname stands here.
"""

from __future__ import annotations

import re

from leadnet.documents.words.given_names import GIVEN_NAMES


def word_set(block: str) -> frozenset[str]:
    """The words of a block of text, in lower case."""
    return frozenset(block.lower().split())


# A name that ends in one of these is an organisation.
ORGANISATION_ENDS = word_set("""
    council councils authority authorities constabulary police partnership service services trust pct ccg icb icp cvs
    nhs association agency commission company ltd limited plc llp university college school academy chamber federation
    foundation centre network forum alliance union office department ministry diocese society institute consortium
    corporation bureau hospital hospitals homes housing plus together lep board group brigade probation court courts
    inspectorate parliament assembly bank enterprise enterprises action aid link connexions healthwatch charity church
    mosque gurdwara synagogue bc dc mbc cc lbc mencap barnardos ofsted observatory executive secretariat confederation
    team teams pc lsp cic cio bureaux cab crimestoppers relate groundwork sustrans unison unite gmb club infirmary
    surgery hospice nursery theatre museum museums cathedral airport railway railways headteachers governors volunteers
    aonb organisation organization assoc assn commerce energy systems businesses industries
    solutions holdings estates farms foods radio media housing committee cpt mind scope sure-start
    tc csp hwb lscb directorate rescue frs fra opcc homestart councils' schools colleges universities
    charities trusts consultancy society's cathedral campus rcc vcs
""")
# Of those, the ones that are an organisation even after "Chief Executive of" (others may end the name of a department).
EMPLOYER_ENDS = word_set("""
    council authority constabulary police trust pct ccg icb cvs association agency commission university college
    hospital hospitals chamber federation foundation academy school constabulary company ltd limited plc society
    dc bc mbc cc lbc pc tc icp nhs councils diocese
""")
# A post "of" one of these names who is spoken for: "Chair of the Flood Group", "Member of the Youth Forum".
SPOKEN_FOR = word_set(
    "chair chairman chairwoman chairperson vice-chair vice-chairman member secretary treasurer president "
    "trustee representative rep clerk leader governor convenor convener"
)
# An organisation that ends in one of these may have a post straight behind it: "Ash Vale Partnership Manager".
BEFORE_POST = EMPLOYER_ENDS | word_set(
    "partnership board alliance network forum centre group charity union church lep aonb icb lsp csp lscb homes "
    "housing wg"
)
# A name that begins so is an organisation.
ORGANISATION_STARTS = re.compile(
    r"^(?:The )?(?:Department (?:for|of)|Ministry of|Office (?:of|for)|Government Office|University (?:of|"
    r"Hospitals?)|"
    r"(?:(?:London |Royal )?Borough|City|County|District)(?: Council)? of|Diocese of|Church of|Chamber of|NHS\b|"
    r"L\.?B\.? (?:of )?(?=[A-Z][a-z]+)|"
    r"HMP?\b|HM Prison|"
    r"Connexions\b|Voluntary Action|Community Action|Age (?:Concern|UK)|Citizens'? Advice|Healthwatch|"
    r"Federation of|"
    r"Business Link|Institute of|Society of|Association of|Council (?:for|of)|Transport for|Job ?Cent(?:re|er)|"
    r"Rural Community|Campaign for|Confederation of|Arts Council|Sport England|Natural England|Homes England|"
    r"Victim Support|Volunteer(?=\s[A-Z])|Action (?:for|in|on)\b|Friends of|"
    r"Royal (?:Borough|Society|British|College|Mail)|Environment Agency|"
    r"English Heritage|Historic England|Highways (?:Agency|England)|National (?:Highways|Trust|Probation|Offender)|"
    r"Home[- ]?Start|Sure Start|Crown Prosecution|Learning (?:and|&) Skills|Youth Offending|Public Health (?=\S)|"
    r"Local Government Association|Police and Crime|Campaign to|Groundwork\b|Rural Action|Trading Standards)",
    re.IGNORECASE,
)
# Charities and agencies of which each place has its own: "Age UK, Kent" is one name.
BRANCHED = re.compile(
    r"(?:Age (?:Concern|UK)|Mind|Relate|Home-?Start|Victim Support|Healthwatch|"
    r"Citizens'? Advice(?: Bureau)?|CAB|CVS|"
    r"Voluntary Action|Groundwork|Connexions|Sure Start|Business Link|Samaritans|Mencap|Crossroads|Rethink)",
    re.IGNORECASE,
)
# Abbreviations that mean one organisation, or one kind of organisation, wherever they stand.
ABBREVIATIONS = word_set("""
    goem gowm gone gonw goyh goe gol gose gosw emda awm eeda seeda swrda nwda emra lga ccn dcn solace idea lgid riep
    socpo ppma adass adcs cipfa dwp detr dtlr odpm dclg clg mhclg dluhc defra dfes dcsf dfe dft hmpps hmcts cps opcc
    pcc nacro nspcc fsb cbi lsc pct ccg icb cvs emas nhse nhsi phe ukhsa jcp ofsted cqc csci hmicfrs cdrp nfu
""")
POST_WORDS = word_set("""
    chief director officer manager head leader chair chairman chairwoman chairperson convenor convener superintendent
    inspector constable commander secretary clerk adviser advisor assistant deputy coordinator co-ordinator consultant
    commissioner councillor member mayor mayoress lead principal president treasurer solicitor accountant analyst
    administrator registrar dean bishop archdeacon canon vicar rector governor engineer planner surveyor representative
    trustee controller sergeant lawyer auditor chancellor vice-chancellor vice-chair vice-chairman holder specialist
    practitioner editor supervisor partner executive team-leader minister moderator facilitator intern apprentice
    supt insp sgt fellow professor lecturer rep headteacher headmaster nurse gp scribe minutes note-taker ceo cfo
    chaplain magistrate clinician doctor pharmacist paramedic midwife teacher technician psychologist psychiatrist
    therapist ecologist archaeologist economist biologist geologist scientist arboriculturist architect
    sec treas dcs dass ambassador volunteer student alternate nominee invitee non-executive md pa asst
    co-chair co-chairman co-leader vice-chairman vice-president harbourmaster champion warden ranger
    worker spokesperson spokesman spokeswoman whip portfolio-holder agent translator interpreter businessman
    businesswoman trainer
""")
# A post that ends in one of these is whole: what follows it without a comma may be the organisation.
POST_ENDS = POST_WORDS - word_set("deputy assistant principal chief vice")
_POLICE = (
    r"(?:(?:[ATDC]/|Acting |Temporary |Temp\.? |Area )?(?:Det(?:ective)?\.? )?(?:Ch(?:ief)?\.? ?|C/|T/)?"
    r"(?:Supt|Sup|Superintendent|Insp(?:ector)?|Sgt|Sergeant|Constable)|"
    r"(?:Deputy |Assistant |Temporary |Acting )*Chief Constable|"
    r"(?:C\.I|P\.S|P\.C|D\.I|D\.S)(?=\.)|"
    r"(?:Fire|Crew|Watch|Station|Group) (?:Officer|Manager|Commander)(?= [A-Z][a-z]+ [A-Z])|"
    r"T/ACC|ACC|DCC|CC|P?FCC|PCC|[AD]?CFO|DCI|DI|DS|PCSO|PC|PS|WPC)"
)
_FORCES = (
    r"(?:(?:Lt|Lieutenant|Maj|Wing|Air|Group|Sqn|Squadron|Flt)\.? ?)?"
    r"(?:Major|Maj|Cpl|Corporal|Captain|Capt|Colonel|Col|Brigadier|Brig|General|Gen(?=\.)|Commander|Cdr|Commodore|Cdre|"
    r"Leader(?= [A-Z]))"
)
TITLES = (
    r"(?:(?:MRS?|MS|MISS|DR|CLLRS?|COUNCILLORS?|PROF|REV|SIR|LORD|LADY)\b|Mr|Mrs|Ms|Miss|Mx|Drs?|Messrs|"
    r"Prof(?:essor)?|"
    r"(?:The )?(?:(?:Rt|Right|Very|Most)\.? )?Rev(?:'?d|’d|erend)?|Revd|Canon|Fr|Father|Rabbi|Imam|Pastor|"
    r"(?:The )?Ven(?:erable)?|"
    r"Sir|Dame|Lord(?! Mayor)|Lady|(?:Deputy )?Mayor(?= [A-Z][a-z]+ [A-Z]| [A-Z][a-z]+$)|Baroness|"
    r"Viscount|His Worship|The Hon|Rt\.? Hon|(?:Hon(?:orary)?\.? )?Ald(?:erman)?|"
    r"(?:(?:County|Cty|District|Borough|City|Town|Parish|Community)"
    r"(?: ?[/&] ?(?:County|District|Borough|City|Town|Parish))* ?)?"
    r"(?:[CDT]?Cllrs?|Clls?r|Cll(?=\.? [A-Z])|Clrs?|Cllor|Councill?[oe]rs?|Coun(?=\.? [A-Z]))|"
    rf"{_POLICE}|{_FORCES})\b\.?"
)
# Capitals that are a rank before a name, and before anything else an abbreviation: "PC Lane", "CC Leisure".
DOUBTFUL_TITLES = re.compile(r"(?:CC|DC|PC|PCC|PS|DS|DI|CI|Leader)$")
POST_NOMINALS = (
    r"(?:Esq|M\.P|[MOC]\.B\.E|D\.L|J\.P|CC|OBE|MBE|CBE|KBE|DBE|BEM|CB|JP|DL|QPM|QFSM|QAM|KPM|CPFA|MP|MEP|QC|KC|PhD|BSc|MSc|MA|BA|LLB|"
    r"FRCP|FRCS|FRSA|"
    r"MRTPI|RIBA|FRICS|FCA|FCIH|FIPD|FCIPD|CIPFA|DSO|MC|TD|RD|VRD?|MVO|LVO|CStJ|GM|AFC|DFC|RN)"
)
SECTORS = re.compile(
    r"^(?:the )?(?:(?:private|public|voluntary|community|business|third|statutory|faith|independent|housing|health|"
    r"voluntary (?:and|&|/) community|education)(?:/\w+)?(?: sector)?(?: rep(?:resentative)?s?)?|(?:private|"
    r"public|voluntary|community|"
    r"business|third|voluntary (?:and|&|/) community)(?: [\w&]+){0,2} sector(?: (?:in|of|for) [\w ]+)?|"
    r"(?:primary|secondary|special|grammar|infant|junior)(?: (?:and|&|/) \w+)? (?:heads|schools|education)|"
    r"(?:FE|HE)(?: education)?|VS|CS|VCS|VCFS|PS|VCSE|individual|"
    r"(?:further|higher) education|universities|schools|colleges|parishes|districts|"
    r"public|(?:\d+ |one |two |three |several |some )?members? of (?:the )?public|"
    r"co-opt(?:ed|ee)(?: member)?|non-voting|voting|"
    r"ex[- ]officio|"
    r"observer|independent|labour|conservative|liberal democrat|green|lib dem|providers?|con|cons|lab|"
    r"ld|ind|c|l|i|g)$",
    re.IGNORECASE,
)
# What a group that meets is called.
BODY_WORD = (
    r"(?:Board|Group|Partnership|Committee|Forum|Panel|Executive|Cabinet|Council|Assembly|Alliance|Network|Team|"
    r"Trust|"
    r"Meeting|Conference|Commission|Consortium|Working Party|Taskforce|Task Force|Collaborative|Together|Leaders|"
    r"Chief Executives|Authority|Association)"
)
# Capitalised words that are no part of a person's name.
NOT_IN_NAMES = (
    ORGANISATION_ENDS
    | POST_WORDS
    | word_set("""
    the a an this that these those it he she they we i in on at of to for by with from and or as no not all any some if
    when where while who which what how why our their its his her after before since during further also now then there
    members member officers partners partner minute item items report reports paper papers appendix annex
    section paragraph agenda action actions agreed resolved noted present apologies absence attendance welcome matters
    matter arising any other business notes meeting meetings next last date dates future page copies copy draft final
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday spring summer autumn winter christmas easter new year annual quarter
    north south east west central midland midlands northern southern eastern western england english britain british uk
    wales scotland london europe european local regional national county city district borough town parish rural urban
    community communities civic social public private voluntary health care adult adults child children young people
    older youth family families women men safer stronger strategic strategy strategies senior joint general policy
    performance project projects programme programmes plan plans planning review assessment self-assessment agreement
    area areas delivery development economic economy environment environmental finance financial fund funding government
    growth housing improvement information initiative innovation inclusion justice law learning leadership leaders
    licensing localism management monitoring neighbourhood neighbourhoods operations outcome outcomes place priority
    priorities procurement purpose quality recommendations recommendation safeguarding patient
    operating clinical corporate lay representatives reps tenants leaseholders residents voice voices concern medical
    commercial commissioning infrastructure integration regional engineering banking resident childcare child person
    every matters early years equality diversity background summary introduction conclusion
    recreation regeneration research resources risk risks safety scrutiny skills sport standards support sustainable
    sustainability task target targets training transport travel waste water works working work workforce workshop
    challenge change charter civil climate code communication communications constitution contact crime culture customer
    data decision decisions democratic digital directorate document education emergency employment energy equality
    estate estates events evidence faith fire forums framework friends future guidance guide hall house head hub
    human hm job key land leisure library licence list listening living lottery low main map market media mental middle
    model most museum nature needs network networks night number offending offer office online open opportunity order
    park peer pension phase pilot pilots position post power practice prevention prime principal prison process
    productivity progress property proposal proposed protocol queen's rescue response revenue road room royal rules
    sector sectors security service shared site social space special staff stage statement status street structure
    structures sub success team technical telephone terms theme third top total trading transformation transition
    trends trust unit united value values vision visit well wellbeing well-being whole wide windows world
    governance legal name names role roles organisation organisations initials title healthy engagement urgent
    opposition valley
    locality localities user users farming landowner landowners tenant direct businesses shop owner owners
    panel vice rights way ways dept policing territorial personnel officials interpreters householder householders
    background approach centre's council's group's board's copies once following subject given under over between home
    futures point acting passenger passengers domestic abuse violence drug drugs alcohol substance misuse homelessness
    biodiversity carers continuing fisheries pensioners portfolio highway highways village villages cabinet
    block leads lead headlines headline news phone e-mail email mr mrs ms dr cllr cllrs councillor councillors draft
    final knowledge experience expertise brewery
    chairman's chair's however although because thanks thank he'd per via re cc none vacancy tbc tba n/a
    """)
)
# Words within a surname: "Tim De Meyer", "Gaynor van der Berg".
PARTICLES = word_set("de di du da dos van von der den le la st al el bin ap ab mac mc")
# Words of places and offices that are surnames as well.
SURNAMES_TOO = word_set("""
    park hall house north south east west young king bishop dean major price power law day may march winter summer
    field street church marsh wood woods hill lane green brown gray white black banks head page person rose waters
    champion bank link place service marshall constable sargent sergeant parsons abbot prior pope clerk
    chamberlain steward
""")
PLACE_END = re.compile(r"(?:shire|shires|ford upon|borough|-on-|-upon-|-by-)$|(?:shire)['’]?s?$", re.IGNORECASE)
GIVEN = frozenset(GIVEN_NAMES.split())
