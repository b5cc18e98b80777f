/* Questions over memory that both sides see (Exchange.java): no array of Java is copied. */
#include <flat.h>
#include <jni.h>
#include <statusrules/ask.h>

enum { LONG = sizeof(int64_t), INT = sizeof(int32_t), MOST_FACTS = 64, MOST_OPTIONS = 8 };

_Static_assert(sizeof(statusrules_facts) <= (size_t)MOST_FACTS * INT, "Exchange has room for all facts");
_Static_assert(sizeof(statusrules_options) <= (size_t)MOST_OPTIONS * INT, "Exchange has room for all options");

/* Where things stand in the memory; Exchange has the same. */
enum {
    FACTS_AT = LONG,
    OPTIONS_AT = FACTS_AT + MOST_FACTS * INT,
    RESULT_AT = OPTIONS_AT + MOST_OPTIONS * INT,
    ERROR_AT = RESULT_AT + FLAT_ANSWER_LENGTH * LONG
};

JNIEXPORT jint JNICALL Java_org_statusrules_Exchange_ask(JNIEnv *env, jclass type, jlong address, jint law,
                                                         jint question, jint n_facts, jint n_options) {
    char *memory = (char *)(intptr_t)address;

    (void)env;
    (void)type;
    return flat_ask(law, question, (const int32_t *)(const void *)(memory + FACTS_AT), n_facts,
                    (const int32_t *)(const void *)(memory + OPTIONS_AT), n_options,
                    (int64_t *)(void *)(memory + RESULT_AT), FLAT_ANSWER_LENGTH,
                    (int64_t *)(void *)(memory + ERROR_AT), FLAT_ERROR_LENGTH);
}

/* Where the memory of a direct buffer begins. */
JNIEXPORT jlong JNICALL Java_org_statusrules_Exchange_address(JNIEnv *env, jclass type, jobject buffer) {
    (void)type;
    return (jlong)(intptr_t)(*env)->GetDirectBufferAddress(env, buffer);
}
