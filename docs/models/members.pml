/* Who is a member, and what counts.
 *
 * What it says
 *   Devices A (the founder), B and C may add and remove; A let B and C in; X can be let in by any
 *   of them. A membership entry names, by hash, the membership entries its author had seen
 *   (`past`). The rule, a function of the set of entries and of nothing else:
 *     valid    An entry is valid if its author was a member in the history it names. Nothing that
 *              arrives later changes that.
 *     line     The admission a device stands on, the one its admitter stands on, and so on up to
 *              the founder. Rank follows the line: who let in is senior to who was let in.
 *     cut      A removal of T cuts off everything of T that it had not seen, and everything of
 *              those who stand on an admission by T that it had not seen.
 *     removals A valid removal counts unless a counting removal by somebody senior to its author
 *              (or the author's own leaving) cuts it off. Decided from the most senior down.
 *     others   Any other entry counts if it is valid and no counting removal cuts it off.
 *     members  Who was let in by an admission that counts and is removed by no removal that
 *              counts. A device that was removed never comes back under its name.
 *
 * What is checked
 *   Every history of at most E valid entries is made, by anybody, with any past; then one device
 *   takes it in, in every order that causality allows, and after every entry:
 *   1. What it has come to is what the rule says of the set: so devices with the same entries
 *      agree on the members and on what counts, whatever arrived when.
 *   2. Who is cut off changes nothing: an entry that a counting removal cuts off, once that
 *      removal is there, changes neither the members nor what counts. The one exception is a
 *      removal by somebody senior to the remover.
 *   3. When two remove each other without knowing, the senior stays (unless a third removes it).
 *   4. What the most senior decides stands, and a removal that counted stops counting only by a
 *      removal from somebody senior to its author.
 *   5. Nobody counts who wrote although it knew that it had been removed.
 *   6. With two who may remove, one remains, unless one left of its own will. With three this is
 *      not so: the mutant EVERYBODY_OUT asks for it and is refuted (see README.md).
 *
 * What is left out, and why that is sound
 *   Liars      somebody who hides what it knows names an older past. That is what an honest device
 *              does that has not heard, so all pasts are tried for all authors and no entry needs
 *              to be marked as honest. With FORKS a device need not even name its own earlier
 *              entries: that is a forked chain, or two copies of one device.
 *   Clocks     the rule does not look at them (mutant CLOCK does).
 *   Content    counts by the same rule as an admission, which stands for it.
 *   Invalid    entries count nowhere and make no other entry valid, so they are not made.
 *   Roles      X may remove, too, once it is in. Members that may not are X without entries.
 *   Depth      one generation below B and C: X lets nobody in. A longer line is cut at its first
 *              cut admission in the same way.
 *
 * Bounds: four devices, E entries.
 */
#ifndef E
#define E 3
#endif
#define A 0
#define B 1
#define C 2
#define X 3
#define NONE 255
#define ADMISSION 4  /* of X; smaller numbers: the removal of that device */

#define BIT(i) (1 << (i))
#define HAS(set, i) (((set) >> (i)) & 1)
#define COVERS(set, part) (((set) & (part)) == (part))
#define REMOVAL(e) (what[e] != ADMISSION)
#define LEAVING(e) (what[e] == author[e])

byte count;
byte author[E];
byte what[E];
byte past[E];
byte stand[E];   /* by X: the admission it stands on */
byte stamp[E];   /* what the author's clock said; only the mutant CLOCK looks */

/* What evaluate() finds. */
byte removals;   /* those that count */
byte admissions; /* those that count */
byte members;

hidden byte r, e, k, step;
hidden byte cut;

/* Whether removal k cuts off entry e. */
#define CUTS_AUTHOR(k, e) (what[k] == author[e] && !HAS(past[k], e))
#define CUTS(k, e) (CUTS_AUTHOR(k, e) || (author[e] == X && \
  what[k] == author[stand[e]] && !HAS(past[k], stand[e])))
#ifdef MUTANT_PUPPET
#define CUTS_REMOVAL(k, e) CUTS_AUTHOR(k, e)
#else
#define CUTS_REMOVAL(k, e) CUTS(k, e)
#endif
/* Whether removal k may cut off removal e. */
#define MAY(k, e) (author[k] < author[e] || (author[k] == author[e] && LEAVING(k) && !LEAVING(e)))

