"""The limits that the engine sets: blocks, classes, completions."""

from blocks import compile_question, cut_in_blocks
from classes import MAX_CLASSES
from model import STATE, STATE_FACTS

MAX_BLOCKS, MAX_STEPS = 16, 512
N_READINGS, N_STATES = 3, 2


def check_blocks(law, question, refusals):
    blocks = cut_in_blocks(law, question)
    if len(blocks) <= MAX_BLOCKS:
        return True
    where = law.lists_of(question)[-1].where
    refusals.add(where, f'law "{law.name}": the lists of the question "{question.name}" make {len(blocks)} blocks of '
                        f"64 rows, expected at most {MAX_BLOCKS}")
    return False


def check_classes(law, axes, question, compiled, refusals):
    """What unknown facts stand for needs classes of its own in a question."""
    of_state = {law.names.facts[name].code for name in STATE_FACTS} if compiled.uses_state else ()
    for completions in (compiled.completions, compiled.strict):
        for code, one in completions.items():
            axis = axes.axes[STATE if code in of_state else code]
            if one.every + 2 > MAX_CLASSES:
                refusals.add(law.lists_of(question)[0].where,
                             f'law "{law.name}": the question "{question.name}" needs {one.every + 2} classes of '
                             f'"{axis.name}", expected at most {MAX_CLASSES}')


def check_steps(law, question, compiled, refusals):
    """How many steps an explanation can have: the longest row of each block in each reading, for each state that decides,
    and every fact once."""
    ways = sum(max(len(row.conditions) + len(row.effect.sides) + 1 for row in block.rows) for block in compiled.blocks)
    states = N_STATES if compiled.uses_state else 1
    steps = N_READINGS * (states * (ways + 1) + 1) + len(question.facts)
    if steps > MAX_STEPS:
        refusals.add(law.lists_of(question)[0].where,
                     f'law "{law.name}": an answer to the question "{question.name}" can have {steps} steps, expected at '
                     f"most {MAX_STEPS}")


def check_limits(law, axes, refusals):
    """Compiles each question that the law speaks of, for the limits and for the tables."""
    for question in law.names.questions.values():
        if not check_blocks(law, question, refusals):
            continue
        compiled = law.compiled[question.name] = compile_question(law, axes, question)
        if compiled.blocks:
            check_classes(law, axes, question, compiled, refusals)
            check_steps(law, question, compiled, refusals)
