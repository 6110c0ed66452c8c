/* What a disk and a system do once in a while, done on purpose: preloaded into a program.
 *
 *   FAULT=full   the FAULT_AT-th call that changes a disk fails (ENOSPC), and all after it
 *   FAULT=error  only that one fails (EIO)
 *   FAULT=slow   every second read or write is interrupted (EINTR), the others do a part
 *   FAULT=past   the clock stands ten years back
 *
 * With FAULT_LOG, the number of calls that change a disk is written there at the end. */
#define _GNU_SOURCE
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

static atomic_int changes, moves;

static int is(const char *fault)
{
	const char *set = getenv("FAULT");
	return set && strcmp(set, fault) == 0;
}

/* Whether this change of the disk is to fail; sets errno. */
static int fails(void)
{
	int n = atomic_fetch_add(&changes, 1) + 1;
	const char *set = getenv("FAULT_AT");
	int at = set ? atoi(set) : 0;

	if (!at || (is("full") ? n < at : !is("error") || n != at))
		return 0;
	errno = is("full") ? ENOSPC : EIO;
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

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *from, size_t n)
{
	if (on_disk(fd)) {
		if (fails())
			return -1;
		size_t m = part(n);
		if (n && !m)
			return -1;
		n = m;
	}
	return REAL(write)(fd, from, n);
}

ssize_t pwrite(int fd, const void *from, size_t n, off_t at)
{
	if (fails())
		return -1;
	size_t m = part(n);
	return n && !m ? -1 : REAL(pwrite)(fd, from, m, at);
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

#define CHANGE(name, args, pass)                                                                   \
	int name args                                                                              \
	{                                                                                          \
		return fails() ? -1 : REAL(name) pass;                                             \
	}
CHANGE(fsync, (int fd), (fd))
CHANGE(fdatasync, (int fd), (fd))
CHANGE(rename, (const char *from, const char *to), (from, to))
CHANGE(mkdir, (const char *path, mode_t mode), (path, mode))
CHANGE(ftruncate, (int fd, off_t length), (fd, length))
CHANGE(ftruncate64, (int fd, off_t length), (fd, length))

static int open_as(const char *path, int flags, mode_t mode)
{
	if (flags & O_CREAT && strncmp(path, "/dev/", 5) != 0 && fails())
		return -1;
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
		fprintf(log, "%d\n", changes);
		fclose(log);
	}
}
