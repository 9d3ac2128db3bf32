"""Words by which a name is told from what is none: honorifics, letters after a name, words of bodies and of speaking.

All are given as they are compared: small letters, no accents; letters after a name as printed.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


HONORIFICS = _set(
    "mr mrs ms miss mx messrs dr drs cllr cllrs councillor councillors prof professor sir dame lord lady baroness rev "
    "revd reverend canon ald alderman"
)

LETTERS_AFTER = _set(
    "OBE MBE CBE DBE KBE GBE BEM CB CBII KCB CVO LVO MVO CH CC JP DL QPM KPM QFSM KFSM QAM KC QC MP MEP MSP PhD DPhil "
    "BA BSc MA MSc MBA CPFA FCCA ACA FRSA FCIPD RN TD"
)

PARTICLES = _set("van von der den de del della di da dos du la le ter ten bin ibn al el ap st")

# A given name that is a word of every day: "will young people" names nobody.
ORDINARY_GIVEN = _set(
    "will mark may rob grant sue bill pat dawn faith grace hope joy rose jack drew frank guy miles nick robin ray "
    "sandy summer april june august chase dean earl iris ivy lily olive penny pearl ruby violet victor wade art clay "
    "cliff dale don gill heath max reed rich rod ward jan mary gay gene jean kit lance lee mike neil per sol van"
)

# A word after which a capital is no part of a name of a body: a surname before it stands for the person.
AFTER_A_PERSON = (
    _set(
        "a and as at by for from in is of on or that the this to was were who will with "
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december spring summer autumn winter "
        "head director chief manager senior assistant deputy principal leader lead cabinet chair chairman"
    )
    | HONORIFICS
)

ARTICLES = _set("a an any each every her his its my no our some that the their this which your")

BODY_WORDS = _set(
    "council councils borough county district city town parish shire ward people peoples person persons adult adults "
    "children offender offenders carer carers farmers street road lane avenue drive close way square court house hall "
    "centre center park bridge green hill farm school college academy university hospital surgery trust foundation "
    "society association charity board forum group partnership partnerships committee panel team service services "
    "department agency authority alliance network union company ltd limited plc llp associates partners consulting "
    "consultants club church constabulary police fire market station library museum project programme"
)

SAYS = _set(
    "added advised agreed announced answered asked briefed clarified commented confirmed declared described emphasised "
    "expanded explained expressed felt gave highlighted informed introduced invited mentioned noted observed offered "
    "outlined pointed presented proposed queried questioned raised reiterated remarked replied reported requested "
    "responded said spoke stated stressed suggested summarised thanked told undertook updated welcomed wondered"
)
