"""How far one picture is from looking like another.

Both are softened, so that what counts is where ink stands and not how a program smooths its edges, and compared in CIE
L*a*b*, where distances are as the eye sees them. In each square of the picture, about as large as a letter of a heading,
the sum of all differences is taken as a share of all the ink there, of both pictures. Two pictures of the same are some
hundredths apart; where a word stands elsewhere, its ink counts twice, and the share nears one."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Picture = NDArray[np.float32]

SIDE = 16  # dots of a square
SOFTNESS = 1.0  # dots: the standard deviation of what a dot is spread over
FAINT = 1.5  # a square's ink at least counts as if each of its dots were so far from the paper: what is fainter is not seen

_VALUES = np.arange(256, dtype=np.float32) / 255
_LIGHT = np.where(_VALUES <= 0.04045, _VALUES / 12.92, ((_VALUES + 0.055) / 1.055) ** 2.4).astype(np.float32)  # of each sRGB value


@dataclass(frozen=True)
class Place:
    share: float  # of misplaced ink: 0 is the same picture, 1 another one
    x: int  # of the middle of the square, dots from the left and the top
    y: int


@dataclass(frozen=True)
class Likeness:
    worst: tuple[Place, ...]  # the worst places of a picture, some way from each other
    mean: float  # the share of all the ink that is misplaced


def read(source: bytes | Path) -> Picture:
    """A PNG on white, in CIE L*a*b* (D65)."""
    image = Image.open(BytesIO(source) if isinstance(source, bytes) else source).convert("RGBA")
    white = Image.new("RGBA", image.size, "white")
    return _lab(_softened(_LIGHT[np.asarray(Image.alpha_composite(white, image).convert("RGB"))]))


def likeness(ours: Picture, theirs: Picture) -> Likeness:
    # Of its last row and column a picture covers a part only, which each program fills in its own way; that was spread.
    edge = 2 + int(3 * SOFTNESS)
    height, width = min(ours.shape[0], theirs.shape[0]) - edge, min(ours.shape[1], theirs.shape[1]) - edge
    if abs(ours.shape[0] - theirs.shape[0]) > 2 or abs(ours.shape[1] - theirs.shape[1]) > 2:
        raise ValueError(f"the pictures are of different sizes: {ours.shape[:2]} and {theirs.shape[:2]}")
    ours, theirs = ours[:height, :width], theirs[:height, :width]
    # Squares that overlap by half, so that nothing small is shared out among four of them.
    places: list[Place] = []
    mean = 0.0
    for top in (0, SIDE // 2):
        for left in (0, SIDE // 2):
            shares, overall = _shares(ours[top:, left:], theirs[top:, left:])
            mean = mean or overall
            for index in np.argsort(shares, axis=None)[-20:]:
                row, column = divmod(int(index), shares.shape[1])
                places.append(Place(float(shares[row, column]), left + column * SIDE + SIDE // 2, top + row * SIDE + SIDE // 2))
    return Likeness(_apart(sorted(places, key=lambda place: -place.share)), mean)


def _apart(places: list[Place]) -> tuple[Place, ...]:
    """The first of those that stand together."""
    kept: list[Place] = []
    for place in places:
        if all(abs(place.x - other.x) > 2 * SIDE or abs(place.y - other.y) > 2 * SIDE for other in kept):
            kept.append(place)
    return tuple(kept)


def _shares(ours: Picture, theirs: Picture) -> tuple[NDArray[np.float32], float]:
    """The share of misplaced ink in each square, and in all of the picture."""
    our_squares, their_squares = _in_squares(ours), _in_squares(theirs)
    apart = np.linalg.norm(our_squares - their_squares, axis=3).sum(axis=2)
    ink = _ink(our_squares) + _ink(their_squares)
    shares = np.asarray(apart / np.maximum(ink, FAINT * SIDE * SIDE), dtype=np.float32)
    return shares, float(apart.sum() / max(float(ink.sum()), 1.0))


def _softened(image: Picture) -> Picture:
    reach = int(3 * SOFTNESS)
    weights = np.exp(-(np.arange(-reach, reach + 1, dtype=np.float32) ** 2) / (2 * SOFTNESS**2))
    weights /= weights.sum()
    height, width = image.shape[:2]
    padded = np.pad(image, [(reach, reach), (reach, reach), (0, 0)], mode="edge")
    rows = sum(weight * padded[shift : shift + height] for shift, weight in enumerate(weights))
    return np.asarray(sum(weight * rows[:, shift : shift + width] for shift, weight in enumerate(weights)), dtype=np.float32)


def _lab(image: Picture) -> Picture:
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], dtype=np.float32)
    xyz = image @ to_xyz.T / np.array([0.9505, 1.0, 1.089], dtype=np.float32)
    root = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    x, y, z = root[..., 0], root[..., 1], root[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=2).astype(np.float32)


def _in_squares(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """What each square holds in a row of its own; at the edges the last dots are repeated."""
    rows, columns = -(-values.shape[0] // SIDE), -(-values.shape[1] // SIDE)
    missing = [(0, rows * SIDE - values.shape[0]), (0, columns * SIDE - values.shape[1]), (0, 0)]
    whole = np.pad(values, missing, mode="edge")
    return whole.reshape(rows, SIDE, columns, SIDE, 3).swapaxes(1, 2).reshape(rows, columns, SIDE * SIDE, 3)


def _ink(squares: NDArray[np.float32]) -> NDArray[np.float32]:
    """How far the dots of each square are from the colour that most of it has, all together."""
    ground = np.median(squares, axis=2, keepdims=True)
    return np.asarray(np.linalg.norm(squares - ground, axis=3).sum(axis=2), dtype=np.float32)
