# Real web servers for tests, with the configurations of doc/servers/: source this after
# tap.sh, call start NAME (lighttpd-fastcgi …), which sets $url; stop ends it. Everything a
# server needs is under $tmp/run, readable for the user it runs as.

PATH=$PATH:/usr/sbin
chmod 755 "$tmp"
server='' helper=''
export PILOTZOEKER_RUN="$tmp/run" PILOTZOEKER_CGI="$tmp/run/pilot-search.cgi"
# An index that servers read; the tests publish to it.
export PILOTZOEKER_INDEX="$tmp/index"

# What runs of what cgi-fcgi started: nobody's children, and zombies where process 1 reaps none.
standing() {
	for process in $(pgrep -f "^$tmp/run/pilot-search.cgi"); do
		grep -qs '^State:.Z' "/proc/$process/status" || echo "$process"
	done
}
stop() {
	for process in $server $([ -z "$helper" ] || pgrep -P "$helper") $helper $(standing); do kill "$process" 2>/dev/null; done
	for process in $server $helper; do wait "$process" 2>/dev/null; done
	server='' helper=''
}
trap 'stop; rm -rf "$tmp"' EXIT

# A port that nobody listens on: the kernel tells by refusing.
free_port() {
	port=$((20000 + $$ % 20000))
	while curl -s -o /dev/null "http://127.0.0.1:$port/"; do port=$((port + 1)); done
	echo "$port"
}

# fastcgi PROGRAM: listens on $tmp/run/fastcgi
fastcgi() {
	spawn-fcgi -n -s "$tmp/run/fastcgi" -M 666 -- "$@" >>"$tmp/server.log" 2>&1 & helper=$!
	for _ in $(seq 100); do [ -S "$tmp/run/fastcgi" ] && return; sleep 0.05; done
}
nginx_here() {
	sed "s|/run/pilotzoeker|$tmp/run|g; s|127.0.0.1:8080|127.0.0.1:$PORT|" "doc/servers/$1.conf" >"$tmp/run/nginx.conf"
	nginx -e "$tmp/run/error.log" -c "$tmp/run/nginx.conf" >>"$tmp/server.log" 2>&1 & server=$!
}
apache_here() { apache2 -DFOREGROUND -f "$PWD/doc/servers/$1.conf" >>"$tmp/server.log" 2>&1 & server=$!; }

# The CGI program that hands over to FastCGI, as an administrator would install it.
install_cgi_fcgi() {
	sed "s|/run/pilotzoeker-cgi|$tmp/run|g; s|/usr/lib/cgi-bin|$tmp/run|g" doc/servers/cgi-fcgi >"$tmp/run/zoek"
	chmod 755 "$tmp/run/zoek"
}

# start NAME: a server with -cgi-fcgi has its -cgi.conf, and that program
start() {
	stop; rm -rf "$tmp/run"; mkdir -p "$tmp/run"; chmod 777 "$tmp/run"
	cp "$BUILD/pilot-search.cgi" "$tmp/run/"; ln -s "$PILOTZOEKER_INDEX" "$tmp/run/index"
	chmod -R a+rX "$PILOTZOEKER_INDEX"
	PORT=$(free_port) base='' PILOTZOEKER_CGI=$tmp/run/pilot-search.cgi
	export PORT
	case $1 in *-cgi-fcgi) install_cgi_fcgi; PILOTZOEKER_CGI=$tmp/run/zoek ;; esac
	case $1 in
	lighttpd-*) lighttpd -D -f "doc/servers/${1%-fcgi}.conf" >>"$tmp/server.log" 2>&1 & server=$! ;;
	nginx-fastcgi) fastcgi doc/servers/keep-running "$PILOTZOEKER_CGI"; nginx_here "$1" ;;
	nginx-cgi) fastcgi "$(command -v fcgiwrap)" -c 4; nginx_here "$1" ;;
	apache-fastcgi) fastcgi doc/servers/keep-running "$PILOTZOEKER_CGI"; apache_here "$1" ;;
	apache-cgi*) apache_here "${1%-fcgi}" ;;
	esac
	case $1 in lighttpd-cgi* | apache-cgi*) base=/zoek ;; esac
	url=http://127.0.0.1:$PORT$base
	for _ in $(seq 100); do
		[ "$(curl -s "$url/gezond")" = gezond ] && return
		sleep 0.1
	done
	echo "# $1 did not start:"; sed 's/^/# /' "$tmp/server.log" "$tmp"/run/*.log
}
