/* The web program's sandbox: what is forbidden is stopped, the rest is not. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox.h"

static int do_write(void)
{
	return open("/tmp/pilotzoeker-must-not-be", O_WRONLY | O_CREAT, 0600);
}

static int do_append(void)
{
	return open("/dev/null", O_RDWR | O_APPEND);
}

static int do_mkdir(void)
{
	return mkdir("/tmp/pilotzoeker-must-not-be", 0700);
}

static int do_unlink(void)
{
	return unlink("/tmp/pilotzoeker-is-not-there");
}

static int do_rename(void)
{
	return rename("/tmp/pilotzoeker-is-not-there", "/tmp/pilotzoeker-must-not-be");
}

static int do_chmod(void)
{
	return chmod("/tmp", 0777);
}

static int do_exec(void)
{
	return execl("/bin/true", "true", (char *)NULL);
}

static int do_fork(void)
{
	return fork();
}

static int do_socket(void)
{
	return socket(AF_INET, SOCK_STREAM, 0);
}

static int do_kill(void)
{
	return kill(getppid(), 0);
}

static int do_read(void)
{
	return open("/etc/passwd", O_RDONLY) < 0 ? -1 : 0;
}

static const struct {
	const char *name;
	int (*call)(void);
	gboolean network, allowed;
} cases[] = {
	{ "write", do_write, FALSE, FALSE },       { "append", do_append, FALSE, FALSE },
	{ "mkdir", do_mkdir, FALSE, FALSE },       { "unlink", do_unlink, FALSE, FALSE },
	{ "rename", do_rename, FALSE, FALSE },     { "chmod", do_chmod, FALSE, FALSE },
	{ "exec", do_exec, FALSE, FALSE },         { "fork", do_fork, FALSE, FALSE },
	{ "socket", do_socket, FALSE, FALSE },     { "kill", do_kill, FALSE, FALSE },
	{ "read", do_read, FALSE, TRUE },          { "socket-remote", do_socket, TRUE, TRUE },
	{ "write-remote", do_write, TRUE, FALSE }, { "exec-remote", do_exec, TRUE, FALSE },
};

/* In a process of its own: a sandbox is for good. Exit 0: allowed, 1: stopped, 2: neither. */
static int in_sandbox(gsize i)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		if (!sandbox_enter(cases[i].network))
			_exit(3);
		_exit(cases[i].call() >= 0 ? 0 : errno == EPERM ? 1 : 2);
	}
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void test_case(gconstpointer data)
{
	gsize i = GPOINTER_TO_SIZE(data);

	g_assert_cmpint(in_sandbox(i), ==, cases[i].allowed ? 0 : 1);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *path = g_strconcat("/sandbox/", cases[i].name, NULL);
		g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_case);
	}
	return g_test_run();
}
