#!/usr/bin/env python3
"""Writes tests/vectors/entry, tests/vectors/sync and tests/vectors/vault/header.txt: a second writer of our formats, from docs/formats alone.

Run it only when a format gains a case: what is here is fixed for ever. It encodes by itself and
takes the primitives from the system's libsodium.
"""
import base64
import ctypes
import hashlib
import pathlib
import struct

sodium = ctypes.CDLL("libsodium.so.23")
here = pathlib.Path(__file__).parent


def blake(data, key=b"", size=32):
    return hashlib.blake2b(data, key=key, digest_size=size).digest()


def seal(key, context, plain, nonce):
    out = ctypes.create_string_buffer(len(plain) + 16)
    size = ctypes.c_ulonglong()
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
        out, ctypes.byref(size), plain, ctypes.c_ulonglong(len(plain)), context,
        ctypes.c_ulonglong(len(context)), None, nonce, key)
    return nonce + out.raw


def key_pair(seed):
    public, secret = ctypes.create_string_buffer(32), ctypes.create_string_buffer(64)
    sodium.crypto_sign_seed_keypair(public, secret, seed)
    return public.raw, secret.raw


def sign(secret, message):
    out = ctypes.create_string_buffer(64)
    sodium.crypto_sign_detached(out, None, message, ctypes.c_ulonglong(len(message)), secret)
    return out.raw


def varint(n):
    out = b""
    while n >= 0x80:
        out += bytes([n & 0x7F | 0x80])
        n >>= 7
    return out + bytes([n])


def blob(data):
    return varint(len(data)) + data


def padded_size(size, least):
    if size <= least:
        return least
    exponent = size.bit_length() - 1
    free = exponent - exponent.bit_length()
    return -(-size >> free << free) if size & ((1 << free) - 1) == 0 else ((size >> free) + 1) << free


def pad(data, least):
    data += b"\x80"
    return data + bytes(padded_size(len(data), least) - len(data))


def body(**change):
    f = dict(version=b"\x01", space=b"\x5a" * 16, epoch=struct.pack("<I", 1), device=b"\x02" * 16,
             seq=varint(1), previous=bytes(32), ms=(1800000000123).to_bytes(6, "little"),
             counter=struct.pack("<H", 5), schema=struct.pack("<H", 1), change=b"\x08" * 16,
             context=varint(0), head=b"\x00",
             ops=varint(1) + varint(7) + b"\x00" + blob("Zoë".encode()))
    f.update(change)
    return b"".join(f.values())


later = dict(seq=varint(300), previous=b"\x07" * 32,
             context=varint(2) + b"\x01" * 16 + varint(12) + b"\x09" * 16 + varint(1),
             head=b"\x01" + varint(77) + b"\x0b" * 32,
             ops=varint(2) + varint(1) + b"\x00" + blob(b"first") + varint(70000) + b"\x01" + blob(b""))


def case(**fields):
    return "".join(f"{k.replace('_', '-')}: {v.hex() if isinstance(v, bytes) else v}\n"
                   for k, v in fields.items())


