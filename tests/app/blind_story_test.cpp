#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "story.hpp"

// A programme full of canaries: while names are hidden, none of them may be seen anywhere.
namespace pairbook {

using namespace app;
using testing::HasSubstr;
using testing::Not;
using testing_support::Device;
using testing_support::Story;

namespace {

constexpr const char* passphrase = "umbrella quarry saffron tandem";
// "Zxq" begins every name, address and hidden answer, and nothing else.
constexpr const char* people =
    "Name,Email,Role,Town,School,Manager,Wishes\n"
    "Zxqamina Zxqyusuf,zxqamina@example.org,mentor,Leeds,Zxqschool,,\n"
    "Zxqbao Zxqli,zxqbao@example.org,mentor,York,Zxqschool,,\n"
    "Zxqchidi Zxqokoye,zxqchidi@example.org,mentee,York,Zxqschool,Zxqamina Zxqyusuf,Zxqnobody "
    "Atall\n"
    "Zxqdana Zxqpetrova,zxqdana@example.org,mentee,Leeds,Zxqother,zxqbao@example.org,Zxqbao "
    "Zxqli\n";

bool has_canary(std::string_view text) {
  return text.find("Zxq") != std::string_view::npos ||
         text.find("zxq") != std::string_view::npos;
}

/// Every string of a screen, found by walking its parts.
class Walk {
 public:
  std::vector<std::string> found;
  void operator()(const std::string& text) {
    if (has_canary(text)) found.push_back(text);
  }
  template <class T>
  void operator()(const std::optional<T>& maybe) {
    if (maybe) (*this)(*maybe);
  }
  template <class T>
  void operator()(const std::vector<T>& all) {
    for (const T& one : all) (*this)(one);
  }
  template <class... T>
  void operator()(const std::variant<T...>& one) {
    std::visit([&](const auto& is) { (*this)(is); }, one);
  }
  void operator()(const Button& b) { all(b.label, b.why_not, b.description); }
  void operator()(const Link& l) { all(l.label); }
  void operator()(const TextField& f) { all(f.label, f.value, f.help, f.error, f.placeholder); }
  void operator()(const Choice& c) { all(c.label, c.options, c.help, c.error); }
  void operator()(const Toggle& t) { all(t.label, t.help); }
  void operator()(const TickList& t) {
    all(t.label, t.help, t.error);
    for (const auto& item : t.items) all(item.label);
  }
  void operator()(const Slider& s) { all(s.label, s.value_text); }
  void operator()(const NumberBox& n) { all(n.label, n.help, n.error); }
  void operator()(const Words& w) { all(w.text); }
  void operator()(const Notice& n) { all(n.title, n.text, n.actions); }
  void operator()(const Working& w) { all(w.label, w.detail); }
  void operator()(const Empty& e) { all(e.title, e.text, e.actions); }
  void operator()(const Figure& f) { all(f.label, f.value, f.note); }
  void operator()(const Column& c) { all(c.label); }
  void operator()(const app::Row& r) { all(r.cells, r.note, r.controls); }
  void operator()(const Table& t) { all(t.caption, t.columns, t.rows, t.empty); }
  void operator()(const ReasonLine& r) { all(r.criterion, r.points, r.fact); }
  void operator()(const MatchBody::Details& d) {
    all(d.title, d.reasons, d.rank, d.actions, d.others_title);
    for (const auto& other : d.others) all(other.mentor, other.cost, other.choose);
  }
  void operator()(const PairsBody::Details& d) {
    all(d.title, d.notices, d.going_title, d.reasons, d.pieces);
    for (const auto& side : d.going) all(side.fit, side.more, side.answered);
  }
  void operator()(const MatchBody& b) {
    all(b.title, b.text, b.empty, b.figures, b.proof, b.moved, b.show, b.search, b.table);
    all(b.details, b.unmatched_title, b.unmatched, b.run, b.actions, b.notices);
  }
  void operator()(const PairsBody& b) {
    all(b.title, b.empty, b.show, b.search, b.count, b.table, b.details, b.actions);
  }
  void operator()(const WeighBody& b) {
    all(b.title, b.text, b.actions, b.empty, b.notices, b.blocking, b.floors_sentence);
    for (const auto& goal : b.goals) all(goal.title, goal.figures, goal.note);
    for (const auto& gap : b.gaps) all(gap.what, gap.why, gap.brings);
    all(b.gap_actions, b.keep, b.trouble);
    for (const auto& kept : b.kept) all(kept.name, kept.note, kept.remove);
    if (!b.comparison) return;
    all(b.comparison->choices, b.comparison->figures, b.comparison->sentence);
    for (const auto& list : b.comparison->lists) all(list.title, list.lines);
  }
  void operator()(const WorksBody& b) {
    all(b.title, b.text, b.notices, b.after);
    for (const auto& line : b.lines) all(line.title, line.sentence, line.verdict);
  }
  void operator()(const LettersBody& b) {
    all(b.title, b.text, b.empty, b.kind, b.subject, b.body, b.blanks, b.trouble);
    all(b.preview_title, b.preview_to, b.preview_subject, b.preview_body, b.actions);
  }
  void operator()(const PeopleBody& b) {
    all(b.title, b.empty, b.search, b.filters, b.count, b.table, b.selection, b.actions);
  }
  void operator()(const PersonBody& b) {
    all(b.title, b.subtitle, b.pairs_title, b.no_pairs, b.actions, b.notices);
    for (const auto& section : b.sections) all(section.title, section.pieces);
    for (const auto& pair : b.pairs) all(pair.text);
  }
  void operator()(const HistoryBody& b) { all(b.title, b.text, b.table, b.notices, b.actions); }
  void operator()(const FairnessBody& b) {
    all(b.title, b.text, b.empty, b.choices, b.table, b.says, b.limits, b.actions);
  }
  void operator()(const HomeBody& b) { all(b.title, b.text); }
  void operator()(const ImportBody& b) { all(b.title); }
  void operator()(const QuestionsBody& b) { all(b.title); }
  void operator()(const RulesBody& b) {
    all(b.title, b.text, b.goal, b.allowed, b.actions, b.notices);
    for (const auto* sentences : {&b.musts, &b.points}) {
      for (const auto& s : *sentences) all(s.on, s.parts, s.effect, s.trouble, s.remove);
    }
  }
  void operator()(const SettingsBody& b) { all(b.title); }
  template <class Other>
  void operator()(const Other&) {}

