#!/usr/bin/env python3
"""Builds the tables of units, currencies and countries' currencies: CLDR's English names joined with own lists.

    python tools/build_units.py            writes units.txt, currencies.txt and country_currencies.txt
    python tools/build_units.py --check    only says whether those files are what would be written

Needs Babel, which carries CLDR; the library itself does not.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from babel import Locale
from babel.core import get_cldr_version, get_global
from babel.numbers import get_currency_name, get_territory_currencies

TOOLS = Path(__file__).resolve().parent
TARGET = TOOLS.parent / "src" / "newsclaims" / "lexicons" / "en"
NOTICE = """\
# Source: built by tools/build_units.py from {own} and CLDR {version}; do not edit by hand.
# CLDR is Copyright (c) 1991-2025 Unicode, Inc., under the Unicode License V3, https://www.unicode.org/license.txt
"""
UNITS_HEADER = """\
# Units of measure: name | CLDR id | UCUM | pint | dimension | surfaces ; ... | surfaces when glued to a digit ; ...
# A surface in lower case of more than three letters is matched in any case, any other as it is written. "-" is none.
"""
CURRENCIES_HEADER = """\
# Currencies: ISO 4217 code | names ; ... | signs before the number ; ... | signs behind it ; ...
# Names are matched in any case, signs as they are written.
"""
COUNTRIES_HEADER = """\
# The currency in use in a country: ISO 3166-1 code | ISO 4217 code
"""
BRITISH = (("meter", "metre"), ("liter", "litre"))
AMERICAN = re.compile(r"\b(kilo|centi|milli|deci|nano|micro|pico|mega|hecto)?(met|lit)re")
IRREGULAR_PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "stone": "stone"}
# Surfaces that news uses for something else.
DROPPED = {"stones", "permyriad", "angle", "ct", "mo", "bp"}


def plural(name: str) -> str:
    """The plural of a unit name; of a compound with "per" the first part is inflected.

    >>> plural("mile per hour"), plural("square foot"), plural("degree celsius")
    ('miles per hour', 'square feet', 'degrees celsius')
    """
    head, per, rest = name.partition(" per ")
    if head.startswith("degree "):
        return "degrees" + name.removeprefix("degree")
    if head.endswith(("hertz", "horsepower", "lux", "-foot")):
        return name
    words = head.split(" ")
    words[-1] = IRREGULAR_PLURALS.get(words[-1], words[-1] + "s")
    return " ".join(words) + per + rest


def cldr_surfaces(unit: str) -> set[str]:
    """The names of a unit in CLDR's long English, singular and plural, without the number.

    CLDR's short forms mean something else in running text too often ("in", "m", "C"): those that can be trusted
    stand in the own list.
    """
    found = set()
    for territory in (None, "GB"):
        forms = Locale("en", territory)._data["unit_patterns"][unit].get("long", {})
        for form in forms.values():
            if isinstance(form, str) and form.startswith("{0}"):
                surface = form.removeprefix("{0}").strip()
                if not surface.startswith("per "):
                    found.add(surface)
    return found


def spellings(surfaces: set[str]) -> set[str]:
    """The surfaces in British and in American spelling."""
    spelled = set(surfaces)
    for american, briton in BRITISH:
        spelled |= {surface.replace(american, briton) for surface in spelled}
    return spelled | {AMERICAN.sub(lambda m: m[0][:-2] + "er", surface) for surface in spelled}


def split(column: str) -> list[str]:
    """The entries of a column."""
    return [entry.strip() for entry in column.split(";") if entry.strip()]


def own_rows(name: str) -> list[list[str]]:
    """The rows of an own table."""
    lines = (TOOLS / name).read_text(encoding="utf8").splitlines()
    return [[column.strip() for column in line.split("|")] for line in lines if line and not line.startswith("#")]


def folded(surface: str) -> str:
    """A surface as the table holds it: a name in lower case, an abbreviation as it is written."""
    return surface.lower() if len(surface) > 4 and not any(c.isupper() for c in surface[1:]) else surface


def unit_rows() -> list[str]:
    """The table of units, sorted by name."""
    table = []
    for name, cldr, ucum, pint, dimension, spaced, glued in own_rows("units_own.txt"):
        surfaces = {name, plural(name)} | (cldr_surfaces(cldr) if cldr != "-" else set())
        surfaces = {folded(surface) for surface in spellings(surfaces) | set(split(spaced))} - DROPPED
        columns = (name, cldr, ucum, pint, dimension, "; ".join(sorted(surfaces)), "; ".join(sorted(split(glued))))
        table.append(" | ".join(columns))
    return sorted(table, key=lambda row: row.split(" | ")[0])


def currency_rows() -> list[str]:
    """The table of currencies, sorted by code."""
    own = {row[0]: row[1:] for row in own_rows("currencies_own.txt")}
    today = {code for territory in get_global("territory_currencies") for code in get_territory_currencies(territory)}
    table = []
    for code in sorted(today | own.keys()):
        names, before, behind = own.get(code, ["", "", ""])
        full = {get_currency_name(code, count, locale="en").lower() for count in (None, 1, 2)}
        full = {name for name in full if " " in name and "(" not in name}
        signs = [code] if code in own else []
        columns = (
            code,
            sorted(full | {n.lower() for n in split(names)}),
            sorted({*signs, *split(before)}),
            sorted({*signs, *split(behind)}),
        )
        table.append(" | ".join([columns[0], *("; ".join(column) for column in columns[1:])]))
    return table


def country_rows() -> list[str]:
    """The currency of each country, sorted by country."""
    territories = sorted(t for t in get_global("territory_currencies") if len(t) == 2)
    used = ((territory, get_territory_currencies(territory)) for territory in territories)
    return [f"{territory} | {codes[0]}" for territory, codes in used if codes]


def tables() -> dict[str, str]:
    """The tables by file name."""

    def notice(own: str) -> str:
        return NOTICE.format(own=own, version=get_cldr_version())

    return {
        "units.txt": UNITS_HEADER + notice("tools/units_own.txt") + "\n".join(unit_rows()) + "\n",
        "currencies.txt": CURRENCIES_HEADER + notice("tools/currencies_own.txt") + "\n".join(currency_rows()) + "\n",
        "country_currencies.txt": COUNTRIES_HEADER + notice("no list") + "\n".join(country_rows()) + "\n",
    }


def main() -> int:
    """Write the tables, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    stale = []
    for name, text in tables().items():
        path = TARGET / name
        if check:
            stale += [name] if not path.exists() or path.read_text(encoding="utf8") != text else []
        else:
            path.write_text(text, encoding="utf8")
    print("\n".join(f"{name} is not what would be built: run tools/build_units.py" for name in stale) or "up to date")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
