"""Knows lines of first pages that are no titles: bodies, sessions, items of the agenda."""

from __future__ import annotations

import re

# Begins “Agenda item 3” and “Item 71 (b) of the provisional agenda”, not “The agenda”.
AGENDA = re.compile(
    r"^\W*(?:Agenda items?\b|Items? \d.{0,40}\b(?:agenda|preliminary list)\b"
    r"|Tema \d.{0,40}\b(?:agenda|programa)\b"
    r"|Point \d.{0,40}\bordre du jour\b)",
    re.I | re.M,
)
_FURNITURE = (
    r"United|Nations|Economic and Social|Assembly|Council",
    r"(?:United Nations,? )?(?:General Assembly|Human Rights Council|Security Council)",
    r"(?:United Nations,? )?Economic and Social Council|United Nations|Nations Unies",
    r"(?:General Assembly|Human Rights Council|Economic and Social Council) \S+ session\b.*",
    r"Naciones Unidas",
    r"(?:Advance|Unedited|Provisional|Final|Uncorrected) .{0,40}[Vv]ersion|Original ?:.*",
    r"Limited|General|.*\bDistr\.?(?:\W.*)?|GE\.\d.*|\d{2}-\d{5}.*|\*\d+\*|ENGLISH",
    r"Assemblée générale|Conseil (?:des droits de l[’']homme|économique et social)",
    r"Asamblea General",
    r"Consejo (?:de Derechos Humanos|Económico y Social)|Français|Español|(?:Point|Tema) \d.*",
    r"Résolution adoptée .*|Resolución aprobada .*|\S+ (?:session|período de sesiones)",
    r"\d{1,2}(?:er)? (?:de )?\w+ (?:de )?\d{4}|(?:\w+ )?Report of Session \d.*",
    r"H[CL] (?:Paper )?\d{1,4}(?:\W.{0,20})?|Ordered (?:.{3,40} )?to be (?:printed|published)\b.*",
    r"(?:\S+ ){1,3}session(?: Agenda item .*|, (?:[A-Z][a-z]+ )?\d{4})?|Agenda items?\b.*",
    r"Items? \d.{0,40}\b(?:agenda|preliminary list)\b.*",
    r"(?:Resolution|Decision) adopted .*|on \d{1,2} \w+ \d{4}",
    r"\[.*\]|(?:Please recycle|Contents|Page|Paragraphs)\b.*|.*\.{5}.*|[\W\d]*|.{1,3}",
    r"Working Group on .{0,60}|(?:Human Rights )?Committee(?: .{0,140})?",
    r"Economic (?:and Social )?Commission .{0,60}|(?:Prepared|Submitted|Written) by .{0,120}",
    r"(?:Geneva|New York)(?:\W.{0,4}\d.{0,50}|,.{0,60}|\W*)",
    r".{0,40}\d{1,2}(?:[–-]\d{1,2})? \w+ \d{4}",
    r"\d{1,2} \w+ ?[–-] ?\d{1,2} \w+ \d{4}|(?:[IVX]+|\d{1,3}|[A-Z])\. (?:Introduction|Summary).*",
    r"(?:UNITED|NATIONS|NACIONES|UNIDAS|UNIES)(?: [A-Z])?",
    r"(?:Arabic|Chinese|English|French|Russian|Spanish|,| and|/| ){1,9} only",
    r"Provisional (?:version|edition|text)|Parliamentary Assembly|Assemblée parlementaire",
    r"(?:https?://|www\.)\S+|\(?(?:Adopted|Published|Approved) (?:by|on|at|in)\b.{0,100}",
    r"(?:\w+ )?(?:evaluation|monitoring|reporting) (?:round|cycle)|\(\w+ monitoring cycle\)",
    r"REPORT (?:No\. )?\d{4}/\d+|Report No\. ?\d+ of \d{4}"
    r"|Assignment No\..*|Internal Audit Division|Policy (?:brief|paper)",
    r"(?:General Assembly )?Official Records(?: .{0,40})?|Supplement No\. .{1,10}",
    r"(?:Policy|Briefing|Issue|Discussion|Research|Working) (?:brief|paper|note)s?"
    r"(?: (?:No\.? ?)?\d{1,3})?(?:\W+(?:[A-Za-z]{3,9} )?\d{4})?",
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" \d{4}|(?-i:[A-Z][\w’'-]+), \d{4}|Outcome of proceedings|(?:From|To|Subject): .*|Delegations",
)
# Is “Twentieth session” and “GE.14-14064 (E)”, not “Report of the session”.
FURNITURE = re.compile("|".join(_FURNITURE), re.I)
# Is “Meeting of the Parties” and “Summary report”, not “Report of the meeting”.
BODY = re.compile(
    r"(?:Conference|Meeting) of (?:the )?(?:States )?Parties\b.{0,80}|\w+ Union"
    r"|(?:(?:Executive|Standing|Third|Preparatory|Specialized|Technical) )+Committee\b.{0,120}"
    r"|(?:International )?(?:Convention|Covenant) (?:on|against|for) .{0,140}"
    r"|\d+(?:st|nd|rd|th) (?:plenary )?(?:meeting|session)"
    r"|(?:Office|Organi[sz]ation) (?:of|for) .{0,80}"
    r"|International (?:Labour|Maritime) .{0,40}|International Organi[sz]ation for .{0,40}"
    r"|(?:(?-i:[A-Z]{3,8}) )?Group of (?:\w+ )?(?:Experts|States) (?:on|for|against) .{3,100}"
    r"|(?:Joint|Internal|Independent|Central) (?:\w+ )?(?:Unit|Division|Service|Office)"
    r"|(?:Permanent )?Mission of .{0,60}|English|French|Spanish"
    r"|(?:(?-i:[A-Z]{2,8}) )?"
    r"(?:(?:Summary|Final|Draft|Narrative|Meeting|Outcome|Technical|Full|Evaluation|Audit) )?"
    r"(?:Report|Summary|Document|Paper|Note|Brief)(?: No\. ?\d+)?"
    r"|(?:Resolution|Recommendation|Opinion) (?:\d+ \(\d{4}\)\d?|\d{4}/\d+)"
    r"|(?:Ministerial|Executive|Permanent) Council(?: \w+)?|Decision No\. \S+|Management response"
    r"|(?:\S+ )?Draft resolution|House of \w+|Senate(?: of [\w ’'-]{3,40})?"
    r"|(?:Defensor|Procuradur|Contralor)[íi]a (?:del?|de la|general) .{3,60}"
    r"|(?:Médiateur|Défenseur des droits|Ministère|Ministerio) .{0,60}"
    r"|(?:Comisión|Commission) (?:Nacional|nationale|Estatal) (?:de|des) .{3,80}"
    r"|(?:The )?(?:(?-i:[A-Z])[\w-]+ )?(?:Parliament|National Assembly)"
    r"|(?:Ministry|Department|Directorate|Bureau) (?:of|for) .{3,80}"
    r"|(?-i:(?:[A-Z][\w’'-]+ ){1,4}(?:SERVICE|OFFICE|AGENCY|AUTHORITY|DEPARTMENT|BUREAU|DIRECTORATE"
    r"|Service|Office|Agency|Authority|Department|Bureau|Directorate))"
    r"|(?-i:(?:[A-Z\d][\w’'-]+ ){1,7}Committee)"
    r"|(?:Parliament|National Assembly) of [\w ]{3,40}|(?:Provisional )?agreed conclusions"
    r"|(?!(?:Report|Summary|Views|Decision|Statement|Visit|Review|Evaluation|Audit|Work)\b)"
    r"(?:(?!of\b|the\b|to\b)\w[\w’'-]* ){0,5}(?:Committee|Commission|Ombuds\w+)"
    r"(?: (?:on|for|against|of) .{3,100})?"
    r"|(?:(?:National |Office of the )?Auditor[- ]General|(?:National )?Audit Office"
    r"|Court of Auditors|Supreme Audit (?:Institution|Office|Court))(?: (?:of|for) .{3,60})?"
    r"|(?:Comité|Convention|Pacte|Convención|Pacto) (?:contre|pour|sur|des|des?|para|relative"
    r"|contra|sobre|internationale?|internacional) .{3,160}",
    re.I,
)
"""Names of bodies, conventions and kinds of documents above a title; a title where none follows."""
# Is “Lima Coalition for Work”, not “Report of the Lima Forum”.
NGO = re.compile(
    r"(?!(?:Report|Review|Summary|Statement|Declaration|Visit|Study|Plan|Submission)\b)"
    r"(?i:(?=.*\b(?:Commission|Centre|Center|Network|Coalition|Association|Council|Institute|Alliance"
    r"|Federation|Forum|Union|Foundation|Society|Watch|Ombuds\w+|Defender|Platform)\b))"
    r"(?:[A-Z(][\w’'&)-]*|of|for|the|and|on|against)"
    r"(?: (?:[A-Z(][\w’'&)-]*|of|for|the|and|on|against|in)){1,9}"
)
"""The name of an organization, above what it reports or submits."""
# Begins “Visit to Togo”, not “Visits were made”.
VISIT = re.compile(r"(?:Official |Country )?(?:Visit|Mission) to [A-Z]", re.I)
"""The beginning of the title of a report on a visit, also below an item of the agenda."""
# Is “International Convention on the Rights of the Child”, not “Convention of 2010”.
CONVENTION = re.compile(
    r"(?:International )?(?:Convention|Covenant) (?:on|against|for) .{3,140}", re.I
)
# Is “REPUBLIC OF TOGO”, not “Republics of the coast”.
STATE = re.compile(
    r"(?:The )?(?:(?:Federal|Democratic|United|Islamic) )*(?:Republic|Kingdom|Government|"
    r"Commonwealth) of [\w ’'-]{3,50}",
    re.I,
)
"""Whose document it is, above a title; below one it names the country."""
# Begins “I. Introduction”, not “Introduction”.
NUMBERED = re.compile(
    r"(?:[IVX]+|\d{1,3}|[A-Za-z])[.)]\s"
    r"|(?:CHAPTER|Chapter|PART|Part) (?:[IVX]+|\d{1,2}|(?i:one|two|three|four|five|six|seven))\b"
)
# Begins “Executive summary” and “Key messages”, not “Lowland”.
SECTION = re.compile(
    r"(?:(?:Executive|Brief|Chair.{0,3}|Key|Main|General|Overall) )?(?:Summary|Overview|Opening"
    r"|Background|Messages|Findings|Points|Recommendations|Conclusions|Foreword|Preface|Preamble"
    r"|Introduction|Abstract|Context|Draft|Note|Report)\b",
    re.I,
)
# Is “Microsoft Word - 1837352E.docx” and “Untitled”, not “Report on untitled land”.
NO_TITLE = re.compile(
    r"(?:Microsoft \w+ - .*|untitled(?: document)?|document ?\d*|(?:Slide|Layout|Page) ?\d*|home"
    r"|(?:PowerPoint|Word|PDF) \w+|[\w .-]+\.(?:docx?|pdf|html?|rtf|txt|odt|indd))",
    re.I,
)
"""What programs write where a file should say its title."""
# Begins “Report of the Working Group”, not “Reports were made”.
OPENING = re.compile(
    r"(?!Report No\. ?\d+ of \d{4})"
    r"(?:Report|Summary|Concluding observations|Compilation|Outcome|Declaration|Recommendations"
    r"|Evaluation|Conclusions|Final report)\b.* (?:of|on|from|for|by)\b"
    r"|(?:(?:Joint|Individual|Written|Alternative|Shadow|Parallel|NGO) ){0,2}"
    r"(?:Submission|Report|Contribution) (?:to|for)\b"
    r"|Rapport\b.* (?:de|du|des|sur)\b|Informe\b.* (?:de|del|sobre)\b",
    re.I,
)
# Begins “77/176. International migration” and “43/… Guests”, not “77. Migration”.
RESOLUTION = re.compile(r"\d{1,3} ?/ ?(?:\d{1,4}|…|\.{3}|_+)\.?(?: [^\W\d_]|\Z)")
# Begins “Co-chairs: Togo”, not “Chairs of the talks”.
FIELD = re.compile(
    r"(?:Co-?)?(?:chairs?(?:persons?)?|speakers?|moderators?|rapporteurs?|date|place|venue|authors?|"
    r"(?:communication |complaint )?submitted by|prepared by|contact|type of \w+|"
    r"alleged victims?|State party(?: concerned)?|date of [\w ]{3,40}|country(?:\(ies\))?)\s?:",
    re.I,
)
ITEM = ("universal periodic review", "examen périodique universel", "examen periódico universal")
"""The item of an agenda that stands above reports of a kind, and in their titles too."""
# Matches “Report of the Working Group on the Universal Periodic Review”, not “Report on work”.
OF_COUNTRY = re.compile(
    r"universal periodic review|examen périodique universel|examen periódico universal"
    r"|concluding observations|\bvisit\b",
    re.I,
)
# Is “Summary of findings”, not “Summary of the meeting”.
GENERIC = re.compile(
    r"(?:\d+\.?\s+)?(?:(?:(?:Executive|Brief) )?Summary(?: of (?:(?:the|key|main) )?"
    r"(?:findings|recommendations|results|conclusions)(?: and .{3,40})?)?|Introduction|Background"
    r"|Foreword|Preface"
    r"|(?:Key |Main )?(?:Findings|Recommendations|Conclusions)(?: and .{3,40})?)\W*",
    re.I,
)
"""A heading that any document may have, and no title where other lines stand above it."""
# Begins “- Train” and “1. Train”, not “73/8. Train”.
LISTED = re.compile(r"\s*(?:[-–•*]|\(?(?:\d{1,3}|[a-z])[.)])\s")
# Is “Table of contents”, not “Contents of trucks”.
LISTING = re.compile(r"\W*(?:table of )?contents?\W*", re.I)
# Is “| |28 July 2014 |”, not “Work | Homes”.
BARRED = re.compile(r"\s*\|.*\|\s*")
# Is “the” in “of the”, not “Committee”.
OPEN_WORD = re.compile(r".*\b(?:of|the|on|and|for|to|in|by|with|a|an)", re.I)
NOTE = re.compile(
    r"\*+\s[^\n]{0,200}?\b(?:annex\w*|issued|reissued|circulated|symbol|technical reasons|edit\w*"
    r"|translat\w+|submitted|received|adopted|approved|late)\b",
    re.I,
)
"""A note of the front, which stands between a title and the name of a country below it."""
