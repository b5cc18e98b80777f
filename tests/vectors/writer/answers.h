/*
 * What the program and its Python half (measures_rows.py) say to each other about the questions of the law `measures`
 * other than extension.
 */
#ifndef STATUSRULES_TESTS_VECTORS_ANSWERS_H
#define STATUSRULES_TESTS_VECTORS_ANSWERS_H

/*
 * Reads a case a line, "question<TAB>known_on<TAB>strict<TAB>fact=value fact=value ...", and writes a line each:
 * "outcome<TAB>day<TAB>missing missing ...<TAB>row of the tables" (the row that decides the first completion).
 */
void write_answers(void);

/* The cases that stand in measures_cases.c, a line each: "sentence<TAB>question<TAB>fact=value fact=value ...". */
void write_lettered_cases(void);

#endif