def bodies():
    good = [("a device's first entry", body()), ("a later one with context, head and two ops", body(**later)),
            ("the greatest clock", body(ms=b"\xff" * 6, counter=b"\xff\xff")),
            ("the greatest kind, an empty payload", body(ops=varint(1) + varint(2**32 - 1) + b"\x00" + blob(b"")))]
    for comment, data in good:
        yield case(comment=comment, expect="good", body=data, hash=blake(data))
    c = varint
    bad = [
        ("nothing", "corrupt", b""),
        ("a newer version", "unsupported_version", body(version=b"\x02")),
        ("version 0", "corrupt", body(version=b"\x00")),
        ("number 0", "corrupt", body(seq=varint(0))),
        ("a first entry with a predecessor", "corrupt", body(previous=b"\x01" * 32)),
        ("a second entry without one", "corrupt", body(seq=varint(2))),
        ("a number written longer than needed", "corrupt", body(seq=b"\x81\x00")),
        ("own device in the context", "corrupt", body(context=c(1) + b"\x02" * 16 + c(1))),
        ("a device seen nothing of", "corrupt", body(context=c(1) + b"\x01" * 16 + c(0))),
        ("devices descending", "corrupt", body(context=c(2) + b"\x09" * 16 + c(1) + b"\x01" * 16 + c(1))),
        ("a device twice", "corrupt", body(context=c(2) + b"\x09" * 16 + c(1) + b"\x09" * 16 + c(2))),
        ("more devices than allowed", "too_large", body(context=c(1025))),
        ("neither with nor without a head", "corrupt", body(head=b"\x02")),
        ("no ops", "corrupt", body(ops=c(0))),
        ("more ops than allowed", "too_large", body(ops=c(4097))),
        ("a kind over 32 bits", "corrupt", body(ops=c(1) + c(2**32) + b"\x00" + blob(b""))),
        ("neither critical nor not", "corrupt", body(ops=c(1) + c(1) + b"\x02" + blob(b""))),
        ("a payload longer than the rest", "corrupt", body(ops=c(1) + c(1) + b"\x00" + c(9) + b"x")),
        ("a payload over the limit", "too_large", body(ops=c(1) + c(1) + b"\x00" + c(70000))),
        ("a byte too many", "corrupt", body() + b"\x00"),
    ]
    whole = body(**later)
    cuts = [("version", 1), ("space", 9), ("epoch", 19), ("device", 30), ("number", 38), ("previous", 50),
            ("clock", 74), ("schema", 79), ("change", 90), ("context", 100), ("head", 150), ("ops", len(whole) - 1)]
    bad += [(f"cut in: {name}", "corrupt", whole[:at]) for name, at in cuts]
    for comment, expect, data in bad:
        yield case(comment=comment, expect=expect, body=data)


def sealed():
    public, secret = key_pair(b"\x11" * 32)
    device = blake(b"pairbook/v1/device-id" + public)[:16]
    data = body(device=device)
    key, space, entry_id = b"\x22" * 32, b"\x5a" * 16, b"\x33" * 16
    epoch = struct.pack("<I", 1)
    signature = sign(secret, b"pairbook/v1/entry/signature" + blake(data))

    def name(epoch, attempt=0):
        label = b"pairbook/v1/entry/name"
        names = blake(bytes([len(label)]) + label, key=key)
        whole = blake(space + struct.pack("<I", epoch) + bytes([attempt]) + data + signature, key=names, size=64)
        return whole[:16], whole[16:40]

    def made(epoch, attempt=0):
        entry_id, nonce = name(epoch, attempt)
        front = struct.pack("<I", epoch)
        context = b"pairbook/v1/entry/seal" + space + front + entry_id
        return b"PBO1" + entry_id + front + seal(key, context, pad(data + signature, 256), nonce)

    def wire(inside=None, magic=b"PBO1", epoch=epoch, context_space=space, least=256, raw=None):
        context = b"pairbook/v1/entry/seal" + context_space + epoch + entry_id
        plain = raw if raw is not None else pad(data + signature if inside is None else inside, least)
        return magic + entry_id + epoch + seal(key, context, plain, b"\x44" * 24)

    def one(comment, expect, bytes_, key_=key, space_=space, **more):
        return case(comment=comment, expect=expect, space=space_, space_key=key_, sealed=bytes_, **more)

    good = wire()
    yield one("a sealed entry", "good", good, body=data, signer=public)
    for epoch, attempt, comment in ((1, 0, "as it is made"), (7, 0, "as it is made with a later key"),
                                    (1, 1, "as it is made when its name was taken")):
        yield one(comment, "good", made(epoch, attempt), body=data, signer=public, signature=signature,
                  made=f"{epoch} {attempt}")
    yield one("another key", "wrong_key", good, key_=b"\x23" * 32)
    yield one("another space", "wrong_key", good, space_=b"\x5b" * 16)
    yield one("last byte flipped", "wrong_key", good[:-1] + bytes([good[-1] ^ 1]))
    yield one("id swapped for another's", "wrong_key", good[:4] + b"\x34" * 16 + good[20:])
    yield one("epoch raised", "wrong_key", good[:20] + struct.pack("<I", 2) + good[24:])
    yield one("cut in the box", "wrong_key", good[:-1])
    yield one("cut in the head", "corrupt", good[:23])
    yield one("shorter than nonce and tag", "corrupt", good[:50])
    yield one("another magic", "corrupt", wire(magic=b"PBX1"))
    yield one("a newer format", "unsupported_version", wire(magic=b"PBO2"))
    yield one("sealed with a later key", "good", wire(epoch=struct.pack("<I", 9)), body=data, signer=public)
    yield one("sealed with an earlier key", "corrupt", wire(epoch=struct.pack("<I", 0)))
    yield one("no padding", "corrupt", wire(raw=data + signature))
    yield one("too much padding", "corrupt", wire(raw=pad(data + signature, 256) + bytes(256)))
    yield one("shorter than a signature", "corrupt", wire(inside=b"\x01"))
    yield one("an entry of another space inside", "corrupt",
              wire(inside=body(device=device, space=b"\x01" * 16) + signature))


