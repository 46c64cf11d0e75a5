#include "ui/samples_inside.hpp"

#include "pairbook/base/text.hpp"

namespace pairbook::ui::samples {

Screen rules() {
  RulesBody body;
  body.title = "Rules";
  body.text = "What makes a pair possible, and what makes it good.";
  body.musts_title = "Must";
  body.points_title = "Points";
  body.goal_title = "Aim";
  const auto sentence = [&](std::string key, std::vector<Piece> parts, std::string effect,
                            std::string trouble = {}) {
    RulesBody::Sentence made;
    made.key = key;
    made.on = {.id = control(Control::rule_on, key), .label = "Use this rule", .on = true};
    made.parts = std::move(parts);
    made.effect = std::move(effect);
    made.trouble = std::move(trouble);
    made.remove = button("Remove this rule", RemoveRule{base::to_text(1).size() == 1 ? 1 : 0},
                         Emphasis::quiet, Icon::remove);
    return made;
  };
  const std::vector<std::string> questions{"Organisation", "Languages", "Field of work",
                                           "Stage"};
  body.musts = {sentence("1",
                         {Words{"The two must not share"},
                          choice(Control::rule_part, "Question", questions, 0, "1/q")},
                         "Leaves out 104 of 2,500 pairs"),
                sentence("2",
                         {Words{"The two must have one of"},
                          choice(Control::rule_part, "Question", questions, 1, "2/q"),
                          Words{"in common"}},
                         "Leaves out 1,204 of 2,500 pairs",
                         "The question \"Tongues\" does not exist any more.")};
  body.points = {
      sentence("3",
               {Words{"The same"}, choice(Control::rule_part, "Question", questions, 2, "3/q"),
                Words{"gives"},
                Slider{.id = control(Control::rule_part, "3/p"),
                       .label = "Points for the same field of work",
                       .value = 12,
                       .min = 0,
                       .max = 40,
                       .value_text = "12 points"}},
               "Up to 12 points"),
      sentence("4",
               {Words{"What the mentee wants to learn and the mentor offers gives"},
                NumberBox{.id = control(Control::rule_part, "4/p"),
                          .label = "Points each",
                          .value = 5,
                          .unit = "points each"}},
               "Up to 25 points")};
  body.new_kind = choice(Control::rules_new_kind, "New rule",
                         {"Must not share", "Must have in common", "The same gives points"});
  body.add = button("Add", AddRule{}, Emphasis::plain, Icon::add);
  body.goal = {
      choice(Control::rules_goal, "Aim for", {"The best total", "As many people as possible"}),
      NumberBox{.id = control(Control::rules_bonus),
                .label = "Bonus for people without a match so far",
                .value = 20,
                .unit = "points"},
      NumberBox{.id = control(Control::rules_mentors_per_mentee),
                .label = "Mentors a mentee may have",
                .value = 2,
                .min = 1,
                .max = 20},
      NumberBox{.id = control(Control::rules_mentors_per_round),
                .label = "New mentors a mentee gets in one round",
                .value = 2,
                .min = 1,
                .max = 2},
      NumberBox{.id = control(Control::rules_mentees_per_round),
                .label = "New mentees a mentor gets in one round",
                .value = 1,
                .max = 1000,
                .help = "0: as many as there are places."},
      NumberBox{.id = control(Control::rules_least_mentees),
                .label = "Fewest mentees a mentor may have",
                .value = 3,
                .min = 1,
                .max = 1000,
                .help = "1: any number. 3: every mentor has a group of 3 or more, or nobody."}};
  body.notices = {
      {Tone::warning,
       "",
       "A group needs 3 mentees, but a mentor gets only 1 new one in a round. Raise "
       "that number, or set it to 0, so that groups can come about.",
       {}}};
  body.allowed = "392 of 2,500 pairs are allowed.";
  body.presets_title = "Start from a set";
  body.presets = {
      {"Careers network",
       "Points for field, skills wanted and offered, and stage; several rounds.",
       button("Use this set", UsePresetNamed{"careers"})},
      {"Newcomers", "A language in common comes first.",
       button("Use this set", UsePresetNamed{"newcomers"})},
      {"Blank", "No rules at all.", button("Use this set", UsePresetNamed{"blank"})}};
  body.actions = {button("Match now", Go{"#/match"}, Emphasis::primary, Icon::match),
                  button("Import rules", ImportRules{}, Emphasis::plain, Icon::upload),
                  button("Export rules", ExportRules{}, Emphasis::plain, Icon::download)};
  return screen("Rules", "#/rules", std::move(body));
}

namespace {

std::vector<ReasonLine> reasons() {
  return {{"The same field of work", "12 points", "Both: bookkeeping"},
          {"Skills wanted and offered", "10 points", "Spreadsheets, public speaking"},
          {"One language in common", "0 points", "Must be so: English"}};
}

}  // namespace

Screen weigh() {
  WeighBody body;
  body.title = "Weigh it up";
  body.text = "What the proposal could be instead, before anybody decides.";
  body.actions = {button("Back to the proposal", Go{"#/match"}, Emphasis::plain, Icon::back)};
  body.goals_title = "Two ways to choose";
  body.goals_text = "The most points, or a mentor for the most people.";
  body.goals = {{"Best total",
                 {{"Pairs", "24", "", ""}, {"Points", "512", "", ""}},
                 "Chosen now",
                 std::nullopt},
                {"Most people matched",
                 {{"Pairs", "26", "", ""}, {"Points", "498", "", ""}},
                 "",
                 button("Take the most people", Choose{{Control::rules_goal, ""}, 1})}};
  body.blocking = "3 pairs of people would both rather have each other.";
  body.floors_title = "No poor pairs";
  body.floors_text = "How many people can still have a mentor.";
  body.floors_sentence = "Pairs by the fewest points a pair may have.";
  for (int i = 0; i < 7; ++i) {
    const int pairs = 26 - i * i / 2;
    body.floors.push_back(
        {i == 0 ? "Any" : base::to_text(i * 5) + " or more",
         base::to_text(pairs) + " pairs, " + base::to_text(500 - 9 * i) + " points", pairs,
         i == 1});
  }
  body.floor_controls = {NumberBox{.id = control(Control::rules_at_least),
                                   .label = "Fewest points a pair may have",
                                   .value = 5,
                                   .max = 1000},
                         button("Use 10", SetNumber{{Control::rules_at_least, ""}, 10})};
  body.gaps_title = "What would give more people a pair";
  body.gaps_text = "Each line by itself.";
  body.gaps = {
      {"One more place with " + name_at(2), "for " + name_at(7) + ", when the others move up",
       "1 more pair, 12 points"},
      {"A free mentor who speaks Français",
       "The two must have one of Languages in common. This alone keeps 4 people who wait "
       "from a free mentor. It would help 3 of them.",
       "2 more pairs"},
      {"A mentor who is free on Tuesday at 19:00",
       "They must have 60 minutes a week in common.", "1 more pair"}};
  body.gap_actions = {button("Save as CSV", ExportGaps{}, Emphasis::plain, Icon::download),
                      button("Print", PrintGaps{}, Emphasis::plain, Icon::print)};
  body.kept_title = "Proposals kept";
  body.kept_text = "A kept proposal stays as it is.";
  body.keep = {field(Control::kept_new_name, "Name of this proposal", "Proposal C"),
               button("Keep this proposal", KeepThisProposal{}, Emphasis::plain, Icon::pin)};
  for (const char* name : {"Proposal A", "Proposal B, without the stage rule"}) {
    WeighBody::Kept kept;
    kept.key = name;
    kept.name = field(Control::kept_name, "Name", name);
    kept.name.id.key = name;
    kept.note = "2026-05-03, round 2: 24 pairs, 512 points";
    kept.remove = button("Remove", ForgetKept{}, Emphasis::quiet, Icon::remove);
    body.kept.push_back(std::move(kept));
  }
  WeighBody::Comparison both;
  both.title = "Side by side";
  both.choices = {choice(Control::weigh_one, "Compare", {"The proposal now", "Proposal A"}),
                  choice(Control::weigh_other, "with", {"Proposal A"})};
  both.figures = {{"The proposal now", "26", "498 points", ""},
                  {"Proposal A", "24", "512 points", ""}};
  both.sentence = "21 pairs are in both.";
  both.lists = {{"Another mentor", {name_at(1) + ": " + name_at(2) + ", then " + name_at(3)}},
                {"Only in The proposal now", {name_at(4) + " with " + name_at(5)}}};
  body.comparison = std::move(both);
  return screen("Weigh it up", "#/match/weigh", std::move(body));
}

Screen match() {
  MatchBody body;
  body.title = "Match: round 2";
  body.text = "43 mentees and 26 free places.";
  body.figures = {{"Pairs", "24", "", ""},          {"Points", "512", "", ""},
                  {"Without a pair", "19", "", ""}, {"Free places left", "2", "", ""},
                  {"Groups", "7", "", ""},          {"Mentees with a mentor", "22", "", ""}};
  body.proof = "Proven best: no other choice of pairs reaches more points.";
  body.moved = "4 pairs differ from the last proposal.";
  body.show = choice(Control::match_show, "Show", {"All", "Changed", "Locked"});
  body.search = field(Control::match_search, "Search", "", TextKind::search);
  Table& table = body.table;
  table.list = ListId::proposals;
  table.caption = "Proposed pairs";
  table.columns = {column("mentee", "Mentee", 220), column("mentor", "Mentor", 220),
                   column("points", "Points", 90, Sorting::descending, true)};
  table.total = 24;
  for (int i = 0; i < 24; ++i) {
    Row row;
    row.key = "pair" + base::to_text(i);
    row.cells = {name_at(i), name_at(i + 5), base::to_text(42 - i)};
    row.open = ExpandProposal{};
    row.note = i == 1 ? "Group of 4. One of 2 mentors." : "Group of 3.";
    row.controls = {Toggle{.id = control(Control::match_pick, row.key),
                           .label = "Approve " + name_at(i) + " with " + name_at(i + 5),
                           .on = i < 3},
                    button("Details", ExpandProposal{}, Emphasis::quiet)};
    table.rows.push_back(std::move(row));
  }
  MatchBody::Details details;
  details.key = "pair1";
  details.title = "Why Tomasz Zieliński and Aroha Tamihana";
  details.reasons = reasons();
  details.rank = "Second choice of the mentor's list, first of the mentee's.";
  details.together = {
      "In the same group: " + name_at(4) + ", " + name_at(5) + ", " + name_at(6) + ".",
      "Other mentors of this mentee: " + name_at(8) + "."};
  details.actions = {
      button("Lock", DecideOnTwo{.mentor = {}, .mentee = {}, .verdict = domain::Verdict::none},
             Emphasis::plain, Icon::pin),
      button("Forbid", DecideOnTwo{}, Emphasis::danger, Icon::ban),
      button("Another mentor", AskForAnother{}, Emphasis::plain, Icon::swap)};
  details.others_title = "Other mentors";
  details.others = {
      {"Chidi Okonkwo", "3 points fewer, and two others move", button("Choose", DecideOnTwo{})},
      {"María José Núñez", "12 points fewer", button("Choose", DecideOnTwo{})}};
  body.details = std::move(details);
  body.unmatched_title = "Without a pair";
  body.unmatched.list = ListId::unmatched;
  body.unmatched.caption = "People without a pair";
  body.unmatched.columns = {column("name", "Name", 220, Sorting::not_sortable),
                            column("why", "Why", 460, Sorting::not_sortable)};
  body.unmatched.total = 2;
  body.unmatched.rows = {
      {.key = "u1",
       .cells = {"Olena Kovalenko",
                 "No mentor speaks Ukrainian or Polish and has a free place."}},
      {.key = "u2",
       .cells = {"Kwame Mensah", "The three mentors that fit are wanted by seven others."}}};
  body.run = button("Match again", RunMatch{}, Emphasis::primary, Icon::match);
  body.actions = {button("Approve all 24", ApproveAll{}),
                  button("Approve 3 ticked", ApprovePicked{}),
                  button("Close the round", CloseTheRound{}, Emphasis::quiet)};
  return screen("Match", "#/match", std::move(body));
}

Screen pairs() {
  PairsBody body;
  body.title = "Pairs";
  body.bringing = PagePart{
      "bring in",
      "Bring in answers",
      "What does each column say? Nothing is kept yet.",
      "",
      {choice(Control::sheet_column, "Your name", {"Not used", "Who answers"}, 1, "0"),
       choice(Control::sheet_column, "Does it fit?",
              {"Not used", "Fit: 1 good, 2 deciding, 3 not"}, 1, "1"),
       choice(Control::sheet_row, "Who is “Jon Smith”, and in which pair?",
              {"Leave this row out", "Jon Smith, with Amina Yusuf"}, 0, "3"),
       Words{"1 answer takes the place of what is here now:"},
       Words{
           "Amina Yusuf about María José Núñez: Good fit, 4 of 5. Until now: Still deciding."},
       Words{"No pair with these people is here, so their rows stay out: “Zoë Nobody”"}},
      {button("Bring in 12 answers", BringInChecks{Bringing::run}, Emphasis::primary,
              Icon::check),
       button("Cancel", BringInChecks{Bringing::cancel})}};
  body.show = choice(Control::pairs_show, "Show", {"Active", "Ended", "Round 1"});
  body.search = field(Control::pairs_search, "Search", "", TextKind::search);
  body.count = "35 pairs";
  body.table.list = ListId::pairs;
  body.table.caption = "Pairs";
  body.table.columns = {column("mentor", "Mentor", 220), column("mentee", "Mentee", 220),
                        column("since", "Since", 140),
                        column("round", "Round", 90, Sorting::unsorted, true)};
  body.table.total = 35;
  for (int i = 0; i < 35; ++i) {
    Row row;
    row.key = id_of(i);
    row.cells = {name_at(i + 3), name_at(i), "3 March 2026", base::to_text(i % 2 + 1)};
    row.open = ExpandPair{};
    body.table.rows.push_back(std::move(row));
  }
  PairsBody::Details details;
  details.key = id_of(0);
  details.title = "María José Núñez and Amina Yusuf";
  details.notices = {{Tone::info,
                      "Not every pair fits",
                      "Both can be matched again, and go first.",
                      {button("End and find another", EndPairHere{})}}};
  details.going_title = "How is it going?";
  const std::vector<std::string> fits{"No answer yet", "Good fit", "Still deciding",
                                      "Not a fit"};
  PairsBody::Going mentee{
      choice(Control::pair_fit, "Amina, the mentee, says", fits, 3, "a"),
      {choice(Control::pair_satisfaction, "Satisfaction", {"Not said", "1", "2"}, 1, "a"),
       field(Control::pair_check_note, "A note", "Other hours")},
      "Answered on 20 November 2026."};
  details.going = {
      mentee, {choice(Control::pair_fit, "María, the mentor, says", fits, 0, "b"), {}, ""}};
  details.reasons_title = "Why they were matched";
  details.reasons = reasons();
  details.pieces = {button("End this pair", EndPairHere{})};
  body.details = std::move(details);
  body.actions = {button("Letters", Go{"#/letters"}, Emphasis::primary, Icon::mail),
                  button("Print", PrintPairs{}, Emphasis::plain, Icon::print),
                  button("Export CSV", ExportPairs{}, Emphasis::plain, Icon::download)};
  return screen("Pairs", "#/pairs", std::move(body));
}

Screen works() {
  WorksBody body;
  body.title = "What goes with good pairs";
  body.text =
      "Of 23 pairs that have answered, 16 are a good fit. Satisfaction on average: 4.1 of 5 "
      "(3.6 to 4.5).";
  body.lines = {
      {"Skills",
       "Skills",
       "Of 14 pairs with points from it, 11 are a good fit (52 to 92 in 100). Satisfaction on "
       "average: 4.3 of 5 (3.8 to 4.7); for the others: too few have said.",
       {{"With points from it", "11 of 14", 786, 524, 924},
        {"Without", "5 of 9", 556, 266, 812}},
       "Too few to tell.",
       Tone::plain,
       {}},
      {"Town",
       "The same town",
       "Of 30 pairs with points from it, 28 are a good fit (78 to 99 in 100).",
       {{"With points from it", "28 of 30", 933, 787, 982}, {"Without", "0 of 30", 0, 0, 114}},
       "A good fit more often, by 74 to 98 in 100.",
       Tone::success,
       {button("Try this weight: 15 points instead of 10", TryWeight{}, Emphasis::plain,
               Icon::rules)}}};
  body.after = "Among twenty comparisons one looks like something by chance alone.";
  return screen("What works", "#/works", std::move(body));
}

Screen wishes() {
  WishesBody body;
  body.title = "Wishes and requests";
  body.text = "Who would like to be matched with whom?";
  body.notices = {{Tone::info,
                   "Nobody has been asked yet",
                   "Pairbook adds two questions and a rule.",
                   {button("Ask for wishes", AskForWishes{}, Emphasis::primary, Icon::add)}}};
  body.actions = {
      button("Bring in answers", BringInWishes{}, Emphasis::plain, Icon::upload),
      button("Letters with shortlists", WriteLetterTo{}, Emphasis::plain, Icon::letters)};
  body.parts = {{"settle",
                 "1 name to settle",
                 "Until you say who is meant, the wish does not count.",
                 "",
                 {choice(Control::wishes_settle, "Who is “Jon Smith”?",
                         {"Not settled yet", "Jon Smith, jon@example.org"}, 0, "0")},
                 {}}};
  body.requests_title = "Waiting for an answer";
  body.requests_text = "A request ends by itself when its day has passed.";
  body.requests.list = ListId::requests;
  body.requests.caption = "Waiting for an answer";
  body.requests.columns = {{"mentee", "Mentee", Sorting::not_sortable, 200, false},
                           {"state", "How it stands", Sorting::not_sortable, 200, false}};
  body.requests.total = 1;
  body.requests.rows = {{.key = id_of(1),
                         .cells = {"Amina Yusuf", "Not answered in time"},
                         .tone = Tone::warning,
                         .controls = {choice(Control::request_answer, "Answer of Ben to Amina",
                                             {"No answer yet", "Yes", "No"}, 0, "1")}}};
  body.controls = {choice(Control::wishes_who, "Show", {"Mentees", "Mentors"})};
  body.table.list = ListId::wishes;
  body.table.caption = "Mentees";
  body.table.columns = {{"name", "Name", Sorting::not_sortable, 240, false},
                        {"wishes", "Wishes", Sorting::not_sortable, 100, true}};
  body.table.total = 1;
  body.table.rows = {
      {.key = id_of(2), .cells = {"Amina Yusuf", "3"}, .selected = true, .open = OpenWisher{}}};
  body.details = WishesBody::Details{id_of(2), "Shortlist for Amina Yusuf", "", reasons(), {}};
  return screen("Wishes", "#/wishes", std::move(body));
}

Screen letters() {
  LettersBody body;
  body.title = "Letters";
  body.text = "One text for everybody; the blanks are filled for each.";
  body.kind =
      choice(Control::letter_kind, "To", {"Mentors", "Mentees", "People without a pair"});
  body.subject = field(Control::letter_subject, "Subject", "Your mentee in {programme}");
  body.body =
      field(Control::letter_body, "Text",
            "Dear {name},\n\nwe are glad to tell you that you will be the mentor of {partner}.",
            TextKind::paragraph);
  body.blanks_title = "Put in";
  body.blanks = {button("{name}", InsertBlank{"{name}"}),
                 button("{partner}", InsertBlank{"{partner}"}),
                 button("{programme}", InsertBlank{"{programme}"})};
  body.reset = button("Back to the first text", ResetLetter{}, Emphasis::quiet);
  body.preview_title = "As Tomasz Zieliński will read it (3 of 35)";
  body.preview_to = "tomasz@example.org";
  body.preview_subject = "Your mentee in Harbour Mentoring 2026";
  body.preview_body =
      "Dear Tomasz Zieliński,\n\nwe are glad to tell you that you will be the mentor of Amina "
      "Yusuf.";
  body.previous = button("Previous", MoveLetter{-1}, Emphasis::quiet, Icon::back);
  body.next = button("Next", MoveLetter{1}, Emphasis::quiet, Icon::forward);
  body.actions = {
      button("Copy", LetterOut{}, Emphasis::plain, Icon::copy),
      button("Print all 35", LetterOut{LetterDoing::print_all}, Emphasis::plain, Icon::print)};
  return screen("Letters", "#/letters", std::move(body));
}

Screen fairness() {
  FairnessBody body;
  body.title = "Fairness";
  body.text = "Did groups of people fare alike?";
  body.choices = {
      choice(Control::fairness_question, "Compare by", {"Gender", "First to study"}),
      choice(Control::fairness_who, "Of whom", {"Mentees", "Mentors"}),
      choice(Control::fairness_round, "Pairs", {"Approved in round 1"})};
  body.table.list = ListId::fairness;
  body.table.caption = "Fairness";
  body.table.columns = {column("group", "Answer", 220, Sorting::not_sortable),
                        column("people", "People", 90, Sorting::not_sortable, true),
                        column("matched", "In a pair", 170, Sorting::not_sortable, true)};
  const std::vector<std::vector<std::string>> rows = {{"Woman", "34", "82 % (28 of 34)"},
                                                      {"Man", "hidden", "hidden"},
                                                      {"Another", "hidden", "hidden"},
                                                      {"Everybody", "61", "79 % (48 of 61)"}};
  for (const auto& cells : rows) body.table.rows.push_back({.key = cells[0], .cells = cells});
  body.table.total = static_cast<int>(rows.size());
  body.says = {"There are too few people in these groups to compare them.",
               "\"Hidden\" are figures about fewer than 5 people."};
  body.limits = "These figures do not say why.";
  body.actions = {button("Print", PrintFairness{}, Emphasis::plain, Icon::print),
                  button("Save as CSV", ExportFairness{}, Emphasis::plain, Icon::download)};
  return screen("Fairness", "#/fairness", std::move(body));
}

}  // namespace pairbook::ui::samples
