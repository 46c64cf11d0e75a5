"""Frames of the relay's protocol, written from docs/protocol.md alone: it shares no code with the relay.

Primitives come from hashlib and from the system's libsodium.
"""
import ctypes
import hashlib
import struct

sodium = ctypes.CDLL("libsodium.so.23")
sodium.sodium_init()

HELLO, CREATE, PROVE, APPEND, READ, SUBSCRIBE, UNSUBSCRIBE, CREDIT, ROTATE, TRIM, DELETE = range(0x01, 0x0C)
WELCOME, PLACE, APPENDED, CHUNK, EVENT, DONE, LAGGING, CHANGED, REFUSED = range(0x41, 0x4A)
READ_DOOR, WRITE_DOOR, ADMIN_DOOR = 1, 2, 3
NONE, WHOLE, MEMBERSHIP_ONLY = 0, 1, 2
EDIT, MEMBERSHIP, SNAPSHOT = 0, 1, 2

CODES = ("- malformed unsupported out_of_turn wrong_origin too_large unknown_place bad_proof not_allowed "
         "wrong_sequence id_taken place_full slow_down too_many relay_full try_later doors_changed place_gone "
         "stopping needs_sequence").split()


def blake(data, size=32):
    return hashlib.blake2b(data, digest_size=size).digest()


class KeyPair:
    def __init__(self, seed):
        public, secret = ctypes.create_string_buffer(32), ctypes.create_string_buffer(64)
        sodium.crypto_sign_seed_keypair(public, secret, seed)
        self.public, self.secret = public.raw, secret.raw

    def sign(self, message):
        out = ctypes.create_string_buffer(64)
        sodium.crypto_sign_detached(out, None, message, ctypes.c_ulonglong(len(message)), self.secret)
        return out.raw


def varint(n):
    out = b""
    while n >= 0x80:
        out += bytes([n & 0x7F | 0x80])
        n >>= 7
    return out + bytes([n])


def blob(data):
    return varint(len(data)) + data


def frame(kind, request, *parts):
    return struct.pack("<BBI", 1, kind, request) + b"".join(parts)


def doors(admin, read, write):
    return admin + read + write


def entry(kind, entry_id, sealed):
    return bytes([kind]) + entry_id + blob(sealed)


def entries(items):
    return varint(len(items)) + b"".join(entry(*item) for item in items)


def number(n):
    return struct.pack("<Q", n)


# What is signed and hashed.

def place_id(admin):
    return blake(b"pairbook/v1/space-id" + admin)[:16]


def first_link(place):
    return blake(b"pairbook/v1/relay/chain" + place)


def link(before, sequence, kind, entry_id, sealed):
    return blake(b"pairbook/v1/relay/link" + before + number(sequence) + bytes([kind]) + entry_id + blake(sealed))


def challenge(origin, relay_nonce, client_nonce):
    return blob(origin.encode()) + relay_nonce + client_nonce


def create_statement(challenged, three_doors):
    return b"pairbook/v1/relay/create" + challenged + three_doors


def prove_statement(challenged, place, door, key):
    return b"pairbook/v1/relay/prove" + challenged + place + bytes([door]) + key


def rotate_statement(origin, place, door_number, expected, three_doors, items):
    return (b"pairbook/v1/relay/rotate" + blob(origin.encode()) + place + varint(door_number) + varint(expected)
            + three_doors + entries(items))


class Reader:
    """Reads strictly; `end` complains about bytes left over."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def raw(self, size):
        if len(self.data) - self.at < size:
            raise ValueError("ends too early")
        self.at += size
        return self.data[self.at - size:self.at]

    def u8(self):
        return self.raw(1)[0]

    def little(self, size):
        return int.from_bytes(self.raw(size), "little")

    def varint(self):
        value = shift = 0
        while True:
            part = self.u8()
            value |= (part & 0x7F) << shift
            if part < 0x80:
                if part == 0 and shift:
                    raise ValueError("number longer than needed")
                return value
            shift += 7

    def blob(self):
        return self.raw(self.varint())

    def head(self):
        return {"next": self.varint(), "chain": self.raw(32)}

    def end(self):
        if self.at != len(self.data):
            raise ValueError("bytes left over")


def decode(data):
    """A frame from a relay as a dictionary with its type and request."""
    r = Reader(data)
    if r.u8() != 1:
        raise ValueError("version")
    said = {"type": r.u8(), "request": r.little(4), "size": len(data)}
    kind = said["type"]
    if kind == WELCOME:
        said.update(nonce=r.raw(32), time_ms=r.little(8), place_bytes=r.varint(), places=r.varint(),
                    hello_seconds=r.varint(), retention_days=r.varint(), gone_days=r.varint(),
                    relay=r.blob().decode())
    elif kind == PLACE:
        said.update(place=r.raw(16), scope=r.u8(), number=r.varint(), first=r.varint(), head=r.head(), bytes=r.varint())
    elif kind == APPENDED:
        said.update(place=r.raw(16), entries=[(r.varint(), r.u8() == 1) for _ in range(r.varint())], head=r.head())
    elif kind in (CHUNK, EVENT):
        said.update(place=r.raw(16), next=r.varint(), chain=r.raw(32), head=r.head(),
                    entries=[(r.varint(), r.u8(), r.raw(16), r.blob()) for _ in range(r.varint())])
    elif kind == LAGGING:
        said.update(place=r.raw(16), next=r.varint())
    elif kind == CHANGED:
        said.update(place=r.raw(16), number=r.varint(), scope=r.u8())
    elif kind == REFUSED:
        said.update(code=CODES[r.little(2)], retry_ms=r.varint(), hint=r.blob().decode())
    elif kind != DONE:
        raise ValueError(f"unknown type {kind:#x}")
    r.end()
    return said
