/* Values of PostgreSQL become those of a case, and the other way round; failures become errors with a SQLSTATE. */
#ifndef POSTGRESQL_VALUES_H
#define POSTGRESQL_VALUES_H

#include <postgres.h>

#include <fmgr.h>
#include <utils/date.h>

#include "case.h"

#define NO_VALUE ((sql_value){SQL_NULL, NULL, 0, 0})

/* An argument of the call. A text is in UTF-8, and may be in the memory of the call. */
sql_value value_text(FunctionCallInfo call, int argument);
sql_value value_day(FunctionCallInfo call, int argument);
sql_value value_integer(FunctionCallInfo call, int argument);

/* The bytes of a text or jsonb argument as the database holds them, to compare; NULL for NULL. */
sql_value value_bytes(FunctionCallInfo call, int argument);

/* The label of a value of an enum. */
sql_value value_label(Oid value);

/* The facts and parameters of a jsonb argument. NULL: nothing is known. */
bool set_facts(sql_case *c, FunctionCallInfo call, int argument, sql_failure *failure);

int32_t day_in(DateADT day);
DateADT day_out(int32_t day);

/* A text of the library, which is UTF-8, as the database writes it. */
Datum text_out(const char *text);
Datum field_out(const sql_field *field, const statusrules_answer *answer);

pg_attribute_noreturn() void throw(const sql_failure *failure);

#endif
