#!/usr/bin/env python3
"""The real relay on a real PostgreSQL, which tests start and restart. Usage: talk_database.py PROGRAM
[RESULTS.xml [NAME...]]

PAIRBOOK_KILLS is how often something is killed.
"""
import contextlib
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from canaries import Canaries, Tap, look_everywhere  # noqa: E402
from client import *  # noqa: E402,F403
from database import Database  # noqa: E402
from suite import run_tests  # noqa: E402
from writers import FAST, hold_out  # noqa: E402

program = sys.argv[1]
database = Database()


@contextlib.contextmanager
def relays_of(count, *options):
    """So many relays over one new, empty database."""
    store = database.fresh("pairbook")
    with contextlib.ExitStack() as stack:
        yield [stack.enter_context(Relay(program, stack.enter_context(
            tempfile.TemporaryDirectory(prefix="pairbook-relay-")), *options, store=store)) for _ in range(count)]


def check(relay):
    done = relay.run("--check", "--store", relay.store)
    assert done.returncode == 0, done
    return done.stdout


def subscriber(relay, keys):
    client, _ = member(relay, keys)
    client.credit(1 << 24)
    assert client.ask(SUBSCRIBE, keys.place, varint(1))["type"] == PLACE
    return client


def events(client, count):
    found = []
    while len(found) < count:
        said = client.receive()
        if said["type"] == EVENT:
            found += said["entries"]
    return [e[0] for e in found]


def test_what_is_appended_is_read_with_its_chain():
    with relays_of(1) as [relay]:
        client, keys = member(relay)
        items = [an_entry(n * 97 + 1) for n in range(20)] + [an_entry(65536), an_entry(65536)]
        for item in items:
            client.append(keys.place, [item])
        again = client.append(keys.place, items[:3])
        assert again["entries"] == [(1, True), (2, True), (3, True)], again
        found, head = client.read_all(keys.place)
        assert [e[1:] for e in found] == items
        assert head == {"next": 23, "chain": chain_of(keys.place, found)}
        assert "1 places, 22 entries" in check(relay)


def test_a_hint_brings_what_another_relay_wrote():
    with relays_of(2, "--sweep-seconds", "3600") as [one, other]:
        writer, keys = member(one)
        reader = subscriber(other, keys)
        time.sleep(0.5)
        slowest = 0
        for n in range(1, 21):
            begun = time.monotonic()
            writer.append(keys.place, [an_entry()])
            assert events(reader, 1) == [n]
            slowest = max(slowest, time.monotonic() - begun)
        print(f"  through another relay: at most {slowest * 1000:.0f} ms", flush=True)
        both = subscriber(one, keys)
        assert events(both, 20) == list(range(1, 21))
        client, _ = member(other, keys)
        client.append(keys.place, [an_entry(), an_entry()])
        assert events(both, 2) == events(reader, 2) == [21, 22]


def test_without_hints_a_sweep_finds_it():
    with relays_of(3, "--no-notify", "--sweep-seconds", "1") as relays:
        writer, keys = member(relays[0])
        readers = [subscriber(relay, keys) for relay in relays]
        for n in range(3):
            writer.append(keys.place, [an_entry()])
            assert all(events(reader, 1) == [n + 1] for reader in readers)
        asked = database.sql("SELECT count(*) FROM pg_stat_activity WHERE query ILIKE '%LISTEN%' "
                             "AND application_name = 'pairbook-relay'")
        assert asked == "0", asked


def test_whoever_is_removed_through_one_relay_is_out_at_the_other():
    with relays_of(2, "--sweep-seconds", "3600") as [one, other]:
        admin, old = member(one)
        removed = subscriber(other, old)
        new = Keys(admin=old.admin)
        statement = rotate_statement(admin.origin, old.place, 2, 1, new.doors, [])
        said = admin.ask(ROTATE, old.place, varint(2), varint(1), new.doors, entries([]), old.admin.sign(statement))
        assert said["type"] == PLACE, said
        changed = removed.receive()
        assert (changed["type"], changed["scope"]) == (CHANGED, MEMBERSHIP_ONLY), changed
        assert removed.append(old.place, [an_entry()])["code"] == "not_allowed"
        stays = Client(other)
        stays.enter(new, old.place)
        stays.append(old.place, [an_entry()])
        removed.socket.socket.settimeout(1)
        with contextlib.suppress(TimeoutError):
            said = removed.receive()
            assert said["type"] != EVENT, said


def test_a_relay_that_is_killed_again_and_again_loses_and_doubles_nothing():
    with relays_of(1, *FAST) as [relay]:
        hold_out([relay], lambda _: relay.kill(), lambda _: relay.start())
        check(relay)


def test_two_relays_killed_in_turn_lose_and_double_nothing():
    with relays_of(2, *FAST) as relays:
        hold_out(relays, lambda n: relays[n % 2].kill(), lambda n: relays[n % 2].start(), cycles=10)
        check(relays[0])


def test_a_database_that_stops_and_crashes_under_load_loses_and_doubles_nothing():
    numbers = (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL)
    with relays_of(2, *FAST) as relays:
        hold_out(relays, lambda n: database.stop(numbers[n % 3]), lambda _: database.start(), cycles=3, pause=0.3)
        check(relays[0])


