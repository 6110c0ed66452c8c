/* Preloaded under valgrind: regular expressions without code made on the spot. PCRE2's reads
 * some bytes beyond a text, which is harmless but looks wrong to valgrind. */
int pcre2_jit_compile_8(void *code, unsigned options);

int pcre2_jit_compile_8(void *code, unsigned options)
{
	(void)code, (void)options;
	return -45; /* PCRE2_ERROR_JIT_BADOPTION */
}
