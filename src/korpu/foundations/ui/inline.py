"""The one script that stands in the page itself, and its hash for the content security policy.

It tells the style sheet before anything is drawn that scripts run. A hash, unlike a nonce, is the
same for every reader, so that a page can be kept by a cache.
"""

import base64
import hashlib

SCRIPT = (
    "document.body.className += ' js-enabled' + "
    "('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');"
)
SCRIPT_HASH = f"'sha256-{base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()}'"
