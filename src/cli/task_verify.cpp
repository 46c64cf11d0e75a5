#include "cli/book.hpp"
#include "cli/printed.hpp"
#include "cli/tasks.hpp"

namespace pairbook::cli {
namespace {

std::string in_words(vault::NoticeKind kind) {
  switch (kind) {
    case vault::NoticeKind::older_state:
      return "the newest state is damaged; an earlier one is whole";
    case vault::NoticeKind::incomplete:
      return "parts are missing, exchanged or older than the rest";
    case vault::NoticeKind::row_damaged:
      return "a part is damaged";
    case vault::NoticeKind::manifest_damaged:
      return "a list of contents is damaged or missing";
    case vault::NoticeKind::own_entries_missing:
      return "what was written last is missing";
    case vault::NoticeKind::two_passphrases:
      return "a change of passphrase was interrupted: both open the book";
  }
  return {};
}

std::string in_words(app::FindingKind kind) {
  switch (kind) {
    case app::FindingKind::seal_broken:
      return "a seal is broken";
    case app::FindingKind::chain_broken:
      return "an entry does not follow from the one before it";
    case app::FindingKind::signature_wrong:
      return "a signature is wrong";
    case app::FindingKind::forked:
      return "two copies wrote under one name, and this entry does not count";
    case app::FindingKind::cut_off:
      return "some entries know of others that are not here";
    case app::FindingKind::other_result:
      return "the history does not lead to what the book shows";
  }
  return {};
}

template <class Noted>
void add(std::vector<std::string>& out, const std::vector<Noted>& noted) {
  for (const auto& [kind, where] : noted) {
    out.push_back(in_words(kind) + (where.empty() ? "" : ": " + where));
  }
}

std::string checked(const app::BookCheck& check, const domain::Programme& programme) {
  std::string text = "Checked:\n";
  const auto line = [&](const std::string& words) { text += "- " + words + "\n"; };
  line("the file's own checksum, its list of contents, and the seals of " +
       counted(check.rows, "part", "parts") + " and " +
       counted(check.entries, "entry", "entries"));
  line(counted(check.signatures, "signature", "signatures"));
  line("that the entries of " + counted(check.devices, "device", "devices") +
       " follow one another without a gap");
  line("that the whole history (" + counted(check.changes, "change", "changes") +
       ") leads to what the book shows: " +
       counted(programme.people.size(), "person", "people") + " and " +
       counted(programme.pairs.size(), "pair", "pairs"));
  if (check.unknown_signers > 0) {
    text += "Not checked: " + counted(check.unknown_signers, "signature", "signatures") +
            " of devices whose keys this book does not hold.\n";
  }
  return text;
}

std::string in_json(const app::BookCheck& check, const domain::Programme& programme,
                    const std::vector<std::string>& wrong, bool whole) {
  std::vector<std::string> found;
  for (const std::string& what : wrong) found.push_back(json_text(what));
  return json_object({{"whole", whole ? "true" : "false"},
                      {"parts", std::to_string(check.rows)},
                      {"entries", std::to_string(check.entries)},
                      {"devices", std::to_string(check.devices)},
                      {"signatures", std::to_string(check.signatures)},
                      {"signatures_not_checked", std::to_string(check.unknown_signers)},
                      {"changes", std::to_string(check.changes)},
                      {"people", std::to_string(programme.people.size())},
                      {"pairs", std::to_string(programme.pairs.size())},
                      {"wrong", json_list(found)}}) +
         "\n";
}

}  // namespace

Outcome<Done> run(const Verify& task, const Shell& shell) {
  auto book = Book::open(task.book, BookFile::For::reading, shell.passphrase, shell.random);
  if (!book) return pass_on(book);
  const app::BookCheck check = book->keeper().check(book->programme(), shell.moment.today);
  std::vector<std::string> wrong;
  add(wrong, book->notices());
  add(wrong, check.findings);
  // Two passphrases are worth knowing, but nothing is missing.
  const bool whole = check.findings.empty() && !book->keeper().is_read_only();
  Done done;
  done.status = whole ? Status::fine : Status::damaged;
  if (shell.json) {
    done.text = in_json(check, book->programme(), wrong, whole);
    return done;
  }
  done.text = task.book + (whole ? " is whole.\n" : " is not whole.\n");
  for (const std::string& what : wrong) done.text += "- " + what + "\n";
  done.text += checked(check, book->programme());
  return done;
}

}  // namespace pairbook::cli
