#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <sys/resource.h>
#include <unistd.h>

#include "landlock.h"

/* All that serving takes, by what it is for. Names that a machine does not have are skipped. */
static const char *const allowed[] = {
	/* the request and the answer */
	"read", "write", "writev", "readv", "close", "accept", "accept4", "shutdown", "recvfrom",
	"recvmsg", "sendto", "getpeername", "getsockname", "getsockopt", "fcntl", "ioctl", "poll",
	"ppoll", "select", "pselect6", "_newselect", "_llseek",
	/* the index */
	"pread64", "preadv", "lseek", "fstat", "fstat64", "stat", "stat64", "lstat", "newfstatat",
	"fstatat64", "statx", "access", "faccessat", "faccessat2", "getdents64", "readlink",
	"readlinkat", "fadvise64", "statfs", "fstatfs", "getcwd",
	/* memory */
	"brk", "mmap", "mmap2", "munmap", "mremap", "mprotect", "madvise",
	/* time, and the end of it */
	"clock_gettime", "clock_gettime64", "clock_getres", "gettimeofday", "time", "nanosleep",
	"clock_nanosleep", "setitimer", "times", "getrusage", "timer_create", "timer_settime",
	"timer_delete", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigreturn",
	"sigaltstack", "restart_syscall", "exit", "exit_group",
	/* the C library */
	"futex", "futex_time64", "getpid", "gettid", "getuid", "geteuid", "getgid", "getegid",
	"getrandom", "uname", "sysinfo", "sched_yield", "sched_getaffinity", "rseq",
	"set_robust_list", "getrlimit", "ugetrlimit"
};

/* To servers of a remote index. */
static const char *const network_allowed[] = { "socket", "connect", "setsockopt", "sendmmsg",
					       "bind" };

/* A rule that is refused is a hole or a call that fails later: both end it here. */
static gboolean allow_all(scmp_filter_ctx filter, const char *const *names, gsize n)
{
	gboolean ok = TRUE;

	for (gsize i = 0; i < n; i++) {
		int number = seccomp_syscall_resolve_name(names[i]);
		if (number != __NR_SCMP_ERROR)
			ok &= seccomp_rule_add(filter, SCMP_ACT_ALLOW, number, 0) == 0;
	}
	return ok;
}

/* Files may be opened to read only. */
static gboolean allow_reading(scmp_filter_ctx filter)
{
	const guint64 writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
	const struct scmp_arg_cmp open_flags = SCMP_A1(SCMP_CMP_MASKED_EQ, writing, 0);
	const struct scmp_arg_cmp openat_flags = SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0);

	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, open_flags) == 0 &&
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, openat_flags) == 0;
}

/* Signals to itself alone, as abort() gives; limits are asked of itself, and set of nobody. */
static gboolean allow_itself(scmp_filter_ctx filter)
{
	const struct scmp_arg_cmp us = SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid());
	const struct scmp_arg_cmp itself = SCMP_A0(SCMP_CMP_EQ, 0);
	const struct scmp_arg_cmp sets_none = SCMP_A2(SCMP_CMP_EQ, 0);

	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, us) == 0 &&
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2, itself,
				sets_none) == 0;
}

static gboolean filter_calls(gboolean network)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));

	if (!filter)
		return FALSE;
	gboolean ok =
		allow_all(filter, allowed, G_N_ELEMENTS(allowed)) &&
		(!network || allow_all(filter, network_allowed, G_N_ELEMENTS(network_allowed))) &&
		allow_reading(filter) && allow_itself(filter) && seccomp_load(filter) == 0;
	seccomp_release(filter);
	return ok;
}

/* No more than so much, or than whoever started us allows. */
static gboolean limit(__rlimit_resource_t resource, rlim_t most)
{
	struct rlimit now;

	if (getrlimit(resource, &now) != 0)
		return FALSE;
	most = MIN(most, now.rlim_max);
	return setrlimit(resource, &(struct rlimit) { most, most }) == 0;
}

/* What is read beside the index: libraries that are loaded when they are needed (libzip, and those
 * of names of machines), the time zone. */
static const char *const system_files[] = { "/lib",
					    "/lib64",
					    "/usr/lib",
					    "/usr/lib64",
					    "/usr/local/lib",
					    "/usr/share/zoneinfo",
					    "/etc/ld.so.cache",
					    "/etc/localtime" };

/* To find servers of a remote index. */
static const char *const network_files[] = { "/etc/hosts",       "/etc/host.conf",
					     "/etc/gai.conf",    "/etc/nsswitch.conf",
					     "/etc/resolv.conf", "/etc/services" };

static void add_all(GPtrArray *to, const char *const *paths, gsize n)
{
	for (gsize i = 0; i < n; i++)
		g_ptr_array_add(to, (gpointer)paths[i]);
}

static gboolean restrict_reading(const GPtrArray *index, gboolean network)
{
	g_autoptr(GPtrArray) readable = g_ptr_array_new();

	add_all(readable, (const char *const *)index->pdata, index->len);
	add_all(readable, system_files, G_N_ELEMENTS(system_files));
	if (network)
		add_all(readable, network_files, G_N_ELEMENTS(network_files));
	return landlock_enter(readable);
}

gboolean sandbox_enter(const GPtrArray *index, gboolean network)
{
	gboolean ok = limit(RLIMIT_CORE, 0);

#ifndef __SANITIZE_ADDRESS__ /* which takes terabytes of addresses */
	ok &= limit(RLIMIT_AS, SANDBOX_MEMORY);
#endif
	return ok && restrict_reading(index, network) && filter_calls(network);
}
