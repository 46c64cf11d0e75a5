#include "match_words.hpp"

#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"
#include "rule_sentence.hpp"

namespace pairbook::app {

namespace {

using domain::Criterion;

MatchWord name_word(const Criterion& criterion) {
  constexpr MatchWord words[] = {
      MatchWord::name_same,       MatchWord::name_common,  MatchWord::name_gap,
      MatchWord::name_gap,        MatchWord::name_gap,     MatchWord::name_time,
      MatchWord::name_same,       MatchWord::name_shared,  MatchWord::name_offered,
      MatchWord::name_gap,        MatchWord::name_gap,     MatchWord::name_place,
      MatchWord::name_gap,        MatchWord::name_offered, MatchWord::name_gap,
      MatchWord::name_transition, MatchWord::name_wish,    MatchWord::name_gap,
      MatchWord::name_close,      MatchWord::name_shared,
  };
  static_assert(std::size(words) == std::variant_size_v<Criterion>);
  return words[criterion.index()];
}

/// "2" or "1.5": steps of a scale are whole, numbers need not be.
std::string thousandths(std::int64_t value) {
  std::string text = base::to_text(value / matching::levels_a_step);
  std::int64_t rest = value % matching::levels_a_step;
  if (rest == 0) return text;
  std::string digits = base::to_text(1000 + rest).substr(1);
  while (digits.back() == '0') digits.pop_back();
  return text + "." + digits;
}

}  // namespace

std::string gap_text(const Speaker& say, std::int64_t gap) {
  if (gap == 0) return say(MatchWord::fact_level);
  const std::int64_t size = gap < 0 ? -gap : gap;
  const MatchWord word = gap > 0 ? MatchWord::fact_above : MatchWord::fact_below;
  if (size % matching::levels_a_step == 0) return say(word, size / matching::levels_a_step);
  return say(word, thousandths(size));
}

std::string rule_words(const Speaker& say, const domain::Programme& programme,
                       const domain::Rules& rules, std::uint32_t rule) {
  if (rule == matching::by_hand) return say(MatchWord::rule_by_hand);
  if (rule == matching::too_few_points) return say(MatchWord::rule_too_few);
  if (rule == matching::parted) return say(PairsWord::rule_parted);
  if (rule == matching::pair_now || rule >= rules.rules.size())
    return say(MatchWord::rule_pair_now);
  return rule_text(say, programme, rules.rules[rule]);
}

std::string criterion_name(const Speaker& say, const domain::Programme& programme,
                           const domain::Rule& rule) {
  const auto fields = domain::fields_of(rule.criterion);
  // What is wanted says more than what is offered.
  const bool offered = std::holds_alternative<domain::PointsForOffered>(rule.criterion) ||
                       std::holds_alternative<domain::PointsForSkills>(rule.criterion);
  const std::string label =
      fields.empty() ? "" : field_label(programme, offered ? fields.back() : fields.front());
  return say(name_word(rule.criterion), label);
}

std::string fact_text(const Speaker& say, const matching::Fact& fact) {
  std::vector<std::string> parts;
  if (!fact.values.empty()) {
    std::vector<std::string> values = fact.values;
    for (std::string& value : values) {
      if (value.empty()) value = say(MatchWord::fact_online);
    }
    parts.push_back(base::join(values, ", "));
  } else if (fact.gap) {
    parts.push_back(gap_text(say, *fact.gap));
  }
  if (!fact.related.empty())
    parts.push_back(say(MatchWord::fact_related, base::join(fact.related, ", ")));
  if (fact.offered && fact.wanted) {
    parts.push_back(
        say(MatchWord::fact_enough, thousandths(*fact.offered), thousandths(*fact.wanted)));
  }
  if (fact.asked > 0) parts.push_back(say(MatchWord::fact_alike, fact.same, fact.asked));
  if (fact.mentee_wished || fact.mentor_wished) {
    parts.push_back(say(!fact.mentor_wished   ? MatchWord::fact_wish_mentee
                        : !fact.mentee_wished ? MatchWord::fact_wish_mentor
                                              : MatchWord::fact_wish_both));
  }
  if (fact.unknown) parts.push_back(say(MatchWord::fact_unknown));
  if (fact.weight != 100)
    parts.push_back(say(fact.weight > 100 ? MatchWord::fact_more : MatchWord::fact_less));
  return base::join(parts, "; ");
}

std::vector<domain::Reason> reasons_of(const Speaker& say, const domain::Programme& programme,
                                       const domain::Rules& rules,
                                       const matching::Explanation& explanation, Facts facts) {
  std::vector<domain::Reason> reasons;
  for (matching::Fact fact : explanation.facts) {
    if (fact.points == 0) continue;
    if (facts != Facts::as_seen && fact.mentee_wished != fact.mentor_wished)
      fact.mentee_wished = fact.mentor_wished = false;
    domain::Reason reason;
    reason.points = fact.points;
    const bool hidden = facts != Facts::all && programme.blind.on && fact.rule &&
                        *fact.rule < rules.rules.size() &&
                        domain::reads_hidden(programme, rules.rules[*fact.rule]);
    if (!hidden) reason.fact = fact_text(say, fact);
    reason.criterion = fact.rule && *fact.rule < rules.rules.size()
                           ? criterion_name(say, programme, rules.rules[*fact.rule])
                       : fact.rematch ? say(PairsWord::reason_rematch)
                                      : say(MatchWord::name_bonus);
    reasons.push_back(std::move(reason));
  }
  base::sort(reasons, [](const auto& a, const auto& b) { return a.points > b.points; });
  return reasons;
}

std::string why_text(const Speaker& say, const domain::Programme& programme,
                     const domain::Rules& rules, const matching::Unmatched& unmatched) {
  switch (unmatched.why) {
    case matching::WhyUnmatched::no_partner_allowed:
      if (unmatched.rules.empty()) return say(MatchWord::why_none_allowed_plain);
      return say(MatchWord::why_none_allowed,
                 rule_words(say, programme, rules, unmatched.rules.front().rule));
    case matching::WhyUnmatched::places_taken:
      return say(MatchWord::why_taken, unmatched.allowed);
    case matching::WhyUnmatched::no_group:
      return say(unmatched.side == domain::Side::mentee ? MatchWord::why_no_group
                                                        : MatchWord::why_no_own_group,
                 unmatched.allowed);
    case matching::WhyUnmatched::partners_elsewhere:
      break;
  }
  return say(MatchWord::why_no_gain);
}

std::string cost_text(const Speaker& say, const matching::OpenProposal::Cost& cost) {
  std::vector<std::string> parts;
  if (cost.pairs > 0) parts.push_back(say(MatchWord::cost_pairs, cost.pairs));
  if (cost.points > 0) parts.push_back(say(MatchWord::cost, cost.points));
  if (parts.empty()) parts.push_back(say(MatchWord::cost_none));
  // The mentee who was asked about moves too; the others are what it does to other people.
  if (cost.moves.size() > 1) parts.push_back(say(MatchWord::and_moves, cost.moves.size() - 1));
  return base::join(parts, "; ");
}

}  // namespace pairbook::app
