#include "samples.hpp"

#include "areas.hpp"
#include "book.hpp"
#include "pairbook/codec/import_plan.hpp"
#include "pairbook/codec/roster.hpp"
#include "pairbook/codec/rules_json.hpp"
#include "pairbook/domain/decide.hpp"

namespace pairbook::app {

namespace {

/// The preset whose questions the sample people answered.
constexpr std::string_view sample_preset = "presets/community-mentoring.json";

/// Carries a command out on a programme that is kept nowhere.
void do_here(domain::Programme& programme, const domain::Command& command,
             const domain::Moment& moment) {
  const auto ops = domain::decide(programme, command, moment);
  if (!ops) return;
  for (const domain::Op& op : *ops) static_cast<void>(domain::apply(programme, op, moment));
}

void bring_in(Turn& turn, domain::Programme& programme, const BuiltIn& file) {
  const auto table = codec::read_table(base::bytes_of(file.text));
  if (!table) return;
  const auto guess = codec::guess_mapping(programme, *table, file.name);
  const auto plan =
      codec::plan_import(programme, *table, guess.mapping, guess.new_fields, turn.random);
  do_here(programme,
          codec::import_command(programme, plan, std::string(file.name), guess.mapping,
                                guess.new_fields),
          turn.moment);
}

}  // namespace

void open_samples(Turn& turn) {
  close_book(turn);
  OpenedBook book;
  book.sample = true;
  do_here(book.programme, domain::FoundProgramme{turn.say(BookWord::sample_name)}, turn.moment);
  for (const BuiltIn& file : built_in_files()) {
    if (file.name != sample_preset) continue;
    const auto preset = codec::read_preset(file.text);
    if (preset) do_here(book.programme, domain::UsePreset{*preset}, turn.moment);
  }
  for (const BuiltIn& file : built_in_files()) {
    if (file.name.starts_with("sample/")) bring_in(turn, book.programme, file);
  }
  turn.state.book = std::move(book);
  turn.state.frame.route = "#/";
  enter_book(turn);
}

}  // namespace pairbook::app
