// follow_ups = [ { pair, mentor: check, mentee: check, mentor_again, mentee_again } ]
// check      = { on, fit, satisfaction, note }
// requests   = [ { id, mentee, mentor, asked, answer_by, answer, answered } ]
#include "json_domain.hpp"

namespace pairbook::codec {

using namespace domain;

namespace {

constexpr std::size_t most_pairs = 1'000'000;
constexpr std::string_view fits[] = {"good", "deciding", "not_a_fit"};
constexpr std::string_view request_answers[] = {"none", "accepted", "declined", "withdrawn"};
constexpr std::string_view agains[] = {"no", "wanted", "found"};

Json json_of(const Check& check) {
  Json out;
  out["on"] = check.on.iso();
  out["fit"] = fits[static_cast<std::size_t>(check.fit)];
  if (check.satisfaction) out["satisfaction"] = *check.satisfaction;
  if (!check.note.empty()) out["note"] = check.note;
  return out;
}

std::optional<Check> read_check(const std::optional<JsonPlace>& place) {
  if (!place) return std::nullopt;
  place->only({"on", "fit", "satisfaction", "note"});
  Check check;
  check.on = read_date(place->at("on"));
  check.fit = place->at("fit").choice<PairFit>(fits);
  if (const auto satisfaction = place->find("satisfaction"))
    check.satisfaction = satisfaction->integer(1, most_satisfaction);
  if (const auto note = place->find("note")) check.note = note->text(most_json_text);
  return check;
}

Another read_another(const std::optional<JsonPlace>& place) {
  return place ? place->choice<Another>(agains) : Another::no;
}

}  // namespace

Json json_of_follow_ups(const Programme& programme) {
  Json out = Json::array();
  for (const auto& [id, known] : programme.follow_ups) {
    Json one;
    one["pair"] = id.hex();
    if (known.mentor) one["mentor"] = json_of(*known.mentor);
    if (known.mentee) one["mentee"] = json_of(*known.mentee);
    const auto again = [&](const char* name, Another another) {
      if (another != Another::no) one[name] = agains[static_cast<std::size_t>(another)];
    };
    again("mentor_again", known.for_mentor);
    again("mentee_again", known.for_mentee);
    out.push_back(std::move(one));
  }
  return out;
}

void read_follow_ups(const JsonPlace& place, Programme& programme) {
  for (const JsonPlace& item : place.items(most_pairs)) {
    item.only({"pair", "mentor", "mentee", "mentor_again", "mentee_again"});
    FollowUp known{read_check(item.find("mentor")), read_check(item.find("mentee")),
                   read_another(item.find("mentor_again")),
                   read_another(item.find("mentee_again"))};
    if (known.empty()) item.refuse("says nothing");
    const PairId id = read_id<PairTag>(item.at("pair"));
    if (!programme.follow_ups.emplace(id, std::move(known)).second) item.refuse("stands twice");
  }
}

Json json_of_requests(const Programme& programme) {
  Json out = Json::array();
  for (const auto& [id, request] : programme.requests) {
    Json one;
    one["id"] = id.hex();
    one["mentee"] = request.mentee.person.hex();
    one["mentor"] = request.mentor.person.hex();
    one["asked"] = request.asked.iso();
    one["answer_by"] = request.answer_by.iso();
    if (request.answer != RequestAnswer::none) {
      one["answer"] = request_answers[static_cast<std::size_t>(request.answer)];
      one["answered"] = request.answered.iso();
    }
    out.push_back(std::move(one));
  }
  return out;
}

void read_requests(const JsonPlace& place, Programme& programme) {
  for (const JsonPlace& item : place.items(most_pairs)) {
    item.only({"id", "mentee", "mentor", "asked", "answer_by", "answer", "answered"});
    Request request;
    request.mentee.person = read_id<PersonTag>(item.at("mentee"));
    request.mentor.person = read_id<PersonTag>(item.at("mentor"));
    request.asked = read_date(item.at("asked"));
    request.answer_by = read_date(item.at("answer_by"));
    if (const auto answer = item.find("answer")) {
      request.answer = answer->choice<RequestAnswer>(request_answers);
      request.answered = read_date(item.at("answered"));
    }
    const RequestId id = read_id<RequestTag>(item.at("id"));
    if (!programme.requests.emplace(id, request).second) item.refuse("stands twice");
  }
}

}  // namespace pairbook::codec
