#include "cli/match_reports.hpp"

#include <filesystem>
#include <set>

#include "cli/files.hpp"
#include "pairbook/codec/match_report_json.hpp"

namespace pairbook::cli {
namespace {

using matching::Index;

/// A name as every file system takes it: names come from other people's spreadsheets.
std::string file_name(std::string_view role, std::string_view name) {
  constexpr std::size_t longest = 120;
  std::string out(role);
  out += ' ';
  for (const char letter : name) {
    const bool plain = static_cast<unsigned char>(letter) >= 0x20 && letter != 0x7F &&
                       std::string_view("/\\:*?\"<>|").find(letter) == std::string_view::npos;
    out += plain ? letter : '-';
  }
  if (out.size() > longest) {
    out.resize(longest);
    while ((static_cast<unsigned char>(out.back()) & 0xC0U) == 0x80U) out.pop_back();
    if (static_cast<unsigned char>(out.back()) >= 0xC0U) out.pop_back();
  }
  return out;
}

class Folder {
 public:
  explicit Folder(std::string path) : path_(std::move(path)) {}

  Outcome<void> make() {
    std::error_code trouble;
    std::filesystem::create_directories(path_, trouble);
    if (!trouble) return {};
    return refuse(Status::storage, path_ + " cannot be made: " + trouble.message() + ".");
  }
  Outcome<void> put(std::string_view role, std::string_view name,
                    const codec::MatchReportFile& file) {
    const std::string wanted = file_name(role, name);
    std::string free = wanted;
    for (int n = 2; !used_.insert(free).second; ++n) free = wanted + " " + std::to_string(n);
    return replace_file((std::filesystem::path(path_) / (free + ".json")).string(),
                        base::bytes_of(codec::write_match_report(file)));
  }

 private:
  std::string path_;
  std::set<std::string> used_;
};

}  // namespace

Outcome<void> write_reports(const Match& match, const domain::Programme& programme,
                            const std::string& folder, const domain::Moment& moment) {
  const auto reports = matching::MatchReports::make(
      match.proposal, programme, {codec::rules_fingerprint(programme), moment.today});
  if (!reports) {
    return refuse(Status::refused,
                  "There can be no match reports: they need somebody to match, and pairs that "
                  "are proven to be the best.");
  }
  Folder files(folder);
  if (auto made = files.make(); !made) return made;
  const matching::Fit& fit = match.proposal.fit;
  for (Index i = 0; i < fit.mentees.size(); ++i) {
    matching::MenteeReport own = reports->mentee(i);
    const std::string name = own.head.mentee;
    auto put = files.put("mentee", name, {reports->statement(), std::move(own)});
    if (!put) return put;
  }
  for (Index j = 0; j < fit.mentors.size(); ++j) {
    matching::MentorReport own = reports->mentor(j);
    const std::string name = own.name.name;
    auto put = files.put("mentor", name, {reports->statement(), std::move(own)});
    if (!put) return put;
  }
  return {};
}

}  // namespace pairbook::cli