def headers():
    vault, book_key, slot_key, salt = b"\x51" * 16, b"\x52" * 32, b"\x53" * 32, b"\x54" * 16
    label = b"pairbook/v1/vault/commitment"
    commitment = blake(bytes([len(label)]) + label + vault, key=book_key)

    def slot(kind=1, passes=3, memory=65536, key=slot_key, wraps=book_key, tied=True):
        front = struct.pack("<II", passes, memory) + salt
        context = b"pairbook/v1/vault/slot" + vault + (commitment if tied else bytes(32)) + bytes([kind]) + front
        return bytes([kind]) + blob(front + seal(key, context, wraps, b"\x55" * 24))

    def header(slots=None, magic=b"PBV1", count=None, front=None, checksum=None):
        slots = [slot()] if slots is None else slots
        front = front if front is not None else vault + commitment
        data = magic + front + bytes([len(slots) if count is None else count]) + b"".join(slots)
        return data + (blake(data)[:16] if checksum is None else checksum)

    def one(comment, expect, data):
        return case(comment=comment, expect=expect, slot_key=slot_key, book_key=book_key, header=data)

    recovery = slot(kind=2, passes=0, memory=0)
    yield one("one passphrase", "good", header())
    yield one("a passphrase and a recovery code", "good", header([slot(), recovery]))
    yield one("a passphrase and a kind of a later version", "good", header([slot(), b"\x09" + blob(b"later")]))
    yield one("the least cost", "good", header([slot(memory=32768)]))
    yield one("the greatest cost", "good", header([slot(passes=10, memory=524288)]))
    yield one("another slot key", "wrong_key", header([slot(key=b"\x60" * 32)]))
    yield one("a slot moved here from another header", "wrong_key", header([slot(tied=False)]))
    yield one("another book key than committed to", "corrupt", header([slot(wraps=b"\x61" * 32)]))
    yield one("a kind of a later version first", "unsupported_version", header([b"\x09" + blob(b""), slot()]))
    yield one("a newer format", "unsupported_version", header(magic=b"PBV2"))
    yield one("another magic", "corrupt", header(magic=b"PBX1"))
    yield one("nothing", "corrupt", b"")
    yield one("no slots", "corrupt", header([]))
    yield one("nine slots", "corrupt", header([slot()] * 9))
    yield one("fewer slots than promised", "corrupt", header(count=2))
    yield one("more slots than promised", "corrupt", header([slot(), recovery], count=1))
    yield one("kind 0", "corrupt", header([b"\x00" + slot()[1:]]))
    yield one("too few passes", "invalid_input", header([slot(passes=2)]))
    yield one("too little memory", "invalid_input", header([slot(memory=32767)]))
    yield one("too many passes", "too_large", header([slot(passes=11)]))
    yield one("too much memory", "too_large", header([slot(memory=524289)]))
    yield one("a recovery slot with a cost", "corrupt", header([slot(), slot(kind=2)]))
    yield one("a slot cut short", "corrupt", header([b"\x01" + blob(slot()[2:-1])]))
    yield one("a slot with a byte too many", "corrupt", header([b"\x01" + blob(slot()[2:] + b"\x00")]))
    yield one("a slot longer than any", "too_large", header([b"\x09" + blob(bytes(1025))]))
    yield one("a wrong checksum", "corrupt", header(checksum=bytes(16)))
    whole = header([slot(), recovery])
    for name, at in [("magic", 3), ("vault", 10), ("commitment", 40), ("slots", 52), ("cost", 58), ("salt", 70),
                     ("wrapped key", 120), ("checksum", len(whole) - 1)]:
        yield one(f"cut in: {name}", "corrupt", whole[:at])


