#pragma once

#include "pairbook/domain/decide.hpp"

namespace pairbook::domain {

// What a person or a question must be before it enters the programme. Errors name the part.

[[nodiscard]] base::Done check_person(const Programme& programme, const Person& person);
[[nodiscard]] base::Done check_field(const Field& field);

/// People of an import, in ops of at most people_per_op.
[[nodiscard]] base::Result<std::vector<Op>> decide_import(const Programme& programme,
                                                          const ImportPeople& command);

// Proposals put aside.
[[nodiscard]] base::Result<std::vector<Op>> decide_keep(const Programme& programme,
                                                        const KeepProposal& command,
                                                        const Moment& moment);
[[nodiscard]] base::Result<std::vector<Op>> decide_rename(const Programme& programme,
                                                          const RenameProposal& command);
[[nodiscard]] base::Result<std::vector<Op>> decide_forget(const Programme& programme,
                                                          const ForgetProposal& command);
/// The whole, some pairs at a time.
[[nodiscard]] std::vector<Op> ops_that_keep(const KeptProposal& kept);
[[nodiscard]] base::Result<std::vector<Op>> decide_end(const Programme& programme,
                                                       const EndPair& command,
                                                       base::Date today);
[[nodiscard]] base::Result<std::vector<Op>> decide_rematch(const Programme& programme,
                                                           const AskForRematch& command);
[[nodiscard]] base::Result<std::vector<Op>> decide_checks(const Programme& programme,
                                                          const CheckPairs& command,
                                                          base::Date today);
/// That those of these pairs who had asked for another partner have found one.
[[nodiscard]] std::vector<Op> rematches_found(const Programme& programme,
                                              const std::vector<Pair>& approved);
/// Numbers for everybody who has none, in the order of a hash of round and id.
void number_people(Programme& programme);

// Requests.
[[nodiscard]] base::Result<std::vector<Op>> decide_request(const Programme& programme,
                                                           const MakeRequest& command,
                                                           base::Date today);
[[nodiscard]] base::Result<std::vector<Op>> decide_request_answer(const Programme& programme,
                                                                  const AnswerRequest& command,
                                                                  const Moment& moment);

}  // namespace pairbook::domain
