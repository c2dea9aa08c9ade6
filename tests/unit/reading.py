"""Reading grade of an English text: Flesch–Kincaid (Kincaid et al. 1975); syllables are groups of vowels."""

import re


def grade(text: str) -> float:
    """US school grade. A line's end ends a sentence; commands, numbers and addresses count as one syllable."""
    words = re.findall(r"[!\w][\w'’!-]*", re.sub(r"https?://\S+", "web", text))
    sentences = [s for s in re.split(r"[.!?]\s|\n", text + "\n") if re.search(r"\w", s)]
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def words(text: str) -> int:
    """How many words a text has."""
    return len(re.findall(r"[!\w][\w'’!-]*", text))


def _syllables(word: str) -> int:
    if not word.isalpha():
        return 1
    lower = re.sub(r"(?:[^laeiouy]es|[^aeiouydt]ed|[^l]e)$", "", word.lower())
    return max(1, len(re.findall(r"[aeiouy]+", lower)))
