#include <algorithm>
#include <map>

#include "cli/act.hpp"
#include "cli/book.hpp"
#include "cli/files.hpp"
#include "cli/match_reports.hpp"
#include "cli/matching_run.hpp"
#include "cli/spreadsheet.hpp"
#include "cli/tasks.hpp"
#include "pairbook/crypto/hash.hpp"

namespace pairbook::cli {
namespace {

// Names and answers make the id, so that the same two spreadsheets give the same pairs every
// time, and a place in one of them gives nobody an advantage. People who are alike in
// everything are told apart by their number.
void name_by_content(domain::ImportPeople& command, std::string_view list) {
  std::map<domain::PersonId, std::uint64_t> seen;
  for (domain::Person& person : command.added) {
    base::ByteWriter words;
    words.text(list);
    words.text(person.name);
    words.text(person.email ? person.email->folded() : "");
    for (const auto& [key, answer] : person.answers) {
      words.text(key.text());
      for (const std::string& value : answer.values) words.text(value);
    }
    const auto id_of = [&](std::uint64_t number) {
      base::ByteWriter numbered;
      numbered.raw(words.view());
      numbered.u64(number);
      domain::PersonId id;
      const crypto::Digest digest = crypto::hash(numbered.view());
      std::ranges::copy_n(digest.begin(), std::ssize(id.bytes), id.bytes.begin());
      return id;
    };
    person.id = id_of(seen[id_of(0)]++);
  }
}

// People with nearly the same name are different people, and one who is in both lists is in
// each as a person of its own.
Outcome<std::string> take_in(domain::Programme& programme, const std::string& path,
                             domain::FileRole role, const Shell& shell) {
  const auto bytes = read_file(path, codec::max_file_bytes);
  if (!bytes) return std::unexpected(bytes.error());
  auto table = read_spreadsheet(path, *bytes);
  if (!table) return pass_on(table);
  auto reading =
      read_people(programme, std::move(*table), path,
                  {.role = role, .duplicates = Duplicates::add, .columns = {}}, shell.random);
  if (!reading) return pass_on(reading);
  name_by_content(reading->command, role == domain::FileRole::mentors ? "mentors" : "mentees");
  const auto& counts = reading->plan.counts;
  std::string notes;
  if (counts.unusable > 0 || counts.cells_not_understood > 0) {
    notes = in_words(programme, *reading);
  }
  auto ops = act(programme, reading->command, shell.moment);
  if (!ops) return pass_on(ops);
  return notes;
}

// The summary goes to standard error when the pairs themselves go to standard output.
Outcome<Done> told(const Match& match, const domain::Programme& programme,
                   const std::string& out, const Shell& shell) {
  Done done;
  done.text = shell.json ? in_json(match, programme) : in_words(match);
  if (match.pairs.empty()) done.status = Status::refused;
  if (out.empty()) return done;
  const auto csv = as_csv(match, programme, shell.moment);
  if (!csv) return std::unexpected(csv.error());
  if (out == "-") {
    done.note = std::move(done.text);
    done.text = *csv;
    return done;
  }
  if (auto written = replace_file(out, base::bytes_of(*csv)); !written) return pass_on(written);
  return done;
}

Outcome<void> report_to(const std::string& folder, const Match& match,
                        const domain::Programme& programme, const Shell& shell) {
  if (folder.empty()) return {};
  return write_reports(match, programme, folder, shell.moment);
}

Why why_of(bool asked) {
  return asked ? Why::asked : Why::not_asked;
}

Outcome<void> approve(Book& book, const MatchBook& task, const Match& match,
                      const Shell& shell) {
  auto done = book.act(domain::ApprovePairs{match.pairs}, shell.moment, shell.random);
  if (done && task.close_round) {
    done = book.act(domain::CloseRound{}, shell.moment, shell.random);
  }
  if (!done) return pass_on(done);
  return book.save(shell.random);
}

}  // namespace

Outcome<Done> run(const MatchFiles& task, const Shell& shell) {
  auto preset = read_rules(task.rules);
  if (!preset) return pass_on(preset);
  domain::Programme programme;
  auto ops = act(programme, domain::FoundProgramme{"Matching"}, shell.moment);
  if (ops) ops = act(programme, domain::UsePreset{std::move(*preset)}, shell.moment);
  if (!ops) return pass_on(ops);
  std::string notes;
  for (const auto& [path, role] : {std::pair{task.mentors, domain::FileRole::mentors},
                                   std::pair{task.mentees, domain::FileRole::mentees}}) {
    auto note = take_in(programme, path, role, shell);
    if (!note) return pass_on(note);
    notes.append(*note);
  }
  const auto match = run_matching(programme, why_of(task.why), shell.moment, shell.random);
  if (!match) return std::unexpected(match.error());
  auto done = told(*match, programme, task.out, shell);
  if (done) done->note.insert(0, notes);
  if (auto reported = report_to(task.reports, *match, programme, shell); !reported) {
    return pass_on(reported);
  }
  return done;
}

Outcome<Done> run(const MatchBook& task, const Shell& shell) {
  std::optional<domain::Preset> preset;
  if (!task.rules.empty()) {
    auto read = read_rules(task.rules);
    if (!read) return pass_on(read);
    preset = std::move(*read);
  }
  const auto purpose = task.approve ? BookFile::For::writing : BookFile::For::reading;
  auto book = Book::open(task.book, purpose, shell.passphrase, shell.random);
  if (!book) return pass_on(book);
  if (auto shown = book->shows_names(); !shown) return pass_on(shown);
  if (preset) {  // reaches the file only when pairs are approved by it
    auto used = book->act(domain::UsePreset{*preset}, shell.moment, shell.random);
    if (!used) return pass_on(used);
  }
  const domain::Programme before = book->programme();
  const auto match = run_matching(before, why_of(task.why), shell.moment, shell.random);
  if (!match) return std::unexpected(match.error());
  // First the files, then the book: a file that cannot be written leaves the book as it was.
  if (auto reported = report_to(task.reports, *match, before, shell); !reported) {
    return pass_on(reported);
  }
  auto done = told(*match, before, task.out, shell);
  if (!done || !task.approve || match->pairs.empty()) return done;
  if (auto approved = approve(*book, task, *match, shell); !approved) return pass_on(approved);
  return done;
}

}  // namespace pairbook::cli
