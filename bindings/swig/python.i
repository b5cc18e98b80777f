/* The flat layer in Python: arrays are buffers, results are tuples of numbers, a status other than OK is raised. */
%module(package="statusrules") flat
%feature("autodoc", "0");
%nothread;
%thread flat_columns;

%{
#include "convert.h"
#include "flat.h"
%}
%include <stdint.i>

/* An array of numbers that is read. */
%typemap(in) (const int32_t *numbers, int32_t n_numbers) (Py_buffer view) {
    if (!view_numbers(&view, $input, 4, PyBUF_SIMPLE)) {
        SWIG_fail;
    }
    $1 = ($1_ltype)view.buf;
    $2 = ($2_ltype)(view.len / 4);
}
%typemap(freearg) (const int32_t *numbers, int32_t n_numbers) {
    PyBuffer_Release(&view$argnum);
}
%typemap(in) (const int64_t *numbers, int32_t n_numbers) (Py_buffer view) {
    if (!view_numbers(&view, $input, 8, PyBUF_SIMPLE)) {
        SWIG_fail;
    }
    $1 = ($1_ltype)view.buf;
    $2 = ($2_ltype)(view.len / 8);
}
%typemap(freearg) (const int64_t *numbers, int32_t n_numbers) {
    PyBuffer_Release(&view$argnum);
}
%typemap(in) (int32_t *numbers, int32_t n_numbers) (Py_buffer view) {
    if (!view_numbers(&view, $input, 4, PyBUF_WRITABLE)) {
        SWIG_fail;
    }
    $1 = ($1_ltype)view.buf;
    $2 = ($2_ltype)(view.len / 4);
}
%typemap(freearg) (int32_t *numbers, int32_t n_numbers) {
    PyBuffer_Release(&view$argnum);
}
/* The buffer is released where it was taken, also after a failure of a later argument. */
%typemap(arginit) (const int32_t *numbers, int32_t n_numbers), (const int64_t *numbers, int32_t n_numbers),
    (int32_t *numbers, int32_t n_numbers) {
    view$argnum.obj = NULL;
}
%apply (const int32_t *numbers, int32_t n_numbers) {
    (const int32_t *facts, int32_t n_facts), (const int32_t *options, int32_t n_options),
    (const int32_t *options_before, int32_t n_options_before), (const int32_t *options_after, int32_t n_options_after),
    (const int32_t *columns, int32_t n_columns)
};
%apply (const int64_t *numbers, int32_t n_numbers) {
    (const int64_t *in, int32_t n_in), (const int64_t *out, int32_t n_out), (const int64_t *failure, int32_t n_failure)
};
%apply (int32_t *numbers, int32_t n_numbers) {
    (int32_t *steps, int32_t n_steps), (int32_t *intervals, int32_t n_intervals), (int32_t *spans, int32_t n_spans)
};

/* The caller says how many numbers it wants, and gets them as a tuple; with a text, the text alone. */
%typemap(in) (int64_t *result, int32_t n_result) (int64_t places[FLAT_RESULT_MOST]) {
    long n = PyLong_AsLong($input);
    if (n < 0 || n > FLAT_RESULT_MOST) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_ValueError, "that many numbers do not fit");
        }
        SWIG_fail;
    }
    memset(places, 0, (size_t)n * sizeof *places);
    $1 = places;
    $2 = (int32_t)n;
}
%typemap(argout) (int64_t *result, int32_t n_result) {
    if ($result == Py_None) {
        Py_DECREF($result);
        $result = tuple_of_numbers($1, $2);
        if ($result == NULL) {
            SWIG_fail;
        }
    }
}
%typemap(in) (char *buffer, int32_t capacity) {
    $2 = (int32_t)PyLong_AsLong($input);
    if (PyErr_Occurred()) {
        SWIG_fail;
    }
    $1 = $2 < 1 ? NULL : PyMem_Malloc((size_t)$2);
    if ($1 == NULL) {
        PyErr_NoMemory();
        SWIG_fail;
    }
    *$1 = '\0';
}
%typemap(freearg) (char *buffer, int32_t capacity) {
    PyMem_Free($1);
}
%typemap(argout) (char *buffer, int32_t capacity) {
    Py_DECREF($result);
    $result = PyUnicode_FromString($1);
    if ($result == NULL) {
        SWIG_fail;
    }
}
%typemap(in) (const char *text, int32_t length) {
    Py_ssize_t length = 0;
    if (PyBytes_Check($input)) {
        $1 = PyBytes_AS_STRING($input);
        length = PyBytes_GET_SIZE($input);
    } else {
        $1 = (char *)PyUnicode_AsUTF8AndSize($input, &length);
    }
    if ($1 == NULL) {
        SWIG_fail;
    }
    if (length > INT32_MAX) {
        PyErr_SetString(PyExc_OverflowError, "the text is too long");
        SWIG_fail;
    }
    $2 = (int32_t)length;
}

%typemap(in, numinputs=0) (int64_t *error, int32_t n_error) (int64_t places[FLAT_ERROR_LENGTH]) {
    memset(places, 0, sizeof places);
    $1 = places;
    $2 = FLAT_ERROR_LENGTH;
}
%typemap(argout) (int64_t *error, int32_t n_error) {
    if (result != 0) {
        Py_DECREF($result);
        fail($1);
        SWIG_fail;
    }
}
%typemap(out) flat_status {
    (void)$1;
    $result = Py_NewRef(Py_None);
}

/* Receipts are bytes, not text: declared here first, under other names of the buffer. */
%typemap(in) (char *bytes, int32_t n_bytes) {
    $2 = (int32_t)PyLong_AsLong($input);
    if (PyErr_Occurred()) {
        SWIG_fail;
    }
    $1 = $2 < 1 ? NULL : PyMem_Calloc((size_t)$2, 1);
    if ($1 == NULL) {
        PyErr_NoMemory();
        SWIG_fail;
    }
}
%typemap(freearg) (char *bytes, int32_t n_bytes) {
    PyMem_Free($1);
}
%typemap(argout) (char *bytes, int32_t n_bytes) {
    Py_DECREF($result);
    $result = PyBytes_FromStringAndSize($1, $2);
    if ($result == NULL) {
        SWIG_fail;
    }
}
%warnfilter(302) flat_receipt;
%warnfilter(302) flat_parse_receipt;
flat_status flat_receipt(char *bytes, int32_t n_bytes, int32_t law, int32_t question, const int32_t *facts,
                         int32_t n_facts, const int32_t *options, int32_t n_options, int64_t *result,
                         int32_t n_result, int64_t *error, int32_t n_error);
flat_status flat_parse_receipt(char *bytes, int32_t n_bytes, const char *text, int32_t length, int64_t *result,
                               int32_t n_result, int64_t *error, int32_t n_error);

/* Written by hand in convert.c. */
%ignore flat_extension;

%include "flat.h"

/* SWIG 4.4 and newer initialise in two phases: a failure is then a number. */
%init %{
    if (!convert_init() || PyModule_AddFunctions(m, convert_functions) < 0) {
#if SWIG_VERSION >= 0x040400
        return -1;
#else
        return NULL;
#endif
    }
%}
