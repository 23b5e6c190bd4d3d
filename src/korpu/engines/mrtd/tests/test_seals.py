"""Visible digital seals: read, checked against signer and documents, damaged."""

import base64
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st

from korpu.engines.mrtd.api import Document, Format, write
from korpu.engines.mrtd.seal_checking import check_json_seal, check_seal
from korpu.engines.mrtd.seal_command import main
from korpu.engines.mrtd.seal_json import canonical, read_json_seal
from korpu.engines.mrtd.seal_text import decode_text, encode_text
from korpu.engines.mrtd.seals import Header, NoSeal, read_seal, write_seal
from korpu.engines.mrtd.tests.drawing import ON
from korpu.kernel.errors import InvalidInput

ORACLE = "shared/reference/data/documents/seals"
PERSON = Document(
    format=Format.TD2, document_code="PU", issuer="UTO", primary="ERIKSSON", secondary="ANNA",
    number="D23145890", nationality="UTO", birth=date(1974, 8, 12), sex="F",
    expiry=date(2027, 6, 27),
)  # fmt: skip
EMERGENCY = Header("UTO", "UTTS", "5B", date(2026, 6, 13), date(2026, 6, 13), 94, 3)
VISA = replace(EMERGENCY, definition=93, category=1)


@cache
def keys(curve):
    return ec.generate_private_key(curve())


@cache
def certificate(curve=ec.BrainpoolP256R1, *, name="TS", number=0x5B, issuer=None, first=2020):
    """A signer's certificate; signed by itself or by the key of another curve."""
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "UT"),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(keys(curve).public_key())
        .serial_number(number)
        .not_valid_before(datetime(first, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(first + 8, 1, 1, tzinfo=UTC))
    )
    return made.sign(keys(issuer or curve), hashes.SHA256()).public_bytes(
        serialization.Encoding.DER
    )


