#include <gtest/gtest.h>

#include "codec/some_programmes.hpp"
#include "pairbook/codec/programme_json.hpp"
#include "pairbook/codec/rules_json.hpp"
#include "support/shipped_presets.hpp"
#include "support/vectors.hpp"

namespace pairbook::codec {
namespace {

using base::Errc;

domain::Preset shipped(const std::string& name) {
  const auto preset = read_preset(pairbook::test::source_file("web/presets/" + name));
  EXPECT_TRUE(preset) << preset.error().where << ' ' << preset.error().detail;
  return preset.value_or(domain::Preset{});
}

domain::Preset some_preset(std::uint64_t seed) {
  base::SeededRandom random(seed);
  auto fields = test::some_fields();
  fields.push_back(test::field("Can do", domain::FieldKind::skills));
  return {"Some preset", "With – dashes", std::move(fields),
          test::some_rules(random, test::Level::second)};
}

TEST(Preset, ComesBackAsItWas) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    const auto preset = some_preset(seed);
    const auto back = read_preset(write_preset(preset));
    ASSERT_TRUE(back) << back.error().where << ' ' << back.error().detail;
    EXPECT_EQ(*back, preset);
  }
}

TEST(Preset, CareersNetworkSaysWhatThatProgrammeSays) {
  using namespace domain;
  const Preset preset = shipped("careers-network.json");

  ASSERT_EQ(preset.rules.rules.size(), 6U);
  const auto grade = Compared{test::key("grade"), test::key("grade")};
  EXPECT_EQ(preset.rules.rules[1].criterion, Criterion(GapWithin{grade, 1, 2}));
  EXPECT_EQ(preset.rules.rules[3].criterion, Criterion(PointsForGap{grade, {{1, 9}, {2, 12}}}));
  EXPECT_EQ(preset.fields[0].options.size(), 11U);
  EXPECT_EQ(preset.fields[0].options[5], "Grade 7");
  EXPECT_EQ(preset.rules.mentees_per_round, 1);
  EXPECT_EQ(preset.rules.mentors_per_mentee, 1);
}

TEST(Preset, EveryShippedOneReads) {
  for (const char* name : pairbook::test::shipped_presets) {
    EXPECT_FALSE(shipped(name).description.empty()) << name;
  }
}

struct Refusal {
  const char* name;
  const char* where;
};
class BadPreset : public testing::TestWithParam<Refusal> {};

TEST_P(BadPreset, IsRefusedWithThePathOfWhatIsWrong) {
  const auto text =
      pairbook::test::vector_file(std::string("rules/bad_") + GetParam().name + ".json");
  const auto preset = read_preset(text);
  ASSERT_FALSE(preset);
  EXPECT_EQ(preset.error().where, GetParam().where) << preset.error().detail;
}

INSTANTIATE_TEST_SUITE_P(
    Rules, BadPreset,
    testing::Values(
        Refusal{"least_of_nobody", "least_mentees"},
        Refusal{"too_many_mentors", "mentors_per_round"}, Refusal{"not_json", "line 4"},
        Refusal{"repeated_name", "version"}, Refusal{"other_format", "format"},
        Refusal{"newer_version", "version"}, Refusal{"unknown_rule", "rules[0].rule"},
        Refusal{"points_too_many", "rules[1].points"},
        Refusal{"points_a_fraction", "rules[0].points"},
        Refusal{"misspelt_member", "rules[0].at_leest"},
        Refusal{"range_empty", "rules[0].at_most"},
        Refusal{"gap_no_number", "rules[0].points_by_gap.two"},
        Refusal{"field_unknown", "rules[0]"}, Refusal{"field_twice", "fields[1].key"},
        Refusal{"scale_of_one", "fields[0]"}, Refusal{"too_deep", "file"},
        Refusal{"only_when_side", "rules[0].only_when.side"},
        Refusal{"one_and_both", "rules[0].wishes"}, Refusal{"wishes_of_nobody", "rules[0]"},
        Refusal{"scales_none", "rules[0].scales"},
        Refusal{"related_over_100", "rules[0].related"},
        Refusal{"importance_unknown", "rules[0]"}));