def transfers():
    def file(entries=(b"one", b"another"), magic=b"PBSYNC", version=b"\x01", count=None, tail=b"", digest=None):
        count = varint(len(entries)) if count is None else count
        data = magic + version + b"\x5a" * 16 + count + b"".join(blob(e) for e in entries) + tail
        return data + (blake(data) if digest is None else digest)

    def one(comment, expect, data):
        return case(comment=comment, expect=expect, file=data)

    yield one("two entries", "good", file())
    yield one("one entry of a byte", "good", file([b"x"]))
    yield one("the same entry twice", "good", file([b"x", b"x"]))
    yield one("nothing", "corrupt", b"")
    yield one("another magic", "corrupt", file(magic=b"PBSYNX"))
    yield one("version 0", "corrupt", file(version=b"\x00"))
    yield one("a newer version", "unsupported_version", file(version=b"\x02"))
    yield one("no entries", "corrupt", file([]))
    yield one("an empty entry", "corrupt", file([b"x", b""]))
    yield one("an entry over 64 KiB", "too_large", file([], count=varint(1), tail=varint(65537)))
    yield one("more entries than allowed", "too_large", file(count=varint(2**20 + 1)))
    yield one("fewer entries than promised", "corrupt", file(count=varint(3)))
    yield one("more entries than promised", "corrupt", file(count=varint(1)))
    yield one("a number written longer than needed", "corrupt", file(count=b"\x82\x00"))
    yield one("another hash", "corrupt", file(digest=bytes(32)))
    whole = file()
    for name, at in (("magic", 3), ("version", 6), ("space", 12), ("entries", 26), ("hash", len(whole) - 1)):
        yield one(f"cut in: {name}", "corrupt", whole[:at])
    yield one("a byte too many", "corrupt", whole + b"\x00")


def certificates():
    person, secret = key_pair(bytes(range(32)))
    device, _ = key_pair(bytes(range(32, 64)))

    def one(comment, expect, data, signed=True):
        return case(comment=comment, expect=expect, signed="yes" if signed else "no", op=data)

    def op(version=b"\x01", by=person, of=device, with_=secret, label=b"pairbook/v1/device/certificate"):
        return version + by + of + sign(with_, label + by + of)

    other, other_secret = key_pair(bytes(32))
    good = op()
    yield one("a person's device", "good", good)
    yield one("a device that vouches for itself", "good", op(by=other, of=other, with_=other_secret))
    yield one("signed by somebody else", "good", op(with_=other_secret), False)
    yield one("signed for something else", "good", op(label=b"pairbook/v1/device/other"), False)
    yield one("version 0", "corrupt", op(version=b"\x00"))
    yield one("a newer version", "unsupported_version", op(version=b"\x02"))
    yield one("nothing", "corrupt", b"")
    for name, at in (("person", 20), ("device", 50), ("signature", len(good) - 1)):
        yield one(f"cut in: {name}", "corrupt", good[:at])
    yield one("a byte too many", "corrupt", good + b"\x00")


def worded(value):
    return blob(value if isinstance(value, bytes) else value.encode())


def derive(key, label, context=b""):
    return blake(bytes([len(label)]) + label + context, key)


def admissions():
    person, _ = key_pair(bytes(range(32)))

    def one(comment, expect, data):
        return case(comment=comment, expect=expect, op=data)

    def op(version=b"\x01", past=(), name="Bo Chen", part=1, verified=1, count=None):
        hashes = b"".join(past)
        return (version + varint(len(past) if count is None else count) + hashes + person + worded(name) +
                bytes([part, verified]) + bytes(range(16)))

    low, high = bytes(32), b"\x01" + bytes(31)
    good = op(past=(low, high), part=2, verified=2)
    yield one("somebody works along", "good", op())
    yield one("somebody leads, and there were others", "good", good)
    yield one("a name of another script", "good", op(name="محمد علي"))
    yield one("the longest name", "good", op(name="n" * 200))
    yield one("a name too long", "too_large", op(name="n" * 201))
    yield one("no name", "corrupt", op(name=""))
    yield one("a name of blanks", "corrupt", op(name="  "))
    yield one("a name of two lines", "corrupt", op(name="Bo\nChen"))
    yield one("a name that is no UTF-8", "corrupt", op(name=b"\xff"))
    yield one("a name that turns letters around", "corrupt", op(name="Bo\u202eneh"))
    yield one("no such part", "corrupt", op(part=0))
    yield one("no such way to be sure", "corrupt", op(verified=3))
    yield one("past not ascending", "corrupt", op(past=(high, low)))
    yield one("past twice", "corrupt", op(past=(low, low)))
    yield one("too long a past", "too_large", op(count=65))
    yield one("version 0", "corrupt", op(version=b"\x00"))
    yield one("a newer version", "unsupported_version", op(version=b"\x02"))
    yield one("nothing", "corrupt", b"")
    yield one("cut", "corrupt", good[:-1])
    yield one("a byte too many", "corrupt", good + b"\x00")


