#!/usr/bin/env python3
"""Persons with a book and a passphrase each, who let one another in through the real relay, by the real terminal. Usage: PAIRBOOK=PROGRAM persons.py RELAY [RESULTS.xml [NAME...]]"""
import contextlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from client import Relay  # noqa: E402
from suite import run_tests  # noqa: E402

program = sys.argv[1]
terminal = os.environ["PAIRBOOK"]


class Persons:
    """Everybody's book lies in a folder of their own and has a passphrase of its own. Ana's is there."""

    def __init__(self, folder, relay):
        self.folder = pathlib.Path(folder)
        self.relay = relay
        self.address = f"ws://localhost:{relay.port}"
        self.run("ana", "new", "club.pairbook", "--name", "Spring circle", "--recovery-sheet", "sheet")

    def environment(self, who):
        (self.folder / who).mkdir(exist_ok=True)
        return {"cwd": self.folder / who, "env": {**os.environ, "PAIRBOOK_PASSPHRASE": f"{who} lantern gravel teapot"}}

    def run(self, who, *words, status=0):
        done = subprocess.run([terminal, *words], capture_output=True, text=True, timeout=120, **self.environment(who))
        assert done.returncode == status, (words, done)
        return done.stdout + (done.stderr if status else "")

    def invite(self, by, whom, *words):
        link = self.run(by, "invite", "club.pairbook", "--whom", whom, "--from", by.capitalize(), "--relay", self.address,
                        *words).strip()
        assert link.startswith(f"http://localhost:{self.relay.port}/#/join/"), link
        return link

    def ask(self, who, link, name, patience="1"):
        """Asks to be let in, and is still waiting when patience ends: the number."""
        said = self.run(who, "join", "club.pairbook", link, "--name", name, "--recovery-sheet", "sheet",
                        "--patience", patience, "--json", status=1)
        answer = json.loads(said)
        assert answer["joined"] is False, said
        return answer["number"]

    def members(self, who, *words):
        return json.loads(self.run(who, "members", "club.pairbook", "--json", *words))

    def enter(self, who):
        said = self.run(who, "join", "club.pairbook")
        assert said.startswith("You are in: Spring circle."), said

    def joins(self, who, by, *words):
        number = self.ask(who, self.invite(by, who, *words), who.capitalize())
        self.members(by, "--accept", number)
        self.enter(who)

    def add(self, who, name):
        (self.folder / who / "people.csv").write_text(f"Name,Role\n{name},mentor\n")
        self.run(who, "import", "club.pairbook", "people.csv", "--as", "column")

    def sync(self, *everybody):
        for who in everybody:
            self.run(who, "sync", "club.pairbook")

    def programme(self, who):
        return self.run(who, "export", "club.pairbook", "programme")

    def agree(self, *everybody):
        first = self.programme(everybody[0])
        for who in everybody:
            assert self.programme(who) == first, who
            assert "is whole" in self.run(who, "verify", "club.pairbook")
        return sorted(person["name"] for person in json.loads(first)["people"])


@contextlib.contextmanager
def persons_and_relay():
    with tempfile.TemporaryDirectory(prefix="pairbook-persons-") as folder, \
            tempfile.TemporaryDirectory(prefix="pairbook-relay-") as place, Relay(program, place) as relay:
        yield Persons(folder, relay)


def named(members):
    return sorted(member["name"] for member in members["members"])


