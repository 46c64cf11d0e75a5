#pragma once

#include "cli/command_line.hpp"
#include "cli/failure.hpp"
#include "pairbook/base/random.hpp"
#include "pairbook/domain/decide.hpp"

namespace pairbook::cli {

/// What a command prints, and how it ends.
struct Done {
  std::string text;  // to standard output
  std::string note;  // to standard error: when the output itself is a file
  Status status = Status::fine;
};

/// What every command is told.
struct Shell {
  bool json = false;
  PassphraseFrom passphrase;
  domain::Moment moment;
  base::RandomSource& random;
};

// One function a command; task_*.cpp.
[[nodiscard]] Outcome<Done> run(const NewBook& task, const Shell& shell);
[[nodiscard]] Outcome<Done> run(const Import& task, const Shell& shell);
/// The same people give the same pairs, whatever the order of the rows.
[[nodiscard]] Outcome<Done> run(const MatchFiles& task, const Shell& shell);
[[nodiscard]] Outcome<Done> run(const MatchBook& task, const Shell& shell);
[[nodiscard]] Outcome<Done> run(const People& task, const Shell& shell);
[[nodiscard]] Outcome<Done> run(const Pairs& task, const Shell& shell);
[[nodiscard]] Outcome<Done> run(const Export& task, const Shell& shell);
[[nodiscard]] Outcome<Done> run(const Verify& task, const Shell& shell);
[[nodiscard]] Outcome<Done> run(const Solve& task, const Shell& shell);
[[nodiscard]] Outcome<Done> run(const CheckReport& task, const Shell& shell);
[[nodiscard]] Outcome<Done> run(const ExportSync& task, const Shell& shell);
[[nodiscard]] Outcome<Done> run(const ImportSync& task, const Shell& shell);
[[nodiscard]] Outcome<Done> run(const Sync& task, const Shell& shell);
[[nodiscard]] Outcome<Done> run(const Invite& task, const Shell& shell);
[[nodiscard]] Outcome<Done> run(const ListMembers& task, const Shell& shell);
[[nodiscard]] Outcome<Done> run(const Join& task, const Shell& shell);

}  // namespace pairbook::cli
