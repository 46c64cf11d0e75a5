// Requests of mentees to mentors: each has a day to answer by, and an ending.
#include <algorithm>
#include <iterator>

#include "checks.hpp"

namespace pairbook::domain {

using base::Errc;
using base::fail;
using Ops = base::Result<std::vector<Op>>;

Ops decide_request(const Programme& p, const MakeRequest& c, base::Date today) {
  const Person* mentee = find_person(p, c.mentee.person);
  const Person* mentor = find_person(p, c.mentor.person);
  if (mentee == nullptr || mentor == nullptr)
    return fail(Errc::not_found, "person", "removed meanwhile");
  if (mentee == mentor)
    return fail(Errc::invalid_input, mentee->name, "nobody is their own mentor");
  if (!mentee->roles.mentee || mentee->withdrawn)
    return fail(Errc::conflict, mentee->name, "not a mentee now");
  if (!mentor->roles.mentor || mentor->withdrawn)
    return fail(Errc::conflict, mentor->name, "not a mentor now");
  if (c.answer_by < today || c.answer_by - today > longest_wait)
    return fail(Errc::invalid_input, "answer by", "from today to three months");
  if (p.requests.contains(c.request)) return fail(Errc::conflict, "request", "made already");
  for (const auto& [id, request] : p.requests) {
    if (request.mentee == c.mentee && request.mentor == c.mentor &&
        state_of(request, today) == RequestState::waiting)
      return fail(Errc::conflict, mentor->name, "asked already");
  }
  return std::vector<Op>{
      RequestMade{c.request, Request{c.mentee, c.mentor, today, c.answer_by, {}, {}}}};
}

Ops decide_request_answer(const Programme& p, const AnswerRequest& c, const Moment& moment) {
  const auto found = p.requests.find(c.request);
  if (found == p.requests.end()) return fail(Errc::not_found, "request", "not there any more");
  if (found->second.answer == c.answer) return std::vector<Op>{};
  const bool any = c.answer != RequestAnswer::none;
  std::vector<Op> ops{RequestAnswered{c.request, c.answer, any ? moment.today : base::Date{}}};
  const auto add = [&](const Command& command) {
    auto more = decide(p, command, moment);
    if (more) std::move(more->begin(), more->end(), std::back_inserter(ops));
    return more;
  };
  if (!c.pairs.empty()) {
    if (auto made = add(ApprovePairs{c.pairs}); !made) return made;
  }
  for (const auto& [person, patch] : c.wishes) {
    if (auto made = add(ChangePerson{person, patch}); !made) return made;
  }
  return ops;
}

}  // namespace pairbook::domain
