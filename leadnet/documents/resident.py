"""How much memory a process has in use, by whatever way the system has to say it."""

from __future__ import annotations

import ctypes
import os
import subprocess
from pathlib import Path

_STATM = Path("/proc/self/statm").exists()
LOOK = 0.02 if _STATM else 0.5  # seconds between two looks: elsewhere each starts a process


def resident(process: int) -> int:
    """Bytes a process holds in memory; 0 where that cannot be told, or it has ended."""
    try:
        if _STATM:
            return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
        if os.name == "nt":
            return _on_windows(process)
        asked = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], capture_output=True, timeout=5, check=False)
        return int(asked.stdout) * 1024
    except (OSError, ValueError, IndexError, subprocess.TimeoutExpired):
        return 0


def data() -> int:
    """Bytes of memory this process has of its own, used or not, as the system counts them; 0 where it does not say."""
    return int(Path("/proc/self/statm").read_text().split()[5]) * os.sysconf("SC_PAGESIZE") if _STATM else 0


def _on_windows(process: int) -> int:
    """The working set, the third of the counters the system gives."""
    counters = (ctypes.c_size_t * 10)()  # cb and the count of faults, 4 bytes each, then eight sizes
    kernel = ctypes.WinDLL("kernel32")
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(kernel.OpenProcess(0x1010, False, process))  # may ask and read
    try:
        told = kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), ctypes.sizeof(ctypes.c_size_t) * 9)
        return counters[2] if told else 0
    finally:
        kernel.CloseHandle(handle)
