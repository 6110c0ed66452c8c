/* The query language: how it is read, and what of it stands in a text. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "parse.h"
#include "query.h"
#include "themes.h"

static const struct {
	const char *text, *understood;
	guint notices;
} cases[] = {
	{ "huur geschil", "huur EN geschil", 0 },
	{ "huur OR koop geschil", "huur OF (koop EN geschil)", 0 },
	{ "huur OF koop", "huur OF koop", 0 },
	{ "huur EN koop", "huur EN koop", 0 },
	{ "huur NOT koop -wet", "huur EN NIET koop EN NIET wet", 0 },
	{ "(huur OR koop) wet", "(huur OF koop) EN wet", 0 },
	{ "((a OR (b c)) d)", "(a OF (b EN c)) EN d", 0 },
	{ "\"aan de voorkant\"", "\"aan de voorkant\"", 0 },
	{ "„op maat” x", "\"op maat\" EN x", 0 },
	{ "titel:huur wet", "titel:huur EN wet", 0 },
	{ "titel:(huur wet)", "titel:huur EN titel:wet", 0 },
	{ "sectie:doel huur wet", "doel:huur EN doel:wet", 0 },
	{ "status:lopend huur", "status:lopend EN huur", 0 },
	{ "plaats:\"Den Haag\"", "plaats:\"Den Haag\"", 0 },
	{ "loopt:2022-03", "loopt:2022-03", 0 },
	{ "loopt:2022-13", "loopt:2022-13", 1 },
	{ "35 000 VI, nr. 47", "kamerstuk:35000-VI-47", 0 },
	{ "huur 31 753 nr 248", "huur EN kamerstuk:31753-248", 0 },
	{ "31 753, nrs. 180 en 190", "kamerstuk:31753-180 OF kamerstuk:31753-190", 0 },
	{ "huur 31753 nrs. 180 en 190 wet",
	  "huur EN (kamerstuk:31753-180 OF kamerstuk:31753-190) EN wet", 0 },
	{ "31 753", "31 753", 0 },
	{ "31.753 huur", "31.753 EN huur", 0 },
	{ "2019 31 753", "2019 EN 31 753", 0 },
	{ "06 123 456", "06 EN 123 EN 456", 0 },
	{ "dossier 31 753 huur", "kamerstuk:31753 EN huur", 0 },
	{ "huur -31753-248", "huur EN NIET kamerstuk:31753-248", 0 },
	{ "(31753-248, OR huur)", "kamerstuk:31753-248 OF huur", 0 },
	{ "titel:31753-248", "titel:31753-248", 0 },
	{ "titel: 31753-248", "kamerstuk:31753-248", 1 },
	{ "kamerstuk:\"31 753, nr. 248\"", "kamerstuk:31753-248", 0 },
	{ "kamerstuk:31753", "kamerstuk:31753", 0 },
	{ "\"31 753, nr. 248\"", "\"31 753, nr. 248\"", 0 },
	{ "31753-248*", "31753-248*", 0 },
	{ "ECLI:NL:RVS:2021:1234 huur", "publicatie:\"ECLI:NL:RVS:2021:1234\" EN huur", 0 },
	{ "publicatie:\"ecli:nl:rvs:2021:1234\"", "publicatie:\"ECLI:NL:RVS:2021:1234\"", 0 },
	{ "Stb. 2021, 123", "publicatie:stb-2021-123", 0 },
	{ "Aanhangsel Handelingen II 2020/21, nr. 3235", "kamerstuk:ah-tk-20202021-3235", 0 },
	{ "vragen 2021Z12345", "vragen EN kamerstuk:kv-tk-2021Z12345", 0 },
	{ "artikel 12 Wrb", "artikel 12 EN Wrb", 0 },
	{ "art. 12 lid 3 Wrb", "art. 12 EN lid EN 3 EN Wrb", 0 },
	{ "artikel 7:904 BW", "artikel 7:904 EN BW", 0 },
	{ "artikelen 12 en 13 Wrb", "artikelen 12 en 13 EN Wrb", 0 },
	{ "art. 12 OF art. 13", "art. 12 OF art. 13", 0 },
	{ "artikel 12*", "artikel EN 12*", 0 },
	{ "titel:art. 12", "titel:art. 12", 0 },
	{ "artikel van 12", "artikel EN van EN 12", 0 },
	{ "Wob-verzoek 2021/45", "Wob-verzoek EN \"2021/45\"", 0 },
	{ "€ 1.250,50 of 24/7", "€ EN 1.250,50 EN of EN \"24/7\"", 0 },
	{ "31 753 nr 248 EN 3", "kamerstuk:31753-248 EN 3", 0 },
	{ "31 753, nr. 248 en 3", "kamerstuk:31753-248 OF kamerstuk:31753-3", 0 },
	{ "art. 12 en 13 EN huur", "art. 12 en 13 EN huur", 0 },
	{ "ECLI:NL:HR:2021:9(huur)", "publicatie:\"ECLI:NL:HR:2021:9\" EN huur", 0 },
	{ "wet/het", "wet/het", 0 },
	{ "huur OF! scheiden", "huur OF scheiden", 0 },
	{ "huur EN, scheiden", "huur EN scheiden", 0 },
	{ "huur NIET, scheiden", "huur EN NIET scheiden", 0 },
	{ "huur* *geschil", "huur* EN *geschil", 0 },
	{ "(v)echtscheiding cliënt(en)", "(v)echtscheiding EN cliënt(en)", 0 },
	{ "zelf-regie", "zelf-regie", 0 },
	{ "zaken:huur", "zaken:huur", 0 },
	{ "\"open", "\"open\"", 1 },
	{ "(open", "open", 1 },
	{ "dicht)", "dicht", 1 },
	{ "a ) b", "a EN b", 1 },
	{ "AND", "", 1 },
	{ "a AND", "a", 1 },
	{ "OR", "", 1 },
	{ "a OR", "a", 1 },
	{ "OR a", "a", 1 },
	{ "NOT", "", 1 },
	{ "titel:", "", 1 },
	{ "sectie:onzin x", "x", 1 },
	{ "()", "", 0 },
	{ "", "", 0 },
};

static void test_parse(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
		g_autoptr(QueryNode) node = query_parse(cases[i].text, notices);
		g_autofree char *text = query_node_text(node);
		g_assert_cmpstr(text, ==, cases[i].understood);
		if ((notices->len > 0) != (cases[i].notices > 0))
			g_error("%s: %u notices", cases[i].text, notices->len);
		g_autoptr(QueryNode) again = query_parse(text, notices);
		g_autofree char *same = query_node_text(again);
		g_assert_cmpstr(same, ==, text);
	}
}

static void test_deep(void)
{
	g_autofree char *open = g_strnfill(20000, '(');
	g_autofree char *text = g_strconcat(open, "huur", NULL);
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(QueryNode) node = query_parse(text, notices);
	g_autofree char *back = query_node_text(node);

	g_assert_cmpstr(back, ==, "huur");
	g_assert_cmpuint(notices->len, >, 0);
}

/* "word(via)" for each match, in order. */
static char *matches(const char *query, const Field *field, const char *text)
{
	g_autoptr(Dutch) dutch = dutch_new();
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(QueryNode) node = query_parse(query, notices);
	g_autoptr(QueryContext) context = query_context_new(dutch, NULL, NULL);
	g_autoptr(Query) q = query_new(context, node, QUERY_WORDS, NULL);
	g_autoptr(GArray) found = query_match(q, dutch, field, text);
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < found->len; i++) {
		const QueryMatch *m = &g_array_index(found, QueryMatch, i);
		g_autofree char *word = g_strndup(text + m->start, m->end - m->start);
		g_string_append_printf(out, "%s%s(%s)", i ? " " : "", word,
				       query_via_name(m->term.via));
	}
	return g_string_free(out, FALSE);
}

