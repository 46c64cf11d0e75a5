#!/usr/bin/env python3
"""Copies of a book that agree through the real relay, by the real terminal. Usage: PAIRBOOK=PROGRAM books.py RELAY [RESULTS.xml [NAME...]]"""
import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from certificates import certificate, name  # noqa: E402
from client import Relay  # noqa: E402
from suite import run_tests  # noqa: E402

program = sys.argv[1]
terminal = os.environ["PAIRBOOK"]
passphrase = "orchid lantern gravel teapot"


class Copies:
    """Copies of one book, each in a file of its own, and a relay."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.run("new", "a.pairbook", "--name", "Spring circle", "--recovery-sheet", "sheet")

    def run(self, *words, status=0, **environment):
        done = subprocess.run([terminal, *words], cwd=self.folder, capture_output=True, text=True, timeout=120,
                              env={**os.environ, "PAIRBOOK_PASSPHRASE": passphrase, **environment})
        assert done.returncode == status, (words, done)
        return done.stdout + done.stderr

    def copy(self, to, of="a"):
        shutil.copy(self.folder / f"{of}.pairbook", self.folder / f"{to}.pairbook")

    def add(self, book, names):
        """Somebody works in a copy."""
        file = self.folder / "people.csv"
        file.write_text("Name,Role\n" + "".join(f"{name},mentor\n" for name in names))
        self.run("import", f"{book}.pairbook", "people.csv", "--as", "column")

    def sync(self, book, *words, **more):
        return self.run("sync", f"{book}.pairbook", *words, **more)

    def programme(self, book):
        return self.run("export", f"{book}.pairbook", "programme")

    def names(self, book):
        return sorted(person["name"] for person in json.loads(self.programme(book))["people"])

    def agree(self, *books):
        first = self.programme(books[0])
        for book in books:
            assert self.programme(book) == first, book
            assert "is whole" in self.run("verify", f"{book}.pairbook")
        return True


@contextlib.contextmanager
def copies_and_relay(*options):
    with tempfile.TemporaryDirectory(prefix="pairbook-books-") as folder, \
            tempfile.TemporaryDirectory(prefix="pairbook-relay-") as place, Relay(program, place, *options) as relay:
        yield Copies(folder), relay, f"ws://localhost:{relay.port}"


def test_copies_changed_apart_agree_through_a_relay():
    with copies_and_relay() as (copies, relay, address):
        copies.copy("b")
        copies.copy("c")
        copies.add("a", ["Amina Diallo"])
        copies.add("b", ["Bo Chen", "Cy Roth"])
        copies.add("c", ["Di Ito"])
        said = copies.sync("a", address)
        assert said == f"Took in 0 entries. All 2 entries of this book are on {address}.\n", said
        said = copies.sync("b", address)
        assert said == f"Took in 1 entry. All 3 entries of this book are on {address}.\n", said
        copies.sync("c", address)
        # The book remembers its relay.
        copies.sync("a")
        said = json.loads(copies.sync("b", "--json"))
        assert said == {"relay": address, "taken_in": 1, "entries": 4, "not_readable_yet": 0, "damaged": 0}, said
        assert copies.names("a") == ["Amina Diallo", "Bo Chen", "Cy Roth", "Di Ito"]
        copies.agree("a", "b", "c")
        # Once more changes nothing, and nothing is there twice.
        copies.sync("c")
        assert "Took in 0 entries" in copies.sync("c")
        assert relay.metric("entries_added_total") == 4, relay.metrics()


def test_a_relay_that_lost_everything_is_filled_again():
    with copies_and_relay() as (copies, relay, address):
        copies.copy("b")
        copies.add("a", ["Amina Diallo"])
        copies.sync("a", address)
        relay.kill()
        for file in relay.folder.glob("places.sqlite*"):
            file.unlink()
        relay.start()
        copies.add("b", ["Bo Chen"])
        copies.sync("b", address)
        copies.sync("a")
        copies.sync("b")
        assert copies.names("a") == ["Amina Diallo", "Bo Chen"]
        copies.agree("a", "b")


def test_a_relay_killed_on_the_way_loses_nothing():
    with copies_and_relay() as (copies, relay, address):
        copies.copy("b")
        names = [f"Person {number:04}" for number in range(2000)]
        copies.add("a", names)
        for round_ in range(6):
            killer = threading.Timer(0.4 + 0.35 * round_, relay.kill)
            killer.start()
            running = subprocess.Popen([terminal, "sync", "a.pairbook", address, "--patience", "60"],
                                       cwd=copies.folder, stdout=subprocess.DEVNULL,
                                       env={**os.environ, "PAIRBOOK_PASSPHRASE": passphrase})
            killer.join()
            relay.start()
            assert running.wait(120) == 0
            copies.add("a", [f"Late {round_}"])
        copies.sync("a")
        copies.sync("b", address)
        assert copies.names("b") == sorted(names + [f"Late {number}" for number in range(6)])
        copies.agree("a", "b")


def test_a_terminal_killed_on_the_way_loses_nothing():
    with copies_and_relay() as (copies, relay, address):
        copies.copy("b")
        copies.add("a", [f"Person {number:04}" for number in range(3000)])
        copies.sync("a", address)
        killed = 0
        for attempt in range(12):
            running = subprocess.Popen([terminal, "sync", "b.pairbook", address], cwd=copies.folder,
                                       env={**os.environ, "PAIRBOOK_PASSPHRASE": passphrase},
                                       stdout=subprocess.DEVNULL)
            time.sleep(0.15 + 0.12 * attempt)
            running.kill()
            killed += running.wait() == -9
        assert killed > 3, killed
        copies.add("b", ["Last"])
        copies.sync("b", address)
        copies.sync("a")
        assert len(copies.names("a")) == 3001
        copies.agree("a", "b")


def test_says_what_is_wrong_and_changes_nothing():
    with copies_and_relay() as (copies, relay, address):
        before = (copies.folder / "a.pairbook").read_bytes()
        said = copies.sync("a", f"ws://127.0.0.2:{relay.port}", "--patience", "2", status=9)
        assert "There is no answer from ws://127.0.0.2" in said, said
        relay.kill()
        said = copies.sync("a", address, "--patience", "1", status=9)
        assert said == (f"pairbook: There is no answer from {address} (Connection refused). What is in the book "
                        "stays as it is; try again later.\n"), said
        assert (copies.folder / "a.pairbook").read_bytes() == before


def test_speaks_tls_to_whoever_the_certificate_names():
    with tempfile.TemporaryDirectory(prefix="pairbook-tls-") as folder:
        crt, key, _ = certificate(folder, "relay", "localhost")
        other, other_key, _ = certificate(folder, "other")
        options = ("--tls-cert", str(crt), "--tls-key", str(key))
        with copies_and_relay(*options) as (copies, relay, address):
            address = address.replace("ws://", "wss://")
            said = copies.sync("a", address, "--patience", "3", status=9)
            assert "certificate verify failed" in said, said
            copies.add("a", ["Amina Diallo"])
            assert "Took in 0" in copies.sync("a", address, SSL_CERT_FILE=str(crt))
        # Somebody else's certificate, though it is believed.
        options = ("--tls-cert", str(other), "--tls-key", str(other_key), "--origin", f"wss://{name}")
        with copies_and_relay(*options) as (copies, relay, address):
            said = copies.sync("a", address.replace("ws://", "wss://"), "--patience", "3", status=9,
                               SSL_CERT_FILE=str(other))
            assert "certificate verify failed" in said, said


def test_the_relay_sees_no_name_that_was_typed():
    with copies_and_relay() as (copies, relay, address):
        copies.add("a", ["Zephyrine Quillfeather"])
        copies.sync("a", address)
        relay.kill()
        stored = b"".join(file.read_bytes() for file in relay.folder.iterdir() if file.is_file())
        assert len(stored) > 1000
        for word in (b"Zephyrine", b"Quillfeather", b"Spring circle"):
            assert word not in stored


run_tests("relay_books", globals())