  void screen(const Screen& s) {
    all(s.title, s.body);
    if (s.chrome) all(s.chrome->undo, s.chrome->redo, s.chrome->banner);
    if (s.dialog) all(s.dialog->title, s.dialog->pieces, s.dialog->actions);
    if (s.palette) {
      for (const auto& item : s.palette->items) all(item.label, item.hint);
    }
    for (const Toast& toast : s.toasts) all(toast.text, toast.action);
  }
  void operator()(const Report& report) {
    all(report.title);
    for (const ReportBlock& block : report.blocks) {
      if (const auto* text = std::get_if<ReportText>(&block)) all(text->text);
      if (const auto* heading = std::get_if<ReportHeading>(&block)) all(heading->text);
      if (const auto* table = std::get_if<ReportTable>(&block)) all(table->head, table->rows);
    }
  }

 private:
  template <class... T>
  void all(const T&... parts) {
    ((*this)(parts), ...);
  }
};

std::vector<std::string> canaries(const Story& story) {
  Walk walk;
  walk.screen(story.screen());
  return walk.found;
}
const std::vector<std::string> none;

std::string text_of(const Download& file) {
  std::string text;
  for (const base::Bytes& chunk : file.chunks) text += base::text_of(chunk);
  return text;
}

/// People, a rule that compares a hidden question, one that reads names, approved pairs and a
/// history that names people.
void make_ready(Story& story) {
  story.start().makes_a_book("Harbour", passphrase).imports(people);
  story.does(Go{"#/questions"});
  for (const char* question : {"school", "manager"}) {
    story.does(EditField{question}).does(Tick{{Control::field_hidden, {}}, 0, true});
    story.does(SaveField{});
  }
  story.does(Go{"#/rules"});
  const auto kinds = story.body<RulesBody>().new_kind.options;
  const auto wish = std::find_if(kinds.begin(), kinds.end(), [](const std::string& kind) {
    return kind.find("wish") != std::string::npos;
  });
  story.does(Choose{{Control::rules_new_kind, ""}, static_cast<int>(wish - kinds.begin())});
  story.does(AddRule{});
  story.does(Go{"#/people"});
  const std::string first = story.body<PeopleBody>().table.rows.at(0).route;
  story.does(Go{first}).types(Control::person_called, "Zxqcalled");
  story.leaves(Control::person_called);
  story.does(Go{"#/match"}).does(RunMatch{});
  const auto row = story.body<MatchBody>().table.rows.at(0);
  const auto opened = std::get<MatchIntent>(*row.open);
  const auto pair = std::get<ExpandProposal>(opened);
  story.does(DecideOnTwo{pair.mentor, pair.mentee, domain::Verdict::locked});
}

TEST(BlindStory, BeforeNamesAreHiddenTheyAreThere) {
  Device device;
  Story story(device);
  make_ready(story);
  for (const char* route : {"#/people", "#/rules", "#/match", "#/history"}) {
    story.does(Go{route});
    EXPECT_NE(canaries(story), none) << route;
  }
}

TEST(BlindStory, NoScreenShowsANameWhileNamesAreHidden) {
  Device device;
  Story story(device);
  make_ready(story);
  story.does(Go{"#/match/weigh"});  // who may be named there is put in words anew
  story.does(HideNames{});
  EXPECT_EQ(canaries(story), none);
  for (int approved = 0; approved < 2; ++approved) {
    for (const char* route : {"#/", "#/people", "#/questions", "#/import", "#/rules", "#/match",
                              "#/match/weigh", "#/wishes", "#/pairs", "#/works", "#/letters",
                              "#/fairness", "#/history", "#/settings"}) {
      story.does(Go{route});
      EXPECT_EQ(canaries(story), none) << route;
    }
    story.does(Go{"#/people"});
    for (const app::Row& row : story.body<PeopleBody>().table.rows) {
      story.does(Go{row.route});
      EXPECT_EQ(canaries(story), none) << row.route;
    }
    story.does(Go{"#/match"});
    for (const app::Row& row : story.body<MatchBody>().table.rows) {
      story.does(*row.open);
      EXPECT_EQ(canaries(story), none);
    }
    story.does(Go{"#/match"}).does(ApproveAll{});
    EXPECT_EQ(canaries(story), none);
    story.does(Go{"#/pairs"});
    for (const app::Row& row : story.body<PairsBody>().table.rows) {
      story.does(*row.open);
      EXPECT_EQ(canaries(story), none);
    }
  }
  EXPECT_GT(story.body<PairsBody>().table.total, 0);
}

TEST(BlindStory, NothingIsFoundByNameWhileNamesAreHidden) {
  Device device;
  Story story(device);
  make_ready(story);
  story.does(HideNames{});
  story.does(OpenPalette{}).types(Control::palette_query, "mentee");
  EXPECT_FALSE(story.screen().palette->items.empty());
  story.types(Control::palette_query, "xqamina");
  EXPECT_TRUE(story.screen().palette->items.empty());
  story.does(Go{"#/people"}).types(Control::people_search, "xqamina");
  EXPECT_EQ(story.body<PeopleBody>().table.total, 0);
  story.does(Go{"#/match"}).types(Control::match_search, "xqamina");
  EXPECT_EQ(story.body<MatchBody>().table.total, 0);
}

TEST(BlindStory, NothingThatIsSavedOrPrintedHasANameInIt) {
  Device device;
  Story story(device);
  make_ready(story);
  story.does(HideNames{}).does(Go{"#/match"}).does(ApproveAll{});
  for (const Intent& out :
       {Intent(ExportPeople{ExportFormat::csv}), Intent(ExportPeople{ExportFormat::json}),
        Intent(ExportPairs{ExportFormat::csv}), Intent(ExportPairs{ExportFormat::json}),
        Intent(LetterOut{LetterDoing::download_all})}) {
    story.does(out);
    ASSERT_NE(story.download(), nullptr);
    const std::string text = text_of(*story.download());
    EXPECT_FALSE(has_canary(text)) << text;
    EXPECT_THAT(text, HasSubstr("Ment"));
  }
  story.does(PrintPairs{}).does(LetterOut{LetterDoing::print_all});
  Walk walk;
  for (const Report& report : story.printed()) {
    if (report.title.find("ecovery") == std::string::npos) walk(report);
  }
  EXPECT_EQ(walk.found, none);
  EXPECT_GE(story.printed().size(), 2U);
}

TEST(BlindStory, UndoAndRefusalsNameNobody) {
  Device device;
  Story story(device);
  make_ready(story);
  story.does(HideNames{});
  story.does(AddSomebody{});
  EXPECT_EQ(canaries(story), none);
  story.does(Go{"#/people"});
  const auto id = *domain::PersonId::from_hex(story.body<PeopleBody>().table.rows.at(0).key);
  story.does(Go{"#/match"}).does(ApproveAll{}).does(RemovePeopleHere{{id}});
  EXPECT_THAT(story.last_toast(), HasSubstr("has a pair"));
  EXPECT_EQ(canaries(story), none);
  story.does(Undo{});
  EXPECT_EQ(canaries(story), none);
}

TEST(BlindStory, TheSamePersonHasTheSameNumberOnEveryScreen) {
  Device device;
  Story story(device);
  make_ready(story);
  story.does(HideNames{}).does(Go{"#/match"});
  std::vector<std::string> proposed, approved;
  for (const app::Row& row : story.body<MatchBody>().table.rows)
    proposed.push_back(row.cells[0] + " with " + row.cells[1]);
  story.does(ApproveAll{}).does(Go{"#/pairs"});
  for (const app::Row& row : story.body<PairsBody>().table.rows)
    approved.push_back(row.cells[0] + " with " + row.cells[1]);
  EXPECT_EQ(proposed, approved);
  EXPECT_THAT(proposed.at(0), HasSubstr("Mentee "));
  EXPECT_THAT(proposed.at(0), HasSubstr("Mentor "));
}

TEST(BlindStory, ShowingTheNamesIsAskedForWrittenDownAndUndone) {
  Device device;
  Story story(device);
  make_ready(story);
  story.does(HideNames{}).does(AskToShowNames{});
  ASSERT_TRUE(story.screen().dialog);
  story.does(Close{}).does(Go{"#/people"});
  EXPECT_EQ(canaries(story), none);

  story.does(AskToShowNames{}).does(Confirm{});
  EXPECT_NE(canaries(story), none);
  story.does(Go{"#/history"});
  EXPECT_THAT(story.body<HistoryBody>().table.rows.at(0).cells.at(0), HasSubstr("Names shown"));

  story.does(Undo{}).does(Go{"#/people"});
  EXPECT_EQ(canaries(story), none);
  EXPECT_THAT(story.screen().chrome->banner->text, HasSubstr("shown before"));
}

TEST(BlindStory, LookingAtOnePersonIsWrittenDownAndShowsNobodyElse) {
  Device device;
  Story story(device);
  make_ready(story);
  story.does(HideNames{}).does(Go{"#/people"});
  const app::Row row = story.body<PeopleBody>().table.rows.at(0);
  story.does(Go{row.route});
  EXPECT_TRUE(story.body<PersonBody>().actions.empty());

  story.does(LookAtPerson{*domain::PersonId::from_hex(row.key)});

  EXPECT_THAT(story.body<PersonBody>().title, HasSubstr("Zxq"));
  story.does(Go{"#/people"});
  EXPECT_EQ(canaries(story), none);
  story.does(Go{"#/history"});
  EXPECT_THAT(story.body<HistoryBody>().table.rows.at(0).cells.at(0),
              HasSubstr(row.cells.at(0) + " looked at"));
}

TEST(BlindStory, NamesStayHiddenAfterUnlockingAgain) {
  Device device;
  {
    Story story(device);
    make_ready(story);
    story.does(HideNames{});
  }
  Story later(device, 2);
  later.start().unlocks(passphrase).does(Go{"#/people"});
  EXPECT_GT(later.body<PeopleBody>().table.total, 0);
  EXPECT_EQ(canaries(later), none);
}

TEST(BlindStory, ReasonsThatAreKeptWithAPairAreAllThereOnceNamesAreShown) {
  Device device;
  Story story(device);
  make_ready(story);
  story.does(HideNames{}).does(Go{"#/match"}).does(ApproveAll{});
  story.does(AskToShowNames{}).does(Confirm{}).does(Go{"#/pairs"});
  const auto rows = story.body<PairsBody>().table.rows;
  EXPECT_NE(canaries(story), none);
  story.does(CloseTheRound{});
  EXPECT_THAT(story.last_toast(), HasSubstr("closed"));
}

}  // namespace
}  // namespace pairbook
