#pragma once

// Programmes for the tests of every codec: one by hand, and any number by chance.
#include <string>
#include <vector>

#include "pairbook/base/random.hpp"
#include "pairbook/domain/op.hpp"
#include "pairbook/domain/programme.hpp"

namespace pairbook::codec::test {

[[nodiscard]] domain::FieldKey key(std::string_view text);
[[nodiscard]] domain::Field field(std::string_view label, domain::FieldKind kind,
                                  std::vector<std::string> options = {});

/// A person with answers to all `fields`, in canonical words; names in several scripts.
[[nodiscard]] domain::Person some_person(base::SeededRandom& random,
                                         const std::vector<domain::Field>& fields);
/// One question of each kind of the first level.
[[nodiscard]] std::vector<domain::Field> some_fields();
[[nodiscard]] domain::Field kept_to_itself();
[[nodiscard]] domain::Request some_request(base::SeededRandom& random);
/// What rules and questions know from the beginning, and what came later.
enum class Level { first, second, newest };
/// A rule of each kind.
[[nodiscard]] domain::Rules some_rules(base::SeededRandom& random, Level level);
[[nodiscard]] domain::Programme some_programme(base::SeededRandom& random, std::size_t people);
/// Ops of every kind, the unknown one last.
[[nodiscard]] std::vector<domain::Op> some_ops(base::SeededRandom& random);

}  // namespace pairbook::codec::test