def signing(curve=ec.BrainpoolP256R1, algorithm=hashes.SHA256):
    def sign(data):
        numbers = utils.decode_dss_signature(keys(curve).sign(data, ec.ECDSA(algorithm())))
        width = -(-keys(curve).curve.key_size // 8)
        return b"".join(each.to_bytes(width, "big") for each in numbers)

    return sign


def zone(document=PERSON):
    return "\n".join(write(document, on=ON))


def emergency(document=PERSON, *, header=EMERGENCY, sign=None, extra=None):
    features = {2: encode_text(zone(document).replace("\n", "")), **(extra or {})}
    return write_seal(header, features, sign=sign or signing())


def checked(data, **options):
    options.setdefault("certificates", [certificate()])
    return check_seal(data, on=options.pop("on", ON), **options)


@pytest.mark.parametrize(
    ("text", "data"),
    [("VISA01", "de515826"), ("XK CD", "eb0466a9"), ("XKCD", "eb11fe45"), ("", "")],
)
def test_the_standards_own_examples_of_text_come_out(text, data):
    assert encode_text(text).hex() == data
    assert decode_text(bytes.fromhex(data)) == text


@given(st.text(" 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", max_size=80))
def test_text_is_read_as_it_was_written(text):
    assert decode_text(encode_text(text)) == text


@given(st.binary(max_size=60))
def test_bytes_that_are_no_text_are_refused(data):
    try:
        text = decode_text(data)
    except ValueError:
        return
    assert len(text) <= len(data) // 2 * 3


def oracle(name):
    places = (above / ORACLE / name for above in Path(__file__).parents)
    found = next((place for place in places if place.exists()), None)
    if found is None:
        pytest.skip("the standard's worked example is not on this machine")
    return found


def test_the_worked_example_of_the_standard_is_valid_and_no_byte_of_it_may_change():
    data = bytes.fromhex(oracle("etd-icao-9303-8.hex").read_text())
    signer = oracle("sealgen_UTTS5B.crt").read_bytes()
    report = checked(data, certificates=[signer])
    assert report.valid
    assert report.seal.header.issued_on == date(2026, 6, 13)
    assert report.seal.zone[1] == "D231458907UTO7408122F2606277<<<<<<<8"
    assert checked(data, certificates=[]).result.word == "UNKNOWN_CERTIFICATE"
    for at in range(len(data)):
        damaged = bytearray(data)
        damaged[at] ^= 1 << at % 8
        assert not checked(bytes(damaged), certificates=[signer]).valid


def test_a_seal_is_read_as_it_was_written():
    seal = read_seal(emergency(extra={200: b"\x01" * 300}))
    assert seal.header == EMERGENCY
    assert "\n".join(seal.zone) == zone()
    assert len(seal.features[200]) == 300
    assert [each.word for each in checked(emergency(extra={200: b"x"})).findings] == [
        "UNKNOWN_FEATURE"
    ]
    assert checked(emergency(extra={200: b"x"})).valid


@pytest.mark.parametrize(
    ("curve", "algorithm"),
    [
        (ec.SECP224R1, hashes.SHA224),
        (ec.SECP256R1, hashes.SHA256),
        (ec.BrainpoolP384R1, hashes.SHA384),
        (ec.SECP521R1, None),
    ],
)
def test_the_hash_follows_from_the_key(curve, algorithm):
    data = emergency(sign=signing(curve, algorithm or hashes.SHA512))
    word = checked(data, certificates=[certificate(curve)]).result.word
    assert word == ("VALID" if algorithm else "INVALID_SIGNATURE")


def test_the_signer_is_found_trusted_and_in_force_or_the_word_says_otherwise():
    data = emergency()
    assert checked(data, certificates=[]).result.word == "UNKNOWN_CERTIFICATE"
    assert checked(data, certificates=[certificate(name="XX")]).result.word == "UNKNOWN_CERTIFICATE"
    assert checked(data, certificates=[certificate(number=6)]).result.word == "UNKNOWN_CERTIFICATE"
    other = certificate(ec.SECP256R1)
    assert checked(data, certificates=[other]).result.word == "INVALID_SIGNATURE"
    authority = certificate(ec.SECP384R1, number=1)
    issued = certificate(issuer=ec.SECP384R1)
    assert checked(data, certificates=[issued], issuers=[authority]).valid
    assert checked(data, issuers=[authority]).result.word == "UNTRUSTED_CERTIFICATE"
    expired = checked(data, on=date(2029, 1, 1))
    assert (expired.result.word, expired.result.trust) == ("EXPIRED_CERTIFICATE", "medium")
    with pytest.raises(InvalidInput):
        checked(data, certificates=[b"no certificate"])


def test_the_printed_zone_is_held_against_the_seal():
    assert checked(emergency(), printed=zone()).valid
    assert len(checked(emergency(), printed=zone()).not_checked) == 4
    other = replace(PERSON, primary="SVENSSON")
    assert checked(emergency(), printed=zone(other)).result.word == "SEAL_DOCUMENT_MISMATCH"
    damaged = zone().replace("740812", "740813")
    words = [each.word for each in checked(emergency(), printed=damaged).findings]
    assert words == ["INVALID_PRINTED_MRZ", "SEAL_DOCUMENT_MISMATCH"]
    features = {2: encode_text(damaged.replace("\n", ""))}
    inside = write_seal(EMERGENCY, features, sign=signing())
    assert checked(inside).result.word == "INVALID_SEAL_MRZ"


def visa(form=Format.MRV_B, *, number="D23145890", drop=(), length=None):
    document = replace(PERSON, format=form, document_code="V", optional="OPT")
    lines = write(document, on=ON)
    features = {
        1 if form is Format.MRV_A else 2: encode_text(lines[0] + lines[1][:28]),
        3: b"\x00",
        4: bytes((30, 0, 0))[:length],
        5: encode_text(number),
    }
    kept = {tag: value for tag, value in features.items() if tag not in drop}
    return write_seal(VISA, kept, sign=signing()), "\n".join(lines)


def test_a_visa_is_held_against_its_label_and_the_passport():
    passport = zone(replace(PERSON, format=Format.TD3, document_code="P"))
    for form in (Format.MRV_A, Format.MRV_B):
        data, label = visa(form)
        assert checked(data, printed=label, passport=passport).valid
    words = {
        "SEAL_VISA_MISMATCH": {"printed": label.replace("ANNA", "ANNE")},
        "INVALID_VISA_MRZ": {"printed": label.replace("740812", "740813")},
        "INVALID_PASSPORT_MRZ": {"passport": passport.replace("740812", "740813")},
        "SEAL_PASSPORT_MISMATCH": {"passport": zone(replace(PERSON, number="X1"))},
    }
    for word, options in words.items():
        assert word in [each.word for each in checked(data, **options).findings]
    assert checked(visa(drop=(4,))[0]).result.word == "WRONG_FORMAT"
    assert checked(visa(length=2)[0]).result.word == "WRONG_FORMAT"
    assert checked(visa(drop=(2,))[0]).result.word == "WRONG_FORMAT"


def test_another_kind_of_seal_has_its_signature_checked_and_says_so():
    report = checked(emergency(header=replace(EMERGENCY, category=6)))
    assert report.valid
    assert any("only its signature" in told.en for told in report.not_checked)


@pytest.mark.parametrize(
    "data",
    [
        b"https://example.org/",
        b"\xdc",
        b"\xdc\x09" + b"\x00" * 40,
        bytes(20000),
        emergency()[:-1],
        emergency() + b"\x81",
        emergency().replace(b"\xff\x40", b"\xff\x85"),
    ],
    ids=range(7),
)
def test_what_is_no_seal_is_named(data):
    report = checked(data)
    assert report.result.word == "WRONG_FORMAT"
    assert report.seal is None
    with pytest.raises(NoSeal):
        read_seal(data)


def test_an_unreadable_bar_code_is_a_reading_error():
    assert checked(b"").result.word == "READ_ERROR"


@settings(max_examples=200)
@given(st.binary(max_size=200) | st.binary(max_size=200).map(lambda rest: b"\xdc\x03" + rest))
def test_no_bytes_at_all_break_the_check(data):
    assert not checked(data).valid


@settings(max_examples=150)
@given(st.integers(0, 60), st.binary(min_size=1, max_size=6))
def test_bytes_put_into_a_seal_never_leave_it_valid(at, put):
    data = emergency()
    place = at * len(data) // 60
    damaged = data[:place] + put + data[place + len(put) :]
    assert damaged == data or not checked(damaged).valid


def test_the_command_says_it_in_words_and_as_data(tmp_path, capsys):
    data, signer, printed = (tmp_path / name for name in ("seal", "signer.crt", "zone"))
    data.write_text(emergency().hex())
    signer.write_bytes(certificate())
    printed.write_text(zone())
    options = ["--certificate", str(signer), "--on", "2026-11-23"]
    assert main(["seal", "check", str(data), "--printed", str(printed), *options]) == 0
    told = capsys.readouterr().out
    assert told.startswith("VALID (trustable)")
    assert "NOT CHECKED: Whether the certificate was revoked" in told
    data.write_bytes(emergency()[:-1] + b"\x00")
    assert main(["seal", "check", str(data), "--json", *options]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["result"] == "INVALID_SIGNATURE"
    assert set(found["message"]) == {"az", "en", "ru"}
    data.write_text("not a seal")
    assert main(["seal", "check", str(data), "--language", "ru", *options]) == 1
    assert "не печать" in capsys.readouterr().out


def json_seal(curve=ec.SECP256R1, algorithm="ES256", *, issuer=ec.SECP384R1, **change):
    """A seal with its signer's certificate, which the key of another curve issued."""
    data = {"hdr": {"t": "icao.vacc", "v": 1, "is": "UTO"}, "msg": {"é": "Ə", "a": ["x", 1]}}
    hashed = {"ES256": hashes.SHA256, "ES384": hashes.SHA384, "ES512": hashes.SHA512}[algorithm]
    sig = {
        "alg": algorithm,
        "cer": base64.b64encode(certificate(curve, issuer=issuer)).decode(),
        "sigvl": base64.urlsafe_b64encode(
            signing(curve, hashed)(canonical(data).encode())
        ).decode().rstrip("="),
    }  # fmt: skip
    return json.dumps({"data": data | change.pop("data", {}), "sig": sig | change})


def test_a_seal_in_json_is_valid_only_under_an_authority():
    authority = certificate(ec.SECP384R1, number=1)
    for curve, algorithm in ((ec.SECP256R1, "ES256"), (ec.SECP521R1, "ES512")):
        text = json_seal(curve, algorithm)
        assert check_json_seal(text, on=ON, issuers=[authority]).valid
        assert check_json_seal(text, on=ON).result.word == "UNTRUSTED_CERTIFICATE"
    forged = json_seal(issuer=ec.SECP256R1)
    assert (
        check_json_seal(forged, on=ON, issuers=[authority]).result.word == "UNTRUSTED_CERTIFICATE"
    )
    altered = json_seal(data={"msg": {"é": "E", "a": ["x", 1]}})
    assert check_json_seal(altered, on=ON, issuers=[authority]).result.word == "INVALID_SIGNATURE"
    late = check_json_seal(json_seal(), on=date(2029, 1, 1), issuers=[authority])
    assert late.result.word == "EXPIRED_CERTIFICATE"
    assert check_json_seal("", on=ON).result.word == "READ_ERROR"


def test_the_published_sample_in_json_verifies_and_its_altered_twin_does_not():
    authority = oracle("AUS-CSCA-16F2.cer").read_bytes()
    words = [
        check_json_seal(oracle(f"vds-nc-aus-{name}.json").read_text(), on=ON, issuers=[authority])
        for name in ("good", "tampered")
    ]
    assert [each.result.word for each in words] == ["VALID", "INVALID_SIGNATURE"]


def test_json_has_one_canonical_form():
    assert canonical({"b": [1, True, None], "a": 'é\n"', "\U0001f600": 1, "\ufb33": 2}) == (
        '{"a":"é\\n\\"","b":[1,true,null],"\U0001f600":1,"\ufb33":2}'
    )


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[1]",
        "{",
        '{"a":1,"a":2}',
        "[" * 5000,
        json_seal(cer="?"),
        json_seal(cer=""),
        json_seal(alg="none"),
        json_seal(data={"hdr": {"t": 1, "v": 1, "is": "UTO"}}),
        json_seal(data={"msg": {"a": 1.5}}),
        json_seal(data={"msg": {"a": 1 << 60}}),
        json_seal(data={"msg": {"a": "\ud800"}}),
        "x" * 20000,
    ],
    ids=range(13),
)
def test_json_that_is_no_seal_is_named(text):
    report = check_json_seal(text, on=ON)
    assert report.result.word == "WRONG_FORMAT"


def test_the_command_reads_a_seal_in_json(tmp_path, capsys):
    given, authority = tmp_path / "seal.json", tmp_path / "authority.crt"
    given.write_text(json_seal())
    authority.write_bytes(certificate(ec.SECP384R1, number=1))
    options = ["--issuer", str(authority), "--on", "2026-11-23"]
    assert main(["seal", "check", str(given), *options]) == 0
    assert "Kind: icao.vacc" in capsys.readouterr().out
    assert main(["seal", "check", str(given), "--json", *options]) == 0
    assert json.loads(capsys.readouterr().out)["seal"]["message"]["a"] == ["x", 1]
    assert read_json_seal(json_seal()).issuer == "UTO"
