"""The objects that come out: frozen, typed, each with its exact span and the rule that made it.

Offsets count Unicode code points, half-open: ``text[start:end]`` is the surface. Links between objects are object
references; on the wire (`newsclaims.to_dict`) they are ids.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeVar

from attrs import field, frozen

from newsclaims.checkworthiness import WORDS, Tier, tier_of
from newsclaims.errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclaims.units import Money

Confidence = Literal["high", "medium", "low"]
QuoteKind = Literal["direct", "indirect", "mixed"]
SourceForm = Literal["name", "surname", "pronoun", "role", "organization", "document", "group", "anonymous"]
SpeakerKind = Literal["person", "organization", "document", "group", "unknown"]
Gender = Literal["female", "male"]
QuantityKind = Literal[
    "money", "percent", "percentage_point", "count", "duration", "measure",
    "ratio", "multiple", "age", "score", "number",
]  # fmt: skip
Bound = Literal["more_than", "less_than", "at_least", "at_most"]
Change = Literal["up", "down"]
DateKind = Literal["date", "time", "period", "set"]
Claimer = Literal["article", "speaker", "unknown"]
Polarity = Literal["affirm", "deny"]
Modality = Literal["asserted", "hedged", "promised", "predicted", "normative", "hypothetical", "question"]
Evidentiality = Literal["direct_quote", "mixed", "indirect", "according_to", "hearsay", "none"]


@frozen(order=True)
class Span:
    """A stretch of the text, half-open, in code points.

    >>> span = Span(4, 9)
    >>> "The mayor said"[span.slice], len(span)
    ('mayor', 5)
    """

    start: int
    """Offset of the first code point."""
    end: int
    """Offset behind the last code point."""

    def __iter__(self) -> Iterator[int]:
        yield self.start
        yield self.end

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def slice(self) -> slice:
        """The span as a slice, to cut the surface out of the text."""
        return slice(self.start, self.end)

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@frozen(kw_only=True)
class Mention:
    """A stretch of the text that names something."""

    start: int
    """Offset of the first code point."""
    end: int
    """Offset behind the last code point."""
    text: str
    """The surface, ``article.text[start:end]``."""

    @property
    def span(self) -> Span:
        """Start and end as one object."""
        return Span(self.start, self.end)


@frozen(kw_only=True)
class Annotation:
    """What every extractor yields: a span, its surface, and the name of the rule that made it.

    A plugin's own kind subclasses this and sets ``plural``, the key under which it stands on the wire.
    """

    plural: ClassVar[str | None] = None
    """Key of the kind on the wire; ``None`` keeps the kind inside the pipeline."""

    start: int
    """Offset of the first code point."""
    end: int
    """Offset behind the last code point."""
    text: str
    """The surface, ``article.text[start:end]``."""
    rule: str
    """Name of the rule that made it, ``extractor.rule``."""

    @property
    def span(self) -> Span:
        """Start and end as one object."""
        return Span(self.start, self.end)


A_co = TypeVar("A_co", bound=Annotation, covariant=True)


@frozen(kw_only=True)
class Date(Annotation):
    """A point or stretch of calendar time (TIMEX3), resolved against the publication date where it is relative."""

    plural: ClassVar[str | None] = "dates"

    kind: DateKind
    """``date``; ``time`` of a day ("Monday night", "10 a.m."); ``period`` with two ends; ``set`` ("every Friday")."""
    value: str | None
    """ISO 8601, as fine as the text: ``2025-01-20``, ``2025-01``, ``2025-W03``, ``2025``, ``2025-01-20T10:00``.

    A period is ``first/end`` and does not hold its end, as a span does not: ``1990/2000`` is the nineties,
    ``2025-01-03/2025-01-06`` the 3rd to the 5th. A set has the value of TIMEX3: ``XXXX-WXX-5`` every Friday, ``P1Y``
    every year. A time whose day is not known begins with ``T``. None while unresolved.
    """


@frozen(kw_only=True)
class Counted(Mention):
    """The noun phrase that a quantity counts or measures."""

    lemma: str
    """Its dictionary form: lower case, the head noun in the singular, without what only circumscribes it."""


@frozen(kw_only=True)
class Quantity(Annotation):
    """A number with what it measures or counts (CQE, Recognizers-Text).

    The span holds the number with its unit and its modifier ("over 7 million", "about 12 hours"); the noun phrase
    counted has a span of its own.
    """

    plural: ClassVar[str | None] = "quantities"

    kind: QuantityKind
    """What sort of quantity it is."""
    value: Decimal | None = None
    """The number; None for a range."""
    low: Decimal | None = None
    """Lower end of a range; of a score ("3-2") what stands first."""
    high: Decimal | None = None
    """Upper end of a range; of a score what stands second."""
    unit: str | None = None
    """ISO 4217 code for money ("cent", "penny" for its parts), else the English unit name in the singular.

    ``X per Y`` for rates: with a currency that is not settled, X is the name of its family ("dollar per barrel").
    """
    symbol: str | None = None
    """For money, the sign before the number as written, or the sign that a name such as "dollars" stands for."""
    candidates: tuple[str, ...] = ()
    """ISO 4217 codes that the symbol may stand for while ``unit`` is not settled."""
    counted: Counted | None = None
    """The noun phrase counted: "small businesses" in "7 million small businesses"."""
    bound: Bound | None = None
    """``more_than`` in "over 7 million", ``at_most`` in "up to 5"."""
    approximate: bool = False
    """Whether the text says "about", "some", "nearly"."""
    change: Change | None = None
    """Direction of a change that the quantity measures."""
    from_: Quantity | None = field(default=None, repr=False)
    """The level before the change."""
    to: Quantity | None = field(default=None, repr=False)
    """The level after the change."""

    def to_pint(self) -> Any:
        """The quantity as a ``pint.Quantity`` in the application's registry; needs the extra ``pint``.

        Raises:
            ArgumentError: It has no single value (a range), or no unit that pint knows (money, counts).

        >>> import newsclaims as nc
        >>> quantity = nc.extract("The wall is 3 metres high.").quantities[0]
        >>> f"{quantity.to_pint().to('centimetre'):g~P}"
        '300 cm'
        """
        from newsclaims import units  # noqa: PLC0415 - a view of the result, asked for after the work

        if self.value is None or self.unit is None:
            raise ArgumentError(f"{self.text!r} has no single value with a unit: take `low`, `high` and `unit`")
        return units.to_pint(self.value, self.unit)

    def to_money(self) -> Money:
        """The quantity as an amount of money: amount, currency, candidates; "50p" is half a pound.

        Raises:
            ArgumentError: It is no money, or has no single value.

        >>> import newsclaims as nc
        >>> nc.extract("It cost A$40.").quantities[0].to_money().currency
        'AUD'
        """
        from newsclaims import units  # noqa: PLC0415 - a view of the result, asked for after the work

        if self.kind != "money" or self.value is None:
            raise ArgumentError(f"{self.text!r} is no single amount of money")
        return units.to_money(self.value, self.unit, self.symbol, self.candidates)


@frozen(kw_only=True)
class Cue(Mention):
    """The words that mark an attribution: "said", "according to", "told" (PARC)."""

    lemma: str
    """Dictionary form: "say", "according to", "point out"."""
    class_: str
    """Class in the cue lexicon: say, claim, deny, think, …"""


@frozen(kw_only=True)
class Source(Mention):
    """The mention that the cue belongs to, as it stands in the text (PARC)."""

    form: SourceForm
    """How the source is named."""


@frozen(kw_only=True)
class Attribution(Annotation):
    """Source, cue and content of one act of saying or thinking, before anybody is identified (PARC, PolNeAR).

    The extractor ``attributions`` finds them, ``speakers`` identifies their sources, ``quotes`` joins the two.
    The kind stays inside the pipeline.
    """

    kind: QuoteKind
    """``direct``: all of the content in quotation marks; ``indirect``: none; ``mixed``: some."""
    segments: tuple[Span, ...]
    """Spans of the content in text order: what stands between quotation marks whole, without the marks; outside of them
    without "that" and the last comma or full stop."""
    cue: Cue | None = None
    """The words that mark the attribution."""
    source: Source | None = None
    """The mention of who speaks."""
    addressee: Mention | None = None
    """Who is spoken to: "the Global Times" in "told the Global Times"."""
    medium: Mention | None = None
    """Where or in what it was said: "a statement", "a press conference", "X"."""
    when: Mention | None = None
    """The words that date the saying: "Monday" in "said on Monday"."""
    parent: Attribution | None = field(default=None, repr=False)
    """The attribution whose content holds this one."""
    thought: bool = False
    """Whether the cue marks a belief or intention and not speech."""
    confidence: Confidence = "high"
    """How much the rule is to be trusted."""


@frozen(kw_only=True)
class Speaker(Annotation):
    """Who speaks: the entity behind all its mentions in the article. The span is its fullest mention."""

    plural: ClassVar[str | None] = "speakers"

    name: str
    """Fullest name in the article."""
    kind: SpeakerKind
    """What sort of entity it is."""
    role: str | None = None
    """What the person is: "spokesperson", "senior research fellow"."""
    affiliation: str | None = None
    """The body that the person speaks for."""
    gender: Gender | None = None
    """Where the text shows it."""
    mentions: tuple[Span, ...] = field(default=(), repr=False)
    """All mentions found, in text order."""


@frozen(kw_only=True)
class Quote(Annotation):
    """What somebody said or wrote, as the article gives it. The span is the hull of the segments."""

    plural: ClassVar[str | None] = "quotes"

    kind: QuoteKind
    """``direct``: all of the content in quotation marks; ``indirect``: none; ``mixed``: some."""
    segments: tuple[Span, ...]
    """Spans of the content in text order: what stands between quotation marks whole, without the marks; outside of them
    without "that" and the last comma or full stop."""
    cue: Cue | None = None
    """The words that mark the attribution."""
    source: Source | None = None
    """The mention of who speaks, as it stands in the text."""
    speaker: Speaker | None = None
    """Who that is."""
    addressee: Mention | None = None
    """Who is spoken to."""
    medium: Mention | None = None
    """Where or in what it was said."""
    date: Date | None = None
    """When it was said."""
    parent: Quote | None = field(default=None, repr=False)
    """The quote whose content holds this one."""
    confidence: Confidence = "high"
    """How much the rule is to be trusted."""


@frozen(kw_only=True)
class Reason:
    """One signal that a claim is worth checking, with the words that show it."""

    code: str
    """Name of the signal: ``percent``, ``superlative``, ``question``."""
    start: int
    """Offset of the first code point of the words."""
    end: int
    """Offset behind the last code point of the words."""
    weight: float
    """What it adds to the score, in half points."""


_PUT: Mapping[Modality, str] = {
    "asserted": "Asserted",
    "hedged": "Put with a hedge",
    "promised": "Promised",
    "predicted": "Predicted",
    "normative": "Demanded",
    "hypothetical": "Put under a condition",
    "question": "Asked",
}


@frozen(kw_only=True)
class Claim(Annotation):
    """A proposition that the text puts forward as true, by a speaker or by the article itself.

    The span is the hull of the segments.
    """

    plural: ClassVar[str | None] = "claims"

    segments: tuple[Span, ...]
    """Spans of the proposition in text order."""
    sentence: Span
    """The sentence that holds its beginning."""
    claimer: Claimer
    """Who puts it forward: the ``article``, a ``speaker``, or ``unknown`` where the text hides it."""
    speaker: Speaker | None = None
    """The speaker, where there is one."""
    quote: Quote | None = None
    """The quote that holds the claim."""
    polarity: Polarity = "affirm"
    """Stance of the claimer to the words: ``deny`` in "X denied that …"."""
    negated: bool = False
    """Whether the words themselves are negated."""
    modality: Modality = "asserted"
    """How the proposition is put."""
    evidentiality: Evidentiality = "none"
    """What the text says it rests on."""
    types: tuple[str, ...] = ()
    """What sort of fact it is about: quantity, comparison, trend, …"""
    quantities: tuple[Quantity, ...] = field(default=(), repr=False)
    """Quantities inside the segments."""
    dates: tuple[Date, ...] = field(default=(), repr=False)
    """Dates inside the segments."""
    checkable: bool = True
    """Whether it is about what is or was, and so can be checked."""
    score: float = 0.0
    """Sum of the reasons' weights."""
    reasons: tuple[Reason, ...] = ()
    """Why it is, or is not, worth checking."""
    unresolved: tuple[Span, ...] = field(default=(), repr=False)
    """Pronouns and references that need the context to be understood."""
    confidence: Confidence = "high"
    """How much the rule is to be trusted."""

    @property
    def denied(self) -> bool:
        """Whether the claimer says that it is not so."""
        return self.polarity == "deny"

    @property
    def tier(self) -> Tier | None:
        """``A`` to ``D`` by the strongest reason (see `newsclaims.checkworthiness`), None where nothing lifts it."""
        return tier_of(reason.code for reason in self.reasons)

    def explain(self) -> str:
        """Why the claim is, or is not, worth checking, in plain words.

        >>> claim = Claim(
        ...     start=0, end=29, text="Rents rose by 12 percent here", rule="claims.main-clause",
        ...     segments=(Span(0, 29),), sentence=Span(0, 30), claimer="article", score=3.5,
        ...     reasons=(
        ...         Reason(code="trend", start=6, end=10, weight=1.0),
        ...         Reason(code="percent", start=14, end=24, weight=2.5),
        ...     ),
        ... )
        >>> claim.explain()
        'Tier A, score 3.5. Asserted by the article. For: "12 percent" (percentage, +2.5), "rose" (rise or fall, +1).'
        """
        head = f"Tier {self.tier}" if self.tier else "In no tier"
        who = {"article": "the article", "unknown": "an unnamed source"}.get(self.claimer, "its speaker")
        frame = f"{'Denied' if self.denied else _PUT[self.modality]} by {self.speaker.name if self.speaker else who}"
        told = [f"{head}, score {self.score:g}", frame]
        for label, sign in (("For", 1), ("Against", -1)):
            shown = sorted((r for r in self.reasons if r.weight * sign > 0), key=lambda r: -abs(r.weight))
            if shown:
                told.append(f"{label}: " + ", ".join(self._shown(reason) for reason in shown))
        return ". ".join(told) + "."

    def _shown(self, reason: Reason) -> str:
        words = WORDS.get(reason.code, reason.code)
        inside = self.start <= reason.start and reason.end <= self.end
        surface = f'"{self.text[reason.start - self.start : reason.end - self.start]}" ' if inside else ""
        return f"{surface}({words}, {reason.weight:+g})"
