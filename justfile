# Recipes of every day. `just` alone lists them; each is one command you can also type yourself.

default:
    @just --list

# Bring everything up with fictional people on http://127.0.0.1:8000
demo *words:
    uv run korpu demo {{words}}

# Run the tests (a path or -k narrows them)
test *words:
    uv run pytest {{words}}

# Run the database tests on another PostgreSQL: just test-on /usr/lib/postgresql/15/bin
test-on bin *words:
    KORPU_POSTGRES_BIN={{bin}} uv run pytest -m django_db {{words}}

# Format, lint, types, import contracts
check:
    uv run ruff format .
    uv run ruff check .
    uv run mypy
    uv run lint-imports
    uv run korpu messages check
    uv run python docs/generate.py --check

# Write the generated pages of docs/reference anew
docs:
    uv run python docs/generate.py
    uv run korpu procedures reference docs/reference/procedures

# Gather new strings into the catalogues
messages:
    uv run korpu messages extract

# Everything the build server runs
ci:
    .ci/run
