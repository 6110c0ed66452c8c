# The mail of what is new: what the timer of the package runs, with a mailer that keeps what it gets.
# shellcheck disable=SC2013
. tests/tap.sh
needs jq base64

in=$tmp/in
mkdir "$in" "$tmp/bin" "$tmp/state"; cp "$annex" "$in"
PATH=$tmp/bin:$PATH
ln -s "$PWD/$BUILD/pilot-search" "$tmp/bin/pilot-search"
cat >"$tmp/bin/sendmail" <<'END'
#!/bin/sh
[ ! -e "$MAILS/refuse" ] || exit 75
echo "$@" >"$MAILS/arguments"
cat >"$MAILS/mail"
END
chmod +x "$tmp/bin/sendmail"
index() { SOURCE_DATE_EPOCH=$(date -u -d "$1" +%s) "$BUILD/pilot-index" "$in" >/dev/null 2>&1; }
# send STATUS DESCRIPTION [SETTING...]: what the unit runs
send() {
	status=$1 what=$2; shift 2; rm -f "$tmp/mail"
	exits "$status" "$what" env MAILS="$tmp" STATE_DIRECTORY="$tmp/state" PILOTZOEKER_INDEX="$PILOTZOEKER_INDEX" "$@" debian/mail-news
}
to=PILOTZOEKER_MAIL=pilots@ministerie.example
mails() { is "$([ -e "$tmp/mail" ] && echo een || echo geen)" "$1" "$2"; }
body() { sed '1,/^$/d' "$tmp/mail" | base64 -d; }

index 2022-01-10T10:00:00Z
send 0 "without an address"
mails geen "there is no mail"
like "$err" 'PILOTZOEKER_MAIL is not set' "and that is said"
send 0 "the first time" $to
mails geen "there is none"
is "$(cat "$tmp/state/since")" 2022-01-10T10:00:01Z "what is there is remembered"
send 0 "nothing new" $to
mails geen "no mail"

cp tests/search/tweede-editie.txt "$in"
index 2022-06-20T10:00:00Z
touch "$tmp/refuse"
send 75 "a mailer that fails" $to
is "$(cat "$tmp/state/since")" 2022-01-10T10:00:01Z "loses nothing"
rm "$tmp/refuse"
send 0 "a new annex" $to
mails een "a mail"
is "$(cat "$tmp/arguments")" "-i -t" "given to sendmail"
is "$(sed '/^$/q' "$tmp/mail")" "To: pilots@ministerie.example
Subject: Nieuw in de pilotzoeker
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64" "with what a mail begins with"
is "$(wc -L <"$tmp/mail")" 76 "and lines that every mailer takes"
is "$(body)" "$("$BUILD/pilot-search" --new-since 2022-01-10T10:00:01Z)" "of what came since"
send 0 "after that" $to
mails geen "nothing is told twice"

# of a query
next=$(cat "$tmp/state/since")
printf 'Bijlage 9, peildatum 1 juni 2022\nWaterloket\t<u>Doel</u> Inwoners van Waterstad helpen.\n' >"$in/derde.txt"
index 2022-06-21T10:00:00Z
send 0 "what a query does not find" $to PILOTZOEKER_MAIL_VRAAG="zolder OR plaats:Zwolle"
mails geen "is not told"
echo "$next" >"$tmp/state/since"
send 0 "what it finds" $to PILOTZOEKER_MAIL_VRAAG="zolder OR waterstad"
like "$(body)" '^Waterloket \(peildatum 1 juni 2022\)$' "is"
echo "$next" >"$tmp/state/since"
send 2 "a query that cannot be" $to PILOTZOEKER_MAIL_VRAAG="Wat doet u voor huurders met een geschil?"
like "$err" 'takes words, not a question' "is told in the journal"
is "$(cat "$tmp/state/since")" "$next" "and loses nothing"
send 3 "nor does an index that is not there" $to PILOTZOEKER_INDEX="$tmp/none"
is "$(cat "$tmp/state/since")" "$next" "which comes back"

# the unit runs this, with these settings
unit=debian/systemd/pilotzoeker-mail.service
is "$(sed -n 's/^ExecStart=//p' $unit) $(sed -n 's,^debian/mail-news ,,p' debian/pilotzoeker-web.install)" "/usr/lib/pilotzoeker/mail-news usr/lib/pilotzoeker" "the unit runs what is installed"
for name in $(grep -o 'PILOTZOEKER_MAIL[A-Z_]*' debian/mail-news | sort -u); do ok "$name is among the settings" grep -q "^#$name=" debian/settings; done
done_testing
