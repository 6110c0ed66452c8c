# The server for assistants, used by the protocol's own clients.
. tests/tap.sh
needs node tests/browser/node_modules/.installed
"$BUILD/pilot-index" >/dev/null 2>&1
node tests/browser/mcp.mjs "$BUILD/pilot-search" >"$tmp/tap" 2>&1
cat "$tmp/tap"
