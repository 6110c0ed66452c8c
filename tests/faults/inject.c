/* What a disk and a system do once in a while, done on purpose: preloaded into a program.
 *
 *   FAULT=full      the FAULT_AT-th call that changes a disk fails (ENOSPC), and all after it
 *   FAULT=error     only that one fails (EIO)
 *   FAULT=readonly  the same (EROFS)
 *   FAULT=files     the FAULT_AT-th opening of a file or directory fails (EMFILE)
 *   FAULT=short     the FAULT_AT-th call that changes a disk writes a part, when it writes
 *   FAULT=slow      every second read or write is interrupted (EINTR), the others do a part
 *   FAULT=past      the clock stands ten years back
 *
 * With FAULT_LOG, the numbers of calls that change a disk and of openings are written there at
 * the end. With FAULT_TRACE, each write, sync and rename is appended there, a line each: what it
 * is, a tab and the path. With FAULT_RECORD, all that changes a disk, with what was written
 * (powerloss.py reads it). */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static atomic_int changes, moves, opens;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int is(const char *fault)
{
	const char *set = getenv("FAULT");
	return set && strcmp(set, fault) == 0;
}

/* Whether call n of its kind is the one. */
static int is_at(int n)
{
	const char *set = getenv("FAULT_AT");
	int at = set ? atoi(set) : 0;
	return at && (is("full") ? n >= at : n == at);
}

/* Whether this change of the disk is to fail; sets errno. part: whether it is to do a part. */
static int fails_or(int *part)
{
	static const struct {
		const char *fault;
		int code;
	} faults[] = { { "full", ENOSPC }, { "error", EIO }, { "readonly", EROFS } };

	if (!is_at(atomic_fetch_add(&changes, 1) + 1))
		return 0;
	*part = is("short");
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
		if (is(faults[i].fault)) {
			errno = faults[i].code;
			return 1;
		}
	return 0;
}

static int fails(void)
{
	int part = 0;
	return fails_or(&part);
}

static void trace(const char *what, const char *path)
{
	const char *to = getenv("FAULT_TRACE");
	FILE *log = to ? fopen(to, "a") : NULL;

	if (log) {
		fprintf(log, "%s\t%s\n", what, path);
		fclose(log);
	}
}

/* A line of tabs between what, path, another path, place and length; then so many bytes. */
static void record(const char *what, const char *path, const char *to, off_t at, const void *bytes,
		   size_t n)
{
	const char *file = getenv("FAULT_RECORD");
	FILE *log = file ? fopen(file, "a") : NULL;

	if (log) {
		fprintf(log, "%s\t%s\t%s\t%lld\t%zu\n", what, path, to, (long long)at, n);
		fwrite(bytes, 1, n, log);
		fclose(log);
	}
}

/* The path of what is open; "" where nobody asks. */
static const char *path_of(int fd, char path[4096])
{
	char link[64];

	snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	ssize_t n =
		getenv("FAULT_TRACE") || getenv("FAULT_RECORD") ? readlink(link, path, 4095) : -1;
	path[n > 0 ? n : 0] = '\0';
	return path;
}

static void trace_fd(const char *what, int fd)
{
	char path[4096];

	trace(what, path_of(fd, path));
}

static void record_fd(const char *what, int fd, off_t at, const void *bytes, size_t n)
{
	char path[4096];

	record(what, path_of(fd, path), "", at, bytes, n);
}

/* Those of the system fail all programs alike. */
static int is_of_system(const char *path)
{
	static const char *const dirs[] = { "/dev/", "/proc/", "/sys/", "/etc/", "/usr/", "/lib" };

	for (size_t i = 0; i < sizeof dirs / sizeof *dirs; i++)
		if (strncmp(path, dirs[i], strlen(dirs[i])) == 0)
			return 1;
	return 0;
}

static int cannot_open(const char *path)
{
	if (is_of_system(path) || !is_at(atomic_fetch_add(&opens, 1) + 1) || !is("files"))
		return 0;
	errno = EMFILE;
	return 1;
}

/* Standard output and the like are no disk. */
static int on_disk(int fd)
{
	struct stat st;
	return fd > 2 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
}

/* How many of n bytes to move; 0 to be interrupted. */
static size_t part(size_t n)
{
	if (!is("slow"))
		return n;
	if (atomic_fetch_add(&moves, 1) % 2 == 0) {
		errno = EINTR;
		return 0;
	}
	return n > 1 ? n / 2 : n;
}

/* How many bytes of n to write; -1 for an error. */
static ssize_t to_write(int fd, size_t n)
{
	int half = 0;

	if (fails_or(&half))
		return -1;
	trace_fd("write", fd);
	size_t m = half ? (n + 1) / 2 : part(n);
	return n && !m ? -1 : (ssize_t)m;
}

