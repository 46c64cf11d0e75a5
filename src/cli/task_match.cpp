#include <algorithm>
#include <map>

#include "cli/act.hpp"
#include "cli/files.hpp"
#include "cli/matching_run.hpp"
#include "cli/spreadsheet.hpp"
#include "cli/task_match.hpp"
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

Outcome<std::string> take_in(domain::Programme& programme, const std::string& path,
                             domain::FileRole role, const domain::Moment& moment,
                             base::RandomSource& random) {
  auto table = read_spreadsheet(path);
  if (!table) return pass_on(table);
  auto reading = read_people(programme, std::move(*table), path, role, random);
  if (!reading) return pass_on(reading);
  name_by_content(reading->command, role == domain::FileRole::mentors ? "mentors" : "mentees");
  auto ops = act(programme, reading->command, moment);
  if (!ops) return pass_on(ops);
  const auto& counts = reading->plan.counts;
  if (counts.unusable == 0 && counts.cells_not_understood == 0) return std::string();
  return path + ": " + in_words(*reading);
}

// The summary goes to standard error when the pairs themselves go to standard output.
Outcome<Done> told(const Match& match, const domain::Programme& programme,
                   const MatchFiles& task, const domain::Moment& moment) {
  const std::string& out = task.out;
  Done done;
  done.text = task.json ? in_json(match, programme) : in_words(match);
  if (match.pairs.empty()) done.status = Status::refused;
  if (out.empty()) return done;
  const auto csv = as_csv(match, programme, moment);
  if (!csv) return std::unexpected(csv.error());
  if (out == "-") {
    done.note = std::move(done.text);
    done.text = *csv;
    return done;
  }
  if (auto written = replace_file(out, base::bytes_of(*csv)); !written) return pass_on(written);
  return done;
}

}  // namespace

Outcome<Done> run(const MatchFiles& task, const domain::Moment& moment,
                  base::RandomSource& random) {
  auto preset = read_rules(task.rules);
  if (!preset) return pass_on(preset);
  domain::Programme programme;
  auto ops = act(programme, domain::FoundProgramme{"Matching"}, moment);
  if (ops) ops = act(programme, domain::UsePreset{std::move(*preset)}, moment);
  if (!ops) return pass_on(ops);
  std::string notes;
  for (const auto& [path, role] : {std::pair{task.mentors, domain::FileRole::mentors},
                                   std::pair{task.mentees, domain::FileRole::mentees}}) {
    auto note = take_in(programme, path, role, moment, random);
    if (!note) return pass_on(note);
    notes.append(*note);
  }
  const auto match = run_matching(programme, moment, random);
  if (!match) return std::unexpected(match.error());
  auto done = told(*match, programme, task, moment);
  if (done) done->note.insert(0, notes);
  return done;
}

}  // namespace pairbook::cli