static void test_match(void)
{
	static const struct {
		const char *query;
		FieldId field;
		const char *text, *marked;
	} marks[] = {
		{ "advocaat", FIELD_DOEL, "Een advocaat.", "advocaat(exact)" },
		{ "procedure", FIELD_DOEL, "De procedures lopen", "procedures(woordvorm)" },
		{ "huur", FIELD_DOEL, "Het Huurgeschil en de verhuur", "Huur(samenstelling)" },
		{ "geweldsmisdrijf", FIELD_DOEL, "gewelds- en zedenmisdrijven",
		  "gewelds- en zedenmisdrijven(weglatingsstreepje) gewelds(deel van het zoekwoord) "
		  "misdrijven(deel van het zoekwoord)" },
		{ "mediation", FIELD_DOEL, "een mediator", "mediator(woordfamilie)" },
		{ "advocatuur rechter", FIELD_DOEL, "De rechters en de advocatuur",
		  "rechters(woordvorm) advocatuur(exact)" },
		{ "consumentenrecht", FIELD_DOEL, "het Consumenten- recht",
		  "Consumenten- recht(samengeschreven) Consumenten(deel van het zoekwoord) "
		  "recht(deel van het zoekwoord)" },
		{ "\"op maat\"", FIELD_DOEL, "maat op maat", "op maat(exact)" },
		{ "huur*", FIELD_DOEL, "Huurders en verhuur", "Huurders(jokerteken)" },
		{ "*scheiding", FIELD_DOEL, "een echtscheiding", "echtscheiding(jokerteken)" },
		{ "cliënt*", FIELD_DOEL, "clienten", "clienten(jokerteken)" },
		{ "titel:huur", FIELD_DOEL, "huur", "" },
		{ "titel:huur", FIELD_TITEL, "huur", "huur(exact)" },
		{ "advocaat NOT huur", FIELD_DOEL, "huur advocaat", "advocaat(exact)" },
		{ "het", FIELD_DOEL, "Het is", "Het(exact)" },
		{ "31753", FIELD_DOEL, "In 31\u00a0753 en 31.753.",
		  "31\u00a0753(exact) 31.753(exact)" },
		{ "31 753", FIELD_DOEL, "dossier 31753, 31 en 753", "31753(exact) 31753(exact)" },
		{ "753", FIELD_DOEL, "dossier 31 753", "" },
		{ "31753 nr 190", FIELD_DOEL, "Kamerstukken II 2018/19, 31 753, nrs. 180 en 190",
		  "31 753, nrs. 180 en 190(exact)" },
		{ "31753-248", FIELD_DOEL, "zie 31.753, nr. 248 en nr. 249",
		  "31.753, nr. 248(exact)" },
		{ "31753-24", FIELD_DOEL, "Kamerstuk 31 753, nr. 248", "" },
		{ "35000-VI", FIELD_DOEL, "de begroting (35 000 VI)", "35 000 VI(exact)" },
		{ "ECLI:NL:HR:2021:9", FIELD_DOEL, "HR (ECLI:NL:HR:2021:9; ECLI:NL:HR:2021:91).",
		  "ECLI:NL:HR:2021:9(exact)" },
		{ "stb 2021 123", FIELD_DOEL, "Staatsblad 2021, nr. 123.",
		  "Staatsblad 2021, nr. 123(exact)" },
		{ "art. 13 Wrb", FIELD_DOEL, "de artikelen 12 en 13 van de Wrb en 13",
		  "artikelen 12 en 13(woordvorm) Wrb(exact)" },
		{ "artikelen 12 en 13", FIELD_DOEL, "artikel 13", "artikel 13(woordvorm)" },
		{ "artikel 7:904 BW", FIELD_DOEL, "art. 7:904 en art. 7:90 BW",
		  "art. 7:904(exact) BW(exact)" },
		{ "2021/45", FIELD_DOEL, "Wob-verzoek 2021/45 of 45/2021", "2021/45(exact)" },
		{ "wet/het", FIELD_DOEL, "een wet is het", "wet(woordvorm)" },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
		g_autofree char *got =
			matches(marks[i].query, &fields[marks[i].field], marks[i].text);
		g_assert_cmpstr(got, ==, marks[i].marked);
	}
}

