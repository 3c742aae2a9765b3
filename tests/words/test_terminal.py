"""What a command prints, to whoever reads it and for as long as anybody does."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MANY = "from lib.words.terminal import tell; tell(str(n) for n in range(200_000))"


def test_a_pipe_that_closes_early_ends_it_quietly():
    with subprocess.Popen(
        [sys.executable, "-c", MANY], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as command:
        assert command.stdout.readline() == b"0\n"
        command.stdout.close()
        assert command.stderr.read() == b""
    assert command.returncode == 0
