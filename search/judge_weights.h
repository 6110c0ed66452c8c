/* Written by tests/relevance/judge.py from judged questions; not by hand. */
#ifndef SEARCH_JUDGE_WEIGHTS_H
#define SEARCH_JUDGE_WEIGHTS_H

static const double judge_bias = -6.397;
static const double judge_weights[N_JUDGE_FEATURES] = {
	2.681,  /* dekking */
	1.626,  /* passage */
	2.069,  /* titel */
	2.458,  /* genoemd */
	0.110,  /* plaats */
	3.178,  /* zoekscore */
	0.809,  /* woorden */
	-1.113, /* afwezig */
};

#endif
