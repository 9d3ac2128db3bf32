"""Products of matrices that BLAS keeps on one thread, with the same bytes whatever its settings.

For matrices as small as those of this room two threads wait for each other longer than they work: on a busy machine a
product takes four to forty times as long with them. OpenBLAS starts threads above 262,144 multiplications.
"""

from __future__ import annotations

import numpy as np

_MOST, _ACROSS = 1 << 18, 16  # multiplications at once; rows at least to be taken together


def product(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """a @ b of two matrices, block by block.

    >>> product(np.array([[1.0, 2.0]]), np.array([[3.0], [4.0]])).tolist()
    [[11.0]]
    """
    (rows, inner), columns = a.shape, b.shape[1]
    across = int(np.clip(_MOST // (_ACROSS * max(inner, 1)), 1, max(columns, 1)))
    down = max(1, _MOST // (across * max(inner, 1)))
    found = np.empty((rows, columns), dtype=np.result_type(a, b))
    for left in range(0, columns, across):
        part = b[:, left : left + across]
        for top in range(0, rows, down):
            found[top : top + down, left : left + across] = a[top : top + down] @ part
    return found
