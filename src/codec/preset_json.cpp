// preset = { format, version, name, description, goal, bonus_for_unmatched, mentors_per_mentee,
//            mentees_per_round, at_least_points, bonus_for_rematch, mentors_per_round,
//            least_mentees, rules: [ rule ],
//            fields: [ field ] }
#include <algorithm>

#include "json_domain.hpp"
#include "pairbook/codec/rules_json.hpp"
#include "pairbook/domain/decide.hpp"

namespace pairbook::codec {

using namespace domain;

namespace {

constexpr std::string_view format = "pairbook-preset";

/// Every question a rule reads is one of the preset's.
void check_fields(const Preset& preset, const JsonPlace& file, JsonTrouble& trouble) {
  const auto known = [&](const FieldKey& key) {
    return std::any_of(preset.fields.begin(), preset.fields.end(),
                       [&](const Field& field) { return field.key == key; });
  };
  const auto places = file.at("rules").items(preset.rules.rules.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Rule& rule = preset.rules.rules[i];
    for (const FieldKey& key : fields_of(rule)) {
      if (!known(key)) {
        trouble.refuse(base::Errc::not_found, places[i].path(),
                       key.text() + " is not among the fields");
      }
    }
  }
}

}  // namespace

std::string write_preset(const Preset& preset) {
  Json out;
  out["format"] = format;
  out["version"] = 1;
  out["name"] = preset.name;
  out["description"] = preset.description;
  put_rules(out, preset.rules);
  out["fields"] = Json::array();
  for (const Field& field : preset.fields) out["fields"].push_back(json_of(field));
  return write_json(out);
}

base::Result<Preset> read_preset(std::string_view text) {
  const auto json = open_json(text, format, max_preset_bytes);
  if (!json) return base::pass_on(json);
  JsonTrouble trouble;
  const JsonPlace file(*json, trouble);
  file.only({"format", "version", "name", "description", "goal", "bonus_for_unmatched",
             "mentors_per_mentee", "mentees_per_round", "at_least_points", "bonus_for_rematch",
             "mentors_per_round", "least_mentees", "rules", "fields"});
  Preset preset;
  preset.name = file.at("name").text(max_name_bytes);
  if (const auto description = file.find("description")) {
    preset.description = description->text(most_json_text);
  }
  preset.rules = read_rules(file);
  preset.fields = read_fields(file.at("fields"));
  if (!trouble.first) check_fields(preset, file, trouble);
  if (trouble.first) return std::unexpected(*trouble.first);
  return preset;
}

}  // namespace pairbook::codec
