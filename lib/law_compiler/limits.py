"""The limits that the engine sets: blocks, classes, completions."""

from math import prod

from blocks import compile_question, cut_in_blocks
from classes import MAX_CLASSES

MAX_BLOCKS, MAX_COMPLETED, MAX_STEPS = 16, 4096, 512
N_READINGS = 3


def check_blocks(law, question, refusals):
    blocks = cut_in_blocks(law, question)
    if len(blocks) <= MAX_BLOCKS:
        return True
    where = law.lists_of(question)[-1].where
    refusals.add(where, f'law "{law.name}": the lists of the question "{question.name}" make {len(blocks)} blocks of '
                        f"64 rows, expected at most {MAX_BLOCKS}")
    return False


def check_completions(law, axes, question, compiled, refusals):
    """How many cases a question leaves when nothing is known; the last day is walked apart."""
    where = law.lists_of(question)[0].where
    for completions in (compiled.completions, compiled.strict):
        counts = {axes.axes[code].name: len(one.classes) for code, one in completions.items()}
        counts.pop("last_day", None)
        if prod(counts.values()) > MAX_COMPLETED:
            shown = ", ".join(f"{name} {count}" for name, count in counts.items())
            refusals.add(where, f'law "{law.name}": the unknown facts of the question "{question.name}" leave '
                                f"{prod(counts.values())} cases ({shown}), the engine enumerates at most "
                                f"{MAX_COMPLETED}")
            return
        for code, one in completions.items():
            if max(one.classes) >= MAX_CLASSES:
                refusals.add(where, f'law "{law.name}": the question "{question.name}" needs {max(one.classes) + 1} '
                                    f'classes of "{axes.axes[code].name}", expected at most {MAX_CLASSES}')


def check_steps(law, question, compiled, refusals):
    """How many steps an explanation can have: the longest row of each block in each reading, and every fact once."""
    ways = sum(max(len(row.conditions) + len(row.effect.sides) + 1 for row in block.rows) for block in compiled.blocks)
    steps = N_READINGS * (ways + 1) + len(question.facts)
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
            check_completions(law, axes, question, compiled, refusals)
            check_steps(law, question, compiled, refusals)
