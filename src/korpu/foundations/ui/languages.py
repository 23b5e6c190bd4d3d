"""Which language a request is answered in, and the facts Django has wrong about Azerbaijani."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import urlencode

from django.conf.locale import LANG_INFO
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation.trans_real import parse_accept_lang_header

from korpu.kernel.access import public
from korpu.kernel.texts import LANGUAGES, Language, speaking

COOKIE = "language"
ASKED = "lang"
COOKIE_AGE_SECONDS = 365 * 24 * 60 * 60
DEFAULT: Language = "az"
OWN_NAMES: dict[Language, str] = {"az": "Azərbaycanca", "en": "English", "ru": "Русский"}

GetResponse = Callable[[HttpRequest], HttpResponseBase]
RememberChoice = Callable[[HttpRequest, Language], None]
_remember_choice: list[RememberChoice] = []


def correct_language_facts() -> None:
    """Django lists Azerbaijani as written from right to left; its Latin script is not."""
    LANG_INFO["az"]["bidi"] = False


def register_remember_choice(remember: RememberChoice) -> None:
    """Let the room that keeps accounts store the language a signed-in person chose.

    Raises:
        RuntimeError: somebody has registered already.
    """
    if _remember_choice:
        raise RuntimeError("The keeper of the language choice is registered twice.")
    _remember_choice.append(remember)


def as_language(code: object) -> Language | None:
    """The language of the house that ``code`` (``"az-AZ"``, ``"ru"``) names, or None."""
    short = str(code or "").lower().replace("_", "-").split("-")[0]
    return next((language for language in LANGUAGES if language == short), None)


class LanguageMiddleware:
    """Speak the reader's language: their own, else the cookie's, else the browser's, else az.

    ``?lang=en`` goes before all of them and is remembered in the cookie: it makes the address of
    a public page in one language.

    Stands before the middleware that finds the actor, so that even its refusals are in the
    cookie's language; the actor's own language takes over when the view is about to run.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        asked = as_language(request.GET.get(ASKED))
        with ExitStack() as spoken:
            request.META["korpu.spoken"] = spoken
            _speak(request, asked or language_of_browser(request))
            response = self.get_response(request)
            if asked and request.COOKIES.get(COOKIE) != asked:
                _remember_in_cookie(request, response, asked)
            response.headers.setdefault("Content-Language", translation.get_language() or DEFAULT)
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        own = as_language(getattr(getattr(request, "actor", None), "language", None))
        if own and not as_language(request.GET.get(ASKED)):
            _speak(request, own)


@contextmanager
def speak(language: Language) -> Iterator[None]:
    """Show both the house's sentences and gettext's in ``language`` within the block."""
    with translation.override(language), speaking(language):
        yield


def _speak(request: HttpRequest, language: Language) -> None:
    spoken: ExitStack = request.META["korpu.spoken"]
    spoken.enter_context(speak(language))
    request.LANGUAGE_CODE = language


def language_of_browser(request: HttpRequest) -> Language:
    """The language of the cookie, else the first of Accept-Language the house speaks, else az."""
    chosen = as_language(request.COOKIES.get(COOKIE))
    if chosen:
        return chosen
    accepted = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    return next((found for code, _quality in accepted if (found := as_language(code))), DEFAULT)


def switch_url(request: HttpRequest, language: Language) -> str:
    """The address that changes the language and comes back to this page with its query."""
    kept = request.GET.copy() if request.method == "GET" else QueryDict(mutable=True)
    kept.pop(ASKED, None)
    here = f"{request.path}?{kept.urlencode()}" if kept else request.path
    query = urlencode({"next": here})
    return f"{reverse('choose-language', args=[language])}?{query}"


@public
def choose_language(request: HttpRequest, language: Language) -> HttpResponse:
    """Remember the language in a cookie (and in the account), and go back where we were."""
    target = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
        target = "/"
    for remember in _remember_choice:
        remember(request, language)
    response = HttpResponseRedirect(target)
    _remember_in_cookie(request, response, language)
    return response


def _remember_in_cookie(
    request: HttpRequest, response: HttpResponseBase, language: Language
) -> None:
    """Keep the choice in a cookie; an answer that sets one is nobody else's."""
    response.set_cookie(
        COOKIE,
        language,
        COOKIE_AGE_SECONDS,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    response.headers["Cache-Control"] = "private, no-cache"
