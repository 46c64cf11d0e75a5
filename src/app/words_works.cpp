#include "words_works.hpp"

namespace pairbook::app {

std::string_view english(WorksWord word) {
  switch (word) {
    case WorksWord::title:
      return "What goes with good pairs";
    case WorksWord::text:
      return "Of {0} {0?pair that has|pairs that have} answered, {1} {1?is|are} a good fit: of "
             "many such pairs, {2} to {3} in 100 would be. A pair counts when everybody who "
             "answered says so.";
    case WorksWord::not_yet_title:
      return "Too early to tell";
    case WorksWord::not_yet_text:
      return "Once {0} pairs have said how it goes, this page compares them.";
    case WorksWord::points_title:
      return "Many points together";
    case WorksWord::with:
      return "With points from it";
    case WorksWord::without:
      return "Without";
    case WorksWord::more_points:
      return "More than {0} {0?point|points}";
    case WorksWord::fewer_points:
      return "{0} {0?point|points} or fewer";
    case WorksWord::some_of:
      return "{0} of {1}";
    case WorksWord::sentence:
      return "Of {0} {0?pair|pairs} with points from it, {1} {1?is|are} a good fit ({2} to {3} "
             "in "
             "100). Of {4} without, {5} ({6} to {7}).";
    case WorksWord::sentence_points:
      return "Of {0} {0?pair|pairs} with more points, {1} {1?is|are} a good fit ({2} to {3} in "
             "100). Of {4} with fewer, {5} ({6} to {7}).";
    case WorksWord::satisfaction:
      return "Satisfaction on average: {0}; for the others: {1}.";
    case WorksWord::satisfaction_of_all:
      return "Satisfaction on average: {0}.";
    case WorksWord::average:
      return "{0} of 5 ({1} to {2})";
    case WorksWord::too_few_said:
      return "too few have said";
    case WorksWord::too_few:
      return "Too few to tell.";
    case WorksWord::alike:
      return "No difference worth speaking of.";
    case WorksWord::better:
      return "A good fit more often, by {0} to {1} in 100.";
    case WorksWord::worse:
      return "A good fit less often, by {0} to {1} in 100.";
    case WorksWord::try_weight:
      return "Try this weight: {0} {0?point|points} instead of {1}";
    case WorksWord::after:
      return "The numbers in brackets are what so few pairs can say about many, 19 times in "
             "20. "
             "Among twenty comparisons one looks like something by chance alone. What goes "
             "with "
             "good pairs need not be what makes them good.";
    case WorksWord::trying_title:
      return "A weight to try";
    case WorksWord::trying_text:
      return "“{0}” has other points here. Nothing is kept yet: look at what it does, then "
             "decide. Earlier rules stay in the history.";
    case WorksWord::keep:
      return "Keep this weight";
    case WorksWord::put_back:
      return "Put it back";
    case WorksWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
