"""A Spark cluster on this machine: a master and two workers of one core, as the package pyspark brings them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.backends.servers import free_port

PATIENCE = 120.0
WORKERS = 2
DEFAULTS = "spark.sql.shuffle.partitions 2\nspark.ui.enabled false\n"
"""What a person may set for every application of a cluster: here, that there are but a few rows."""
CLASSES = "org.apache.spark.deploy"


@contextmanager
def clustered() -> Iterator[str]:
    """Yield a running cluster's address; skip where pyspark or Java is missing, fail where CI is set."""
    found = find_spec("pyspark")
    if found is None or found.origin is None or shutil.which("java") is None:
        if "CI" in os.environ:
            pytest.fail("pyspark or Java is not installed.")
        pytest.skip("pyspark or Java is not installed: make spark")
    program = str(Path(found.origin).parent / "bin" / "spark-class")
    port, page = free_port(), free_port()
    master = ["--host", "127.0.0.1", "--port", str(port), "--webui-port", str(page)]
    url = f"spark://127.0.0.1:{port}"
    worker = ["--host", "127.0.0.1", "--cores", "1", "--memory", "2g", "--webui-port", "0", url]
    with TemporaryDirectory(prefix="variorum-") as folder, ExitStack() as running:
        running.enter_context(_running([program, f"{CLASSES}.master.Master", *master], folder))
        _until_registered(page, 0)
        for _ in range(WORKERS):
            running.enter_context(_running([program, f"{CLASSES}.worker.Worker", *worker], folder))
        _until_registered(page, WORKERS)
        with pytest.MonkeyPatch.context() as patch:
            Path(folder, "spark-defaults.conf").write_text(DEFAULTS)
            patch.setenv("SPARK_CONF_DIR", folder)
            patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
            yield url


@contextmanager
def _running(command: list[str], folder: str) -> Iterator[None]:
    environment = {
        **os.environ,
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_WORKER_DIR": folder,
        "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": str(
            Path(__file__).parents[2]
        ),  # stages of tests are no part of what is installed
    }
    with (
        Path(folder, "log").open("ab") as log,
        subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log) as process,  # noqa: S603
    ):
        try:
            yield
        finally:
            process.terminate()


def _until_registered(page: int, workers: int) -> None:
    """Wait until the master says on its page that so many workers are there."""
    ends = monotonic() + PATIENCE
    while monotonic() < ends:
        with suppress(URLError, OSError, socket.timeout):
            told = urlopen(f"http://127.0.0.1:{page}/json/", timeout=5).read()
            if told.count(b'"ALIVE"') == workers + 1:
                return
        sleep(0.5)
    pytest.fail(f"The master did not see {workers} workers within {PATIENCE:g} s.")
