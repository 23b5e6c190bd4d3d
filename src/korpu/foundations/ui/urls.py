"""Pages of the frame itself, open to everybody. The site mounts them at its root."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, re_path

from korpu.foundations.ui import views
from korpu.kernel.texts import LANGUAGES

INFORMATION_PAGES = ("help", "about", "accessibility", "cookies")

urlpatterns: list[URLPattern | URLResolver] = [
    re_path(
        rf"^language/(?P<language>{'|'.join(LANGUAGES)})/$",
        views.choose_language,
        name="choose-language",
    ),
    *(
        path(f"{page}/", views.information_page, {"page": page}, name=page)
        for page in INFORMATION_PAGES
    ),
]

if settings.KORPU_MODE != "production":
    urlpatterns.append(path("patterns/", include("korpu.foundations.ui.patterns.urls")))
