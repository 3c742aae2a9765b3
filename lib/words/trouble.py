"""Why a part could not be made: a figure or a file that is missing, or a fault that nobody foresaw."""

from __future__ import annotations

import traceback
from hashlib import sha256

from lib.facts.errors import DatasetUnavailable, NoSuchFigure, NotInRegister, RecordError
from lib.words.missing import missing_text
from lib.words.speak import Words

_DIGITS = 8


def is_foreseen(error: Exception) -> bool:
    """Does it say itself what is missing?"""
    return isinstance(error, RecordError)


def reason(error: Exception, words: Words) -> str:
    """Which file or figure is missing, in a sentence? Of a fault that nobody foresaw, its number."""
    match error:
        case DatasetUnavailable():
            return words(f"states.dataset_{error.problem}", file=error.file, detail=error.detail)
        case NoSuchFigure():
            return missing_text(error, words)
        case RecordError():
            return words("states.cannot_compare")
    return words("states.unforeseen", number=incident(error))


def remedy(error: Exception, words: Words) -> str:
    """What is to be done about it?"""
    match error:
        case DatasetUnavailable():
            return words("states.dataset_remedy")
        case NotInRegister():
            return words("states.not_in_register_remedy")
        case RecordError():
            return words("states.no_figure_remedy")
    return words("states.unforeseen_remedy")


def incident(error: Exception) -> str:
    """Under which number is a fault found again, on screen, in files and in the log?

    From its kind and the lines of code that it came through: the same fault has the same number everywhere.
    """
    frames = traceback.extract_tb(error.__traceback__)
    came = [type(error).__name__, *(f"{frame.name}:{frame.lineno}" for frame in frames[-3:])]
    return sha256("\n".join(came).encode()).hexdigest()[:_DIGITS]


def place(error: Exception) -> str:
    """Where in the code did it happen? Kind, file and line, for who mends it."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f", {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}"
