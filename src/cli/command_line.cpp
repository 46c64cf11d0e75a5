#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>

namespace pairbook::cli {
namespace {

constexpr const char* about = "Proposes fair pairs of mentors and mentees from a terminal.\n";

constexpr const char* examples =
    "Examples:\n"
    "  pairbook match --mentors mentors.csv --mentees mentees.csv --rules rules.json "
    "--out pairs.csv\n"
    "  cat mentees.csv | pairbook match --mentors mentors.csv --mentees - --rules rules.json "
    "--json\n"
    "\n"
    "Exit status: 0 fine, 1 refused or nothing found, 2 bad input, 5 storage.";

void describe_match(CLI::App& app, MatchFiles& task) {
  auto* command =
      app.add_subcommand("match", "Propose the best pairs of two spreadsheets (CSV or TSV)");
  command->add_option("--mentors", task.mentors, "Spreadsheet of mentors; - is standard input")
      ->required()
      ->type_name("FILE");
  command->add_option("--mentees", task.mentees, "Spreadsheet of mentees; - is standard input")
      ->required()
      ->type_name("FILE");
  command->add_option("--rules", task.rules, "Questions and rules as JSON")
      ->required()
      ->type_name("FILE");
  command->add_option("--out", task.out, "Write the pairs as CSV; - is standard output")
      ->type_name("FILE");
  command->add_flag("--json", task.json, "Print JSON for other programs");
}

}  // namespace

std::expected<MatchFiles, Answer> read_command_line(const std::vector<std::string>& words) {
  CLI::App app(about, "pairbook");
  app.set_version_flag("--version", std::string("pairbook ") + PAIRBOOK_VERSION,
                       "Print the version and stop");
  app.footer(examples);
  app.require_subcommand(1);
  MatchFiles task;
  describe_match(app, task);
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::CallForHelp&) {
    return std::unexpected(Answer{app.help(), Status::fine});
  } catch (const CLI::CallForVersion& version) {
    return std::unexpected(Answer{version.what() + std::string("\n"), Status::fine});
  } catch (const CLI::Error& error) {
    return std::unexpected(Answer{
        error.what() + std::string("\nRun pairbook --help for help.\n"), Status::bad_input});
  }
  if (task.mentors == "-" && task.mentees == "-") {
    return std::unexpected(
        Answer{"Only one of the two spreadsheets can be standard input.\n", Status::bad_input});
  }
  return task;
}

}  // namespace pairbook::cli
