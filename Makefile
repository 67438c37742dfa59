# Everything the project needs, it installs itself: on a fresh Debian 12 with Swift 6.3, `make demo` and `make test`.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := build

# What compiling and running need.
PACKAGES := pkg-config libsqlite3-dev libxml2-dev libxslt1-dev libsodium-dev libzip-dev zlib1g-dev libqrencode-dev libmicrohttpd-dev \
  libssl-dev libcurl4-openssl-dev python3-venv qpdf tzdata
# What the whole test suite needs beside: programs that read what we write.
TEST_PACKAGES := sqlite3 libxml2-utils xsltproc poppler-utils libreoffice-writer-nogui zbar-tools \
  chromium chromium-driver
# What only the benchmarks need: a load, and programs to stand beside ours.
BENCH_PACKAGES := wrk nginx-light xsltproc fop default-jdk-headless libpangoft2-1.0-0 libharfbuzz-subset0

# Installs those of a list of packages that are missing.
define install
@missing=$$(for p in $(1); do dpkg-query -Wf'$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
if [ -n "$$missing" ]; then \
  $(SUDO) apt-get update -q; \
  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends $$missing; \
fi
endef

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
SWIFT_BUILD := swift build -c release
TRYGG := .build/release/trygg

.PHONY: build demo test test-quick bench bench-service lint format setup setup-test help clean

## build: the program, at .build/release/trygg
build: setup
	$(SWIFT_BUILD) --product trygg

## demo: a register with a year of real-looking data, from CSV to statements, a certificate and a refusal
demo: build
	$(TRYGG) demo --out demo

## test: everything
test: setup-test
	swift build --build-tests
	swift test --skip-build

## test-quick: what needs no heavy package
test-quick: setup
	swift test --skip PDF --skip AkomaNtoso --skip StatementTests

## bench: ratios against named baselines measured in the same run
bench: setup .venv-bench/installed
	$(call install,$(BENCH_PACKAGES))
	$(SWIFT_BUILD)
	.build/release/trygg-bench

## bench-service: the web service under load, beside nginx and Flask
bench-service: build setup-test
	$(call install,$(BENCH_PACKAGES))
	Tests/Benchmarks/service.py

## lint: formatting, and imports that no target has declared
lint: setup
	swift format lint --strict --recursive Package.swift Sources Tests
	swift build --explicit-target-dependency-import-check error

## format: put the source into the house style
format:
	swift format --in-place --recursive Package.swift Sources Tests

## setup: install what is missing to build and run
setup: .venv/installed
	$(call install,$(PACKAGES))

# The PDF worker's Python, with the wheel pinned; everything but PDF works without it.
.venv/installed: Templates/pdf/requirements.txt
	$(call install,python3-venv)
	python3 -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

## setup-test: install what the whole test suite needs
setup-test: setup .venv-test/installed
	$(call install,$(TEST_PACKAGES))

# Programs that others wrote, which the benchmarks measure beside ours.
.venv-bench/installed: Tests/Benchmarks/requirements.txt
	$(call install,python3-venv)
	python3 -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

# Programs that others wrote, which the tests run against ours.
.venv-test/installed: Tests/requirements.txt
	$(call install,python3-venv)
	python3 -m venv .venv-test
	.venv-test/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

## help: what can be made
help:
	@sed -n 's/^## //p' Makefile

clean:
	rm -rf .build .venv .venv-test .venv-bench demo
