#!/usr/bin/env python3
"""Relays behind nginx and HAProxy with the configurations of docs/operations.
Usage: talk_encrypted.py PROGRAM [RESULTS.xml [NAME...]]
"""
import contextlib
import os
import pathlib
import re
import socket
import ssl
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from client import *  # noqa: E402,F403
from database import Database  # noqa: E402
from suite import run_tests  # noqa: E402

program = sys.argv[1]
documents = pathlib.Path(__file__).parent.parent.parent / "docs" / "operations"
name = "pairbook.example"
origin = f"wss://{name}"


def certificate(folder, stem):
    """A certificate for `name` and its key, in one file each and together."""
    crt, key, both = (pathlib.Path(folder) / f"{stem}.{end}" for end in ("crt", "key", "pem"))
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-days", "2", "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}", "-keyout", key,
                    "-out", crt], check=True, capture_output=True)
    both.write_text(crt.read_text() + key.read_text())
    return crt, key, both


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def get(port, tls, path="/"):
    """The whole answer to one request."""
    with socket.create_connection(("127.0.0.1", port), 10) as plain, \
            tls[0].wrap_socket(plain, server_hostname=name) as wire:
        wire.sendall(f"GET {path} HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n".encode())
        said = b""
        with contextlib.suppress(ssl.SSLEOFError):
            while piece := wire.recv(65536):
                said += piece
        return said.decode(), wire.getpeercert(True)


@contextlib.contextmanager
def deployed(write_configuration, command):
    """Two relays of one database behind a proxy: its port and what clients encrypt with."""
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pairbook-proxy-")))
        (folder / "web").mkdir()
        (folder / "web" / "index.html").write_text("the app")
        store = stack.enter_context(Database()).fresh("pairbook")
        relays = [stack.enter_context(Relay(program, stack.enter_context(
            tempfile.TemporaryDirectory(prefix="pairbook-relay-")), "--web", str(folder / "web"), "--origin", origin,
            store=store)) for _ in range(2)]
        crt, key, both = certificate(folder, "proxy")
        port = free_port()
        write_configuration(folder, port, relays, crt, key, both)
        proxy = subprocess.Popen(command(folder), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        try:
            tls = (ssl.create_default_context(cafile=crt), name)
            if not eventually(lambda: answers(port)):
                proxy.kill()
                raise AssertionError(proxy.stdout.read().decode())
            yield port, tls, relays
        finally:
            proxy.terminate()
            proxy.wait(20)


def answers(port):
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False


def replaced(text, *pairs):
    for pattern, value in pairs:
        text, count = re.subn(pattern, value, text)
        assert count, f"{pattern} is not in the configuration"
    return text


def with_nginx():
    def write(folder, port, relays, crt, key, _):
        site = replaced((documents / "nginx.conf").read_text(), (r"127\.0\.0\.1:8080", f"127.0.0.1:{relays[0].port}"),
                        (r"127\.0\.0\.1:8081", f"127.0.0.1:{relays[1].port}"),
                        (r"listen 443", f"listen 127.0.0.1:{port}"),
                        (r"/etc/ssl/pairbook\.example\.pem", str(crt)),
                        (r"/etc/ssl/private/pairbook\.example\.key", str(key)))
        user = "user root;" if os.getuid() == 0 else ""
        rooms = "".join(f"{each}_temp_path {folder}/{each};\n"
                        for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (folder / "nginx.conf").write_text(f"daemon off;\n{user}\npid {folder}/pid;\nworker_processes 1;\n"
                                           f"error_log {folder}/error;\nevents {{}}\nhttp {{\n{rooms}{site}}}\n")
    return deployed(write, lambda folder: ["/usr/sbin/nginx", "-p", folder, "-e", folder / "error", "-c",
                                           folder / "nginx.conf"])


def with_haproxy():
    def write(folder, port, relays, _, __, both):
        (folder / "haproxy.cfg").write_text(replaced(
            (documents / "haproxy.cfg").read_text(), (r"127\.0\.0\.1:8080", f"127.0.0.1:{relays[0].port}"),
            (r"127\.0\.0\.1:8081", f"127.0.0.1:{relays[1].port}"), (r"bind :443", f"bind 127.0.0.1:{port}"),
            (r"/etc/ssl/private/pairbook\.example\.pem", str(both))))
    return deployed(write, lambda folder: ["/usr/sbin/haproxy", "-db", "-f", folder / "haproxy.cfg"])


class Door:
    """What a Client needs to know of where it connects to."""

    def __init__(self, port):
        self.port = port


def everything_works(port, tls, relays):
    said, _ = get(port, tls)
    assert said.startswith("HTTP/1.1 200") and said.endswith("the app"), said
    lower = said.lower()
    assert lower.count("content-security-policy:") == 1 and "strict-transport-security: max-age" in lower, said
    door = Door(port)
    writer, keys = member(door, origin=origin, tls=tls)
    # One after the other at different relays, whichever the proxy chooses.
    readers = [member(door, keys, origin=origin, tls=tls)[0] for _ in range(4)]
    for reader in readers:
        reader.credit(1 << 24)
        assert reader.ask(SUBSCRIBE, keys.place, varint(1))["type"] == PLACE
    large = [an_entry(60000) for _ in range(3)]
    for n in range(10):
        assert writer.append(keys.place, large if n == 5 else [an_entry()])["type"] == APPENDED
    for reader in readers:
        found = []
        while len(found) < 12:
            event = reader.receive()
            found += event["entries"] if event["type"] == EVENT else []
        assert [e[0] for e in found] == list(range(1, 13))
    assert all(relay.metric("callers_open") > 0 for relay in relays), "both relays are used"
    # What is signed holds for the public name only.
    wrong = Client(door, origin=f"ws://127.0.0.1:{port}", tls=tls)
    assert wrong.welcome["code"] == "wrong_origin", wrong.welcome
    # A relay stops: its people are told, and go on at the other.
    assert relays[0].stop() == 0
    again, _ = member(door, keys, origin=origin, tls=tls)
    assert again.append(keys.place, [an_entry()])["entries"] == [(13, False)]


def test_two_relays_behind_nginx():
    with with_nginx() as (port, tls, relays):
        everything_works(port, tls, relays)


def test_two_relays_behind_haproxy():
    with with_haproxy() as (port, tls, relays):
        everything_works(port, tls, relays)


if __name__ == "__main__":
    run_tests("talk_encrypted", globals())
