"""Names of languages, and what the rules do not read."""

from __future__ import annotations

NAMES = {
    "ar": "Arabic", "de": "German", "es": "Spanish", "fr": "French", "it": "Italian",
    "nl": "Dutch", "pt": "Portuguese", "ru": "Russian", "zh": "Chinese",
}  # fmt: skip
"""Names of languages by their codes (ISO 639-1)."""


def is_english(language: str) -> bool:
    """Whether a language tag is one of English, or says nothing."""
    return language.lower().split("-")[0] in ("en", "eng", "", "und")


def language_name(language: str) -> str:
    """The English name of a language tag; the tag itself for others."""
    return NAMES.get(language.lower().split("-")[0], f"the language “{language}”")


def spoken(language: str) -> tuple[str, ...]:
    """The name of a language that is not English."""
    return () if is_english(language) else (language_name(language),)


def not_read(language: str) -> str:
    """What to say of a text that is not in English; "" for one that is."""
    if is_english(language):
        return ""
    name = language_name(language)
    return (
        f"it is in {name}, and the rules read English alone: hardly anything is recognised; add"
        " the English version, or correct its language"
    )
