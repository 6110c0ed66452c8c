#include "fatal.h"

#include <glib.h>
#include <signal.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static struct {
	const char *program;
	int status;
} ending;

static struct iovec piece(const char *text)
{
	return (struct iovec) { (void *)text, strlen(text) };
}

/* There may be no memory, so it takes none. */
static void on_log(const char *domain, GLogLevelFlags level, const char *message, gpointer user)
{
	const struct iovec line[] = { piece(ending.program), piece(": "),
				      piece(message ? message : "failed"), piece("\n") };

	(void)domain, (void)user;
	if (level & (G_LOG_LEVEL_DEBUG | G_LOG_LEVEL_INFO))
		return;
	if (writev(STDERR_FILENO, line, G_N_ELEMENTS(line)) < 0 || level & G_LOG_FLAG_FATAL)
		_exit(ending.status);
}

/* Some of GLib says what is wrong by itself and aborts, as gprintf.c does without memory. */
static void on_abort(int signal)
{
	const char *const pieces[] = { ending.program, ": cannot go on\n" };

	(void)signal;
	for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++)
		if (write(STDERR_FILENO, pieces[i], strlen(pieces[i])) < 0)
			break;
	_exit(ending.status);
}

void fatal_install(const char *program, int status)
{
	ending.program = program;
	ending.status = status;
	g_log_set_default_handler(on_log, NULL);
	signal(SIGABRT, on_abort);
}
