#include "limit.h"

#include <signal.h>
#include <sys/time.h>

#include "fatal.h"

guint limit_ms(const char *variable, guint standard)
{
	const char *value = g_getenv(variable);
	guint64 ms;

	if (value && g_ascii_string_to_unsigned(value, 10, 1, 3600000, &ms, NULL))
		return (guint)ms;
	return standard;
}

static void on_time_up(int signal_number)
{
	(void)signal_number;
	fatal_end(NULL);
}

static void set_timer(guint cpu_ms)
{
	const struct itimerval timer = { .it_value = { cpu_ms / 1000, cpu_ms % 1000 * 1000 } };
	setitimer(ITIMER_PROF, &timer, NULL);
}

void limit_start(guint cpu_ms, int fd, const char *last_words, gsize len)
{
	const struct sigaction action = { .sa_handler = on_time_up, .sa_flags = SA_RESTART };

	fatal_set_last_words(fd, last_words, len);
	sigaction(SIGPROF, &action, NULL);
	set_timer(cpu_ms);
}

void limit_stop(void)
{
	set_timer(0);
	fatal_set_last_words(-1, NULL, 0);
}

/* ---- waiting for a client -------------------------------------------------------------- */

#define TICK_US 100000

/* A read that waits is interrupted, again and again, as one may begin to wait just after. */
static volatile sig_atomic_t late;

static void on_late(int signal_number)
{
	(void)signal_number;
	late = 1;
}

static void set_alarm(guint ms, long again_us)
{
	const struct itimerval timer = { .it_value = { ms / 1000, ms % 1000 * 1000 },
					 .it_interval = { 0, again_us } };
	setitimer(ITIMER_REAL, &timer, NULL);
}

void limit_wait_start(guint ms)
{
	const struct sigaction action = { .sa_handler = on_late };

	late = 0;
	sigaction(SIGALRM, &action, NULL);
	set_alarm(ms, TICK_US);
}

gboolean limit_is_late(void)
{
	return late != 0;
}

void limit_wait_stop(void)
{
	set_alarm(0, 0);
}
