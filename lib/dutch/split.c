#include "split.h"

#include <string.h>

#include "lexicon.h"

/* Costs in thousandths of a nat, measured on hand-split words. */
#define PER_LETTER 2500   /* a split may cost this much per letter of the word … */
#define ALLOWANCE 1000    /* … and this: else it stays whole */
#define COMPOSITE 4000    /* extra for a first part of particle and word: uit+huis */
#define INFLECTED 2500    /* extra for a last part that is known in the singular */
#define UNKNOWN 2500      /* per letter of an unknown part of a host name … */
#define UNKNOWN_PART 3000 /* … and for the part */
#define NEVER G_MAXUINT

#define MIN_PART 3
#define MIN_LOOSE_PART 2
#define MIN_WORD 6
#define MIN_COMPOSITE 6
#define MIN_INFLECTED 5 /* letters before an ending */

/* The cheapest way to cut a word up to each of its letters. */
typedef struct {
	const char *word;
	gsize n;
	gboolean loose;
	guint cost[SPLIT_MAX_LETTERS + 1];
	guint8 from[SPLIT_MAX_LETTERS + 1]; /* where the part that ends here starts */
	guint8 end[SPLIT_MAX_LETTERS + 1];  /* and where it ends without its linking s */
} Lattice;

/* What a first part costs, without and with a linking s. */
typedef struct {
	guint plain, s;
} Cost;

static guint or_never(guint cost)
{
	return cost ? cost : NEVER;
}

/* uit+huis, onder+toezicht: a particle before a familiar first part. */
static Cost composite(const char *part, gsize n)
{
	Cost best = { NEVER, NEVER };

	for (gsize k = 2; k + MIN_PART < n && k < 8; k++) {
		const LexiconSlot *particle = lexicon_find(part, k);
		if (!particle || !(particle->flags & LEXICON_PARTICLE))
			continue;
		const LexiconSlot *rest = lexicon_find(part + k, n - k);
		if (rest && rest->left && (guint)rest->left + COMPOSITE < best.plain)
			best = (Cost) { rest->left + COMPOSITE, rest->left_s + COMPOSITE };
	}
	return best;
}

static Cost first_part(const Lattice *l, const char *part, gsize n)
{
	const LexiconSlot *slot = lexicon_find(part, n);
	Cost cost = { NEVER, NEVER };

	if (slot && slot->flags & LEXICON_PARTICLE && !l->loose)
		return cost;
	if (slot && slot->left)
		return (Cost) { slot->left, or_never(slot->left_s) };
	if (n >= MIN_COMPOSITE)
		cost = composite(part, n);
	if (cost.plain == NEVER && l->loose)
		cost.plain = UNKNOWN * n + UNKNOWN_PART;
	return cost;
}

static void relax(Lattice *l, gsize from, gsize end, gsize to, guint cost)
{
	if (cost == NEVER || l->cost[from] + cost >= l->cost[to])
		return;
	l->cost[to] = l->cost[from] + cost;
	l->from[to] = from;
	l->end[to] = end;
}

/* The length of a word without an ending of the plural or the adjective; 0 when
 * it has none. *ending runs over those that may apply. */
static gsize without_ending(const char *word, gsize n, guint *ending)
{
	static const char *const endings[] = { "en", "s", "e" };

	for (; *ending < G_N_ELEMENTS(endings); (*ending)++) {
		gsize k = strlen(endings[*ending]);
		if (n >= k + MIN_INFLECTED && memcmp(word + n - k, endings[*ending], k) == 0) {
			(*ending)++;
			return n - k;
		}
	}
	return 0;
}

/* A last part that the lexicon knows, or knows in the singular. */
static guint last_part(const char *part, gsize n)
{
	const LexiconSlot *slot = lexicon_find(part, n);
	guint ending = 0;

	if (slot)
		return or_never(slot->right);
	for (gsize base; (base = without_ending(part, n, &ending));)
		if (part[base] != 'e' || base + 2 == n) /* an adjective's e proves little */
			if ((slot = lexicon_find(part, base)) && slot->right)
				return slot->right + INFLECTED;
	return NEVER;
}

