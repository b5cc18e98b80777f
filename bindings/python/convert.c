#define PY_SSIZE_T_CLEAN
#include "convert.h"

#include "flat.h"

#include <datetime.h>
#include <statusrules/statusrules.h>
#include <stddef.h>
#include <string.h>
#include <structmember.h>

enum {
    N_FACTS = sizeof(statusrules_facts) / sizeof(int32_t),
    N_OPTIONS = sizeof(statusrules_options) / sizeof(int32_t),
    N_OUTCOMES = 7,
    N_QUESTIONS = 16,
    /* Places in the array of a case; the options and facts follow. */
    CASE_LAW = 0,
    CASE_QUESTION = 1,
    CASE_OPTIONS = 2,
    CASE_FACTS = CASE_OPTIONS + N_OPTIONS,
    CASE_LENGTH = CASE_FACTS + N_FACTS,
    /* Places in the arguments of ask(); the facts of the question follow. */
    ASK_QUESTION = 0,
    ASK_LAW,
    ASK_KNOWN_ON,
    ASK_EDITION,
    ASK_READING,
    ASK_STRICT,
    ASK_DAY,
    ASK_FACTS
};

/* What the face hands over once, when it is imported. */
static struct {
    PyObject *answer;    /* the class */
    PyObject *none;      /* the value that stands for none */
    PyObject *outcomes;  /* tuple by number */
    PyObject *enums;     /* tuple by fact: the class of its values, or None */
    PyObject *reading;   /* the class of readings */
    PyObject *laws;      /* tuple of names */
    PyObject *slow;      /* slow(field, given): the number of anything unusual */
    PyObject *raise;     /* raise(*error) */
    Py_ssize_t slots[4]; /* where an answer holds its outcome, day, case and result */
} face;

static const char *const slots[] = {"outcome", "valid_through", "_case", "_result"};

/* The kind of each fact, and the facts of each question in the order of their numbers. */
static statusrules_fact_info infos[N_FACTS];
static int32_t facts_of[N_QUESTIONS][N_FACTS];
static int32_t n_facts_of[N_QUESTIONS];

void fail(const int64_t *error) {
    PyObject *numbers = tuple_of_numbers(error, FLAT_ERROR_LENGTH);

    if (numbers != NULL && face.raise != NULL) {
        PyObject *nothing = PyObject_CallObject(face.raise, numbers);
        Py_XDECREF(nothing);
    }
    Py_XDECREF(numbers);
    if (!PyErr_Occurred()) {
        PyErr_Format(PyExc_SystemError, "error %d", (int)error[FLAT_ERROR_CODE]);
    }
}

PyObject *tuple_of_numbers(const int64_t *numbers, int32_t n) {
    PyObject *tuple = PyTuple_New(n);

    for (int32_t i = 0; tuple != NULL && i < n; i++) {
        PyObject *number = PyLong_FromLongLong(numbers[i]);
        if (number == NULL) {
            Py_CLEAR(tuple);
        } else {
            PyTuple_SET_ITEM(tuple, i, number);
        }
    }
    return tuple;
}

int view_numbers(Py_buffer *view, PyObject *object, int bytes, int flags) {
    if (PyObject_GetBuffer(object, view, flags) < 0) {
        return 0;
    }
    if (view->len % bytes != 0 || view->len / bytes > INT32_MAX || (uintptr_t)view->buf % (uintptr_t)bytes != 0) {
        PyBuffer_Release(view);
        PyErr_Format(PyExc_ValueError, "expected whole numbers of %d bytes", bytes);
        return 0;
    }
    return 1;
}

/* ---- Values ---- */

static int is_unusual(int32_t *value, int32_t field, PyObject *given) {
    PyObject *number = PyObject_CallFunction(face.slow, "iO", (int)field, given);

    if (number == NULL) {
        return 0;
    }
    *value = (int32_t)PyLong_AsLong(number);
    Py_DECREF(number);
    return !PyErr_Occurred();
}

