"""Which publications hold the words somebody typed."""

from django.db import connection

from korpu.engines.azeri import search_words

MATCH_LIMIT = 2_000
_SHORTEST_PREFIX = 3
_SQL = """
    select publication_id, rank
      from information_matches(to_tsquery('simple', %s) || plainto_tsquery('english', %s)
                               || plainto_tsquery('russian', %s))
     order by rank desc, publication_id desc limit %s
"""


def matching(words: str) -> dict[int, float]:
    """Keys of publications that hold every word, in some form, with how well they match.

    Best first, at most 2,000. Letters with and without marks, both i's, Azerbaijani, English and
    Russian endings count as the same; a word's beginning is enough. Empty when nothing matches or
    nothing was asked.
    """
    stems = search_words(words)
    if not stems:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [_query_of(stems), words, words, MATCH_LIMIT])
        return dict(cursor.fetchall())


def _query_of(stems: list[frozenset[str]]) -> str:
    """One group per word, any of its stems; letters and digits only, so nothing needs quoting."""
    return " & ".join(f"({' | '.join(map(_term, sorted(word)))})" for word in stems)


def _term(stem: str) -> str:
    return f"{stem}:*" if len(stem) >= _SHORTEST_PREFIX else stem