static char *read_file(const char *path)
{
	char *text = NULL;
	g_autoptr(GError) error = NULL;

	g_file_get_contents(path, &text, NULL, &error);
	g_assert_no_error(error);
	return text;
}

/* A pilot of one section. */
static Pilot *pilot_of(const char *text)
{
	Pilot *p = pilot_new();

	p->title = "Een titel";
	pilot_add_section(p, SECTION_DOEL, "Doel", text);
	return p;
}

/* From an analysis the same comes as from the text itself: each query of the judged sets
 * against each row of its annex. */
static void same_from_analysis(Query *q, Dutch *dutch, const char *text, const char *query)
{
	g_autoptr(Pilot) p = pilot_of(text);
	g_autoptr(Analysis) analysis = analysis_new(p, dutch);
	g_autofree guchar *wanted = g_malloc(analysis->strings->len + 1);
	memset(wanted, 1, analysis->strings->len + 1);
	g_autoptr(GArray) quick = query_match_analysed(q, &fields[FIELD_DOEL], analysis, 1, wanted);
	g_autoptr(GArray) slow = query_match(q, dutch, &fields[FIELD_DOEL], text);

	if (quick->len != slow->len)
		g_test_message("%s: %u matches of %u", query, quick->len, slow->len);
	g_assert_cmpuint(quick->len, ==, slow->len);
	for (guint i = 0; i < slow->len; i++) {
		const QueryMatch *a = &g_array_index(quick, QueryMatch, i);
		const QueryMatch *b = &g_array_index(slow, QueryMatch, i);
		g_assert_cmpuint(a->start, ==, b->start);
		g_assert_cmpuint(a->end, ==, b->end);
		g_assert_cmpuint(a->word_end, ==, b->word_end);
		g_assert_cmpuint(a->term.leaf, ==, b->term.leaf);
		g_assert_cmpint(a->term.via, ==, b->term.via);
	}
}

