#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

namespace pairbook::cli {
namespace {

constexpr const char* about =
    "Runs a mentoring programme from a terminal, on the same book files as the browser.\n";

constexpr const char* examples =
    "Examples:\n"
    "  pairbook match --mentors mentors.csv --mentees mentees.csv --rules rules.json "
    "--out pairs.csv\n"
    "  pairbook new club.pairbook --name \"Spring circle\" --recovery-sheet sheet.txt\n"
    "  pairbook import club.pairbook mentors.csv --as mentors\n"
    "  cat mentees.csv | pairbook import club.pairbook - --as mentees\n"
    "  pairbook match club.pairbook --rules careers-network.json --approve\n"
    "  pairbook pairs club.pairbook --json\n"
    "  pairbook export club.pairbook people --out people.csv\n"
    "\n"
    "A book is opened with its passphrase: typed when asked, or from --passphrase-file, or\n"
    "from the environment's PAIRBOOK_PASSPHRASE.\n"
    "Exit status: 0 fine, 1 refused or nothing found, 2 bad input, 3 wrong passphrase,\n"
    "4 damaged book, 5 storage, 6 not a book, 7 book from a newer Pairbook, 8 book in use,\n"
    "9 no answer from the relay.";

struct Typed {
  NewBook new_book;
  Import import;
  MatchFiles files;
  MatchBook match;
  People people;
  Pairs pairs;
  Export exporting;
  Verify verify;
  Solve solve;
  CheckReport report;
  ExportSync export_sync;
  ImportSync import_sync;
  Sync sync;
  Invite invite;
  ListMembers members;
  Join join;
  bool json = false;
  PassphraseFrom passphrase;
};

template <class T>
CLI::Option* choice(CLI::App* command, const char* name, T& value, const char* text,
                    const std::map<std::string, T>& words) {
  std::vector<std::string> names;
  for (const auto& [word, meaning] : words) names.push_back(word);
  const auto take = [&value, words](const std::string& word) { value = words.at(word); };
  return command->add_option_function<std::string>(name, take, text)
      ->check(CLI::IsMember(names).description(""))
      ->type_name(CLI::detail::join(names, "|"));
}

CLI::Option* book_of(CLI::App* command, std::string& book) {
  return command->add_option("BOOK", book, "A book file: club.pairbook")->type_name("");
}

CLI::App* with_common(CLI::App* command, Typed& typed) {
  command->add_flag("--json", typed.json, "Print JSON for other programs");
  command
      ->add_option("--passphrase-file", typed.passphrase.file,
                   "Read the passphrase from the first line of this file; - is standard input")
      ->type_name("FILE");
  return command;
}

void describe_new(CLI::App& app, Typed& typed) {
  auto* command = with_common(app.add_subcommand("new", "Make an encrypted book"), typed);
  book_of(command, typed.new_book.book)->required();
  command->add_option("--name", typed.new_book.name, "What the programme is called")
      ->required()
      ->type_name("TEXT");
  command->add_option("--rules", typed.new_book.rules, "Start with these questions and rules")
      ->type_name("FILE");
  command
      ->add_option("--recovery-sheet", typed.new_book.recovery_sheet,
                   "Write the recovery sheet here instead of showing it; - is standard output")
      ->type_name("FILE");
  command->footer(
      "The recovery sheet opens the book when the passphrase is lost; nothing else does.\n"
      "Without --recovery-sheet its code is shown at the terminal, once.\n"
      "Example:\n"
      "  pairbook new club.pairbook --name \"Spring circle\" --recovery-sheet sheet.txt");
}

void describe_import(CLI::App& app, Typed& typed) {
  auto* command = with_common(
      app.add_subcommand("import", "Take people in: CSV, TSV, or JSON of \"export\""), typed);
  book_of(command, typed.import.book)->required();
  command->add_option("FILE", typed.import.files, "One or more files; - is standard input")
      ->required()
      ->type_name("");
  choice(command, "--as", typed.import.role, "Who they are, whatever a column says",
         std::map<std::string, domain::FileRole>{{"mentors", domain::FileRole::mentors},
                                                 {"mentees", domain::FileRole::mentees},
                                                 {"both", domain::FileRole::both},
                                                 {"column", domain::FileRole::from_column}});
  choice(command, "--duplicates", typed.import.duplicates,
         "What to do with people who may be known already",
         std::map<std::string, Duplicates>{{"leave-out", Duplicates::leave_out},
                                           {"add", Duplicates::add},
                                           {"update", Duplicates::update}});
  command
      ->add_option("--column", typed.import.columns,
                   "What a column means, when it is guessed wrong; may be repeated")
      ->type_name("HEADER=MEANING")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_flag("--dry-run", typed.import.dry_run,
                    "Show how columns are understood and what would happen; change nothing");
  command->footer(
      "A MEANING is name, given-name, family-name, called, email, role, both, mentees,\n"
      "leave-out, new (a new question), or a question of the programme.\n"
      "Examples:\n"
      "  pairbook import club.pairbook mentors.csv --as mentors --dry-run\n"
      "  pairbook import club.pairbook all.csv --as column --column \"Job=Profession\"\n"
      "  cat mentees.csv | pairbook import club.pairbook - --as mentees");
}

void describe_match(CLI::App& app, Typed& typed) {
  auto* command = with_common(
      app.add_subcommand("match", "Propose pairs: in a book, or from two spreadsheets"), typed);
  auto* book = book_of(command, typed.match.book);
  auto* mentors =
      command->add_option("--mentors", typed.files.mentors, "Spreadsheet of mentors")
          ->type_name("FILE");
  auto* mentees =
      command->add_option("--mentees", typed.files.mentees, "Spreadsheet of mentees")
          ->type_name("FILE");
  command->add_option("--rules", typed.match.rules, "Questions and rules as JSON")
      ->type_name("FILE");
  command->add_option("--out", typed.match.out, "Write the pairs as CSV; - is standard output")
      ->type_name("FILE");
  command
      ->add_option("--reports", typed.match.reports,
                   "Write a match report for everybody into this folder")
      ->type_name("FOLDER");
  command->add_flag("--why", typed.match.why, "Say why people are left without a partner");
  auto* approve =
      command->add_flag("--approve", typed.match.approve, "Make the proposed pairs real");
  command
      ->add_flag("--close-round", typed.match.close_round,
                 "After approving, close the round: the next matching is a new one")
      ->needs(approve);
  mentors->needs(mentees)->excludes(book);
  mentees->needs(mentors);
  approve->needs(book);
  command->footer(
      "Examples:\n"
      "  pairbook match --mentors mentors.csv --mentees mentees.csv --rules rules.json "
      "--out pairs.csv\n"
      "  pairbook match club.pairbook --why\n"
      "  pairbook match club.pairbook --approve --close-round --out pairs.csv");
}

void describe_lists(CLI::App& app, Typed& typed) {
  auto* people = with_common(app.add_subcommand("people", "List mentors and mentees"), typed);
  book_of(people, typed.people.book)->required();
  choice(people, "--role", typed.people.role, "Only these",
         std::map<std::string, Role>{{"mentors", Role::mentors}, {"mentees", Role::mentees}});
  people->add_option("--find", typed.people.find, "Only names and addresses with this in them")
      ->type_name("TEXT");
  people->add_flag("--unmatched", typed.people.unmatched, "Only people without a pair");
  people->add_flag("--csv", typed.people.csv, "Print a spreadsheet with every answer");
  people->footer("Example:\n  pairbook people club.pairbook --role mentees --unmatched");
  auto* pairs = with_common(app.add_subcommand("pairs", "List approved pairs"), typed);
  book_of(pairs, typed.pairs.book)->required();
  pairs->add_option("--round", typed.pairs.round, "Only of this round")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000).description(""));
  pairs->add_flag("--csv", typed.pairs.csv, "Print a spreadsheet with points and reasons");
  pairs->footer("Example:\n  pairbook pairs club.pairbook --round 1 --csv > round-1.csv");
}

