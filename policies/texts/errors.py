"""What can be wrong with a text, each with its sentence."""

from collections.abc import Sequence


class TextError(Exception):
    """A text cannot be said as it was asked for. Carries no argument values: they may be a member's words."""


class UnknownTextError(TextError):
    """No pack has this message id."""

    def __init__(self, message_id: str, language: str) -> None:
        super().__init__(f"No text “{message_id}” in {language}. Add it to a pack file in policies/texts/{language}/.")


class IncompletePhraseError(TextError):
    """The phrase lacks an argument that the text uses."""

    def __init__(self, message_id: str, language: str, missing: Sequence[str]) -> None:
        names = ", ".join(f"${name}" for name in missing)
        super().__init__(f"Text “{message_id}” ({language}) needs {names}. Pass it in phrase(“{message_id}”, …).")


class UnsayableTextError(TextError):
    """The text is there, but Fluent cannot format it (a cycle of references, a wrong use of a function)."""

    def __init__(self, message_id: str, language: str, reason: str) -> None:
        super().__init__(f"Text “{message_id}” ({language}) cannot be formatted: {reason}. Correct its pack file.")


class BadTextsError(TextError):
    """Pack files cannot be used. Nothing was loaded; every problem is listed with its file and cure."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("These texts need a correction, nothing was loaded:\n" + "\n".join(f"- {p}" for p in problems))
