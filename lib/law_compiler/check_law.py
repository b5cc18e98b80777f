"""What the rows of a law must keep to together: numbers, ids, order, reach."""

from check_row import Checker
from classes import Axes, NoAxes
from cover import covering
from limits import check_limits
from model import EDITION, KNOWN_ON, STATE, STATE_FACTS
from source import near


def check_numbers(law, refusals):
    """Numbers are 1 to n, each once; ids are used once."""
    seen, ids = {}, {}
    for number, id_, _, place in law.named:
        if number is not None and number in seen:
            refusals.add(place.at("number"), f'row "{id_}": the number {number} is used by row "{seen[number]}" too, '
                                             f"expected a new number")
        elif number is not None and not 1 <= number <= len(law.named):
            refusals.add(place.at("number"), f'row "{id_}": the number is {number}, expected the numbers 1 to '
                                             f"{len(law.named)} of the {len(law.named)} rows, without a gap")
        if id_ is not None and id_ in ids:
            refusals.add(place.at("id"), f'row "{id_}": the id is used by row {ids[id_]} too, expected a new id')
        seen.setdefault(number, id_)
        ids.setdefault(id_, number)


def check_before(law, row, refusals):
    """`before` names another row of the same list."""
    lists = {id_: law_list for _, id_, law_list, _ in law.named if id_ is not None}
    own = lists.get(row.id)
    if row.before not in lists:
        message = f'"{row.before}" is no row of the law{near(row.before, lists)}'
    elif row.before == row.id or lists[row.before] is not own:
        message = f'"{row.before}" does not stand in the same list, expected another row of the list "{row.list}"'
    else:
        return True
    refusals.add(row.where.at("before"), f'row "{row.id}": `before`: {message}')
    return False


def place_rows(law, refusals):
    """Puts the rows into their lists: in the order of the files, but `before` puts a row directly above another."""
    lists = {(one.question.name, one.name): one for one in law.lists}
    waiting = []
    for row in law.rows:
        if row.before is None or not check_before(law, row, refusals):
            lists[row.question.name, row.list].rows.append(row)
        else:
            waiting.append(row)
    while waiting:
        left = []
        for row in waiting:
            rows = lists[row.question.name, row.list].rows
            at = next((at for at, other in enumerate(rows) if other.id == row.before), None)
            if at is None:
                left.append(row)
            else:
                rows.insert(at, row)
        if len(left) == len(waiting):
            sound = {row.id for row in law.rows}
            for row in left:
                if row.before in sound:
                    refusals.add(row.where.at("before"), f'row "{row.id}": `before`: the rows name each other in a '
                                                         f"circle, expected a row that has a place")
            return
        waiting = left


def check_reach(law, axes, refusals):
    """A row that the rows above it cover wholly would never decide."""
    for one in law.lists:
        boxes = []
        for row in one.rows:
            box = axes.box(row)
            empty = [code for code, classes in box.items() if not classes]
            above = covering(box, boxes, axes.universe)
            if empty and not {KNOWN_ON, EDITION}.isdisjoint(empty):
                pass  # refused already: it ends before it begins
            elif empty:
                refusals.add(row.where, f'row "{row.id}": it can never be reached, no value meets its conditions')
            elif above is not None:
                ids = ", ".join(f'"{one.rows[at].id}"' for at in sorted(above))
                refusals.add(row.where, f'row "{row.id}": it can never be reached, the rows above it cover it: {ids}')
            boxes.append(box)


def check_state(law, refusals):
    """Where a question asks which state decides, no row of it asks citizenship or residence alone."""
    by_state = {row.question.name for row in law.rows for one in row.conditions if one.fact.code == STATE}
    for row in law.rows:
        for one in row.conditions:
            if row.question.name in by_state and one.fact.name in STATE_FACTS:
                refusals.add(one.where, f'row "{row.id}": it asks "{one.fact.name}", but other rows of the question '
                                        f'"{row.question.name}" ask which state decides, expected "state"')


def check_acts(acts, laws, refusals):
    """Of the acts of a folder each is used by a row of its laws."""
    used = {id(row.act) for law in laws for row in law.rows}
    for act in acts.values():
        if id(act) not in used:
            refusals.add(act.where, f'act "{act.key}": no row uses it, expected one that does')


def check_law(law, refusals):
    """Checks everything; gives the axes of the law, or None where they cannot be made."""
    lists = {(one.question.name, one.name): one for one in law.lists}
    for row in law.rows:
        Checker(row, law, lists[row.question.name, row.list], refusals).all()
    check_numbers(law, refusals)
    check_state(law, refusals)
    place_rows(law, refusals)
    try:
        axes = Axes(law, refusals)
    except NoAxes:
        return None
    check_reach(law, axes, refusals)
    check_limits(law, axes, refusals)
    return axes
