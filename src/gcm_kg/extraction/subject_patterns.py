"""The patterns of what stands around those who say something: what counts them, others joined to
them, and what is told of them beside what was said."""

from __future__ import annotations

from gcm_kg.extraction.reporting_phrases import (
    DETERMINER,
    NAMELY,
    NO_VERB,
    SAID,
    SOME_OF_THEM,
    WORDS_OF,
)
from gcm_kg.text.lazy_patterns import LazyPattern


class SubjectPatterns:
    """Patterns of folded text before a subject, made from patterns of holders and of what counts
    them."""

    def __init__(self, head: str, count: str) -> None:
        self.counting = LazyPattern(
            rf"\b(?P<count>{count}) {DETERMINER}(?:(?!and\b)[\w']+ ){{0,3}}\Z"
        )
        self.opening_count = LazyPattern(rf"\A(?P<count>{count}), {DETERMINER}(?:[\w']+ ){{0,2}}\Z")
        self.not_all = LazyPattern(r"\bnot (?:(?:every|all)(?: of the)?(?: \w+){0,2} )?\Z")
        self.joined_subject = LazyPattern(
            rf"[,;] (?:and|but|while|whereas|yet) (?:{NO_VERB}[\w'-]+ ){{1,14}}\Z"
        )
        self.listed_head = LazyPattern(
            rf"(?:\b(?:{count}) )?(?:\b(?:the|other|these) )*\b(?P<head>{head})\Z"
        )
        self.group = LazyPattern(rf"(?:(?:{count}) )?(?:(?:the|other|these) )*(?P<head>{head})\b")

    def compile_asides(self, who: str, past: str) -> None:
        """Who said something where the words that tell it stand beside what was said, or behind
        a verb or noun."""
        self.agent = LazyPattern(
            rf"(?: \w+ly|, {NAMELY}| as(?: [\w-]+){{1,5}}?)? {WORDS_OF} "
            rf"(?:{who}|(?P<some>{SOME_OF_THEM})"
            r"(?=[,.;]|\Z| (?:that|as|and|but|who|to|about|over|on|for|with|regarding)\b))"
        )
        self.source = LazyPattern(
            rf"[^.;:]{{0,100}}? (?:from|among|on the part of) {who}(?=[,.;]|\Z)"
        )
        self.late_agent = LazyPattern(
            r" (?:about|over|for|on|to|of|that|regarding)\b[^.;:,]{1,90}?"
            rf"(?<!\w\wed)(?<!done)(?<!made)(?<!taken)(?<!given)(?<!held)(?<!led)(?<!run) by {who}"
            r"(?=[,.;]|\Z)"
        )
        self.view = LazyPattern(
            r"\b(?P<verb>in (?P<whose>his|her|their) (?:view|opinion|experience|judge?ment))\b"
        )
        self.according = LazyPattern(
            r"(?P<verb>\b(?:according to|in the (?:view|opinion|words|eyes|judge?ment) of)"
            r"|\A(?:for|as)) "
            rf"(?:{who}|(?P<some>{SOME_OF_THEM}|all)(?=[,.;])|(?P<body>))"
        )
        self.as_said = LazyPattern(
            rf"(?:\A|, )as {who}(?: \w+ly| also| already| had)? (?P<verb>{past})"
            r"(?: it| out)?(?=[,.;])"
            r"|(?:\A|, )as (?:(?:was|were|had been|has been|also|already) )*"
            rf"(?P<done>{past})(?= by )"
        )
        self.interposed = LazyPattern(rf", (?P<verb>{SAID}|insisted|replied) {who}(?=[,.;]|\Z)")
