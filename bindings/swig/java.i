// The flat layer for Java: the classes Flat, FlatJNI and FlatConstants, which only their package sees.
//
// An array and its length are one argument: an array of Java. What is read is copied to the stack, and what was written is
// copied back, so that no array is held while the library works. Null stands for an empty array of numbers.
%module Flat
%{
#include "flat.h"
#include <statusrules/error.h>
#include <string.h>

enum {
    /* Facts, options, or columns of a table of a database. */
    MOST_INTS = FLAT_COLUMNS_MOST * FLAT_SQL_COLUMN_LENGTH,
    /* Columns in or out; a condition with all states. */
    MOST_NUMBERS = FLAT_COLUMNS_MOST * FLAT_COLUMN_LENGTH
};

static void refuse(JNIEnv *env, const char *type, const char *why) {
    jclass exception = (*env)->FindClass(env, type);
    if (exception != NULL) {
        (*env)->ThrowNew(env, exception, why);
    }
}

/* An array that is there, and could not be read, has its exception already. */
static void refuse_null(JNIEnv *env, jarray array) {
    if (array == NULL) {
        refuse(env, "java/lang/NullPointerException", "an array is null");
    }
}

/* The length of an array; -1, and an exception, if there is no room for it. */
static jsize length_of(JNIEnv *env, jarray array, jsize most) {
    jsize length = array == NULL ? 0 : (*env)->GetArrayLength(env, array);
    if (length > most) {
        refuse(env, "java/lang/IllegalArgumentException", "an array is longer than the library takes");
        return -1;
    }
    return length;
}

/* Whether a result was written. */
static int is_written(int32_t status) {
    return status == STATUSRULES_OK || status == STATUSRULES_ERROR_TRUNCATED;
}
%}

%include <stdint.i>
// Where it is the C type long, SWIG would make it an int of Java.
%apply long long { int64_t };
%javaconst(1);
%rename("%(strip:[flat_])s") "";
%pragma(java) moduleclassmodifiers = "final class"
%pragma(java) jniclassclassmodifiers = "final class"
%pragma(java) moduleimports = ""
%pragma(java) jniclasscode = %{
  static {
    NativeLibrary.load();
  }
%}

%define ARRAY_TYPES(TYPEMAP, JNI, JAVA)
%typemap(jni) TYPEMAP "JNI"
%typemap(jtype) TYPEMAP "JAVA[]"
%typemap(jstype) TYPEMAP "JAVA[]"
%typemap(javain) TYPEMAP "$javainput"
%typemap(freearg) TYPEMAP ""
%enddef

// ---- Read ----

ARRAY_TYPES((const int32_t *facts, int32_t n_facts), jintArray, int)
%typemap(in) (const int32_t *facts, int32_t n_facts) (jint copy[MOST_INTS]) {
    jsize length = length_of(jenv, $input, MOST_INTS);
    if (length < 0) {
        return $null;
    }
    if (length > 0) {
        (*jenv)->GetIntArrayRegion(jenv, $input, 0, length, copy);
    }
    $1 = (int32_t *)copy;
    $2 = length;
}
%apply (const int32_t *facts, int32_t n_facts) {
    (const int32_t *options, int32_t n_options), (const int32_t *options_before, int32_t n_options_before),
    (const int32_t *options_after, int32_t n_options_after), (const int32_t *columns, int32_t n_columns)
};

ARRAY_TYPES((const int64_t *failure, int32_t n_failure), jlongArray, long)
%typemap(in) (const int64_t *failure, int32_t n_failure) (jlong copy[FLAT_ERROR_LENGTH]) {
    jsize length = length_of(jenv, $input, FLAT_ERROR_LENGTH);
    if (length < 0) {
        return $null;
    }
    if (length > 0) {
        (*jenv)->GetLongArrayRegion(jenv, $input, 0, length, copy);
    }
    $1 = (int64_t *)copy;
    $2 = length;
}

ARRAY_TYPES((const char *text, int32_t length), jbyteArray, byte)
%typemap(in) (const char *text, int32_t length) {
    jbyte *bytes = $input == NULL ? NULL : (*jenv)->GetByteArrayElements(jenv, $input, NULL);
    if (bytes == NULL) {
        refuse_null(jenv, $input);
        return $null;
    }
    $1 = (char *)bytes;
    $2 = (*jenv)->GetArrayLength(jenv, $input);
}
%typemap(freearg) (const char *text, int32_t length) {
    (*jenv)->ReleaseByteArrayElements(jenv, $input, (jbyte *)$1, JNI_ABORT);
}

// ---- Written ----

ARRAY_TYPES((int64_t *result, int32_t n_result), jlongArray, long)
%typemap(in) (int64_t *result, int32_t n_result) (jlong copy[MOST_NUMBERS]) {
    jsize length = length_of(jenv, $input, MOST_NUMBERS);
    if (length < 0) {
        return $null;
    }
    memset(copy, 0, (size_t)length * sizeof *copy);
    $1 = (int64_t *)copy;
    $2 = length;
}
%typemap(argout) (int64_t *result, int32_t n_result) {
    if ($2 > 0 && is_written(result)) {
        (*jenv)->SetLongArrayRegion(jenv, $input, 0, $2, (jlong *)$1);
    }
}

ARRAY_TYPES((int64_t *error, int32_t n_error), jlongArray, long)
%typemap(in) (int64_t *error, int32_t n_error) (jlong copy[FLAT_ERROR_LENGTH]) {
    jsize length = length_of(jenv, $input, FLAT_ERROR_LENGTH);
    if (length < 0) {
        return $null;
    }
    $1 = (int64_t *)copy;
    $2 = length;
}
%typemap(argout) (int64_t *error, int32_t n_error) {
    if ($2 > 0 && result != STATUSRULES_OK) {
        (*jenv)->SetLongArrayRegion(jenv, $input, 0, $2, (jlong *)$1);
    }
}

ARRAY_TYPES((char *buffer, int32_t capacity), jbyteArray, byte)
%typemap(in) (char *buffer, int32_t capacity) {
    jbyte *bytes = $input == NULL ? NULL : (*jenv)->GetByteArrayElements(jenv, $input, NULL);
    if (bytes == NULL) {
        refuse_null(jenv, $input);
        return $null;
    }
    $1 = (char *)bytes;
    $2 = (*jenv)->GetArrayLength(jenv, $input);
}
%typemap(freearg) (char *buffer, int32_t capacity) {
    (*jenv)->ReleaseByteArrayElements(jenv, $input, (jbyte *)$1, 0);
}

ARRAY_TYPES((int32_t *steps, int32_t n_steps), jintArray, int)
%typemap(in) (int32_t *steps, int32_t n_steps) {
    jint *ints = $input == NULL ? NULL : (*jenv)->GetIntArrayElements(jenv, $input, NULL);
    if (ints == NULL) {
        refuse_null(jenv, $input);
        return $null;
    }
    $1 = (int32_t *)ints;
    $2 = (*jenv)->GetArrayLength(jenv, $input);
}
%typemap(freearg) (int32_t *steps, int32_t n_steps) {
    (*jenv)->ReleaseIntArrayElements(jenv, $input, (jint *)$1, 0);
}

%apply (int32_t *steps, int32_t n_steps) { (int32_t *intervals, int32_t n_intervals), (int32_t *spans, int32_t n_spans) };

// Columns need the addresses of arrays while they run, and questions take none: bindings/java/native.
%ignore flat_columns;
%ignore flat_ask;

%include "flat.h"
