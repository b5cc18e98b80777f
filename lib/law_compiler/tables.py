"""Writes the C file that lib/engine/tables.h describes."""

from c_text import Pool
from write_law import LawWriter
from write_names import all_names, assertions, facts, question_facts

HEAD = """/*
 * Written by lib/law_compiler from lib/law. Do not edit: change the law's text instead.
 */
#include "engine/tables.h"

#include <stddef.h>
#include <stdint.h>

"""


def laws_table(writers):
    names = ", ".join(f"&{writer.name()}" for writer in writers)
    return (f"const statusrules_law *const statusrules_table_laws[] = {{{names}}};\n"
            f"const int32_t statusrules_table_n_laws = {len(writers)};\n")


def c_file(names, compiled):
    """The C text; `compiled` holds (law, axes, digests)."""
    pool = Pool()
    writers = [LawWriter(law, place, axes, digests, pool) for place, (law, axes, digests) in enumerate(compiled, 1)]
    parts = [f"/* ---- Law: {writer.law.name} ---- */\n\n" + writer.write() for writer in writers]
    names_part = facts(names, pool)
    return HEAD + "\n".join([assertions(names), "/* ---- Numbers that the tables below share ---- */\n", *pool.parts,
                             *parts, "/* ---- Names ---- */\n", names_part, question_facts(names), all_names(names),
                             laws_table(writers)])
