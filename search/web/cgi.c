/* pilot-search.cgi: one binary for CGI and FastCGI. It never reads its arguments: a web
 * server may put a query string there (RFC 3875, 4.4). */
#include <fastcgi.h>
#include <fcgiapp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fatal.h"
#include "limit.h"
#include "paths.h"
#include "sandbox.h"
#include "web.h"

/* Set by SIGTERM: the request in hand is answered, then the loop ends. */
static volatile sig_atomic_t stop;

/* Without its socket accept() ends with an error, also when it is entered only after this;
 * what reads and writes goes on as if nothing happened (SA_RESTART). */
static void on_term(int signal_number)
{
	(void)signal_number;
	if (!stop) /* a second time the descriptor may be something else's */
		close(FCGI_LISTENSOCK_FILENO);
	stop = 1;
}

static const char *fastcgi_variable(const char *name, gpointer user)
{
	FCGX_Request *fcgi = user;
	return FCGX_GetParam(name, fcgi->envp);
}

static gsize fastcgi_read(char *to, gsize max, gpointer user)
{
	FCGX_Request *fcgi = user;
	int n = limit_is_late() ? 0 : FCGX_GetStr(to, (int)max, fcgi->in);
	return n > 0 ? (gsize)n : 0;
}

static const char *cgi_variable(const char *name, gpointer user)
{
	(void)user;
	return g_getenv(name);
}

static gsize cgi_read(char *to, gsize max, gpointer user)
{
	(void)user;
	return limit_is_late() ? 0 : fread(to, 1, max, stdin);
}

static const char *setting(const char *name, const char *standard)
{
	const char *value = g_getenv(name);
	return value && *value ? value : standard;
}

static guint cpu_ms(void)
{
	return limit_ms("PILOTZOEKER_CPU_MS", LIMIT_CPU_MS);
}

/* The index that is served now: opened anew when another generation is published. */
typedef struct {
	char *path, *stub;
	Index *index;
	GError *error;
	struct timespec published; /* when the stub was written, of the index that is open */
	ino_t inode;
	gboolean partial; /* goes on without servers that cannot be reached … */
	gint64 opened;    /* … and tries them again after a while: monotonic time */
	struct stat home; /* the directory of the stub, which the sandbox lets us read */
	gboolean refused; /* the sandbox: then nothing is read, of a request or of the index */
} Served;

#define TRY_AGAIN (10 * G_USEC_PER_SEC)

/* Whether the index that is open will do, as far as can be seen without asking it. */
static gboolean is_fresh(const Served *s, const struct stat *now)
{
	return s->index && now->st_ino == s->inode && now->st_mtim.tv_sec == s->published.tv_sec &&
	       now->st_mtim.tv_nsec == s->published.tv_nsec &&
	       (!s->index->missing->len || g_get_monotonic_time() - s->opened < TRY_AGAIN);
}

/* Whether another directory has the place of the one that may be read: that of an index which was
 * moved or came later, for which a new process is needed. */
static gboolean is_elsewhere(const Served *s)
{
	g_autofree char *home = g_path_get_dirname(s->stub);
	struct stat now;

	return stat(home, &now) == 0 &&
	       (now.st_ino != s->home.st_ino || now.st_dev != s->home.st_dev);
}

static void refresh(Served *s)
{
	struct stat now = { 0 };

	if (stat(s->stub, &now) == 0 && is_fresh(s, &now))
		return;
	g_clear_error(&s->error);
	Index *fresh = index_open(s->path, s->partial, &s->error);
	s->opened = g_get_monotonic_time();
	if (!fresh && s->index && now.st_ino == 0)
		return; /* the stub is gone: what is open still answers */
	if (!fresh && is_elsewhere(s)) {
		stop = 1; /* after this request */
		if (s->index)
			return;
	}
	index_free(s->index);
	s->index = fresh;
	s->published = now.st_mtim;
	s->inode = now.st_ino;
}

/* ---- one request ------------------------------------------------------------------- */

/* A server of a shard closes a connection that nobody uses, and may have been started anew:
 * so an index that fails is opened once more before that is the answer. */
static HttpAnswer *answer_request(Served *served, const Site *site, HttpRequest *http)
{
	HttpAnswer *found = web_answer(served->index, site, http);

	if (found->status != 503 || !served->index)
		return found;
	g_clear_pointer(&served->index, index_free);
	http_answer_free(found);
	refresh(served);
	return web_answer(served->index, site, http);
}

