#include "codec/some_programmes.hpp"

#include "pairbook/base/text.hpp"

namespace pairbook::codec::test {

using namespace domain;

namespace {

constexpr const char* given_names[] = {"Amina",  "Zoë",     "李",   "नेहा", "Ольга",
                                       "Nguyễn", "O'Brien", "=1+1", "علي", "Łukasz"};
constexpr const char* family_names[] = {"Diallo",  "van der Berg", "小龍",   "शर्मा",
                                        "Иванова", "Thị Hoa",      "-Smith", "\"Quote\"",
                                        "حسن",     "Nowak"};
constexpr const char* words[] = {
    "maths",      "cooking, baking", "@home", "semi;colon", "=SUM(A1)",
    "two\nlines", "tab\there",       "'tis",  "'=x",        "Größe"};
constexpr const char* plain_words[] = {"maths", "cooking", "Größe", "@home", "'tis", "数学"};

template <class T, std::size_t N>
std::string one_of(base::SeededRandom& random, T (&from)[N]) {
  return from[random.below(N)];
}

Answer some_answer(base::SeededRandom& random, const Field& asked) {
  if (random.below(4) == 0) return {};
  switch (asked.kind) {
    case FieldKind::text:
      return {{base::collapse_spaces(one_of(random, words))}};
    case FieldKind::long_text:
      return {{one_of(random, words) + "\n" + one_of(random, words)}};
    case FieldKind::one_of:
    case FieldKind::scale:
      return {{asked.options[static_cast<std::size_t>(random.below(asked.options.size()))]}};
    case FieldKind::several_of:
    case FieldKind::language: {
      Answer answer;
      for (const std::string& option : asked.options) {
        if (random.below(2) == 0) answer.values.push_back(option);
      }
      if (asked.options.empty()) answer.values.push_back(one_of(random, plain_words));
      return answer;
    }
    case FieldKind::number:
      return {
          {random.below(2) == 0 ? "-3.5" : base::to_text(static_cast<int>(random.below(99)))}};
    case FieldKind::yes_no:
      return {{random.below(2) == 0 ? "yes" : "no"}};
    case FieldKind::availability:
      return {{"Mon 09:00-12:00", "Fri 14:00-17:30"}};
    case FieldKind::time_zone:
      return {{"Europe/Warsaw"}};
    case FieldKind::skills:
      return {{"Python (advanced)", one_of(random, plain_words)}};
  }
  return {};
}

int small(base::SeededRandom& random) {
  return static_cast<int>(random.below(2000)) - 500;
}

base::Date some_date(base::SeededRandom& random) {
  return base::Date{static_cast<std::int32_t>(random.below(30000))};
}

Criterion some_criterion(base::SeededRandom& random, std::size_t number) {
  const Compared both{key("grade"), key("grade")};
  const int points = static_cast<int>(random.below(10'001));
  switch (number) {
    case 0:
      return MustDiffer{{key("organisation"), key("organisation")}};
    case 1:
      return MustShare{{key("languages"), key("languages")}};
    case 2:
      return GapWithin{both, -1, 2};
    case 3:
      return NotManager{key("manager")};
    case 4:
      return NotEarlierPair{};
    case 5:
      return MeetingTime{{key("free_times"), key("free_times")}, key("time_zone"), 45};
    case 6:
      return PointsForSame{{key("organisation"), key("organisation")}, points};
    case 7:
      return PointsForShared{{key("languages"), key("languages")}, 5, 10};
    case 8:
      return PointsForOffered{key("skills"), key("skills"), 7, 21};
    case 9:
      return PointsForGap{both, {{-1, 3}, {1, 9}, {2, 12}}};
    case 10:
      return MustBeEnough{{key("years"), key("grade")}};
    case 11:
      return MeetSomewhere{{key("town"), key("town")}, key("travels")};
    case 12:
      return NotNamed{{}, key("manager")};
    case 13:
      return PointsForSkills{key("skills"), key("skills"), points, 50};
    case 14:
      return PointsForEnough{{key("years"), key("years")}, points};
    case 15:
      return PointsForTransition{
          {key("town"), key("organisation")}, {key("town"), key("town")}, 30, 10};
    case 16:
      return PointsForWish{key("manager"), key("manager"), points};
    case 17:
      return PointsForScore{key("grade"), {}, 5, points};
    case 18:
      return PointsForClose{{key("grade"), key("years")}, points};
    default:
      return PointsForText{{key("organisation"), key("manager")}, points};
  }
}

Pair some_pair(base::SeededRandom& random, const PersonId& mentor, const PersonId& mentee) {
  Pair pair;
  pair.id = PairId::random(random);
  pair.mentor = {mentor};
  pair.mentee = {mentee};
  pair.points = 28;
  pair.approved = some_date(random);
  pair.reasons = {{"Same profession", 10, "Security"}, {"Grade gap", 12, "2 above"}};
  if (random.below(3) == 0) {
    pair.state = PairState::ended;
    pair.ended = some_date(random);
    pair.ended_note = "Moved to \"Łódź\"";
  }
  return pair;
}

Check some_check(base::SeededRandom& random) {
  Check check{some_date(random), static_cast<PairFit>(random.below(3)), {}, ""};
  if (random.below(2) == 0) check.satisfaction = 1 + static_cast<int>(random.below(5));
  if (random.below(2) == 0) check.note = "Wants to meet „later“";
  return check;
}

FollowUp some_follow_up(base::SeededRandom& random) {
  FollowUp known;
  known.for_mentee = static_cast<Another>(random.below(3));
  known.for_mentor = static_cast<Another>(random.below(3));
  if (random.below(2) == 0) known.mentor = some_check(random);
  if (random.below(2) == 0 || known.empty()) known.mentee = some_check(random);
  return known;
}

Mapping some_mapping() {
  return {{{"Name", Meaning::name, {}}, {"Grade", Meaning::answer, key("grade")}},
          FileRole::mentees};
}

}  // namespace

FieldKey key(std::string_view text) {
  return FieldKey::from_label(text);
}

Field field(std::string_view label, FieldKind kind, std::vector<std::string> options) {
  return {FieldKey::from_label(label), std::string(label), kind, std::move(options)};
}

Field kept_to_itself() {
  Field wish = field("Mentors you wish for", FieldKind::text);
  wish.seen_by = SeenBy::nobody;
  return wish;
}

Request some_request(base::SeededRandom& random) {
  Request request{{PersonId::random(random)}, {PersonId::random(random)}, some_date(random),
                  some_date(random),          RequestAnswer::none,        {}};
  if (random.below(2) == 0) {
    request.answer = static_cast<RequestAnswer>(1 + random.below(3));
    request.answered = some_date(random);
  }
  return request;
}

std::vector<Field> some_fields() {
  auto fields = std::vector{
      field("Organisation", FieldKind::text),
      field("About me", FieldKind::long_text),
      field("Town", FieldKind::one_of, {"Łódź", "Kraków, centre", "São Paulo"}),
      field("Skills", FieldKind::several_of, {"Maths", "Arts, culture", "Law"}),
      field("Grade", FieldKind::scale, {"AA", "AO", "EO"}),
      field("Years", FieldKind::number),
      field("Travels", FieldKind::yes_no),
      field("Free times", FieldKind::availability),
      field("Time zone", FieldKind::time_zone),
      field("Languages", FieldKind::language),
      field("Manager", FieldKind::text),
  };
  fields[1].use = FieldUse::kept;
  fields[2].asked = Asked::mentees;
  fields[3].seen_by = SeenBy::the_pair;
  return fields;
}

Person some_person(base::SeededRandom& random, const std::vector<Field>& fields) {
  Person person;
  person.id = PersonId::random(random);
  person.name = one_of(random, given_names) + " " + one_of(random, family_names);
  if (random.below(2) == 0) person.called = one_of(random, given_names);
  if (random.below(8) != 0) {
    const auto number = base::to_text(static_cast<int>(random.below(1'000'000'000)));
    person.email = *Email::from("Someone" + number + "@example.org");
  }
  person.roles = {random.below(2) == 0, random.below(3) != 0};
  person.places = static_cast<int>(random.below(5));
  person.withdrawn = random.below(6) == 0;
  for (const Field& asked : fields) {
    if (Answer answer = some_answer(random, asked); !answer.empty()) {
      person.answers[asked.key] = std::move(answer);
    }
  }
  return person;
}

Rules some_rules(base::SeededRandom& random, Level level) {
  Rules rules;
  const std::size_t kinds = level == Level::first ? 10 : std::variant_size_v<Criterion>;
  for (std::size_t number = 0; number < kinds; ++number) {
    Rule rule{some_criterion(random, number), {}, random.below(4) != 0};
    if (level != Level::first && random.below(3) == 0) rule.importance = key("grade");
    if (random.below(2) == 0) rule.only_when = OnlyWhen{Side::mentee, key("travels"), "yes"};
    rules.rules.push_back(std::move(rule));
  }
  rules.goal = random.below(2) == 0 ? MatchGoal::best_total : MatchGoal::most_matched;
  rules.bonus_for_unmatched = 100;
  rules.mentees_per_round = 1;
  if (level == Level::newest) {
    rules.at_least_points = 25;
    rules.bonus_for_rematch = small(random) + 600;
    rules.mentors_per_round = 1 + static_cast<int>(random.below(3));
    rules.least_mentees = 1 + static_cast<int>(random.below(3));
  }
  return rules;
}

KeptProposal some_proposal(base::SeededRandom& random, Level level) {
  KeptProposal kept;
  kept.id = ProposalId::random(random);
  kept.head = {"Proposal „A”", some_date(random), 2, some_rules(random, level)};
  std::vector<KeptPair> pairs;
  for (std::size_t i = 0; i < random.below(5); ++i) {
    pairs.push_back({{PersonId::random(random)}, {PersonId::random(random)}, small(random)});
  }
  add_pairs(kept.pairs, pairs);
  return kept;
}

Programme some_programme(base::SeededRandom& random, std::size_t people) {
  Programme programme;
  programme.name = "Bridges – Mosty";
  programme.founded = some_date(random);
  programme.fields = some_fields();
  const auto level = static_cast<Level>(random.below(3));
  if (level != Level::first) programme.fields.push_back(field("Can do", FieldKind::skills));
  if (random.below(3) == 0) {
    programme.fields.push_back(field("Gender", FieldKind::text));
    programme.fields.back().use = FieldUse::fairness;
    programme.fields.front().hidden_in_review = true;
  }
  std::vector<PersonId> ids;
  for (std::size_t i = 0; i < people; ++i) {
    Person person = some_person(random, programme.fields);
    ids.push_back(person.id);
    programme.people[person.id] = std::move(person);
  }
  programme.rules = some_rules(random, level);
  for (std::size_t i = 1; i < ids.size(); i += 2) {
    const Pair pair = some_pair(random, ids[i - 1], ids[i]);
    programme.pairs[pair.id] = pair;
    programme.verdicts[{{ids[i]}, {ids[i - 1]}}] =
        random.below(2) == 0 ? Verdict::locked : Verdict::forbidden;
  }
  if (random.below(2) == 0) {
    for (const auto& [id, pair] : programme.pairs)
      programme.follow_ups[id] = some_follow_up(random);
  }
  if (random.below(3) == 0) {
    programme.blind = {3, random.below(2) == 0, random.below(2) == 0, {}, {}};
    for (const PersonId& id : ids)
      programme.blind.codes[id] = static_cast<int>(programme.blind.codes.size()) + 1;
    if (!ids.empty()) programme.blind.looked_at.insert(ids.back());
  }
  programme.round = 3;
  programme.rounds = {{1, some_date(random), 35, 750},
                      {2, some_date(random), 4, small(random)}};
  programme.letters[LetterKind::to_mentee] = {"Your mentor", "Dear {called},\n\nhello"};
  if (random.below(3) == 0) {
    programme.letters[LetterKind::shortlist] = {"Whom?", "{shortlist}"};
    programme.fields.push_back(kept_to_itself());
  }
  for (std::size_t i = 0; i < random.below(3); ++i)
    programme.requests[RequestId::random(random)] = some_request(random);
  programme.mappings = {some_mapping()};
  for (std::size_t i = 0; level == Level::newest && i < random.below(3); ++i) {
    KeptProposal kept = some_proposal(random, static_cast<Level>(random.below(3)));
    programme.kept.emplace(kept.id, kept);
  }
  return programme;
}

std::vector<Op> some_ops(base::SeededRandom& random) {
  const auto fields = some_fields();
  const Person one = some_person(random, fields), two = some_person(random, fields);
  PersonPatch patch = difference(one, two);
  patch.email = std::optional<Email>{};
  patch.answers[key("grade")] = {};
  const Pair pair = some_pair(random, one.id, two.id);
  const KeptProposal kept = some_proposal(random, Level::second);
  return {
      ProgrammeFounded{"Bridges", some_date(random)},
      ProgrammeRenamed{"Mosty – Łódź"},
      FieldDefined{fields[3], 2},
      FieldRemoved{key("grade")},
      PeopleAdded{{one, two}},
      PeopleChanged{{{one.id, patch}, {two.id, {}}}},
      PeopleRemoved{{one.id, two.id}},
      RulesChanged{some_rules(random, Level::first)},
      VerdictGiven{{one.id}, {two.id}, Verdict::locked},
      PairsApproved{{pair}},
      PairsWithdrawn{{pair.id}},
      PairEnded{pair.id, some_date(random), "no fault"},
      PairResumed{pair.id},
      RoundClosed{2, some_date(random)},
      RoundReopened{2},
      LetterChanged{LetterKind::to_unmatched, LetterTemplate{"Sorry", "Dear {called}"}},
      MappingRemembered{some_mapping()},
      MappingForgotten{{"Name", "Grade"}},
      FieldDefined{field("Can do", FieldKind::skills), {}},
      RulesChanged{some_rules(random, Level::second)},
      RulesChanged{some_rules(random, Level::newest)},
      BlindReviewBegun{2, {one.id}},
      NamesRevealed{2, {two.id, one.id}},
      ProposalKept{kept.id, kept.head, kept.pairs},
      ProposalRenamed{kept.id, "Wniosek „B”"},
      ProposalForgotten{kept.id, {{one.id}, {two.id}}},
      PairChecked{pair.id, Side::mentee, some_check(random)},
      PairChecked{pair.id, Side::mentor, std::nullopt},
      RematchAsked{pair.id, Another::wanted, Another::found},
      FieldDefined{kept_to_itself(), {}},
      LetterChanged{LetterKind::reminder, LetterTemplate{"Please", "Dear {called}"}},
      RequestMade{{}, some_request(random)},
      RequestMade{{}, std::nullopt},
      RequestAnswered{{}, RequestAnswer::declined, some_date(random)},
      RequestAnswered{{}, RequestAnswer::none, {}},
      UnknownOp{900, {std::byte{1}, std::byte{2}}},
  };
}

}  // namespace pairbook::codec::test
