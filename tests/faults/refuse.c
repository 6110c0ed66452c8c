/* refuse NAME... -- COMMAND...: runs a command below a system that refuses these calls (EINVAL). */
#include <errno.h>
#include <seccomp.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	int i = 1;

	for (; filter && i < argc && strcmp(argv[i], "--") != 0; i++)
		if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL),
				     seccomp_syscall_resolve_name(argv[i]), 0) != 0)
			return 126;
	if (!filter || i + 1 >= argc || seccomp_load(filter) != 0)
		return 126;
	execvp(argv[i + 1], argv + i + 1);
	return 127;
}
