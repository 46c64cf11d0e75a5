#pragma once

#include "ui/screens/pen.hpp"

// One function for each screen; each lives in the file of its name.
namespace pairbook::ui {

void draw_body(Pen&, const app::WelcomeBody&);
void draw_body(Pen&, const app::NewBookBody&);
void draw_body(Pen&, const app::UnlockBody&);
void draw_body(Pen&, const app::OpeningBody&);
void draw_body(Pen&, const app::ProblemBody&);
void draw_body(Pen&, const app::HomeBody&);
void draw_body(Pen&, const app::PeopleBody&);
void draw_body(Pen&, const app::QuestionsBody&);
void draw_body(Pen&, const app::PersonBody&);
void draw_body(Pen&, const app::ImportBody&);
void draw_body(Pen&, const app::RulesBody&);
void draw_body(Pen&, const app::MatchBody&);
void draw_body(Pen&, const app::WeighBody&);
void draw_body(Pen&, const app::PairsBody&);
void draw_body(Pen&, const app::LettersBody&);
void draw_body(Pen&, const app::FairnessBody&);
void draw_body(Pen&, const app::HistoryBody&);
void draw_body(Pen&, const app::SettingsBody&);
void draw_body(Pen&, const app::WorksBody&);
void draw_body(Pen&, const app::WishesBody&);

void draw_chrome(Pen&, const app::Chrome&, std::string_view skip_label);
void draw_dialog(Pen&, const app::Dialog&);
void draw_palette(Pen&, const app::Palette&);
void draw_toasts(Pen&, const std::vector<app::Toast>&);

/// On a card of its own.
void draw_part(Pen&, const app::PagePart&);
/// Why a pair was proposed: criterion, points and fact of each line.
void draw_reasons(Pen&, const std::vector<app::ReasonLine>&);

}  // namespace pairbook::ui
