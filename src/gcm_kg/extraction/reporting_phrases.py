"""Pieces of the patterns of reporting clauses: what stands around verbs of saying, folded."""

from __future__ import annotations

from gcm_kg.rdf.namespaces import BASE

AFFIRM, DENY = f"{BASE}speechact/affirm", f"{BASE}speechact/deny"
ADVERB = (
    r"(?:\w+ly|also|long|today|yesterday|this (?:morning|afternoon)|themselves|itself|"
    r"since|already|again|further|then|however|in turn|in particular|all|both|"
    r"therefore|thus|"
    r"once more|too|indeed|nonetheless|nevertheless|instead|rather|often|always|as well|in general|"
    r"alike|with one voice|by contrast|for instance|for example|on balance|on the other hand|"
    r"on the contrary|in response|in return|in closing|in summing up|"
    r"for (?:its|their|his|her) part)"
)
ASIDE = (
    r"(?:, (?:(?:while|though|although|when|in|with|on|for|joined|backed|led|followed|notably|"
    r"especially|particularly|mostly|mainly|chiefly|echoed|supported|seconded|among|unlike|like|besides|"
    r"together with|along with|as well as|alongside|followed|"
    r"(?:some|many|most) of|\w+ing)\b)[^.;:,]{1,90}"
    r"(?:, (?:which|who|whose|where)\b[^.;:,]{1,90})?(?=,))?"
)
"""What may stand between a subject and its verb in two commas: "including two ministers", with a
clause on it: "noting the law, which limits fees,"."""
OPENED = (
    r"(?: (?:(?:opened|closed|chaired|introduced|moderated|convened) (?:the|a|an) [\w -]{1,30}?"
    r"|went (?:(?:even |one step |a step )?further|on)|took the floor) and)?"
)
"""What somebody did before saying something: "opened the meeting and recalled"."""
GAP = rf"{OPENED}{ASIDE}(?:,? {ADVERB}\b,?){{0,3}}?,? "
DENIED = (
    r"(?<!\bto )(?P<denied>(?:did|do|does|could|would|can|will|had|have|has) not |cannot |never "
    r"|(?:failed|fails?|(?:was|were) (?:unable|unwilling)|refused|declined) to )?"
    r"(?:(?:had|have|has|could|would|can|went on to|proceeded to|took the floor to"
    r"|(?:summed up|closed|began|opened|started|concluded|ended|finished|replied|responded) by) )?"
    rf"(?:{ADVERB} )??"
)
NOT_BE = "".join(
    rf"(?<!\b{word} )"
    for word in ("was", "were", "is", "are", "be", "been", "being")
    + ("the", "a", "an", "their", "its", "his", "her", "our", "any", "no")
)
"""In front of a verb: its subject does not do it, nor one of whom it is told what they did, "those
who had spoken were thanked", and it is no noun: "offering their support"."""
NOT_OF_OTHERS = (
    r"(?!(?:(?<=chair)|(?<=chairs)|(?<=chairperson)|(?<=chairpersons)) of (?:the|its|an?|our) "
    r"(?:[\w-]+ ){0,3}?(?:group|committee|commission|board|council|force|association|network|"
    r"organi[sz]ation|union|foundation|federation|body|agency|authority)\b)(?: \([^()]*\))?"
)
"""Behind who leads something: it is not the meeting that the document tells of; and a bracket."""
BE = r"(?:was|were|is|are|has been|have been|had been)"
NOBODY = (
    r"(?:discussions?|exchanges?|debates?|deliberations?|interventions|statements|conversations?|"
    r"presentations?|sessions?|meeting|inputs|views|opinions|positions|perspectives|floor|room|"
    r"(?:deputy |vice-)?ministers|ambassadors|heads of (?:state(?: and government)?|government)|"
    r"senior officials|members|"
    r"(?:(?:nearly|almost|virtually|practically) )?every(?:one|body))"
)
"""Heads of subjects that are said to say something without being anybody, or no known holder."""
LIGHT = (
    r"(?:(?:express|voic|convey|register|signal|show|offer|reiterat|reaffirm|rais|shar|utter|"
    r"formulat|renew|launch)(?:e?d|es?|s)?|gives?|gave|given|lends?|lent|makes?|made|stated)"
)
"""Verbs that do what their object says: “voiced deep concern”."""
BIT = r"(?: (?!(?:of|for|that|to|on|about|and|or|in|by|how)\b)[\w-]+){0,3}?"
NO_VERB = (
    r"(?!(?:is|are|was|were|be|been|has|have|had|that|which|who|whom|to|can|could|will|would|should|"
    r"must|may|might|not|if|when|while|it|there|this|they|he|she|by)\b)"
)
"""In front of each word of a subject that is not known: it is no verb and begins no clause."""
PRONOUN = (
    r"(?:it|he|she|they|(?:some|many|several|most|others|another|all|both|a few|one|two|three|four|"
    r"five|six|a second|a third|a fourth|a fifth|the second|the third)(?! of (?:the|those|these))|"
    r"(?:a majority|the majority|a minority)(?! of)|the (?:remainder|rest)(?! of)"
    r"|(?:all|both|some|many|several|most) of them"
    r"|(?:both|(?:these|the) two) (?:agencies|organi[sz]ations|entities|offices|institutions))"
)
ORIGIN = r"(?: (?:of|from|in|on|at|for|representing|working (?:with|in|on|for)) [^.;:,]{1,110}?)??"
RELATIVE = (
    r"(?:,? (?:that|who|whose) [^.;:,]{1,90}?"
    r"|, (?:an?|the|in|himself|herself|now|formerly|until recently) [^.;:]{1,120}?,"
    r"|, (?:mr|mrs|ms|dr|prof|h\.e\.)\.? [^.;:]{1,150}?,)??"
)
ADDRESSED = (
    r"(?:(?:told|tells?|informed|informs?) (?:(?!that\b|of\b|about\b)[\w'-]+ ){1,6}?"
    r"(?P<about>that|of|about|how))"
)
"""To say something to somebody: that something is so, or of something."""
CALLED = (
    r"(?:(?:called|dubbed|termed|labell?ed)"
    r"(?= (?!an? |for |on |upon |to |attention |off |out |in )"
    r"(?:(?!(?:to|for|in|at|into|by|attention|be)\b)[\w'()-]+ ){1,9}?(?:an?|the|one of the) ))"
)
"""To say what something is: "called the treaty a cornerstone"."""
SAID = "said|added|argued|remarked|concluded|warned|explained|observed"
"""Verbs by which it is told, beside or behind what somebody said, who did."""
ENVOY = (
    r"(?:(?:deputy|prime|foreign|permanent|special) )?(?:minister|president|representative|"
    r"ambassador|envoy|delegate|delegation|spokes(?:person|man|woman)|government)"
)
"""Who speaks for a State whose name, in the genitive, stands before."""
SOME_OF_THEM = r"(?:many|most|several|some|a few|others)"
"""Those whom a word alone counts."""
TOLD_BY = r"(?:told|informed|briefed|assured)(?= by [^.;:,]{2,60}? (?:that|of|about|how|on)\b)"
"""Of a meeting or those who attend it, in the passive: by whom they were told."""
NAMELY = r"(?:notably|particularly|especially|mainly|chiefly|in particular|among others),?"
DETERMINER = r"(?:(?:of )?(?:the|these|those|other) )?"
WORDS_OF = (
    r"(?:by|in (?:(?:the|an?|its|their|some|several|two|opening|closing) ){0,2}"
    r"(?:statements?|presentations?|interventions?|contributions?|submissions?|speech(?:es)?|"
    r"address(?:es)?|remarks) (?:of|by|from))"
)
"""What stands between a verb in the passive and those who speak: "by", "in a statement by"."""
OF_WEIGHT = (
    r"(?:(?:reiterat|reaffirm|recall|restat|acknowledg|recogni[sz]|not)ed)"
    r"(?= (?:the|its|their) (?:\w+ )?(?:importance|need|necessity|value|role|urgency|centrality|"
    r"commitment|determination|resolve|primacy|significance|relevance) )"
)
"""Verbs whose subject speaks, whoever it may be, as their object shows: "reiterated the need"."""
NOT_DONE = r"(?! (?:by|with|in|at|under|through|from|be|is|are|was|were)\b)"
"""Behind a verb in the past: it is no participle, "measures recommended by"."""
FRONTED = (
    r"(?:(?:in|at|on|during|after|with|for|as|among|besides|under|by|from|throughout|before|since|to"
    r"|opening|closing|introducing|echoing|recalling|noting|speaking|commenting|responding|replying"
    r"|addressing|welcoming|concluding|summing up|referring to|having|emphasi[sz]ing|stressing"
    r"|underlining|acknowledging|citing) [^.;:,]{1,120}, )?"
)
"""What a sentence may begin with in front of its subject."""
PERSON_NAMED = (
    r"(?:mr|mrs|ms|mx|dr|prof|sir|lady)\.? (?:[\w'-]+ ){0,3}?[\w'-]+(?: \([^()]*\))?"
    r"(?:, [^,;:.]{2,80},)?"
)
"""A person by name, of whom nothing else is known."""
URGES = (
    r"(?:urges|recommends|welcomes|regrets|warns|stresses|emphasi[sz]es|reiterates|reaffirms|"
    r"deplores|condemns|commends|insists|advocates|calls (?:up)?on"
    r"|(?:(?<=also )|(?<=further )|(?<=therefore ))calls for)"
)
"""Verbs in the present, which are no nouns, that tell whoever may speak."""
