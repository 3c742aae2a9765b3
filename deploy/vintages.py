"""The data that readers see, swapped whole: `deploy/publish FROM`, and `--back`.

A store is a folder with `vintages/`, each a whole record (datasets and, in `published/`, its CSV files), and
`current`, a link to one of them. A vintage is built beside the others and checked; then the link is replaced in
one step, so a reader has all of the old one or all of the new one. What is refused leaves the link alone.

Exit status 0: done. 1: refused, or could not be written; nothing changed. 2: a wrong call.
"""

from __future__ import annotations

import argparse
import errno
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from lib.catalog.adopt import adopt, is_whole
from lib.catalog.build import build
from lib.catalog.fault import RefusedError
from lib.catalog.load import load
from lib.catalog.schema import BY_FILE
from lib.words.faults import fault_lines
from lib.words.speak import Words

STORE = Path("/var/lib/chongqing")
KEPT = 10
_UNFINISHED = ".building-"


class NoVintageError(Exception):
    """There is no vintage to go to."""


def vintages(store: Path) -> tuple[Path, ...]:
    """Which vintages are there, the oldest first? Numbered, since a clock may be set back."""
    found = [path for path in (store / "vintages").iterdir() if not path.name.startswith(".")]
    return tuple(sorted(found, key=lambda path: int(path.name.partition("-")[0])))


def current(store: Path) -> Path:
    """Which vintage do readers see? Raises NoVintageError where there is none."""
    link = store / "current"
    if not link.exists():
        raise NoVintageError(f"{link} is no link to a vintage; publish one first")
    return link.resolve()


def publish(source: Path, store: Path) -> Path:
    """Publishes the record or the release of this folder as a new vintage; gives that, which readers now see.

    A whole record takes the place of the one before; a release is laid over it. Raises RefusedError with every
    fault and OSError where something cannot be read or written; in both cases readers see what they saw. A
    vintage that was taken back before is gone then: the way back from the new one leads to what was seen.
    """
    (store / "vintages").mkdir(parents=True, exist_ok=True)
    with _alone(store), TemporaryDirectory(prefix=_UNFINISHED, dir=store / "vintages") as folder:
        fresh = Path(folder, "data")
        _build(source, fresh, store)
        record = load(fresh)
        for fault in record.faults.values():
            raise OSError(errno.EIO, f"{fault.file} was written and cannot be read back: {fault.detail}")
        before = vintages(store)
        number = int(before[-1].name.partition("-")[0]) + 1 if before else 1
        made = store / "vintages" / f"{number:04d}-{record.version}"
        fresh.rename(made)
        _flush(store / "vintages")
        taken_back = [path for path in before if path.name > current(store).name] if before else []
        _show(made, store)
        for old in (*taken_back, *before[: max(0, len(before) + 1 - KEPT)]):
            shutil.rmtree(old, ignore_errors=True)
    return made


def back(store: Path) -> Path:
    """Which vintage do readers see now, one before the one that they saw? Raises NoVintageError."""
    with _alone(store):
        seen = current(store)
        older = [path for path in vintages(store) if path.name < seen.name]
        if not older:
            raise NoVintageError(f"there is no vintage before {seen.name}")
        _show(older[-1], store)
        return older[-1]


def _build(source: Path, fresh: Path, store: Path) -> None:
    _inside(source)
    if is_whole(source, store / "current" / "published"):
        (fresh / "published").mkdir(parents=True)
        for path in sorted(source.iterdir()):
            if path.name in BY_FILE or path.name == "README.md":
                shutil.copyfile(path, fresh / "published" / path.name)
        build(fresh / "published", fresh)
    else:
        shutil.copytree(current(store) / "published", fresh / "published")
        adopt(source, published=fresh / "published", target=fresh, keep=True)
    for path in (fresh, *fresh.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)  # who publishes is not who serves


def _inside(source: Path) -> None:
    """Raises OSError for what in a folder only leads to somewhere else: who publishes may read what nobody shall."""
    for path in source.iterdir():
        if path.is_symlink() and not path.resolve().is_relative_to(source.resolve()):
            raise OSError(errno.ELOOP, "a link that leads out of the folder; put the file itself there", path)


def _show(vintage: Path, store: Path) -> None:
    link = store / ".current"
    link.unlink(missing_ok=True)
    link.symlink_to(Path("vintages", vintage.name))
    link.replace(store / "current")
    _flush(store)


@contextmanager
def _alone(store: Path) -> Iterator[None]:
    """Waits for whoever else is publishing, and clears away what one that was broken off left."""
    with (store / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for left in (store / "vintages").glob(f"{_UNFINISHED}*"):
            shutil.rmtree(left)
        yield


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def main(argv: Sequence[str] | None = None) -> int:
    """What came of this command? The exit status; a wrong call leaves with 2 through SystemExit."""
    parser = argparse.ArgumentParser(prog="deploy/publish", description="Swap the data that readers see.")
    parser.add_argument(
        "source", nargs="?", type=Path, metavar="FROM", help="folder of a record or a release"
    )
    parser.add_argument("--back", action="store_true", help="go back one vintage")
    parser.add_argument("--list", action="store_true", help="name the vintages that are there")
    parser.add_argument("--store", type=Path, default=STORE, help=f"where they are kept ({STORE})")
    call = parser.parse_args(argv)
    if [call.source is not None, call.back, call.list].count(True) != 1:
        parser.error("name a folder, or --back, or --list")
    if call.source and not call.source.is_dir():
        parser.error(f"there is no folder {call.source}")
    try:
        if call.list:
            seen = current(call.store)
            for path in vintages(call.store):
                print(path.name + " ← readers see this" * (path == seen))
        else:
            made = back(call.store) if call.back else publish(call.source, call.store)
            print(f"readers see {made.name} from their next click")
    except RefusedError as refused:
        print(*fault_lines(refused.faults, Words("en")), "Nothing was changed.", sep="\n")
        return 1
    except NoVintageError as refused:
        print(refused, "Nothing was changed.", sep="\n")
        return 1
    except OSError as error:
        print(
            f"{error.filename2 or error.filename or call.store}: {error.strerror or error}. Nothing was changed."
        )
        return 1
    return 0


if __name__ == "__main__":
    os.nice(10)  # who reads goes before who publishes
    sys.exit(main())
