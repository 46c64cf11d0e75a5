#!/usr/bin/env python3
"""Relays behind nginx and HAProxy with the configurations of docs/operations, and one that encrypts by itself.
Usage: talk_encrypted.py PROGRAM [RESULTS.xml [NAME...]]
"""
import contextlib
import os
import pathlib
import re
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from certificates import certificate, issued, name  # noqa: E402
from client import *  # noqa: E402,F403
from database import Database  # noqa: E402
from suite import run_tests  # noqa: E402

program = sys.argv[1]
documents = pathlib.Path(__file__).parent.parent.parent / "docs" / "operations"
origin = f"wss://{name}"


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


def read_answer(wire):
    """Head and body of one answer on a connection that goes on."""
    said = b""
    while b"\r\n\r\n" not in said:
        said += wire.recv(65536)
    head, body = said.split(b"\r\n\r\n", 1)
    size = int(re.search(rb"Content-Length: (\d+)", head)[1])
    while len(body) < size:
        body += wire.recv(65536)
    return head.decode(), body


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


@contextlib.contextmanager
def encrypting(*options):
    with tempfile.TemporaryDirectory(prefix="pairbook-relay-") as folder:
        crt, key, _ = certificate(folder, "first")
        for file, link in ((crt, "cert"), (key, "key")):
            (pathlib.Path(folder) / link).symlink_to(file)
        with Relay(program, folder, "--tls-cert", f"{folder}/cert", "--tls-key", f"{folder}/key", "--origin", origin,
                   *options) as relay:
            yield relay, (ssl.create_default_context(cafile=crt), name)


def test_encrypts_by_itself():
    with encrypting() as (relay, tls):
        client, keys = member(relay, origin=origin, tls=tls)
        items = [an_entry(60000) for _ in range(3)]
        client.append(keys.place, items)
        found, _ = client.read_all(keys.place)
        assert [e[1:] for e in found] == items
        said, _ = get(relay.port, tls, "/healthz")
        assert said.startswith("HTTP/1.1 200") and said.endswith("ok\n"), said
        relay.process.send_signal(signal.SIGTERM)
        said = client.receive()
        assert said["code"] == "stopping", said
        assert relay.process.wait(20) == 0


def test_serves_the_app_and_goes_on_with_the_same_connection():
    with tempfile.TemporaryDirectory() as web:
        page = b"the app" * 100000
        (pathlib.Path(web) / "index.html").write_bytes(page)
        with encrypting("--web", web) as (relay, tls):
            with socket.create_connection(("127.0.0.1", relay.port), 10) as plain, \
                    tls[0].wrap_socket(plain, server_hostname=name) as wire:
                for _ in range(3):
                    wire.sendall(f"GET / HTTP/1.1\r\nHost: {name}\r\n\r\n".encode())
                    head, body = read_answer(wire)
                    assert head.startswith("HTTP/1.1 200") and body == page, head
                    assert "\r\nStrict-Transport-Security: max-age=31536000\r\n" in head, head
                assert wire.version() == "TLSv1.3"
            second = ssl.create_default_context(cafile=relay.folder / "first.crt")
            second.maximum_version = ssl.TLSVersion.TLSv1_2
            assert get(relay.port, (second, name))[0].endswith("the app")


def test_says_that_an_answer_has_ended():
    # Otherwise whoever cuts the connection could shorten an answer, and nobody would notice.
    with encrypting() as (relay, tls), socket.create_connection(("127.0.0.1", relay.port), 10) as plain, \
            tls[0].wrap_socket(plain, server_hostname=name, suppress_ragged_eofs=False) as wire:
        wire.sendall(f"GET /healthz HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n".encode())
        said = b""
        while piece := wire.recv(4096):
            said += piece
        assert said.endswith(b"ok\n"), said


