"""The IATI files of the demonstration: the shipped projects, checked and published."""

from django.conf import settings
from django.utils import timezone

from korpu.domains.programmes import api as programmes
from korpu.foundations.accounts.api import acting
from korpu.kernel.errors import NotPossibleNow
from korpu.site.demo.cast import Cast


def publish_files(cast: Cast) -> None:
    """Let the director publish what can be published; what is published already stays."""
    at = timezone.now()
    for code in ("", "mobilaze", "restart", "mobilaze-2"):
        with acting(cast.on("programme_director", timezone.localdate(at))) as director:
            try:
                programmes.publish_iati(
                    code, base_url=settings.KORPU_SITE_URL, actor=director, at=at
                )
            except NotPossibleNow:
                continue
