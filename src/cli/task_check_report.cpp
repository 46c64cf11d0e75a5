#include "cli/files.hpp"
#include "cli/printed.hpp"
#include "cli/tasks.hpp"
#include "pairbook/app/words.hpp"
#include "pairbook/codec/match_report_json.hpp"

namespace pairbook::cli {

Outcome<Done> run(const CheckReport& task, const Shell&) {
  const auto bytes = read_file(task.file, codec::max_match_report_bytes);
  if (!bytes) return std::unexpected(bytes.error());
  const auto file = codec::read_match_report(base::text_of(*bytes));
  if (!file) return bad_json(file.error(), spoken_name(task.file));
  const app::words::ReportFound found = app::words::match_report(*file);
  Done done;
  for (const std::string& sentence : found.sentences) {
    done.text.append(harmless(sentence)).append("\n");
  }
  done.status = found.holds ? Status::fine : Status::refused;
  return done;
}

}  // namespace pairbook::cli
