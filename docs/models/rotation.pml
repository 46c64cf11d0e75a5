/* New keys after a removal, and the job that hands them out.
 *
 * What it says
 *   A and B may add and remove (A is senior), C writes, X is a member, N wants to join. Whoever
 *   removes makes a new key in the same entry, sealed to each of those who remain. The job is no
 *   list of steps that a device has to remember: after every start, and after everything it takes
 *   in, a device looks at the entries it holds and does what is still missing.
 *     current  The key to seal with: of the counting entries that make a key, one that is, or had
 *              seen, every removal that counts; of several, the last. Perhaps there is none.
 *     rotate   There is no current key: who may remove makes one.
 *     grant    A member has not got the current key: who may remove seals it to that member.
 *     share    A member lacks an older key that we have: we seal it with the current key.
 *     send     What was written is sealed when it is first sent, with the current key, and waits
 *              while there is none.
 *     doors    The relay's doors are not those of the current key (its read and write keys follow
 *              from a space key; the admin key is in the same boxes): who has the admin key that
 *              the relay knows, and has read all it shows, changes them and in the same frame
 *              sends the entries that belong to it.
 *     move     None of our admin keys fits the relay: who may remove takes a new place there and
 *              says so in an entry.
 *   A replaced door opens the membership entries, all of them and for ever, and nothing else.
 *   A membership entry is sealed with the newest key that all members have. It counts when the
 *   membership entries that it had seen are there, whatever else is missing; the keys in it are
 *   taken even before that, as soon as it can be opened.
 *
 * What is checked
 *   1. Secrecy: what was sent by somebody who knew of a removal that counts can never be read by
 *      the removed, even by all of them together with every byte that exists.
 *   2. The job ends: when nobody has anything left to do, every member has every entry and can
 *      read it, what was written is sent, there is one current key which all members have, the
 *      relay has its doors and all entries, and who was removed can learn it there. And there is
 *      always an end: every step adds to somebody's holdings or changes doors, and neither the
 *      table of entries nor the count of changed doors may run over. `ltl ends` says the same
 *      without an assertion.
 *   3. No device writes two entries with one number, and every entry can be sealed.
 *
 * What is left out, and why that is sound
 *   Membership  the rule of members.pml for who takes part here: A's removals count, B's count
 *               unless A removed B and had not seen them.
 *   Crashes     a device keeps nothing but the entries it holds, and makes each in one commit
 *               before anybody else sees it. So a crash is a pause, and any step may come at any
 *               later time. The mutants SEND_FIRST and TWO_COMMITS have something to lose, and
 *               crash.
 *   Replies     doors that were changed without an answer are found changed at the next look, and
 *               entries are taken in once: asking again changes nothing.
 *   Keys        are names: who has no box cannot open it. The key that an entry makes brings all
 *               older keys of its author, sealed with it.
 *   Backdating  is in members.pml. Here, a removed device that does not know it yet goes on, and a
 *               hostile relay is covered by giving the removed every byte (1).
 *   Delivery    is in whole holdings; less is the same as an earlier delivery.
 *   Roles       a member C that may not remove does everything else.
 *
 * Configurations
 *   WISH_A, WISH_B  what A and B want (bits: 1 remove X, 2 remove the other, 4 admit N, 8 remove
 *                   N); WISHES_A how many of them in turn. Anything unless told.
 *   FILES           devices exchange files as well; without it there is the relay only.
 *   ROLLBACK        the relay once goes back to its beginning.
 *   CAPTURE         X has the first admin key and once changes the doors to its own.
 * Bounds: five devices, one text, ENTRIES entries.
 */
#ifndef ENTRIES
#define ENTRIES 8
#endif
#ifndef WISH_A
#define WISH_A 15
#endif
#ifndef WISH_B
#define WISH_B 15
#endif
#ifndef WISHES_A
#define WISHES_A 1
#endif
#ifndef FILES
#define FILES 0
#endif
#ifndef ROLLBACK
#define ROLLBACK 0
#endif
#ifndef CAPTURE
#define CAPTURE 0
#endif

