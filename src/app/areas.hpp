#pragma once

#include <optional>
#include <span>

#include "turn.hpp"

namespace pairbook::app {

// Every area of the application: what it does with its intents and controls, and what it shows.
// update.cpp and present.cpp call them by hand; there is no other list.

void update_frame(Turn& turn, const FrameIntent& intent);
void update_book(Turn& turn, const BookIntent& intent);
void update_people(Turn& turn, const PeopleIntent& intent);
void update_import(Turn& turn, const ImportIntent& intent);
void update_rules(Turn& turn, const RulesIntent& intent);
void update_match(Turn& turn, const MatchIntent& intent);
void update_weigh(Turn& turn, const WeighIntent& intent);
void update_pairs(Turn& turn, const PairsIntent& intent);
void update_letters(Turn& turn, const LettersIntent& intent);
void update_fairness(Turn& turn, const FairnessIntent& intent);
void update_wishes(Turn& turn, const WishesIntent& intent);

// Controls: true when the control is the area's own.
bool control_frame(Turn& turn, const ControlIntent& intent);
bool control_book(Turn& turn, const ControlIntent& intent);
bool control_settings(Turn& turn, const ControlIntent& intent);
bool control_people(Turn& turn, const ControlIntent& intent);
bool control_person(Turn& turn, const ControlIntent& intent);
bool control_question(Turn& turn, const ControlIntent& intent);
bool control_import(Turn& turn, const ControlIntent& intent);
bool control_rules(Turn& turn, const ControlIntent& intent);
bool control_match(Turn& turn, const ControlIntent& intent);
bool control_weigh(Turn& turn, const ControlIntent& intent);
bool control_pairs(Turn& turn, const ControlIntent& intent);
bool control_letters(Turn& turn, const ControlIntent& intent);
bool control_fairness(Turn& turn, const ControlIntent& intent);
bool control_wishes(Turn& turn, const ControlIntent& intent);

/// Does what was typed into fields that the person has not left yet.
void commit_drafts(Turn& turn);
void commit_settings(Turn& turn);

// Long lists.
void list_people(Turn& turn, const FrameIntent& intent);
void list_import(Turn& turn, const FrameIntent& intent);
void list_match(Turn& turn, const FrameIntent& intent);
void list_pairs(Turn& turn, const FrameIntent& intent);
void list_history(Turn& turn, const FrameIntent& intent);
void list_wishes(Turn& turn, const FrameIntent& intent);

/// The programme has changed by these ops (already applied), or was opened (none).
void people_changed(Turn& turn, std::span<const domain::Op> ops);
void areas_changed(Turn& turn, std::span<const domain::Op> ops);
/// A change of many steps is over.
void areas_settled(Turn& turn);
/// The person came to another screen, pressed Escape, or said yes to an area's own dialog.
void areas_entered(Turn& turn);
void areas_closed(Turn& turn);
void areas_confirmed(Turn& turn, DialogKind dialog);
[[nodiscard]] bool areas_have_more(const Model::State& state);
/// When something rests long enough to be kept: a slide of a rule.
[[nodiscard]] std::optional<base::Instant> areas_due(const Model::State& state);
/// A file of rules was chosen.
void rules_file_picked(Turn& turn, const FilePicked& file);
/// A match report was chosen: says what it holds and whether it is true.
void report_picked(Turn& turn, const FilePicked& file);
[[nodiscard]] bool looks_like_report(base::BytesView bytes);
/// Answers to the questions for wishes.
void wishes_file_picked(Turn& turn, const FilePicked& file);
/// What pairs say.
void checks_file_picked(Turn& turn, const FilePicked& file);
/// Back, forward, or a typed address.
void route_changed(Turn& turn, const std::string& route);

// A slice of work of at most about 10 ms; true when there is more to do.
bool slice_opening(Turn& turn);
bool slice_change(Turn& turn);
bool slice_import(Turn& turn);
bool slice_people(Turn& turn);
bool slice_history(Turn& turn);
void read_older_past(Turn& turn);
/// Whether the rest of a small book's past is read without being asked for.
[[nodiscard]] bool reads_older_by_itself(const Model::State& state);
bool slice_areas(Turn& turn);

// Jobs: true when the job is the area's own.
bool job_book(Turn& turn, const Event& event);
bool job_areas(Turn& turn, const Event& event);

// What is to be seen.
WelcomeBody present_welcome(const Model::State& state, const Speaker& say);
NewBookBody present_new_book(const Model::State& state, const Speaker& say);
UnlockBody present_unlock(const Model::State& state, const Speaker& say);
OpeningBody present_opening(const Model::State& state, const Speaker& say);
ProblemBody present_problem(const Model::State& state, const Speaker& say);
HomeBody present_home(const Model::State& state, const Speaker& say,
                      const domain::Moment& moment);
PeopleBody present_people(const Model::State& state, const Speaker& say);
QuestionsBody present_questions(const Model::State& state, const Speaker& say);
Dialog present_question_dialog(const Model::State& state, const Speaker& say);
PersonBody present_person(const Model::State& state, const Speaker& say);
ImportBody present_import(const Model::State& state, const Speaker& say);
HistoryBody present_history(const Model::State& state, const Speaker& say,
                            const domain::Moment& moment);
SettingsBody present_settings(const Model::State& state, const Speaker& say,
                              const domain::Moment& moment);
SettingsBody::Section present_devices(const Model::State& state, const Speaker& say);
/// Where everything that was written is, in a few words.
struct SavedWords {
  std::string text;
  Tone tone = Tone::plain;
};
SavedWords saved_words(const Model::State& state, const Speaker& say);
/// When the open book was last saved to a file from here, in a sentence; and whether to remind
/// of it, because that is long ago and it has changed since.
std::string copy_words(const Model::State& state, const Speaker& say,
                       const domain::Moment& moment);
std::optional<Notice> copy_notice(const Model::State& state, const Speaker& say,
                                  const domain::Moment& moment);
Body present_rules(const Model::State& state, const Speaker& say);
Body present_match(const Model::State& state, const Speaker& say);
Body present_weigh(const Model::State& state, const Speaker& say);
Body present_pairs(const Model::State& state, const Speaker& say);
Body present_works(const Model::State& state, const Speaker& say);
Body present_letters(const Model::State& state, const Speaker& say);
Body present_fairness(const Model::State& state, const Speaker& say);
Body present_wishes(const Model::State& state, const Speaker& say);

}  // namespace pairbook::app
