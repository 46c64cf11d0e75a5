// Each set of ready-made rules, as a coordinator would try it on the sample people.
#include <gtest/gtest.h>

#include <algorithm>

#include "careers_network.hpp"
#include "pairbook/domain/apply.hpp"
#include "pairbook/domain/decide.hpp"
#include "pairbook/matching/propose.hpp"
#include "support/programmes.hpp"
#include "support/shipped_presets.hpp"

namespace pairbook::matching {
namespace {

using testing_support::coordinator_today;
using testing_support::key;

domain::Preset shipped(const std::string& name) {
  return codec::read_preset(pairbook::test::source_file("web/presets/" + name))
      .value_or(domain::Preset{});
}

void use(domain::Programme& programme, const domain::Preset& preset) {
  const auto ops = domain::decide(programme, domain::UsePreset{preset}, coordinator_today());
  ASSERT_TRUE(ops) << ops.error().where << ' ' << ops.error().detail;
  for (const domain::Op& op : *ops) (void)domain::apply(programme, op, coordinator_today());
}

/// The sample people with the questions of the preset, and no others than it asks or they
/// answered.
domain::Programme sample_people(const domain::Preset& preset) {
  domain::Programme programme;
  use(programme, preset);
  base::SeededRandom random(1);
  for (const std::string name : {"mentors.csv", "mentees.csv"}) {
    const std::string text = pairbook::test::source_file("web/sample/" + name);
    const auto table = codec::read_table(base::bytes_of(text));
    EXPECT_TRUE(table);
    const auto guess = codec::guess_mapping(programme, *table, name);
    const auto plan =
        codec::plan_import(programme, *table, guess.mapping, guess.new_fields, random);
    const auto ops = domain::decide(
        programme,
        codec::import_command(programme, plan, name, guess.mapping, guess.new_fields),
        coordinator_today());
    EXPECT_TRUE(ops);
    if (!ops) return programme;
    for (const domain::Op& op : *ops) (void)domain::apply(programme, op, coordinator_today());
  }
  return programme;
}

class Presets : public ::testing::TestWithParam<const char*> {};

TEST_P(Presets, GiveTheSamplePeoplePairs) {
  const domain::Preset preset = shipped(GetParam());
  const auto proposal = propose(sample_people(preset));

  ASSERT_TRUE(proposal);
  EXPECT_TRUE(proposal->solution.optimal);
  EXPECT_GE(proposal->solution.matched, 15U);
  // The careers network has people of its own: careers_network_test.
  const bool theirs = std::string_view(GetParam()) == "careers-network.json";
  EXPECT_EQ(proposal->solution.total > 0, !theirs);
}

TEST_P(Presets, AskNothingThatNoRuleReadsForMatching) {
  const domain::Preset preset = shipped(GetParam());
  for (const domain::Field& field : preset.fields) {
    const bool read = std::any_of(
        preset.rules.rules.begin(), preset.rules.rules.end(), [&](const domain::Rule& rule) {
          const auto keys = domain::fields_of(rule);
          return std::find(keys.begin(), keys.end(), field.key) != keys.end();
        });
    const bool asked_for_people = field.key == key("organisation");
    EXPECT_TRUE(read || field.use != domain::FieldUse::matching || asked_for_people ||
                field.key == key("match_with_similar_identity"))
        << field.key.text();
  }
}

INSTANTIATE_TEST_SUITE_P(Shipped, Presets,
                         ::testing::ValuesIn(pairbook::test::shipped_presets));

}  // namespace
}  // namespace pairbook::matching