def test_somebody_is_invited_let_in_and_works_along():
    with persons_and_relay() as all:
        all.add("ana", "Amina Diallo")
        link = all.invite("ana", "Bo")
        assert all.members("ana")["waiting"] == []
        number = all.ask("bo", link, "Bo Chen")
        seen = all.members("ana")
        assert named(seen) == ["Ana"], seen
        assert seen["waiting"] == [{"name": "Bo Chen", "number": number, "alone": True}], seen
        # Nobody is in before Ana says so.
        all.run("bo", "join", "club.pairbook", "--patience", "1", status=1)
        after = all.members("ana", "--accept", number)
        assert named(after) == ["Ana", "Bo Chen"] and after["waiting"] == [], after
        all.enter("bo")
        assert all.agree("ana", "bo") == ["Amina Diallo"]
        # Both change it apart.
        all.add("bo", "Cy Roth")
        all.add("ana", "Di Ito")
        all.sync("bo", "ana", "bo")
        assert all.agree("ana", "bo") == ["Amina Diallo", "Cy Roth", "Di Ito"]
        assert all.members("bo")["members"] != [] and named(all.members("bo")) == ["Ana", "Bo Chen"]
        compared = {member["name"]: member["number_compared"] for member in all.members("bo")["members"]}
        assert compared["Bo Chen"] is True, compared
        said = all.run("bo", "members", "club.pairbook")
        assert "Bo Chen (you)  reads and writes" in said and "number compared" in said, said
        # The link was for one, once.
        said = all.run("eve", "join", "club.pairbook", link, "--name", "Eve", "--recovery-sheet", "sheet", "--patience", "1",
                       status=1)
        assert "Asked." in said, said
        assert all.members("ana")["waiting"] == []


def test_a_second_one_with_the_same_link_is_noticed_and_stays_outside():
    with persons_and_relay() as all:
        link = all.invite("ana", "Bo")
        theirs = all.ask("bo", link, "Bo Chen")
        other = all.ask("eve", link, "Bo Chen")
        assert theirs != other
        waiting = all.members("ana")["waiting"]
        assert [one["alone"] for one in waiting] == [False, False], waiting
        assert "Somebody else came with the same link" in all.run("ana", "members", "club.pairbook")
        # A name is not enough now.
        said = all.run("ana", "members", "club.pairbook", "--accept", "Bo Chen", status=1)
        assert "safety number" in said, said
        said = all.run("ana", "members", "club.pairbook", "--accept", other[:-1] + str((int(other[-1]) + 1) % 10), status=1)
        assert "Nobody who waits has the number" in said, said
        assert named(all.members("ana", "--accept", theirs)) == ["Ana", "Bo Chen"]
        all.enter("bo")
        said = all.run("eve", "join", "club.pairbook", status=1)
        assert "Somebody else was let in with this link" in said, said
        assert all.members("ana")["waiting"] == []


def test_who_may_invite_invites_and_who_may_not_does_not():
    with persons_and_relay() as all:
        all.joins("bo", "ana", "--may-invite")
        all.joins("cy", "bo")
        said = all.run("cy", "invite", "club.pairbook", "--whom", "Di", "--from", "Cy", status=1)
        assert "You may not invite others" in said, said
        all.add("cy", "Amina Diallo")
        all.sync("cy", "ana", "bo")
        assert all.agree("ana", "bo", "cy") == ["Amina Diallo"]
        assert named(all.members("ana")) == ["Ana", "Bo", "Cy"]
        may = {member["name"]: member["may_invite"] for member in all.members("cy")["members"]}
        assert may == {"Ana": True, "Bo": True, "Cy": False}, may


def test_terminals_killed_on_the_way_go_on_and_let_in_once():
    with persons_and_relay() as all:
        all.add("ana", "Amina Diallo")
        link = all.invite("ana", "Bo")
        number = all.ask("bo", link, "Bo Chen")
        killed = 0
        for attempt in range(10):
            running = subprocess.Popen([terminal, "members", "club.pairbook", "--accept", number], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL, **all.environment("ana"))
            time.sleep(0.1 + 0.05 * attempt)
            running.kill()
            killed += running.wait() == -9
        assert killed > 2, killed
        # Whatever was reached: looking once more finishes it, or it is accepted now.
        seen = all.members("ana")
        if seen["waiting"]:
            seen = all.members("ana", "--accept", number)
        assert named(seen) == ["Ana", "Bo Chen"], seen
        for attempt in range(8):
            running = subprocess.Popen([terminal, "join", "club.pairbook"], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL, **all.environment("bo"))
            time.sleep(0.08 + 0.05 * attempt)
            running.kill()
            if running.wait() == 0:
                break
        done = subprocess.run([terminal, "join", "club.pairbook"], capture_output=True, text=True, **all.environment("bo"))
        assert done.returncode == 0 or "does not wait to be let in" in done.stderr, done
        all.sync("bo")
        all.add("bo", "Cy Roth")
        all.sync("bo", "ana")
        assert all.agree("ana", "bo") == ["Amina Diallo", "Cy Roth"]
        assert named(all.members("ana")) == ["Ana", "Bo Chen"]