inline evaluate(set) {
  removals = 0;
  admissions = 0;
  members = BIT(A) | BIT(B) | BIT(C);
#ifdef MUTANT_BOTH_OUT
  for (e : 0 .. E - 1) {
    if
    :: HAS(set, e) && REMOVAL(e) -> removals = removals | BIT(e)
    :: else
    fi
  }
#endif
  for (r : A .. X) {
    /* leaving first, because it cuts off what else its author did */
    for (step : 0 .. 1) {
      for (e : 0 .. E - 1) {
        if
        :: HAS(set, e) && REMOVAL(e) && author[e] == r && (LEAVING(e) -> step == 0 : step == 1) ->
          cut = 0;
          for (k : 0 .. E - 1) {
            if
#ifdef MUTANT_CLOCK
            :: HAS(set, k) && REMOVAL(k) && CUTS_REMOVAL(k, e) && stamp[k] < stamp[e] -> cut = 1
#else
            :: HAS(removals, k) && CUTS_REMOVAL(k, e) && MAY(k, e) -> cut = 1
#endif
            :: else
            fi
          }
          if
          :: !cut -> removals = removals | BIT(e)
          :: else
          fi
        :: else
        fi
      }
    }
  }
  for (e : 0 .. E - 1) {
    if
    :: HAS(set, e) && !REMOVAL(e) ->
      cut = 0;
#ifndef MUTANT_BACKDATED
      for (k : 0 .. E - 1) {
        if
        :: HAS(removals, k) && CUTS(k, e) -> cut = 1
        :: else
        fi
      }
#endif
      if
      :: !cut -> admissions = admissions | BIT(e); members = members | BIT(X)
      :: else
      fi
    :: else
    fi
  }
  for (e : 0 .. E - 1) {
    if
#ifdef MUTANT_READMIT
    /* an admission that had not seen the removal brings the device back */
    :: HAS(removals, e) && !(what[e] == X && (admissions & (255 - past[e]))) ->
#else
    :: HAS(removals, e) ->
#endif
      members = members & (31 - BIT(what[e]))
    :: else
    fi
  }
  cut = 0; r = 0; e = 0; k = 0; step = 0
}

/* --- A history --- */

byte a, w, p, s, t;
bool good, stopped;

inline closed() {
  good = true;
  for (e : 0 .. E - 1) {
    if
    :: HAS(p, e) && !COVERS(p, past[e]) -> good = false
    :: e < count && author[e] == a && !HAS(p, e) ->
#ifndef FORKS
      good = false
#else
      skip
#endif
    :: else
    fi
  }
  /* The same history is made once: of two that did not know of each other, the lower author's
     comes first. */
  if
  :: count > 0 && !HAS(p, count - 1) && author[count - 1] > a -> good = false
  :: else
  fi;
  e = 0
}

inline author_may() {
  evaluate(p);
  if
#ifdef MUTANT_KNEW
  :: (a != X && (w == ADMISSION || HAS(members, w))) || HAS(members, a) -> skip
#else
  :: HAS(members, a) -> skip
#endif
  :: else -> good = false
  fi;
  if
  :: w == ADMISSION && (HAS(members, X) || a == X) -> good = false
  :: w != ADMISSION && !HAS(members, w) -> good = false
  :: a == X && !HAS(admissions, s) -> good = false
  :: a != X && s != 0 -> good = false
  :: else
  fi;
#ifndef MUTANT_READMIT
  if
  :: good && w == ADMISSION ->
    for (e : 0 .. E - 1) {
      if
      :: HAS(removals & p, e) && what[e] == X -> good = false
      :: else
      fi
    }
  :: else
  fi;
#endif
  removals = 0; admissions = 0; members = 0; e = 0
}

/* --- A device takes it in --- */

byte view;
byte has_removals, has_admissions, has_members;
hidden byte was_removals, was_admissions, was_members;
hidden byte cut_off;

