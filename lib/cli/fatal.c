#include "fatal.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

static struct {
	const char *program;
	int status;
	gboolean set; /* the last words */
	int fd;
	const char *words;
	gsize len;
} ending = { "pilotzoeker", 3, FALSE, -1, NULL, 0 };

static void put(int fd, const char *text, gsize len)
{
	for (gsize done = 0; done < len;) {
		ssize_t n = write(fd, text + done, len - done);
		if (n <= 0)
			return;
		done += (gsize)n;
	}
}

static void say(const char *text)
{
	put(STDERR_FILENO, text, strlen(text));
}

static void put_last_words(void)
{
	gsize len = ending.len;

	if (!ending.set && fatal_first_words)
		put(STDOUT_FILENO, fatal_first_words, strlen(fatal_first_words));
	ending.set = TRUE;
	ending.len = 0; /* once, whatever else happens */
	put(ending.fd, ending.words, len);
}

static void say_line(const char *message)
{
	say(ending.program);
	say(": ");
	say(message);
	say("\n");
}

void fatal_end(const char *why)
{
	if (why)
		say_line(why);
	put_last_words();
	_exit(ending.status);
}

/* ---- memory ------------------------------------------------------------------------- */

#if defined __has_feature
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif

#if defined __GLIBC__ && !defined __SANITIZE_ADDRESS__
/* NOLINTBEGIN(bugprone-reserved-identifier): glibc calls them so */
void *__libc_malloc(size_t n);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t n);
/* NOLINTEND(bugprone-reserved-identifier) */

static void *not_refused(void *p)
{
	if (!p)
		fatal_end("out of memory");
	return p;
}

void *malloc(size_t n)
{
	return not_refused(__libc_malloc(n));
}

void *calloc(size_t n, size_t size)
{
	return not_refused(__libc_calloc(n, size));
}

void *realloc(void *p, size_t n)
{
	void *moved = __libc_realloc(p, n);
	return n ? not_refused(moved) : moved;
}
#endif

/* ---- what GLib says --------------------------------------------------------------------- */

static void on_log(const char *domain, GLogLevelFlags level, const char *message, gpointer user)
{
	(void)domain, (void)user;
	if (level & (G_LOG_LEVEL_DEBUG | G_LOG_LEVEL_INFO))
		return;
	if (level & G_LOG_FLAG_FATAL)
		fatal_end(message ? message : "failed");
	say_line(message ? message : "warning");
}

/* Some of GLib says what is wrong by itself and aborts, as gprintf.c does without memory. */
static void on_abort(int signal)
{
	(void)signal;
	fatal_end("cannot go on");
}

/* ---- crashes ------------------------------------------------------------------------------ */

/* The handler is for this once (SA_RESETHAND): the same signal again ends it. */
static void on_crash(int signal)
{
	put_last_words();
	raise(signal);
}

void fatal_catch_crashes(void)
{
	static const int crashes[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL };
	static char stack[1 << 15];
	const stack_t other = { .ss_sp = stack, .ss_size = sizeof stack };
	const struct sigaction action = { .sa_handler = on_crash,
					  .sa_flags = SA_ONSTACK | (int)SA_RESETHAND };

	sigaltstack(&other, NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(crashes); i++)
		sigaction(crashes[i], &action, NULL);
}

/* ---- to begin with -------------------------------------------------------------------------- */

#define STACK (256 << 10) /* bytes: more than any of our programs was seen to use */

/* A stack that cannot grow is a crash, so it has its size before memory runs out. */
static void reserve_stack(void)
{
	volatile char page[STACK];

	for (gsize i = 0; i < sizeof page; i += 4096)
		page[i] = 0;
}

void fatal_set_last_words(int fd, const char *words, gsize len)
{
	ending.len = 0;
	ending.set = TRUE;
	ending.fd = fd;
	ending.words = words;
	ending.len = words ? len : 0;
}

void fatal_install(const char *program, int status)
{
	ending.program = program;
	ending.status = status;
	reserve_stack();
	g_log_set_default_handler(on_log, NULL);
	signal(SIGABRT, on_abort);
}
