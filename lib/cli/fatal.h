/* The end of a program that cannot go on: out of memory, mostly. */
#ifndef FATAL_H
#define FATAL_H

/* From now on what GLib cannot survive is said in one line on standard error, and the program
 * ends with a status, without a core. Both are kept: program is borrowed for good. */
void fatal_install(const char *program, int status);

#endif
