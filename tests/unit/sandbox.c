/* The web program's sandbox: what is forbidden is stopped, the rest is not. */
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
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

static int do_signal_other(void)
{
	return (int)syscall(SYS_tgkill, getppid(), getppid(), 0);
}

static int do_signal_itself(void)
{
	return (int)syscall(SYS_tgkill, getpid(), getpid(), 0);
}

static int do_limit_other(void)
{
	struct rlimit now;
	return prlimit(getppid(), RLIMIT_NOFILE, NULL, &now);
}

static int do_limit_itself(void)
{
	const struct rlimit none = { 0, 0 };
	return prlimit(0, RLIMIT_CORE, &none, NULL);
}

static int do_ask_limit(void)
{
	struct rlimit now;
	return getrlimit(RLIMIT_NOFILE, &now);
}

/* Below the directory of the index, which is that of a test. */
static char *home;

static int do_read(void)
{
	g_autofree char *path = g_build_filename(home, "file", NULL);
	return open(path, O_RDONLY);
}

static int do_list(void)
{
	return open(home, O_RDONLY | O_DIRECTORY);
}

static int do_read_library(void)
{
	return open("/usr/lib", O_RDONLY | O_DIRECTORY);
}

/* EPERM for the table, where Landlock says EACCES. */
static int do_read_other(void)
{
	int fd = open("/etc/passwd", O_RDONLY);

	if (fd < 0 && errno == EACCES)
		errno = EPERM;
	return fd;
}

static int do_list_other(void)
{
	int fd = open("/etc", O_RDONLY | O_DIRECTORY);

	if (fd < 0 && errno == EACCES)
		errno = EPERM;
	return fd;
}

static int do_read_hosts(void)
{
	return open("/etc/hosts", O_RDONLY);
}

/* A bound on memory that can be had, and not raised. */
static int do_bounded(void)
{
#ifdef __SANITIZE_ADDRESS__ /* which takes terabytes of addresses */
	return 0;
#endif
	struct rlimit now;

	if (getrlimit(RLIMIT_AS, &now) != 0)
		return -1;
	return now.rlim_cur <= SANDBOX_MEMORY && now.rlim_max <= SANDBOX_MEMORY ? 0 : -1;
}

static gboolean enter(gboolean network)
{
	g_autoptr(GPtrArray) index = g_ptr_array_new();

	g_ptr_array_add(index, home);
	g_ptr_array_add(index, "/not/there");
	return sandbox_enter(index, network);
}

static const struct {
	const char *name;
	int (*call)(void);
	gboolean network, allowed, landlock;
} cases[] = {
	{ "write", do_write, FALSE, FALSE },
	{ "append", do_append, FALSE, FALSE },
	{ "mkdir", do_mkdir, FALSE, FALSE },
	{ "unlink", do_unlink, FALSE, FALSE },
	{ "rename", do_rename, FALSE, FALSE },
	{ "chmod", do_chmod, FALSE, FALSE },
	{ "exec", do_exec, FALSE, FALSE },
	{ "fork", do_fork, FALSE, FALSE },
	{ "socket", do_socket, FALSE, FALSE },
	{ "kill", do_kill, FALSE, FALSE },
	{ "signal-other", do_signal_other, FALSE, FALSE },
	{ "signal-itself", do_signal_itself, FALSE, TRUE },
	{ "limit-other", do_limit_other, FALSE, FALSE },
	{ "limit-itself", do_limit_itself, FALSE, FALSE },
	{ "ask-limit", do_ask_limit, FALSE, TRUE },
	{ "bounded", do_bounded, FALSE, TRUE },
	{ "read", do_read, FALSE, TRUE },
	{ "list", do_list, FALSE, TRUE },
	{ "read-library", do_read_library, FALSE, TRUE },
	{ "read-other", do_read_other, FALSE, FALSE, .landlock = TRUE },
	{ "read-other-remote", do_read_other, TRUE, FALSE, .landlock = TRUE },
	{ "list-other", do_list_other, FALSE, FALSE, .landlock = TRUE },
	{ "read-hosts-remote", do_read_hosts, TRUE, TRUE },
	{ "socket-remote", do_socket, TRUE, TRUE },
	{ "write-remote", do_write, TRUE, FALSE },
	{ "exec-remote", do_exec, TRUE, FALSE },
};

