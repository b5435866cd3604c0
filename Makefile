# Everything a newcomer types. setup.sh installs what is missing and is quick when nothing is.
#   make run PYTHON=python3.12          another Python (3.11 or newer)
#   make run ARGS="--port 8000"         arguments for whyflow serve
#   make test ARGS=tests/agent          arguments for pytest

.PHONY: help run test bench lint clean

help:
	@echo "make run     install what is missing and open Whyflow at http://127.0.0.1:7860"
	@echo "make test    install what is missing and run all tests"
	@echo "make bench   measure speed (takes a while; leave the machine alone meanwhile)"
	@echo "make lint    ruff and mypy"
	@echo "make clean   remove .venv and what tools left here; weights and conversations stay"

run:
	@PYTHON="$(PYTHON)" ./setup.sh run
	@exec .venv/bin/whyflow serve $(ARGS)

test:
	@./setup.sh browser & PYTHON="$(PYTHON)" ./setup.sh dev && wait
	WHYFLOW_DATA=build/indexed .venv/bin/whyflow prepare
	.venv/bin/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

bench:
	@PYTHON="$(PYTHON)" ./setup.sh dev
	.venv/bin/whyflow prepare
	.venv/bin/python -m tests.bench $(ARGS)

lint:
	@PYTHON="$(PYTHON)" ./setup.sh dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

clean:
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +
