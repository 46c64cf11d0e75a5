"""Marked texts, sealed as members seal, and everywhere a relay could leave them."""
import contextlib
import ctypes
import os
import pathlib
import re
import socket
import threading

from client import *  # noqa: F403
from frames import sodium

COUNT = 64


def seal(plain):
    key, nonce = os.urandom(32), os.urandom(24)
    out = ctypes.create_string_buffer(len(plain) + 16)
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(out, None, plain, ctypes.c_ulonglong(len(plain)), None,
                                                      ctypes.c_ulonglong(0), None, nonce, key)
    return nonce + out.raw


class Canaries:
    def __init__(self):
        self.token = os.urandom(8).hex()
        self.texts = [f"canary-{self.token}-{n:02}".encode() for n in range(COUNT)]
        marked = f"canary-{self.token}-".encode()
        self.plain = re.compile(marked + rb"(\d\d)")
        # As databases write bytes into logs.
        self.hexadecimal = re.compile(marked.hex().encode() + rb"3(\d)3(\d)", re.IGNORECASE)

    def found_in(self, *pieces):
        """How many of them are in these bytes, in clear or as hexadecimal digits."""
        found = set()
        for piece in pieces:
            found |= set(self.plain.findall(piece))
            found |= {a + b for a, b in self.hexadecimal.findall(piece)}
        return len(found)


def files_in(folder):
    """The bytes of every file below, as they are at some moment."""
    for path in pathlib.Path(folder).rglob("*"):
        with contextlib.suppress(OSError):
            if path.is_file():
                yield path.read_bytes()


def memory_of(process):
    """What a core dump of it would hold."""
    with open(f"/proc/{process}/mem", "rb") as memory:
        for area in re.split(r"\n(?=[0-9a-f]+-[0-9a-f]+ )", pathlib.Path(f"/proc/{process}/smaps").read_text()):
            bounds = re.match(r"([0-9a-f]+)-([0-9a-f]+) r", area)
            flags = re.search(r"VmFlags:(.*)", area)[1].split()
            if not bounds or "dd" in flags or "io" in flags or re.search(r"Rss:\s+0 kB", area):
                continue
            at, end = int(bounds[1], 16), int(bounds[2], 16)
            with contextlib.suppress(OSError, ValueError):
                memory.seek(at)
                yield memory.read(end - at)


class Tap:
    """Passes on what comes to a socket in `folder`, and keeps all of it, in both directions."""

    def __init__(self, folder, target):
        self.kept = []
        self.target = str(target)
        self.door = socket.socket(socket.AF_UNIX)
        self.door.bind(f"{folder}/.s.PGSQL.5432")
        self.door.listen()
        threading.Thread(target=self.welcome, daemon=True).start()

    def welcome(self):
        while True:
            near, _ = self.door.accept()
            far = socket.socket(socket.AF_UNIX)
            far.connect(self.target)
            for a, b in ((near, far), (far, near)):
                threading.Thread(target=self.pass_on, args=(a, b), daemon=True).start()

    def pass_on(self, a, b):
        with contextlib.suppress(OSError):
            while piece := a.recv(65536):
                self.kept.append(piece)
                b.sendall(piece)
            b.shutdown(socket.SHUT_WR)


def send_all(relay, canaries, in_clear=False):
    """A member writes them, another reads them, one is removed; gives what went over the network."""
    wrap = (lambda text: text) if in_clear else seal
    writer, keys = member(relay)
    reader, _ = member(relay, keys)
    for client in (writer, reader):
        client.socket.traffic = []
    reader.credit(1 << 24)
    reader.ask(SUBSCRIBE, keys.place, varint(1))
    for text in canaries.texts:
        said = writer.append(keys.place, [(EDIT, os.urandom(16), wrap(text * 5))])
        assert said["type"] == APPENDED, said
    writer.rotate(keys.place, keys, Keys(), 2, COUNT + 1, [(MEMBERSHIP, os.urandom(16), wrap(canaries.texts[0]))])
    heard = 0
    while heard < COUNT:
        said = reader.receive()
        heard += len(said["entries"]) if said["type"] == EVENT else 0
    traffic = b"".join(writer.socket.traffic), b"".join(reader.socket.traffic)
    return traffic, keys, (writer, reader)


def look_everywhere(relay, canaries, *folders, in_clear=False):
    """Where they are found: the number by the kind of place."""
    traffic, keys, clients = send_all(relay, canaries, in_clear)
    said = (relay.log.read_bytes(), relay.metrics().encode())
    for secret in (keys.place.hex(), "127.0.0.1", keys.read.public.hex()):
        assert not any(secret.encode() in each for each in said), secret
    found = {
        "files": canaries.found_in(*(each for folder in folders for each in files_in(folder))),
        "log and metrics": canaries.found_in(*said),
        "memory": canaries.found_in(*memory_of(relay.process.pid)),
        "traffic": canaries.found_in(*traffic),
    }
    for client in clients:
        client.close()
    return found
