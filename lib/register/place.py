"""Where a register lies: on this machine, or in a store that pyarrow's file systems reach."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pyarrow as pa
from pyarrow.fs import FileSelector, FileSystem, FileType, LocalFileSystem, S3FileSystem, copy_files


@dataclass(frozen=True)
class Place:
    """A file or folder of a file system. `said` is how messages call it: without keys or passwords."""

    filesystem: Any
    path: str
    said: str

    @property
    def is_local(self) -> bool:
        """Does it lie on this machine?"""
        return isinstance(self.filesystem, LocalFileSystem)

    @cached_property
    def is_folder(self) -> bool:
        """Is it a folder, and not one file?"""
        return bool(self.filesystem.get_file_info(self.path).type == FileType.Directory)

    @property
    def root(self) -> str:
        """Under which folder do its files lie?"""
        return self.path if self.is_folder else posixpath.dirname(self.path)

    def exists(self) -> bool:
        """Is there anything? Raises OSError where the store cannot be asked."""
        return bool(self.filesystem.get_file_info(self.path).type != FileType.NotFound)

    def files(self) -> tuple[str, ...]:
        """Which files are there, in order? Not those that are passed over."""
        passed = set(self.passed_over)
        return tuple(name for name in self._everything if name not in passed)

    @cached_property
    def passed_over(self) -> tuple[str, ...]:
        """Which files do programs keep for themselves: Spark (_SUCCESS, .crc), Excel and WPS (~$), a desktop?"""
        return tuple(
            name for name in self._everything if self.is_folder and any(map(_is_aside, self.parts(name)))
        )

    @cached_property
    def _everything(self) -> tuple[str, ...]:
        if not self.is_folder:
            return (self.path,)
        listed = self.filesystem.get_file_info(FileSelector(self.path, recursive=True))
        return tuple(sorted(info.path for info in listed if info.type == FileType.File))

    def parts(self, file: str) -> tuple[str, ...]:
        """Which folders lead to a file from here, and what is it called?"""
        return tuple(posixpath.relpath(file, self.root).split("/"))

    def uri(self, file: str) -> str:
        """Under which address does Spark find a file?"""
        if self.is_local:
            return Path(file).as_uri()
        return f"s3a://{file}" if isinstance(self.filesystem, S3FileSystem) else file

    def copied(self, files: tuple[str, ...], folder: Path) -> tuple[Path, ...]:
        """Which files are these on this machine: where they are, or copies in a folder?"""
        if self.is_local:
            return tuple(map(Path, files))
        copies = tuple(
            folder / f"{number:05d}{''.join(Path(file).suffixes[-2:])}" for number, file in enumerate(files)
        )
        for file, copy in zip(files, copies, strict=True):
            copy_files(
                file, str(copy), source_filesystem=self.filesystem, destination_filesystem=LocalFileSystem()
            )
        return copies


def _is_aside(part: str) -> bool:
    """Is a file or folder of this name no part of a register?

    >>> [_is_aside(part) for part in ("~$r.csv", "Thumbs.db", "_SUCCESS", "month=2021-01", "r.csv")]
    [True, True, True, False, False]
    """
    name = part.lower()
    return name[0] in "._~" or name in ("thumbs.db", "desktop.ini") or name.endswith((".tmp", ".crc", "~"))


def place_of(text: str) -> Place:
    """Which place does a path or an address such as s3://bucket/register name?

    An address goes to pyarrow's file systems, which take keys and region from the environment or from the
    address. Raises ValueError for one that they do not know.

    >>> place_of("s3://key:secret@bucket/register?region=cn-north-1").said
    's3://bucket/register'
    """
    if "://" not in text:
        path = Path(text).resolve()
        return Place(LocalFileSystem(), path.as_posix(), text)
    address = urlsplit(text)
    try:
        filesystem, path = FileSystem.from_uri(text)
    except (pa.ArrowException, ValueError) as error:
        raise ValueError(f'"{address.scheme}://" is no address of a file system that can be read') from error
    return Place(
        filesystem, path.rstrip("/"), f"{address.scheme}://{address.netloc.rpartition('@')[2]}{address.path}"
    )
