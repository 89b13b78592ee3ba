"""The word lists that speakers are found with, gathered once, with what the user adds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from attrs import evolve, field, frozen

from newsclaims import lexicons
from newsclaims.model import Gender
from newsclaims.text.morphology import singular

_GENDERS: dict[str, Gender | None] = {"female": "female", "male": "male"}


_OUTLET = "newspaper"
"""The family of nouns for newspapers and broadcasters."""


@frozen
class Role:
    """A noun for what a person is."""

    gender: Gender | None
    """Gender that the noun shows ("spokeswoman")."""
    families: frozenset[str]
    """Kinds of role that may refer to each other: a "front-runner" and a "candidate"."""


@frozen
class Vocabulary:
    """Words about people, bodies and documents."""

    first_names: Mapping[str, Gender | None]
    """First names with their gender; None where either bears it."""
    nicknames: Mapping[str, frozenset[str]]
    """Short forms of first names with the names that they may stand for."""
    titles: Mapping[str, tuple[str, Gender | None]]
    """Titles before names, without full stop, with the role and the gender that they show."""
    abbreviations: frozenset[str]
    """What is written with a full stop before a name: "Sen.", "St."."""
    roles: Mapping[str, Role]
    """Role nouns in the singular, lower case."""
    role_modifiers: frozenset[str]
    """Words before a title that belong to the role, lower case."""
    fields: frozenset[str]
    """Fields of work and of government, lower case."""
    weak_roles: frozenset[str]
    """Roles that titles and letters show and that any other role says more than: "doctor"."""
    letters: Mapping[str, str]
    """Letters behind a person's name for degrees, honours, offices, without full stops, with the role shown."""
    adherents: frozenset[str]
    """Nouns for those who are for or against somebody, lower case."""
    kin: frozenset[str]
    """Nouns for relatives and friends, lower case: whose they are is no body."""
    gendered_roles: frozenset[str]
    """Those that show a gender."""
    groups: frozenset[str]
    """Nouns and pronouns for several people."""
    documents: frozenset[str]
    """Nouns for documents, surveys, records."""
    verbs: frozenset[str]
    """Forms of verbs of saying, lower case."""
    things: frozenset[str]
    """Acronyms of what is no body: "GPS"."""
    silent: frozenset[str]
    """Nouns for what says nothing: prices, fires, calls."""
    authored: frozenset[str]
    """Nouns for documents whose owner is their author."""
    passing_verbs: frozenset[str]
    """Participles for what others than its author do with a document."""
    platforms: frozenset[str]
    """Sites on which somebody else publishes."""
    document_families: Mapping[str, str]
    """Nouns for documents with the kind of document."""
    families_of_documents: Mapping[str, frozenset[str]]
    """The nouns of each kind of document."""
    bodies: Mapping[str, bool]
    """Nouns for bodies, lower case; whether the word is a surname too."""
    firm_kinds: frozenset[str]
    """Nouns that stand before the name of a firm: "Drugmaker Larkin"."""
    body_families: Mapping[str, frozenset[str]]
    """Nouns for bodies with the kinds of body that they may mean."""
    broadcasters: frozenset[str]
    """Well-known broadcasters and news agencies."""
    nouns: frozenset[str]
    """The nouns of all these lists, lower case."""
    organizations: frozenset[str]
    """Well-known bodies whose names do not show what they are."""
    places: frozenset[str]
    """Countries, states, cities."""
    demonyms: frozenset[str]
    """Adjectives and nouns of nationality, religion, party."""
    regions: frozenset[str]
    """Places and demonyms."""
    edges: frozenset[str]
    """Capitalised words that stand at the edge of a name and do not belong to it."""
    trailing: frozenset[str]
    """Those of them that may stand behind a name: days, months."""
    aliases: Mapping[str, str] = field(factory=dict)
    """Names of the user's that stand for a fuller one."""

    def with_words(self, names: Mapping[str, tuple[str, ...]], titles: tuple[str, ...]) -> Vocabulary:
        """This vocabulary with names and titles of the user's."""
        bare = [title.removesuffix(".") for title in titles]
        return evolve(
            self,
            titles={**self.titles, **{title: (title.lower(), None) for title in bare}},
            abbreviations=self.abbreviations | {title.removesuffix(".") for title in titles if title.endswith(".")},
            aliases={form.removeprefix("the "): name for name, forms in names.items() for form in (name, *forms)},
        )

    def role(self, noun: str) -> Role | None:
        """What is known about a role noun in lower case, singular or plural, with its children: "mother-of-two"."""
        return self.roles.get(noun) or self.roles.get(noun.partition("-of-")[0]) or self.roles.get(singular(noun))

    def is_role(self, noun: str) -> bool:
        """Whether a word in lower case is a role noun in the singular, with or without children: "mother-of-two"."""
        return noun in self.roles or noun.partition("-of-")[0] in self.roles

    def families(self, noun: str) -> frozenset[str]:
        """The families of a role noun in lower case."""
        role = self.roles.get(noun)
        return role.families if role else frozenset()

    def document_family(self, noun: str) -> frozenset[str]:
        """Nouns that may mean the same document."""
        return self.families_of_documents.get(self.document_families.get(noun, ""), frozenset())

    def is_outlet(self, words: Sequence[str]) -> bool:
        """Whether the words of a name show that it is a newspaper's or broadcaster's."""
        return _OUTLET in self.body_families.get(words[-1].lower(), ()) or words[0] in self.broadcasters

    def is_plural_role(self, noun: str) -> bool:
        """Whether the noun is the plural of a role."""
        return noun not in self.roles and singular(noun) in self.roles


