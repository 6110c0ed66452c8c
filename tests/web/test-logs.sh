# What people search for stands in no log of a web server that has the configuration of the package,
# also where the server itself writes logs of all its sites, as those of Debian do.
# shellcheck disable=SC2016
. tests/tap.sh
needs curl apache2 nginx lighttpd spawn-fcgi pgrep
. tests/servers.sh

"$BUILD/pilot-index" >/dev/null 2>&1
mkdir -p "$tmp/run/log"; chmod 777 "$tmp/run" "$tmp/run/log"; chmod -R a+rX "$PILOTZOEKER_INDEX"
cp "$BUILD/pilot-search.cgi" "$tmp/run/"
PORT=$(free_port) url=http://127.0.0.1:$PORT
snippet() { sed "s|/run/pilotzoeker/web.sock|$tmp/run/fastcgi|; s|/var/log/nginx|$tmp/run/log|" "debian/servers/$1.conf" >"$tmp/run/snippet.conf"; }
# logs NAME SEEN: a page, and one that fails, with a word that may be in no file; SEEN is in one of them
logs() {
	fastcgi doc/servers/keep-running "$tmp/run/pilot-search.cgi"
	for _ in $(seq 100); do [ "$(curl -s "$url/gezond")" = gezond ] && break; sleep 0.1; done
	like "$(curl -s -e "$url/?q=geheimwoord" "$url/?q=geheimwoord")" geheimwoord "$1: a page for a word"
	kill "$helper"; wait "$helper" 2>/dev/null; helper=; rm -f "$tmp/run/fastcgi"
	like "$(curl -s -o /dev/null -w '%{http_code}' -e "$url/?q=geheimwoord" "$url/?q=geheimwoord")" '^50[0-9]$' "$1: and an error, when the program is not there"
	sleep 0.3
	kill "$server"; wait "$server" 2>/dev/null; server=
	[ -z "$2" ] || like "$(cat "$tmp"/run/log/*)" "$2" "$1: it has a log"
	# lighttpd has no setting for this line, which doc/beheer.md tells of
	is "$(grep -rh geheimwoord "$tmp/run/log" "$tmp/server.log" | grep -v 'all handlers for .* are down')" "" "$1: the word is in no log"
	rm -f "$tmp"/run/log/*
}

snippet nginx
printf 'user www-data;\npid %s/nginx.pid;\ndaemon off;\nerror_log %s/log/error.log;\nevents { }\nhttp {\n\taccess_log %s/log/access.log;\n' "$tmp/run" "$tmp/run" "$tmp/run" >"$tmp/run/nginx.conf"
for kind in client_body proxy fastcgi uwsgi scgi; do printf '\t%s_temp_path %s/%s;\n' $kind "$tmp/run" $kind; done >>"$tmp/run/nginx.conf"
printf '\tserver { listen 127.0.0.1:%s;\n\tinclude %s/snippet.conf; }\n}\n' "$PORT" "$tmp/run" >>"$tmp/run/nginx.conf"
nginx -e "$tmp/run/log/error.log" -c "$tmp/run/nginx.conf" >>"$tmp/server.log" 2>&1 & server=$!
logs nginx ''

snippet apache
cat >"$tmp/run/apache.conf" <<END
ServerName localhost
ServerRoot $tmp/run
DefaultRuntimeDir $tmp/run
Listen 127.0.0.1:$PORT
PidFile $tmp/run/apache.pid
ErrorLog $tmp/run/log/error.log
User www-data
Group www-data
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule proxy_module /usr/lib/apache2/modules/mod_proxy.so
LoadModule proxy_fcgi_module /usr/lib/apache2/modules/mod_proxy_fcgi.so
LogFormat "%h %l %u %t \"%r\" %>s %O \"%{Referer}i\" \"%{User-Agent}i\"" combined
LogFormat "%v:%p %h %l %u %t \"%r\" %>s %O \"%{Referer}i\"" vhost_combined
CustomLog $tmp/run/log/other.log vhost_combined
Include $tmp/run/snippet.conf
<VirtualHost *:$PORT>
	CustomLog $tmp/run/log/access.log combined
	CustomLog $tmp/run/log/all.log vhost_combined
</VirtualHost>
END
apache2 -DFOREGROUND -f "$tmp/run/apache.conf" >>"$tmp/server.log" 2>&1 & server=$!
logs apache '"GET / HTTP'

snippet lighttpd
{ printf 'server.modules = ("mod_accesslog")\nserver.port = %s\nserver.bind = "127.0.0.1"\nserver.document-root = "%s"\nserver.errorlog = "%s/log/error.log"\naccesslog.filename = "%s/log/access.log"\n' "$PORT" "$tmp/run" "$tmp/run" "$tmp/run"
	grep -o 'accesslog.format = .*"' doc/beheer.md; printf 'include "%s/snippet.conf"\n' "$tmp/run"; } >"$tmp/run/lighttpd.conf"
lighttpd -D -f "$tmp/run/lighttpd.conf" >>"$tmp/server.log" 2>&1 & server=$!
logs lighttpd '"GET / HTTP'
done_testing