static gboolean stays_whole(const char *word, gsize n)
{
	const LexiconSlot *slot = lexicon_find(word, n);
	guint ending = 0;

	if (slot && slot->flags & LEXICON_WHOLE)
		return TRUE;
	for (gsize base; (base = without_ending(word, n, &ending));)
		if ((slot = lexicon_find(word, base)) && slot->flags & LEXICON_WHOLE)
			return TRUE;
	return FALSE;
}

static void extend(Lattice *l, gsize i)
{
	gsize smallest = l->loose ? MIN_LOOSE_PART : MIN_PART;

	for (gsize j = i + smallest; j + MIN_PART <= l->n; j++) {
		Cost cost = first_part(l, l->word + i, j - i);
		relax(l, i, j, j, cost.plain);
		if (l->word[j] == 's' && j + 1 + MIN_PART <= l->n)
			relax(l, i, j, j + 1, cost.s);
	}
	if (i)
		relax(l, i, l->n, l->n, last_part(l->word + i, l->n - i));
}

static gboolean is_plain(const char *word, gsize n)
{
	for (gsize i = 0; i < n; i++)
		if (!g_ascii_islower(word[i]))
			return FALSE;
	return TRUE;
}

/* Fills the lattice; FALSE when the word stays whole. */
static gboolean cut(Lattice *l)
{
	memset(l->cost, 0xff, sizeof l->cost);
	l->cost[0] = 0;
	if (l->n < MIN_WORD || stays_whole(l->word, l->n))
		return FALSE;
	for (gsize i = 0; i + MIN_PART <= l->n; i++)
		if (l->cost[i] != NEVER)
			extend(l, i);
	guint cost = l->cost[l->n];
	return cost != NEVER && (l->loose || cost <= PER_LETTER * l->n + ALLOWANCE);
}

/* Adds the parts of word[start, end) behind the `count` there are. */
static guint split_into(const char *word, gsize start, gsize end, gboolean loose, SplitPart *parts,
			guint count)
{
	Lattice l = { .word = word + start, .n = end - start, .loose = loose };
	guint8 stops[SPLIT_MAX_LETTERS];
	guint n = 0;

	if (!cut(&l)) {
		if (count < SPLIT_MAX_PARTS)
			parts[count++] = (SplitPart) { start, end };
		return count;
	}
	for (gsize at = l.n; at > 0; at = l.from[at])
		stops[n++] = at;
	while (n-- > 0) /* parts may be compounds themselves: rechtsbijstand|verlener */
		count = split_into(word, start + l.from[stops[n]], start + l.end[stops[n]], FALSE,
				   parts, count);
	return count;
}

guint split_word(const char *word, gsize n, gboolean loose, SplitPart parts[SPLIT_MAX_PARTS])
{
	if (n > SPLIT_MAX_LETTERS || !is_plain(word, n)) {
		parts[0] = (SplitPart) { 0, MIN(n, G_MAXUINT8) };
		return 1;
	}
	return split_into(word, 0, n, loose, parts, 0);
}

gsize split_head(const char *word, gsize n)
{
	Lattice l = { .word = word, .n = n };

	return n <= SPLIT_MAX_LETTERS && is_plain(word, n) && cut(&l) ? l.from[n] : 0;
}

gsize split_particle(const char *word, gsize n)
{
	for (gsize k = MIN(n, 8); k >= 2; k--) {
		const LexiconSlot *slot = k + MIN_PART <= n ? lexicon_find(word, k) : NULL;
		if (slot && slot->flags & LEXICON_PARTICLE)
			return k;
	}
	return 0;
}

gsize split_agent_base(const char *word, gsize n)
{
	static const char *const suffixes[] = { "ders", "der", "aars", "aar" };

	for (gsize i = 0; i < G_N_ELEMENTS(suffixes); i++) {
		gsize k = strlen(suffixes[i]);
		if (n < k + 4 || memcmp(word + n - k, suffixes[i], k) != 0)
			continue;
		const LexiconSlot *base = lexicon_find(word, n - k);
		if (base && base->flags & LEXICON_OFTEN_FIRST && strchr("rln", word[n - k - 1]))
			return n - k;
		return 0;
	}
	return 0;
}