void describe_files(CLI::App& app, Typed& typed) {
  auto* exporting = with_common(
      app.add_subcommand("export", "Write people, pairs, rules or everything, not encrypted"),
      typed);
  book_of(exporting, typed.exporting.book)->required();
  choice(exporting, "WHAT", typed.exporting.part, "What to write",
         std::map<std::string, Part>{{"people", Part::people},
                                     {"pairs", Part::pairs},
                                     {"programme", Part::programme},
                                     {"rules", Part::rules}})
      ->required();
  choice(exporting, "--format", typed.exporting.format,
         "Rules and programme are JSON in any case",
         std::map<std::string, Format>{{"csv", Format::csv}, {"json", Format::json}});
  exporting->add_option("--out", typed.exporting.out, "Where to; - is standard output")
      ->type_name("FILE");
  exporting->add_option("--round", typed.exporting.round, "Only pairs of this round")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000).description(""));
  exporting->footer(
      "Example:\n  pairbook export club.pairbook people --format json --out people.json");
  auto* verify = with_common(
      app.add_subcommand("verify", "Check every seal, signature and chain of a book"), typed);
  book_of(verify, typed.verify.book)->required();
  verify->footer("Example:\n  pairbook verify club.pairbook");
  auto* solve = app.add_subcommand("solve", "Solve a matching question from a plain file");
  solve->add_option("FILE", typed.solve.file, "A .pbm, .pbg or dense file; - is standard input")
      ->required()
      ->type_name("");
  solve->add_flag("--certificate", typed.solve.certificate,
                  "Also say what the independent checker found");
  auto* report = app.add_subcommand("check-report", "Check a match report that you were given");
  report->add_option("FILE", typed.report.file, "The report; - is standard input")
      ->required()
      ->type_name("");
  report->footer("Example:\n  pairbook check-report \"mentee Amina Yusuf.json\"");
  solve->footer("Example:\n  pairbook solve c10k.pbm --certificate");
}

