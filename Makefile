# The only commands anyone needs. Each does what it needs first (a virtual environment, packages, the site's build),
# and nothing twice. Settings: PYTHON=python3.13, PORT=8001, DATABASE_URL=postgres://user:password@host/name.
PYTHON ?= python3
TARGETS := run dev demo reset test audit fuzz drill lint schema client e2e browser screenshots lock

.DEFAULT_GOAL := help
.PHONY: help $(TARGETS)

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## serve the site, the API and its documentation on http://127.0.0.1:8000 (PORT=8001 for another port)
dev: ## the same for developing: both halves reload when a file changes
demo: ## load the demo world again, with dates around today
reset: ## erase the local database and the demo world with it
test: ## everything that must hold; the browser tests too, where a Chromium is found
audit: ## ask everything in two worlds that differ in a colleague's scorecard only: docs/blindness.md
fuzz: ## ask every operation for what fits openapi.yaml and for what does not, for some minutes
drill: ## kill, stop, fill and cut what a server stands on, and see that nothing is lost: docs/reliability.md
lint: ## only the checks that read the code: style, types, import contracts
schema: ## write openapi.yaml and the site's types again
client: ## a TypeScript and a Python client out of openapi.yaml, into var/clients: docs/api/clients.md
e2e: ## only the browser tests, against the served build and the demo world
browser: ## install a Chromium for the browser tests
screenshots: ## every screen in light, dark and mobile, into var/screenshots
lock: ## choose the newest allowed packages and pin them by hash

$(TARGETS):
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed and there is no $(PYTHON) here."; exit 1; }
	@$(PYTHON) scripts/house.py $@