def test_sends_the_chain_of_its_certificate():
    with tempfile.TemporaryDirectory(prefix="pairbook-relay-") as folder:
        root = certificate(folder, "root")
        between = issued(folder, "between", root, "basicConstraints=critical,CA:TRUE", "keyUsage=keyCertSign")
        own = issued(folder, "own", between, f"subjectAltName=DNS:{name}")
        chain = pathlib.Path(folder) / "chain"
        chain.write_text(own[0].read_text() + between[0].read_text())
        with Relay(program, folder, "--tls-cert", str(chain), "--tls-key", str(own[1]), "--origin", origin) as relay:
            tls = (ssl.create_default_context(cafile=root[0]), name)
            assert get(relay.port, tls, "/healthz")[0].endswith("ok\n")


def test_never_asks_for_a_passphrase():
    with tempfile.TemporaryDirectory() as folder:
        crt, key, _ = certificate(folder, "one")
        locked = pathlib.Path(folder) / "locked"
        subprocess.run(["openssl", "ec", "-in", key, "-aes256", "-passout", "pass:secret", "-out", locked], check=True,
                       capture_output=True)
        done = subprocess.run([program, "--check", "--store", f"sqlite:{folder}/x", "--tls-cert", crt, "--tls-key",
                               locked], input="secret\n", capture_output=True, text=True, timeout=60, check=False,
                              start_new_session=True)
        assert done.returncode == 1 and "The key" in done.stderr and "PEM pass phrase" not in done.stderr, done


def test_takes_no_old_protocol():
    with encrypting() as (relay, tls):
        old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
        old.set_ciphers("ALL:@SECLEVEL=0")
        old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
        with socket.create_connection(("127.0.0.1", relay.port), 10) as plain:
            try:
                old.wrap_socket(plain, server_hostname=name)
                raise AssertionError("it was let in")
            except ssl.SSLError as refused:
                assert "protocol version" in str(refused) or "unsupported protocol" in str(refused), refused
        assert eventually(lambda: relay.metric("tls_failures_total") == 1)
        assert Client(relay, origin=origin, tls=tls).welcome["type"] == WELCOME


def test_answers_plain_http_with_where_to_go():
    with encrypting() as (relay, tls):
        with socket.create_connection(("127.0.0.1", relay.port), 10) as plain:
            plain.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            said = b""
            while piece := plain.recv(4096):
                said += piece
        assert said.startswith(b"HTTP/1.1 400 Bad Request\r\n") and b"begins with https://" in said, said
        assert b"Strict-Transport" not in said, "it does not count without encryption"
        with socket.create_connection(("127.0.0.1", relay.port), 10) as plain, contextlib.suppress(ConnectionError):
            plain.sendall(bytes(range(256)))
            assert not plain.recv(4096).startswith(b"HTTP")
        assert eventually(lambda: relay.metric("tls_failures_total") == 2)
        assert Client(relay, origin=origin, tls=tls).welcome["type"] == WELCOME


def test_cuts_a_handshake_that_is_silent_or_slow():
    with encrypting("--header-seconds", "1") as (relay, tls):
        hello = ssl.MemoryBIO()
        with contextlib.suppress(ssl.SSLWantReadError):
            tls[0].wrap_bio(ssl.MemoryBIO(), hello, server_hostname=name).do_handshake()
        pieces = hello.read()
        for trickle in (b"", pieces):
            with socket.create_connection(("127.0.0.1", relay.port), 10) as slow:
                begun, sent = time.monotonic(), 0
                slow.settimeout(0.05)
                while time.monotonic() - begun < 6:
                    with contextlib.suppress(TimeoutError):
                        try:
                            if trickle:
                                slow.sendall(trickle[sent:sent + 1])
                            if slow.recv(1) == b"":
                                break
                        except ConnectionError:
                            break
                    sent += 1
                assert 0.8 < time.monotonic() - begun < 4, time.monotonic() - begun
                assert sent < len(pieces), "it was cut in the middle"
        assert relay.metric("tls_failures_total") == 2 and relay.metric("timeouts_total") == 2
        assert eventually(lambda: relay.metric("connections_open") == 1)  # the one that asks
        assert Client(relay, origin=origin, tls=tls).welcome["type"] == WELCOME


