#include "limit.h"

#include <signal.h>
#include <sys/time.h>

#include "fatal.h"

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
