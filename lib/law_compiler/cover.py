"""Exact tests on rows as boxes: on each axis that a row asks it takes a set of classes, on the others all."""


def meet(box, other, universe):
    """Whether two boxes have a case in common."""
    return all(box.get(code, universe[code]) & classes for code, classes in other.items())


def covering(box, others, universe):
    """The places of the boxes that together cover a box, or None where a case of it is left.

    Cuts off what the first box does not take, axis by axis, and asks the others about each piece.
    """
    used = set()

    def covered(piece, at):
        while at < len(others) and not meet(piece, others[at], universe):
            at += 1
        if at == len(others):
            return False
        rest = dict(piece)
        for code, classes in others[at].items():
            inside = rest.get(code, universe[code])
            outside = inside & ~classes
            if outside and not covered({**rest, code: outside}, at + 1):
                return False
            rest[code] = inside & classes
        used.add(at)
        return True

    if not all(box.values()):
        return set()
    return used if covered(box, 0) else None


def overlaps(law, axes):
    """One line for each two rows of a list that one case can meet; the upper one wins."""
    for one in law.lists:
        boxes = [axes.box(row) for row in one.rows]
        for lower, row in enumerate(one.rows):
            for upper in range(lower):
                if meet(boxes[lower], boxes[upper], axes.universe):
                    yield f"{law.name}, {one.question.name}, {one.name}: {one.rows[upper].id} above {row.id}"
