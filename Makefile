# pcu-fab: build, test, make masks. `make help` lists the targets.
SWIFT ?= swift
PREFIX ?= /usr/local
RELEASE := .build/release/pcu-fab

.DEFAULT_GOAL := help
.PHONY: help dependencies build wafer test install uninstall check bench clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

dependencies: ## Install the C libraries that the build links (Debian, Ubuntu; Homebrew)
	@Scripts/install-dependencies

build: dependencies ## Build the release binary
	$(SWIFT) build -c release --product pcu-fab

wafer: build ## Make the masks of the 4-inch wafer with 101 PCUs
	$(RELEASE) layout --wafer 4in

test: dependencies ## Build and run all tests
	$(SWIFT) test
	@echo "all tests passed"

check: dependencies ## Format lint, import table, generated pages, README commands
	Scripts/check

bench: build ## Print times and memory of the main jobs
	Benchmarks/run

install: build ## Install to PREFIX (default /usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/pcu-fab/Recipes" "$(DESTDIR)$(PREFIX)/share/pcu-fab/Layouts" "$(DESTDIR)$(PREFIX)/share/pcu-fab/Bins" "$(DESTDIR)$(PREFIX)/share/pcu-fab/Networks" "$(DESTDIR)$(PREFIX)/share/pcu-fab/Energy" "$(DESTDIR)$(PREFIX)/share/pcu-fab/Checkpoints" "$(DESTDIR)$(PREFIX)/share/pcu-fab/Python"
	install -m 755 $(RELEASE) "$(DESTDIR)$(PREFIX)/bin/pcu-fab"
	install -m 644 Recipes/*.yaml "$(DESTDIR)$(PREFIX)/share/pcu-fab/Recipes/"
	install -m 644 Layouts/*.yaml "$(DESTDIR)$(PREFIX)/share/pcu-fab/Layouts/"
	install -m 644 Bins/*.yaml "$(DESTDIR)$(PREFIX)/share/pcu-fab/Bins/"
	install -m 644 Networks/*.yaml "$(DESTDIR)$(PREFIX)/share/pcu-fab/Networks/"
	install -m 644 Energy/*.yaml "$(DESTDIR)$(PREFIX)/share/pcu-fab/Energy/"
	install -m 644 Python/*.py "$(DESTDIR)$(PREFIX)/share/pcu-fab/Python/"
	if [ -d Checkpoints ]; then install -m 644 Checkpoints/*.safetensors "$(DESTDIR)$(PREFIX)/share/pcu-fab/Checkpoints/"; fi
	@echo "installed $(DESTDIR)$(PREFIX)/bin/pcu-fab"

uninstall: ## Remove what install wrote
	rm -f "$(DESTDIR)$(PREFIX)/bin/pcu-fab"
	rm -rf "$(DESTDIR)$(PREFIX)/share/pcu-fab"

clean: ## Remove the build folder
	rm -rf .build
