// A match report that somebody was given, checked on their own device: nothing of it is kept.
#include <algorithm>

#include "areas.hpp"
#include "pairbook/app/words.hpp"
#include "turn.hpp"

namespace pairbook::app {

bool looks_like_report(base::BytesView bytes) {
  constexpr std::size_t begins = 256;
  const std::string text = base::text_of(bytes.first(std::min(bytes.size(), begins)));
  return text.find("\"pairbook-match-report\"") != std::string_view::npos;
}

void report_picked(Turn& turn, const FilePicked& file) {
  FrameView& frame = turn.state.frame;
  const auto report = codec::read_match_report(base::text_of(file.bytes));
  if (report) {
    frame.dialog_lines = words::match_report(*report).sentences;
  } else {
    const bool newer = report.error().code == base::Errc::unsupported_version;
    frame.dialog_lines = {turn.say(newer ? ReportWord::newer : ReportWord::not_one, file.name)};
  }
  frame.dialog = DialogKind::report;
}

}  // namespace pairbook::app