TEST(Preset, OneQuestionForBothIsWrittenOnce) {
  const domain::FieldKey wishes = test::key("wishes");
  domain::Preset preset{"x", "", {test::field("Wishes", domain::FieldKind::several_of)}, {}};
  preset.rules.rules = {{domain::PointsForWish{wishes, wishes, 20}, {}, true}};
  const std::string both = write_preset(preset);
  EXPECT_NE(both.find("\"wishes\": \"wishes\""), std::string::npos) << both;

  preset.rules.rules = {{domain::PointsForWish{{}, wishes, 20}, {}, true}};
  const std::string one = write_preset(preset);
  EXPECT_NE(one.find("\"mentee_wishes\": \"wishes\""), std::string::npos) << one;
  EXPECT_EQ(one.find("mentor_wishes"), std::string::npos) << one;
}

TEST(Preset, ANewerVersionAsksForAnUpdate) {
  const auto preset = read_preset(pairbook::test::vector_file("rules/bad_newer_version.json"));
  ASSERT_FALSE(preset);
  EXPECT_EQ(preset.error().code, Errc::unsupported_version);
}

TEST(Preset, EveryCutIsRefused) {
  const std::string text = write_preset(some_preset(1));
  for (std::size_t size = 0; size + 2 < text.size(); size += 7) {
    EXPECT_FALSE(read_preset(std::string_view(text).substr(0, size)));
  }
}

TEST(ProgrammeJson, AProgrammeComesBackAsItWas) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    base::SeededRandom random(seed);
    const auto programme = test::some_programme(random, seed % 9);
    const auto back = read_programme_json(write_programme_json(programme));
    ASSERT_TRUE(back) << back.error().where << ' ' << back.error().detail;
    EXPECT_EQ(*back, programme);
  }
}

TEST(ProgrammeJson, LeavesOutWhatIsNotThere) {
  const std::string text = write_programme_json({});

  EXPECT_EQ(text.find("kept_proposals"), std::string::npos);
  EXPECT_EQ(text.find("at_least_points"), std::string::npos);
  EXPECT_EQ(text.find("mentors_per_round"), std::string::npos);
  EXPECT_EQ(text.find("least_mentees"), std::string::npos);
}

TEST(ProgrammeJson, RefusesAProposalWithAMenteeTwice) {
  domain::Programme programme;
  programme.kept[{}].pairs.resize(2);

  const auto back = read_programme_json(write_programme_json(programme));

  ASSERT_FALSE(back);
  EXPECT_EQ(back.error().where, "kept_proposals[0].pairs");
}

TEST(ProgrammeJson, TellsWhatIsWrongWithAnAnswerAboutAPair) {
  domain::Programme programme;
  programme.follow_ups[domain::PairId{}].mentee =
      domain::Check{base::Date::of(2026, 11, 20), domain::PairFit::deciding, 3, "x"};
  const std::string good = write_programme_json(programme);
  ASSERT_TRUE(read_programme_json(good));
  const auto wrong_at = [&](std::string_view what, std::string_view instead) {
    std::string text = good;
    text.replace(text.find(what), what.size(), instead);
    const auto back = read_programme_json(text);
    return back ? "nothing" : back.error().where;
  };
  EXPECT_EQ(wrong_at("\"deciding\"", "\"perhaps\""), "follow_ups[0].mentee.fit");
  EXPECT_EQ(wrong_at("\"satisfaction\": 3", "\"satisfaction\": 6"),
            "follow_ups[0].mentee.satisfaction");
  EXPECT_EQ(wrong_at("2026-11-20", "2026-11-31"), "follow_ups[0].mentee.on");
  EXPECT_EQ(wrong_at("\"note\"", "\"notes\""), "follow_ups[0].mentee.notes");
  EXPECT_EQ(wrong_at("\"mentee\": {", "\"mentoo\": {"), "follow_ups[0].mentoo");
}

TEST(ProgrammeJson, LeavesOutABonusForARematchThatIsTheUsualOne) {
  domain::Programme programme;
  EXPECT_EQ(write_programme_json(programme).find("bonus_for_rematch"), std::string::npos);
  programme.rules.bonus_for_rematch = 5;
  const auto back = read_programme_json(write_programme_json(programme));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->rules.bonus_for_rematch, 5);
}

TEST(ProgrammeJson, NamesThePersonThatIsWrong) {
  base::SeededRandom random(5);
  std::string text = write_programme_json(test::some_programme(random, 3));
  const std::size_t roles = text.rfind("\"roles\"");
  text.replace(roles, 7, "\"rolls\"");

  const auto back = read_programme_json(text);

  ASSERT_FALSE(back);
  EXPECT_EQ(back.error().where, "people[2].rolls");
}

}  // namespace
}  // namespace pairbook::codec