def test_a_relay_that_forgot_everything_hinders_nobody():
    with persons_and_relay() as all:
        all.add("ana", "Amina Diallo")
        link = all.invite("ana", "Bo")
        number = all.ask("bo", link, "Bo Chen")
        all.relay.kill()
        for file in all.relay.folder.glob("places.sqlite*"):
            file.unlink()
        all.relay.start()
        assert all.members("ana")["waiting"] == []
        # Whoever waits asks again by itself.
        assert json.loads(all.run("bo", "join", "club.pairbook", "--patience", "1", "--json", status=1))["number"] == number
        all.members("ana", "--accept", "Bo Chen")
        all.relay.kill()
        for file in all.relay.folder.glob("places.sqlite*"):
            file.unlink()
        all.relay.start()
        all.sync("ana")
        all.add("ana", "Di Ito")
        said = all.run("bo", "join", "club.pairbook", "--patience", "1", status=1)
        assert "Asked." in said, said
        # Ana's next look finds that Bo was never told.
        all.members("ana")
        all.enter("bo")
        all.sync("ana", "bo")
        assert all.agree("ana", "bo") == ["Amina Diallo", "Di Ito"]
        compared = {member["name"]: member["number_compared"] for member in all.members("ana")["members"]}
        assert compared["Bo Chen"] is False, compared


def test_waits_for_the_answer_while_it_runs():
    with persons_and_relay() as all:
        link = all.invite("ana", "Bo")
        accepted = threading.Timer(3, lambda: all.members("ana", "--accept", "Bo Chen"))
        accepted.start()
        said = all.run("bo", "join", "club.pairbook", link, "--name", "Bo Chen", "--recovery-sheet", "sheet")
        accepted.join()
        assert said.startswith("You are in: Spring circle."), said


def test_says_what_is_wrong_with_a_link_and_makes_no_book():
    with persons_and_relay() as all:
        link = all.invite("ana", "Bo")
        for words, sentence in (((link[:-3],), "Some of the link is missing or mistyped"),
                                (("https://relay.example/",), "That is no link to join a book"),
                                ((link,), "Say who you are")):
            name = () if words[0] == link else ("--name", "Bo")
            said = all.run("bo", "join", "club.pairbook", *words, *name, "--recovery-sheet", "sheet", status=2)
            assert sentence in said, said
            assert not (all.folder / "bo" / "club.pairbook").exists()
        said = all.run("bo", "join", "club.pairbook", status=2)
        assert "Give the link too" in said, said
        said = all.run("ana", "join", "club.pairbook", status=1)
        assert "does not wait to be let in" in said, said


def test_the_relay_sees_no_name_key_or_programme():
    with persons_and_relay() as all:
        all.add("ana", "Zephyrine Quillfeather")
        all.joins("bo", "ana")
        all.relay.kill()
        stored = b"".join(file.read_bytes() for file in all.relay.folder.iterdir() if file.is_file())
        assert len(stored) > 1000
        for word in (b"Zephyrine", b"Quillfeather", b"Spring circle", b"Bo", b"Ana"):
            if len(word) > 3:
                assert word not in stored, word


run_tests("relay_persons", globals())
