/* THE table of what ways to answer a word weigh. */
#ifndef QUERY_WAYS_H
#define QUERY_WAYS_H

typedef enum {
	WAY_ASKED,        /* the word itself, in any form, and compounds with it as a part */
	WAY_IN_FULL,      /* what the thesaurus calls the same: an abbreviation in full … */
	WAY_SAME,         /* … another word for it */
	WAY_NARROWER,     /* a kind of it */
	WAY_RELATED,      /* a word that is related to it */
	WAY_LINK_OF_PART, /* times what the thesaurus says of a part of the word */
	WAY_OWN_PART,     /* a part of the word … */
	WAY_PART_OF_PART, /* … times this where it is a part elsewhere */
	WAY_FAMILY,       /* a word that begins in the same way */
	WAY_PAIR,         /* two words of a question in a row, beside those words themselves */
	WAY_GENERAL,      /* times any of them, for a word that fits any subject */
	WAY_INSTEAD,      /* times what the thesaurus says of a typed word that no pilot has */
	N_WAYS
} Way;

/* 0..1; the word itself is 1. */
extern const double way_weights[N_WAYS];

/* From here on it is what was asked for, so that a pilot with it may be a full match. */
#define WAY_STRONG 0.5

#endif
