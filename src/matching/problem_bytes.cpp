// A Problem as bytes, for a second instance of the same version: never stored.
//
//   problem   = version:u8 (4; 5 when is_many)  goal:u8  bonus:varint  at_least:varint
//               bonus_for_rematch:varint  mentees:people  mentors:people
//               varint { test }  varint { left_out }  varint { mentee:varint mentor:varint }
//               [ 5: least_or_none:flag, by mentor: least:varint ]
//               (in 4 the places of mentees are 1)
//   people    = varint { key:u64  places:varint  waiting:flag  returning:flag }
//   test      = kind:u8  wishes:flag (only of points_weighed)  rule:varint  points:varint
//               at_most:varint  least:i64  most:i64
//               quarters:varint  unknown:varint  width:varint  varint { gap:i64 points:varint }
//               has_values:flag [ sets sets ]   has_levels:flag [ levels levels ]
//               has_weeks:flag [ weeks weeks ]  applies applies  weights weights
//                                                          (mentees', then mentors')
//   sets      = by person: varint { value:varint }     each ascending; with points_weighed
//               each value is followed by its worth:varint
//   levels    = by person: i64, `width` of them with points_close
//   weights   = has:flag [ by person: u8 in 0..200 ]
//   weeks     = by person: 22 x u64
//   applies   = has:flag [ by person: flag ]
//   left_out  = mentee:varint  mentor:varint  why:u32
//   flag      = 0 or 1
#include <algorithm>
#include <tuple>

#include "answers.hpp"
#include "pairbook/matching/problem.hpp"

namespace pairbook::matching {

using base::ByteReader;
using base::ByteWriter;
using base::Errc;

namespace {

constexpr std::uint8_t version = 4;
constexpr std::uint8_t version_of_many = 5;
constexpr std::size_t most_people = 200'000;
constexpr std::size_t most_tests = 100;
constexpr std::size_t most_values = 1U << 24U;
constexpr std::size_t most_points = 1'000'000;
constexpr std::size_t most_gaps = 10'000;
constexpr std::size_t most_width = 1'000;
constexpr std::size_t most_worth_of_mentee = 100 * most_points;
constexpr std::size_t most_worth_of_mentor = 100;
constexpr std::uint8_t most_weight = 200;
constexpr std::size_t most_places = 1'000'000;
constexpr std::int64_t most_level = std::int64_t{1} << 53;
constexpr std::size_t words_a_person = 2 * week_words;

void write_sets(ByteWriter& out, const ValueSets& sets) {
  for (std::size_t i = 0; i + 1 < sets.begin.size(); ++i) {
    out.varint(sets.begin[i + 1] - sets.begin[i]);
    for (std::uint32_t v = sets.begin[i]; v < sets.begin[i + 1]; ++v) {
      out.varint(sets.values[v]);
      if (!sets.worth.empty()) out.varint(sets.worth[v]);
    }
  }
}

void write_applies(ByteWriter& out, const std::vector<std::uint8_t>& applies) {
  out.u8(applies.empty() ? 0 : 1);
  for (const std::uint8_t flag : applies) out.u8(flag);
}

void write_people(ByteWriter& out, const std::vector<Participant>& people) {
  out.varint(people.size());
  for (const Participant& person : people) {
    out.u64(person.key);
    out.varint(person.places);
    out.u8(person.waiting ? 1 : 0);
    out.u8(person.returning ? 1 : 0);
  }
}

void write_test(ByteWriter& out, const Test& test) {
  out.u8(static_cast<std::uint8_t>(test.kind));
  if (test.kind == TestKind::points_weighed) out.u8(test.wishes ? 1 : 0);
  out.varint(test.rule);
  out.varint(static_cast<std::uint64_t>(test.points));
  out.varint(static_cast<std::uint64_t>(test.at_most));
  out.i64(test.least);
  out.i64(test.most);
  out.varint(test.quarters);
  out.varint(static_cast<std::uint64_t>(test.unknown));
  out.varint(test.width);
  out.varint(test.gap_points.size());
  for (const GapPoints& item : test.gap_points) {
    out.i64(item.gap);
    out.varint(static_cast<std::uint64_t>(item.points));
  }
  out.u8(test.mentee_values.begin.empty() ? 0 : 1);
  write_sets(out, test.mentee_values);
  write_sets(out, test.mentor_values);
  out.u8(test.mentee_level.empty() && test.mentor_level.empty() ? 0 : 1);
  for (const std::int64_t level : test.mentee_level) out.i64(level);
  for (const std::int64_t level : test.mentor_level) out.i64(level);
  out.u8(test.mentee_weeks.empty() && test.mentor_weeks.empty() ? 0 : 1);
  for (const std::uint64_t word : test.mentee_weeks) out.u64(word);
  for (const std::uint64_t word : test.mentor_weeks) out.u64(word);
  write_applies(out, test.mentee_applies);
  write_applies(out, test.mentor_applies);
  write_applies(out, test.mentee_weight);
  write_applies(out, test.mentor_weight);
}

class ProblemReader {
 public:
  explicit ProblemReader(base::BytesView bytes) : in_(bytes) {}

