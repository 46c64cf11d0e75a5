#!/usr/bin/env python3
"""Writes tests/vectors/wire and the corpus of wire_frame: a second writer of the relay's frames, from docs/protocol.md.

Run it only when a frame gains a case: what is here is fixed for ever.
"""
import pathlib
import sys

here = pathlib.Path(__file__).parent
sys.path.insert(0, str(here.parent / "relay"))
from frames import *  # noqa: E402,F403

place, one, two = b"\x5a" * 16, b"\x01" * 16, b"\x02" * 16
admin, read, write = b"\xa1" * 32, b"\xa2" * 32, b"\xa3" * 32
signature, nonce, chain = b"\x0b" * 64, b"\x0c" * 32, b"\x0d" * 32
three = doors(admin, read, write)
two_entries = [(EDIT, one, b"sealed"), (MEMBERSHIP, two, b"x" * 200)]
head = varint(300) + chain


def text(t):
    return blob(t.encode())


def placed(*items):
    return varint(len(items)) + b"".join(varint(n) + entry(*e) for n, e in items)


client_good = [
    ("hello", frame(HELLO, 1, text("wss://relay.example"), nonce)),
    ("create", frame(CREATE, 2, three, signature)),
    ("prove the write door", frame(PROVE, 3, place, b"\x02", write, signature)),
    ("append two entries anywhere", frame(APPEND, 4, place, varint(0), entries(two_entries))),
    ("append a snapshot at 300", frame(APPEND, 5, place, varint(300), entries([(SNAPSHOT, one, b"s")]))),
    ("append the largest entry", frame(APPEND, 5, place, varint(0), entries([(EDIT, one, b"s" * 65536)]))),
    ("read", frame(READ, 6, place, varint(1))),
    ("subscribe far on", frame(SUBSCRIBE, 7, place, varint(2**53 - 1))),
    ("unsubscribe", frame(UNSUBSCRIBE, 8, place)),
    ("credit", frame(CREDIT, 0, varint(262144))),
    ("rotate with an entry", frame(ROTATE, 2**32 - 1, place, varint(2), varint(300), three, entries(two_entries[1:]),
                                   signature)),
    ("rotate alone", frame(ROTATE, 9, place, varint(7), varint(1), three, entries([]), signature)),
    ("trim", frame(TRIM, 10, place, varint(200))),
    ("delete", frame(DELETE, 11, place)),
]
whole = client_good[3][1]
client_bad = [
    ("nothing", "corrupt", b""),
    ("a newer version", "unsupported_version", b"\x02" + whole[1:]),
    ("version 0", "corrupt", b"\x00" + whole[1:]),
    ("an unknown type", "unsupported_version", frame(0x0C, 1)),
    ("a frame of the other side", "unsupported_version", frame(DONE, 1)),
    ("a byte too many", "corrupt", whole + b"\x00"),
    ("a frame over 256 KiB", "too_large", frame(APPEND, 1, bytes(262139))),
    ("an empty origin", "corrupt", frame(HELLO, 1, text(""), nonce)),
    ("an origin over 256 bytes", "too_large", frame(HELLO, 1, text("a" * 257), nonce)),
    ("an origin that is not UTF-8", "corrupt", frame(HELLO, 1, blob(b"\xff"), nonce)),
    ("door 0", "corrupt", frame(PROVE, 1, place, b"\x00", write, signature)),
    ("door 4", "corrupt", frame(PROVE, 1, place, b"\x04", write, signature)),
    ("no entries", "corrupt", frame(APPEND, 1, place, varint(0), varint(0))),
    ("65 entries", "too_large", frame(APPEND, 1, place, varint(0), entries([(EDIT, one, b"s")] * 65))),
    ("an empty entry", "corrupt", frame(APPEND, 1, place, varint(0), entries([(EDIT, one, b"")]))),
    ("an entry over 64 KiB", "too_large", frame(APPEND, 1, place, varint(0), entries([(EDIT, one, b"s" * 65537)]))),
    ("entries over 192 KiB", "too_large", frame(APPEND, 1, place, varint(0), entries([(EDIT, one, b"s" * 65000)] * 4))),
    ("a kind of entry that is not known", "corrupt", frame(APPEND, 1, place, varint(0), entries([(3, one, b"s")]))),
    ("an entry longer than the rest", "corrupt",
     frame(APPEND, 1, place, varint(0), varint(1), b"\x00", one, varint(9), b"s")),
    ("a number in more bytes than needed", "corrupt", frame(READ, 1, place, b"\x81\x00")),
    ("a number of 2^53", "too_large", frame(READ, 1, place, varint(2**53))),
    ("a number without end", "corrupt", frame(READ, 1, place, b"\xff" * 12)),
    ("read from 0", "corrupt", frame(READ, 1, place, varint(0))),
    ("no credit", "corrupt", frame(CREDIT, 1, varint(0))),
    ("credit over 16 MiB", "too_large", frame(CREDIT, 1, varint(16777217))),
    ("rotate to doors 1", "corrupt", frame(ROTATE, 1, place, varint(1), varint(1), three, entries([]), signature)),
    ("rotate anywhere", "corrupt", frame(ROTATE, 1, place, varint(2), varint(0), three, entries([]), signature)),
] + [(f"cut after {at} bytes", "corrupt", whole[:at]) for at in (1, 2, 5, 6, 21, 22, 23, 24, 39, 40, 46, len(whole) - 1)]

