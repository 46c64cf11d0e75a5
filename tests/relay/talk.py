#!/usr/bin/env python3
"""The real relay, spoken to by a client of its own. Usage: talk.py PROGRAM [RESULTS.xml [NAME...]]

PAIRBOOK_KILLS is how often the relay is killed (50 unless told).
"""
import contextlib
import os
import pathlib
import random
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from canaries import Canaries, files_in, look_everywhere  # noqa: E402
from client import *  # noqa: E402,F403
from suite import run_tests  # noqa: E402
from writers import FAST, hold_out  # noqa: E402

program = sys.argv[1]


@contextlib.contextmanager
def relay_with(*options):
    with tempfile.TemporaryDirectory(prefix="pairbook-relay-") as folder:
        with Relay(program, folder, *options) as relay:
            yield relay


def refused(said, code):
    assert said["type"] == REFUSED and said["code"] == code, (code, said)


def ends(client):
    """What the relay says until it ends the connection, and its close code."""
    said = []
    try:
        while True:
            said.append(client.receive())
    except Closed as closed:
        return said, closed.code


def events(client, count):
    """The next so many subscribed entries."""
    found = []
    while len(found) < count:
        said = client.receive()
        if said["type"] == EVENT:
            found += said["entries"]
    return found


def test_what_is_appended_is_read_with_its_chain():
    with relay_with() as relay:
        client, keys = member(relay)
        items = [an_entry(n * 97 + 1) for n in range(20)]
        said = client.append(keys.place, items)
        assert said["entries"] == [(n + 1, False) for n in range(20)], said
        found, head = client.read_all(keys.place)
        assert [e[1:] for e in found] == items
        assert head == {"next": 21, "chain": chain_of(keys.place, found)}


def test_greets_with_what_it_was_told_to_allow():
    with relay_with("--place-mib", "3", "--retention-days", "9") as relay:
        welcome = Client(relay).welcome
        assert welcome["place_bytes"] == 3 << 20 and welcome["retention_days"] == 9, welcome
        assert abs(welcome["time_ms"] / 1000 - time.time()) < 30


def test_a_lost_answer_is_asked_for_again():
    with relay_with() as relay:
        client, keys = member(relay)
        items = [an_entry(), an_entry()]
        client.append(keys.place, items)
        client.close()
        again, _ = member(relay, keys)
        assert again.append(keys.place, items)["entries"] == [(1, True), (2, True)]
        refused(again.append(keys.place, [(EDIT, items[0][1], b"other bytes")]), "id_taken")
        refused(again.append(keys.place, [an_entry()], expected=2), "wrong_sequence")
        refused(again.append(keys.place, [an_entry(kind=MEMBERSHIP)]), "needs_sequence")


def test_a_subscriber_gets_the_backlog_then_what_comes_each_once():
    with relay_with() as relay:
        writers = [member(relay)]
        keys = writers[0][1]
        writers.append(member(relay, keys))
        writers[0][0].append(keys.place, [an_entry() for _ in range(30)])
        reader, _ = member(relay, keys)
        reader.credit(1 << 24)
        assert reader.ask(SUBSCRIBE, keys.place, varint(11))["type"] == PLACE
        for n in range(40):
            writers[n % 2][0].append(keys.place, [an_entry(), an_entry()])
        found = events(reader, 100)
        assert [e[0] for e in found] == list(range(11, 111))
        everything, head = reader.read_all(keys.place)
        assert everything[10:] == found and head["chain"] == chain_of(keys.place, everything)


def test_a_lagging_subscriber_catches_up_with_more_credit():
    with relay_with() as relay:
        writer, keys = member(relay)
        reader, _ = member(relay, keys)
        reader.credit(2000)
        reader.ask(SUBSCRIBE, keys.place, varint(1))
        for _ in range(30):
            writer.append(keys.place, [an_entry(500)])
        got = []
        while not (got and got[-1]["type"] == LAGGING):
            got.append(reader.receive())
        assert sum(e["size"] for e in got if e["type"] == EVENT) <= 2000
        have = sum(len(e["entries"]) for e in got if e["type"] == EVENT)
        reader.credit(1 << 20)
        assert [e[0] for e in events(reader, 30 - have)] == list(range(have + 1, 31))