byte count;
byte what[ENTRIES], author[ENTRIES], whom[ENTRIES];
short past[ENTRIES];
byte sealed[ENTRIES];   /* with which key: entry e makes key e + 1, key 0 is the first */
byte key[ENTRIES];      /* that it makes, grants, or shares under */
byte to[ENTRIES];       /* who has a box of the key it makes */
short older[ENTRIES];   /* keys sealed with `key` */
byte gone[ENTRIES];     /* of a text: who was removed as far as its author knew */

short held[5];
byte wishes[2];
byte sent;
byte early;       /* SEAL_EARLY: the key of the day it was written, plus one */

byte places = 1;
byte door[2];
short stored[2];
short old[2];     /* doors that were replaced */
#ifdef MUTANT_UP_TO
short upto[(ENTRIES + 1) * 2];
#endif
byte turns, rollbacks, captures;

short purse[2];   /* TWO_COMMITS: own keys that are not written down yet, and those that are */
short kept[2];
byte loose[2];    /* SEND_FIRST: an entry not written down yet, plus one */
byte crashes;

bool overflowed, leaked, forked, unsealable, restless;  /* must stay false */
bool done;

c_code {
  enum { A, B, C, X, N, DEVICES };
  enum { REMOVE = 1, ROTATE, ADMIT, GRANT, SHARE, TEXT, MOVE };
  enum { NO_KEY = 31, ALIEN = 30 };
  enum { IN = 1 << A | 1 << B | 1 << C | 1 << X, MAY_REMOVE = 1 << A | 1 << B };

  #define BIT(i) (1 << (i))
  #define HAS(set, i) (((set) >> (i)) & 1)
  #define COVERS(set, part) (((set) & (part)) == (part))
  #define EACH(e) for (int e = 0; e < now.count; ++e)
  #define MAKES_KEY(e) (now.key[e] == (e) + 1)

  typedef struct {
    int keys, opened, seen;               /* seen: the opened ones whose past is there */
    int removals, members, current;
  } View;

  /* What `devices` can open of `set`, together. */
  static void open_all(int devices, int set, View *v) {
    v->keys = devices & IN ? 1 : 0;
    v->opened = v->seen = 0;
    for (int before = -1; before != v->keys + v->opened;) {
      before = v->keys + v->opened;
      EACH(e) {
        if (!HAS(set, e)) continue;
        if (now.what[e] == ADMIT && HAS(devices, now.whom[e])) v->keys |= BIT(now.key[e]);
        if (!HAS(v->keys, now.sealed[e])) continue;
        v->opened |= BIT(e);
        #ifdef MUTANT_WAIT
        if (!COVERS(v->opened, now.past[e])) continue;
        #endif
        if (MAKES_KEY(e) && (now.to[e] & devices)) v->keys |= BIT(now.key[e]);
        if (now.what[e] == GRANT && HAS(devices, now.whom[e])) v->keys |= BIT(now.key[e]);
        if (HAS(v->keys, now.key[e])) v->keys |= now.older[e];
      }
      #ifdef MUTANT_WAIT
      EACH(e) if (HAS(v->opened, e) && !COVERS(v->opened, now.past[e])) v->opened &= ~BIT(e);
      #endif
    }
    EACH(e) if (HAS(v->opened, e) && COVERS(v->seen, now.past[e])) v->seen |= BIT(e);
  }

  static int is_cut(int e, int removals) {
    EACH(k) if (HAS(removals, k) && now.whom[k] == now.author[e] && !HAS(now.past[k], e)) return 1;
    return 0;
  }

  /* Of a set of entries: which removals count, who is a member, which key is current. */
  static void judge(int set, View *v) {
    int of_a = 0, removed = 0;
    EACH(e) if (HAS(set, e) && now.what[e] == REMOVE && now.author[e] == A) of_a |= BIT(e);
    v->removals = of_a;
    EACH(e) if (HAS(set, e) && now.what[e] == REMOVE && now.author[e] == B && !is_cut(e, of_a))
      v->removals |= BIT(e);
    v->members = IN;
    EACH(e) {
      if (HAS(set, e) && now.what[e] == ADMIT && !is_cut(e, v->removals))
        v->members |= BIT(now.whom[e]);
    }
    EACH(e) if (HAS(v->removals, e)) removed |= BIT(now.whom[e]);
    v->members &= ~removed;

    int best = -1;
    EACH(e) {
      if (!HAS(set, e) || !MAKES_KEY(e)) continue;
      if (now.what[e] == REMOVE ? !HAS(v->removals, e) : is_cut(e, v->removals)) continue;
      #if defined(MUTANT_LAST_KEY)
      #elif defined(MUTANT_RECIPIENTS)
      if (now.to[e] & removed) continue;
      #else
      if (!COVERS(now.past[e] | BIT(e), v->removals)) continue;
      #endif
      if (best < 0 || HAS(now.past[e], best) ||
          (!HAS(now.past[best], e) && now.author[e] > now.author[best])) best = e;
    }
    v->current = best >= 0 ? now.key[best] : v->removals ? NO_KEY : 0;
    #ifdef MUTANT_NO_ROTATION
    if (best < 0) v->current = 0;
    #endif
  }

  static View look(int d) {
    View v;
    open_all(BIT(d), now.held[d], &v);
    #ifdef MUTANT_TWO_COMMITS
    EACH(e) {
      if (MAKES_KEY(e) && now.author[e] == d && !HAS(now.purse[d] | now.kept[d], e + 1)) v.keys &= ~BIT(e + 1);
    }
    #endif
    judge(v.seen, &v);
    return v;
  }
  static int is_member(const View *v, int d) { return HAS(v->members, d); }
  static int has_current(const View *v) { return v->current != NO_KEY && HAS(v->keys, v->current); }
  static int keys_of(int m, int set) {
    View v;
    open_all(BIT(m), set, &v);
    return v.keys;
  }

  /* Everything that exists, in the hands of those whom a text's author knew to be removed. */
  static void look_for_leaks(void) {
    View all, theirs;
    judge(BIT(now.count) - 1, &all);
    EACH(e) {
      const int coalition = now.what[e] == TEXT ? now.gone[e] & ~all.members : 0;
      if (!coalition) continue;
      open_all(coalition, BIT(now.count) - 1, &theirs);
      if (HAS(theirs.keys, now.sealed[e])) now.leaked = 1;
    }
  }

  static int new_entry(int d, const View *v, int kind) {
    if (now.count == ENTRIES) { now.overflowed = 1; return 0; }
    EACH(e) if (now.author[e] == d && !HAS(now.held[d], e)) now.forked = 1;
    const int e = now.count++;
    int common = v->keys;
    for (int m = 0; m < DEVICES; ++m) {
      if (HAS(v->members, m) && m != d) common &= keys_of(m, v->seen);
    }
    if (kind != TEXT && !common) now.unsealable = 1;
    now.what[e] = kind;
    now.author[e] = d;
    now.past[e] = v->seen;
    #ifndef MUTANT_WHOLE_PAST
    EACH(t) if (now.what[t] == TEXT) now.past[e] &= ~BIT(t);
    #endif
    now.key[e] = NO_KEY;
    for (int k = 0; k <= ENTRIES; ++k) if (HAS(common, k)) now.sealed[e] = k;
    now.held[d] |= BIT(e);
    return e;
  }
  static void make_key(int e, int members, const View *v) {
    now.key[e] = e + 1;
    now.to[e] = members;
    now.older[e] = v->keys;
    #ifdef MUTANT_TWO_COMMITS
    if (now.author[e] <= B) now.purse[now.author[e]] |= BIT(e + 1);
    #endif
  }

  /* --- What A and B want --- */
  static int can_remove(int d, int target) {
    const View v = look(d);
    return is_member(&v, d) && is_member(&v, target);
  }
  static void remove_(int d, int target) {
    const View v = look(d);
    const int e = new_entry(d, &v, REMOVE);
    now.whom[e] = target;
    now.wishes[d]++;
    #ifndef MUTANT_NO_ROTATION
    make_key(e, v.members & ~BIT(target), &v);
    #endif
    #ifdef MUTANT_SEND_FIRST
    now.held[d] &= ~BIT(e);
    now.stored[0] |= BIT(e);
    now.loose[d] = e + 1;
    #endif
    look_for_leaks();
  }
  static int can_admit(int d) {
    const View v = look(d);
    EACH(e) if (now.what[e] == REMOVE && now.whom[e] == N && HAS(v.seen, e)) return 0;
    return is_member(&v, d) && !is_member(&v, N) && has_current(&v);
  }
  static void admit(int d) {
    const View v = look(d);
    const int e = new_entry(d, &v, ADMIT);
    now.whom[e] = N;
    now.key[e] = v.current;
    now.held[N] |= now.held[d];
    now.wishes[d]++;
    look_for_leaks();
  }

  /* --- The job --- */
  static int can_rotate(int d) {
    const View v = look(d);
    return is_member(&v, d) && v.current == NO_KEY;
  }
  static void rotate(int d) {
    const View v = look(d);
    const int e = new_entry(d, &v, ROTATE);
    make_key(e, v.members, &v);
    look_for_leaks();
  }
  static int without_current(const View *v) {
    for (int m = 0; m < DEVICES; ++m)
      if (HAS(v->members, m) && !HAS(keys_of(m, v->seen), v->current)) return m;
    return -1;
  }
  static int can_grant(int d) {
    const View v = look(d);
    return is_member(&v, d) && has_current(&v) && without_current(&v) >= 0;
  }
  static void grant(int d) {
    const View v = look(d);
    const int e = new_entry(d, &v, GRANT);
    now.whom[e] = without_current(&v);
    now.key[e] = v.current;
    look_for_leaks();
  }
  static int can_share(int d) {
    const View v = look(d);
    if (!is_member(&v, d) || !has_current(&v)) return 0;
    for (int m = 0; m < DEVICES; ++m) {
      if (!HAS(v.members, m) || m == d) continue;
      const int theirs = keys_of(m, v.seen);
      if (HAS(theirs, v.current) && !COVERS(theirs, v.keys)) return 1;
    }
    return 0;
  }
  static void share(int d) {
    const View v = look(d);
    const int e = new_entry(d, &v, SHARE);
    now.key[e] = v.current;
    now.older[e] = v.keys;
    look_for_leaks();
  }
  static int can_send(void) {
    const View v = look(C);
    #ifdef MUTANT_SEAL_EARLY
    if (!now.early) return 0;
    #endif
    return !now.sent && is_member(&v, C) && has_current(&v);
  }
  static void send(void) {
    const View v = look(C);
    const int e = new_entry(C, &v, TEXT);
    now.sealed[e] = v.current;
    #ifdef MUTANT_SEAL_EARLY
    now.sealed[e] = now.early - 1;
    #endif
    EACH(r) if (HAS(v.removals, r)) now.gone[e] |= BIT(now.whom[r]);
    now.sent = 1;
    look_for_leaks();
  }
  static void write_early(void) {
    const View v = look(C);
    now.early = v.current + 1;
  }

  /* --- The relay --- */
  static int place_of(const View *v) {
    EACH(e) if (now.what[e] == MOVE && HAS(v->seen, e) && !is_cut(e, v->removals)) return 1;
    return 0;
  }
  static int readable(const View *v, int place) {
    int out = HAS(v->keys, now.door[place]) ? now.stored[place] : 0;
    #if defined(MUTANT_NO_OLD_DOOR)
    #elif defined(MUTANT_UP_TO)
    for (int k = 0; k <= ENTRIES; ++k) if (HAS(v->keys & now.old[place], k)) out |= now.upto[2 * k + place];
    #else
    if (v->keys & now.old[place]) {
      EACH(e) if (HAS(now.stored[place], e) && now.what[e] != TEXT) out |= BIT(e);
    }
    #endif
    return out;
  }
  static int can_pull(int d) {
    const View v = look(d);
    return (d != N || now.held[N]) && !COVERS(now.held[d], readable(&v, place_of(&v)));
  }
  static void pull(int d) {
    const View v = look(d);
    now.held[d] |= readable(&v, place_of(&v));
  }
  static int can_push(int d) {
    const View v = look(d);
    const int place = place_of(&v);
    return is_member(&v, d) && HAS(v.keys, now.door[place]) && !COVERS(now.stored[place], now.held[d]);
  }
  static void push(int d) {
    const View v = look(d);
    now.stored[place_of(&v)] |= now.held[d];
  }
  static int has_admin_key(int d, const View *v, int k) {
    if (k == ALIEN || !HAS(v->keys, k)) return 0;
    #ifdef MUTANT_FORGET
    if (k == 0 && v->removals) return 0;
    #endif
    return k == 0 || HAS(now.to[k - 1], d);
  }
  static int doors_are_wrong(int d, const View *v) {
    const int place = place_of(v);
    return is_member(v, d) && has_current(v) && now.door[place] != v->current &&
           COVERS(now.held[d], readable(v, place));
  }
  static int can_change_doors(int d) {
    const View v = look(d);
    return doors_are_wrong(d, &v) && has_admin_key(d, &v, now.door[place_of(&v)]);
  }
  static void change_doors(int d) {
    const View v = look(d);
    const int place = place_of(&v);
    const int old = now.door[place];
    now.stored[place] |= now.held[d];
    #ifdef MUTANT_UP_TO
    now.upto[2 * old + place] = now.stored[place];
    #endif
    now.old[place] |= BIT(old);
    now.door[place] = v.current;
    if (++now.turns > 6) now.restless = 1;
  }
  static int can_move(int d) {
    const View v = look(d);
    return now.places == 1 && doors_are_wrong(d, &v) && !has_admin_key(d, &v, now.door[0]);
  }
  static void move(int d) {
    const View v = look(d);
    (void)new_entry(d, &v, MOVE);
    now.places = 2;
    now.door[1] = v.current;
    now.stored[1] = now.held[d];
  }
  static void roll_back(void) {
    now.rollbacks++;
    now.stored[0] = now.door[0] = now.old[0] = 0;
  }
  static void capture(void) {
    now.captures++;
    now.old[0] |= BIT(0);
    now.door[0] = ALIEN;
  }

  static int can_copy(int from, int other) {
    return !COVERS(now.held[other], now.held[from]) && (other != N || now.held[N]);
  }

  /* --- When nobody has anything left to do --- */
  static int is_well(int relay) {
    View all;
    int everything = 0;
    judge(BIT(now.count) - 1, &all);
    for (int m = 0; m < DEVICES; ++m)
      if (HAS(all.members, m) && m != X) everything |= now.held[m];
    if (!(all.members & MAY_REMOVE)) return 0;
    /* who was removed can learn it from the relay */
    EACH(e) {
      if (!relay || !HAS(all.removals, e) || now.whom[e] > B || !HAS(now.stored[0], e)) continue;
      const View v = look(now.whom[e]);
      if (is_member(&v, now.whom[e])) return 0;
    }
    for (int m = 0; m < DEVICES; ++m) {
      if (!HAS(all.members, m) || m == X) continue;
      const View v = look(m);
      const int place = place_of(&v);
      if (v.seen != everything || !has_current(&v)) return 0;
      if (m == C && !now.sent) return 0;
      if (relay && (now.door[place] != v.current || !COVERS(now.stored[place], everything))) return 0;
    }
    return 1;
  }
}