ssize_t write(int fd, const void *from, size_t n)
{
	ssize_t m = on_disk(fd) ? to_write(fd, n) : (ssize_t)n;
	if (on_disk(fd) && m > 0)
		record_fd("write", fd, lseek(fd, 0, SEEK_CUR), from, (size_t)m);
	return m < 0 ? -1 : REAL(write)(fd, from, (size_t)m);
}

ssize_t pwrite(int fd, const void *from, size_t n, off_t at)
{
	ssize_t m = to_write(fd, n);
	if (m > 0)
		record_fd("write", fd, at, from, (size_t)m);
	return m < 0 ? -1 : REAL(pwrite)(fd, from, (size_t)m, at);
}

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t n, unsigned flags)
{
	ssize_t m = to_write(out, n);
	if (m < 0)
		return -1;
	off_t source = from ? *from : lseek(in, 0, SEEK_CUR);
	off_t at = to ? *to : lseek(out, 0, SEEK_CUR);
	m = REAL(copy_file_range)(in, from, out, to, (size_t)m, flags);
	char *copied = m > 0 && getenv("FAULT_RECORD") ? malloc((size_t)m) : NULL;
	if (copied && REAL(pread)(in, copied, (size_t)m, source) == m)
		record_fd("write", out, at, copied, (size_t)m);
	free(copied);
	return m;
}

ssize_t pwrite64(int fd, const void *from, size_t n, off_t at)
{
	return pwrite(fd, from, n, at);
}

ssize_t read(int fd, void *to, size_t n)
{
	size_t m = on_disk(fd) ? part(n) : n;
	return n && !m ? -1 : REAL(read)(fd, to, m);
}

ssize_t pread(int fd, void *to, size_t n, off_t at)
{
	size_t m = part(n);
	return n && !m ? -1 : REAL(pread)(fd, to, m, at);
}

ssize_t pread64(int fd, void *to, size_t n, off_t at)
{
	return pread(fd, to, n, at);
}

#define CHANGE(name, args, pass, note)                                                             \
	int name args                                                                              \
	{                                                                                          \
		if (fails())                                                                       \
			return -1;                                                                 \
		note;                                                                              \
		return REAL(name) pass;                                                            \
	}
CHANGE(unlink, (const char *path), (path), record("remove", path, "", 0, "", 0))
CHANGE(rmdir, (const char *path), (path), record("remove", path, "", 0, "", 0))
CHANGE(mkdir, (const char *path, mode_t mode), (path, mode), record("mkdir", path, "", 0, "", 0))
CHANGE(ftruncate, (int fd, off_t length), (fd, length), record_fd("cut", fd, length, "", 0))
CHANGE(ftruncate64, (int fd, off_t length), (fd, length), record_fd("cut", fd, length, "", 0))

static int sync_as(const char *name, int fd)
{
	if (fails())
		return -1;
	trace_fd("sync", fd);
	record_fd("sync", fd, 0, "", 0);
	return ((int (*)(int))dlsym(RTLD_NEXT, name))(fd);
}

int fsync(int fd)
{
	return sync_as("fsync", fd);
}

int fdatasync(int fd)
{
	return sync_as("fdatasync", fd);
}

int rename(const char *from, const char *to)
{
	if (fails())
		return -1;
	trace("rename", to);
	record("rename", from, to, 0, "", 0);
	return REAL(rename)(from, to);
}

DIR *opendir(const char *path)
{
	return cannot_open(path) ? NULL : REAL(opendir)(path);
}

static int open_as(const char *path, int flags, mode_t mode)
{
	if (cannot_open(path) || (flags & O_CREAT && !is_of_system(path) && fails()))
		return -1;
	if (flags & O_CREAT && !is_of_system(path))
		record("create", path, "", 0, "", 0);
	if (flags & O_TRUNC && !is_of_system(path))
		record("cut", path, "", 0, "", 0);
	return ((int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open64"))(path, flags, mode);
}

#define OPEN(name)                                                                                 \
	int name(const char *path, int flags, ...)                                                 \
	{                                                                                          \
		va_list args;                                                                      \
		va_start(args, flags);                                                             \
		mode_t mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;                          \
		va_end(args);                                                                      \
		return open_as(path, flags, mode);                                                 \
	}
OPEN(open)
OPEN(open64)

#define TEN_YEARS (10L * 365 * 86400)

int clock_gettime(clockid_t clock, struct timespec *ts)
{
	int status = REAL(clock_gettime)(clock, ts);

	if (clock == CLOCK_REALTIME && is("past"))
		ts->tv_sec -= TEN_YEARS;
	return status;
}

int gettimeofday(struct timeval *restrict tv, void *restrict zone)
{
	int status = REAL(gettimeofday)(tv, zone);

	if (is("past"))
		tv->tv_sec -= TEN_YEARS;
	return status;
}

__attribute__((destructor)) static void tell(void)
{
	const char *path = getenv("FAULT_LOG");
	FILE *log = path ? fopen(path, "w") : NULL;

	if (log) {
		fprintf(log, "%d %d\n", changes, opens);
		fclose(log);
	}
}
