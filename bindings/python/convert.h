/* The one converter between what Python holds (dates, enums, texts, None) and the numbers of the flat layer. */
#ifndef STATUSRULES_CONVERT_H
#define STATUSRULES_CONVERT_H

#include <Python.h>
#include <stdint.h>

/* The most numbers of one result: the values of a condition over all countries. */
enum { FLAT_RESULT_MOST = 512 };

extern PyMethodDef convert_functions[];

int convert_init(void);

/* Looks at a buffer of whole numbers of so many bytes each; 0 with an exception set if it is none. */
int view_numbers(Py_buffer *view, PyObject *object, int bytes, int flags);

PyObject *tuple_of_numbers(const int64_t *numbers, int32_t n);

/* Raises the exception of an error. */
void fail(const int64_t *error);

#endif