  base::Result<Problem> read() {
    const std::uint8_t said = in_.u8();
    const bool many = said == version_of_many;
    if (said != version && !many && in_.ok()) in_.refuse(Errc::unsupported_version, "problem");
    out_.goal = flag() ? Goal::most_matched : Goal::best_total;
    out_.bonus = points();
    out_.at_least = points();
    out_.bonus_for_rematch = points();
    read_people(out_.mentees);
    read_people(out_.mentors);
    const std::size_t tests = in_.count(most_tests);
    for (std::size_t t = 0; t < tests && in_.ok(); ++t) read_test();
    read_left_out();
    read_locked();
    if (many) read_least();
    if (in_.ok() && is_many(out_) != many) in_.refuse(Errc::corrupt, "of the other version");
    if (const base::Done done = in_.finish(); !done) return base::pass_on(done);
    return std::move(out_);
  }

 private:
  bool flag() {
    const std::uint8_t value = in_.u8();
    if (value > 1) in_.refuse(Errc::corrupt, "neither 0 nor 1");
    return value == 1;
  }
  std::int32_t points() { return static_cast<std::int32_t>(in_.count(most_points)); }
  /// So many things of at least `size` bytes each must still be there.
  bool room_for(std::size_t count, std::size_t size) {
    if (count > in_.left() / size) in_.refuse(Errc::corrupt, "ends too early");
    return in_.ok();
  }
  Index person(const std::vector<Participant>& people) {
    const std::size_t at = in_.count(most_people);
    if (at >= people.size()) in_.refuse(Errc::corrupt, "no such person");
    return static_cast<Index>(at);
  }

  void read_people(std::vector<Participant>& people) {
    const std::size_t count = in_.count(most_people);
    if (!room_for(count, 11)) return;
    people.resize(count);
    for (Participant& person : people) {
      person.key = in_.u64();
      person.places = static_cast<std::uint32_t>(in_.count(most_places));
      person.waiting = flag();
      person.returning = flag();
    }
  }

  void read_sets(std::size_t people, ValueSets& sets, std::size_t most_worth) {
    if (!room_for(people, 1)) return;
    sets.begin.push_back(0);
    for (std::size_t i = 0; i < people && in_.ok(); ++i) {
      const std::size_t count = in_.count(most_values);
      if (!room_for(count, 1)) return;
      for (std::size_t v = 0; v < count && in_.ok(); ++v) {
        const auto value = static_cast<std::uint32_t>(in_.count(most_values));
        if (v > 0 && value <= sets.values.back()) in_.refuse(Errc::corrupt, "not ascending");
        sets.values.push_back(value);
        if (most_worth > 0)
          sets.worth.push_back(static_cast<std::uint32_t>(in_.count(most_worth)));
      }
      sets.begin.push_back(static_cast<std::uint32_t>(sets.values.size()));
    }
  }

