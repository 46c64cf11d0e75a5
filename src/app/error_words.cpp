#include "change.hpp"

namespace pairbook::app {

std::string words_for(const Speaker& say, const base::Error& error) {
  using base::Errc;
  switch (error.code) {
    case Errc::invalid_input:
      if (error.where == "name") return say(ErrorWord::name_empty);
      if (error.where == "label") return say(ErrorWord::field_label_empty);
      if (error.where == "options") return say(ErrorWord::field_options_empty);
      if (error.where == "places") return say(ErrorWord::places_wrong);
      if (error.where.empty()) return say(ErrorWord::invalid_input);
      return say(ErrorWord::invalid_where, error.where);
    case Errc::not_found:
      return say(ErrorWord::not_found);
    case Errc::conflict:
      if (error.detail.starts_with("has a pair")) return say(ErrorWord::has_pair, error.where);
      if (error.detail == "a rule uses it") return say(ErrorWord::rule_uses_field, error.where);
      if (error.detail == "kept for fairness")
        return say(ErrorWord::kept_for_fairness, error.where);
      if (error.detail == "names are hidden") return say(ErrorWord::names_are_hidden);
      if (error.where.empty()) return say(ErrorWord::conflict);
      return say(ErrorWord::conflict_where, error.where);
    case Errc::not_permitted:
      if (error.where == "storage") return say(ErrorWord::storage_gone);
      return say(ErrorWord::not_permitted);
    case Errc::wrong_key:
      return say(ErrorWord::wrong_key);
    case Errc::corrupt:
      return say(ErrorWord::corrupt);
    case Errc::unsupported_version:
      return say(ErrorWord::unsupported_version);
    case Errc::too_large:
      if (error.where == "name") return say(ErrorWord::name_too_long);
      if (error.where == "people") return say(ErrorWord::too_many_people);
      if (error.where.empty()) return say(ErrorWord::too_large);
      return say(ErrorWord::too_large_where, error.where);
    case Errc::storage_full:
      return say(ErrorWord::storage_full);
    case Errc::out_of_memory:
      return say(ErrorWord::out_of_memory);
    case Errc::offline:
      return say(ErrorWord::offline);
    case Errc::cancelled:
      return say(ErrorWord::cancelled);
  }
  return {};
}

}  // namespace pairbook::app
