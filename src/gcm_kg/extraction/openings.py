"""What may stand before the verb of a recommendation: signs and adverbs, and clauses that say when
or how what follows is asked."""

from __future__ import annotations

import re

# Is “- to fully ”, not “- apply ”.
OPENING = re.compile(
    r"\W*(?:to )?(?:not (?:only|just|merely) (?:to )?)?(?:(?!(?:apply|comply|supply|reply|rely"
    r"|multiply)\b)"
    r"(?:\w+ly|better|also|further)(?:,? and \w+ly)? )?"
)
"""What may stand before a verb that opens a recommendation, or before one that is joined to it."""
# Begins “where return is not possible, ”, not “grant permits, ”.
LEAD = re.compile(
    r"\W*(?:(?:(?:only|even|especially|particularly|except) )?(?:if|when|where) |(?:even"
    r"|only) (?:once|after)\b|if and when"
    r"|should (?:an?|the|any|such|there|they|he|she|it|this|that)\b|(?:for )?as long as"
    r"|on condition that|assuming"
    r"|whether or not|pending|upon|in (?:case|cases|emergencies|situations|times|all cases)"
    r"|save (?:where|when)"
    r"|by the time|each time|every time|on the basis of"
    r"|where|when|whenever|wherever|if|unless|until|once|as far as|in cases where|"
    r"in the event that|provided that|subject to|in accordance with|in line with|consistent with|"
    r"as appropriate|to (?:this|that) end|(?:as|so) (?:long|much|soon) as|so far as|in so far as|"
    r"insofar as|to the (?:\w+ )?extent|without prejudice to|pursuant to|notwithstanding|"
    r"in (?:conformity|compliance|keeping) with|with due (?:regard|respect) (?:for|to)|"
    r"irrespective of|regardless of|in the absence of|depending on|within existing resources|"
    r"for|on|under|throughout|across|among|within|"
    r"with (?:the|regard|respect|a view)|(?:with)?in the|in (?:relation|view|order|addition|light|"
    r"cooperation|consultation|response|follow-up)|regarding|as regards|as (?:recommended|part|a)|"
    r"while|given|together with|following|building on|further to|at the|after|before|during|"
    r"for the purposes? of|taking into account|bearing in mind|(?:recogni[sz]|acknowledg|not|"
    r"recall|consider|welcom|commend|express)ing)\b"
    r"[^,;:.]{0,160}, (?:that it )?"
)
"""A clause that says when or how what follows is asked."""