def test_an_encrypted_connection_that_is_half_open_is_found_out():
    with encrypting("--ping-seconds", "2") as (relay, tls):
        client, _ = member(relay, origin=origin, tls=tls)
        client.socket.answers_pings = False
        begun = time.monotonic()
        with contextlib.suppress(Closed):
            client.receive()
        assert 1 < time.monotonic() - begun < 8
        assert eventually(lambda: relay.metric("callers_open") == 0)


def test_an_encrypted_connection_that_answers_pings_stays():
    with encrypting("--ping-seconds", "2") as (relay, tls):
        client, keys = member(relay, origin=origin, tls=tls)
        client.socket.socket.settimeout(0.3)
        begun = time.monotonic()
        while time.monotonic() - begun < 6:
            with contextlib.suppress(TimeoutError):
                client.receive()
        client.socket.socket.settimeout(20)
        assert client.append(keys.place, [an_entry()])["type"] == APPENDED


def test_many_encrypted_readers_that_do_not_read_harm_nobody():
    with encrypting("--kib-per-second", "100000", "--write-seconds", "2") as (relay, tls):
        writer, keys = member(relay, origin=origin, tls=tls)
        stuck = [member(relay, keys, origin=origin, tls=tls, receive_buffer=4096)[0] for _ in range(5)]
        reader, _ = member(relay, keys, origin=origin, tls=tls)
        for each in (*stuck, reader):
            each.credit(1 << 24)
            each.ask(SUBSCRIBE, keys.place, varint(1))
        found = []
        for _ in range(40):
            writer.append(keys.place, [an_entry(60000) for _ in range(3)])
            found += reader.receive()["entries"]
        while len(found) < 120:
            found += reader.receive()["entries"]
        assert [e[0] for e in found] == list(range(1, 121))
        assert eventually(lambda: relay.metric("callers_open") == 2), relay.metrics()


def test_reads_its_certificate_again():
    with encrypting() as (relay, tls):
        client, keys = member(relay, origin=origin, tls=tls)
        kept = tls[0].wrap_socket(socket.create_connection(("127.0.0.1", relay.port), 10), server_hostname=name)
        folder = relay.folder
        first = get(relay.port, tls, "/healthz")[1]
        for broken in ("no certificate", (folder / "first.crt").read_text()[:300], ""):
            (folder / "broken").write_text(broken)
            os.replace(folder / "broken", folder / "cert")
            before = relay.log.read_text().count("stays in use")
            relay.process.send_signal(signal.SIGHUP)
            assert eventually(lambda: relay.log.read_text().count("stays in use") == before + 1)
            assert get(relay.port, tls, "/healthz")[1] == first
        crt, key, _ = certificate(folder, "second")
        os.replace(crt, folder / "cert")
        relay.process.send_signal(signal.SIGHUP)  # the key is still the old one's
        assert eventually(lambda: relay.log.read_text().count("stays in use") == 4)
        assert get(relay.port, tls, "/healthz")[1] == first
        os.replace(key, folder / "key")
        relay.process.send_signal(signal.SIGHUP)
        assert eventually(lambda: "Read the certificate again" in relay.log.read_text())
        now = (ssl.create_default_context(cafile=folder / "cert"), name)
        assert get(relay.port, now, "/healthz")[1] != first
        # Who was connected stays connected.
        assert client.append(keys.place, [an_entry()])["type"] == APPENDED
        kept.sendall(f"GET /healthz HTTP/1.1\r\nHost: {name}\r\n\r\n".encode())
        assert read_answer(kept)[1] == b"ok\n" and kept.getpeercert(True) == first
        kept.close()


def test_says_what_is_wrong_with_a_certificate():
    with tempfile.TemporaryDirectory() as folder:
        crt, key, _ = certificate(folder, "one")
        _, other, _ = certificate(folder, "other")
        for arguments, why in (((crt, other), "cannot be used with"), ((key, key), "The certificate"),
                               ((crt, "/nowhere"), "The key")):
            done = subprocess.run([program, "--check", "--store", f"sqlite:{folder}/x", "--tls-cert", arguments[0],
                                   "--tls-key", arguments[1]], capture_output=True, text=True, timeout=60, check=False)
            assert done.returncode == 1 and why in done.stderr, done


if __name__ == "__main__":
    run_tests("talk_encrypted", globals())
