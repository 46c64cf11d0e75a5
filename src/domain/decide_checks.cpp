// After the first meetings: how a pair goes, its end, and who wants another partner.
#include <algorithm>
#include <set>

#include "checks.hpp"
#include "pairbook/base/text.hpp"

namespace pairbook::domain {

namespace {

using base::Done;
using base::Errc;
using base::fail;
using base::pass_on;

constexpr std::size_t most_note_bytes = 4'000;

Another wish(bool again, Another before) {
  if (!again) return Another::no;
  return before == Another::found ? Another::found : Another::wanted;
}

Done check_answer(const Check& check, base::Date today) {
  if (check.satisfaction &&
      (*check.satisfaction < 1 || *check.satisfaction > most_satisfaction)) {
    return fail(Errc::invalid_input, "satisfaction", "1 to 5");
  }
  if (check.on > today) return fail(Errc::invalid_input, "date", "a day to come");
  if (check.note.size() > most_note_bytes) return fail(Errc::too_large, "note", "too long");
  return {};
}

}  // namespace

base::Result<std::vector<Op>> decide_end(const Programme& p, const EndPair& c,
                                         base::Date today) {
  const auto found = p.pairs.find(c.pair);
  if (found == p.pairs.end()) return fail(Errc::not_found, "pair", "not there any more");
  if (found->second.state == PairState::ended)
    return fail(Errc::conflict, "pair", "has ended already");
  if (c.note.size() > most_note_bytes) return fail(Errc::too_large, "note", "too long");
  std::vector<Op> ops{PairEnded{c.pair, today, std::string(base::trim(c.note))}};
  const FollowUp before = follow_up(p, c.pair);
  const RematchAsked asked{c.pair, wish(c.mentor_again, Another::no),
                           wish(c.mentee_again, Another::no)};
  if (asked != RematchAsked{c.pair, before.for_mentor, before.for_mentee})
    ops.emplace_back(asked);
  return ops;
}

base::Result<std::vector<Op>> decide_rematch(const Programme& p, const AskForRematch& c) {
  const auto found = p.pairs.find(c.pair);
  if (found == p.pairs.end()) return fail(Errc::not_found, "pair", "not there any more");
  if (found->second.state == PairState::active)
    return fail(Errc::conflict, "pair", "has not ended");
  const FollowUp before = follow_up(p, c.pair);
  const RematchAsked asked{c.pair, wish(c.mentor_again, before.for_mentor),
                           wish(c.mentee_again, before.for_mentee)};
  if (asked == RematchAsked{c.pair, before.for_mentor, before.for_mentee})
    return std::vector<Op>{};
  return std::vector<Op>{asked};
}

base::Result<std::vector<Op>> decide_checks(const Programme& p, const CheckPairs& c,
                                            base::Date today) {
  std::vector<Op> ops;
  for (PairChecked answer : c.answers) {
    if (!p.pairs.contains(answer.pair))
      return fail(Errc::not_found, "pair", "not there any more");
    if (answer.check) {
      answer.check->note = base::trim(answer.check->note);
      if (const Done fine = check_answer(*answer.check, today); !fine) return pass_on(fine);
    }
    if (follow_up(p, answer.pair).of(answer.by) != answer.check)
      ops.emplace_back(std::move(answer));
  }
  return ops;
}

std::vector<Op> rematches_found(const Programme& p, const std::vector<Pair>& approved) {
  std::set<MentorId> mentors;
  std::set<MenteeId> mentees;
  for (const Pair& pair : approved) {
    mentors.insert(pair.mentor);
    mentees.insert(pair.mentee);
  }
  std::vector<Op> ops;
  for (const auto& [id, known] : p.follow_ups) {
    const auto pair = p.pairs.find(id);
    if (pair == p.pairs.end() || pair->second.state != PairState::ended) continue;
    const auto after = [](Another before, bool paired) {
      return before == Another::wanted && paired ? Another::found : before;
    };
    const RematchAsked now{id, after(known.for_mentor, mentors.contains(pair->second.mentor)),
                           after(known.for_mentee, mentees.contains(pair->second.mentee))};
    if (now != RematchAsked{id, known.for_mentor, known.for_mentee}) ops.emplace_back(now);
  }
  return ops;
}

}  // namespace pairbook::domain