static void test_analysis(void)
{
	g_autoptr(Dutch) dutch = dutch_new();
	g_autofree char *ini = read_file("corpus/thesaurus.ini");
	g_autoptr(Thesaurus) thesaurus = thesaurus_parse(ini, dutch, NULL);
	g_autoptr(QueryContext) context = query_context_new(dutch, thesaurus, NULL);
	static const char *const sets[][2] = {
		{ "tests/relevance/annex-queries.tsv",
		  "corpus/bijlage-2-stand-van-zaken-pilots-2021-12-01.txt" },
		{ "tests/relevance/own-queries.tsv",
		  "corpus/bijlage-2-stand-van-zaken-pilots-2021-12-01.txt" },
		{ "tests/relevance/pairs.tsv", "tests/relevance/pairs.tsv" },
	};
	for (gsize k = 0; k < G_N_ELEMENTS(sets); k++) {
		g_autofree char *queries = read_file(sets[k][0]);
		g_autofree char *annex = read_file(sets[k][1]);
		g_auto(GStrv) lines = g_strsplit(queries, "\n", -1);
		g_auto(GStrv) rows = g_strsplit(annex, "\n", -1);
		for (char **line = lines; *line; line++) {
			g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);
			const char *text = cells[0] && cells[1] ? cells[1] : "";
			g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
			g_autoptr(QueryNode) node = query_parse(text, notices);
			g_autoptr(Query) q = query_new(context, node, QUERY_WORDS, NULL);
			for (char **row = rows; *row; row++)
				same_from_analysis(q, dutch, *row, text);
		}
	}
}

/* As it is parsed; and as one word, as questions have expressions. */
static void query_of_empty_words(QueryContext *context, const char *text, QueryMode mode)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(QueryNode) parsed = query_parse(text, notices);
	g_autoptr(QueryNode) any = query_node_branch(NODE_OR);
	const QueryNode *const nodes[] = { parsed, any };

	g_ptr_array_add(any->children, query_node_leaf(NODE_WORD, text));
	g_ptr_array_add(any->children, query_node_leaf(NODE_WORD, "huur"));
	for (gsize i = 0; i < G_N_ELEMENTS(nodes); i++) {
		g_autoptr(Query) q = query_new(context, nodes[i], mode, NULL);
		g_autofree char *tree = xapian_query_describe(q->xapian);
		g_assert_nonnull(tree);
	}
}

/* Words that say nothing, wherever they stand: in heads and links of a thesaurus, in queries,
 * phrases and fields. Each query has a part for what is asked and one for what is like it. */
