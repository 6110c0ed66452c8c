#include "landlock.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* How many rights over files each version of the interface has; a kernel refuses those that it
 * does not know. From the fifth on it stays the same. */
static const guint rights[] = { 0, 13, 14, 15, 15, 16 };

/* The rights that this kernel can take away; 0: none. A filter around us that refuses the
 * question is the same as a kernel that does not know it. */
static guint64 known_rights(void)
{
	long version =
		syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	guint last = G_N_ELEMENTS(rights) - 1;

	return version <= 0 ? 0 : ((guint64)1 << rights[MIN((guint)version, last)]) - 1;
}

static gboolean allow(int ruleset, const char *path)
{
	struct landlock_path_beneath_attr rule = { .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE };
	struct stat st;
	int fd = open(path, O_PATH | O_CLOEXEC);

	if (fd < 0)
		return errno == ENOENT || errno == ENOTDIR || errno == EACCES;
	rule.parent_fd = fd;
	gboolean ok = fstat(fd, &st) == 0;
	if (ok && S_ISDIR(st.st_mode))
		rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
	ok = ok &&
	     syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
	close(fd);
	return ok;
}

gboolean landlock_enter(const GPtrArray *readable)
{
	const struct landlock_ruleset_attr handled = { .handled_access_fs = known_rights() };

	if (!handled.handled_access_fs)
		return TRUE;
	int ruleset = (int)syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0);
	if (ruleset < 0)
		return FALSE;
	gboolean ok = TRUE;
	for (guint i = 0; i < readable->len; i++)
		ok &= allow(ruleset, readable->pdata[i]);
	ok = ok && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	     syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
	close(ruleset);
	return ok;
}