def _by_kind(families: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """The nouns of each kind of document."""
    kinds = {row[0] for row in families.values()}
    return {kind: frozenset(noun for noun, row in families.items() if row[0] == kind) for kind in kinds}


def _verbs() -> frozenset[str]:
    """The forms of verbs of saying that stand before a role: "argues", "wrote", without those that are nouns too."""
    irregular = lexicons.table("irregular_verbs")
    forms: set[str] = set()
    for verb in lexicons.table("cues"):
        stem = verb.removesuffix("e")
        forms.update(irregular.get(verb, (f"{stem}ed",)))
        forms.add(f"{verb}s")
    return frozenset(forms - lexicons.words("document_nouns"))


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the lexicons."""
    table, words = lexicons.table, lexicons.words
    titles: dict[str, tuple[str, Gender | None]] = {title: (title.lower(), None) for title in words("titles")}
    for title, row in table("title_roles").items():
        titles[title] = (row[0] if row else "", _GENDERS.get(row[1] if len(row) > 1 else ""))
    return Vocabulary(
        first_names={name: _GENDERS.get(row[0]) for name, row in table("first_names").items()},
        nicknames={name: frozenset(row[0].split()) for name, row in table("nicknames").items()},
        titles=titles,
        abbreviations=frozenset(form for form, row in table("abbreviations").items() if row[0] == "inside"),
        roles={
            noun: Role(_GENDERS.get(row[0]), frozenset(row[1].split() if len(row) > 1 else ()))
            for noun, row in table("roles").items()
        },
        gendered_roles=frozenset(noun for noun, row in table("roles").items() if row[0]),
        role_modifiers=words("role_modifiers"),
        fields=words("fields"),
        weak_roles=frozenset(
            [row[0] for row in table("title_roles").values() if row[2:] == ("weak",)]
            + [row[0] for row in table("letters_behind_names").values() if row and row[0].islower()]
        ),
        letters={letters: row[0] if row else "" for letters, row in table("letters_behind_names").items()},
        adherents=words("adherent_nouns"),
        kin=words("kinship_nouns"),
        groups=words("group_nouns"),
        documents=words("document_nouns"),
        verbs=_verbs(),
        things=words("thing_acronyms"),
        silent=(words("mute_nouns") | words("contact_nouns")) - words("document_nouns") - words("group_nouns"),
        authored=words("authored_documents"),
        passing_verbs=words("passing_verbs"),
        platforms=words("platforms"),
        document_families={noun: row[0] for noun, row in table("document_families").items()},
        families_of_documents=_by_kind(table("document_families")),
        bodies={noun: row[:1] == ("surname",) for noun, row in table("organization_words").items()},
        firm_kinds=words("firm_kinds"),
        body_families={noun: frozenset(row[0].split()) for noun, row in table("body_families").items()},
        broadcasters=words("broadcasters"),
        nouns=words("group_nouns").union(
            words("document_nouns"), table("roles"), table("organization_words"), table("body_families")
        ),
        organizations=words("organizations"),
        places=words("places"),
        demonyms=words("demonyms"),
        regions=words("places") | words("demonyms"),
        edges=frozenset(table("not_names")),
        trailing=frozenset(word for word, row in table("not_names").items() if row[:1] == ("behind",)),
    )