static int day_of(int32_t *value, int32_t field, PyObject *given) {
    if (PyDate_CheckExact(given)) {
        *value =
            STATUSRULES_DAY(PyDateTime_GET_YEAR(given), PyDateTime_GET_MONTH(given), PyDateTime_GET_DAY(given));
        return 1;
    }
    if (PyUnicode_CheckExact(given)) {
        Py_ssize_t length;
        const char *text = PyUnicode_AsUTF8AndSize(given, &length);
        if (text == NULL) {
            return 0;
        }
        if (length == 10 && statusrules_parse_day(value, text, 10, NULL) == STATUSRULES_OK) {
            return 1;
        }
    }
    return is_unusual(value, field, given);
}

static int name_of(int32_t *value, int32_t field, int32_t names, PyObject *type, PyObject *given) {
    if ((PyObject *)Py_TYPE(given) == type) {
        *value = (int32_t)PyLong_AsLong(given);
        return 1;
    }
    if (PyUnicode_CheckExact(given)) {
        Py_ssize_t length;
        const char *text = PyUnicode_AsUTF8AndSize(given, &length);
        if (text == NULL) {
            return 0;
        }
        if (length < 1000 && statusrules_code(value, names, text, (int32_t)length, NULL) == STATUSRULES_OK) {
            return 1;
        }
    }
    return is_unusual(value, field, given);
}

static int fact_of(int32_t *value, int32_t fact, PyObject *given) {
    if (given == Py_None) {
        *value = STATUSRULES_UNKNOWN;
        return 1;
    }
    if (given == face.none && infos[fact].none) {
        *value = STATUSRULES_NONE;
        return 1;
    }
    switch (infos[fact].kind) {
    case STATUSRULES_KIND_DAY:
        return day_of(value, fact, given);
    case STATUSRULES_KIND_YES_NO:
        if (PyBool_Check(given)) {
            *value = given == Py_True;
            return 1;
        }
        return is_unusual(value, fact, given);
    case STATUSRULES_KIND_NUMBER:
        return is_unusual(value, fact, given);
    default:
        return name_of(value, fact, fact, PyTuple_GET_ITEM(face.enums, fact), given);
    }
}

static int option_day_of(int32_t *value, int32_t argument, PyObject *given) {
    *value = STATUSRULES_UNKNOWN;
    return given == Py_None || day_of(value, argument, given);
}

static int law_of(int32_t *value, PyObject *given) {
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(face.laws); i++) {
        if (PyTuple_GET_ITEM(face.laws, i) == given) {
            *value = (int32_t)i;
            return 1;
        }
    }
    return is_unusual(value, STATUSRULES_ARGUMENT_LAW, given);
}

static int options_of(int32_t *options, PyObject *const *args) {
    static const statusrules_options initial = STATUSRULES_OPTIONS_DEFAULT;

    memcpy(options, &initial, sizeof initial);
    options[6] = STATUSRULES_YES; /* brief: what an answer says besides is asked when somebody looks */
    if (args[ASK_KNOWN_ON] != Py_None
        && !option_day_of(&options[1], STATUSRULES_ARGUMENT_KNOWN_ON, args[ASK_KNOWN_ON])) {
        return 0;
    }
    if (args[ASK_EDITION] != Py_None
        && !is_unusual(&options[2], STATUSRULES_ARGUMENT_EDITION, args[ASK_EDITION])) {
        return 0;
    }
    if (args[ASK_READING] != Py_None
        && !name_of(&options[3], STATUSRULES_ARGUMENT_READING, STATUSRULES_NAMES_READING, face.reading,
                    args[ASK_READING])) {
        return 0;
    }
    if (args[ASK_STRICT] != Py_False
        && !(args[ASK_STRICT] == Py_True
                 ? (options[4] = STATUSRULES_YES, 1)
                 : is_unusual(&options[4], STATUSRULES_ARGUMENT_STRICT, args[ASK_STRICT]))) {
        return 0;
    }
    return args[ASK_DAY] == Py_None || option_day_of(&options[5], STATUSRULES_ARGUMENT_DAY, args[ASK_DAY]);
}

