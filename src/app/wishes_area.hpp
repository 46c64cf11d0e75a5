#pragma once

#include <string>
#include <vector>

#include "turn.hpp"

namespace pairbook::app {

inline constexpr const char* wishes_route = "#/wishes";

/// Lists wishes anew when somebody looks and something has changed.
void wishes_when_needed(Turn& turn);
/// Whether the screen shows whom people could be a pair with.
[[nodiscard]] bool shortlists_in_view(const Model::State& state);

/// Somebody who could be a partner, and why, as both may be told.
struct Listed {
  domain::PersonId who;
  int points = 0;  // without those of a wish that the other has
  std::string why;
};
/// The best few the rules allow, the best first; none before the rules are worked out.
[[nodiscard]] std::vector<Listed> shortlist_of(const Model::State& state, const Speaker& say,
                                               const domain::PersonId& person,
                                               domain::Side side);
/// Of either role, as a letter tells it: "1. Amina Yusuf. Languages: English".
[[nodiscard]] std::string shortlist_in_letter(const Model::State& state, const Speaker& say,
                                              const domain::PersonId& person);
/// What the rules make of people as they are; null while that is being worked out.
[[nodiscard]] const matching::Fit* fit_now(const Model::State& state);
/// Whether it is worked out.
[[nodiscard]] bool shortlists_ready(const Model::State& state);

/// Whether everybody's at once would take too long.
[[nodiscard]] bool too_many_shortlists(const Model::State& state);
/// Opens the letter of this kind to this person (nobody: the first) on the letters' screen.
void show_letter(Turn& turn, domain::LetterKind kind, const domain::PersonId& person);

[[nodiscard]] domain::Side other_side(domain::Side side);
/// The question this side is asked; null when there is none.
[[nodiscard]] const domain::Field* wish_question(const domain::Programme& programme,
                                                 domain::Side side);
/// Whether wishes are told to nobody now.
[[nodiscard]] bool wishes_kept(const Model::State& state);
/// How to write somebody into a wish so that nobody else is meant.
[[nodiscard]] std::string name_to_write(const domain::Programme& programme, domain::Side side,
                                        const domain::PersonId& person);
/// By name: people of this side with that name, or else a name like it.
[[nodiscard]] std::vector<std::vector<domain::PersonId>> people_like(
    const domain::Programme& programme, domain::Side side,
    const std::vector<std::string>& names);
/// People as options: with the address where two have the name.
[[nodiscard]] std::vector<std::string> as_options(const domain::Programme& programme,
                                                  const std::vector<domain::PersonId>& people);

/// What was typed into fields of wishes that the person has not left yet.
void commit_wishes(Turn& turn);
/// The number a repeated control has as its key; beyond any when it is none.
[[nodiscard]] std::size_t number_of(const ControlId& id);

// requests.cpp
/// Whether a letter of this kind is about the request.
[[nodiscard]] bool is_about(const domain::Request& request, domain::LetterKind kind,
                            base::Date today);
/// Whom such letters are to.
[[nodiscard]] std::set<domain::PersonId> asked_people(const domain::Programme& programme,
                                                      domain::LetterKind kind,
                                                      base::Date today);
void ask_mentor(Turn& turn);
bool control_requests(Turn& turn, const ControlIntent& intent);
void present_requests(const Model::State& state, const Speaker& say, WishesBody& body);
[[nodiscard]] WishesBody::Part present_asking(const Model::State& state, const Speaker& say,
                                              const std::vector<Listed>& listed);
/// One more wish of somebody of this side, the last; empty when it is there or nobody is asked.
[[nodiscard]] domain::PersonPatch with_wish(const domain::Programme& programme,
                                            domain::Side side, const domain::PersonId& by,
                                            const domain::PersonId& whom);

// wishes_import.cpp
void bring_in_wishes(Turn& turn, Bringing doing);
bool control_bringing(Turn& turn, const ControlIntent& intent);
[[nodiscard]] WishesBody::Part present_bringing(const Model::State& state, const Speaker& say);

}  // namespace pairbook::app