def invitations():
    def one(comment, expect, data, **more):
        return case(comment=comment, expect=expect, invitation=data, **more)

    def invitation(version=b"\x01", part=1, expires=1_800_000_000, relay="wss://relay.example", label=b"pairbook/v1/invitation"):
        data = version + bytes(range(16)) + bytes(range(16, 32)) + bytes([part]) + varint(expires) + worded(relay)
        return data + blake(label + data)[:4]

    def follows(data, site):
        secret = blake(b"pairbook/v1/invitation/secret" + bytes(range(16)))
        admin, _ = key_pair(derive(secret, b"pairbook/v1/invitation/admin"))
        return {"link": site + "/#/join/" + base64.urlsafe_b64encode(data).decode().rstrip("="),
                "id": blake(b"pairbook/v1/invitation/id" + bytes(range(16)))[:16],
                "lobby": blake(b"pairbook/v1/space-id" + admin)[:16],
                "lobby_key": derive(secret, b"pairbook/v1/invitation/key")}

    good = invitation()
    yield one("to work along", "good", good, **follows(good, "https://relay.example"))
    near = invitation(part=2, relay="ws://127.0.0.1:8080")
    yield one("to lead, by a relay without encryption", "good", near, **follows(near, "http://127.0.0.1:8080"))
    yield one("no such part", "corrupt", invitation(part=3))
    yield one("far too late", "corrupt", invitation(expires=2**40 + 1))
    yield one("an address that is none", "corrupt", invitation(relay="relay.example"))
    yield one("an address with its usual port", "corrupt", invitation(relay="wss://relay.example:443"))
    yield one("mistyped", "corrupt", invitation(label=b"pairbook/v1/other"))
    yield one("version 0", "corrupt", invitation(version=b"\x00"))
    yield one("a newer version", "unsupported_version", invitation(version=b"\x02"))
    yield one("nothing", "corrupt", b"")
    yield one("cut", "corrupt", good[:-1])
    yield one("a byte too many", "corrupt", good + b"\x00")


def persons():
    for seed in (bytes(range(32)), bytes(32)):
        person, _ = key_pair(seed)
        hashed = blake(b"pairbook/v1/person/safety-number" + person)
        groups = [int.from_bytes(hashed[5 * i:5 * i + 5], "big") % 100_000 for i in range(6)]
        yield case(person=person, fingerprint=blake(b"pairbook/v1/person/fingerprint" + person)[:16],
                   number=" ".join(f"{group:05}" for group in groups))


def sealed_for():
    """Somebody else's bytes for a person, and the same with something changed."""
    person, secret = key_pair(bytes(range(32)))
    theirs, once = ctypes.create_string_buffer(32), ctypes.create_string_buffer(32)
    shared = ctypes.create_string_buffer(32)
    sodium.crypto_sign_ed25519_pk_to_curve25519(theirs, person)
    number = blake(b"a number used once")
    sodium.crypto_scalarmult_base(once, number)
    sodium.crypto_scalarmult(shared, number, theirs.raw)
    plain, context = b"the keys of the place", b"where it belongs"

    def one(comment, expect, label=b"pairbook/v1/sealed-for", both=once.raw + theirs.raw, head=once.raw):
        key = derive(shared.raw, label, both)
        return case(comment=comment, expect=expect, seed=bytes(range(32)), context=context, plain=plain,
                    sealed=head + seal(key, context, plain, bytes(range(24))))

    yield one("for one person", "good")
    yield one("another label", "wrong_key", label=b"pairbook/v1/other")
    yield one("without the keys", "wrong_key", both=b"")
    yield one("a point that everybody knows", "wrong_key", head=bytes(32))


