/* Questions over memory that both sides see (Exchange.java): facts and options are read where Java writes them, answer and
 * error are written where it reads them, and no array of Java is copied. */
#include <jni.h>
#include <statusrules/statusrules.h>
#include <stddef.h>

enum {
    LONG = sizeof(int64_t),
    INT = sizeof(int32_t),
    MOST_FACTS = 64,
    MOST_OPTIONS = 8,
    ANSWER_INTS = 40,
    ERROR_INTS = 8
};

/* Where things stand in the memory; Exchange has the same. */
enum {
    FACTS_AT = LONG,
    OPTIONS_AT = FACTS_AT + MOST_FACTS * INT,
    ANSWER_AT = OPTIONS_AT + MOST_OPTIONS * INT,
    ERROR_AT = ANSWER_AT + ANSWER_INTS * INT
};

#define STANDS_AT(type, member, place) _Static_assert(offsetof(type, member) == (place) * (size_t)INT, #member)

_Static_assert(sizeof(statusrules_facts) <= MOST_FACTS * (size_t)INT, "there is room for all facts");
_Static_assert(sizeof(statusrules_options) <= MOST_OPTIONS * (size_t)INT, "there is room for all options");
_Static_assert(sizeof(statusrules_answer) == ANSWER_INTS * (size_t)INT && ANSWER_AT % LONG == 0,
               "an answer has its place");
_Static_assert(sizeof(statusrules_error) == ERROR_INTS * (size_t)INT, "an error has its place");
STANDS_AT(statusrules_answer, outcome, 0);
STANDS_AT(statusrules_answer, day, 1);
STANDS_AT(statusrules_answer, provision, 2);
STANDS_AT(statusrules_answer, note, 3);
STANDS_AT(statusrules_answer, possible, 4);
STANDS_AT(statusrules_answer, earliest, 5);
STANDS_AT(statusrules_answer, latest, 6);
STANDS_AT(statusrules_answer, edition, 7);
STANDS_AT(statusrules_answer, missing, 8);
STANDS_AT(statusrules_answer, assumed, 10);
STANDS_AT(statusrules_answer, readings, 12);
STANDS_AT(statusrules_answer, same_from, 30);
STANDS_AT(statusrules_answer, same_until, 31);
STANDS_AT(statusrules_answer, ask_next, 32);
STANDS_AT(statusrules_reading_answer, outcome, 0);
STANDS_AT(statusrules_reading_answer, day, 1);
STANDS_AT(statusrules_reading_answer, provision, 2);
STANDS_AT(statusrules_reading_answer, possible, 3);
STANDS_AT(statusrules_reading_answer, earliest, 4);
STANDS_AT(statusrules_reading_answer, latest, 5);
STANDS_AT(statusrules_error, nearest, 6);

JNIEXPORT jint JNICALL Java_org_statusrules_Exchange_ask(JNIEnv *env, jclass type, jlong address, jint law,
                                                         jint question, jint facts_at, jboolean has_options) {
    char *memory = (char *)(intptr_t)address;

    (void)env;
    (void)type;
    return statusrules_ask((statusrules_answer *)(void *)(memory + ANSWER_AT), statusrules_law_at(law), question,
                           (const statusrules_facts *)(const void *)(memory + facts_at),
                           has_options ? (const statusrules_options *)(const void *)(memory + OPTIONS_AT) : NULL,
                           (statusrules_error *)(void *)(memory + ERROR_AT));
}

/* Where the memory of a direct buffer begins. */
JNIEXPORT jlong JNICALL Java_org_statusrules_Exchange_address(JNIEnv *env, jclass type, jobject buffer) {
    (void)type;
    return (jlong)(intptr_t)(*env)->GetDirectBufferAddress(env, buffer);
}
