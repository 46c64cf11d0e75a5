// The benchmark's arithmetic. Usage: node figures_test.mjs; the last line is `N passed, N failed`.
import assert from "node:assert/strict";
import { intended, medians, payloadOf, payloadsIn, percentile, spread } from "./figures.mjs";

const tests = {
  "A percentile is a value that was measured, by nearest rank"() {
    const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
    assert.deepEqual([0.5, 0.99, 0.999, 1].map((share) => percentile(hundred, share)), [50, 99, 100, 100]);
    assert.equal(percentile([7], 0.001), 7);
    assert.equal(percentile([10, 9], 0.5), 9);
    assert.ok(Number.isNaN(percentile([], 0.5)));
  },
  "Numbers are sorted as numbers, and the values stay as they were"() {
    const values = [9, 100, 20];
    assert.equal(percentile(values, 1), 100);
    assert.deepEqual(values, [9, 100, 20]);
  },
  "Messages are meant to be sent evenly, the first at the start"() {
    assert.deepEqual([0, 1, 4].map((n) => intended(1000, 200, n)), [1000, 1005, 1020]);
  },
  "A peer that stops for a second is blamed for everything that was due meanwhile"() {
    // Answers come at once, but those to messages of the second second come at its end.
    const late = Array.from({ length: 300 }, (_, n) => {
      const meant = intended(0, 100, n);
      return (meant >= 1000 && meant < 2000 ? 2000 : meant) - meant;
    });
    const told = spread(late);
    assert.equal(told.count, 300);
    assert.equal(told.p50, 0);
    assert.equal(told.p99, 970);
    assert.equal(told.most, 1000);
  },
  "Rounds are told by their medians, and one that lacks a figure does not count for it"() {
    assert.deepEqual(medians([{ a: 1, b: 5 }, { a: 9 }, { a: 2, b: 7 }]), { a: 2, b: 5 });
  },
  "Every payload is found again, also several in one message"() {
    const noise = Buffer.alloc(600, 0x70);
    const bytes = Buffer.concat([Buffer.from("x"), payloadOf(7, noise), Buffer.from("pair"), payloadOf(4000000000, noise)]);
    const found = [];
    payloadsIn(bytes, (n) => found.push(n));
    assert.deepEqual(found, [7, 4000000000]);
    assert.equal(payloadOf(1, noise).length, 600);
  },
};

let failed = 0;
for (const [promise, test] of Object.entries(tests)) {
  try {
    test();
  } catch (error) {
    console.log(`FAILED: ${promise}\n${error.stack}`);
    ++failed;
  }
}
console.log(`${Object.keys(tests).length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
