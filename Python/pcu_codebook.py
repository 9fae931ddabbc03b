"""Operators of perovskite computing units as PyTorch modules, from the tables of a codebook.

``pcu-fab codebook export NAME.codebook --pytorch DIR`` writes this file beside the tables. It needs
PyTorch 1.13 or newer and nothing else, and runs on CPU and CUDA.

    import pcu_codebook
    book = pcu_codebook.load("DIR")
    pcu_codebook.substitute(model, {nn.Softplus: lambda old: book.module("softplus", lanes=2048)})
    pcu_codebook.draw(model, torch.Generator().manual_seed(1))  # one die, which training now fits

Values and gradients.  Forwards, a module gives what the circuits give. Backwards, it has the
derivative of the ideal function: ``y = codebook(x) + f(x) - stop_gradient(f(x))``. Where a curve is
clamped, so is its ideal: an input beyond the domain changes nothing and has no gradient. With
``bypass=False`` curves and surfaces have the derivative of the codebook itself.

Units.  Without ``lanes`` a module is the mean unit. With ``lanes=n`` number ``i`` of the flattened
input goes to unit ``i % n``, so that rows of ``n`` features use unit ``j`` for feature ``j``. Units
are the mean until they are set: ``draw`` draws them from the simulated ones, ``die`` does it as
pcu-fab does for a seed, ``choose`` names simulated units, ``mean`` goes back. They are buffers: a
checkpoint keeps its die.

Readings.  With ``readout=True`` every result scatters anew as readings do, drawn from PyTorch's own
generator.

Domain.  ``policy`` says what becomes of inputs outside the domain: ``clamp`` keeps the value (of a
surface: the gain) of the nearest end, ``extrapolate`` goes on straight, ``refuse`` raises
`OutsideDomain`. They are counted in any case.

Precision.  Numbers are computed in the type of the inputs, in single precision at least; tables
stay in double precision whatever ``model.half()`` says. The circuits with dividers and with a tail
current are solved in double precision.
"""

from __future__ import annotations

import hashlib
import json
import math
import struct
from pathlib import Path
from typing import (
    Any,
    Callable,
    Dict,
    List,
    Mapping,
    NamedTuple,
    Optional,
    Sequence,
    Tuple,
    Type,
    Union,
)

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.utils.checkpoint import checkpoint

TABLES = "tables.codebook"
POLICIES = ("clamp", "extrapolate", "refuse")


class OutsideDomain(ValueError):
    """Inputs lie outside the domain of a codebook where that is refused."""


# --------------------------------------------------------------------------------------------------
# Reading


class Codebook:
    """What units of each operator do: the header of the file and its tables.

    Attributes:
        identity: What the codebook was made from: recipe, layout, wafer, temperature and so on.
        entries: What the header says of each operator, by its name.
        tables: The tables by their names, ``operator/table``.
    """

    def __init__(self, header: Mapping[str, Any], tables: Mapping[str, Tensor]) -> None:
        self.identity: Dict[str, Any] = header["identity"]
        self.entries: Dict[str, Any] = {entry["operator"]: entry for entry in header["entries"]}
        self.tables: Dict[str, Tensor] = dict(tables)

    @property
    def operators(self) -> List[str]:
        """The names of the operators."""
        return list(self.entries)

    def module(self, operator: str, **options: Any) -> "Operator":
        """Returns a new module of an operator; every layer needs one of its own for its units.

        Args:
            operator: The name, one of `operators`.
            options: Those of the class: `Curve`, `GainSurface`, `Softmax` or `WeightErrors`.
        """
        if operator not in self.entries:
            raise KeyError(
                f"the codebook has no entry '{operator}'; it has {', '.join(self.entries)}"
            )
        entry = self.entries[operator]
        names = (name for name in self.tables if name.startswith(operator + "/"))
        tables = {name.split("/", 1)[1]: self.tables[name] for name in names}
        return KINDS[entry["kind"]](entry, tables, **options)


def load(place: Union[str, Path]) -> Codebook:
    """Reads a codebook.

    Args:
        place: The folder that was exported, or a file that ``pcu-fab codebook build`` wrote.

    Raises:
        ValueError: The file isn't a codebook, is of another version, or its tables aren't those
            that were written.
    """
    path = Path(place)
    if path.is_dir():
        path = path / TABLES
    data = path.read_bytes()
    if len(data) < 16 or data[:8] != b"PCUCODEB":
        raise ValueError(f"{path} isn't a codebook: it doesn't begin with PCUCODEB")
    version, length = struct.unpack_from("<II", data, 8)
    if version != 1:
        raise ValueError(
            f"{path} has version {version}; this module reads version 1: export it again"
        )
    header = json.loads(data[16 : 16 + length])
    body = bytearray(data[16 + length :])
    found = hashlib.sha256(body).hexdigest()
    if found != header["tablesSha256"]:
        raise ValueError(
            f"{path}: tables have the hash {found}, expected {header['tablesSha256']}: "
            "export it again"
        )
    types = {"f32": torch.float32, "f64": torch.float64}
    tables = {}
    for table in header["tables"]:
        shape, dtype = table["shape"], types[table["type"]]
        count = math.prod(shape)
        numbers = torch.empty(0, dtype=dtype)
        if count:
            numbers = torch.frombuffer(
                body, dtype=dtype, count=count, offset=table["offset"]
            ).clone()
        tables[table["name"]] = numbers.reshape(shape)
    return Codebook(header, tables)


# --------------------------------------------------------------------------------------------------
# Gradients


class _StraightThrough(torch.autograd.Function):
    """Forwards the first argument, backwards the second one."""

    @staticmethod
    def forward(ctx: Any, value: Tensor, ideal: Tensor) -> Tensor:
        return value.view_as(value)

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> Tuple[None, Tensor]:  # type: ignore[override]
        return None, gradient


def straight_through(value: Tensor, ideal: Tensor) -> Tensor:
    """Returns ``value + ideal - stop_gradient(ideal)`` without its rounding.

    Args:
        value: What comes out; no gradient goes into it.
        ideal: What the gradient goes to; the same shape and type.
    """
    return _StraightThrough.apply(value.detach(), ideal)


# --------------------------------------------------------------------------------------------------
# Draws as pcu-fab makes them