/* In a process of its own: a sandbox is for good. Exit 0: allowed, 1: stopped, 2: neither. */
static int in_sandbox(gsize i)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		if (!enter(cases[i].network))
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

	if (cases[i].landlock &&
	    syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) <= 0) {
		g_test_skip("this kernel has no Landlock");
		return;
	}
	g_assert_cmpint(in_sandbox(i), ==, cases[i].allowed ? 0 : 1);
}

/* What a system without seccomp does: the call, and prctl() that it needs, are refused. */
static void refuse_seccomp(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);

	seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(seccomp), 0);
	seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 0);
	if (seccomp_load(filter) != 0)
		_exit(2);
}

static void test_refused(void)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		refuse_seccomp();
		_exit(enter(FALSE) ? 1 : 0);
	}
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_true(WIFEXITED(status));
	g_assert_cmpint(WEXITSTATUS(status), ==, 0);
}

/* Landlock is there, and refuses; or it is not, and all goes as before. */
static int without_landlock(int call)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);

	seccomp_rule_add(filter, SCMP_ACT_ERRNO(call ? EINVAL : ENOSYS),
			 call ? call : SCMP_SYS(landlock_create_ruleset), 0);
	if (seccomp_load(filter) != 0)
		_exit(2);
	return enter(FALSE) ? do_read_other() >= 0 ? 0 : 1 : 3;
}

static void test_without_landlock(void)
{
	static const struct {
		int call, wanted;
	} kernels[] = { { 0, 0 },
			{ SCMP_SYS(landlock_add_rule), 3 },
			{ SCMP_SYS(landlock_restrict_self), 3 } };
	const gboolean has =
		syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;

	for (gsize i = 0; i < (has ? G_N_ELEMENTS(kernels) : 1); i++) {
		pid_t child = fork();
		int status;

		if (child == 0)
			_exit(without_landlock(kernels[i].call));
		g_assert_cmpint(waitpid(child, &status, 0), ==, child);
		g_assert_true(WIFEXITED(status));
		g_assert_cmpint(WEXITSTATUS(status), ==, kernels[i].wanted);
	}
}

/* The library's, but for the one that is to be refused. */
static int refuse_rule = -1;
int seccomp_rule_add(scmp_filter_ctx filter, uint32_t action, int call, unsigned int n, ...)
{
	struct scmp_arg_cmp args[6];
	va_list list;

	if (refuse_rule >= 0 && refuse_rule-- == 0)
		return -ENOMEM;
	va_start(list, n);
	for (unsigned int i = 0; i < n; i++)
		args[i] = va_arg(list, struct scmp_arg_cmp);
	va_end(list);
	return seccomp_rule_add_array(filter, action, call, n, args);
}

/* A filter that lacks a rule is not the one that was asked for. */
static void test_refused_rule(void)
{
	for (int rule = 0; rule < 100; rule += 11) {
		pid_t child = fork();
		int status;

		if (child == 0) {
			refuse_rule = rule;
			gboolean entered = enter(TRUE);
			_exit(entered == (refuse_rule >= 0) ? 0 : 1);
		}
		g_assert_cmpint(waitpid(child, &status, 0), ==, child);
		g_assert_true(WIFEXITED(status));
		g_assert_cmpint(WEXITSTATUS(status), ==, 0);
	}
}

/* Whoever starts us may allow less than we would take. */
static void test_lower_limit(void)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		const struct rlimit less = { SANDBOX_MEMORY / 2, SANDBOX_MEMORY / 2 };
		struct rlimit now;
		setrlimit(RLIMIT_AS, &less);
		_exit(enter(FALSE) && getrlimit(RLIMIT_AS, &now) == 0 &&
				      now.rlim_cur == less.rlim_cur
			      ? 0
			      : 1);
	}
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_true(WIFEXITED(status));
#ifndef __SANITIZE_ADDRESS__
	g_assert_cmpint(WEXITSTATUS(status), ==, 0);
#endif
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	home = g_dir_make_tmp(NULL, NULL);
	g_autofree char *file = g_build_filename(home, "file", NULL);
	g_assert_true(g_file_set_contents(file, "", 0, NULL));
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *path = g_strconcat("/sandbox/", cases[i].name, NULL);
		g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_case);
	}
	g_test_add_func("/sandbox/refused", test_refused);
	g_test_add_func("/sandbox/refused-rule", test_refused_rule);
	g_test_add_func("/sandbox/lower-limit", test_lower_limit);
	g_test_add_func("/sandbox/without-landlock", test_without_landlock);
	int status = g_test_run();
	unlink(file);
	rmdir(home);
	g_free(home);
	return status;
}
