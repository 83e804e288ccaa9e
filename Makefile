# Two commands do everything: `make brief` and `make test`. `make` alone lists them all.
bin = .venv/bin

help: ## List what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 10

brief: runtime ## Set up, build the brief into dist/ and prove every citation in it
	$(bin)/surefoot build source/brief.md

test: tools ## Set up, run the whole test suite (ARGS="-k epub" for a part)
	$(bin)/pytest $(ARGS)

kindle: tools ## Install calibre too (125 MB), and prove what comes back from a Kindle
	@tools/setup calibre
	$(bin)/pytest -k kindle

check: tools ## Lint, types and the walls between the rooms
	$(bin)/ruff check
	$(bin)/ruff format --check
	$(bin)/mypy
	$(bin)/lint-imports --no-logo

bench: runtime ## Time and memory beside pandoc's own, and time by the number of notes, with the bars they must meet
	$(bin)/python benchmarks/bench.py
	$(bin)/python benchmarks/growth.py

mutants: tools ## Damage files at random, and count what passes (N=2000 of each format, SEED=1, ARGS="--documents FOLDER")
	PYTHONPATH=tests $(bin)/python -m mutants --mutants $(or $(N),2000) --seed $(or $(SEED),1) $(ARGS)

fuzz-pdf: tools ## Set documents at random as PDF, and count what became of their notes (ARGS="--documents A4=20 small=40")
	PYTHONPATH=tests $(bin)/python -m fuzz $(or $(ARGS),--page docs/fuzz.md)

mutation: tools ## Change the judge's own code, place by place, and count what no test notices (ARGS="--rooms verify,text --share 0.3")
	PYTHONPATH=tests $(bin)/python -m mutation $(ARGS)

upgrade: ## Take the newest version of every library, and write the versions down
	rm -rf .venv
	sed -i.old '/^#/!d' tools/versions.txt
	tools/setup test
	$(bin)/python -m pip freeze --exclude-editable >>tools/versions.txt
	rm tools/versions.txt.old

picture: tools ## Draw the picture in the README from the files in dist/
	PYTHONPATH=tests $(bin)/python docs/picture.py

read: tools ## Draw what a reader of an e-book sees in foliate-js (BOOK=dist/brief.epub, ARGS="--looks all --note 3")
	PYTHONPATH=tests $(bin)/python -m reading $(or $(BOOK),dist/brief.epub) -o build $(ARGS)

aloud: tools ## Write down how the PDFs of the brief and of a sample are read aloud
	$(bin)/python tests/aloud.py

compare: tools ## Set the same sources with other tools, and write docs/compared.md (needs LibreOffice)
	$(bin)/python docs/compare.py

compare-epub: tools ## Set sources as e-books with pandoc too, and put what is measured into docs/epub.md (needs calibre)
	PYTHONPATH=tests $(bin)/python docs/epub.py

clean: ## Remove everything that was set up
	rm -rf .venv tests/node_modules .hypothesis .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

runtime:
	@tools/setup runtime

tools:
	@tools/setup test

.PHONY: help brief test kindle check bench compare compare-epub mutants mutation aloud picture read upgrade clean runtime tools
