#include "cli/act.hpp"
#include "cli/book.hpp"
#include "cli/files.hpp"
#include "cli/people_file.hpp"
#include "cli/printed.hpp"
#include "cli/spreadsheet.hpp"
#include "cli/tasks.hpp"

namespace pairbook::cli {
namespace {

/// A file, read against the programme as the files before it left it.
struct Taken {
  domain::ImportPeople command;
  std::string text;
  std::string json;
};

std::string counts_in_json(const std::string& file, const codec::ImportCounts& counts) {
  return json_object({{"file", json_text(file)},
                      {"new", std::to_string(counts.fresh)},
                      {"changed", std::to_string(counts.changed)},
                      {"same", std::to_string(counts.same)}});
}

Outcome<Taken> read_json(const domain::Programme& programme, const std::string& path,
                         base::BytesView bytes) {
  auto people = read_people_file(programme, path, bytes);
  if (!people) return pass_on(people);
  const std::string file = people->command.file;
  return Taken{std::move(people->command), file + ": " + in_words(people->counts) + "\n",
               counts_in_json(file, people->counts)};
}

Outcome<Taken> read_table(const domain::Programme& programme, const std::string& path,
                          base::BytesView bytes, const Import& task,
                          base::RandomSource& random) {
  auto table = read_spreadsheet(path, bytes);
  if (!table) return pass_on(table);
  const Understanding understanding{task.role_given ? std::optional(task.role) : std::nullopt,
                                    task.duplicates, task.columns};
  auto reading = read_people(programme, std::move(*table), path, understanding, random);
  if (!reading) return pass_on(reading);
  Taken taken;
  if (task.dry_run) taken.text = columns_in_words(programme, *reading) + "\n";
  taken.text += in_words(programme, *reading);
  taken.json = in_json(programme, *reading);
  taken.command = std::move(reading->command);
  return taken;
}

}  // namespace

Outcome<Done> run(const Import& task, const Shell& shell) {
  std::vector<base::Bytes> files;  // all of them first: a name typed wrong is found at once
  for (const std::string& path : task.files) {
    auto bytes = read_file(path, codec::max_file_bytes);
    if (!bytes) return pass_on(bytes);
    files.push_back(std::move(*bytes));
  }
  const auto purpose = task.dry_run ? BookFile::For::reading : BookFile::For::writing;
  auto book = Book::open(task.book, purpose, shell.passphrase, shell.random);
  if (!book) return pass_on(book);
  if (auto shown = book->shows_names(); !shown) return pass_on(shown);
  domain::Programme tried = task.dry_run ? book->programme() : domain::Programme{};
  const domain::Programme& programme = task.dry_run ? tried : book->programme();

  Done done;
  std::vector<std::string> json;
  bool anything = false;
  for (std::size_t i = 0; i < files.size(); ++i) {
    auto taken = looks_like_json(files[i])
                     ? read_json(programme, task.files[i], files[i])
                     : read_table(programme, task.files[i], files[i], task, shell.random);
    if (!taken) return pass_on(taken);
    done.text += taken->text;
    json.push_back(std::move(taken->json));
    if (task.dry_run) {
      auto ops = act(tried, taken->command, shell.moment);
      if (!ops) return pass_on(ops);
      continue;
    }
    const auto changed = book->act(taken->command, shell.moment, shell.random);
    if (!changed) return std::unexpected(changed.error());
    anything = anything || *changed;
  }
  if (anything) {
    if (auto saved = book->save(shell.random); !saved) return pass_on(saved);
  }
  if (task.dry_run) done.text += "Nothing was changed.\n";
  if (shell.json) done.text = json_list(json) + "\n";
  return done;
}

}  // namespace pairbook::cli
