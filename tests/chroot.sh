# New Debians in directories, for tests: source this after tap.sh. Needs root and debootstrap.
# What runs in one has namespaces of its own: its mounts and processes end with it, also when the
# test is interrupted, and the directory is under $tmp.

mirror=${MIRROR:-http://deb.debian.org/debian}
running=
# Killed, as unshare heeds nothing else; all that runs below it goes with it.
trap '[ -z "$running" ] || kill -KILL "$running" 2>/dev/null || true; wait; rm -rf "$tmp"' EXIT
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