/* The whole answer to one request, ready to send. */
static GString *answer(const HttpSource *source, Served *served, const Site *site)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(HttpRequest) http = NULL;
	g_autoptr(HttpAnswer) found = NULL;
	const char *path = source->variable("PATH_INFO", source->user);

	if (served->refused) {
		found = web_unconfined(site, path);
		return http_answer_text(found, FALSE, site->frame_ancestors);
	}
	limit_wait_start(limit_ms("PILOTZOEKER_WAIT_MS", LIMIT_WAIT_MS));
	http = http_request_new(source, &error);
	limit_wait_stop();
	refresh(served);
	if (http)
		found = answer_request(served, site, http);
	else if (limit_is_late())
		found = web_late(site, path);
	else
		found = web_bad_request(site, path, error->message);
	gboolean head = http && strcmp(http->method, "HEAD") == 0;
	return http_answer_text(found, head, site->frame_ancestors);
}

/* What is said to a request that takes too much: made before it is needed, once. */
typedef struct {
	GString *page, *problem;
} LastWords;

static GString *too_dear(const Site *site, const char *path)
{
	g_autoptr(HttpAnswer) sorry = web_too_dear(site, path);
	return http_answer_text(sorry, FALSE, site->frame_ancestors);
}

static LastWords last_words_new(const Site *site)
{
	return (LastWords) { too_dear(site, "/"), too_dear(site, "/v1/") };
}

static const GString *last_words_for(const LastWords *words, const HttpSource *source)
{
	const char *path = source->variable("PATH_INFO", source->user);
	return path && g_str_has_prefix(path, "/v1/") ? words->problem : words->page;
}

static void last_words_clear(LastWords *words)
{
	g_string_free(words->page, TRUE);
	g_string_free(words->problem, TRUE);
}

/* CGI: one request, in the environment. */
static int serve_once(Served *served, const Site *site)
{
	const HttpSource source = { cgi_variable, cgi_read, NULL };
	g_autoptr(GString) sorry = too_dear(site, cgi_variable("PATH_INFO", NULL));

	limit_start(cpu_ms(), STDOUT_FILENO, sorry->str, sorry->len);
	g_autoptr(GString) text = answer(&source, served, site);
	limit_stop();
	setvbuf(stdout, NULL, _IONBF,
		0); /* a buffer that is refused now would be no answer at all */
	fwrite(text->str, 1, text->len, stdout);
	return fflush(stdout) != 0;
}

/* ---- FastCGI ------------------------------------------------------------------------- */

/* Appends a record of the protocol (FastCGI 1.0, section 3.3). */
static void append_record(GString *out, guchar type, const FCGX_Request *fcgi, const char *content,
			  gsize len)
{
	const guchar header[FCGI_HEADER_LEN] = { FCGI_VERSION_1,
						 type,
						 (guchar)(fcgi->requestId >> 8),
						 (guchar)fcgi->requestId,
						 (guchar)(len >> 8),
						 (guchar)len };

	g_string_append_len(out, (const char *)header, sizeof header);
	g_string_append_len(out, content, (gssize)len);
}

/* The same last words, as the records that end a request: the library could not be called
 * any more. */
static GString *last_records(const FCGX_Request *fcgi, const GString *sorry)
{
	static const char complete[8] = { 0 }; /* FCGI_REQUEST_COMPLETE, status 0 */
	GString *records = g_string_new(NULL);

	append_record(records, FCGI_STDOUT, fcgi, sorry->str, MIN(sorry->len, 0xffff));
	append_record(records, FCGI_STDOUT, fcgi, "", 0);
	append_record(records, FCGI_END_REQUEST, fcgi, complete, sizeof complete);
	return records;
}

