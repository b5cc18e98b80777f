/*
 * The two sides of an impact as a tree that says where they differ.
 */
#ifndef STATUSRULES_ENGINE_IMPACT_H
#define STATUSRULES_ENGINE_IMPACT_H

#include "engine/tree.h"

/* Sets the sides; `options` has the room. */
int32_t statusrules_compare_sides(statusrules_tree *tree, statusrules_options options[2],
                                  const statusrules_law *before, const statusrules_options *options_before,
                                  const statusrules_law *after, const statusrules_options *options_after,
                                  int32_t question, statusrules_error *error);

#endif
