// Independent of how reports are made on purpose: it reads a statement and a report, nothing
// else.
#include <algorithm>

#include "report_bytes.hpp"

namespace pairbook::matching {

namespace {

// Far beyond any programme; sums of a few of these stay within 64 bits.
constexpr std::int64_t most = std::int64_t{1} << 53;

std::unexpected<base::Error> wrong(const char* what) {
  return base::fail(base::Errc::corrupt, "", what);
}

bool in_range(std::int64_t number) {
  return number >= 0 && number <= most;
}

bool in_range(const ReportSums& sums) {
  return in_range(sums.mentees) && in_range(sums.pairs) && in_range(sums.points) &&
         in_range(sums.worth) && in_range(sums.gain);
}

void put(base::ByteWriter& out, const ReportSums& sums) {
  out.i64(sums.mentees);
  out.i64(sums.pairs);
  out.i64(sums.points);
  out.i64(sums.worth);
  out.i64(sums.gain);
}

base::Done check_path(const RoundStatement& statement, ReportNode node,
                      const std::vector<ReportStep>& path) {
  for (const ReportStep& step : path) {
    auto above = step.beside_is_first ? joined(step.beside, node) : joined(node, step.beside);
    if (!above) return base::pass_on(above);
    node = *above;
  }
  if (node != statement.all) return wrong("the row is not in the statement");
  return {};
}

/// What a pair of these points is worth; nothing where that is out of range.
std::optional<std::int64_t> worth_of(const RoundStatement& statement, std::int32_t points) {
  std::int64_t worth = 0;
  if (__builtin_mul_overflow(statement.weight, std::int64_t{points}, &worth) ||
      __builtin_add_overflow(worth, statement.bonus, &worth) || !in_range(worth)) {
    return std::nullopt;
  }
  return worth;
}

base::Done check_head(const RoundStatement& statement, const RowHead& head) {
  if (head.mentor && *head.mentor >= statement.mentors.size()) return wrong("no such mentor");
  if (head.points < 0 || (!head.mentor && (head.points != 0 || head.by_hand))) {
    return wrong("points without a pair");
  }
  if (!worth_of(statement, head.points)) return wrong("points out of range");
  return {};
}

}  // namespace

crypto::Digest code_of(const MentorName& name) {
  base::ByteWriter out;
  out.text("pairbook mentor");
  out.raw(name.salt);
  out.text(name.name);
  return crypto::hash(out.view());
}

crypto::Digest rest_of(const crypto::Digest& salt, std::span<const std::int32_t> points) {
  base::ByteWriter out;
  out.text("pairbook points");
  out.raw(salt);
  out.varint(points.size());
  for (const std::int32_t each : points) out.i64(each);
  return crypto::hash(out.view());
}

ReportSums sums_of(const RoundStatement& statement, const RowHead& head, std::int64_t gain) {
  ReportSums sums{1, head.mentor ? 1 : 0, head.points, 0, gain};
  if (head.mentor && !head.by_hand)
    sums.worth = statement.weight * head.points + statement.bonus;
  return sums;
}

ReportNode leaf_of(const RowHead& head, const crypto::Digest& rest, const ReportSums& sums) {
  base::ByteWriter out;
  out.text("pairbook row");
  out.raw(head.salt);
  out.text(head.mentee);
  out.u8(head.mentor ? 1 : 0);
  out.u32(head.mentor.value_or(0));
  out.i64(head.points);
  out.u8(head.by_hand ? 1 : 0);
  out.raw(rest);
  put(out, sums);
  return {crypto::hash(out.view()), sums};
}

base::Result<ReportNode> joined(const ReportNode& first, const ReportNode& second) {
  if (!in_range(first.sums) || !in_range(second.sums)) return wrong("a sum out of range");
  const ReportSums &a = first.sums, &b = second.sums;
  ReportNode out;
  out.sums = {a.mentees + b.mentees, a.pairs + b.pairs, a.points + b.points, a.worth + b.worth,
              a.gain + b.gain};
  if (!in_range(out.sums)) return wrong("a sum out of range");
  base::ByteWriter bytes;
  bytes.text("pairbook sum");
  for (const ReportNode* node : {&first, &second}) {
    bytes.raw(node->hash);
    put(bytes, node->sums);
  }
  out.hash = crypto::hash(bytes.view());
  return out;
}

crypto::Digest fingerprint(const RoundStatement& statement) {
  base::ByteWriter out;
  out.text("pairbook statement");
  out.u8(1);  // version
  out.text(statement.programme);
  out.i64(statement.round);
  out.i64(statement.made.days);
  out.raw(statement.rules);
  out.u8(statement.goal == Goal::most_matched ? 1 : 0);
  out.i64(statement.weight);
  out.i64(statement.bonus);
  out.varint(statement.mentors.size());
  for (const MentorPlaces& mentor : statement.mentors) {
    out.raw(mentor.code);
    out.u32(mentor.places);
    out.i64(mentor.price);
  }
  out.raw(statement.all.hash);
  put(out, statement.all.sums);
  return crypto::hash(out.view());
}

base::Done check(const RoundStatement& statement) {
  const ReportSums& sums = statement.all.sums;
  if (!in_range(sums) || sums.pairs > sums.mentees) return wrong("a sum out of range");
  if (statement.weight < 1 || statement.weight > most || !in_range(statement.bonus)) {
    return wrong("a weight out of range");
  }
  std::int64_t bound = sums.gain;
  for (std::size_t j = 0; j < statement.mentors.size(); ++j) {
    const MentorPlaces& mentor = statement.mentors[j];
    if (j > 0 && statement.mentors[j - 1].code >= mentor.code)
      return wrong("mentors out of order");
    if (!in_range(mentor.price)) return wrong("a price out of range");
    std::int64_t worth = 0;
    if (__builtin_mul_overflow(mentor.price, std::int64_t{mentor.places}, &worth) ||
        __builtin_add_overflow(bound, worth, &bound)) {
      return wrong("a price out of range");
    }
  }
  if (bound != sums.worth) return wrong("the pairs are not worth what they could be");
  return {};
}

base::Done check(const RoundStatement& statement, const MenteeReport& report) {
  if (auto sound = check(statement); !sound) return sound;
  const RowHead& head = report.head;
  if (auto sound = check_head(statement, head); !sound) return sound;
  if (!in_range(report.gain)) return wrong("a gain out of range");
  if (head.mentor.has_value() != report.mentor.has_value()) return wrong("a mentor is missing");
  if (report.mentor && code_of(*report.mentor) != statement.mentors[*head.mentor].code) {
    return wrong("the mentor is somebody else");
  }
  if (head.by_hand) {
    if (!report.points.empty() || report.gain != 0) return wrong("a gain of a pair by hand");
  } else {
    if (report.points.size() != statement.mentors.size()) return wrong("a mentor is left out");
    for (std::size_t j = 0; j < report.points.size(); ++j) {
      const MentorPlaces& mentor = statement.mentors[j];
      const std::int32_t points = report.points[j];
      if (points < -1) return wrong("points below nothing");
      const bool own = head.mentor == j;
      if (own && points != head.points) return wrong("other points than the pair's");
      if (points < 0 || mentor.places == 0) {
        if (own) return wrong("a pair that may not be");
        continue;
      }
      const auto worth = worth_of(statement, points);
      if (!worth) return wrong("points out of range");
      if (*worth - mentor.price > report.gain) return wrong("a better mentor was left out");
      if (own && *worth - mentor.price != report.gain) return wrong("a gain overstated");
    }
    if (!head.mentor && report.gain != 0) return wrong("a gain without a pair");
  }
  return check_path(
      statement,
      leaf_of(head, rest_of(head.salt, report.points), sums_of(statement, head, report.gain)),
      report.path);
}

base::Done check(const RoundStatement& statement, const MentorReport& report) {
  if (auto sound = check(statement); !sound) return sound;
  if (report.position >= statement.mentors.size()) return wrong("no such mentor");
  const MentorPlaces& own = statement.mentors[report.position];
  if (code_of(report.name) != own.code) return wrong("the mentor is somebody else");
  std::vector<crypto::Digest> seen;
  std::size_t taken = 0;
  for (const MentorReport::Mentee& mentee : report.mentees) {
    if (auto sound = check_head(statement, mentee.head); !sound) return sound;
    if (mentee.head.mentor != report.position) return wrong("somebody else's mentee");
    if (!in_range(mentee.gain)) return wrong("a gain out of range");
    if (!mentee.head.by_hand) ++taken;
    const ReportNode leaf =
        leaf_of(mentee.head, mentee.rest, sums_of(statement, mentee.head, mentee.gain));
    if (std::find(seen.begin(), seen.end(), leaf.hash) != seen.end())
      return wrong("a mentee twice");
    seen.push_back(leaf.hash);
    if (auto sound = check_path(statement, leaf, mentee.path); !sound) return sound;
  }
  if (taken > own.places) return wrong("more mentees than places");
  if (own.price > 0 && taken < own.places) return wrong("a price of a place that is free");
  return {};
}

}  // namespace pairbook::matching
