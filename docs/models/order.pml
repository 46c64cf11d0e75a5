/* One order for all.
 *
 * What it says
 *   An entry comes after all that its author had seen; among those that did not know of each
 *   other, the earlier clock comes first, then the lower device. Devices take entries in at any
 *   time and in any order, insert late ones in between (src/ledger/order.cpp does it the same
 *   way), and have clocks that are right, ten years slow or ten years fast, and that change from
 *   one reading to the next.
 *
 * What is checked, in every reachable state
 *   1. A device's order is a function of the set it has: it equals the order made from nothing
 *      by "of all that may come next, the least". So equal sets have equal orders, whatever
 *      arrived when, and a late entry re-folds to the same.
 *   2. An entry stands after all that its author had seen, on every device. Hence a clock that is
 *      years ahead freezes nothing: whoever saw the value overrides it by writing.
 *   3. Right after writing, the own entry is the last of all: what a person typed is what shows.
 *   4. A write is never refused.
 *   5. What others say moves a device's clock at most the tolerance ahead of its own wall clock;
 *      and unless that clock was set back, an own entry is later than every clock it adopted.
 *
 * What is left out, and why that is sound
 *   Content     the order looks at nothing but device, number, context and clock.
 *   Waiting     an entry that arrives before one its author had seen is kept aside and counts
 *               from the moment it is released. That is the same as arriving at that moment, so
 *               a delivery here is enabled only when all that its author had seen is there.
 *   Duplicates  taking a known entry in again must change nothing: `take` asks first (the mutant
 *               DUPLICATES does not).
 *   Network     any entry may reach any device at any later time, or never: a superset of what
 *               relays, files and QR series do, wiped and rolled-back relays included.
 *   Time        three readings 40 units apart, tolerance 8, a counter step 1. Order only compares
 *               times, and no run makes more than N steps, so years and minutes never mix: every
 *               real run has a run here with the same comparisons between clocks that are ten
 *               years apart or equal. Differences below the tolerance arise from the counter.
 *   Forks       a device that writes two entries with one number is not modelled here; the random
 *               test of the ledger has them (tests/ledger/ledger_convergence_test.cpp).
 *
 * Bounds: D devices, N entries.
 */
#ifndef D
#define D 3
#endif
#ifndef N
#define N 3
#endif
#define NOBODY 255
#define TOLERANCE 8

#define BIT(i) (1 << (i))
#define HAS(set, i) (((set) >> (i)) & 1)
#define COVERS(set, part) (((set) & (part)) == (part))
#define AT(d, i) order[(d) * N + (i)]

byte count;          /* entries written so far */
byte author[N];
byte past[N];        /* what the author had seen, its own earlier entries included */
byte clock[N];

byte seen[D];
byte order[D * N];
byte size[D];
byte last[D];        /* the hybrid clock */

/* The least first: clock, then device, then number (entries are numbered as they are written). */
#ifdef MUTANT_TIES
#define BEFORE(a, b) (clock[a] < clock[b])
#else
#define BEFORE(a, b) (clock[a] < clock[b] || \
  (clock[a] == clock[b] && (author[a] < author[b] || (author[a] == author[b] && (a) < (b)))))
#endif

hidden byte i, j, pos, best, was;
hidden byte placed;

/* Ledger::insert */
inline insert(d, e) {
  pos = 0;
#ifdef MUTANT_APPEND
  pos = size[d];
#endif
#ifdef MUTANT_FROM_THE_END
  pos = size[d];
  do
  :: pos > 0 && !HAS(past[e], AT(d, pos - 1)) && BEFORE(e, AT(d, pos - 1)) -> pos--
  :: else -> break
  od;
#else
#ifndef MUTANT_CLOCK_FIRST
  for (i : 0 .. N - 1) {
    if
    :: i < size[d] && HAS(past[e], AT(d, i)) && pos < i + 1 -> pos = i + 1
    :: else
    fi
  }
#endif
  do
  :: pos < size[d] && BEFORE(AT(d, pos), e) -> pos++
  :: else -> break
  od;
#endif
  assert(size[d] < N);
  i = size[d];
  do
  :: i > pos -> AT(d, i) = AT(d, i - 1); i--
  :: else -> break
  od;
  AT(d, pos) = e;
  size[d]++;
  seen[d] = seen[d] | BIT(e);
  i = 0
}

/* 1 and 2: the slow way, from the set alone. */
inline check(d) {
  placed = 0;
  for (i : 0 .. N - 1) {
    if
    :: i < size[d] ->
      best = NOBODY;
      for (j : 0 .. N - 1) {
        if
        :: HAS(seen[d], j) && !HAS(placed, j) && COVERS(placed, past[j]) ->
          if
          :: best == NOBODY -> best = j
          :: best != NOBODY && BEFORE(j, best) -> best = j
          :: else
          fi
        :: else
        fi
      }
      assert(COVERS(placed, past[AT(d, i)]));
      assert(AT(d, i) == best);
      placed = placed | BIT(best)
    :: else
    fi
  }
  assert(placed == seen[d]);
  i = 0; j = 0; best = 0; placed = 0; pos = 0
}

/* HybridClock::tick */
inline tick(d, wall) {
  was = last[d];
#ifdef MUTANT_REFUSE
  assert(last[d] <= wall + TOLERANCE);
#endif
  if
  :: wall > last[d] || last[d] > wall + TOLERANCE -> last[d] = wall
  :: else -> last[d]++
  fi;
  assert(last[d] > was || was > wall + TOLERANCE);
  was = 0
}

/* HybridClock::observe */
inline observe(d, remote, wall) {
  was = last[d];
#ifdef MUTANT_ADOPT
  if
  :: remote > last[d] -> last[d] = remote
  :: else
  fi;
#else
  if
  :: remote <= wall + TOLERANCE && remote > last[d] -> last[d] = remote
  :: else
  fi;
#endif
  assert(last[d] == was || last[d] <= wall + TOLERANCE);
  was = 0
}

/* After the last entry is written nobody asks for the time again. */
inline forget_clocks() {
  if
  :: count == N ->
    for (i : 0 .. D - 1) {
      last[i] = 0
    }
  :: else
  fi;
  i = 0
}

inline any_wall() {
  if
  :: wall = 20
  :: wall = 60
  :: wall = 100
  fi
}

#ifdef MUTANT_DUPLICATES
#define NEW(d, e) true
#else
#define NEW(d, e) (!HAS(seen[d], e))
#endif

#define TAKE(e) \
  :: atomic { \
    e < count && NEW(me, e) && COVERS(seen[me], past[e]) -> \
    any_wall(); \
    d_step { \
      observe(me, clock[e], wall); \
      insert(me, e); \
      check(me); \
      forget_clocks(); \
      wall = 0 \
    } \
  }

proctype Device(byte me) {
  byte wall;
  do
  :: atomic {
    count < N ->
    any_wall();
    d_step {
      author[count] = me;
      past[count] = seen[me];
      tick(me, wall);
      clock[count] = last[me];
      count++;
      insert(me, count - 1);
      assert(AT(me, size[me] - 1) == count - 1);
      check(me);
      forget_clocks();
      wall = 0
    }
  }
  TAKE(0)
#if N > 1
  TAKE(1)
#endif
#if N > 2
  TAKE(2)
#endif
#if N > 3
  TAKE(3)
#endif
#if N > 4
  TAKE(4)
#endif
  :: count == N && size[me] == N -> break
  od
}

init {
  atomic {
    for (i : 0 .. D - 1) {
      run Device(i)
    }
    i = 0
  }
}
