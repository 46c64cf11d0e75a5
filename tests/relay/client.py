"""A client of the relay, written from docs/protocol.md and RFC 6455 alone, and a relay to speak to."""
import base64
import contextlib
import os
import pathlib
import re
import signal
import socket
import struct
import subprocess
import time
import urllib.request

from frames import *  # noqa: F403


class Closed(Exception):
    """The relay has ended the connection; `code` is that of its close frame, if it sent one."""

    def __init__(self, code=None):
        super().__init__(f"closed ({code})")
        self.code = code


class WebSocket:
    """`tls` is what to encrypt with, to whom: (ssl.SSLContext, name)."""

    def __init__(self, port, path="/sync", patience=20, receive_buffer=None, tls=None):
        self.socket = socket.socket()
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(patience)
        self.socket.connect(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        host = f"localhost:{port}"
        if tls:
            context, host = tls
            self.socket = context.wrap_socket(self.socket, server_hostname=host)
        self.left = b""
        self.answers_pings = True
        self.traffic = None  # a list, if all that is said is to be kept
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((f"GET {path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\n"
                             f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n")
                            .encode())
        while b"\r\n\r\n" not in self.left:
            piece = self.socket.recv(4096)
            if not piece:
                raise Closed
            self.left += piece
        self.head, self.left = self.left.split(b"\r\n\r\n", 1)
        if not self.head.startswith(b"HTTP/1.1 101"):
            raise Closed(self.head.split(b"\r\n")[0])

    def send(self, data, opcode=2):
        if self.traffic is not None:
            self.traffic.append(data)
        mask = os.urandom(4)
        size = len(data)
        head = bytes([0x80 | opcode])
        if size < 126:
            head += bytes([0x80 | size])
        elif size < 65536:
            head += b"\xfe" + struct.pack(">H", size)
        else:
            head += b"\xff" + struct.pack(">Q", size)
        whole = int.from_bytes(data, "big") ^ int.from_bytes((mask * (size // 4 + 1))[:size], "big")
        try:
            self.socket.sendall(head + mask + whole.to_bytes(size, "big"))
        except OSError as failure:
            raise Closed from failure

    def take(self, size):
        while len(self.left) < size:
            try:
                piece = self.socket.recv(max(65536, size - len(self.left)))
            except TimeoutError:
                raise
            except OSError as failure:
                raise Closed from failure
            if not piece:
                raise Closed
            self.left += piece
            if self.traffic is not None:
                self.traffic.append(piece)
        taken, self.left = self.left[:size], self.left[size:]
        return taken

    def receive(self):
        while True:
            first, second = self.take(2)
            size = second & 0x7F
            if size == 126:
                size = struct.unpack(">H", self.take(2))[0]
            elif size == 127:
                size = struct.unpack(">Q", self.take(8))[0]
            data = self.take(size)
            opcode = first & 15
            if opcode == 2:
                return data
            if opcode == 9 and self.answers_pings:
                self.send(data, 10)
            if opcode == 8:
                with contextlib.suppress(Closed):
                    self.send(data[:2], 8)
                self.close()
                raise Closed(struct.unpack(">H", data[:2])[0] if data else None)

    def close(self):
        self.socket.close()


class Keys:
    """The three keys of a place."""

    def __init__(self, admin=None, read=None, write=None):
        self.admin = admin or KeyPair(os.urandom(32))
        self.read = read or KeyPair(os.urandom(32))
        self.write = write or KeyPair(os.urandom(32))
        self.doors = doors(self.admin.public, self.read.public, self.write.public)
        self.place = place_id(self.admin.public)

    def of(self, door):
        return {READ_DOOR: self.read, WRITE_DOOR: self.write, ADMIN_DOOR: self.admin}[door]


class Client:
    def __init__(self, relay, origin=None, greet=True, **more):
        self.socket = WebSocket(relay.port, **more)
        self.origin = origin or f"ws://127.0.0.1:{relay.port}"
        self.request = 0
        self.waiting = []
        if greet:
            nonce = os.urandom(32)
            self.welcome = self.ask(HELLO, blob(self.origin.encode()), nonce)
            if self.welcome["type"] == WELCOME:
                self.challenge = challenge(self.origin, self.welcome["nonce"], nonce)

    def send(self, kind, *parts):
        self.request += 1
        self.socket.send(frame(kind, self.request, *parts))
        return self.request

    def receive(self):
        return self.waiting.pop(0) if self.waiting else decode(self.socket.receive())

    def answer(self, request):
        """The answer to a request; events that come meanwhile wait."""
        while True:
            said = decode(self.socket.receive())
            if said["request"] == request and said["type"] not in (EVENT, LAGGING):
                return said
            self.waiting.append(said)

    def ask(self, kind, *parts):
        return self.answer(self.send(kind, *parts))

    def create(self, keys):
        return self.ask(CREATE, keys.doors, keys.admin.sign(create_statement(self.challenge, keys.doors)))

    def prove(self, place, door, key):
        statement = prove_statement(self.challenge, place, door, key.public)
        return self.ask(PROVE, place, bytes([door]), key.public, key.sign(statement))

    def enter(self, keys, place=None):
        for door in (READ_DOOR, WRITE_DOOR):
            said = self.prove(place or keys.place, door, keys.of(door))
            assert said["type"] == PLACE, said
        return said

    def append(self, place, items, expected=0):
        return self.ask(APPEND, place, varint(expected), entries(items))

    def rotate(self, place, old, new, door_number, expected, items=()):
        statement = rotate_statement(self.origin, place, door_number, expected, new.doors, items)
        return self.ask(ROTATE, place, varint(door_number), varint(expected), new.doors, entries(items),
                        old.admin.sign(statement))

    def read_all(self, place, start=1):
        found, at = [], start
        while True:
            chunk = self.ask(READ, place, varint(at))
            assert chunk["type"] == CHUNK, chunk
            found += chunk["entries"]
            if chunk["next"] == chunk["head"]["next"]:
                return found, chunk["head"]
            assert chunk["next"] > at
            at = chunk["next"]

    def credit(self, amount):
        self.send(CREDIT, varint(amount))

    def close(self):
        self.socket.close()


def member(relay, keys=None, **more):
    """A client in a place that it makes, unless it is there."""
    keys = keys or Keys()
    client = Client(relay, **more)
    made = client.create(keys)
    assert made["type"] == PLACE, made
    client.enter(keys)
    return client, keys


def an_entry(size=200, kind=EDIT):
    return (kind, os.urandom(16), os.urandom(size))


def chain_of(place, items):
    """The link after these entries, which are everything there is."""
    at = first_link(place)
    for sequence, kind, entry_id, sealed in items:
        at = link(at, sequence, kind, entry_id, sealed)
    return at


class Relay:
    """The real program on a free port, with a file in `folder` as its store unless it is told another."""

    def __init__(self, program, folder, *options, port=0, store=None):
        self.program, self.folder, self.options = program, pathlib.Path(folder), list(options)
        self.store = store or f"sqlite:{self.folder / 'places.sqlite'}"
        self.log = self.folder / "log"
        self.port = port
        self.start()

    def start(self):
        # The same port again: proofs and clients name it. A sanitizer would keep what is freed.
        environment = {**os.environ, "ASAN_OPTIONS": "quarantine_size_mb=1:malloc_context_size=2"}
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [self.program, "--store", self.store, "--listen", f"127.0.0.1:{self.port}",
                 "--health", "127.0.0.1:0", *self.options], stdout=subprocess.PIPE, stderr=log,
                env=environment)
        ports = [int(re.search(rb":(\d+)/", self.process.stdout.readline())[1]) for _ in range(2)]
        self.port, self.health = ports

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(20)
        self.process.stdout.close()
        return status

    def run(self, *arguments):
        return subprocess.run([self.program, *arguments], capture_output=True, text=True, timeout=60)

    def metrics(self):
        return urllib.request.urlopen(f"http://127.0.0.1:{self.health}/metrics", timeout=10).read().decode()

    def metric(self, name):
        return int(re.search(rf"^pairbook_relay_{re.escape(name)} (\d+)$", self.metrics(), re.M)[1])

    def memory_kib(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.kill()


def eventually(condition, seconds=10):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False
