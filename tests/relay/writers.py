"""People who go on writing while relays and databases are killed, and what is left of it afterwards."""
import collections
import os
import random
import threading
import time
import traceback

from client import *  # noqa: F403

# Nothing that writers can do in a test meets a limit.
FAST = ("--frames-per-second", "100000", "--kib-per-second", "100000", "--place-mib", "4096")


class Writer(threading.Thread):
    """Appends until it is told to stop; what was not acknowledged is sent again, over a new connection."""

    def __init__(self, relays, keys, seed):
        super().__init__(daemon=True)
        self.relays, self.keys = relays, keys
        self.chance = random.Random(seed)
        self.unsure, self.acknowledged = [], {}
        self.is_done = threading.Event()
        self.progress = threading.Event()
        self.failure = None

    def run(self):
        try:
            while not self.is_done.is_set():
                try:
                    self.write()
                except (Closed, OSError):
                    time.sleep(0.02)
        except Exception:  # noqa: BLE001
            self.failure = traceback.format_exc()
        self.progress.set()

    def write(self):
        client = Client(self.chance.choice(self.relays))
        is_in = (client.welcome["type"] == WELCOME and client.create(self.keys)["type"] == PLACE
                 and client.prove(self.keys.place, WRITE_DOOR, self.keys.write)["type"] == PLACE)
        if not is_in:
            client.close()
            time.sleep(0.05)
            return
        while not self.is_done.is_set():
            if not self.unsure:
                for _ in range(3):
                    count = self.chance.randrange(1, 4)
                    self.unsure.append([an_entry(self.chance.randrange(20, 3000)) for _ in range(count)])
            sent = [client.send(APPEND, self.keys.place, varint(0), entries(items)) for items in self.unsure]
            for request in sent:
                self.heard(client.answer(request))
        client.close()

    def heard(self, said):
        if said["type"] == REFUSED:
            assert said["code"] in ("slow_down", "try_later", "stopping"), said
            self.unsure.append(self.unsure.pop(0))
            time.sleep(0.05)
            return
        items = self.unsure.pop(0)
        for (_, entry_id, sealed), (sequence, _) in zip(items, said["entries"], strict=True):
            known = self.acknowledged.setdefault(entry_id, (sequence, sealed))
            assert known == (sequence, sealed), "acknowledged twice at different places"
        self.progress.set()


def hold_out(relays, strike, mend, cycles=None, pause=0.06):
    """Writers write while `strike(cycle)` and `mend(cycle)` are called in turn; then what was acknowledged is
    looked for. PAIRBOOK_KILLS is how often; PAIRBOOK_SEED repeats the same chances."""
    cycles = int(os.environ.get("PAIRBOOK_KILLS", cycles or 50))
    seed = int(os.environ.get("PAIRBOOK_SEED", str(random.randrange(1 << 30))))
    chance = random.Random(seed)
    places = [Keys() for _ in range(2)]
    writers = [Writer(relays, places[n % 2], chance.random()) for n in range(4)]
    for writer in writers:
        writer.start()
    for cycle in range(cycles):
        writers[cycle % 4].progress.wait(10)
        time.sleep(chance.random() * pause)
        strike(cycle)
        for writer in writers:
            writer.progress.clear()
        mend(cycle)
    for writer in writers:
        writer.progress.wait(30)
        writer.is_done.set()
        writer.join(30)
        assert writer.failure is None, writer.failure
        assert not writer.is_alive()
    lost = doubled = kept = 0
    for number, keys in enumerate(places):
        client, _ = member(relays[0], keys)
        found, head = client.read_all(keys.place)
        client.close()
        assert head["chain"] == chain_of(keys.place, found), "the chain is broken"
        counts = collections.Counter(e[2] for e in found)
        doubled += sum(n - 1 for n in counts.values())
        by_id = {e[2]: (e[0], e[3]) for e in found}
        for writer in writers[number::2]:
            kept += len(writer.acknowledged)
            lost += sum(by_id.get(i) != where for i, where in writer.acknowledged.items())
    print(f"  {cycles} kills (seed {seed}), {kept} entries acknowledged: {lost} lost, {doubled} doubled", flush=True)
    assert lost == doubled == 0 and kept > cycles
