"""What was guessed and left out when an input was read."""

from collections.abc import Iterable

from tools.intake.taken import Note
from tools.phrases import Language, say
from tools.telling.values import listing, sentences


def tell_notes(notes: Iterable[Note], language: Language) -> str:
    """One sentence for all columns, and one for each other note; nothing if there is none."""
    notes = list(notes)
    columns = [_column(note, language) for note in notes if note.key == "column"]
    told = [say("intake-columns", language, columns=listing(columns, language))] if columns else []
    told += [_tell(note, language) for note in notes if note.key != "column"]
    return sentences(told, language)


def _column(note: Note, language: Language) -> str:
    column = say(f"page-column-{note.column.replace(' ', '-')}", language)
    unit = note.unit or "none"
    return say("intake-column", language, name=note.names[0], column=column, unit=unit)


def _tell(note: Note, language: Language) -> str:
    names = listing([f"“{name}”" for name in note.names], language)
    return say(f"intake-{note.key}", language, names=names, count=note.number, text=note.text)