/* A day as a date; None where there is none, the value `none` for an end that is not fixed. */
static PyObject *date_of(int64_t day) {
    statusrules_date date;

    if (day == STATUSRULES_NONE) {
        return Py_NewRef(face.none);
    }
    if (statusrules_date_of_day(&date, (int32_t)day, NULL) != STATUSRULES_OK) {
        return Py_NewRef(Py_None);
    }
    return PyDate_FromDate(date.year, date.month, date.day);
}

/* ---- Asking ---- */

/* The answer as an object: its outcome and day ready, the rest as the numbers that they are. */
static PyObject *new_answer(PyObject *case_bytes, PyObject *result_bytes) {
    const int64_t *result = (const int64_t *)(const void *)PyBytes_AS_STRING(result_bytes);
    PyTypeObject *type = (PyTypeObject *)face.answer;
    PyObject *day = date_of(result[FLAT_ANSWER_DAY]);
    PyObject *answer = day == NULL ? NULL : type->tp_alloc(type, 0);

    if (answer != NULL) {
        PyObject *values[] = {PyTuple_GET_ITEM(face.outcomes, result[FLAT_ANSWER_OUTCOME]), day, case_bytes,
                              result_bytes};
        for (int i = 0; i < 4; i++) {
            *(PyObject **)(void *)((char *)answer + face.slots[i]) = Py_NewRef(values[i]);
        }
    }
    Py_XDECREF(day);
    return answer;
}

PyDoc_STRVAR(ask_doc, "ask(question, law, known_on, edition, reading, strict, day, /, *facts)\n--\n\n"
                      "The answer to a question; the facts that it asks follow in the order of their numbers.");

static PyObject *ask(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t n_args) {
    static const statusrules_facts initial = STATUSRULES_FACTS_UNKNOWN;
    int64_t error[FLAT_ERROR_LENGTH] = {0};

    if (face.answer == NULL || n_args < ASK_FACTS) {
        PyErr_SetString(PyExc_SystemError, "ask() needs the face and its parameters");
        return NULL;
    }
    long question = PyLong_AsLong(args[ASK_QUESTION]);
    if (question < 0 || question >= N_QUESTIONS || n_args - ASK_FACTS != n_facts_of[question]) {
        PyErr_SetString(PyExc_SystemError, "ask() takes each fact of the question once");
        return NULL;
    }
    PyObject *case_bytes = PyBytes_FromStringAndSize(NULL, CASE_LENGTH * (Py_ssize_t)sizeof(int32_t));
    PyObject *result_bytes = PyBytes_FromStringAndSize(NULL, FLAT_ANSWER_LENGTH * (Py_ssize_t)sizeof(int64_t));
    PyObject *answer = NULL;
    if (case_bytes == NULL || result_bytes == NULL) {
        goto end;
    }
    int32_t *places = (int32_t *)(void *)PyBytes_AS_STRING(case_bytes);
    int64_t *result = (int64_t *)(void *)PyBytes_AS_STRING(result_bytes);
    places[CASE_QUESTION] = (int32_t)question;
    memcpy(places + CASE_FACTS, &initial, sizeof initial);
    if (!law_of(&places[CASE_LAW], args[ASK_LAW]) || !options_of(places + CASE_OPTIONS, args)) {
        goto end;
    }
    for (int32_t i = 0; i < n_facts_of[question]; i++) {
        PyObject *given = args[ASK_FACTS + i];
        int32_t fact = facts_of[question][i];
        if (given != Py_None && !fact_of(&places[CASE_FACTS + fact], fact, given)) {
            goto end;
        }
    }
    if (flat_ask(places[CASE_LAW], places[CASE_QUESTION], places + CASE_FACTS, N_FACTS, places + CASE_OPTIONS,
                 N_OPTIONS, result, FLAT_ANSWER_LENGTH, error, FLAT_ERROR_LENGTH)
        != STATUSRULES_OK) {
        fail(error);
        goto end;
    }
    answer = new_answer(case_bytes, result_bytes);
end:
    Py_XDECREF(case_bytes);
    Py_XDECREF(result_bytes);
    return answer;
}

