"""What a command says on a terminal: in which language, and until nobody reads on."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Mapping, Sequence

from lib.words.messages import LANGUAGES
from lib.words.speak import Words

_SYSTEM = {
    errno.ENOENT: "gone",
    errno.EACCES: "barred",
    errno.EPERM: "barred",
    errno.EISDIR: "a_folder",
    errno.ENOTDIR: "no_folder",
    errno.EIO: "unreadable",
    errno.ENOSPC: "full",
    errno.EROFS: "read_only",
}
"""What the system says most often, by its number."""


def language(argv: Sequence[str], environment: Mapping[str, str]) -> str:
    """In which language does a command speak? That of `--lang`, else of the locale, else English.

    >>> language(["check", "--lang", "zh"], {}), language([], {"LANG": "zh_CN.UTF-8"}), language([], {"LANG": "C"})
    ('zh', 'zh', 'en')
    """
    for given, following in zip(argv, [*argv, ""][1:], strict=True):
        named = following if given == "--lang" else given.removeprefix("--lang=")
        if given.startswith("--lang") and named in LANGUAGES:
            return named
    locale = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), ""
    )
    return "zh" if locale.lower().startswith("zh") else "en"


def tell(lines: Iterable[str]) -> None:
    """Prints lines; says nothing more, and nothing of it, once whoever reads them has closed the pipe.

    A terminal that cannot show a sign shows a question mark in its place.
    """
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        for line in lines:
            print(line.encode(encoding, "replace").decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more when it ends, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def system_says(error: OSError, words: Words) -> str:
    """What does the system say of a file or a folder? What it seldom says is told with its number.

    >>> system_says(OSError(27, "File too large"), Words("zh")), system_says(OSError(28, ""), Words("zh"))
    ('系统拒绝了这一操作（错误号27）', '磁盘空间不足')
    """
    name = _SYSTEM.get(error.errno or 0)
    if name:
        return words(f"command.system.{name}")
    if words.lang == "en" and error.strerror:
        return error.strerror
    return words("command.system.other", number=str(error.errno or 0))
