"""What may stand between a cue and the theme of which it speaks, and between listed themes."""

from __future__ import annotations

import re

from gcm_kg.text.phrases import LINKS, PREPOSITIONS, VERBS

DOINGS = (
    r"(?:measures|policies|practices|actions?|steps|laws|approaches|conduct|acts|language|rhetoric|"
    r"statements|narratives|provisions|discourse)"
)
OPPOSED = (
    r"(?:sale|trade|incidents|allegations|reports|accusations|complaints|lack|absence|denial|refusal|withdrawal|loss|victims?|survivors?|perpetrators?|instances?|cases?|"
    r"prevention|reduction|removal|abolition|elimination|eradication|suppression|cessation|repeal|"
    r"monitoring|supervision|regulation|oversight|scrutiny|control|review|inspection|screening|"
    r"costs?|burden|limits?|limitation|restriction|misuse|abuse|ban|risks?|dangers?|violations?|consequences|effects|impacts?|"
    r"members?|ministr(?:y|ies)|ministers?|departments?|committees?|representatives?|heads?|spite|respect|terms|light|line)\b"
)
"""Nouns before "of" that say another thing of what follows, or name somebody."""
# Matches “commonly held narratives”, not “networks”.
DOING = re.compile(rf"\b{DOINGS}\Z", re.IGNORECASE)
# Begins “the speedy issuance of ” and “ measures that ”, not “victims of ” nor “the control of ”.
TRANSPARENT = re.compile(
    r"\s*(?:at\s+least\s+)?(?:(?:the|their|its|all|any|an?|more|such)\s+)?"
    rf"(?:(?:(?!(?:{PREPOSITIONS}|{LINKS}|{VERBS}|and|or)\b)[\w-]+\s+){{0,3}}?"
    rf"(?!{OPPOSED})(?:[\w-]+(?:ion|ment|ance|ence|al|ing)\s+and\s+(?:\w+\s+)?)?(?!{OPPOSED})[\w-]+\s+of\s+"
    r"(?:(?:the|all|any|such)\s+)?"
    r"|(?:efforts|work|actions?|activities|progress)\s+(?:in|on)\s+"
    r"(?:the\s+(?:fields?|areas?)\s+of\s+)?(?:the\s+)?"
    r"|(?:(?:equal|full|human)\s+)?rights?\s+to\s+(?:the\s+)?"
    r"|(?:procedures?|process(?:es)?|systems?|mechanisms?|programmes?|schemes?|services|facilities"
    r"|opportunities|support|budgets?|funding|resources|capacit(?:y|ies))\s+for\s+(?:(?:the|all)\s+)?"
    rf"|(?P<doing>{DOINGS})\s+(?:that|which)\s+(?:\w+ly\s+|may\s+|might\s+)?)",
    re.IGNORECASE,
)
"""What may stand before the theme that is meant: a measure of it, or what has it as its doing."""
# Is “, counselling and ”, not “ and”.
UNKNOWN_ITEMS = re.compile(
    r",(?:\s+[\w-]+){1,3}(?:,(?:\s+[\w-]+){1,3})*,?\s+(?:and|or|as\s+well\s+as)(?:\s+[\w-]+){0,2}\s*",
    re.IGNORECASE,
)
"""Items of a list between two themes that are no themes."""
# Is “, employment, ”, not “, employment and ”.
UNKNOWN_ITEM = re.compile(r",(?:\s+[\w-]+){1,3},\s+")
# Is “ that ”, not “ and that ”.
THAT = re.compile(r"\s+(?:that|which)\s+")
# Matches “narratives that may ”, not “that of ”.
WHICH_DOES = re.compile(
    rf"\b{DOINGS}\s+(?:that|which)\s+(?:\w+ly\s+|may\s+|might\s+)?\Z", re.IGNORECASE
)
# Begins “within police forces”, not “police”.
ADJUNCT = re.compile(rf"(?:{PREPOSITIONS})\s", re.IGNORECASE)
# Is “effective”, not “training”.
ADJECTIVE = re.compile(
    r"\w+(?:ive|al|ous|ble|ful|ant|ent|ary|ory|ite|ic|less|ed|quate|priate|urate|diate)",
    re.IGNORECASE,
)
QUALITY = (
    rf"(?:{ADJECTIVE.pattern}|safe|fair|free|swift|\w+ly|speedy|easy|full|quick|low-cost|better|thorough"
    r"|prompt|rapid|sound|robust|strong|clear|simple|good|sure|multi-?\w+|(?:long|short)-?term|new)"
)
# Begins “ free, speedy and full help” and “ free, quick help”, not “ laws and effective help”.
QUALITIES = re.compile(
    rf"\s+(?:(?:the|an?|its|their|more|all|any)\s+)?(?:{QUALITY},\s+)*{QUALITY},?\s+"
    rf"(?:and|or|yet|but)\s+{QUALITY}(?=\s)"
    rf"|\s+(?:(?:the|an?|its|their|more|all|any)\s+)?(?:{QUALITY},\s+)+{QUALITY}(?=\s)",
    re.IGNORECASE,
)
"""Adjectives joined in front of a theme, which part it from its cue no more than one does."""
# Begins “, the issuance of ” and “ and an effective ”, not “ and for ”.
ITEM_OPENING = re.compile(
    r"(?:\s+(?:authorities|services|agencies|officers|officials|procedures|programmes|systems|policies))?"
    rf"(?P<joint>,?\s+(?:and|or)(?=\s)|,)\s+(?:(?:the|an?|its|their|all|any)\s+)?"
    rf"(?:(?:(?!(?:{PREPOSITIONS}|{LINKS}|{VERBS}|and|or)\b)[\w-]+\s+){{0,2}}?"
    rf"(?!{OPPOSED})[\w-]+(?:ion|ment|ance|al|ing|ry)\s+of\s+(?:(?:the|all|any|such)\s+)?"
    r"|(?:(?:other|all|further|related|similar)\s+){1,2}(?:[\w-]+\s+)?"
    r"(?:forms?|kinds?|types?|acts?|cases?|instances?|manifestations?|practices?)\s+of\s+"
    r"|(?:(?!\w+ed\s)" + QUALITY + r"\s+){1,2})",
    re.IGNORECASE,
)
"""What may stand between two themes of a list before the second: what is done with it, or how it
is to be."""
# Is “ protection, full ”, not “ officers on ”.
NOUN_AND_ITEM = re.compile(
    rf"\s+(?!(?:{PREPOSITIONS}|{LINKS}|{VERBS}|and|or)\b)(?P<noun>[a-z-]+)(?P<joint>,?\s+(?:and|or)(?=\s)|,)\s+"
    r"(?:(?:the|an?|its|their|all|any)\s+)?(?:(?!\w+ed\s)" + QUALITY + r"\s+){0,2}"
)
"""Between two themes of a list: the noun that the first qualifies, and how the second is to be."""
# Begins “ backlogs” and “ permit fees”, not “ permits”.
AGAINST_THEMES = re.compile(
    r"\s+(?:[\w-]+\s+)?(?:backlogs?|abuses?|fraud|violations?|breaches|costs?|fees?|barriers?|obstacles?|"
    r"gaps?|shortages?|deficits?|delays?|failures?|cris[ei]s|risks?|threats?|burdens?|bans?|loopholes?|"
    r"restrictions?|victims?|survivors?|offen[cs]es?|offenders?|crimes?|scams?|reform)\b"
)
"""Nouns behind a theme of which the contrary is said: who promotes permits fights their fees."""
# Begins “ permit”, not “ and”.
NOUN_AFTER = re.compile(
    rf"\s+(?!(?:{PREPOSITIONS}|{LINKS}|{VERBS}|and|or)\b)[a-z][\w-]*", re.IGNORECASE
)
"""A noun behind a theme that it qualifies: "residence permits", "asylum procedures"."""
# Begins “ requirements”, not “ staff”.
NOT_FURTHERED = re.compile(
    r"\s+(?:requirements?|rules?|checks?|controls?|conditions?|cases?|claims?|issues?)\b",
    re.IGNORECASE,
)
"""Nouns behind a theme of which it says nothing that they are to be made more of."""
# Matches “those who ”, not “measures that ”.
PEOPLE_WHO = re.compile(
    r"\b(?:who|whom)\s+(?:(?:do|have|\w+ly|may|can|cannot|want|wish|try|hope|mean|intend|need|come|go\s+on"
    r"|will|would|could|to)\s+)*\Z",
    re.IGNORECASE,
)
# Matches “names of officials ” and “people ”, not “the instruments ”.
PEOPLE = re.compile(
    r"\b(?:people|those|children|women|men|anyone|families|groups"
    r"|(?:\w+(?:er|or|ee|ist|ian)|\w*(?:official|national|person|parent|student|resident|migrant"
    r"|individual|defendant|applicant|agent))s)\s+\Z",
    re.IGNORECASE,
)
# Matches “who cannot ”, not “to ”.
ABLE = re.compile(
    r"\b(?:can|could|cannot|can’t|not|able to|unable to)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE
)
"""In front of “afford”: they have the means for it, and nothing is granted."""
# Is “refrain from”, not “strengthen”.
OF_DOINGS = re.compile(
    r"(?:refrain|refraining|desist|abstain) from|avoid|avoiding|stop|cease|end|halt|without|"
    r"(?:put )?an end to"
)
"""Cues behind which a gerund has its object with it: "refrain from detaining children"."""
# Matches “ensure that all arrivals receive help”, not “hope that all arrivals receive help”.
RECEIVED = re.compile(
    r"(?:(?<=ensure)|(?<=ensuring)|(?<=guarantee)|(?<=guaranteeing)|(?<=secure)) that "
    r"(?:[\w'’-]+,? ){1,12}?"
    r"(?:(?:can|may|will|should|also|fully|effectively|regularly) ){0,2}"
    r"(?:receives?|enjoys?|obtains?|benefits? from|gets?"
    r"|(?:is|are) (?:given|granted|offered|afforded|provided with)|(?:has|have)(?! access))(?= )"
)
"""What somebody is to be given is the object of who ensures it."""
# Matches “women are often denied ” and “the lack of ”, not “called for ”.
LACKED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|lack(?:s|ed|ing)?|los(?:e|t|ing)|loss|limited|poor|restrict(?:s|ed|ing)?"
    r"|refus(?:e|ed|ing)|depriv(?:e|ed)|barred|cut\s+off|hamper\w*|hinder\w*|imped\w+|barriers?|obstacles?)\s+"
    r"(?:(?:of|from|to|the|their|them|migrants|women|children|workers|full|equal|any)\s+){0,3}\Z"
)
"""In front of "access" in a narrative: somebody does not have it."""
LAWFUL = (
    r"(?:law|laws|legislation|practice|constitution|code|policy|policies)"
    r"(?: and (?:in )?(?:practice|policy))?"
)
# Begins “ by law the use” and “ without delay legal”, not “ by law. The”.
MANNER = re.compile(
    r"(?: (?:by|in|under|through) "
    rf"(?:(?:its|their|the|national|domestic|federal|criminal|penal|both) ){{0,2}}{LAWFUL}"
    r"| without (?:any |further |undue )*delay| as (?:soon|quickly|far|fully|widely) as possible"
    r"| as a matter of (?:urgency|priority)"
    r"| at (?:the )?(?:national|international|regional|local|all) levels?"
    r"|, (?:where|if|as|when)"
    r" (?:appropriate|necessary|possible|needed|applicable|relevant|required),)"
    r"(?= (?!and\b|or\b|to\b|that\b|by\b|with\b|of\b)\w)"
)
"""Between a verb and its object: how it is to be done."""
# Matches “denied that they ”, not “denied the claim that they ”.
DENIED_THAT = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:es?|ed)|doubt(?:s|ed)?) that "
    r"(?:(?!and\b|but\b)[^.;:,])*\Z"
)
"""In front of a cue in a narrative: somebody says that it is not so."""
OTHERS = r"(?: (?!and\b|but\b|to\b|from\b)[\w’'-]+){1,6}"
# Matches “do not allow employers to ” and “an offence for agents to ”, not “allow boys to ”.
FORBIDDEN = re.compile(
    r"\b(?:(?:(?:not|never|no longer) (?:allow|permit|let|authori[sz]e|entitle)|forbid\w*"
    rf"|(?:offen[cs]e|crime|illegal|unlawful) for){OTHERS} to"
    rf"|(?:prevent|stop|keep|prohibit|forbid|bar|deter|discourag)\w*{OTHERS} from)\s+\Z",
    re.IGNORECASE,
)
"""In front of a verb: nobody, or not they, are to do it."""
# Matches “Report on how cooks ”, not “Report on cooks and ”.
ONLY_LEARNT = re.compile(
    r"\b(?:report|inform|explain|describe|ask|tell|know|study|clarify|examine|data|statistics"
    r"|information)\w*\b[^.;:,]{0,40}\b(?:how|whether|why)\b(?! to\b)[^.;:,]{0,60}\Z",
    re.IGNORECASE,
)
"""In front of a verb: it is to be learnt whether or how somebody does it."""
