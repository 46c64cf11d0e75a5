#pragma once

#include <string>

#include "cli/failure.hpp"
#include "pairbook/codec/import_plan.hpp"

namespace pairbook::cli {

/// People as "export people --format json" writes them: with their questions and ids, so that
/// nothing is lost on the way. Somebody with the id, or the e-mail address, of a person who is
/// there already is that person.
struct PeopleFile {
  domain::ImportPeople command;
  codec::ImportCounts counts;
};

[[nodiscard]] bool looks_like_json(base::BytesView bytes);
/// Errors: bad_input with the place.
[[nodiscard]] Outcome<PeopleFile> read_people_file(const domain::Programme& programme,
                                                   const std::string& path,
                                                   base::BytesView bytes);

}  // namespace pairbook::cli
