#pragma once

#include <string>
#include <variant>
#include <vector>

#include "cli/failure.hpp"
#include "cli/passphrase.hpp"
#include "pairbook/domain/mapping.hpp"

namespace pairbook::cli {

// What was typed, one struct a command. Paths may be "-" for standard input or output where
// docs/cli.md says so.

struct NewBook {
  std::string book;
  std::string name;
  std::string rules;           // a preset to start from; may be empty
  std::string recovery_sheet;  // where it goes; may be empty when a person can be asked
};

enum class Duplicates { leave_out, add, update };

struct Import {
  std::string book;
  std::vector<std::string> files;
  domain::FileRole role = domain::FileRole::from_column;
  bool role_given = false;
  Duplicates duplicates = Duplicates::leave_out;
  std::vector<std::string> columns;  // "HEADER=MEANING"
  bool dry_run = false;
};

struct MatchFiles {
  std::string mentors;
  std::string mentees;
  std::string rules;
  std::string out;      // may be empty
  std::string reports;  // a folder; may be empty
  bool why = false;
};

struct MatchBook {
  std::string book;
  std::string rules;    // to use instead of the book's; may be empty
  std::string out;      // may be empty
  std::string reports;  // a folder; may be empty
  bool approve = false;
  bool close_round = false;
  bool why = false;
};

enum class Role { anybody, mentors, mentees };

struct People {
  std::string book;
  Role role = Role::anybody;
  bool unmatched = false;
  std::string find;  // in names and addresses; may be empty
  bool csv = false;
};

struct Pairs {
  std::string book;
  int round = 0;  // 0 is all
  bool csv = false;
};

enum class Part { people, pairs, programme, rules };
enum class Format { usual, csv, json };  // usual: CSV for people and pairs, else JSON

struct Export {
  std::string book;
  Part part = Part::people;
  Format format = Format::usual;
  std::string out = "-";
  int round = 0;
};

struct Verify {
  std::string book;
};

struct Solve {
  std::string file;
  bool certificate = false;
};

struct CheckReport {
  std::string file;
};

struct ExportSync {
  std::string book;
  std::string out;
};

struct ImportSync {
  std::string book;
  std::string file;
  bool dry_run = false;
};

struct Sync {
  std::string book;
  std::string relay;  // an address; may be empty when the book knows one
  int patience = 30;  // seconds without getting on
};

struct Invite {
  std::string book;
  std::string whom;   // for our own list
  std::string from;   // what our own person is called; needed once
  std::string relay;  // may be empty when the book knows one
  bool leads = false;
  int days = 14;
};

struct ListMembers {
  std::string book;
  std::string accept;  // a safety number, or a name; may be empty
  int patience = 30;
};

struct Join {
  std::string book;
  std::string link;  // empty to go on with what was begun
  std::string name;
  std::string recovery_sheet;
  int patience = 60;  // seconds to wait to be let in
};

using Task =
    std::variant<NewBook, Import, MatchFiles, MatchBook, People, Pairs, Export, Verify, Solve,
                 CheckReport, ExportSync, ImportSync, Sync, Invite, ListMembers, Join>;

struct CommandLine {
  Task task;
  bool json = false;
  PassphraseFrom passphrase;
};

/// What to print instead of doing anything, and how to end: help, the version, a mistake.
struct Answer {
  std::string text;
  Status status = Status::fine;
};

[[nodiscard]] std::expected<CommandLine, Answer> read_command_line(
    const std::vector<std::string>& words);

}  // namespace pairbook::cli