class _Xoshiro:
    """Streams of xoshiro256** side by side, each of a seed and a key.

    They count in 64-bit integers that wrap around.

    Source: D. Blackman, S. Vigna, ACM Trans. Math. Softw. 47(4), 36 (2021); seeds by G. Steele, D.
    Lea, C. Flood, OOPSLA 2014.
    """

    def __init__(self, seed: int, key: Sequence[Tensor]) -> None:
        root = torch.tensor([self._signed(seed)])
        for part in key:
            root = self._mixed(self._mixed(root + self._STEP) ^ self._mixed(part + 1))
        self.state = [self._mixed(root + self._signed(self._STEP * turn)) for turn in (1, 2, 3, 4)]

    @staticmethod
    def _signed(bits: int) -> int:
        bits &= (1 << 64) - 1
        return bits - (1 << 64) if bits >> 63 else bits

    _STEP = 0x9E3779B97F4A7C15 - (1 << 64)

    @staticmethod
    def _right(bits: Tensor, count: int) -> Tensor:
        return (bits >> count) & ((1 << (64 - count)) - 1)

    @classmethod
    def _mixed(cls, bits: Tensor) -> Tensor:
        bits = (bits ^ cls._right(bits, 30)) * cls._signed(0xBF58476D1CE4E5B9)
        bits = (bits ^ cls._right(bits, 27)) * cls._signed(0x94D049BB133111EB)
        return bits ^ cls._right(bits, 31)

    def _next(self) -> Tensor:
        a, b, c, d = self.state
        product = b * 5
        result = ((product << 7) | self._right(product, 57)) * 9
        c, d = c ^ a, d ^ b
        self.state = [a ^ d, b ^ c, c ^ (b << 17), (d << 45) | self._right(d, 19)]
        return result

    def below(self, count: int) -> Tensor:
        """The next integers below ``count``, one a stream: upper halves of products with it."""
        bits = self._next()
        return (self._right(bits, 32) * count + self._right((bits & 0xFFFFFFFF) * count, 32)) >> 32


# --------------------------------------------------------------------------------------------------
# What all kinds have in common


class Operator(nn.Module):
    """An operator of a codebook.

    Attributes:
        operator: Its name.
        domain: The inputs (of a surface: their magnitudes) that the codebook was made for.
        policy: What becomes of inputs outside, ``clamp``, ``extrapolate`` or ``refuse``.
        bypass: Whether gradients are those of the ideal function.
        readout: Whether results scatter as readings do.
        inputs: How many inputs came since `reset_counts`.
    """

    def __init__(
        self,
        entry: Mapping[str, Any],
        domain: Sequence[float],
        policy: Optional[str] = None,
        bypass: bool = True,
        readout: bool = False,
    ) -> None:
        super().__init__()
        self.operator: str = entry["operator"]
        self.domain: Tuple[float, float] = (domain[0], domain[1])
        self.policy: str = policy or entry["policy"]
        if self.policy not in POLICIES:
            raise ValueError(f"policy '{policy}'; expected one of {', '.join(POLICIES)}")
        self.bypass, self.readout = bypass, readout
        self.inputs = 0
        self._outside: Optional[Tensor] = None

    def extra_repr(self) -> str:
        return (
            f"{self.operator}, policy={self.policy}, bypass={self.bypass}, readout={self.readout}"
        )

    @property
    def outside(self) -> int:
        """How many inputs lay outside the domain since `reset_counts`; NaN does."""
        return 0 if self._outside is None else int(self._outside)

    def reset_counts(self) -> None:
        """Starts counting anew."""
        self.inputs, self._outside = 0, None

    def mean(self) -> None:
        """Makes all units the mean one."""
        raise NotImplementedError

    def draw(self, generator: Optional[torch.Generator] = None, by: str = "simulated") -> None:
        """Draws the units.

        Args:
            generator: Where random numbers come from, on the CPU; PyTorch's own one where it's left
                out.
            by: ``simulated``: each is one of the simulated units, whole. ``normal``: each has
                scores of its own (curves and surfaces).
        """
        raise NotImplementedError

    def die(self, seed: int, purpose: int = 0) -> None:
        """Draws the units as pcu-fab does for a seed and a purpose, by ``simulated``.

        Args:
            seed: The seed of the die.
            purpose: What the units are for, for instance the number of a layer.
        """
        raise NotImplementedError

    def _register(self, name: str, table: Tensor, keeps: bool = False) -> None:
        self.register_buffer(name, table.double(), persistent=keeps)

    def _apply(self, fn: Callable[[Tensor], Tensor], *rest: Any, **options: Any) -> "Operator":
        # Tables and dies move to another device and never change their type.
        return super()._apply(lambda t: t.to(fn(t).device), *rest, **options)

    def _count(self, outside: Tensor, values: Tensor, total: int) -> None:
        """Counts inputs, or refuses them; ``outside`` marks some of ``values``."""
        if self.policy == "refuse" and bool(outside.any()):
            first = int(outside.reshape(-1).nonzero()[0])
            raise OutsideDomain(
                f"{self.operator}: {int(outside.sum())} of {total} inputs lie outside "
                f"{self.domain[0]}...{self.domain[1]}, the first is number {first}: "
                f"{float(values.reshape(-1)[first])}; scale them, or take policy='clamp'"
            )
        self._add(outside.sum(), total)

    def _add(self, outside: Tensor, total: int) -> None:
        self.inputs += total
        outside = outside.detach()
        self._outside = (
            outside if self._outside is None else self._outside.to(outside.device) + outside
        )

    def _result(
        self, value: Tensor, like: Tensor, ideal: Callable[[], Tensor], *inputs: Tensor
    ) -> Tensor:
        """The value in the type of the inputs, with the gradient that was asked for."""
        value = value.to(like.dtype)
        if self.bypass and torch.is_grad_enabled() and any(one.requires_grad for one in inputs):
            return straight_through(value, ideal().to(like.dtype))
        return value

    def _has_gradient(self) -> torch.autograd.grad_mode.set_grad_enabled:
        return torch.set_grad_enabled(torch.is_grad_enabled() and not self.bypass)


def _working(*inputs: Tensor) -> torch.dtype:
    """The type to compute in."""
    dtype = torch.float32
    for one in inputs:
        dtype = torch.promote_types(dtype, one.dtype)
    return dtype


