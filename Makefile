# GNU make. All that is built goes to build/ (SAN=1: build-san/, with sanitizers).
#   make            the programs          make check   all tests (./setup --test)
#   make quick      unit tests and goldens, in a minute
#   make portable   this tree on a new Debian (SUITE=trixie, bookworm): all of it
#   make demo       index the corpus, show the themes
#   make serve      the corpus behind a web server on 127.0.0.1:8080
#   make bench      how fast, beside its peers (RECORDS=100000: in a corpus of so many)
#   make relevance  how well it ranks, beside its peers
#   make lint       style and dependency rules
#   make fuzz       every parser under libFuzzer (TIME=60: seconds for each)
#   make install    DESTDIR= PREFIX=/usr/local
#   make deb        Debian packages in build/deb
#   make coverage   which lines and branches the tests reach
#   make mutate     which single faults the tests notice (FAULTS="id..."; JOBS=2)

# Only the rules here: lib/dutch/lexicon is a directory beside lexicon.c, no program of it.
MAKEFLAGS += --no-builtin-rules

VERSION := 2.0.0
CFLAGS ?= -O2 -g
CXXFLAGS ?= -O2 -g
WARN := -Wall -Wextra -Wno-missing-field-initializers -Wshadow -Wvla
WARN_C := $(WARN) -Wstrict-prototypes -Wmissing-prototypes
ifdef CI
WARN += -Werror
endif

B := build
ifdef SAN
B := build-san
SANFLAGS := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
endif

ifdef FUZZ
B := build-fuzz
CC := clang
CXX := clang++
WARN += -Wno-unused-variable
SANFLAGS := -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
endif
ifdef COVERAGE
B := build-coverage
CFLAGS := -O0 -g
CXXFLAGS := $(CFLAGS)
SANFLAGS := --coverage -fprofile-update=atomic
CPPFLAGS += -DCOVERAGE
endif

# What makes a fault in C harder to use, as far as this compiler and linker have it: asked once.
# Sanitizers have their own.
HARDENED := $(if $(SANFLAGS),,-fstack-protector-strong -fstack-clash-protection -fcf-protection -fPIE \
	$(if $(findstring _FORTIFY_SOURCE,$(CPPFLAGS) $(CFLAGS)),,-D_FORTIFY_SOURCE=2))
HARDENED_LINK := $(if $(SANFLAGS),,-pie -Wl,-z,relro -Wl,-z,now)
taken = for flag in $(1); do printf '\#include <stdio.h>\nint main(void) { return 0; }\n' | \
	$(CC) $(CFLAGS) -Werror $$flag -x c - -o $@.out 2>/dev/null && printf ' %s' $$flag; done

# What each library is for stands in HACKING.md. Only the indexer parses markup. Of libzip,
# search/ has only the header: search/render/latezip.c loads it when it is needed.
PKGS := glib-2.0 xapian-core jansson
PKGS_INDEXER := libxml-2.0 libzip
pkg = $(shell pkg-config $(1) $(2) 2>/dev/null)
CFLAGS_PKGS := $(call pkg,--cflags,$(PKGS))
CFLAGS_INDEXER := $(call pkg,--cflags,$(PKGS_INDEXER))
CFLAGS_LIBZIP := $(call pkg,--cflags,libzip)
LIBS := $(call pkg,--libs,$(PKGS)) -lstemmer -lm
LIBS_INDEXER := $(call pkg,--libs,$(PKGS_INDEXER)) $(LIBS)
LIBS_XAPIAN := $(call pkg,--libs,xapian-core)

ROOMS := lib/dutch lib/xapian-c lib/pilot lib/index lib/query lib/cli
INCLUDE := $(addprefix -I,$(ROOMS)) -I$(B)/gen
CPPFLAGS += $(INCLUDE) -D_GNU_SOURCE
$(B)/indexer/%.o: CPPFLAGS += -Iindexer/read -Iindexer/kamer
$(B)/search/render/%.o: CPPFLAGS += -Isearch
$(B)/search/cli/%.o $(B)/search/web/%.o: CPPFLAGS += -Isearch -Isearch/render
$(B)/lib/cli/cli.o: CPPFLAGS += -DVERSION='"$(VERSION)"'
DEP = -MMD -MP