  void read_levels(std::size_t people, std::vector<std::int64_t>& levels) {
    if (!room_for(people, 8)) return;
    for (std::size_t i = 0; i < people; ++i) levels.push_back(level());
  }
  std::int64_t level() {
    const std::int64_t value = in_.i64();
    if (value != no_level && (value > most_level || value < -most_level)) {
      in_.refuse(Errc::corrupt, "level out of range");
    }
    return value;
  }
  /// Scores and steps of a questionnaire go from 0 to 1.
  void check_thousandths(const Test& test) {
    const auto fine = [](std::int64_t level) {
      return level == no_level || (level >= 0 && level <= levels_a_step);
    };
    if (!std::all_of(test.mentee_level.begin(), test.mentee_level.end(), fine) ||
        !std::all_of(test.mentor_level.begin(), test.mentor_level.end(), fine) ||
        test.least > levels_a_step || test.most > levels_a_step) {
      in_.refuse(Errc::corrupt, "over the end of a scale");
    }
  }
  void read_weeks(std::size_t people, std::vector<std::uint64_t>& weeks) {
    if (!room_for(people, words_a_person * 8)) return;
    for (std::size_t i = 0; i < people * words_a_person; ++i) weeks.push_back(in_.u64());
  }
  void read_applies(std::size_t people, std::vector<std::uint8_t>& applies, unsigned most) {
    if (!flag()) return;
    if (people == 0) in_.refuse(Errc::corrupt, "applies to nobody");
    if (!room_for(people, 1)) return;
    for (std::size_t i = 0; i < people; ++i) {
      applies.push_back(in_.u8());
      if (applies.back() > most) in_.refuse(Errc::corrupt, "more than there can be");
    }
  }

  void read_test() {
    const std::size_t n = out_.mentees.size();
    const std::size_t m = out_.mentors.size();
    Test test;
    const std::uint8_t kind = in_.u8();
    if (kind > static_cast<std::uint8_t>(TestKind::points_close)) {
      in_.refuse(Errc::corrupt, "kind of test");
      return;
    }
    test.kind = static_cast<TestKind>(kind);
    if (test.kind == TestKind::points_weighed) test.wishes = flag();
    test.rule = static_cast<std::uint32_t>(in_.count(most_people));
    test.points = points();
    test.at_most = points();
    test.least = level();
    test.most = level();
    test.quarters = static_cast<std::uint32_t>(in_.count(7 * 24 * 4));
    test.unknown = points();
    test.width = static_cast<std::uint32_t>(in_.count(most_width));
    const std::size_t gaps = in_.count(most_gaps);
    if (!room_for(gaps, 9)) return;
    for (std::size_t g = 0; g < gaps; ++g) test.gap_points.push_back({level(), points()});

    const bool is_weighed = test.kind == TestKind::points_weighed;
    const bool compares_values =
        is_weighed || test.kind == TestKind::differ || test.kind == TestKind::share ||
        test.kind == TestKind::points_same || test.kind == TestKind::points_shared;
    const bool has_levels = is_weighed || !compares_values;
    const bool meets = test.kind == TestKind::meeting_time;
    const std::size_t width = test.kind == TestKind::points_close ? test.width : 1;
    if ((test.kind == TestKind::points_close) != (test.width > 0))
      in_.refuse(Errc::corrupt, "width");
    const bool anybody = n + m > 0;
    if (flag() != compares_values) in_.refuse(Errc::corrupt, "values");
    if (compares_values && in_.ok()) {
      read_sets(n, test.mentee_values, is_weighed ? most_worth_of_mentee : 0);
      read_sets(m, test.mentor_values, is_weighed ? most_worth_of_mentor : 0);
    }
    if (flag() != (has_levels && anybody)) in_.refuse(Errc::corrupt, "levels");
    if (has_levels && in_.ok()) {
      read_levels(n * width, test.mentee_level);
      read_levels(m * width, test.mentor_level);
      if (test.kind >= TestKind::points_score) check_thousandths(test);
    }
    if (flag() != (meets && anybody)) in_.refuse(Errc::corrupt, "weeks");
    if (meets && in_.ok()) {
      if (test.quarters == 0) in_.refuse(Errc::corrupt, "meeting of no length");
      read_weeks(n, test.mentee_weeks);
      read_weeks(m, test.mentor_weeks);
    }
    read_applies(n, test.mentee_applies, 1);
    read_applies(m, test.mentor_applies, 1);
    read_applies(n, test.mentee_weight, most_weight);
    read_applies(m, test.mentor_weight, most_weight);
    if (!in_.ok()) return;
    finish_values(test);
    out_.tests.push_back(std::move(test));
  }

