"""The key of this machine, under which names that were removed are known again. It is kept outside every study."""

from __future__ import annotations

import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path

from leadnet.study.disk import PART
from leadnet.study.tables import StudyError

VARIABLE = "LEADNET_KEY"  # names another file for the key


def key_file() -> Path:
    """Where the key is: the file LEADNET_KEY names, else `leadnet/key` in the user's own settings."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    own = os.environ.get("APPDATA") if os.name == "nt" else os.environ.get("XDG_CONFIG_HOME")
    return Path(own or Path.home() / ".config") / "leadnet" / "key"


def read_key(file: Path) -> bytes:
    """The key in a file: 64 hexadecimal digits. StudyError in one line where there is none."""
    try:
        key = bytes.fromhex(file.read_text(encoding="ascii"))
    except OSError as error:
        raise StudyError(f"{file}: the key cannot be opened ({error.strerror}); set {VARIABLE} to its file") from None
    except ValueError:
        key = b""
    if len(key) != 32:
        raise StudyError(f"{file}: this is no key of leadnet's (64 hexadecimal digits); set {VARIABLE} to its file")
    return key


def key_for(study: Path) -> bytes:
    """The key, made when there is none yet, readable by its owner alone; never inside the study it serves."""
    file = key_file()
    if file.resolve().is_relative_to(study.resolve()):
        raise StudyError(f"{file}: the key may not lie in the study, or whoever has one has both; set {VARIABLE}")
    try:
        _make(file)
    except OSError as error:
        raise StudyError(f"{file}: the key cannot be written ({error.strerror}); set {VARIABLE} to a file") from None
    return read_key(file)


def _make(file: Path) -> None:
    """A key where there is none, whole from the first moment: half a key would lock every study that needs it."""
    if file.exists():
        return
    part = file.with_name(f"{PART}-{secrets.token_hex(6)}")
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as made:
            made.write(secrets.token_hex(32))
            made.flush()
            os.fsync(made.fileno())
        try:
            os.link(part, file)
        except FileExistsError:  # another run was first, and its key is the one
            pass
        except (OSError, AttributeError):  # no hard links here
            part.replace(file)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def keyed(key: bytes, text: str) -> str:
    """The keyed hash (HMAC-SHA-256) of a text, 32 hexadecimal digits. Without the key no name can be tried on it.

    >>> keyed(bytes(32), "dilys marrable")
    'a82671a2a81e1bc866ebf02f63c6d6a5'
    """
    return hmac.digest(key, text.encode(), "sha256").hex()[:32]
