/* The end of a program that cannot go on: memory is refused, a library gives up, it crashes.
 *
 * Memory that is refused ends the program in one place: malloc() and its kin are ours in a program
 * that installs this, for every library in it (glibc, "Replacing malloc"). So no result needs a
 * look, and none can be missed: libraries take a failure for "no match" or "the end of the text",
 * and then another record would be made, in silence. What a program was writing is written aside
 * and published whole, so ending at once loses nothing. Not covered: what the dynamic loader needs
 * for itself, stacks of threads (GLib ends the program for those), and builds with sanitizers,
 * which have a malloc of their own. */
#ifndef FATAL_H
#define FATAL_H

#include <glib.h>

/* From now on the program ends with a line on standard error and a status, without a core. program
 * is borrowed for good. */
void fatal_install(const char *program, int status);

/* A program may define it: what is written to standard output before that end, from the first
 * allocation of its libraries on, until other words are set. */
extern const char fatal_first_words[] __attribute__((weak));

/* What is written to fd before that end: len bytes, which must stay; NULL for nothing. */
void fatal_set_last_words(int fd, const char *words, gsize len);

/* A crash writes the last words too, and stays a crash. */
void fatal_catch_crashes(void);

/* That end, now; why may be NULL. Safe in a signal handler and without memory. */
void fatal_end(const char *why) G_GNUC_NORETURN;

#endif
