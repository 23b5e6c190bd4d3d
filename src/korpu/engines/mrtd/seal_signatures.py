"""Certificates of signers, and signatures by them.

Standard: ICAO Doc 9303-13, 2.4 (raw signatures, the hash follows from the key); 9303-12.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.x509.oid import NameOID

from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

_HASHES: tuple[tuple[int, type[hashes.HashAlgorithm]], ...] = (
    (224, hashes.SHA224),
    (256, hashes.SHA256),
    (384, hashes.SHA384),
    (512, hashes.SHA512),
)
ALGORITHMS = {"ES256": hashes.SHA256, "ES384": hashes.SHA384, "ES512": hashes.SHA512}
NO_CERTIFICATE = Text(
    az="Verilən fayl X.509 sertifikatı deyil.",
    en="What was given is no X.509 certificate.",
    ru="Переданный файл не является сертификатом X.509.",
)


def load_certificates(given: Sequence[bytes]) -> list[x509.Certificate]:
    """Certificates from DER or PEM.

    Raises:
        InvalidInput: one of them is none.
    """
    try:
        found = [
            x509.load_pem_x509_certificate(each)
            if each.lstrip().startswith(b"-----")
            else x509.load_der_x509_certificate(each)
            for each in given
        ]
        for each in found:
            name_of(each)
    except ValueError:
        raise InvalidInput(NO_CERTIFICATE) from None
    return found


def name_of(certificate: x509.Certificate) -> tuple[str, str, int]:
    """Country, name and number by which a seal names its signer's certificate."""
    return (
        _part_of(certificate, NameOID.COUNTRY_NAME),
        _part_of(certificate, NameOID.COMMON_NAME),
        certificate.serial_number,
    )


def _part_of(certificate: x509.Certificate, part: x509.ObjectIdentifier) -> str:
    found = certificate.subject.get_attributes_for_oid(part)
    return str(found[0].value).upper() if found else ""


def in_force(signer: x509.Certificate, on: date) -> Iterator[str]:
    """The word to be said where the certificate is not in force on the day."""
    noon = datetime.combine(on, time(12), UTC)
    if not signer.not_valid_before_utc <= noon <= signer.not_valid_after_utc:
        yield "EXPIRED_CERTIFICATE"


def issued_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    """Whether an authority's name and key stand behind the certificate."""
    try:
        certificate.verify_directly_issued_by(issuer)
    except (InvalidSignature, UnsupportedAlgorithm, TypeError, ValueError):
        return False
    return True


def signature_agrees(
    signed: bytes,
    signature: bytes,
    signer: x509.Certificate,
    algorithm: type[hashes.HashAlgorithm] | None = None,
) -> bool:
    """ECDSA; where no hash is named, it follows from the size of the key."""
    try:
        key = signer.public_key()
    except (UnsupportedAlgorithm, ValueError):
        return False
    if not isinstance(key, ec.EllipticCurvePublicKey):
        return False
    half = -(-key.key_size // 8)
    algorithm = algorithm or next((each for size, each in _HASHES if key.key_size <= size), None)
    if algorithm is None or len(signature) != 2 * half:
        return False
    parts = (signature[:half], signature[half:])
    numbers = (int.from_bytes(part, "big") for part in parts)
    try:
        key.verify(utils.encode_dss_signature(*numbers), signed, ec.ECDSA(algorithm()))
    except (InvalidSignature, UnsupportedAlgorithm, ValueError):
        return False
    return True
