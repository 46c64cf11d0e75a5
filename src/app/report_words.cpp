#include <algorithm>

#include "pairbook/app/words.hpp"
#include "speaker.hpp"

namespace pairbook::app::words {

namespace {

using namespace matching;

const Speaker say;

/// "7f3a 91c2 ..." for reading aloud: 128 bits.
std::string spoken(const crypto::Digest& digest) {
  const std::string hex = base::to_hex(digest).substr(0, 32);
  std::string out;
  for (std::size_t at = 0; at < hex.size(); at += 4) {
    if (at > 0) out += ' ';
    out += hex.substr(at, 4);
  }
  return out;
}

void tell(const RoundStatement& statement, std::vector<std::string>& out) {
  const ReportSums& sums = statement.all.sums;
  out.push_back(say(ReportWord::round, statement.programme, statement.round,
                    statement.made.iso(), sums.pairs, sums.mentees, sums.points));
  out.push_back(say(statement.goal == Goal::best_total ? ReportWord::best_total
                                                       : ReportWord::most_matched));
}

void tell(const RoundStatement& statement, const MenteeReport& own,
          std::vector<std::string>& out) {
  const RowHead& head = own.head;
  out.push_back(own.mentor ? say(ReportWord::mentee, head.mentee, own.mentor->name, head.points)
                           : say(ReportWord::mentee_alone, head.mentee));
  if (head.by_hand) {
    out.push_back(say(ReportWord::by_hand));
    return;
  }
  const auto options = std::count_if(own.points.begin(), own.points.end(),
                                     [](std::int32_t points) { return points >= 0; });
  const std::size_t mentors = statement.mentors.size();
  if (options == 0) {
    out.push_back(say(ReportWord::no_options, mentors));
    return;
  }
  out.push_back(say(ReportWord::options, mentors, options));
  if (!own.mentor) {
    out.push_back(say(ReportWord::all_taken));
    return;
  }
  const auto better = std::count_if(own.points.begin(), own.points.end(),
                                    [&](std::int32_t points) { return points > head.points; });
  out.push_back(better == 0 ? say(ReportWord::own_is_best)
                            : say(ReportWord::better_elsewhere, better));
}

void tell(const RoundStatement&, const MentorReport& own, std::vector<std::string>& out) {
  if (own.mentees.empty()) {
    out.push_back(say(ReportWord::mentor_alone, own.name.name));
    return;
  }
  out.push_back(say(ReportWord::mentor, own.name.name, own.mentees.size()));
  for (const MentorReport::Mentee& mentee : own.mentees) {
    out.push_back(say(ReportWord::their_mentee, mentee.head.mentee, mentee.head.points));
  }
}

}  // namespace

ReportFound match_report(const codec::MatchReportFile& file) {
  ReportFound out;
  const base::Done held =
      std::visit([&](const auto& own) { return check(file.statement, own); }, file.own);
  out.holds = held.has_value();
  if (!held) {
    out.sentences.push_back(say(ReportWord::broken, held.error().detail));
    return out;
  }
  out.sentences.push_back(say(ReportWord::holds));
  tell(file.statement, out.sentences);
  std::visit([&](const auto& own) { tell(file.statement, own, out.sentences); }, file.own);
  out.sentences.push_back(say(ReportWord::compare, spoken(fingerprint(file.statement))));
  return out;
}

}  // namespace pairbook::app::words