/* Requests until SIGTERM; the one in hand is finished. */
static int serve_many(Served *served, const Site *site)
{
	FCGX_Request fcgi;
	const HttpSource source = { fastcgi_variable, fastcgi_read, &fcgi };
	struct sigaction action = { .sa_handler = on_term, .sa_flags = SA_RESTART };
	const guint limit = cpu_ms();

	sigaction(SIGTERM, &action, NULL);
	signal(SIGHUP, SIG_IGN); /* a terminal that closes, or who thinks it reads settings again */
	if (FCGX_Init() != 0 || FCGX_InitRequest(&fcgi, FCGI_LISTENSOCK_FILENO, 0) != 0)
		return 1;
	LastWords words = last_words_new(site);
	if (!served->refused)
		refresh(served);
	limit_stop(); /* of the start */
	while (!stop && FCGX_Accept_r(&fcgi) == 0) {
		g_autoptr(GString) sorry = last_records(&fcgi, last_words_for(&words, &source));
		limit_start(limit, fcgi.ipcFd, sorry->str, sorry->len);
		g_autoptr(GString) text = answer(&source, served, site);
		limit_stop();
		FCGX_PutStr(text->str, (int)text->len, fcgi.out);
		FCGX_Finish_r(&fcgi);
	}
	last_words_clear(&words);
	return 0;
}

/* What an index is read from, as its stub has it: its directory, and those around databases that
 * are elsewhere, where the next generation will be. Sets remote when some are on other machines. */
static GPtrArray *index_files(const char *stub, gboolean *remote)
{
	GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *text = NULL;

	g_ptr_array_add(files, g_path_get_dirname(stub));
	g_ptr_array_add(files, g_strdup(stub)); /* it may be a link */
	*remote = FALSE;
	if (!g_file_get_contents(stub, &text, NULL, NULL))
		return files;
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line; line++) {
		*remote |= g_str_has_prefix(*line, "remote ");
		if (g_str_has_prefix(*line, "auto /"))
			g_ptr_array_add(files, g_path_get_dirname(*line + strlen("auto ")));
	}
	return files;
}

/* FALSE when the system refuses, and no setting says to go on. */
static gboolean confine(const char *stub)
{
	gboolean remote;
	g_autoptr(GPtrArray) files = index_files(stub, &remote);
/* Sanitizers search for leaks with a thread that traces us; coverage is written to files. */
#if defined __SANITIZE_ADDRESS__ || defined COVERAGE
	return TRUE;
#else
	gboolean needed = strcmp(setting("PILOTZOEKER_UNCONFINED", "0"), "1") != 0;

	if (sandbox_enter(files, remote))
		return TRUE;
	g_warning("the system refuses the sandbox (seccomp, Landlock); %s",
		  needed ? "nothing is answered but 503, unless PILOTZOEKER_UNCONFINED=1 is set"
			 : "PILOTZOEKER_UNCONFINED=1: it goes on without");
	return !needed;
#endif
}

/* Of a CGI that ends before there is memory for a page. */
const char fatal_first_words[] =
	"Status: 503 Service Unavailable\r\nContent-Type: text/html; charset=utf-8\r\n"
	"Cache-Control: no-store\r\nRetry-After: 10\r\n\r\n<!DOCTYPE html>\n<html lang=\"nl\">"
	"<title>Nu even niet</title><h1>Nu even niet</h1><p>De zoekmachine heeft het te druk. "
	"Probeer het straks opnieuw.</p></html>\n";

int main(void)
{
	const Site site = { setting("PILOTZOEKER_NAAM", "Pilotzoeker"),
			    setting("PILOTZOEKER_CSS", NULL),
			    setting("PILOTZOEKER_FRAME_ANCESTORS", "'none'"),
			    setting("PILOTZOEKER_VERKLARING", NULL) };
	Served served = { .path = paths_index(NULL) };

	fatal_install("pilot-search.cgi", 1);
	fatal_catch_crashes();
	limit_start(LIMIT_CPU_MS, STDOUT_FILENO, fatal_first_words, strlen(fatal_first_words));
	served.stub = g_file_test(served.path, G_FILE_TEST_IS_REGULAR)
			      ? g_strdup(served.path)
			      : g_build_filename(served.path, "XAPIANDB", NULL);
	served.partial = strcmp(setting("PILOTZOEKER_PARTIAL", "0"), "1") == 0;
	g_autofree char *home = g_path_get_dirname(served.stub);
	if (stat(home, &served.home) != 0)
		served.home = (struct stat) { 0 };
	served.refused = !confine(served.stub);
	int status = FCGX_IsCGI() ? serve_once(&served, &site) : serve_many(&served, &site);
	index_free(served.index);
	g_clear_error(&served.error);
	g_free(served.path);
	g_free(served.stub);
	return status;
}