class _Deviating(Operator):
    """An operator whose units are the mean plus few components, each times a score of the unit."""

    def __init__(
        self,
        entry: Mapping[str, Any],
        domain: Sequence[float],
        tables: Mapping[str, Tensor],
        lanes: Optional[int],
        **options: Any,
    ) -> None:
        super().__init__(entry, domain, **options)
        if lanes is not None and lanes < 1:
            raise ValueError(f"{lanes} lanes; expected one or more, or None for the mean unit")
        self.lanes = lanes
        self._register("means", tables["means"])
        self._register("components", tables["components"].flatten(1))
        self._register("simulated", tables["scores"])
        if lanes is not None:
            self._register("scores", torch.zeros(lanes, self.simulated.shape[1]), keeps=True)
        self._key: Any = None
        self._cached = torch.empty(0)

    def extra_repr(self) -> str:
        return f"{super().extra_repr()}, lanes={self.lanes}"

    def mean(self) -> None:
        if self.lanes is not None:
            self._set(torch.zeros(self.lanes, self.simulated.shape[1]))

    def choose(self, units: Sequence[int]) -> None:
        """Makes the units simulated ones, by their numbers; as many as lanes."""
        self._set(self.simulated[torch.as_tensor(units, device=self.simulated.device)])

    def draw(self, generator: Optional[torch.Generator] = None, by: str = "simulated") -> None:
        count = self._laned()
        if by == "simulated":
            self.choose(torch.randint(self.simulated.shape[0], (count,), generator=generator))
        elif by == "normal":
            self._set(torch.randn(count, self.simulated.shape[1], generator=generator))
        else:
            raise ValueError(f"units drawn by '{by}'; expected simulated or normal")

    def die(self, seed: int, purpose: int = 0, start: int = 0) -> None:
        numbers = torch.arange(start, start + self._laned())
        streams = _Xoshiro(seed, [torch.tensor([purpose]), numbers])
        self.choose(streams.below(self.simulated.shape[0]))

    def _laned(self) -> int:
        if self.lanes is None:
            raise ValueError(
                f"{self.operator} is a mean unit; create it with lanes=n to give it units"
            )
        return self.lanes

    def _set(self, scores: Tensor) -> None:
        count = self._laned()
        if scores.shape[0] != count:
            raise ValueError(f"{self.operator} has {count} lanes, found {scores.shape[0]} units")
        with torch.no_grad():
            self.scores.copy_(scores)

    def _deviations(self, dtype: torch.dtype) -> Tensor:
        """What each unit adds to the mean, ``[unit, point]``; kept as long as the units stay."""
        key = (self.scores.data_ptr(), self.scores._version, self.scores.device, dtype)
        if key != self._key:
            with torch.inference_mode(False), torch.no_grad():
                self._cached = (self.scores @ self.components).to(dtype)
            self._key = key
        return self._cached

    def _unit(self, shape: torch.Size, device: torch.device) -> Tensor:
        """The unit of each number of a shape, as something that broadcasts to it."""
        lanes = self._laned()
        last = shape[-1] if shape else 1
        if last % lanes == 0:
            return torch.arange(last, device=device) % lanes
        return torch.arange(shape.numel(), device=device).reshape(shape) % lanes


# --------------------------------------------------------------------------------------------------
# Curves

IDEALS: Dict[str, Callable[[Tensor], Tensor]] = {
    "softplus": lambda x: -F.logsigmoid(-x),
    "sigmoid": torch.sigmoid,
    "gelu": F.gelu,
    "exponential": torch.exp,
}


