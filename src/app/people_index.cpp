#include "people_index.hpp"

#include <algorithm>
#include <memory>

#include "pairbook/base/text.hpp"
#include "people_text.hpp"

namespace pairbook::app {

using namespace domain;

namespace {

constexpr std::size_t people_at_once = 10'000;  // as many as are sorted between two frames

/// Eight bytes from a place on, in order, without making a copy.
std::uint64_t prefix_of(std::string_view text, std::size_t from = 0) {
  std::uint64_t out = 0;
  for (std::size_t i = from; i < from + 8; ++i) {
    const auto letter = i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    out = out << 8 | (letter >= 'A' && letter <= 'Z' ? letter + 32U : letter);
  }
  return out;
}

PeopleIndex::Keys keys_of(const Person& person) {
  PeopleIndex::Keys keys;
  keys.name = base::fold_case(person.name);
  keys.begins = {prefix_of(keys.name), prefix_of(keys.name, 8)};
  std::string all = person.called + "\n";
  if (person.email) all += person.email->text() + "\n";
  for (const auto& [key, answer] : person.answers) {
    for (const std::string& value : answer.values) all += value + "\n";
  }
  keys.search = keys.name + "\n" + base::fold_case(all);
  return keys;
}

void count_pairs(PeopleIndex& index, const Programme& programme) {
  index.pairs.clear();
  for (const auto& [id, pair] : programme.pairs) {
    if (pair.state != PairState::active) continue;
    ++index.pairs[pair.mentor.person];
    ++index.pairs[pair.mentee.person];
  }
  index.pairs_stale = false;
}

using Listed = PeopleIndex::Listed;
using SortKey = PeopleIndex::SortKey;

std::uint64_t number_of(const Field& field, const Person& person) {
  const auto found = person.answers.find(field.key);
  if (found == person.answers.end() || found->second.empty()) return ~std::uint64_t{0};
  if (field.kind == FieldKind::scale) {
    return static_cast<std::uint64_t>(scale_step(field, found->second) + 1);
  }
  if (field.kind != FieldKind::number) return prefix_of(found->second.values.front());
  std::int64_t value = 0;
  bool negative = false;
  int decimals = -1;
  for (const char sign : found->second.values.front()) {
    if (sign == '-') negative = true;
    if (sign == '.') decimals = 0;
    if (sign < '0' || sign > '9' || decimals > 2 || value > 100'000'000'000'000) continue;
    value = value * 10 + (sign - '0');
    if (decimals >= 0) ++decimals;
  }
  for (int i = std::max(decimals, 0); i < 3; ++i) value *= 10;
  return static_cast<std::uint64_t>((negative ? -value : value) + (std::int64_t{1} << 62));
}

bool in_role(const PeopleView& view, const Person& person) {
  switch (view.role) {
    case RoleFilter::everybody:
      return true;
    case RoleFilter::mentors:
      return person.roles.mentor;
    case RoleFilter::mentees:
      return person.roles.mentee;
    case RoleFilter::both:
      return person.roles.mentor && person.roles.mentee;
    case RoleFilter::no_part:
      return person.withdrawn || (!person.roles.mentor && !person.roles.mentee);
    case RoleFilter::without_pair:
      return !person.withdrawn && (person.roles.mentor || person.roles.mentee) &&
             !view.index.pairs.contains(person.id);
  }
  return false;
}

struct AnswerFilter {
  const Field* field = nullptr;
  std::string answer;

