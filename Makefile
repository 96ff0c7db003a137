STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
# 2.17 needs a module that the proxy does not have (go.digitalxero.dev/go-msix), 2.18 a later Go.
GORELEASER = github.com/goreleaser/goreleaser/v2@v2.16.0
GREMLINS = github.com/go-gremlins/gremlins/cmd/gremlins@v0.6.0
FUZZTIME = 30s
PEERS = @duckdb/node-api@1.5.6-r.1 nodejs-polars@0.26.1 nodejs-polars-linux-x64-gnu@0.26.1

# The packages that start goroutines: the race detector has nothing to find in others.
# bubbletea itself has a race when it hands a terminal back, so TestJobControl is left out; TestLoad measures memory, which the detector adds to.
# Tests that only repeat what another test starts are left out, since the detector makes them ten times as slow: TestWorkersDoNotAffectReport has the
# goroutines of the audit, TestLearnIsDeterministic those of learning, and TestTerminalSession those of the terminal. So are the seeds of the fuzzers.
WITHOUT_RACE = Fuzz.*|TestExamples.*|TestPublished.*|TestBrowser|Test.*Killed.*|TestHostileWords|TestAddedRole|TestJobControl|TestLoad|$\
	TestFairForAnyNumberOfRoles|TestBalancedPacksPass|TestRiggedPacksAreFound|TestRowsAddUp|TestWishes|TestFewFacetsFinding|TestGoodPackHasNoFindings|$\
	TestLearnSmallField|TestLearnAnotherField|TestSurveys|$\
	TestNoSizePanics|TestPlainEndOfInput|TestQuestionsFitSmallScreen|TestSameLinesOnSmallScreen
CONCURRENT = $$(grep -rlE '\bgo (func\b|[a-zA-Z_.]+\()|\.Go\(' --include='*.go' internal cmd | xargs -n1 dirname | sort -u | sed 's|^|./|')

# What vet needs of a package doesn't depend on optimizations, which take a third of the time.
UNOPTIMIZED = -gcflags='all=-N -l'

.PHONY: build install engine axe test check check-format check-vet check-tests check-systems check-static check-modules check-race check-arm64 check-windows kills load update pictures fuzz mutate bench peers dist

build: engine ## the program, as ./rolefit
	CGO_ENABLED=0 go build -buildvcs=auto -trimpath -ldflags '-s -w' -o rolefit ./cmd/rolefit

install: engine ## the program, in $(go env GOPATH)/bin
	CGO_ENABLED=0 go install -buildvcs=auto -trimpath -ldflags '-s -w' ./cmd/rolefit

engine: ## the method compiled for browsers, which the program embeds for rolefit web
	go run ./internal/web/build

axe: ## the accessibility checks of the browser tests, from npm
	npm ci --prefix internal/browsertest/axe --ignore-scripts --no-audit --no-fund

test: ## every test
	go test ./...

check: check-format check-vet check-tests check-systems check-static check-modules check-race ## everything that must hold before a change lands

check-format:
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo "gofmt would change the files above"; exit 1; }

check-vet:
	go vet ./...

check-tests: # -vet=off, because check-vet does more
	go test -vet=off ./...

# Windows with 32 bits, so that one pass finds both what isn't portable and integers that are too large.
check-systems:
	GOOS=windows GOARCH=386 go vet $(UNOPTIMIZED) ./...
	GOOS=darwin go vet $(UNOPTIMIZED) ./...

check-static:
	go run $(STATICCHECK) ./...

check-modules:
	go mod tidy -diff
	go mod verify

check-race:
	GORACE=atexit_sleep_ms=0 go test -vet=off -race -short -skip '^($(WITHOUT_RACE))$$' $(CONCURRENT)

check-arm64: ## the same bytes on arm64 as here, under qemu-user; part of .ci/run
	.ci/arm64

check-windows: ## the tests as Windows programs, under wine 10, which takes 1.1 GB; not part of .ci/run
	.ci/windows

kills: ## kill -9 at random moments, a thousand processes and more
	KILLS=5 go test -count 1 -v -run 'Killed' ./internal/state ./internal/cli | grep -E 'kills|^(ok|---|FAIL)'

load: ## score ten million lines, one in a hundred bad, for a slow reader; then stopped and started again
	LOAD=10000000 go test -count 1 -timeout 2h -v -run TestLoad ./internal/cli

update: ## regenerate the golden files, what the README shows, and the table of dependencies
	go test ./internal/pack -run TestBuiltinIsItsFiles -update
	go test ./internal/batch/bench -update
	go test ./internal/page ./internal/report ./internal/pack ./internal/posting/learn ./cmd/rolefit-docs -update
	go test ./internal/cli -run Readme -update

pictures: ## draw the pictures in the README again; those of pages need Chromium
	go test ./internal/ptytest ./internal/web -run Pictures -count 1 -update

fuzz: ## every fuzzer for FUZZTIME, and two million mutated lines of a batch
	MUTATIONS=2000000 go test -v -run TestMutatedLines ./internal/batch
	@for package in $$(go list ./...); do \
		for fuzzer in $$(go test -list '^Fuzz' $$package | grep '^Fuzz'); do \
			echo "$$package $$fuzzer"; \
			go test -run '^$$' -fuzz "^$$fuzzer$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 5x $$package || exit 1; \
		done; \
	done

dist: ## the archives for all systems, in dist/; the same commit gives the same bytes
	go run $(GORELEASER) check
	go run $(GORELEASER) release --snapshot --clean
	cp build/rolefit.html dist/

bench: ## what a batch, a start and an audit cost; with what make peers installs, beside other programs; POSTINGS=FILE for match
	NODE_PATH=$(CURDIR)/build/peers/node_modules go run ./internal/batch/bench $(if $(POSTINGS),-postings $(POSTINGS))

peers: ## DuckDB and Polars from npm, for make bench
	npm install --prefix build/peers --no-save --ignore-scripts --no-audit --no-fund $(PEERS)

mutate: ## change one operator of the method at a time, and list what no test notices
	GOFLAGS='-short -vet=off' go run $(GREMLINS) unleash --invert-assignments --workers 1 --timeout-coefficient 12 \
		--output-statuses lt --threshold-efficacy 95 ./internal/fit
