#include "cli/people_file.hpp"

#include <algorithm>
#include <map>

#include "cli/files.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/codec/roster_out.hpp"

namespace pairbook::cli {
namespace {

// A question that is there stays as it is, but takes in options that only the file knows.
std::vector<domain::Field> new_fields(const domain::Programme& programme,
                                      const std::vector<domain::Field>& fields) {
  std::vector<domain::Field> out;
  for (const domain::Field& field : fields) {
    const domain::Field* known = find_field(programme, field.key);
    if (known == nullptr) {
      out.push_back(field);
      continue;
    }
    domain::Field grown = *known;
    for (const std::string& option : known->options.empty() ? known->options : field.options) {
      if (std::ranges::find(grown.options, option) == grown.options.end()) {
        grown.options.push_back(option);
      }
    }
    if (grown != *known) out.push_back(std::move(grown));
  }
  return out;
}

}  // namespace

bool looks_like_json(base::BytesView bytes) {
  constexpr std::size_t enough = 64;
  const std::string start = base::text_of(bytes.first(std::min(bytes.size(), enough)));
  const auto begin = start.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return begin != std::string::npos && start[begin] == '{';
}

Outcome<PeopleFile> read_people_file(const domain::Programme& programme,
                                     const std::string& path, base::BytesView bytes) {
  auto roster = codec::read_people_json(base::text_of(bytes));
  if (!roster) return bad_json(roster.error(), spoken_name(path));
  PeopleFile file;
  file.command.file = spoken_name(path);
  file.command.new_fields = new_fields(programme, roster->fields);
  std::map<std::string, const domain::Person*> by_email;
  for (const auto& [id, person] : programme.people) {
    if (person.email) by_email.emplace(person.email->folded(), &person);
  }
  for (domain::Person& person : roster->people) {
    const domain::Person* known = find_person(programme, person.id);
    if (known == nullptr && person.email) {
      const auto found = by_email.find(person.email->folded());
      if (found != by_email.end()) known = found->second;
    }
    if (known == nullptr) {
      ++file.counts.fresh;
      file.command.added.push_back(std::move(person));
    } else if (auto patch = difference(*known, person); patch.empty()) {
      ++file.counts.same;
    } else {
      ++file.counts.changed;
      file.command.changed.emplace_back(known->id, std::move(patch));
    }
  }
  return file;
}

}  // namespace pairbook::cli
