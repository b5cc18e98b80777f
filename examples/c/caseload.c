/*
 * caseload: answers a question for every row of a register, or for one case.
 *
 * The main example of statusrules. It shows how names and days become facts (caseload/values.c), how a question is
 * asked and what an answer holds (caseload/rows.c, caseload/one.c), and how errors are put into words.
 */
#define _POSIX_C_SOURCE 200809L
#include "caseload/caseload.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether standard input, output and error were closed when the program began. */
static bool closed[3];

/* A file must not be opened in the place of a closed descriptor: messages would land in the answers. */
static bool open_closed_descriptors(void) {
    for (int i = 0; i < 3; i++) {
        closed[i] = fcntl(i, F_GETFD) < 0 && errno == EBADF;
        if (closed[i] && open("/dev/null", i == STDIN_FILENO ? O_RDONLY : O_WRONLY) != i) {
            return false;
        }
    }
    return true;
}

static int say_closed(const options *o, const char *en, const char *ru) {
    fprintf(stderr, "caseload: %s\n", words(o->language, en, ru));
    return EXIT_FILES;
}

static int cannot(const options *o, const char *name, const char *en, const char *ru) {
    fprintf(stderr, "%s: %s: %s\n", name, words(o->language, en, ru), strerror(errno));
    return EXIT_FILES;
}

/* Whether a stream is the file of that name, or of standard output. */
static bool same_file(FILE *stream, const char *name) {
    struct stat a;
    struct stat b;
    return fstat(fileno(stream), &a) == 0 && S_ISREG(a.st_mode)
           && (name ? stat(name, &b) : fstat(fileno(stdout), &b)) == 0 && a.st_dev == b.st_dev
           && a.st_ino == b.st_ino;
}

static int would_overwrite(const options *o, const char *name, const char *en, const char *ru) {
    fprintf(stderr, "%s: %s\n", name, words(o->language, en, ru));
    return EXIT_FILES;
}

static int answer_rejecting(const options *o, FILE *in, const char *name, FILE *out) {
    static char buffer[CHUNK_BYTES];
    if (o->impact) {
        return changes_answer(o, in, name, out);
    }
    if (o->dialect) {
        return expressions_write(o, in, name, out);
    }
    if (!o->rejects) {
        return rows_answer(o, in, name, out, NULL);
    }
    if (same_file(in, o->rejects)) {
        return would_overwrite(o, name, "the bad rows would overwrite the register",
                               "строки с ошибками затёрли бы реестр");
    }
    if (same_file(out, o->rejects)) {
        return would_overwrite(o, o->rejects, "the bad rows would overwrite the answers",
                               "строки с ошибками затёрли бы ответы");
    }
    FILE *rejects = fopen(o->rejects, "wb");
    if (!rejects) {
        return cannot(o, o->rejects, "cannot be written", "не открывается для записи");
    }
    setvbuf(rejects, buffer, _IOFBF, sizeof buffer);
    int status = rows_answer(o, in, name, out, rejects);
    bool failed = ferror(rejects) != 0;
    if (fclose(rejects) != 0 && !failed && status != EXIT_FILES) {
        return cannot(o, o->rejects, "cannot be written", "не записывается");
    }
    return failed ? EXIT_FILES : status;
}

static int answer_into(const options *o, FILE *in, const char *name) {
    static char buffer[CHUNK_BYTES];
    if (!o->output && closed[STDOUT_FILENO]) {
        return say_closed(
            o, "standard output is closed: there is nowhere to write the answers; --output names a file",
            "стандартный вывод закрыт: ответы записать некуда; файл указывают в --output");
    }
    FILE *out = o->output ? fopen(o->output, "wb") : stdout;
    if (!out) {
        return cannot(o, o->output, "cannot be written", "не открывается для записи");
    }
    setvbuf(out, buffer, _IOFBF, sizeof buffer);
    int status = in ? answer_rejecting(o, in, name, out) : one_answer(o, out);
    bool failed = ferror(out) != 0;
    if (fclose(out) != 0 && !failed && status != EXIT_FILES) {
        return cannot(o, o->output ? o->output : "caseload", "the answers cannot be written",
                      "ответы не записываются");
    }
    return failed ? EXIT_FILES : status;
}

static int answer_register(const options *o) {
    const char *name = o->n_operands > 0 ? o->operands[0] : "-";
    bool standard = strcmp(name, "-") == 0;
    if (standard && closed[STDIN_FILENO]) {
        return say_closed(o, "standard input is closed: there is no register to read; name its file",
                          "стандартный ввод закрыт: читать реестр неоткуда; укажите его файл");
    }
    FILE *in = standard ? stdin : fopen(name, "rb");
    if (!in) {
        return cannot(o, name, "cannot be read", "не читается");
    }
    int status = EXIT_FILES;
    if (same_file(in, o->output)) {
        would_overwrite(o, name, "the answers would overwrite the register", "ответы затёрли бы реестр");
    } else {
        status = answer_into(o, in, standard ? "stdin" : name);
    }
    if (!standard) {
        fclose(in);
    }
    return status;
}

int main(int argc, char **argv) {
    options o;
    if (!open_closed_descriptors()) {
        return EXIT_FILES;
    }
    /* A closed pipe is an error like any other that writing can meet. */
    signal(SIGPIPE, SIG_IGN);
    int status = options_read(&o, argc, argv);
    if (status >= 0) {
        if (status == EXIT_ANSWERED && closed[STDOUT_FILENO]) {
            return say_closed(&o, "standard output is closed", "стандартный вывод закрыт");
        }
        const bool failed = ferror(stdout) != 0;
        return fclose(stdout) == 0 && !failed ? status
                                              : cannot(&o, "caseload", "cannot write", "запись не удалась");
    }
    return o.one ? answer_into(&o, NULL, NULL) : answer_register(&o);
}
