"""Article: one text with everything that was found in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict, Unpack

from attrs import field, frozen

from newsclaims.checkworthiness import Tier  # noqa: TC001 - so that the hints of ClaimFilter can be resolved
from newsclaims.highlight import STYLE, Mark, highlight
from newsclaims.model import Annotation, Claim, Date, Modality, Quantity, Quote, Speaker


class ClaimFilter(TypedDict, total=False):
    """Conditions on claims, for `Article.find_claims` and `Article.top_claims`."""

    speaker: Speaker | str
    """Who puts it forward: a speaker of the article, or the name of one."""
    type: str
    """What sort of fact it is about: ``quantity``, ``trend``, …"""
    tier: Tier
    """The lowest tier to take: ``B`` takes A and B."""
    modality: Modality
    """How it is put."""
    checkable: bool
    """Whether it can be checked."""


@frozen(kw_only=True)
class Problem:
    """What went wrong with one article in a batch; everything else of the article is delivered."""

    extractor: str
    """Name of the extractor that failed or was skipped; ``document`` where the article itself cannot be read."""
    error: str
    """Class of the error, or ``Skipped`` where a kind that it needs is missing."""
    message: str
    """What it said."""


@frozen(kw_only=True, repr=False)
class Article:
    """One article with everything that was found in it, each kind in text order."""

    text: str
    """The text as it was given."""
    id: str | None = None
    """What the caller calls it; nothing depends on it."""
    published: str | None = None
    """Publication date, ISO 8601."""
    source: str | None = None
    """Who published it."""
    quotes: tuple[Quote, ...] = ()
    """Who said what."""
    claims: tuple[Claim, ...] = ()
    """What is put forward as true."""
    quantities: tuple[Quantity, ...] = ()
    """Numbers with what they measure."""
    dates: tuple[Date, ...] = ()
    """Calendar time."""
    speakers: tuple[Speaker, ...] = ()
    """Who speaks."""
    extra: Mapping[str, tuple[Annotation, ...]] = field(factory=dict)
    """Kinds that plugins add, by their plural name."""
    problems: tuple[Problem, ...] = ()
    """What failed, in a pipeline with ``on_error="collect"``."""

    def __repr__(self) -> str:
        found: dict[str, int] = {"quotes": len(self.quotes), "claims": len(self.claims)}
        found |= {"quantities": len(self.quantities), "dates": len(self.dates), "speakers": len(self.speakers)}
        found |= {plural: len(annotations) for plural, annotations in self.extra.items()}
        found |= {"problems": len(self.problems)} if self.problems else {}
        counts = ", ".join(f"{count} {plural}" for plural, count in found.items())
        about = ", ".join(part for part in (self.id, self.published, f"{len(self.text):,} characters") if part)
        return f"<Article {about}: {counts}>"

    def _repr_html_(self) -> str:
        """The text with what was found in it marked, for notebooks."""
        spans = [(span, "quotes", q.speaker.name if q.speaker else "?") for q in self.quotes for span in q.segments]
        spans += [(span, "claims", f"claim, score {c.score:g}") for c in self.claims for span in c.segments]
        spans += [(n.span, "quantities", f"{n.value or (n.low, n.high)} {n.unit or ''}") for n in self.quantities]
        spans += [(d.span, "dates", d.value or "not resolved") for d in self.dates]
        marks = [Mark(span.start, span.end, layer, label) for span, layer, label in spans]
        return f'{STYLE}<div class="newsclaims">{highlight(self.text, marks)}</div>'

    def find_claims(self, **only: Unpack[ClaimFilter]) -> tuple[Claim, ...]:
        """The claims that meet every condition given, in text order.

        Args:
            only: The conditions, see `ClaimFilter`.

        >>> Article(text="").find_claims(speaker="Ada Moss", tier="B", checkable=True)
        ()
        """
        speaker, tier = only.get("speaker"), only.get("tier")

        def fits(claim: Claim) -> bool:
            return (
                (speaker is None or (claim.speaker is not None and speaker in (claim.speaker, claim.speaker.name)))
                and ("type" not in only or only["type"] in claim.types)
                and (tier is None or (claim.tier is not None and claim.tier <= tier))
                and only.get("modality", claim.modality) == claim.modality
                and only.get("checkable", claim.checkable) == claim.checkable
            )

        return tuple(claim for claim in self.claims if fits(claim))

    def top_claims(self, n: int = 5, **only: Unpack[ClaimFilter]) -> tuple[Claim, ...]:
        """The claims with the highest scores, best first; among equals the earlier one comes first.

        Args:
            n: How many at most.
            only: Conditions that they must meet, see `ClaimFilter`.
        """
        return tuple(sorted(self.find_claims(**only), key=lambda claim: -claim.score)[:n])

    def context(self, annotation: Annotation, characters: int = 200) -> str:
        """The text round an annotation: so many characters to either side, cut at white space.

        >>> article = Article(text="It rained. Nobody minded. Then it stopped.")
        >>> article.context(Annotation(start=11, end=25, text="Nobody minded.", rule="x.y"), characters=8)
        'rained. Nobody minded. Then it'
        """
        start, end = max(0, annotation.start - characters), min(len(self.text), annotation.end + characters)
        while start and start < annotation.start and not self.text[start - 1].isspace():
            start += 1
        while end < len(self.text) and end > annotation.end and not self.text[end].isspace():
            end -= 1
        return self.text[start:end].strip()