inline take(n) {
  was_removals = has_removals;
  was_admissions = has_admissions;
  was_members = has_members;
  cut_off = 0;
  for (k : 0 .. E - 1) {
    if
    :: HAS(was_removals, k) && CUTS(k, n) && (!REMOVAL(n) || MAY(k, n)) -> cut_off = 1
    :: else
    fi
  }
  view = view | BIT(n);
#ifdef MUTANT_ARRIVAL
  /* the first draft: an entry counts if its author is a member when it arrives */
  if
  :: HAS(was_members, author[n]) && REMOVAL(n) ->
    has_removals = has_removals | BIT(n);
    has_members = has_members & (31 - BIT(what[n]))
  :: HAS(was_members, author[n]) && !REMOVAL(n) ->
    has_admissions = has_admissions | BIT(n);
    has_members = has_members | BIT(X)
  :: else
  fi;
  evaluate(view);
#else
  evaluate(view);
  has_removals = removals;
  has_admissions = admissions;
  has_members = members;
#endif
  /* 1 */
  assert(has_removals == removals && has_admissions == admissions && has_members == members);
  /* 2 */
  assert(cut_off == 0 || (was_removals == removals && was_admissions == admissions &&
                      was_members == members));
  for (e : 0 .. E - 1) {
    /* 4 */
    if
    #ifdef FORKS
    :: HAS(removals, e) && author[e] == A -> assert(!HAS(members, what[e]))
#else
    :: HAS(view, e) && REMOVAL(e) && author[e] == A -> assert(!HAS(members, what[e]))
#endif
    :: else
    fi;
    if
    :: HAS(was_removals, e) && !HAS(removals, e) -> assert(REMOVAL(n) && MAY(n, e))
    :: else
    fi;
    /* 3 */
    for (k : 0 .. E - 1) {
      if
      :: HAS(view, e) && HAS(view, k) && REMOVAL(e) && REMOVAL(k) && author[e] < author[k] &&
         what[e] == author[k] && what[k] == author[e] && !HAS(past[e], k) && !HAS(past[k], e) &&
         HAS(removals, e) ->
        assert(!HAS(removals, k))
      :: else
      fi
    }
  }
  /* 6 */
  good = true;
  for (e : 0 .. E - 1) {
    if
    :: HAS(view, e) && ((REMOVAL(e) && what[e] == author[e]) || author[e] > B) -> good = false
    :: else
    fi
  }
#ifdef MUTANT_EVERYBODY_OUT
  for (e : 0 .. E - 1) {
    if
    :: e == 0 -> good = true
    :: else
    fi;
    if
    :: HAS(view, e) && REMOVAL(e) && what[e] == author[e] -> good = false; break
    :: else
    fi
  }
  assert(!good || members != 0);
#else
  assert(!good || (members & (BIT(A) | BIT(B))) != 0);
#endif
  good = false;
  removals = 0; admissions = 0; members = 0; e = 0; k = 0; cut_off = 0;
  was_removals = 0; was_admissions = 0; was_members = 0
}

/* 5 */
inline nobody_knew() {
  for (t : 0 .. E - 1) {
    if
    :: HAS(has_removals | has_admissions, t) ->
      evaluate(past[t]);
      assert(HAS(members, author[t]))
    :: else
    fi
  }
  removals = 0; admissions = 0; members = 0; t = 0
}

init {
  do
  :: count < E && !stopped ->
    atomic {
      select(a : A .. X);
      select(w : A .. ADMISSION);
      p = 0;
      k = 0;
      do
      :: k < count -> p = p | BIT(k); k++
      :: k < count -> k++
      :: k == count -> break
      od;
      k = 0;
      s = 0;
      if
      :: a == X ->
        do
        :: s + 1 < count -> s++
        :: HAS(p, s) && !REMOVAL(s) -> break
        :: else -> w = NONE; break
        od
      :: else
      fi;
#ifdef MUTANT_CLOCK
      select(t : 0 .. 1);
#endif
      skip;
      d_step {
        closed();
        if
        :: w == NONE -> good = false
        :: w != NONE && good -> author_may()
        :: else
        fi;
        skip
      };
      d_step {
        if
        :: good ->
          author[count] = a;
          what[count] = w;
          past[count] = p;
          stand[count] = s;
          stamp[count] = t;
          count++
        :: else -> stopped = true
        fi;
        a = 0; w = 0; p = 0; s = 0; t = 0; good = false
      }
    }
  :: count == E || stopped -> break
  od;
  has_members = BIT(A) | BIT(B) | BIT(C);
  do
#define TAKE(n) \
  :: d_step { !stopped && n < E && !HAS(view, n) && COVERS(view, past[n]) -> take(n) }
  TAKE(0)
  TAKE(1)
#if E > 2
  TAKE(2)
#endif
#if E > 3
  TAKE(3)
#endif
#if E > 4
  TAKE(4)
#endif
  :: stopped || view == BIT(E) - 1 -> break
  od;
  skip;
  d_step { nobody_knew() }
}