PyDoc_STRVAR(answer_doc, "answer(case, result, /)\n--\n\nAn answer from its numbers, as it was pickled.");

static PyObject *answer(PyObject *Py_UNUSED(module), PyObject *args) {
    PyObject *case_bytes;
    PyObject *result_bytes;

    if (!PyArg_ParseTuple(args, "SS:answer", &case_bytes, &result_bytes)) {
        return NULL;
    }
    if (PyBytes_GET_SIZE(case_bytes) != CASE_LENGTH * (Py_ssize_t)sizeof(int32_t)
        || PyBytes_GET_SIZE(result_bytes) != FLAT_ANSWER_LENGTH * (Py_ssize_t)sizeof(int64_t)) {
        PyErr_SetString(PyExc_ValueError, "these are not the numbers of an answer");
        return NULL;
    }
    int64_t outcome;
    memcpy(&outcome, PyBytes_AS_STRING(result_bytes), sizeof outcome);
    if (outcome < 1 || outcome >= N_OUTCOMES) {
        PyErr_SetString(PyExc_ValueError, "these are not the numbers of an answer");
        return NULL;
    }
    return new_answer(case_bytes, result_bytes);
}

PyDoc_STRVAR(fact_number_doc, "fact_number(fact, value, /)\n--\n\nThe number of a fact's value.");

static PyObject *fact_number(PyObject *Py_UNUSED(module), PyObject *args) {
    int fact;
    int32_t value;
    PyObject *given;

    if (!PyArg_ParseTuple(args, "iO:fact_number", &fact, &given)) {
        return NULL;
    }
    if (fact < 1 || fact >= N_FACTS) {
        PyErr_SetString(PyExc_ValueError, "there is no such fact");
        return NULL;
    }
    return fact_of(&value, fact, given) ? PyLong_FromLong(value) : NULL;
}

PyDoc_STRVAR(
    date_doc,
    "date(day, /)\n--\n\nThe date of a day's number; None for no day, NONE for an end that is not fixed.");

static PyObject *date(PyObject *Py_UNUSED(module), PyObject *given) {
    long day = PyLong_AsLong(given);
    return day == -1 && PyErr_Occurred() ? NULL : date_of(day);
}

PyDoc_STRVAR(
    address_doc,
    "address(object, /)\n--\n\nWhere the values of a buffer stand, how many bytes they are, and whether they "
    "may be written.");

static PyObject *address(PyObject *Py_UNUSED(module), PyObject *object) {
    Py_buffer view;
    int writable = 1;

    if (PyObject_GetBuffer(object, &view, PyBUF_WRITABLE) < 0) {
        PyErr_Clear();
        writable = 0;
        if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) < 0) {
            return NULL;
        }
    }
    PyObject *tuple =
        Py_BuildValue("(LnO)", (long long)(intptr_t)view.buf, view.len, writable ? Py_True : Py_False);
    PyBuffer_Release(&view);
    return tuple;
}

/* Where the slots of an answer stand in its object; an answer is immutable, and its slots are filled here alone. */
static int find_slots(PyObject *type) {
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
        PyObject *slot = PyObject_GetAttrString(type, slots[i]);
        if (slot == NULL) {
            return 0;
        }
        const int is_slot =
            Py_IS_TYPE(slot, &PyMemberDescr_Type) && PyDescr_TYPE((PyDescrObject *)slot) == (PyTypeObject *)type;
        if (is_slot) {
            face.slots[i] = ((PyMemberDescrObject *)slot)->d_member->offset;
        }
        Py_DECREF(slot);
        if (!is_slot) {
            PyErr_SetString(PyExc_SystemError, "an answer has other slots");
            return 0;
        }
    }
    return 1;
}