sources = $(wildcard $(addsuffix /*.c,$(1)) $(addsuffix /*.cc,$(1)))
objects = $(patsubst %,$(B)/%.o,$(basename $(1)))

LIB := $(B)/libpilotzoeker.a
LIB_SRC := $(filter-out lib/xapian-c/example.c lib/dutch/mkdata.c lib/dutch/mkwords.c,$(call sources,$(ROOMS)))
INDEX_SRC := $(call sources,indexer indexer/read indexer/kamer)
SEARCH_SRC := $(call sources,search search/render)
TEST_SRC := $(wildcard tests/unit/*.c)
TESTS := $(patsubst tests/unit/%.c,$(B)/tests/%,$(TEST_SRC))
GEN := $(addprefix $(B)/gen/,tables.h wordlist.h style.h openapi.h build-id.h libzip.h)
CLI_OBJ := $(call objects,$(SEARCH_SRC) $(call sources,search/cli))
WEB_OBJ := $(call objects,$(SEARCH_SRC) $(call sources,search/web))
# Everything but the mains: what tests may call.
ALL_OBJ := $(filter-out %/main.o %/cgi.o,$(sort $(call objects,$(INDEX_SRC)) $(CLI_OBJ) $(WEB_OBJ)))
PROGRAMS := $(B)/pilot-index $(B)/pilot-search $(B)/pilot-search.cgi $(B)/xapian-c-example

.SECONDARY:
.PHONY: all check quick portable demo serve bench soak relevance lint format tidy asan valgrind fuzz fuzz-build fuzz-run \
	coverage coverage-run mutate install uninstall deb clean
all: $(PROGRAMS)

# The words of correct Dutch: Debian's package wdutch.
WDUTCH ?= /usr/share/dict/dutch

# What to do where a library is missing, before the compiler complains about a header.
READY := $(B)/.ready
$(READY):
	@mkdir -p $(@D)
	@pkg-config --exists $(PKGS) $(PKGS_INDEXER) || \
		{ echo 'make: a library that pilotzoeker needs is missing: run ./setup' >&2; exit 1; }
	@touch $@

$(B)/gen/hardening.mk: Makefile | $(READY)
	@mkdir -p $(@D)
	@{ printf 'HARDEN :='; $(call taken,$(HARDENED)); printf '\nHARDEN_LINK :='; $(call taken,$(HARDENED_LINK)); echo; } >$@.new
	@rm -f $@.out && { cmp -s $@.new $@ && rm $@.new || mv $@.new $@; }

ifeq ($(filter clean lint format uninstall,$(MAKECMDGOALS)),)
include $(B)/gen/hardening.mk
endif

# ---- programs ------------------------------------------------------------------

LINK = $(CXX) $(HARDEN_LINK) $(LDFLAGS) $(SANFLAGS) -o $@ $(filter %.o,$^) $(filter %.a,$^)

$(B)/pilot-index: $(call objects,$(INDEX_SRC)) $(LIB)
	$(LINK) $(LIBS_INDEXER)

$(B)/pilot-search: $(CLI_OBJ) $(LIB)
	$(LINK) $(LIBS)

# A CGI starts for each request, so what its libraries cost at start is paid each time. For one
# page (callgrind; perf stat, median of three times 100 runs, another process busy):
#   all shared                    17.5 M instructions   508 page faults   6.4 ms
#   what Debian has as archives   16.5 M                476               5.6 ms   <- this
#   the same and -no-pie          16.4 M                390               5.6 ms   (less hardened)
#   libzip loaded when needed     -1.5 ms: search/render/latezip.c
# Xapian has no archive, and what is left of dynamic linking (2.3 M) is libstdc++ and Xapian.
# Which archives link differs per release of Debian: search/web/libs.sh asks the linker.
WEB_ARCHIVES := fcgi:FCGX_Init libseccomp:seccomp_init jansson:json_loads stemmer:sb_stemmer_new \
	glib-2.0:g_regex_new
ifdef SAN
WEB_LIBS = -lfcgi -lseccomp $(LIBS)
else
WEB_LIBS = @$(B)/gen/web-libs $(LIBS_XAPIAN) -lm
$(B)/pilot-search.cgi: $(B)/gen/web-libs
endif

$(B)/gen/web-libs: search/web/libs.sh | $(READY)
	@mkdir -p $(@D)
	@CC="$(CC)" LDFLAGS="$(HARDEN_LINK) $(LDFLAGS)" $< $(WEB_ARCHIVES) >$@.new && mv $@.new $@

$(B)/pilot-search.cgi: $(WEB_OBJ) $(LIB)
	$(LINK) $(WEB_LIBS)

$(B)/xapian-c-example: $(B)/lib/xapian-c/example.o $(LIB)
	$(LINK) $(LIBS)

$(B)/bench-analyse: $(B)/bench/analyse.o $(LIB)
	$(LINK) $(LIBS)

$(B)/bench-corpus: $(B)/bench/corpus.o $(filter-out %/main.o,$(call objects,$(INDEX_SRC))) $(LIB)
	$(LINK) $(LIBS_INDEXER)

$(B)/bench/corpus.o: CPPFLAGS += -Iindexer -Iindexer/read -Iindexer/kamer

$(B)/bench-queries: $(B)/bench/queries.o $(filter-out %/main.o,$(CLI_OBJ)) $(LIB)
	$(LINK) $(LIBS)

$(B)/bench/queries.o: CPPFLAGS += -Isearch

$(B)/bench-bare: $(B)/bench/bare.o
	$(LINK) $(LIBS_XAPIAN)

$(B)/bench-hello: $(B)/bench/hello.o
	$(LINK) -lfcgi

$(LIB): $(call objects,$(LIB_SRC))
	@rm -f $@ # what is no longer there must not stay in it
	$(AR) rcs $@ $^

# ---- objects -------------------------------------------------------------------

$(B)/%.o: %.c $(B)/gen/hardening.mk | $(GEN)
	@mkdir -p $(@D)
	$(CC) -std=c11 $(CPPFLAGS) $(HARDEN) $(CFLAGS) $(SANFLAGS) $(WARN_C) $(WARN) $(DEP) \
		$(CFLAGS_PKGS) $(if $(filter indexer/%,$<),$(CFLAGS_INDEXER)) \
		$(if $(filter search/%,$<),$(CFLAGS_LIBZIP)) -c $< -o $@

$(B)/%.o: %.cc $(B)/gen/hardening.mk | $(READY)
	@mkdir -p $(@D)
	$(CXX) -std=c++17 -fvisibility=hidden $(CPPFLAGS) $(HARDEN) $(CXXFLAGS) $(SANFLAGS) $(WARN) $(DEP) \
		$(CFLAGS_PKGS) -c $< -o $@

$(B)/lib/cli/cli.o: Makefile # which has the version

# Word lists become C: everybody has the same, and a process has no file to read.
WORDLISTS := lib/dutch/lexicon/parts.tsv lib/dutch/data/stopwords.txt lib/dutch/data/stems.txt
$(B)/mkdata: lib/dutch/mkdata.c lib/dutch/lexicon.h | $(READY)
	@mkdir -p $(@D)
	$(CC) -std=c11 -Ilib/dutch $(CFLAGS) $(WARN_C) $< -o $@ $(call pkg,--cflags --libs,glib-2.0) -lm

$(B)/gen/tables.h: $(B)/mkdata $(WORDLISTS)
	@mkdir -p $(@D)
	$(B)/mkdata $(WORDLISTS) >$@.new && mv $@.new $@

$(B)/mkwords: lib/dutch/mkwords.c lib/dutch/fold.c lib/dutch/fold.h lib/dutch/lexicon.h | $(READY)
	@mkdir -p $(@D)
	$(CC) -std=c11 -Ilib/dutch $(CFLAGS) $(WARN_C) $(filter %.c,$^) -o $@ $(call pkg,--cflags --libs,glib-2.0)

$(WDUTCH):
	@echo 'make: $@, the list of Dutch words, is missing: run ./setup' >&2; exit 1

$(B)/gen/wordlist.h: $(B)/mkwords $(WDUTCH)
	@mkdir -p $(@D)
	$(B)/mkwords $(WDUTCH) >$@.new && mv $@.new $@

# Which libzip search/render/latezip.c loads: the one that the linker finds.
$(B)/gen/libzip.h: | $(READY)
	@mkdir -p $(@D)
	@echo 'int main(void) { return 0; }' | $(CC) -x c - -o $@.linked -Wl,--no-as-needed -lzip
	@objdump -p $@.linked | sed -n 's/^ *NEEDED *\(libzip[^ ]*\)$$/#define LIBZIP "\1"/p' >$@.new
	@rm $@.linked && test -s $@.new && mv $@.new $@

# Files that are served, as C strings.
c_string = { echo 'static const char $(1)[] ='; \
	sed 's/\\/\\\\/g; s/"/\\"/g; s/.*/"&\\n"/' $<; echo ';'; } >$@

$(B)/gen/style.h: search/web/stijl.css
	@mkdir -p $(@D)
	$(call c_string,style_css)

$(B)/gen/openapi.h: search/web/openapi.json
	@mkdir -p $(@D)
	$(call c_string,openapi_json)

# Another program may answer the same request in another way: so this is part of the names
# of its answers (ETag).
$(B)/gen/build-id.h: $(wildcard lib/*/* indexer/* indexer/*/* search/* search/*/*) $(WORDLISTS) $(B)/gen/wordlist.h
	@mkdir -p $(@D)
	@printf '#define BUILD_ID "%.16s"\n' "$$(cat $(filter-out %.d,$(filter %.c %.h %.cc %.css %.json %.tsv %.txt,$^)) | sha256sum)" >$@

# ---- tests ---------------------------------------------------------------------

# A unit test may call everything.
$(B)/tests/%: $(B)/tests/unit/%.o $(ALL_OBJ) $(LIB)
	@mkdir -p $(@D)
	$(LINK) $(LIBS_INDEXER) -lfcgi -lseccomp

$(B)/tests/unit/%.o: CPPFLAGS += $(addprefix -I,indexer indexer/read indexer/kamer search search/render search/web)

# A fuzz target may use every room. Without FUZZ=1 it only replays files.
FUZZERS := $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(filter-out %/replay.c,$(wildcard tests/fuzz/*.c)))
$(B)/fuzz/%: $(B)/tests/fuzz/%.o $(if $(FUZZ),,$(B)/tests/fuzz/replay.o) $(ALL_OBJ) $(LIB)
	@mkdir -p $(@D)
	$(LINK) $(if $(FUZZ),-fsanitize=fuzzer) $(LIBS_INDEXER) -lfcgi -lseccomp

$(B)/tests/fuzz/%.o: CPPFLAGS += $(addprefix -I,indexer indexer/read indexer/kamer search search/render search/cli search/web)

check: all $(TESTS) $(FUZZERS)
	BUILD=$(B) tests/run.sh

quick: all $(TESTS)
	BUILD=$(B) tests/run.sh $(B)/tests/ test-annex test-search

portable:
	tests/portable.sh $(SUITE)

fuzz: all
	$(MAKE) FUZZ=1 fuzz-run

fuzz-build: $(B)/pilot-index $(FUZZERS)

fuzz-run: fuzz-build
	BUILD=$(B) tests/fuzz/run.sh $(TIME)

coverage:
	$(MAKE) COVERAGE=1 coverage-run

coverage-run: all $(TESTS) $(FUZZERS)
	BUILD=$(B) tests/coverage.sh

# Single faults, put in by one who does not know the tests: an hour or two.
mutate:
	tests/faults/mutate.py $(FAULTS)

# What is slow for the sake of others (a browser, a word processor) or reads texts: done once, by the plain run.
NOT_OURS = browser/ test-dresses man/ relevance/
asan:
	SKIP="$(NOT_OURS)" $(MAKE) SAN=1 check

valgrind: all $(TESTS) $(FUZZERS) $(B)/nojit.so
	BUILD=$(B) VALGRIND="$(CURDIR)/$(B)/nojit.so" tests/run.sh

$(B)/nojit.so: tests/nojit.c
	$(CC) -std=c11 $(CFLAGS) -shared -fPIC -o $@ $<

# ---- for people ----------------------------------------------------------------

demo: all
	@BUILD=$(B) tests/demo.sh

serve: all
	@BUILD=$(B) PORT=$(or $(PORT),8080) tests/serve.sh

bench: all $(addprefix $(B)/bench-,analyse hello corpus queries bare)
	$(B)/bench-analyse tests/relevance/kamervragen-annex.txt
	BUILD=$(B) bench/index.sh $(RECORDS)
	BUILD=$(B) bench/web.sh

soak: all
	BUILD=$(B) bench/soak.sh

relevance: all
	BUILD=$(B) tests/relevance/lab.sh

# What is installed where: programs and pages; the web program with its configurations.
PREFIX ?= /usr/local
D := $(DESTDIR)$(PREFIX)
DOC := $(D)/share/doc/pilotzoeker
# shell:path:program, where each shell looks
COMPLETIONS := $(foreach p,pilot-index pilot-search,bash:bash-completion/completions/$(p):$(p) \
	zsh:zsh/site-functions/_$(p):$(p) fish:fish/vendor_completions.d/$(p).fish:$(p))
c_words = $(subst :, ,$(c))
install: all
	install -d $(D)/bin $(D)/lib/cgi-bin $(D)/share/pilotzoeker/corpus/thesaurus $(DOC)/servers \
		$(addprefix $(D)/share/man/man,1 5 7 8)
	install $(B)/pilot-index $(B)/pilot-search $(D)/bin
	install $(B)/pilot-search.cgi $(D)/lib/cgi-bin
	install -m 644 $(wildcard corpus/*.*) corpus/SOURCES $(D)/share/pilotzoeker/corpus
	install -m 644 corpus/thesaurus/*.ini $(D)/share/pilotzoeker/corpus/thesaurus
	install -d $(D)/share/pilotzoeker/corpus/kamer && install -m 644 corpus/kamer/SOURCES $(D)/share/pilotzoeker/corpus/kamer
	for d in corpus/kamer/*/; do install -d $(D)/share/pilotzoeker/$$d && \
		install -m 644 $$d* $(D)/share/pilotzoeker/$$d || exit 1; done
	install -m 644 README.md SECURITY.md doc/*.md doc/*.json doc/embed.html $(DOC)
	install -m 644 lib/dutch/lexicon/NOTICE $(DOC)/NOTICE.opentaal
	install -d $(DOC)/beeld && install -m 644 doc/beeld/* $(DOC)/beeld
	install -m 644 doc/servers/* $(DOC)/servers
	for page in doc/man/*; do install -m 644 $$page $(D)/share/man/man$${page##*.}; done
	$(foreach c,$(COMPLETIONS),mkdir -p $(D)/share/$(dir $(word 2,$(c_words))) && \
		$(B)/$(word 3,$(c_words)) --completion $(word 1,$(c_words)) >$(D)/share/$(word 2,$(c_words)) &&) true

uninstall:
	rm -f $(addprefix $(D)/bin/,pilot-index pilot-search) $(D)/lib/cgi-bin/pilot-search.cgi
	rm -rf $(D)/share/pilotzoeker $(DOC)
	rm -f $(foreach c,$(COMPLETIONS),$(D)/share/$(word 2,$(c_words)))
	for page in doc/man/*; do rm -f $(D)/share/man/man$${page##*.}/$${page##*/}; done

# Debian packages of what git knows, in build/deb.
deb:
	rm -rf build/deb && mkdir -p build/deb/source
	git ls-files -z | xargs -0 cp --parents -t build/deb/source
	cd build/deb/source && dpkg-buildpackage -b -us -uc
	rm -rf build/deb/source

lint: $(GEN)
	MAKE="$(MAKE)" tests/lint.sh

TIDY_FILES = $(shell git ls-files 'lib/*.c' 'indexer/*.c' 'search/*.c' | grep -v 'mkdata\|mkwords\|example')
TIDY_FLAGS = -std=c11 -D_GNU_SOURCE -DVERSION='"0"' $(addprefix -I,$(sort $(dir $(TIDY_FILES))) lib/xapian-c) -I$(B)/gen \
	$(CFLAGS_PKGS) $(CFLAGS_INDEXER)
tidy: $(TIDY_FILES:%.c=$(B)/%.tidy)
$(B)/%.tidy: %.c $(B)/%.o .clang-tidy
	clang-tidy --quiet $< -- $(TIDY_FLAGS) 2>/dev/null
	@touch $@

format:
	git ls-files '*.c' '*.h' '*.cc' | xargs clang-format -i

clean:
	rm -rf build build-san build-fuzz build-coverage

-include $(shell find $(B) -name '*.d' -type f -not -path '*/deb/*' 2>/dev/null)
