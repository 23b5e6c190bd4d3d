"""Whether a seal holds: format, signer, signature, and what the document says beside it.

The result words are the standard's own. A certificate that is not at hand is UNKNOWN_CERTIFICATE,
never *forged*; what was not checked is listed with every result.

Standard: ICAO Doc 9303-13, 2.4 and appendix D; 9303-7, 9.4; 9303-8, appendix A.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from cryptography import x509

from korpu.engines.mrtd.findings import load, text_of
from korpu.engines.mrtd.report import check
from korpu.engines.mrtd.seal_json import JsonSeal, read_json_seal
from korpu.engines.mrtd.seal_signatures import (
    ALGORITHMS,
    in_force,
    issued_by,
    load_certificates,
    name_of,
    signature_agrees,
)
from korpu.engines.mrtd.seals import NoSeal, Profile, Seal, read_seal
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

Result = Literal[
    "VALID", "READ_ERROR", "WRONG_FORMAT", "UNKNOWN_CERTIFICATE", "UNTRUSTED_CERTIFICATE",
    "EXPIRED_CERTIFICATE", "INVALID_SIGNATURE", "INVALID_VISA_MRZ", "SEAL_VISA_MISMATCH",
    "INVALID_PASSPORT_MRZ", "SEAL_PASSPORT_MISMATCH", "INVALID_SEAL_MRZ", "INVALID_PRINTED_MRZ",
    "SEAL_DOCUMENT_MISMATCH", "UNKNOWN_FEATURE",
]  # fmt: skip
Trust = Literal["trustable", "medium", "high"]

_VISA = "visa"
_PASSPORT_NUMBER = 5
_COMPARED_OF_A_VISA = 28
_SEVERITY: tuple[Trust, ...] = ("high", "medium", "trustable")


@dataclass(frozen=True, slots=True)
class SealFinding:
    """One result word with its weight and its sentence."""

    word: Result
    trust: Trust
    message: Text


@dataclass(frozen=True, slots=True)
class SealReport:
    """What was found in a seal.

    Attributes:
        result: the gravest word; ``VALID`` when nothing stands against the seal.
        findings: every word that applies, the gravest first.
        seal: ``None`` when the bytes are none.
        not_checked: what this result does not say anything about.
    """

    result: SealFinding
    findings: tuple[SealFinding, ...]
    seal: Seal | JsonSeal | None
    not_checked: tuple[Text, ...]

    @property
    def valid(self) -> bool:
        return self.result.word == "VALID"


def check_seal(
    data: bytes,
    *,
    on: date,
    certificates: Sequence[bytes] = (),
    issuers: Sequence[bytes] = (),
    printed: str | None = None,
    passport: str | None = None,
) -> SealReport:
    """Check a seal.

    Args:
        data: the bytes of the bar code; empty when it could not be read.
        on: the day of the check.
        certificates: certificates of signers, DER or PEM.
        issuers: certificates of authorities that must have issued the signer's; without any, a
            certificate given is taken as trusted and the report says so.
        printed: the machine-readable zone of the document that bears the seal.
        passport: the machine-readable zone of the passport a visa stands in.

    Raises:
        InvalidInput: one of the certificates is none.
    """
    signers, authorities = load_certificates(certificates), load_certificates(issuers)
    if not data:
        return _report(None, ["READ_ERROR"], [])
    try:
        seal = read_seal(data)
        words = [] if _complete(seal) else ["WRONG_FORMAT"]
    except NoSeal:
        return _report(None, ["WRONG_FORMAT"], [])
    signer = _signer_of(seal, signers)
    words += _signed(seal, signer, authorities, on)
    if "WRONG_FORMAT" not in words:
        words += _documents(seal, on, printed, passport)
    return _report(seal, words, [*_unchecked(seal, signer, authorities, printed, passport)])


def check_json_seal(text: str, *, on: date, issuers: Sequence[bytes] = ()) -> SealReport:
    """Check a seal of the kind that is JSON and carries its signer's certificate (VDS-NC).

    Args:
        text: the text of the bar code; empty when it could not be read.
        on: the day of the check.
        issuers: certificates of authorities; without one that issued the signer's, nothing that the
            seal carries proves anything, and the result is UNTRUSTED_CERTIFICATE.

    Raises:
        InvalidInput: one of the certificates is none.
    """
    authorities = load_certificates(issuers)
    if not text:
        return _report(None, ["READ_ERROR"], [])
    try:
        seal = read_json_seal(text)
        [signer] = load_certificates([seal.certificate])
    except (NoSeal, InvalidInput):
        return _report(None, ["WRONG_FORMAT"], [])
    words = (
        [] if any(issued_by(signer, each) for each in authorities) else ["UNTRUSTED_CERTIFICATE"]
    )
    words += in_force(signer, on)
    algorithm = ALGORITHMS[seal.algorithm]
    if not signature_agrees(seal.signed, seal.signature, signer, algorithm):
        words.append("INVALID_SIGNATURE")
    return _report(seal, words, ["revocation", "authority", "document_type", "content"])


def _complete(seal: Seal) -> bool:
    """Whether the features of a known profile are there and have their lengths."""
    profile = seal.profile
    if profile is None:
        return True
    zones = [tag for tag in profile.zones if tag in seal.features]
    fitting = all(
        profile.lengths[tag][0] <= len(value) <= profile.lengths[tag][1]
        for tag, value in seal.features.items()
        if tag in profile.lengths
    )
    readable = all(seal.text(tag) is not None for tag in profile.texts)
    if len(zones) != 1 or not (fitting and readable and profile.required <= set(seal.features)):
        return False
    return len(seal.text(zones[0]) or "") == profile.zone_characters[zones[0]]


def _signer_of(seal: Seal, certificates: Sequence[x509.Certificate]) -> x509.Certificate | None:
    """The certificate the header names: by country, name and number."""
    try:
        number = int(seal.header.reference, 16)
    except ValueError:
        return None
    named = (seal.header.signer[:2], seal.header.signer[2:], number)
    return next((each for each in certificates if name_of(each) == named), None)


def _signed(
    seal: Seal, signer: x509.Certificate | None, issuers: Sequence[x509.Certificate], on: date
) -> Iterator[str]:
    if signer is None:
        yield "UNKNOWN_CERTIFICATE"
        return
    if issuers and not any(issued_by(signer, each) for each in issuers):
        yield "UNTRUSTED_CERTIFICATE"
    yield from in_force(signer, on)
    if not signature_agrees(seal.signed, seal.signature, signer):
        yield "INVALID_SIGNATURE"


def _documents(seal: Seal, on: date, printed: str | None, passport: str | None) -> Iterator[str]:
    """What the zones of the documents say against the seal."""
    profile, zone = seal.profile, seal.zone
    if profile is None or zone is None:
        return
    if profile.id == _VISA:
        yield from _visa(zone, on, printed)
        yield from _passport(seal, on, passport)
    else:
        yield from _emergency(zone, on, printed)
    if set(seal.features) - set(profile.lengths):
        yield "UNKNOWN_FEATURE"


def _visa(zone: tuple[str, ...], on: date, printed: str | None) -> Iterator[str]:
    if printed is None:
        return
    report = check(printed, on=on)
    if not report.conforms:
        yield "INVALID_VISA_MRZ"
    lines = report.lines if report.content else ("", "")
    held = lines[0] + lines[1][:_COMPARED_OF_A_VISA]
    if held != "".join(zone):
        yield "SEAL_VISA_MISMATCH"


def _passport(seal: Seal, on: date, passport: str | None) -> Iterator[str]:
    if passport is None:
        return
    report = check(passport, on=on)
    if not report.conforms:
        yield "INVALID_PASSPORT_MRZ"
    number = (seal.text(_PASSPORT_NUMBER) or "").strip()
    if report.content is None or report.content.number.replace("<", " ") != number:
        yield "SEAL_PASSPORT_MISMATCH"


def _emergency(zone: tuple[str, ...], on: date, printed: str | None) -> Iterator[str]:
    if not check("\n".join(zone), on=on).conforms:
        yield "INVALID_SEAL_MRZ"
    if printed is None:
        return
    report = check(printed, on=on)
    if not report.conforms:
        yield "INVALID_PRINTED_MRZ"
    if report.lines != zone:
        yield "SEAL_DOCUMENT_MISMATCH"


def _unchecked(
    seal: Seal,
    signer: x509.Certificate | None,
    issuers: Sequence[x509.Certificate],
    printed: str | None,
    passport: str | None,
) -> Iterator[str]:
    profile: Profile | None = seal.profile
    if signer is not None:
        if not issuers:
            yield "chain"
        yield from ("revocation", "authority", "document_type")
    if profile is None:
        yield "profile"
    elif printed is None:
        yield "printed"
    if profile is not None and profile.id == _VISA and passport is None:
        yield "passport"


def _report(
    seal: Seal | JsonSeal | None, words: Sequence[str], unchecked: Sequence[str]
) -> SealReport:
    found = [_finding(word) for word in words]
    against = [each for each in found if each.word != "UNKNOWN_FEATURE"]
    ordered = sorted(found, key=lambda each: _SEVERITY.index(each.trust))
    gravest = min(against, key=lambda each: _SEVERITY.index(each.trust), default=_finding("VALID"))
    told = tuple(text_of(_declared()["not_checked"][each]) for each in unchecked)
    return SealReport(gravest, tuple(ordered), seal, told)


def _finding(word: str) -> SealFinding:
    told = _declared()["results"][word]
    return SealFinding(word, told["trust"], text_of(told))  # type: ignore[arg-type]  # the words are those declared


def _declared() -> dict[str, Any]:
    found: dict[str, Any] = load("seals.yaml")
    return found


def trust_title(trust: Trust) -> Text:
    """How much a result lets the seal be relied on, in words."""
    return text_of(_declared()["trusts"][trust])