/* (Spin takes `name(` in a c_expr for a call with side effects, and `name (` for none.) */
#define SOUND() \
  assert(!overflowed); \
  assert(!leaked); \
  assert(!forked); \
  assert(!unsealable); \
  assert(!restless)
#define STEP(guard, action) \
  :: atomic { c_expr { guard } -> c_code { action; }; SOUND() }
#define WISH(d, limit, wanted, bit, guard, action) \
  :: atomic { wishes[d] < limit && ((wanted) & (bit)) && c_expr { guard } -> c_code { action; }; SOUND() }
#define WISHES(d, limit, wanted, other) \
  WISH(d, limit, wanted, 1, can_remove (d, X), remove_(d, X)) \
  WISH(d, limit, wanted, 2, can_remove (d, other), remove_(d, other)) \
  WISH(d, limit, wanted, 4, can_admit (d), admit(d)) \
  WISH(d, limit, wanted, 8, can_remove (d, N), remove_(d, N))
#define FILE_BETWEEN(d, other) \
  STEP(can_copy (d, other), now.held[other] |= now.held[d]) \
  STEP(can_copy (other, d), now.held[d] |= now.held[other])

init {
  do
  WISHES(0, WISHES_A, WISH_A, 1)
  WISHES(1, 1, WISH_B, 0)
#ifndef MUTANT_ONCE
  STEP(can_rotate (A), rotate(A))
  STEP(can_rotate (B), rotate(B))
#endif
#ifndef MUTANT_NO_GRANT
  STEP(can_grant (A), grant(A))
  STEP(can_grant (B), grant(B))
#endif
#ifndef MUTANT_NO_SHARE
  STEP(can_share (A), share(A))
  STEP(can_share (B), share(B))
  STEP(can_share (C), share(C))
  STEP(can_share (N), share(N))
#endif
#ifdef MUTANT_SEAL_EARLY
  :: atomic { early == 0 -> c_code { write_early(); } }
#endif
  STEP(can_send (), send())
#ifndef NO_RELAY
  STEP(can_pull (A), pull(A))
  STEP(can_pull (B), pull(B))
  STEP(can_pull (C), pull(C))
  STEP(can_pull (N), pull(N))
  STEP(can_push (A), push(A))
  STEP(can_push (B), push(B))
  STEP(can_push (C), push(C))
  STEP(can_push (N), push(N))
  STEP(can_change_doors (A), change_doors(A))
  STEP(can_change_doors (B), change_doors(B))
#ifndef MUTANT_NO_MOVE
  STEP(can_move (A), move(A))
  STEP(can_move (B), move(B))
#endif
  :: atomic { rollbacks < ROLLBACK -> c_code { roll_back(); } }
  :: atomic { captures < CAPTURE && door[0] == 0 -> c_code { capture(); } }
#endif
#if FILES
  FILE_BETWEEN(A, B)
  FILE_BETWEEN(A, C)
  FILE_BETWEEN(B, C)
  FILE_BETWEEN(A, N)
  FILE_BETWEEN(B, N)
  FILE_BETWEEN(C, N)
#endif
#ifdef MUTANT_TWO_COMMITS
  :: atomic { purse[0] -> kept[0] = kept[0] | purse[0]; purse[0] = 0 }
  :: atomic { purse[0] && crashes == 0 -> purse[0] = 0; crashes = 1 }
#endif
#ifdef MUTANT_SEND_FIRST
  :: atomic { loose[0] -> held[0] = held[0] | (1 << (loose[0] - 1)); loose[0] = 0 }
  :: atomic { loose[0] && crashes == 0 -> loose[0] = 0; wishes[0] = 0; crashes = 1 }
#endif
  :: timeout ->
#ifdef NO_RELAY
    assert(c_expr { is_well (0) });
#else
    assert(c_expr { is_well (1) });
#endif
    done = true;
    break
  od
}

#ifdef LTL
ltl ends { <> done }
#endif