def test_doors_are_replaced_and_the_removed_learn_it():
    with relay_with() as relay:
        admin, old = member(relay)
        removed, _ = member(relay, old)
        new = Keys()
        admin.append(old.place, [an_entry()])
        removal = [an_entry(kind=MEMBERSHIP)]
        said = admin.rotate(old.place, old, new, 2, 2, removal)
        assert said["type"] == APPENDED, said
        changed = removed.receive()
        assert (changed["type"], changed["number"], changed["scope"]) == (CHANGED, 2, MEMBERSHIP_ONLY)
        refused(removed.append(old.place, [an_entry()]), "not_allowed")
        assert [e[0] for e in removed.read_all(old.place)[0]] == [2]
        stays = Client(relay)
        stays.enter(new, old.place)
        assert stays.append(old.place, [an_entry()])["entries"] == [(3, False)]
        late = Client(relay)
        assert late.prove(old.place, READ_DOOR, old.read)["scope"] == MEMBERSHIP_ONLY
        refused(late.prove(old.place, WRITE_DOOR, old.write), "bad_proof")
        # Sent again over a new connection, it is answered like the first time.
        assert late.rotate(old.place, old, new, 2, 2, removal)["entries"] == [(2, True)]
        refused(late.rotate(old.place, old, Keys(), 3, 4), "bad_proof")


def test_a_place_is_trimmed_and_deleted():
    with relay_with() as relay:
        client, keys = member(relay)
        client.append(keys.place, [an_entry(5000) for _ in range(5)])
        refused(client.ask(TRIM, keys.place, varint(6)), "not_allowed")
        client.append(keys.place, [an_entry(kind=SNAPSHOT)], expected=6)
        said = client.ask(TRIM, keys.place, varint(6))
        assert said["type"] == PLACE and said["first"] == 6 and said["bytes"] < 2000, said
        assert [e[0] for e in client.read_all(keys.place)[0]] == [6]
        assert client.ask(DELETE, keys.place)["type"] == DONE
        refused(Client(relay).create(keys), "place_gone")


def test_is_known_by_the_names_it_was_given():
    with relay_with("--origin", "wss://relay.example") as relay:
        assert Client(relay, origin="wss://relay.example").welcome["type"] == WELCOME
        stranger = Client(relay)
        refused(stranger.welcome, "wrong_origin")
        assert ends(stranger)[1] == 1008


def test_every_bad_frame_is_refused_and_harms_nobody():
    vectors = pathlib.Path(__file__).parent.parent / "vectors" / "wire" / "client.txt"
    bad = [line[7:].strip() for case in vectors.read_text().split("\n\n") if "expect: good" not in case
           for line in case.splitlines() if line.startswith("frame: ")]
    with relay_with() as relay:
        witness, keys = member(relay)
        for text in bad:
            client = Client(relay)
            client.socket.send(bytes.fromhex(text))
            said = client.receive()
            assert said["type"] == REFUSED and said["code"] in ("malformed", "too_large", "unsupported"), (text, said)
            client.close()
        chance = random.Random(4)
        for _ in range(200):
            client = Client(relay, greet=False)
            client.socket.send(chance.randbytes(chance.randrange(300)))
            client.close()
        assert len(bad) > 30
        assert witness.append(keys.place, [an_entry()])["entries"] == [(1, False)]


