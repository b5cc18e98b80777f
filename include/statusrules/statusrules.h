/**
 * @file statusrules.h
 * @brief statusrules: what a temporary measure does to a foreign citizen's legal status, from cited law.
 *
 * The whole library. Conventions, stated once:
 *
 * - **Argument order.** A function that can fail returns `int32_t` (#STATUSRULES_OK is 0), writes its
 *   result through the first argument (a buffer is followed by its capacity and by the length needed) and takes,
 *   last, a pointer to a #statusrules_error or NULL. Between them stand: law, question, facts, day, options. A
 *   function that cannot fail returns its value.
 * - **On failure** the result is left untouched, and the error, if asked for, says which fact was wrong,
 *   what was given and what is allowed; only a buffer that is too short holds what fits. On success the error is left
 *   untouched.
 * - **Days** are `int32_t` since 1970-01-01, from 0001-01-01 to 9999-12-31, all ends inclusive: the calendar
 *   day at the place.
 * - **Facts** that are not known are #STATUSRULES_UNKNOWN: never zero, never guessed.
 * - **State.** There is none: no heap, clock, locale, input, output or changing global. Every function may be
 *   called from every thread.
 * - **Strings** returned are static, UTF-8 and end with a zero byte.
 */
#ifndef STATUSRULES_STATUSRULES_H
#define STATUSRULES_STATUSRULES_H

#include <statusrules/answers.h>
#include <statusrules/ask.h>
#include <statusrules/calendar.h>
#include <statusrules/columns.h>
#include <statusrules/error.h>
#include <statusrules/facts.h>
#include <statusrules/impact.h>
#include <statusrules/inverse.h>
#include <statusrules/law.h>
#include <statusrules/names.h>
#include <statusrules/receipt.h>
#include <statusrules/sql.h>
#include <statusrules/version.h>

#endif
