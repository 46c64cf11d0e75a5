#include "pairbook/matching/assign_again.hpp"

#include <algorithm>

#include "pairbook/base/keyed.hpp"
#include "solved.hpp"

namespace pairbook::matching {

namespace {

/// Positions of people by their keys.
class Positions {
 public:
  template <class Person>
  explicit Positions(const std::vector<Person>& people) {
    for (Index i = 0; i < people.size(); ++i) all_.push_back({people[i].key, i});
    base::sort(all_);
  }
  [[nodiscard]] Index of(std::uint64_t key) const {
    const auto found = std::lower_bound(all_.begin(), all_.end(), base::Keyed{key, 0});
    return found != all_.end() && found->key == key ? found->place : nobody;
  }

 private:
  std::vector<base::Keyed> all_;
};

}  // namespace

base::Result<Assigned> assign_again(const Assignment& question, const Assignment& earlier,
                                    const Assigned& earlier_answer,
                                    const KeepGoing& keep_going) {
  const Positions mentees_then(earlier.mentees), mentors_then(earlier.mentors);
  const Positions mentors_now(question.mentors);
  std::vector<Index> mentor_of(question.mentees.size(), nobody);
  for (Index i = 0; i < question.mentees.size(); ++i) {
    const Index then = mentees_then.of(question.mentees[i].key);
    if (then == nobody || earlier_answer.mentor_of[then] == nobody) continue;
    mentor_of[i] = mentors_now.of(earlier.mentors[earlier_answer.mentor_of[then]].key);
  }
  std::vector<std::int64_t> prices(question.mentors.size(), 0);
  for (Index j = 0; j < question.mentors.size(); ++j) {
    const Index then = mentors_then.of(question.mentors[j].key);
    if (then != nobody) prices[j] = earlier_answer.certificate.price[then];
  }
  return assign_from(question, mentor_of, prices, keep_going);
}

}  // namespace pairbook::matching
