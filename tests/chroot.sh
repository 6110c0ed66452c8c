# New Debians in directories, for tests: source this after tap.sh. Needs root and debootstrap.
# What runs in one has namespaces of its own: its mounts and processes end with it, also when the
# test is interrupted, and the directory is under $tmp.

mirror=${MIRROR:-http://deb.debian.org/debian}
running=
cgroup=$(awk '$3 == "cgroup2" { print $2; exit }' /proc/mounts)/pilotzoeker-test.$$ # of boot, below
# Killed, as unshare heeds nothing else; all that runs below it goes with it.
trap '[ -z "$running" ] || kill -KILL "$running" 2>/dev/null || true; wait; find "$cgroup" -depth -type d -exec rmdir {} + 2>/dev/null || true; rm -rf "$tmp"' EXIT
trap 'exit 130' INT TERM HUP
if [ "$(id -u)" -ne 0 ] || ! command -v debootstrap >/dev/null; then
	echo "$0: needs root and debootstrap (./setup --test)" >&2; exit 1
fi

# apart COMMAND...: with mounts and processes of its own; in the background, so that a signal
# need not wait for its end.
apart() {
	unshare --mount --pid --fork --kill-child "$@" & running=$!
	if wait "$running"; then set -- 0; else set -- $?; fi
	running=
	return "$1"
}

# What this machine reaches the registries by.
network=
for name in http_proxy https_proxy no_proxy; do
	eval "value=\${$name-}"
	[ -z "$value" ] || network="$network $name=$value"
done
certificates=/etc/ssl/extra.pem
[ -z "${NODE_EXTRA_CA_CERTS-}" ] || network="$network NODE_EXTRA_CA_CERTS=$certificates"

# chroot_new SUITE: sets $root
chroot_new() {
	root=$tmp/$1
	apart debootstrap --variant=minbase "$1" "$root" "$mirror" >"$tmp/debootstrap.log" 2>&1 || { tail -n 5 "$tmp/debootstrap.log" >&2; exit 1; }
	for file in /etc/apt/apt.conf.d/*proxy* /etc/apt/apt.conf.d/99*; do [ ! -e "$file" ] || cp "$file" "$root/etc/apt/apt.conf.d/"; done
	[ -z "${NODE_EXTRA_CA_CERTS-}" ] || { mkdir -p "$root/etc/ssl" && cp "$NODE_EXTRA_CA_CERTS" "$root$certificates"; }
	printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"; chmod 755 "$root/usr/sbin/policy-rc.d"
}

# inside COMMAND...: in $root
inside() {
	# shellcheck disable=SC2016,SC2086
	apart sh -c 'root=$1; shift
		mount --rbind /dev "$root/dev" && mount -t proc proc "$root/proc" && mount -t sysfs -o ro sys "$root/sys" &&
		exec chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"' \
		sh "$root" $network "$@"
}

# boot: starts the systemd of $root, as process 1 of namespaces and a cgroup of its own; booted
# COMMAND...: below it. FALSE where it cannot be started.
boot() {
	mkdir "$cgroup" 2>/dev/null || return
	# shellcheck disable=SC2016
	sh -c 'echo $$ >"$2/cgroup.procs" && exec unshare --mount --pid --cgroup --uts --ipc --fork --kill-child sh -c "$3" sh "$1"' sh "$root" "$cgroup" '
		root=$1 && mount --make-rprivate / && mount --bind "$root" "$root" && cd "$root" && mount --rbind /dev dev && mount -t proc proc proc && mount -t sysfs sys sys &&
		mount -t cgroup2 cgroup sys/fs/cgroup && mount -t tmpfs run run && mkdir run/lock old && pivot_root . old && umount -l old &&
		exec env -i container=test PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --system --show-status=no' >"$tmp/boot.log" 2>&1 &
	running=$!
	for _ in $(seq 60); do
		sleep 0.5
		kill -0 "$running" 2>/dev/null || break
		booted systemctl is-system-running 2>/dev/null | grep -q 'running\|degraded' && return
	done
	shut; return 1
}
booted() { nsenter --target "$(pgrep -P "$running")" --all --wd=/ env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
shut() {
	kill -KILL "$running" 2>/dev/null || true; wait "$running" || true; running=
	for _ in 1 2 3 4 5 6 7 8 9; do find "$cgroup" -depth -type d -exec rmdir {} + 2>/dev/null && break; sleep 0.2; done
}