PyDoc_STRVAR(set_face_doc, "set_face(answer, none, outcomes, enums, reading, laws, slow, raise_, /)\n--\n\n"
                           "What the face hands over once, when it is imported.");

static PyObject *set_face(PyObject *Py_UNUSED(module), PyObject *args) {
    PyObject *given[8];

    if (!PyArg_ParseTuple(args, "OOO!O!OO!OO:set_face", &given[0], &given[1], &PyTuple_Type, &given[2],
                          &PyTuple_Type, &given[3], &given[4], &PyTuple_Type, &given[5], &given[6], &given[7])) {
        return NULL;
    }
    if (!PyType_Check(given[0]) || PyTuple_GET_SIZE(given[2]) != N_OUTCOMES
        || PyTuple_GET_SIZE(given[3]) != N_FACTS) {
        PyErr_SetString(PyExc_SystemError, "the face and the library are of different versions");
        return NULL;
    }
    if (!find_slots(given[0])) {
        return NULL;
    }
    PyObject **places[] = {&face.answer,  &face.none, &face.outcomes, &face.enums,
                           &face.reading, &face.laws, &face.slow,     &face.raise};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        Py_XSETREF(*places[i], Py_NewRef(given[i]));
    }
    Py_RETURN_NONE;
}

PyDoc_STRVAR(
    flat_extension_doc,
    "flat_extension(law, term, last_day, location, citizenship, known_on, reading, /)\n--\n\n"
    "The day in the low 32 bits (signed), the outcome in bits 32 to 39, the provision in bits 40 to 55; or the "
    "error code, negative.");

/* Written by hand: SWIG unpacks a tuple, which takes longer than the answer. */
static PyObject *extension(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t n_args) {
    enum { N_NUMBERS = 7 };
    int32_t n[N_NUMBERS];

    if (n_args != N_NUMBERS) {
        PyErr_Format(PyExc_TypeError, "flat_extension() takes %d numbers, got %zd", (int)N_NUMBERS, n_args);
        return NULL;
    }
    for (int i = 0; i < N_NUMBERS; i++) {
        long number = PyLong_AsLong(args[i]);
        if (number == -1 && PyErr_Occurred()) {
            return NULL;
        }
        if (number < INT32_MIN || number > INT32_MAX) {
            PyErr_SetString(PyExc_OverflowError, "expected numbers of 32 bits");
            return NULL;
        }
        n[i] = (int32_t)number;
    }
    return PyLong_FromLongLong(flat_extension(n[0], n[1], n[2], n[3], n[4], n[5], n[6]));
}

PyMethodDef convert_functions[] = {
    {"flat_extension", (PyCFunction)(void (*)(void))extension, METH_FASTCALL, flat_extension_doc},
    {"ask", (PyCFunction)(void (*)(void))ask, METH_FASTCALL, ask_doc},
    {"answer", answer, METH_VARARGS, answer_doc},
    {"fact_number", fact_number, METH_VARARGS, fact_number_doc},
    {"date", date, METH_O, date_doc},
    {"address", address, METH_O, address_doc},
    {"set_face", set_face, METH_VARARGS, set_face_doc},
    {NULL, NULL, 0, NULL},
};

int convert_init(void) {
    PyDateTime_IMPORT;
    if (PyDateTimeAPI == NULL) {
        return 0;
    }
    memset(n_facts_of, 0, sizeof n_facts_of);
    for (int32_t fact = 1; fact < N_FACTS; fact++) {
        (void)statusrules_fact(&infos[fact], fact, NULL);
        for (int32_t question = 1; question < N_QUESTIONS; question++) {
            if (statusrules_question_asks(question, fact)) {
                facts_of[question][n_facts_of[question]++] = fact;
            }
        }
    }
    return 1;
}