def write(name, cases, intro):
    path = here / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("# " + intro + "\n\n" + "\n".join(cases))


write("entry/body.txt", bodies(), "Bodies of entries; grammar in docs/formats/entry.md.")
write("entry/sealed.txt", sealed(), "Sealed entries (PBO1); grammar in docs/formats/entry.md.")
write("vault/header.txt", headers(), "Headers of books (PBV1); grammar in docs/formats/vault.md.")
write("sync/transfer.txt", transfers(), "Transfer files (.pbsync); grammar in docs/formats/transfer-file.md.")
write("sync/certificate.txt", certificates(), "Certificates of devices; grammar in docs/formats/members.md.")
write("sync/admission.txt", admissions(), "Admissions of members; grammar in docs/formats/members.md.")
write("sync/invitation.txt", invitations(), "Invitations and their links; grammar in docs/formats/invitation.md.")
write("sync/person.txt", persons(), "Fingerprints and safety numbers; docs/formats/invitation.md.")
write("crypto/sealed_for.txt", sealed_for(), "Sealed for one person; docs/formats/invitation.md.")
corpus = here.parent / "fuzz" / "corpus"
for folder in ("entry", "sealed_entry"):
    (corpus / folder).mkdir(parents=True, exist_ok=True)
(corpus / "entry" / "first_entry").write_bytes(body())
(corpus / "entry" / "with_context_and_head").write_bytes(body(**later))
(corpus / "entry" / "newer_version").write_bytes(body(version=b"\x02"))
(corpus / "entry" / "huge_count_of_ops").write_bytes(body(ops=varint(2**60)))
(corpus / "entry" / "huge_payload").write_bytes(body(ops=varint(1) + varint(1) + b"\x00" + varint(2**40)))
(corpus / "entry" / "endless_number").write_bytes(body(seq=b"\xff" * 12))
(corpus / "entry" / "empty").write_bytes(b"")
(corpus / "sealed_entry" / "inside_of_a_good_one").write_bytes(body(space=bytes(16), epoch=bytes(4)) + bytes(64))
(corpus / "sealed_entry" / "only_a_magic").write_bytes(b"PBO1")
(corpus / "sealed_entry" / "newer_magic").write_bytes(b"PBO2" + bytes(60))
(corpus / "sealed_entry" / "zeros").write_bytes(bytes(300))
(corpus / "vault_header").mkdir(exist_ok=True)
for i, text in enumerate(headers()):
    fields = dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)
    data = bytes.fromhex(fields.get("header", ""))
    if i in (0, 1, 2, 9, 11, 13, 24):
        (corpus / "vault_header" / fields["comment"].replace(" ", "_")).write_bytes(data)
(corpus / "sync_transfer").mkdir(exist_ok=True)
for text in transfers():
    fields = dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)
    if fields["comment"] in ("two entries", "no entries", "more entries than allowed", "a newer version", "cut in: hash"):
        name = fields["comment"].replace(" ", "_").replace(":", "")
        (corpus / "sync_transfer" / name).write_bytes(bytes.fromhex(fields["file"]))
for folder, cases, field in (("sync_admission", admissions(), "op"), ("sync_invitation", invitations(), "invitation")):
    (corpus / folder).mkdir(exist_ok=True)
    for described in cases:
        fields = dict(line.split(": ", 1) for line in described.splitlines() if ": " in line)
        name = fields["comment"].replace(" ", "_").replace(",", "")
        (corpus / folder / name).write_bytes(bytes.fromhex(fields.get(field, "")))
(corpus / "sync_members").mkdir(exist_ok=True)
for text in certificates():
    fields = dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)
    data = bytes.fromhex(fields.get("op", ""))
    name = fields["comment"].replace(" ", "_").replace(":", "").replace("'", "")
    (corpus / "sync_members" / name).write_bytes(data)
    # The same as a list of one.
    (corpus / "sync_members" / (name + "_listed")).write_bytes(b"\x01\x01" + data[1:])
