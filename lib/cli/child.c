#include "child.h"

#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

#include "limit.h"

#define DONE 0
#define UNHEARD 1 /* who asked does not listen any more */

static gboolean write_all(int fd, const GString *text)
{
	for (gsize done = 0; done < text->len;) {
		ssize_t n = write(fd, text->str + done, text->len - done);
		if (n <= 0 && errno != EINTR)
			return FALSE;
		done += n > 0 ? (gsize)n : 0;
	}
	return TRUE;
}

/* Ends at once: what is buffered and open is of the process that started it. */
static void G_GNUC_NORETURN be_child(void (*work)(GString *out, gpointer user), gpointer user,
				     guint cpu_ms, int fd)
{
	g_autoptr(GString) text = g_string_new(NULL);

	limit_start(cpu_ms, -1, NULL, 0);
	work(text, user);
	limit_stop();
	_exit(write_all(fd, text) ? DONE : UNHEARD);
}

/* FALSE for more than `most` bytes. */
static gboolean read_all(int fd, gsize most, GString *out)
{
	char block[1 << 16];
	ssize_t n;

	while ((n = read(fd, block, sizeof block)) != 0) {
		if (n < 0 && errno != EINTR)
			return FALSE;
		if (n > 0 && out->len + (gsize)n > most)
			return FALSE;
		g_string_append_len(out, block, MAX(n, 0));
	}
	return TRUE;
}

static int wait_for(pid_t child)
{
	int status = -1;

	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}

ChildEnd child_run(void (*work)(GString *out, gpointer user), gpointer user, guint cpu_ms,
		   gsize most, GString *out)
{
	int ends[2];

	g_string_truncate(out, 0);
	if (pipe(ends) != 0)
		return CHILD_FAILED;
	pid_t child = fork();
	if (child == 0) {
		close(ends[0]);
		be_child(work, user, cpu_ms, ends[1]);
	}
	close(ends[1]);
	gboolean fits = child > 0 && read_all(ends[0], most, out);
	close(ends[0]); /* so one that still writes ends */
	int status = child > 0 ? wait_for(child) : -1;
	if (fits && WIFEXITED(status) && WEXITSTATUS(status) == DONE)
		return CHILD_DONE;
	g_string_truncate(out, 0);
	/* a limit ends a program by fatal_end(), a crash by a signal */
	return child > 0 && (!fits || WIFEXITED(status)) ? CHILD_TOO_MUCH : CHILD_FAILED;
}