void describe_sync(CLI::App& app, Typed& typed) {
  auto* sync = with_common(
      app.add_subcommand("sync", "Bring this book and its other copies up to date by a relay"),
      typed);
  book_of(sync, typed.sync.book)->required();
  sync->add_option("RELAY", typed.sync.relay,
                   "The relay's address; needed once, the book remembers it")
      ->type_name("");
  sync->add_option("--patience", typed.sync.patience,
                   "Give up after so many seconds without getting on; 30 unless told")
      ->type_name("SECONDS")
      ->check(CLI::Range(1, 86'400).description(""));
  sync->footer("Example:\n  pairbook sync club.pairbook wss://relay.example");
  auto* out = with_common(
      app.add_subcommand("export-sync", "Write what other copies of this book may lack"),
      typed);
  book_of(out, typed.export_sync.book)->required();
  out->add_option("--out", typed.export_sync.out, "Where to; - is standard output")
      ->required()
      ->type_name("FILE");
  out->footer(
      "The file is encrypted: only copies of this book can read it.\n"
      "Example:\n  pairbook export-sync club.pairbook --out club.pbsync");
  auto* in = with_common(
      app.add_subcommand("import-sync", "Take in what another copy of this book wrote"), typed);
  book_of(in, typed.import_sync.book)->required();
  in->add_option("FILE", typed.import_sync.file, "A .pbsync file; - is standard input")
      ->required()
      ->type_name("");
  in->add_flag("--dry-run", typed.import_sync.dry_run, "Count what is new; change nothing");
  in->footer("Example:\n  pairbook import-sync club.pairbook club.pbsync");
}

void describe_members(CLI::App& app, Typed& typed) {
  auto* invite = with_common(
      app.add_subcommand("invite", "Make a link with which one person may ask to join"), typed);
  book_of(invite, typed.invite.book)->required();
  invite
      ->add_option("--whom", typed.invite.whom, "Who the link is for; you see it in your list")
      ->required()
      ->type_name("NAME");
  invite->add_option("--from", typed.invite.from, "Your name, as others shall see it")
      ->type_name("NAME");
  invite->add_option("--relay", typed.invite.relay, "Needed once, the book remembers it")
      ->type_name("ADDRESS");
  invite->add_flag("--may-invite", typed.invite.leads, "They may invite others too");
  invite
      ->add_option("--days", typed.invite.days, "How long the link is good for; 14 unless told")
      ->type_name("N")
      ->check(CLI::Range(1, 366).description(""));
  invite->footer(
      "Whoever has the link can ask; nobody is let in before you say so (pairbook members).\n"
      "Example:\n  pairbook invite club.pairbook --whom Bo --from Ana --relay "
      "wss://relay.example");
  auto* members = with_common(
      app.add_subcommand("members", "List who can read this book, and who asks to"), typed);
  book_of(members, typed.members.book)->required();
  members
      ->add_option("--accept", typed.members.accept,
                   "Let this one in: their safety number, or their name as it is listed")
      ->type_name("NUMBER|NAME");
  members
      ->add_option("--patience", typed.members.patience,
                   "Give up on the relay after so many seconds; 30 unless told")
      ->type_name("SECONDS")
      ->check(CLI::Range(1, 86'400).description(""));
  members->footer(
      "Let them tell you their number, by telephone or face to face: then you know who it is.\n"
      "Example:\n  pairbook members club.pairbook --accept \"91750 33762 01378 67941 97328 "
      "64735\"");
  auto* join =
      with_common(app.add_subcommand("join", "Join with a link that somebody sent you"), typed);
  join->add_option("BOOK", typed.join.book, "The book file that is made: club.pairbook")
      ->required()
      ->type_name("");
  join->add_option("LINK", typed.join.link,
                   "The link; - is standard input; none to go on waiting")
      ->type_name("");
  join->add_option("--name", typed.join.name, "Your name, as the others shall see it")
      ->type_name("NAME");
  join->add_option("--recovery-sheet", typed.join.recovery_sheet,
                   "Write the recovery sheet here; - is standard output")
      ->type_name("FILE");
  join->add_option("--patience", typed.join.patience,
                   "How long to wait to be let in; 60 unless told. Nothing is lost after that")
      ->type_name("SECONDS")
      ->check(CLI::Range(1, 86'400).description(""));
  join->footer(
      "Example:\n  pairbook join club.pairbook https://relay.example/#/join/… --name \"Bo "
      "Chen\" --recovery-sheet sheet.txt");
}

std::unexpected<Answer> mistake(std::string sentence) {
  return std::unexpected(Answer{sentence + "\n", Status::bad_input});
}

std::expected<Task, Answer> match_task(const Typed& typed) {
  if (!typed.match.book.empty()) return typed.match;
  if (typed.files.mentors.empty() || typed.match.rules.empty()) {
    return mistake(
        "Name a book, or two spreadsheets and the rules: pairbook match --mentors mentors.csv "
        "--mentees mentees.csv --rules rules.json");
  }
  MatchFiles task = typed.files;
  task.rules = typed.match.rules;
  task.out = typed.match.out;
  task.reports = typed.match.reports;
  task.why = typed.match.why;
  return task;
}

std::expected<Task, Answer> task_of(const CLI::App& app, Typed& typed) {
  if (app.got_subcommand("new")) return typed.new_book;
  if (app.got_subcommand("import")) {
    typed.import.role_given = app.get_subcommand("import")->count("--as") > 0;
    return typed.import;
  }
  if (app.got_subcommand("match")) return match_task(typed);
  if (app.got_subcommand("people")) return typed.people;
  if (app.got_subcommand("pairs")) return typed.pairs;
  if (app.got_subcommand("export")) return typed.exporting;
  if (app.got_subcommand("solve")) return typed.solve;
  if (app.got_subcommand("check-report")) return typed.report;
  if (app.got_subcommand("sync")) return typed.sync;
  if (app.got_subcommand("invite")) return typed.invite;
  if (app.got_subcommand("members")) return typed.members;
  if (app.got_subcommand("join")) return typed.join;
  if (app.got_subcommand("export-sync")) return typed.export_sync;
  if (app.got_subcommand("import-sync")) return typed.import_sync;
  return typed.verify;
}

// Standard input can be read once.
bool reads_input_twice(const Typed& typed) {
  std::vector<std::string> read = typed.import.files;
  read.insert(read.end(), {typed.files.mentors, typed.files.mentees, typed.match.rules,
                           typed.new_book.rules, typed.import_sync.file, typed.join.link,
                           typed.passphrase.file});
  return std::ranges::count(read, "-") > 1;
}

}  // namespace

std::expected<CommandLine, Answer> read_command_line(const std::vector<std::string>& words) {
  CLI::App app(about, "pairbook");
  app.set_version_flag("--version", std::string("pairbook ") + PAIRBOOK_VERSION,
                       "Print the version and stop");
  app.footer(examples);
  app.require_subcommand(1);
  Typed typed;
  describe_new(app, typed);
  describe_import(app, typed);
  describe_match(app, typed);
  describe_lists(app, typed);
  describe_files(app, typed);
  describe_sync(app, typed);
  describe_members(app, typed);
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::CallForHelp&) {
    return std::unexpected(Answer{app.help(), Status::fine});
  } catch (const CLI::CallForVersion& version) {
    return std::unexpected(Answer{version.what() + std::string("\n"), Status::fine});
  } catch (const CLI::Error& error) {
    return mistake(error.what() + std::string("\nRun pairbook --help for help."));
  }
  if (reads_input_twice(typed)) return mistake("Only one file can be standard input.");
  auto task = task_of(app, typed);
  if (!task) return std::unexpected(std::move(task.error()));
  return CommandLine{std::move(*task), typed.json, typed.passphrase};
}

}  // namespace pairbook::cli
