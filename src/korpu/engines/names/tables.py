"""The rules of spelling, as tables. Their order is part of the rule: longest and earliest first.

Sources of the correspondences: the Azerbaijani alphabets of 1958 and 1991, ICAO Doc 9303-3
tables 6.A to 6.C, and the passport practice of Azerbaijan (Ə→A, C→J, X→KH, Q→G, Ğ→GH).
"""

FROM_CYRILLIC = (
    ("дж", "j"), ("сх", "sk"), ("ю", "yu"), ("я", "ya"), ("ё", "yo"), ("ж", "j"), ("х", "kh"),
    ("ц", "ts"), ("ч", "ch"), ("ҹ", "j"), ("ш", "sh"), ("щ", "sh"), ("ғ", "gh"), ("ҝ", "g"),
    ("һ", "h"), ("ә", "a"), ("ө", "o"), ("ү", "u"), ("ј", "y"), ("ъ", ""), ("ь", ""), ("ы", "i"),
    ("э", "e"), ("а", "a"), ("б", "b"), ("в", "v"), ("г", "g"), ("д", "d"), ("е", "e"),
    ("з", "z"), ("и", "i"), ("й", "y"), ("к", "k"), ("л", "l"), ("м", "m"), ("н", "n"),
    ("о", "o"), ("п", "p"), ("р", "r"), ("с", "s"), ("т", "t"), ("у", "u"), ("ф", "f"),
    ("і", "i"), ("ї", "yi"), ("є", "ye"), ("ґ", "g"),
)  # fmt: skip
"""Azerbaijani, Russian and Ukrainian Cyrillic to passport-like Latin."""

FROM_ARABIC = (
    ("ا", "a"), ("آ", "a"), ("أ", "a"), ("إ", "i"), ("ب", "b"), ("پ", "p"), ("ت", "t"),
    ("ث", "s"), ("ج", "j"), ("چ", "ch"), ("ح", "h"), ("خ", "kh"), ("د", "d"), ("ذ", "z"),
    ("ر", "r"), ("ز", "z"), ("ژ", "j"), ("س", "s"), ("ش", "sh"), ("ص", "s"), ("ض", "z"),
    ("ط", "t"), ("ظ", "z"), ("ع", "a"), ("غ", "gh"), ("ف", "f"), ("ق", "g"), ("ک", "k"),
    ("ك", "k"), ("گ", "g"), ("ل", "l"), ("م", "m"), ("ن", "n"), ("و", "v"), ("ه", "h"),
    ("ة", "a"), ("ی", "i"), ("ي", "i"), ("ى", "a"), ("ئ", "i"), ("ؤ", "v"), ("ء", ""),
)  # fmt: skip
"""Persian and Arabic letters; short vowels are not written, so only the skeleton is comparable."""

FROM_LATIN = (
    ("ç", "ch"), ("ş", "sh"), ("ğ", "gh"), ("ə", "a"), ("ı", "i"), ("x", "kh"), ("š", "sh"),
    ("ž", "j"), ("č", "ch"),
)  # fmt: skip
"""Letters of Azerbaijani and its neighbours that folding would lose."""

TO_CLASSES = (
    ("shch", "s"), ("dzh", "j"), ("sch", "s"), ("tch", "j"), ("dj", "j"), ("zh", "j"),
    ("ch", "j"), ("sh", "s"), ("gh", "k"), ("kh", "k"), ("ph", "v"), ("th", "t"), ("ck", "k"),
    ("ue", "u"), ("oe", "u"), ("ae", "a"), ("ts", "s"), ("c", "j"), ("q", "k"), ("g", "k"),
    ("h", "k"), ("x", "k"), ("w", "v"), ("f", "v"), ("y", "i"), ("e", "a"), ("o", "u"),
)  # fmt: skip
"""Latin spellings to sound classes: {k g q h x} = k, {c ç j zh dzh} = j, {s ş ts} = s,
{v f w} = v, {a e ə} = a, {o ö u ü} = u, {i ı y} = i."""

SOFTENED = (("yu", "u"), ("iu", "u"), ("ya", "a"), ("yo", "u"))
"""After a consonant Russian ю, я, ё only soften it: Гюльнара, Giulnara and Gülnarə are one."""

SAME_STEMS = (("kasum", "kasim"), ("makumad", "makamad"), ("mukamad", "makamad"))
"""Stems that Russian usage writes with another vowel (Касумов, Qasımov; Магомед, Məhəmməd)."""

STOP_WORDS = frozenset({
    "oglu", "ogli", "ogly", "oghlu", "oqlu", "oghli", "qizi", "gizi", "qizy", "gizy", "kizi",
    "kyzy", "kizy", "gyzy", "oğlu", "qızı", "оглы", "оглу", "кызы", "гызы", "оғлу", "гызи", "ogl",
})  # fmt: skip
"""Son of, daughter of: they say how a patronymic is written, not who its bearer is."""

PATRONYMIC_ENDINGS = (
    "ovich", "evich", "yevich", "ovna", "evna", "yevna",
    "ович", "евич", "овна", "евна",
)  # fmt: skip
"""Russian patronymics carry the father's name in front of these."""