relay_good = [
    ("welcome", frame(WELCOME, 1, nonce, number(1800000000123),
                      b"".join(map(varint, (67108864, 64, 30, 400, 400))), text("pairbook-relay 0.1.0"))),
    ("place", frame(PLACE, 2, place, b"\x01", varint(1), varint(1), varint(1), chain, varint(0))),
    ("appended", frame(APPENDED, 3, place, varint(2), varint(298), b"\x00", varint(12), b"\x01", head)),
    ("the last chunk", frame(CHUNK, 4, place, varint(300), chain, head,
                             placed((12, two_entries[0]), (299, two_entries[1])))),
    ("an empty chunk", frame(CHUNK, 5, place, varint(300), chain, head, placed())),
    ("event", frame(EVENT, 7, place, varint(13), chain, head, placed((12, two_entries[0])))),
    ("done", frame(DONE, 8)),
    ("lagging", frame(LAGGING, 7, place, varint(300))),
    ("changed", frame(CHANGED, 0, place, varint(2), b"\x02")),
    ("refused", frame(REFUSED, 9, b"\x0c\x00", varint(1500), text("too many frames"))),
]
chunk = relay_good[3][1]
relay_bad = [
    ("nothing", "corrupt", b""),
    ("a frame of the other side", "unsupported_version", frame(READ, 1, place, varint(1))),
    ("a notice of a later version", "unsupported_version", frame(0xC0, 0, b"later")),
    ("a scope that is not known", "corrupt", frame(CHANGED, 0, place, varint(2), b"\x03")),
    ("stored at 0", "corrupt", frame(APPENDED, 3, place, varint(1), varint(0), b"\x00", head)),
    ("neither known nor new", "corrupt", frame(APPENDED, 3, place, varint(1), varint(1), b"\x02", head)),
    ("nothing was stored", "corrupt", frame(APPENDED, 3, place, varint(0), head)),
    ("goes on beyond the end", "corrupt", frame(CHUNK, 4, place, varint(301), chain, head, placed())),
    ("entries not ascending", "corrupt", frame(CHUNK, 4, place, varint(300), chain, head,
                                               placed((12, two_entries[0]), (12, two_entries[0])))),
    ("an entry beyond where to go on", "corrupt", frame(CHUNK, 4, place, varint(12), chain, head,
                                                        placed((12, two_entries[0])))),
    ("more entries than allowed", "too_large", frame(CHUNK, 4, place, varint(300), chain, head, varint(1025))),
    ("error 0", "corrupt", frame(REFUSED, 9, b"\x00\x00", varint(0), text(""))),
    ("error 20", "corrupt", frame(REFUSED, 9, b"\x14\x00", varint(0), text(""))),
    ("a hint over 200 bytes", "too_large", frame(REFUSED, 9, b"\x01\x00", varint(0), text("h" * 201))),
    ("done and more", "corrupt", frame(DONE, 8, b"\x00")),
] + [(f"cut after {at} bytes", "corrupt", chunk[:at]) for at in (21, 23, 24, 56, 58, 90, 91, 92, 110, len(chunk) - 1)]


def case(comment, expect, data):
    return f"comment: {comment}\nexpect: {expect}\nframe: {data.hex()}\n"


def write_vectors(name, intro, good, bad):
    cases = [case(c, "good", d) for c, d in good] + [case(*b) for b in bad]
    (here / "wire").mkdir(exist_ok=True)
    (here / "wire" / name).write_text(f"# {intro} Grammar in docs/protocol.md.\n\n" + "\n".join(cases))


# Frames too long to be worth keeping as text are made by the test itself.
long_ones = {"a frame over 256 KiB", "append the largest entry", "an entry over 64 KiB", "entries over 192 KiB"}
write_vectors("client.txt", "Frames from a client.", [g for g in client_good if g[0] not in long_ones],
              [b for b in client_bad if b[0] not in long_ones])
write_vectors("relay.txt", "Frames from a relay.", relay_good, relay_bad)

key = KeyPair(b"\x11" * 32)
asked = challenge("wss://relay.example", nonce, b"\x0e" * 32)
statements = {
    "admin": key.public, "place": place_id(key.public), "first-link": first_link(place),
    "link": link(chain, 300, MEMBERSHIP, one, b"sealed"),
    "create": key.sign(create_statement(asked, doors(key.public, read, write))),
    "prove": key.sign(prove_statement(asked, place, ADMIN_DOOR, key.public)),
    "rotate": key.sign(rotate_statement("wss://relay.example", place, 2, 300, three, two_entries)),
}
(here / "wire" / "statements.txt").write_text(
    "# What is signed and hashed: tests/wire/statement_test.cpp makes the same from the same parts.\n\n"
    + "".join(f"{k}: {v.hex()}\n" for k, v in statements.items()))

corpus = here.parent / "fuzz" / "corpus" / "wire_frame"
corpus.mkdir(parents=True, exist_ok=True)
for comment, data in client_good + relay_good:
    if comment not in long_ones:
        (corpus / comment.replace(" ", "_")).write_bytes(data)
for comment, expect, data in client_bad + relay_bad:
    if comment in ("an entry longer than the rest", "a number without end", "more entries than allowed", "nothing"):
        (corpus / comment.replace(" ", "_")).write_bytes(data)