class Curve(_Deviating):
    """A function of one number: softplus, sigmoid, GELU, exponential.

    The mean is the monotone cubic of Fritsch and Butland through an even grid, what a unit adds to
    it a straight line between points. Of the exponential the tables are of the logarithm.

    Args:
        lanes: The number of units; None for the mean unit.
        policy, bypass, readout: As the module's head says.
    """

    def __init__(
        self,
        entry: Mapping[str, Any],
        tables: Mapping[str, Tensor],
        lanes: Optional[int] = None,
        **options: Any,
    ) -> None:
        curve = entry["curve"]
        super().__init__(entry, curve["domain"], tables, lanes, **options)
        self.is_logarithmic = curve["scale"] == "logarithmic"
        self._register("slopes", self._monotone(self.means))
        self._register("readout_spreads", tables["readoutSpreads"])
        self.step = (self.domain[1] - self.domain[0]) / (len(self.means) - 1)

    @staticmethod
    def _monotone(means: Tensor) -> Tensor:
        """The slopes at the points, times the step.

        Source: F. N. Fritsch, J. Butland, SIAM J. Sci. Stat. Comput. 5, 300 (1984): the harmonic
        mean of the secants beside a point; at the ends the three-point formula of C. Moler,
        Numerical Computing with MATLAB, section 3.4.
        """
        secants = means.diff()
        if len(secants) == 1:
            return secants.repeat(2)

        def end(secant: float, following: float) -> float:
            slope = (3 * secant - following) / 2
            if slope * secant <= 0:
                return 0.0
            return 3 * secant if secant * following <= 0 and abs(slope) > 3 * abs(secant) else slope

        before, after = secants[:-1], secants[1:]
        inner = torch.where(
            before * after > 0, 2 * before * after / (before + after), torch.zeros_like(before)
        )
        ends = [end(*secants[:2].tolist()), end(*secants.flip(0)[:2].tolist())]
        return torch.cat([means.new_tensor(ends[:1]), inner, means.new_tensor(ends[1:])])

    def forward(self, x: Tensor) -> Tensor:
        low, high = self.domain
        self._count(~((x >= low) & (x <= high)), x, x.numel())
        with self._has_gradient():
            value = self._value(x.to(_working(x)))
        if self.readout:
            value = value + self._scatter(x.to(value.dtype), value)
        return self._result(value, x, lambda: self._ideal(x.to(_working(x))), x)

    def _ideal(self, x: Tensor) -> Tensor:
        return IDEALS[self.operator](x if self.policy == "extrapolate" else x.clamp(*self.domain))

    def _place(self, x: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
        """The input inside the domain, the point left of it and the way to the next one, 0...1."""
        inside = x.clamp(*self.domain)
        position = (inside - self.domain[0]) * (1 / self.step)
        index = torch.nan_to_num(position.detach()).floor().clamp(0, len(self.means) - 2).long()
        return inside, index, position - index

    def _value(self, x: Tensor) -> Tensor:
        inside, index, t = self._place(x)
        means, slopes = self.means.to(x.dtype), self.slopes.to(x.dtype)
        low, left, right = means[index], slopes[index], slopes[index + 1]
        rise = means[index + 1] - low
        # In powers of t with differences alone: derivatives in single precision keep their digits.
        square, cube = 3 * rise - 2 * left - right, left + right - 2 * rise
        value = low + t * (left + t * (square + t * cube))
        if self.lanes is not None:
            place = self._unit(x.shape, x.device) * len(means) + index
            units = self._deviations(x.dtype).reshape(-1)
            deviation = units[place + 1] - units[place]
            value = value + units[place] + t * deviation
        if self.policy == "extrapolate":
            slope = left + t * (2 * square + 3 * t * cube)
            if self.lanes is not None:
                slope = slope + deviation
            value = value + slope * (1 / self.step) * (x - inside)
        return value.exp() if self.is_logarithmic else value

    @torch.no_grad()
    def _scatter(self, x: Tensor, value: Tensor) -> Tensor:
        _, index, t = self._place(x)
        spreads = self.readout_spreads.to(x.dtype)
        noise = ((1 - t) * spreads[index] + t * spreads[index + 1]) * torch.randn_like(x)
        return noise * value if self.is_logarithmic else noise


# --------------------------------------------------------------------------------------------------
# Products and quotients


class GainSurface(_Deviating):
    """A product or quotient of two numbers of either sign, times the gain at their magnitudes.

    The logarithm of the gain is bilinear in the logarithms of both magnitudes. A product with a
    zero is zero. A denominator below the domain counts as the domain's end, with its sign, also in
    the ideal function.

    Args:
        lanes: The number of units; None for the mean unit.
        policy, bypass, readout: As the module's head says.
    """

    def __init__(
        self,
        entry: Mapping[str, Any],
        tables: Mapping[str, Tensor],
        lanes: Optional[int] = None,
        **options: Any,
    ) -> None:
        surface = entry["surface"]
        super().__init__(entry, surface["domain"], tables, lanes, **options)
        self.is_product = surface["operation"] == "product"
        self.readout_spread: float = surface["readoutSpread"]
        self.points = self.means.shape[0]
        self.start = math.log(self.domain[0])
        self.per_step = (self.points - 1) / (math.log(self.domain[1]) - self.start)

    def forward(self, x: Tensor, y: Tensor) -> Tensor:
        low = self.domain[0]
        shape = torch.broadcast_shapes(x.shape, y.shape)
        is_exact = (x == 0) & torch.isfinite(y)
        is_exact = (
            is_exact | ((y == 0) & torch.isfinite(x)) if self.is_product else is_exact & (y != 0)
        )
        is_inside = self._is_inside(x) & self._is_inside(y)
        self._count(~(is_inside | is_exact), torch.where(self._is_inside(x), y, x), shape.numel())
        end = torch.full_like(y, low)
        divisor = (
            y if self.is_product else torch.where(y.abs() < low, torch.where(y < 0, -end, end), y)
        )

        def ideal() -> Tensor:
            # The gradient goes on where the divisor is held.
            return x * y if self.is_product else x / straight_through(divisor, y)

        with self._has_gradient():
            dtype = _working(x, y)
            one, other = x.to(dtype), divisor.to(dtype)
            table = self.means.to(dtype).reshape(1, -1)
            base = torch.zeros((), dtype=torch.long, device=x.device)
            if self.lanes is not None:
                table = table + self._deviations(dtype)
                base = self._unit(shape, x.device) * self.points**2
            row, t = self._place(one)
            column, u = self._place(y.to(dtype))
            corner = base + row * self.points + column
            table = table.reshape(-1)
            sum_ = (1 - t) * ((1 - u) * table[corner] + u * table[corner + 1]) + t * (
                (1 - u) * table[corner + self.points] + u * table[corner + self.points + 1]
            )
            value = (one * other if self.is_product else one / other) * sum_.exp()
        if self.readout:
            value = value + (value * torch.randn_like(value) * self.readout_spread).detach()
        return self._result(value, value.to(torch.promote_types(x.dtype, y.dtype)), ideal, x, y)

    def product_sum(self, left: Tensor, right: Tensor, chunk: int = 1 << 24) -> Tensor:
        """A matrix product whose every term goes through a multiplier.

        ``y_ij = sum_k a_ik b_kj gain(|a_ik|, |b_kj|)``. Attention needs two of them: queries times
        keys and probabilities times values. Terms are computed in parts of at most ``chunk`` at
        once. Gradients are those of ``left @ right``; with ``bypass=False`` terms are computed
        again backwards instead of being kept. With lanes, term ``k`` goes to unit ``k % lanes``
        [ours]. With ``readout``, the positive and the negative terms are summed and read each on
        its own.

        Args:
            left: ``[..., i, k]``.
            right: ``[..., k, j]``; dimensions before the last two broadcast.
            chunk: The number of terms at once, which memory depends on.

        Returns:
            ``[..., i, j]``.
        """
        if not self.is_product:
            raise ValueError(f"{self.operator} doesn't multiply")
        batch = torch.broadcast_shapes(left.shape[:-2], right.shape[:-2])
        rows, inner, columns = left.shape[-2], left.shape[-1], right.shape[-1]
        if right.shape[-2] != inner:
            raise ValueError(f"{inner} terms on the left, {right.shape[-2]} on the right")
        dtype = _working(left, right)
        a = left.expand(*batch, rows, inner).reshape(math.prod(batch), rows, inner)
        b = right.expand(*batch, inner, columns).reshape(math.prod(batch), inner, columns)
        self._count_terms(a, b)
        with self._has_gradient():
            table = self.means.to(dtype).unsqueeze(0)
            if self.lanes is not None:
                table = table + self._deviations(dtype).reshape(-1, self.points, self.points)
            height = max(1, min(rows, chunk // max(1, inner * columns)))
            depth = max(1, chunk // max(1, height * inner * columns))
            parts = []
            for top in range(0, max(1, len(a)), depth):
                right_part = b[top : top + depth].to(dtype)
                strips = []
                for start in range(0, max(1, rows), height):
                    left_part = a[top : top + depth, start : start + height].to(dtype)
                    if torch.is_grad_enabled():
                        strips.append(
                            checkpoint(
                                self._terms, left_part, right_part, table, use_reentrant=False
                            )
                        )
                    else:
                        strips.append(self._terms(left_part, right_part, table))
                parts.append(torch.cat(strips, 1))
            value = torch.cat(parts).reshape(*batch, rows, columns)
        like = value.to(torch.promote_types(left.dtype, right.dtype))
        return self._result(value, like, lambda: left @ right, left, right)

    def _terms(self, a: Tensor, b: Tensor, table: Tensor) -> Tensor:
        """Sums of a part, ``[batch, i, k]`` times ``[batch, k, j]``."""
        row, t = self._place(a)
        column, u = self._place(b)
        unit = torch.arange(a.shape[-1], device=a.device) % len(table)
        # Along the left operand it's interpolated once for all columns: [batch, i, k, point].
        line = torch.lerp(table[unit, row], table[unit, row + 1], t.unsqueeze(-1))
        shape = (*a.shape, b.shape[-1])
        place = column.unsqueeze(1).expand(shape)
        gain = torch.lerp(
            line.gather(-1, place), line.gather(-1, place + 1), u.unsqueeze(1).expand(shape)
        ).exp()
        terms = a.unsqueeze(-1) * b.unsqueeze(1) * gain
        value = terms.sum(-2)
        if self.readout:
            with torch.no_grad():
                size = terms.abs().sum(-2)
                positive, negative = (size + value) / 2, (size - value) / 2
                sides = positive * torch.randn_like(value) - negative * torch.randn_like(value)
            value = value + self.readout_spread * sides
        return value

    def _count_terms(self, a: Tensor, b: Tensor) -> None:
        """Counts terms with an operand outside, not term by term; those with a zero are exact."""

        def classes(x: Tensor, over: int) -> List[Tensor]:
            bad, zero, inside = ~torch.isfinite(x), x == 0, self._is_inside(x)
            return [mark.sum(over) for mark in (bad, ~(bad | zero | inside), inside)]

        (bad, out, inside), (other_bad, other_out, other_inside) = classes(a, -2), classes(b, -1)
        count = bad * b.shape[-1] + a.shape[-2] * other_bad - bad * other_bad
        count = (count + out * (other_out + other_inside) + inside * other_out).sum()
        total = a.numel() * b.shape[-1]
        if self.policy == "refuse" and bool(count):
            raise OutsideDomain(
                f"{self.operator}: {int(count)} of {total} terms have a magnitude outside "
                f"{self.domain[0]}...{self.domain[1]}; scale the operands, or take policy='clamp'"
            )
        self._add(count, total)

    def _is_inside(self, x: Tensor) -> Tensor:
        return (x.abs() >= self.domain[0]) & (x.abs() <= self.domain[1])

    def _place(self, x: Tensor) -> Tuple[Tensor, Tensor]:
        """The point below a magnitude and the way to the next one: 0...1 inside the domain."""
        # Zero and infinity have no logarithm to interpolate at; no gain changes them.
        size = torch.where(x == 0, torch.full_like(x, 1e-37), x.abs())
        size = torch.where(x.isinf(), torch.full_like(x, self.domain[0]), size)
        position = (size.log() - self.start) * self.per_step
        inside = position.clamp(0, self.points - 1)
        index = torch.nan_to_num(inside.detach()).floor().clamp(0, self.points - 2).long()
        return index, (position if self.policy == "extrapolate" else inside) - index


# --------------------------------------------------------------------------------------------------
# Softmax

# Constants of the circuits: SharedLogSoftmax, ComposedSoftmax and TailCurrentSoftmax of pcu-fab.
SHARED_REFERENCE = 0.66e-6
COMPOSED_INPUT = 1e-6
COMPOSED_SCALE = 1e-6
COMPOSED_REFERENCE = 0.21e-6
COMPOSED_MIRROR = 0.4
COMPOSED_SHIFT = 0.2
COMPOSED_RANGE = 1.0
OPERANDS = (0.2e-6, 2e-6)
TAIL_CURRENT = 2e-6


class _Branches(NamedTuple):
    """Diode branches ``I = I0 (exp(u / a) - 1) + G u``, ``V = u + Rs I``, of any shapes."""

    saturation: Tensor
    slope: Tensor
    series: Tensor
    shunt: Tensor
    offset: Tensor

    @staticmethod
    def of(numbers: Tensor) -> "_Branches":
        """Takes the last dimension of a table apart."""
        return _Branches(*numbers.unbind(-1))

    def junction(self, voltage: Tensor, bias: float) -> Tuple[Tensor, Tensor]:
        """The voltages of the junctions over ``a``: those of the bias alone, and what is added.

        The first part is in double precision, one a branch; the second one is small, so that single
        precision does. With ``z`` the sum, ``b = 1 + Rs G`` and ``r = Rs I0 / a``, the law is
        ``b z + r (exp(z) - 1) = V / a``. It rises and is convex: Newton's method converges.
        """
        dtype = voltage.dtype
        b = 1 + self.series * self.shunt
        r = self.series * self.saturation / self.slope
        base = (self.offset + bias) / (self.slope * b)
        growth, b = (r * base.exp()).to(dtype), b.to(dtype)
        drive = voltage * (1 / self.slope).to(dtype) + r.to(dtype)
        # The error after a step is about its square: below the rounding.
        enough = 4e-6 if dtype == torch.float32 else 1e-9
        rest = drive / b
        for turn in range(40):
            grown = growth * rest.exp()
            step = (b * rest + grown - drive) / (b + grown)
            rest = rest - step
            if turn > 1 and bool(step.abs().max() <= enough):
                break
        return base, rest

    def current(self, voltage: Tensor, unit: float = 1.0, bias: float = 0.0) -> Tensor:
        """The currents at voltages above a bias, over a current that comes out as one.

        Amplifiers add their offsets.
        """
        base, rest = self.junction(voltage, bias)
        dtype = voltage.dtype
        saturation, shunt = self.saturation / unit, self.shunt * self.slope / unit
        constant = (shunt * base - saturation).to(dtype)
        return (saturation * base.exp()).to(dtype) * rest.exp() + constant + shunt.to(dtype) * rest

    def current_and_conductance(self, voltage: Tensor) -> Tuple[Tensor, Tensor]:
        """The currents at voltages and their derivatives."""
        base, rest = self.junction(voltage, 0.0)
        grown = self.saturation * (base + rest).exp()
        slope = grown / self.slope + self.shunt
        current = grown - self.saturation + self.shunt * self.slope * (base + rest)
        return current, slope / (1 + self.series * slope)

    def voltage(self, current: Tensor) -> Tensor:
        """The voltages at positive currents, without offsets; in double precision."""
        current = current.double()
        u = self.slope * torch.log1p(current / self.saturation)
        # What the shunt takes makes the voltage smaller: Newton's method comes down to it.
        for _ in range(12):
            excess = self.saturation * torch.expm1(u / self.slope) + self.shunt * u - current
            u = u - excess / (self.saturation / self.slope * torch.exp(u / self.slope) + self.shunt)
        return u + self.series * current


class Softmax(Operator):
    """A softmax over the last dimension: the circuit itself, with diodes of simulated units.

    Inputs are moved so that the largest of a row lies at the upper end of the domain. Masked
    inputs, minus infinity, are
    lanes that are switched off: their share is zero [ours]. A row with NaN or infinity gives NaN.
    Gradients are those of the ideal softmax.

    Args:
        lanes: The most terms that units are drawn for; rows of fewer use the first ones. None for
            the mean circuit, whose every branch has the means of the logarithms of its numbers,
            with any number of terms.
        rows: The extents of the circuits: they broadcast with what comes before the last dimension.
            ``(heads, 1)`` gives each head of ``[batch, heads, queries, keys]`` a circuit of its own
            that all its queries use in turn.
        policy, readout: As the module's head says. The composed form clamps whatever the policy:
            its multipliers take no less.
    """

    def __init__(
        self,
        entry: Mapping[str, Any],
        tables: Mapping[str, Tensor],
        lanes: Optional[int] = None,
        rows: Sequence[int] = (),
        **options: Any,
    ) -> None:
        softmax = entry["softmax"]
        super().__init__(entry, (-softmax["range"], softmax["range"]), **options)
        if not self.bypass:
            raise NotImplementedError(
                f"{self.operator} has the gradient of the ideal softmax only: take bypass=True"
            )
        self.form: str = softmax["form"]
        self.readout_spread: float = softmax["readoutSpread"]
        self.lanes, self.rows = lanes, tuple(rows)
        self._register("simulated", tables["lanes"])
        self._register("simulated_shared", tables["shared"])
        self.channels = self.simulated.shape[1]
        bias = torch.tensor(softmax["biasDiode"], dtype=torch.float64)
        bias[2] = 0  # Biases are made for the diode without its series resistance.
        self._bias = _Branches.of(bias)
        self.slope_voltage = float(bias[1])
        deviates = self._deviates(self.simulated)
        mean = self._natural(deviates.mean((0, 1)))
        self._register("mean_lane", mean)
        self._register("mean_shared", self._natural(self._deviates(self.simulated_shared).mean(0)))
        if lanes is not None:
            self._register(
                "branches",
                self.mean_lane.expand(*self.rows, lanes, *mean.shape).clone(),
                keeps=True,
            )
            shared = self.mean_shared.expand(*self.rows, *self.mean_shared.shape)
            self._register("shared", shared.clone(), keeps=True)

    def extra_repr(self) -> str:
        return f"{super().extra_repr()}, form={self.form}, lanes={self.lanes}, rows={self.rows}"

    # Numbers as they differ between units: logarithms of what is positive.
    @staticmethod
    def _deviates(numbers: Tensor) -> Tensor:
        return torch.cat([numbers[..., :4].clamp_min(1e-300).log(), numbers[..., 4:]], -1)

    @staticmethod
    def _natural(deviates: Tensor) -> Tensor:
        positive = deviates[..., :4].exp()
        # Zero has no logarithm and comes back as next to nothing.
        positive = torch.where(deviates[..., :4] < -600, torch.zeros_like(positive), positive)
        return torch.cat([positive, deviates[..., 4:]], -1)

    def mean(self) -> None:
        if self.lanes is not None:
            self._set(self.mean_lane, self.mean_shared)

    def choose(self, unit: int) -> None:
        """Makes every circuit one simulated unit; for as many lanes as were simulated."""
        if self.lanes != self.channels:
            raise ValueError(
                f"simulated units have {self.channels} lanes, this module {self.lanes}"
            )
        self._set(self.simulated[unit], self.simulated_shared[unit])

    def draw(self, generator: Optional[torch.Generator] = None, by: str = "simulated") -> None:
        if by != "simulated":
            raise ValueError(f"circuits drawn by '{by}'; expected simulated")
        count, lanes = math.prod(self.rows), self._laned()
        units, channels = self.simulated.shape[:2]
        self._assemble(
            torch.randint(units, (count,), generator=generator),
            torch.randint(units, (count, lanes), generator=generator),
            torch.randint(channels, (count, lanes), generator=generator),
        )

    def die(self, seed: int, purpose: int = 0, start: int = 0) -> None:
        count, lanes = math.prod(self.rows), self._laned()
        units, channels = self.simulated.shape[:2]
        streams = _Xoshiro(seed, [torch.tensor([purpose]), torch.arange(start, start + count)])
        base = streams.below(units)
        own = [(streams.below(units), streams.below(channels)) for _ in range(lanes)]
        self._assemble(
            base,
            torch.stack([one for one, _ in own], -1),
            torch.stack([other for _, other in own], -1),
        )

    def _assemble(self, base: Tensor, unit: Tensor, channel: Tensor) -> None:
        """Puts circuits together from what a unit's lanes share and what other lanes have apart.

        Own deviations are widened for the channels that the common part was averaged over.
        """
        deviates = self._deviates(self.simulated)
        base, unit, channel = (one.to(deviates.device) for one in (base, unit, channel))
        common = deviates.mean(1)
        widening = math.sqrt(self.channels / (self.channels - 1))
        lanes = common[base].unsqueeze(1) + widening * (deviates[unit, channel] - common[unit])
        self._set(
            self._natural(lanes).reshape(self.branches.shape),
            self.simulated_shared[base].reshape(self.shared.shape),
        )

    def _laned(self) -> int:
        if self.lanes is None:
            raise ValueError(
                f"{self.operator} is the mean circuit; create it with lanes=n to give it units"
            )
        return self.lanes

    def _set(self, lanes: Tensor, shared: Tensor) -> None:
        with torch.no_grad():
            self.branches.copy_(lanes)
            self.shared.copy_(shared)

    def forward(self, scores: Tensor) -> Tensor:
        count = scores.shape[-1]
        if self.lanes is not None and count > self.lanes:
            raise ValueError(
                f"{self.operator} has {self.lanes} lanes, found {count} terms; create it with more"
            )
        with torch.no_grad():
            value = (
                self._shares(scores.to(_working(scores)))
                if scores.numel()
                else torch.zeros_like(scores)
            )
            if self.readout:
                value = value * (1 + self.readout_spread * torch.randn_like(value))
        return self._result(value, scores, lambda: torch.softmax(scores, -1), scores)

    def _shares(self, x: Tensor) -> Tensor:
        reach = self.domain[1]
        is_live = x != -math.inf
        largest = x.amax(-1, keepdim=True)
        is_bad = ~torch.isfinite(largest)
        moved = torch.where(is_live & ~is_bad, x - largest + reach, torch.zeros_like(x))
        below = moved < -reach
        self._count(below | is_bad, torch.where(is_bad, x, moved), x.numel())
        if self.policy == "clamp" or self.form == "composed":
            moved = moved.clamp_min(-reach)
        if self.form != "sharedLogarithm":
            moved = moved.double()
        count = x.shape[-1]
        lanes = (
            self.mean_lane.unsqueeze(0) if self.lanes is None else self.branches[..., :count, :, :]
        )
        shared = self.mean_shared if self.lanes is None else self.shared
        branches = [_Branches.of(lanes[..., index, :]) for index in range(lanes.shape[-2])]
        if self.form == "tailCurrent":
            shares = self._tail_current(branches[0], moved, is_live)
        else:
            circuit = self._shared_logarithm if self.form == "sharedLogarithm" else self._composed
            # One gain is trimmed so that equal inputs give shares that add up to one.
            equal = torch.zeros(*lanes.shape[:-3], count, dtype=torch.float64, device=x.device)
            trim = circuit(branches, shared, equal, torch.ones_like(equal, dtype=torch.bool)).sum(
                -1, keepdim=True
            )
            shares = circuit(branches, shared, moved, is_live) / trim.to(moved.dtype)
        shares = torch.where(is_live, shares, torch.zeros_like(shares))
        return torch.where(is_bad, torch.full_like(shares, math.nan), shares)

    def _bias_voltage(self, current: float) -> float:
        return float(self._bias.voltage(torch.tensor(current, dtype=torch.float64)))

    def _shared_logarithm(
        self, branches: List[_Branches], shared: Tensor, x: Tensor, is_live: Tensor
    ) -> Tensor:
        """Exponentials into a common node, their logarithm, exponentials of the differences.

        With more lanes than were simulated the sum is mirrored down, so that units work at the same
        currents.
        """
        ratio = self.channels / x.shape[-1]
        reference = self._bias_voltage(SHARED_REFERENCE)
        output = self._bias_voltage(SHARED_REFERENCE * ratio)
        volts = self.slope_voltage * x
        currents = branches[0].current(volts, SHARED_REFERENCE, reference)
        total = torch.where(is_live, currents, torch.zeros_like(currents))
        total = total.sum(-1, dtype=torch.float64) * (ratio * SHARED_REFERENCE)
        logarithm = _Branches.of(shared[..., 0, :]).voltage(total).unsqueeze(-1)
        # The logarithm is near that of equal inputs; the difference is small in single precision.
        usual = self._bias_voltage(SHARED_REFERENCE * self.channels)
        volts = volts + (usual - logarithm).to(x.dtype)
        return branches[1].current(volts, SHARED_REFERENCE, reference + output - usual)

    def _composed(
        self, branches: List[_Branches], shared: Tensor, x: Tensor, is_live: Tensor
    ) -> Tensor:
        """A multiplier for the scale, an exponential and a divider a lane."""
        mirror = COMPOSED_MIRROR * self.channels / x.shape[-1]

        def log_product(
            units: List[_Branches], one: Tensor, other: Tensor, reference: float, sign: int
        ) -> Tensor:
            volts = (
                units[0].voltage(one)
                + sign * units[1].voltage(other)
                - sign * self._bias_voltage(reference)
            )
            return units[2].current(volts)

        scale = torch.tensor(COMPOSED_SCALE, dtype=torch.float64, device=x.device)
        current = COMPOSED_INPUT * (x + COMPOSED_RANGE + COMPOSED_SHIFT)
        product = log_product(branches[0:3], current, scale, OPERANDS[1], 1)
        scaled = product / (COMPOSED_INPUT * COMPOSED_SCALE / OPERANDS[1]) - COMPOSED_SHIFT
        exponential = branches[3].current(
            self.slope_voltage * scaled + self._bias_voltage(COMPOSED_REFERENCE)
        )
        total = (
            torch.where(is_live, exponential, torch.zeros_like(exponential)).sum(-1, keepdim=True)
            * mirror
        )
        return log_product(branches[4:7], exponential, total, OPERANDS[0], -1) * (
            mirror / OPERANDS[0]
        )

    def _tail_current(self, branch: _Branches, x: Tensor, is_live: Tensor) -> Tensor:
        """Diodes into a node at the voltage where their currents add up to the tail current."""
        volts = self.slope_voltage * x + branch.offset
        # The node is found with the offsets in the voltages.
        branch = branch._replace(offset=torch.zeros_like(branch.offset))
        needed = branch.voltage(torch.tensor(TAIL_CURRENT, dtype=torch.float64, device=x.device))
        high = volts.masked_fill(~is_live, -math.inf).amax(-1, keepdim=True)
        low = volts.masked_fill(~is_live, math.inf).amin(-1, keepdim=True) - 1
        low = torch.minimum(low, high - needed.amax(-1, keepdim=True))
        # Rows of which every lane is off have no node.
        high, low = torch.nan_to_num(high), torch.nan_to_num(low, neginf=-1.0)
        node = (low + high) / 2
        for _ in range(200):
            current, conductance = branch.current_and_conductance(volts - node)
            excess = (current * is_live).sum(-1, keepdim=True) - TAIL_CURRENT
            low, high = torch.where(excess > 0, node, low), torch.where(excess > 0, high, node)
            following = node + excess / (conductance * is_live).sum(-1, keepdim=True)
            is_wild = ~((following > low) & (following < high))
            following = torch.where(is_wild, (low + high) / 2, following)
            step = (following - node).abs().max()
            node = following
            if bool(step <= 1e-14):
                break
        return branch.current(volts - node, TAIL_CURRENT)


# --------------------------------------------------------------------------------------------------
# Weights


class WeightErrors(Operator):
    """Programmed weights: each is wrong by a share that stays.

    Gradients pass straight through to the trained weights. As a parametrization of a layer it
    programs the weights anew in every forward pass, which is training ahead of programming:

        from torch.nn.utils import parametrize
        errors = book.module("vmm", shape=linear.weight.shape)
        parametrize.register_parametrization(linear, "weight", errors)

    What scatters is the reading of a sum, not its weights: `read`.

    Args:
        shape: The extents of the weights; None for the mean error alone.
        largest: The weight that the largest conductance stands for; None for the largest magnitude
            that there is.
        policy, readout: As the module's head says; errors beyond the domain are those of its ends
            unless refused.
    """

    def __init__(
        self,
        entry: Mapping[str, Any],
        tables: Mapping[str, Tensor],
        shape: Optional[Sequence[int]] = None,
        largest: Optional[float] = None,
        **options: Any,
    ) -> None:
        weights = entry["weights"]
        super().__init__(entry, weights["domain"], **options)
        if not self.bypass:
            raise NotImplementedError(
                f"{self.operator} passes gradients straight through only: take bypass=True"
            )
        self.readout_spread: float = weights["readoutSpread"]
        self.largest = largest
        self.shape = None if shape is None else tuple(shape)
        for name in ("biases", "spreads", "residuals"):
            self._register(name, tables[name])
        if self.shape is not None:
            self.register_buffer("deviations", torch.zeros(self.shape))

    def mean(self) -> None:
        if self.shape is not None:
            self.deviations.zero_()

    def draw(self, generator: Optional[torch.Generator] = None, by: str = "simulated") -> None:
        if by != "simulated":
            raise ValueError(f"cells drawn by '{by}'; expected simulated")
        self._set(
            torch.randint(len(self.residuals), (self._count_of_cells(),), generator=generator)
        )

    def die(self, seed: int, purpose: int = 0) -> None:
        streams = _Xoshiro(seed, [torch.tensor([purpose]), torch.arange(self._count_of_cells())])
        self._set(streams.below(len(self.residuals)))

    def _count_of_cells(self) -> int:
        if self.shape is None:
            raise ValueError(
                f"{self.operator} has mean errors; create it with shape=weight.shape for cells"
            )
        return math.prod(self.shape)

    def _set(self, cells: Tensor) -> None:
        self.deviations.copy_(
            self.residuals[cells.to(self.residuals.device)].reshape(self.deviations.shape)
        )

    def forward(self, weight: Tensor) -> Tensor:
        with torch.no_grad():
            w = weight.to(_working(weight))
            largest = w.abs().max().clamp_min(1e-30) if self.largest is None else self.largest
            share = (w / largest).abs()
            low, high = self.domain
            self._count(~((share >= low) & (share <= high)) & (w != 0), w, w.numel())
            last = len(self.biases) - 1
            position = (share.clamp(low, high) - low) / (high - low) * last
            index = torch.nan_to_num(position).floor().clamp(0, last - 1).long()
            t = position - index
            biases, spreads = self.biases.to(w.dtype), self.spreads.to(w.dtype)
            error = (1 - t) * biases[index] + t * biases[index + 1]
            if self.shape is not None:
                error = error + (
                    (1 - t) * spreads[index] + t * spreads[index + 1]
                ) * self.deviations.to(w.dtype)
            value = torch.where(w == 0, w, w * (1 + error))
        return self._result(value, weight, lambda: weight, weight)

    def read(self, sums: Tensor) -> Tensor:
        """Adds the scatter of readings to sums, before a bias; nothing without ``readout``."""
        if not self.readout:
            return sums
        return sums + (sums * torch.randn_like(sums) * self.readout_spread).detach()


KINDS: Dict[str, Type[Any]] = {
    "curve": Curve,
    "surface": GainSurface,
    "softmax": Softmax,
    "weights": WeightErrors,
}


# --------------------------------------------------------------------------------------------------
# Whole models


def operators(model: nn.Module) -> Dict[str, Operator]:
    """The operators of a model by their names."""
    return {name: module for name, module in model.named_modules() if isinstance(module, Operator)}


def _with_units(model: nn.Module) -> List[Operator]:
    return [
        one
        for one in operators(model).values()
        if getattr(one, "lanes", None) or getattr(one, "shape", None)
    ]


def substitute(
    model: nn.Module, factories: Mapping[Type[nn.Module], Callable[[nn.Module], nn.Module]]
) -> int:
    """Replaces layers of a model by others, in place.

    Args:
        model: The model; a layer that is the whole model can't be replaced.
        factories: What makes the new layer of an old one, by the exact class of the old one.

    Returns:
        How many were replaced.
    """
    count = 0
    for parent in list(model.modules()):
        for name, child in list(parent.named_children()):
            if type(child) in factories:
                setattr(parent, name, factories[type(child)](child))
                count += 1
    return count


def draw(model: nn.Module, generator: Optional[torch.Generator] = None) -> None:
    """Draws all units of a model from the simulated ones: another die of the population."""
    for one in _with_units(model):
        one.draw(generator)


def die(model: nn.Module, seed: int) -> None:
    """Draws all units of a model as pcu-fab does for a seed; purposes are 0, 1, ... in order."""
    for purpose, one in enumerate(_with_units(model)):
        one.die(seed, purpose)


def mean(model: nn.Module) -> None:
    """Makes all units of a model the mean ones."""
    for one in _with_units(model):
        one.mean()


def outside(model: nn.Module) -> Dict[str, Tuple[int, int]]:
    """How many inputs of each operator lay outside its domain, and how many there were."""
    return {name: (one.outside, one.inputs) for name, one in operators(model).items()}
