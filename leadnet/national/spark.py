"""Apache Spark: the same steps through `spark.sql`, on a cluster or with this machine's Java (leadnet[spark])."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from leadnet.national.engine import Chain, check_columns, check_types, files_of
from leadnet.study.queries import TABLES
from leadnet.study.tables import StudyError

_LOCAL = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1", "spark.ui.enabled": "false",
          "spark.sql.shuffle.partitions": "2", "spark.sql.session.timeZone": "UTC"}  # fmt: skip


def local_session(memory: str = "2GB", threads: int = 2) -> object:
    """A Spark session on this machine alone, reached by no other; StudyError where pyspark or Java is missing."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        said = "--engine spark needs the package pyspark: pip install 'leadnet[spark]'; or leave --engine out"
        raise StudyError(said) from None
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    builder = SparkSession.builder.master(f"local[{threads}]").appName("leadnet")
    for name, value in {**_LOCAL, "spark.driver.memory": memory.lower().replace("gb", "g").replace("mb", "m")}.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except Exception as error:  # no Java: PySparkRuntimeError, or the gateway's own
        raise StudyError(f"Spark does not start ({_first(error)}); it needs Java 17 or later") from None
    session.sparkContext.setLogLevel("OFF")
    return session


class Spark:
    """The tables of a folder in a Spark session (one's own on a cluster, else `local_session`), columns checked."""

    def __init__(self, folder: Path, session: object):
        self.folder, self._session, self._kept = folder, session, []
        for table in TABLES:
            files, kinds = files_of(folder, table), {}
            for file in files:
                with self._told(file):
                    held = dict(session.read.parquet(str(file)).dtypes)
                check_columns(table, file, held)
                kinds[str(file)] = held
            check_types(table, kinds)
            session.read.parquet(*map(str, files)).select(*TABLES[table]).createOrReplaceTempView(table)

    def parts(self) -> Iterator[str]:
        """The whole record: a cluster parts its work itself."""
        yield "the whole record"

    def view(self, name: str, query: str) -> None:
        """As `Engine.view`."""
        with self._told():
            self._session.sql(query).createOrReplaceTempView(name)

    def keep(self, name: str, query: str) -> None:
        """As `Engine.keep`: cached, and made when first asked for."""
        with self._told():
            found = self._session.sql(query).cache()
            found.createOrReplaceTempView(name)
            self._kept.append(found)

    add = keep  # there is one part

    def at_once(self, *chains: Chain) -> None:
        """As `Engine.at_once`: one after the other, since what is kept is made when asked for."""
        for chain in chains:
            chain(self)

    def rows(self, query: str) -> pd.DataFrame:
        """As `Engine.rows`."""
        with self._told():
            return self._session.sql(query).toPandas()

    def write(self, query: str, path: Path) -> None:
        """As `Engine.write`; a folder of part files."""
        with self._told():
            self._session.sql(query).write.parquet(str(path.with_suffix(".parquet")))

    def close(self) -> None:
        """Let go of what is cached; the session is its owner's to stop."""
        for found in self._kept:
            found.unpersist()

    @contextmanager
    def _told(self, file: Path | None = None) -> Iterator[None]:
        """The engine's faults in the analyst's words."""
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException

        try:
            yield
        except (PySparkException, Py4JError) as error:
            raise StudyError(
                f"{file or self.folder}: the engine stopped ({_first(error)}); nothing was written"
            ) from None


def _first(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
