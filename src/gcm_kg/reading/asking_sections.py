"""Knows below which headings recommendations stand, and which only say in short what others say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gcm_kg.reading.mark import Mark
from gcm_kg.reading.profiles import Profile
from gcm_kg.reading.wording import FINDINGS, PURE, asks_for


class AskingSections:
    """Follows the headings of a document. ``labelled`` says that its recommendations are labelled:
    then what stands below one explains it, whatever the heading."""

    def __init__(self, profile: Profile, *, labelled: bool) -> None:
        self.profile, self.labelled = profile, labelled
        self.asked = ""
        """The last heading below which items ask."""
        self.restating = False
        """Whether summaries say in short what a section of recommendations says."""
        self.over: set[str] = set()
        """Headings above others of recommendations: what stands right below one concludes."""
        self.parted = False
        """Whether headings stand between the recommendations below the last such heading."""
        self.lettered: tuple[str, str] | None = None
        """The marks of such headings: “A. At sea”, right below “Recommendations”."""

    def learn(
        self, titles: Sequence[str], texts: Iterable[str], *, marked: bool, labelled: bool = False
    ) -> None:
        """Takes note of a section that asks for something under such a title, or whose marks say
        so (``marked``): what a summary of the document says of it, it says in short. Labels below
        a title that asks for nothing (``labelled``) are of recommendations of others."""
        find = self.profile.find
        silent = any(find("other_sections", title) for title in titles)
        self.labelled = self.labelled or (labelled and not silent)
        named = any(find("sections", title) for title in titles)
        if titles and find("sections", titles[-1]):
            self.over.update(title for title in titles[:-1] if not PURE.fullmatch(title))
        if (named or marked) and not any(find("summary_sections", title) for title in titles):
            asks = marked or any(asks_for(self.profile, text) for text in texts)
            self.restating = self.restating or asks

    def is_silent(self, title: str) -> bool:
        """Whether nothing below a title is a recommendation of its own."""
        restates = self.restating and self.profile.find("summary_sections", title)
        return bool(restates or self.profile.find("other_sections", title))

    def enter(
        self, titles: Sequence[str], *, is_empty: bool, mark: Mark | None
    ) -> tuple[str, bool]:
        """The innermost of some titles below which items ask, and whether it is another one than
        before. A section may be empty, as headings of its parts follow; one with a number (its
        ``mark``) is no such part."""
        find = self.profile.find
        keys = ("sections", "asking_sections")
        asked = next((t for t in reversed(titles) if any(find(key, t) for key in keys)), "")
        if titles and asked != titles[-1] and FINDINGS.search(titles[-1]):
            asked = ""  # “A. Conclusions” below “Conclusions and recommendations”
        elif titles and not asked and self._goes_on(titles[-1], mark):
            asked = self.asked
        if self.labelled:
            asked = ""
        anew = asked != self.asked
        is_parted = bool(asked and is_empty and asked == titles[-1])
        self.parted = is_parted or (self.parted and not anew)
        self.lettered = None if is_parted else self.lettered
        self.asked = asked
        return asked, anew

    def _goes_on(self, title: str, mark: Mark | None) -> bool:
        """Whether a heading of the same rank says whom the recommendations are to, or of what they
        are: “Data”, right below “Recommendations”."""
        if self.profile.find("addressee_heads", title):
            return True
        ends = self.profile.patterns["heading_words"].fullmatch(title.strip(": "))
        if not self.parted or ends:
            return False
        if mark and mark.style == "capital" and mark.value == 1:
            self.lettered = mark.key
        return mark is None or mark.key == self.lettered