static void test_empty_words(void)
{
	static const char *const thesauri[] = {
		"",
		"[er niet uit]\nverwant = ruzie\n",
		"[er niet uit]\ngelijk = er wel in\n",
		"[de het]\nsmaller = van een\nverwant = op\n",
		"[er niet uit]\ngelijk = ruzie\nverwant = de\n[huur]\ngelijk = het de\nverwant = "
		"er in\n",
		"[ruzie]\nverwant = er niet uit\n",
	};
	static const char *const queries[] = {
		"er niet uit",
		"wij komen er niet uit?",
		"\"er niet uit\"",
		"de het",
		"\"de het\"",
		"huur de het",
		"doel:(er niet uit)",
		"titel:de",
		"doel:\"de het\"",
		"er niet uit OR huur",
		"NOT (er niet uit)",
		"huur -(de het)",
		"er-niet-uit",
		"de/het",
		"*",
		"**",
		"- . ,",
		"plaats:\"\"",
		"thema:-",
		"(er niet uit) (de het)",
		"huur*  er niet uit",
	};
	g_autoptr(Dutch) dutch = dutch_new();

	for (gsize t = 0; t < G_N_ELEMENTS(thesauri); t++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(Thesaurus) thesaurus = thesaurus_parse(thesauri[t], dutch, &error);
		g_autoptr(QueryContext) context = query_context_new(dutch, thesaurus, NULL);
		g_assert_no_error(error);
		for (gsize i = 0; i < G_N_ELEMENTS(queries); i++)
			for (QueryMode mode = QUERY_WORDS; mode <= QUERY_THEME; mode++)
				query_of_empty_words(context, queries[i], mode);
	}
}

/* Two files: what leads where, how, and by whose word. As read, and as an index keeps it. */
static void test_thesaurus(void)
{
	static const char *const files[] = {
		"[huisbaas]\nregister = leek\ngelijk = verhuurder\nverwant = huur\n",
		"[huisbaas]\nsmaller = huren\nverwant = verhuurder\n[ww]\nvoluit = "
		"Werkloosheidswet\n",
	};
	static const struct {
		const char *from, *to;
		ThesaurusRelation relation;
		ThesaurusRegister reg;
	} rows[] = {
		{ "huisbazen", "verhuurder", RELATION_SAME, REGISTER_LAY },
		{ "huisbaas", "huren", RELATION_NARROWER, REGISTER_NONE },
		{ "verhuurder", "huisbaas", RELATION_SAME, REGISTER_LAY },
		{ "werkloosheidswet", "ww", RELATION_IN_FULL, REGISTER_NONE },
	};
	g_autoptr(Dutch) dutch = dutch_new();
	g_autoptr(Thesaurus) read = thesaurus_new();
	g_autoptr(GError) error = NULL;

	for (gsize i = 0; i < G_N_ELEMENTS(files); i++)
		g_assert_true(thesaurus_add(read, files[i], dutch, &error));
	g_autoptr(Thesaurus) kept = thesaurus_open(thesaurus_table(read));
	const Thesaurus *const both[] = { read, kept };
	for (gsize i = 0; i < 2 * G_N_ELEMENTS(rows); i++) {
		g_autofree char *from = thesaurus_key(dutch, rows[i / 2].from, NULL);
		const GPtrArray *links = thesaurus_find(both[i % 2], from);
		const ThesaurusLink *found = NULL;
		for (guint k = 0; links && k < links->len; k++)
			if (strcmp(((ThesaurusLink *)links->pdata[k])->text, rows[i / 2].to) == 0)
				found = links->pdata[k];
		g_assert_nonnull(found);
		g_assert_cmpint(found->relation, ==, rows[i / 2].relation);
		g_assert_cmpint(found->reg, ==, rows[i / 2].reg);
	}
	/* expressions by the words that say something, as they stand or with others between */
	static const char *const same[][2] = {
		{ "ben het niet eens met", "" },     { "niet eens met", "bezwaar" },
		{ "niet eens zijn met", "bezwaar" }, { "het niet eens zijn met", "bezwaar" },
		{ "zijn het niet eens", "" },        { "eens met", "" },
	};
	g_assert_true(thesaurus_add(read, "[het niet eens zijn met]\nverwant = bezwaar\n", dutch,
				    &error));
	g_autoptr(QueryContext) context = query_context_new(dutch, read, NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(same); i++) {
		const GPtrArray *links =
			query_links(context, query_expression(context, same[i][0]));
		g_assert_cmpstr(links ? ((ThesaurusLink *)links->pdata[0])->text : "", ==,
				same[i][1]);
	}
	g_autofree char *baas = thesaurus_key(dutch, "huisbaas", NULL);
	g_assert_cmpuint(thesaurus_find(kept, baas)->len, ==, 2); /* none twice */
	g_assert_false(thesaurus_add(read, "[a]\n\nregister = niemand\n", dutch, &error));
	g_assert_true(g_str_has_prefix(error->message, "3: "));
}

