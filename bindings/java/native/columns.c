/* Columns over arrays of Java. They are held in place while the library works, which keeps the garbage collector waiting:
 * the caller goes through a long register block by block. */
#include <flat.h>
#include <jni.h>
#include <statusrules/error.h>

/* What a column can take from arrays, and where its address stands. */
enum { ARRAYS_A_COLUMN = 3, MOST_ARRAYS = FLAT_COLUMNS_MOST * ARRAYS_A_COLUMN };
static const int place_of_array[ARRAYS_A_COLUMN] = {FLAT_COLUMN_VALUES, FLAT_COLUMN_VALID, FLAT_COLUMN_CODES};

/* Columns of one direction. An address that belongs to an array is given as the offset into it. */
struct side {
    int64_t columns[FLAT_COLUMNS_MOST * FLAT_COLUMN_LENGTH];
    jarray arrays[MOST_ARRAYS];
    void *held[MOST_ARRAYS];
    int32_t length;
    int32_t n_arrays;
};

static int take(JNIEnv *env, struct side *side, jlongArray columns, jobjectArray arrays) {
    side->length = (*env)->GetArrayLength(env, columns);
    side->n_arrays = (*env)->GetArrayLength(env, arrays);
    if (side->length > FLAT_COLUMNS_MOST * FLAT_COLUMN_LENGTH || side->n_arrays > MOST_ARRAYS) {
        return 0;
    }
    (*env)->GetLongArrayRegion(env, columns, 0, side->length, (jlong *)side->columns);
    for (int32_t i = 0; i < side->n_arrays; i++) {
        side->arrays[i] = (jarray)(*env)->GetObjectArrayElement(env, arrays, i);
        side->held[i] = NULL;
    }
    return 1;
}

static int hold(JNIEnv *env, struct side *side) {
    for (int32_t i = 0; i < side->n_arrays; i++) {
        if (side->arrays[i] != NULL) {
            side->held[i] = (*env)->GetPrimitiveArrayCritical(env, side->arrays[i], NULL);
            if (side->held[i] == NULL) {
                return 0;
            }
            side->columns[i / ARRAYS_A_COLUMN * FLAT_COLUMN_LENGTH + place_of_array[i % ARRAYS_A_COLUMN]] +=
                (int64_t)(intptr_t)side->held[i];
        }
    }
    return 1;
}

static void release(JNIEnv *env, struct side *side, jint mode) {
    for (int32_t i = side->n_arrays - 1; i >= 0; i--) {
        if (side->held[i] != NULL) {
            (*env)->ReleasePrimitiveArrayCritical(env, side->arrays[i], side->held[i], mode);
        }
    }
}

JNIEXPORT jint JNICALL Java_org_statusrules_Columns_run(JNIEnv *env, jclass type, jint law, jint question,
                                                        jlongArray in, jobjectArray in_arrays, jlongArray out,
                                                        jobjectArray out_arrays, jlong rows, jintArray options,
                                                        jlongArray result, jlongArray error) {
    struct side ins;
    struct side outs;
    int32_t taken[8];
    int64_t bad_rows = 0;
    int64_t failed[FLAT_ERROR_LENGTH] = {0};
    int32_t status = STATUSRULES_ERROR_NULL;
    jsize n_options = (*env)->GetArrayLength(env, options);

    (void)type;
    if (n_options > (jsize)(sizeof taken / sizeof *taken) || !take(env, &ins, in, in_arrays)
        || !take(env, &outs, out, out_arrays)) {
        (*env)->ThrowNew(env, (*env)->FindClass(env, "java/lang/IllegalArgumentException"), "too many columns");
        return 0;
    }
    (*env)->GetIntArrayRegion(env, options, 0, n_options, (jint *)taken);
    int held = hold(env, &ins);
    held = held && hold(env, &outs);
    if (held) {
        status = flat_columns(law, question, ins.columns, ins.length, outs.columns, outs.length, rows, taken,
                              n_options, &bad_rows, 1, failed, FLAT_ERROR_LENGTH);
    }
    release(env, &outs, 0);
    /* What was read is not written back. */
    release(env, &ins, JNI_ABORT);
    if (!held) {
        (*env)->ThrowNew(env, (*env)->FindClass(env, "java/lang/OutOfMemoryError"),
                         "an array cannot be held in place");
        return 0;
    }
    if (status == STATUSRULES_OK) {
        (*env)->SetLongArrayRegion(env, result, 0, 1, (const jlong *)&bad_rows);
    } else {
        (*env)->SetLongArrayRegion(env, error, 0, FLAT_ERROR_LENGTH, (const jlong *)failed);
    }
    return status;
}
