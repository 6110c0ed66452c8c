/* Written by tests/relevance/judge.py from judged questions; not by hand. */
#ifndef SEARCH_JUDGE_WEIGHTS_H
#define SEARCH_JUDGE_WEIGHTS_H

static const double judge_bias = -6.384;
static const double judge_weights[N_JUDGE_FEATURES] = {
	2.749,  /* dekking */
	1.640,  /* passage */
	2.241,  /* titel */
	2.113,  /* genoemd */
	0.063,  /* plaats */
	3.057,  /* zoekscore */
	0.942,  /* woorden */
	-1.146, /* afwezig */
};

#endif
