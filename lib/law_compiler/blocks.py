"""The rows of a question in blocks of up to 64, their masks, and what an unknown fact can stand for."""

from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_

from classes import FIRST_CLASS, NONE_CLASS
from model import INCOMING_DAY, LAST_FACT, NONE, STATE, STATE_FACTS

BLOCK_ROWS = 64


@dataclass
class Block:
    stage: int
    list: int
    rows: list
    masks: dict = field(default_factory=dict)  # axis -> mask by class
    if_known: dict = field(default_factory=dict)  # axis -> mask

    @property
    def ones(self):
        return (1 << len(self.rows)) - 1


@dataclass
class Completions:
    classes: list
    earliest: list | None
    every: int  # the class whose masks hold the rows that fit every completion; the next one holds those that fit some


@dataclass
class Compiled:
    """A question of a law."""

    blocks: list
    facts: list  # that some row asks
    other_facts: list  # that belong to the question and that no row asks
    asked_if_known: int  # the facts that some row asks "if known", as bits
    uses_last_day: bool
    uses_state: bool  # some row asks which state decides
    completions: dict  # fact -> Completions
    strict: dict


def cut_in_blocks(law, question):
    return [Block(one.stage, one.number, one.rows[at:at + BLOCK_ROWS])
            for one in law.lists_of(question) for at in range(0, len(one.rows), BLOCK_ROWS)]


def mask(block, axes, code, takes):
    """The rows of a block for which `takes` holds, or that do not ask the axis."""
    bits = 0
    for at, row in enumerate(block.rows):
        ask = axes.ask(row, code)
        bits |= int(ask is None or takes(ask)) << at
    return bits


def plain_mask(block, axes, code, number):
    return mask(block, axes, code, lambda ask: axes.axes[code].takes(ask, number))


def marked_mask(block, axes, code, number):
    """The rows of a block when the fact is unknown and stands for a class: the marks come first."""
    def takes(ask):
        return ask.mark == "UNLESS_KNOWN" or (ask.mark == "NONE" and axes.axes[code].takes(ask, number))
    return mask(block, axes, code, takes)


def asking(blocks, axes, code):
    return [ask for block in blocks for row in block.rows if (ask := axes.ask(row, code)) is not None]


def by_behaviour(blocks, axes, code, masker):
    """What the blocks make of the classes of an axis, and beside it the classes that no block tells apart. No state is
    never like a state: beside the other fact that says which state decides, it does not count."""
    groups = {}
    for number in axes.axes[code].classes():
        behaviour = tuple(masker(block, axes, code, number) for block in blocks)
        groups.setdefault((behaviour, code == STATE and number == NONE_CLASS), []).append(number)
    return [behaviour for behaviour, _ in groups], list(groups.values())


def earliest(axis, groups):
    """The earliest value of each group on an ordered axis; none is no day and no number."""
    if not axis.ordered:
        return None
    return [min([NONE] + [axis.samples[number - FIRST_CLASS] for number in group if number != NONE_CLASS])
            for group in groups]


def add_classes(blocks, code, behaviours):
    """Adds classes to an axis for the blocks of a question, by their masks; gives the number of the first."""
    first = next(len(block.masks[code]) for block in blocks if code in block.masks)
    for at, block in enumerate(blocks):
        if code in block.masks:
            block.masks[code] += [masks[at] for masks in behaviours]
    return first


def undecided(behaviours):
    """The rows that fit every completion, and those that fit some, by block."""
    by_block = list(zip(*behaviours))
    return [[reduce(and_, masks) for masks in by_block], [reduce(or_, masks) for masks in by_block]]


def complete(blocks, axes, code):
    """What an unknown fact can stand for, with the marks and without; the first get classes of their own."""
    axis = axes.axes[code]
    behaviours, groups = by_behaviour(blocks, axes, code, plain_mask)
    plain = Completions([group[0] for group in groups], earliest(axis, groups),
                        add_classes(blocks, code, undecided(behaviours)))
    if all(ask.mark == "NONE" for ask in asking(blocks, axes, code)):
        return plain, plain
    behaviours, groups = by_behaviour(blocks, axes, code, marked_mask)
    first = add_classes(blocks, code, behaviours)
    return Completions(list(range(first, first + len(groups))), earliest(axis, groups),
                       add_classes(blocks, code, undecided(behaviours))), plain


def uses_last_day(question, rows):
    """Whether the answer depends on the last day: a row asks for it, or a day is counted or kept from it."""
    if "last_day" not in question.facts:
        return False
    return any(row.effect.has_day or row.effect.days_given
               or any(one.fact.name == "last_day" or one.fact.code == INCOMING_DAY for one in row.conditions)
               for row in rows)


def compile_question(law, axes, question):
    blocks = cut_in_blocks(law, question)
    for block in blocks:
        for code, axis in axes.axes.items():
            if asking([block], axes, code):
                block.masks[code] = [0] + [plain_mask(block, axes, code, number)
                                           for number in range(NONE_CLASS, axis.n_classes)]
                block.if_known[code] = sum(1 << at for at, row in enumerate(block.rows)
                                           if (ask := axes.ask(row, code)) and (ask.mark == "IF_KNOWN" or code == STATE))
    facts = sorted(code for code in axes.axes if code <= LAST_FACT and asking(blocks, axes, code))
    made = {code: complete(blocks, axes, code) for code in facts}
    presumed = [code for code in facts if any(block.if_known.get(code) for block in blocks)]
    uses_state = bool(asking(blocks, axes, STATE))
    if uses_state:
        of_state = [law.names.facts[name].code for name in STATE_FACTS]
        made |= dict.fromkeys(of_state, complete(blocks, axes, STATE))
        presumed += of_state
    others = sorted({axes.law.names.facts[name].code for name in question.facts} - set(facts))
    rows = [row for block in blocks for row in block.rows]
    return Compiled(blocks, facts, others, sum(1 << code for code in presumed), uses_last_day(question, rows), uses_state,
                    {code: one for code, (one, _) in made.items()}, {code: one for code, (_, one) in made.items()})
