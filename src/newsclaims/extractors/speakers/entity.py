"""A person, body, document or group under construction, while its mentions are gathered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

if TYPE_CHECKING:
    from newsclaims.model import Gender, SpeakerKind


@define(eq=False)
class Entity:
    """A person or body under construction."""

    kind: SpeakerKind
    words: tuple[str, ...]
    """Fullest name so far."""
    fullest: tuple[int, int]
    """Span of the fullest name."""
    certain: bool
    """Whether something shows that this is a person or a body."""
    gender: Gender | None = None
    role: str | None = None
    affiliation: str | None = None
    mentions: list[tuple[int, int]] = field(factory=list)
    roles: set[str] = field(factory=set)
    """Role nouns used of the entity, lower case."""
    origins: set[str] = field(factory=set)
    """States, parties and bodies that stand before its name."""
    full_mentions: int = 0
    in_headline: bool = False
    """Whether the headline has its full name."""
    text: str | None = None
    """Name of an entity that is named by a description."""
    rule: str = "speakers.named"
    human: bool = False
    """Whether a description is of somebody, not something."""
    is_read: bool = False
    """Whether its appositions were read."""

    @property
    def name(self) -> str:
        """The fullest name."""
        return self.text if self.text is not None else " ".join(self.words)
