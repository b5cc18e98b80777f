"""Reads and checks the laws of several folders."""

from pathlib import Path

from check_law import check_acts, check_law
from names import read_names
from read_acts import read_acts
from read_row import read_left_out, read_rows

FIRST_LAW = "statement"  # statusrules_law_statement()


def add_folders(parser):
    """The options that say where the laws stand."""
    parser.add_argument("--law", type=Path, required=True, metavar="DIR",
                        help="folder with acts.toml, names.toml and the law files")
    parser.add_argument("--laws", type=Path, action="append", default=[], metavar="DIR",
                        help="folder with more laws: its own acts.toml and law files; may be given again")


def read_all(folders, names, refusals):
    """The laws of all folders in order, the rows read; and the acts of each folder."""
    laws, all_acts = [], []
    for folder in folders:
        acts, found = read_acts(folder, names, refusals, None if laws or all_acts else FIRST_LAW)
        all_acts.append(acts)
        for law in found:
            if any(law.name == other.name for other in laws):
                refusals.add(law.where, f'law "{law.name}": another folder has a law of this name, expected a new one')
                continue
            read_rows(law, folder, acts, names, refusals)
            read_left_out(law, folder, refusals)
            laws.append(law)
    return laws, all_acts


def read_laws(options, refusals):
    """The names, and the laws with their axes; what is not sound is among the refusals."""
    names = read_names(options.law, refusals)
    laws, all_acts = read_all([options.law, *options.laws], names, refusals) if names else ([], [])
    checked = [(law, check_law(law, refusals)) for law in laws]
    if not refusals.found:  # a row that was refused may be the one that uses the act
        for acts in all_acts:
            check_acts(acts, laws, refusals)
    return names, checked