def test_while_the_database_is_away_clients_are_told_to_wait():
    with relays_of(1) as [relay]:
        client, keys = member(relay)
        database.stop()
        said = client.append(keys.place, [an_entry()])
        assert said["type"] == REFUSED and said["code"] == "try_later" and said["retry_ms"] > 0, said
        assert relay.metric("not_kept_total") >= 1
        database.start()
        assert eventually(lambda: client.append(keys.place, [an_entry()])["type"] == APPENDED)


def test_does_not_start_on_a_server_that_may_lose_what_it_acknowledged():
    store = database.fresh("pairbook")
    database.sql("ALTER SYSTEM SET fsync = off")
    database.restart()
    try:
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([program, "--store", store, "--listen", "127.0.0.1:0"], capture_output=True,
                                  text=True, timeout=60, cwd=folder, check=False)
        assert done.returncode == 1 and "fsync" in done.stderr and "user=" not in done.stderr, done
    finally:
        database.sql("ALTER SYSTEM RESET fsync")
        database.restart()


def test_of_64_canaries_none_is_found_anywhere_even_in_a_server_that_logs_everything():
    store = database.fresh("pairbook")
    for setting in ("log_statement = 'all'", "log_min_duration_statement = 0", "log_parameter_max_length = -1"):
        database.sql(f"ALTER SYSTEM SET {setting}")
    database.sql("SELECT pg_reload_conf()")
    for in_clear in (False, True):
        with tempfile.TemporaryDirectory(prefix="pairbook-tap-") as tapped, \
                tempfile.TemporaryDirectory(prefix="pairbook-relay-") as folder:
            tap = Tap(tapped, database.folder / ".s.PGSQL.5432")
            beside = [urllib.parse.quote(str(each), safe="") for each in (database.folder, tapped)]
            address = store.replace(*beside)
            with Relay(program, folder, store=address) as relay:
                canaries = Canaries()
                found = look_everywhere(relay, canaries, folder, database.folder, in_clear=in_clear)
                found["to the database"] = canaries.found_in(b"".join(tap.kept))
        wanted = 64 if in_clear else 0  # In clear they are all found: the search works.
        assert found.pop("log and metrics") == 0
        assert found.pop("memory") > 0 or not in_clear
        assert set(found.values()) == {wanted}, found
        logged = canaries.found_in(database.log.read_bytes())
        assert logged == wanted, logged
    database.sql("ALTER SYSTEM RESET ALL")
    database.sql("SELECT pg_reload_conf()")


def test_never_says_the_password():
    socket = urllib.parse.quote(str(database.folder), safe="")
    for address in (f"postgresql://nobody:s3cret@/none?host={socket}", "postgresql://a:s3cret@[::1/none",
                    "postgresql://a:s3cret@localhost:x/none", f"postgresql:///none?host={socket}&password=s3cret",
                    "postgresql://a:s3cret@/none?wrong=1"):
        for task in (("--listen", "127.0.0.1:0"), ("--check",)):
            done = subprocess.run([program, "--store", address, *task], capture_output=True, text=True, timeout=60,
                                  check=False)
            said = done.stdout + done.stderr
            assert done.returncode == 1 and "cannot be" in said and "s3cret" not in said, (address, said)


def test_moves_from_a_file_to_the_database_and_back():
    with tempfile.TemporaryDirectory(prefix="pairbook-relay-") as folder, Relay(program, folder) as relay:
        client, keys = member(relay)
        items = [an_entry(n * 50 + 1) for n in range(70)]
        client.append(keys.place, items[:60])
        client.append(keys.place, items[60:])
        client.append(keys.place, [an_entry(kind=SNAPSHOT)], expected=71)
        assert client.ask(TRIM, keys.place, varint(31))["first"] == 31
        before = client.read_all(keys.place, 31)
        client.close()
        file, store = relay.store, database.fresh("pairbook")
        busy = relay.run("migrate", file, store)
        assert busy.returncode == 1 and "in use" in busy.stderr, busy
        relay.stop()
        for source, target in ((file, store), (store, f"sqlite:{folder}/back.sqlite")):
            done = relay.run("migrate", source, target)
            assert done.returncode == 0 and "Copied and compared: 1 places, 71 entries" in done.stdout, done
            relay.store = target
            relay.start()
            again, _ = member(relay, keys)
            assert again.read_all(keys.place, 31) == before
            # What was trimmed is still known.
            assert again.append(keys.place, items[:1])["entries"] == [(1, True)]
            again.close()
            if target == store:
                refused = relay.run("migrate", store, f"sqlite:{folder}/third.sqlite")
                assert refused.returncode == 1 and "in use" in refused.stderr, refused
                copied = relay.run("backup", "--store", store, "--to", f"{folder}/copy.sqlite")
                assert copied.returncode == 0 and "71 entries" in copied.stdout, copied
            relay.stop()
        full = relay.run("migrate", file, store)
        assert full.returncode == 1 and "not empty" in full.stderr, full


if __name__ == "__main__":
    with database:
        run_tests("talk_database", globals())