def test_messages_that_are_no_frames_end_the_connection():
    with relay_with() as relay:
        text = Client(relay)
        text.socket.send(b"hello", opcode=1)
        said, code = ends(text)
        refused(said[-1], "malformed")
        assert code == 1008, code
        huge = Client(relay)
        with contextlib.suppress(Closed):
            huge.socket.send(bytes(262145))
        assert ends(huge)[1] in (1009, None)
        bare = Client(relay)
        bare.socket.socket.sendall(b"\x82\x03abc")  # not masked
        assert ends(bare)[1] in (1002, None)
        assert Client(relay).welcome["type"] == WELCOME


def test_only_sync_speaks_the_protocol():
    with relay_with() as relay:
        try:
            WebSocket(relay.port, path="/elsewhere")
            raise AssertionError("it was let in")
        except Closed as closed:
            assert b"404" in closed.code, closed.code


def test_whoever_proves_nothing_is_hung_up_on():
    with relay_with("--hello-seconds", "1") as relay:
        silent, polite = Client(relay, greet=False), Client(relay)
        client, keys = member(relay)
        begun = time.monotonic()
        ends(silent), ends(polite)
        assert time.monotonic() - begun < 8
        assert client.append(keys.place, [an_entry()])["type"] == APPENDED


def test_a_half_open_connection_is_found_out():
    with relay_with("--ping-seconds", "2") as relay:
        client, _ = member(relay)
        client.socket.answers_pings = False
        begun = time.monotonic()
        ends(client)
        assert time.monotonic() - begun < 10
        assert eventually(lambda: relay.metric("callers_open") == 0)


def test_a_slow_reader_costs_little_and_misses_nothing():
    with relay_with("--kib-per-second", "100000") as relay:
        writer, keys = member(relay)
        slow = [member(relay, keys, receive_buffer=4096)[0] for _ in range(10)]
        for reader in slow:
            reader.credit(1 << 24)
            reader.ask(SUBSCRIBE, keys.place, varint(1))
        before = relay.memory_kib()
        for _ in range(80):
            writer.append(keys.place, [an_entry(60000) for _ in range(3)])
        grown = relay.memory_kib() - before
        # 14 MiB were written; each of ten readers may hold up 256 KiB and what the system buffers.
        assert grown < 40 * 1024, grown
        assert relay.metric("lagging_total") >= 10
        # The event counts against the credit, so the rest is granted while reading.
        found = []
        while len(found) < 240:
            said = slow[0].receive()
            if said["type"] == EVENT:
                found += said["entries"]
                slow[0].credit(said["size"])
        assert [e[0] for e in found] == list(range(1, 241))


def test_a_reader_that_never_reads_is_cut_off():
    with relay_with("--write-seconds", "1", "--kib-per-second", "100000") as relay:
        writer, keys = member(relay)
        stuck, _ = member(relay, keys, receive_buffer=4096)
        stuck.credit(1 << 24)
        stuck.ask(SUBSCRIBE, keys.place, varint(1))
        for _ in range(60):
            writer.append(keys.place, [an_entry(60000) for _ in range(3)])
        assert eventually(lambda: relay.metric("callers_open") == 1), relay.metrics()


def test_a_flood_is_slowed_down_and_then_ended():
    with relay_with("--frames-per-second", "20") as relay:
        patient, keys = member(relay)
        flooder = Client(relay)
        flooder.prove(keys.place, READ_DOOR, keys.read)
        with contextlib.suppress(Closed, TimeoutError):
            flooder.socket.socket.settimeout(5)
            for _ in range(20):
                flooder.socket.send(frame(READ, 1, keys.place, varint(1)))
                said = flooder.receive()
            for _ in range(700):
                flooder.socket.send(frame(READ, 1, keys.place, varint(1)))
                said = flooder.receive()
        assert said["type"] == REFUSED and said["code"] == "slow_down" and said["retry_ms"] > 0, said
        assert relay.metric('refused_total{reason="slow_down"}') > 100
        time.sleep(1)
        assert patient.append(keys.place, [an_entry()])["type"] == APPENDED