static void test_themes(void)
{
	static const char *const bad[] = {
		"geen ini",
		"[a]\nlabel=A\n",
		"[a]\nzoekvraag=x\n",
		"[A b]\nlabel=A\nzoekvraag=x\n",
		"[a]\nlabel=A\nzoekvraag=(x\n",
	};
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) themes = themes_parse("# x\n[b]\nlabel=B\nzoekvraag=x OR y\n"
						   "[a]\nlabel=A\nomschrijving=o\nzoekvraag=z\n",
						   &error);
	g_assert_no_error(error);
	g_assert_true(themes_check(themes, &error));
	g_assert_cmpuint(themes->len, ==, 2);
	g_assert_cmpstr(themes_find(themes, "a")->description, ==, "o");
	g_assert_null(themes_find(themes, "c"));
	for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_autoptr(GError) failed = NULL;
		g_autoptr(GPtrArray) wrong = themes_parse(bad[i], &failed);
		g_assert_true(!wrong || !themes_check(wrong, &failed));
		g_assert_nonnull(failed);
	}
}

/* An index of which a part cannot be read any more has no answer, which is not "no such word". */
static void test_unreadable(void)
{
	g_autofree char *dir = g_dir_make_tmp("query-test-XXXXXX", NULL);
	g_autofree char *table = g_build_filename(dir, "postlist.glass", NULL);
	g_autoptr(Dutch) dutch = dutch_new();
	g_autoptr(XapianDoc) doc = xapian_doc_new();
	g_autoptr(GError) error = NULL;
	g_autoptr(XapianWriter) writer =
		xapian_writer_open(dir, XAPIAN_WRITER_OVERWRITE, XAPIAN_WRITER_NO_SYNC, NULL);

	for (guint i = 0; i < 9000; i++) {
		g_autofree char *word = g_strdup_printf("woord%04u", i);
		xapian_doc_add_boolean_term(doc, word);
	}
	g_assert_true(xapian_writer_add(writer, doc, NULL, NULL));
	g_assert_true(xapian_writer_close(writer, NULL));
	g_autoptr(XapianReader) reader = xapian_reader_open(dir, NULL);
	g_autoptr(QueryContext) context = query_context_new(dutch, NULL, reader);
	g_assert_cmpuint(query_frequency(context, "", "woord0001"), ==, 1);
	g_assert_cmpuint(query_frequency(context, "", "elders"), ==, 0);
	g_assert_cmpuint(query_frequency(context, "", ""), ==, 0); /* that is no word */
	g_assert_true(query_context_check(context, NULL));
	g_assert_cmpint(truncate(table, 0), ==, 0);
	g_assert_cmpuint(query_frequency(context, "", "woord8000"), ==, 0);
	g_assert_false(query_context_check(context, &error));
	g_assert_true(error->domain == XAPIAN_ERROR);
	g_autofree char *remove = g_strdup_printf("rm -r '%s'", dir);
	g_assert_cmpint(system(remove), ==, 0);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/query/parse", test_parse);
	g_test_add_func("/query/deep", test_deep);
	g_test_add_func("/query/match", test_match);
	g_test_add_func("/query/analysis", test_analysis);
	g_test_add_func("/query/empty-words", test_empty_words);
	g_test_add_func("/query/thesaurus", test_thesaurus);
	g_test_add_func("/query/themes", test_themes);
	g_test_add_func("/query/unreadable", test_unreadable);
	return g_test_run();
}