  void read_left_out() {
    const std::size_t count = in_.count(most_people * 100);
    if (!room_for(count, 6)) return;
    const auto order = [](const LeftOut& x) { return std::tuple(x.mentee, x.mentor, x.why); };
    for (std::size_t i = 0; i < count && in_.ok(); ++i) {
      LeftOut item;
      item.mentee = person(out_.mentees);
      item.mentor = person(out_.mentors);
      item.why = in_.u32();
      if (!out_.left_out.empty() && order(item) <= order(out_.left_out.back())) {
        in_.refuse(Errc::corrupt, "pairs out of order");
      }
      out_.left_out.push_back(item);
    }
  }

  void read_locked() {
    const std::size_t count = in_.count(most_people);
    if (!room_for(count, 2)) return;
    std::vector<std::uint32_t> left, wants;
    for (const Participant& mentor : out_.mentors) left.push_back(mentor.places);
    for (const Participant& mentee : out_.mentees) wants.push_back(mentee.places);
    for (std::size_t i = 0; i < count && in_.ok(); ++i) {
      const Index mentee = person(out_.mentees);
      const Index mentor = person(out_.mentors);
      if (!in_.ok()) return;
      const auto order = [](const Couple& x) { return std::tuple(x.mentee, x.mentor); };
      if (!out_.locked.empty() && order({mentee, mentor}) <= order(out_.locked.back())) {
        in_.refuse(Errc::corrupt, "locks out of order");
      } else if (left[mentor]-- == 0 || wants[mentee]-- == 0) {
        in_.refuse(Errc::corrupt, "more locks than places");
      }
      out_.locked.push_back({mentee, mentor});
    }
  }

  void read_least() {
    out_.least_or_none = flag();
    if (!room_for(out_.mentors.size(), 1)) return;
    bool any = false;
    for (Participant& mentor : out_.mentors) {
      const std::size_t most = out_.least_or_none ? most_places : mentor.places;
      mentor.least = static_cast<std::uint32_t>(in_.count(most));
      any = any || mentor.least > 0;
    }
    if (out_.least_or_none && !any) in_.refuse(Errc::corrupt, "a least of nobody");
  }

  ByteReader in_;
  Problem out_;
};

}  // namespace

base::Bytes encode_problem(const Problem& problem) {
  ByteWriter out;
  const bool many = is_many(problem);
  out.u8(many ? version_of_many : version);
  out.u8(problem.goal == Goal::most_matched ? 1 : 0);
  out.varint(static_cast<std::uint64_t>(problem.bonus));
  out.varint(static_cast<std::uint64_t>(problem.at_least));
  out.varint(static_cast<std::uint64_t>(problem.bonus_for_rematch));
  write_people(out, problem.mentees);
  write_people(out, problem.mentors);
  out.varint(problem.tests.size());
  for (const Test& test : problem.tests) write_test(out, test);
  out.varint(problem.left_out.size());
  for (const LeftOut& item : problem.left_out) {
    out.varint(item.mentee);
    out.varint(item.mentor);
    out.u32(item.why);
  }
  out.varint(problem.locked.size());
  for (const Couple& lock : problem.locked) {
    out.varint(lock.mentee);
    out.varint(lock.mentor);
  }
  if (many) {
    out.u8(problem.least_or_none ? 1 : 0);
    for (const Participant& mentor : problem.mentors) out.varint(mentor.least);
  }
  return out.take();
}

base::Result<Problem> decode_problem(base::BytesView bytes) {
  return ProblemReader(bytes).read();
}

}  // namespace pairbook::matching