  [[nodiscard]] bool fits(const Person& person) const {
    if (field == nullptr) return true;
    const auto found = person.answers.find(field->key);
    if (found == person.answers.end()) return false;
    const auto& values = found->second.values;
    return std::find(values.begin(), values.end(), answer) != values.end();
  }
};

AnswerFilter answer_filter(const PeopleView& view, const Programme& programme) {
  const auto fields = filter_fields(programme);
  if (view.field < 1 || view.field > static_cast<int>(fields.size())) return {};
  const Field& field = *fields[static_cast<std::size_t>(view.field - 1)];
  const auto answer = static_cast<std::size_t>(view.answer);
  if (field.kind == FieldKind::yes_no) return {&field, view.answer == 0 ? "yes" : "no"};
  return answer < field.options.size() ? AnswerFilter{&field, field.options[answer]}
                                       : AnswerFilter{};
}

}  // namespace

bool freshen_keys(PeopleIndex& index, const Programme& programme, std::size_t most) {
  if (index.anew) {
    auto next = programme.people.lower_bound(*index.anew);
    for (; most > 0 && next != programme.people.end(); --most, ++next) {
      index.keys.insert_or_assign(index.keys.end(), next->first, keys_of(next->second));
    }
    index.sort_anew();
    index.anew.reset();
    if (next != programme.people.end()) index.anew = next->first;
  }
  for (; most > 0 && !index.stale.empty(); --most) {
    const PersonId id = *index.stale.begin();
    index.stale.erase(index.stale.begin());
    if (const Person* person = find_person(programme, id)) {
      index.keys[id] = keys_of(*person);
    } else {
      index.keys.erase(id);
    }
    index.sort_anew();
  }
  return index.is_stale();
}

void mark_stale(PeopleIndex& index, const Programme& programme, std::span<const Op> ops) {
  index.sort_anew();
  index.pairs_stale = true;
  index.counts_stale = true;
  index.counting.reset();
  if (ops.empty() && !programme.people.empty()) {
    index.keys.clear();
    index.stale.clear();
    index.anew = programme.people.begin()->first;
  }
  for (const Op& op : ops) {
    if (const auto* added = std::get_if<PeopleAdded>(&op)) {
      for (const Person& person : added->people) index.stale.insert(person.id);
    } else if (const auto* changed = std::get_if<PeopleChanged>(&op)) {
      for (const auto& [id, patch] : changed->changes) index.stale.insert(id);
    } else if (const auto* removed = std::get_if<PeopleRemoved>(&op)) {
      for (const PersonId& id : removed->people) {
        index.stale.erase(id);
        index.keys.erase(id);
      }
      index.fewer = true;
    }
  }
}

void count_people(Model::State& state) {
  PeopleIndex& index = state.people.index;
  const Programme& programme = state.book->programme;
  if (!index.counts_stale || state.running) return;
  if (index.pairs_stale) count_pairs(index, programme);
  if (!index.counting) index.counting.emplace();
  Counts& counts = index.counting->so_far;
  auto& last = index.counting->last;
  constexpr int at_once = 5000;
  auto next = last ? programme.people.upper_bound(*last) : programme.people.begin();
  for (int i = 0; i < at_once && next != programme.people.end(); ++i, ++next) {
    const auto& [id, person] = *next;
    last = id;
    if (person.withdrawn) continue;
    counts.mentors += person.roles.mentor ? 1 : 0;
    counts.mentees += person.roles.mentee ? 1 : 0;
    const bool part = person.roles.mentor || person.roles.mentee;
    counts.without_pair += part && !index.pairs.contains(id) ? 1 : 0;
  }
  if (next != programme.people.end()) return;
  counts.people = static_cast<int>(programme.people.size());
  for (const auto& [id, pair] : programme.pairs) {
    counts.pairs += pair.state == PairState::active ? 1 : 0;
  }
  state.counts = counts;
  index.counting.reset();
  index.counts_stale = false;
}

bool list_is_worth_it(Model::State& state) {
  PeopleIndex& index = state.people.index;
  const bool many = index.keys.size() > people_at_once;  // made once, at the end
  if (state.running) return !many && ++index.waited > 3 + index.keys.size() / 4000;
  return !index.is_stale() || (!many && index.keys.size() >= 2 * index.listed);
}

bool lists_people(const Model::State& state) {
  const PeopleIndex& index = state.people.index;
  return state.book && state.place == Place::inside && state.frame.route == "#/people" &&
         !state.running && index.list_stale && !index.is_stale();
}

namespace {

std::uint64_t sort_number(const PeopleView& view, const Field* by, const Person& person) {
  if (by != nullptr) return number_of(*by, person);
  if (view.sort == "/email") {
    return person.email ? prefix_of(person.email->text()) : ~std::uint64_t{0};
  }
  if (view.sort == "/role")
    return (person.roles.mentor ? 0U : 2U) + (person.roles.mentee ? 1U : 0U);
  if (view.sort != "/pairs") return 0;
  const auto pairs = view.index.pairs.find(person.id);
  return pairs == view.index.pairs.end() ? 0U : static_cast<std::uint64_t>(pairs->second);
}

bool comes_before(const SortKey& a, const SortKey& b, bool descending) {
  if (a.number != b.number) return descending ? a.number > b.number : a.number < b.number;
  if (a.begins != b.begins) return descending ? a.begins > b.begins : a.begins < b.begins;
  if (const int order = a.listed->second.name.compare(b.listed->second.name); order != 0) {
    return descending ? order > 0 : order < 0;
  }
  return a.listed->first < b.listed->first;
}

/// The next `people_at_once` in the order they have in the book, with what they are sorted by.
std::vector<SortKey> next_to_sort(PeopleView& view, const Programme& programme) {
  PeopleIndex& index = view.index;
  const Field* by = nullptr;
  if (const auto key = FieldKey::from(view.sort)) by = find_field(programme, *key);
  auto listed = index.sorting ? index.keys.lower_bound(*index.sorting) : index.keys.begin();
  index.sorting.reset();
  std::vector<SortKey> some;
  some.reserve(std::min(index.keys.size(), people_at_once));
  auto person = listed == index.keys.end() ? programme.people.end()
                                           : programme.people.lower_bound(listed->first);
  for (; listed != index.keys.end(); ++listed) {
    while (person != programme.people.end() && person->first < listed->first) ++person;
    if (person == programme.people.end()) break;
    if (person->first != listed->first) continue;
    if (some.size() == people_at_once) {
      index.sorting = listed->first;
      break;
    }
    some.push_back({sort_number(view, by, person->second), listed->second.begins,
                    std::to_address(listed)});
  }
  return some;
}

/// Sorts the next few and puts them among those that are sorted already. True: there are more.
bool sort_some(PeopleView& view, const Programme& programme) {
  PeopleIndex& index = view.index;
  const bool first = !index.sorting;
  std::vector<SortKey> some = next_to_sort(view, programme);
  const auto before = [descending = view.descending](const SortKey& a, const SortKey& b) {
    return comes_before(a, b, descending);
  };
  std::sort(some.begin(), some.end(), before);
  if (first) {
    index.sorted = std::move(some);
  } else {
    std::vector<SortKey> all(index.sorted.size() + some.size());
    std::merge(index.sorted.begin(), index.sorted.end(), some.begin(), some.end(), all.begin(),
               before);
    index.sorted = std::move(all);
  }
  index.order_stale = index.sorting.has_value();
  return index.order_stale || !first;
}

}  // namespace

void freshen_list(PeopleView& view, const Programme& programme) {
  PeopleIndex& index = view.index;
  if (!index.list_stale) return;
  if (index.pairs_stale) count_pairs(index, programme);
  if (index.order_stale && sort_some(view, programme)) {
    if (index.fewer) {
      std::erase_if(index.shown, [&](const PersonId& id) { return !index.keys.contains(id); });
    }
    index.fewer = false;
    return;
  }
  const std::string wanted = base::fold_case(view.search);
  const AnswerFilter filter = answer_filter(view, programme);
  const bool anybody = view.role == RoleFilter::everybody && filter.field == nullptr;
  index.shown.clear();
  for (const SortKey& sorted : index.sorted) {
    const auto& [id, keys] = *sorted.listed;
    if (!wanted.empty() && keys.search.find(wanted) == std::string::npos) continue;
    if (!anybody) {
      const Person* person = find_person(programme, id);
      if (person == nullptr || !in_role(view, *person) || !filter.fits(*person)) continue;
    }
    index.shown.push_back(id);
  }
  index.list_stale = index.fewer = false;
  index.listed = index.keys.size();
  index.waited = 0;
  const int last = std::max(0, static_cast<int>(index.shown.size()) - 1);
  view.first = std::clamp(view.first, 0, last);
}

}  // namespace pairbook::app