def test_two_hundred_at_once_all_get_everything():
    with relay_with("--frames-per-second", "10000") as relay:
        writer, keys = member(relay)
        readers = []
        for _ in range(200):
            reader = Client(relay)
            reader.prove(keys.place, READ_DOOR, keys.read)
            reader.credit(1 << 20)
            reader.ask(SUBSCRIBE, keys.place, varint(1))
            readers.append(reader)
        writer.append(keys.place, [an_entry() for _ in range(5)])
        for reader in readers:
            assert [e[0] for e in events(reader, 5)] == [1, 2, 3, 4, 5]
        for reader in readers:
            reader.close()
        assert eventually(lambda: relay.metric("callers_open") == 1)


def test_says_goodbye_and_keeps_everything():
    with relay_with() as relay:
        client, keys = member(relay)
        item = an_entry()
        client.append(keys.place, [item])
        relay.process.send_signal(signal.SIGTERM)
        said, code = ends(client)
        refused(said[-1], "stopping")
        assert code == 1001 and relay.process.wait(20) == 0
        relay.process.stdout.close()
        relay.start()
        again, _ = member(relay, keys)
        assert [e[1:] for e in again.read_all(keys.place)[0]] == [item]


def test_copies_are_made_while_it_runs_and_put_back():
    with relay_with() as relay:
        client, keys = member(relay)
        client.append(keys.place, [an_entry() for _ in range(10)])
        copy, store = str(relay.folder / "copy.sqlite"), relay.store
        done = relay.run("backup", "--store", store, "--to", copy)
        assert done.returncode == 0 and done.stdout.startswith("Copied and checked: 1 places, 10 entries"), done
        client.append(keys.place, [an_entry()])
        client.close()
        busy = relay.run("restore", "--store", store, "--from", copy)
        assert busy.returncode == 1 and "in use" in busy.stderr, busy
        second = relay.run("--store", store, "--listen", "127.0.0.1:0")
        assert second.returncode == 1 and "in use by another relay" in second.stderr, second
        assert relay.stop() == 0
        back = relay.run("restore", "--store", store, "--from", copy)
        assert back.returncode == 0, back
        assert "10 entries" in relay.run("--check", "--store", store).stdout
        relay.start()
        # The relay went back; a client that knows of more sends it again.
        again, _ = member(relay, keys)
        refused(again.ask(READ, keys.place, varint(12)), "wrong_sequence")


def test_of_64_canaries_none_is_found_where_the_relay_writes_or_what_it_sends():
    nowhere = {"files": 0, "log and metrics": 0, "memory": 0, "traffic": 0}
    with relay_with() as relay:
        canaries = Canaries()
        found = look_everywhere(relay, canaries, relay.folder)
        assert found == nowhere, found
        assert (relay.folder / "places.sqlite-wal").stat().st_size > 0
        relay.stop()
        assert canaries.found_in(*files_in(relay.folder)) == 0
    with relay_with() as relay:  # The search itself works: in clear they are all found.
        found = look_everywhere(relay, Canaries(), relay.folder, in_clear=True)
        assert found == {"files": 64, "log and metrics": 0, "memory": found["memory"], "traffic": 64}, found
        assert found["memory"] > 0, found


def test_cannot_open_what_it_keeps():
    names = os.popen(f"nm -C {program}").read()
    assert "pairbook::crypto::verify" in names
    for opens in ("pairbook::crypto::open(", "pairbook::crypto::stretch(", "crypto_aead_xchacha20poly1305"):
        assert opens not in names, opens


def test_killed_again_and_again_it_loses_and_doubles_nothing():
    with relay_with(*FAST) as relay:
        hold_out([relay], lambda _: relay.kill(), lambda _: relay.start())
        assert relay.stop() == 0
        assert relay.run("--check", "--store", relay.store).returncode == 0


if __name__ == "__main__":
    run_tests("talk", globals())
