// How alike two texts are: letters in a row that both use and few others do, weighed by TF-IDF.
//
// Letters rather than words, so that "gardening" meets "gardener" in any language; whole
// numbers throughout. A text becomes at most `most_grams` values, and two texts earn by the
// cosine of the angle between them, which is a sum over values in common. Whole words in common
// are values that earn nothing: they are what is told. Salton & Buckley 1988; Cavnar & Trenkle
// 1994.
#include <algorithm>
#include <bit>
#include <map>

#include "answers.hpp"
#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"
#include "weighed.hpp"

namespace pairbook::matching {

using domain::FieldKey;
using domain::Person;

namespace {

constexpr std::size_t most_grams = 24;
constexpr std::size_t most_words = 16;
constexpr std::size_t least_told = 4;     // letters of a word: shorter ones mostly say little
constexpr std::size_t most_bytes = 4000;  // of an answer; the rest is not read
constexpr std::size_t letters_in_a_row = 4;
constexpr std::size_t signs_in_a_row = 2;
constexpr char32_t first_sign = 0x2E80;  // Chinese, Japanese, Korean: no blanks between words
constexpr std::uint64_t whole = 100;     // a mentor's worth
// A third alike is as alike as what two people write ever is: it earns all points.
constexpr std::uint64_t enough = 3;

bool is_letter(char32_t c) {
  if (c < 0x80)
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  const bool punctuation = c < 0xC0 || c == 0xD7 || c == 0xF7 ||
                           (c >= 0x2000 && c < first_sign) || (c >= 0x3000 && c < 0x3040) ||
                           (c >= 0xFF00 && c < 0xFF10);
  return !punctuation;
}

std::u32string letters_of(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += base::next_code_point(text, at);
  return out;
}

/// Words as they were written.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out(1);
  text = text.substr(0, most_bytes);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    if (is_letter(c)) {
      base::append_utf8(out.back(), c);
    } else if (!out.back().empty()) {
      out.emplace_back();
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

/// Letters in a row, with where the word begins and ends; a short word is one of them.
std::vector<std::u32string> grams_of(const std::u32string& word) {
  const bool signs = word.front() >= first_sign;
  const std::size_t size = signs ? signs_in_a_row : letters_in_a_row;
  const std::u32string row = signs ? word : U' ' + word + U' ';
  std::vector<std::u32string> out;
  if (row.size() <= size) return {row};
  for (std::size_t at = 0; at + size <= row.size(); ++at) out.push_back(row.substr(at, size));
  return out;
}

using Counts = std::map<std::u32string, std::uint64_t>;

/// What somebody wrote.
struct Written {
  Counts grams, words;
  std::map<std::u32string, std::string> spelled;  // by word
};

Written read(const Person& person, const FieldKey& key) {
  Written out;
  for (const std::string& value : values_of(person, key)) {
    for (std::string& spelling : words_of(value)) {
      const std::u32string word = letters_of(base::fold_case(spelling));
      if (word.empty()) continue;
      for (std::u32string& gram : grams_of(word)) ++out.grams[std::move(gram)];
      if (word.size() < least_told && word.front() < first_sign) continue;
      ++out.words[word];
      out.spelled.emplace(word, std::move(spelling));
    }
  }
  return out;
}

/// Sixteen times the logarithm to base 2 of a / b; a >= b >= 1.
std::uint64_t sixteenths_of_log2(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t ratio = a * 256 / b;
  const auto doublings = static_cast<std::uint64_t>(std::bit_width(ratio)) - 9;
  return 16 * doublings + ((ratio >> (4 + doublings)) & 15U);
}

std::uint64_t square_root(std::uint64_t square) {
  std::uint64_t root = 0;
  for (std::uint64_t bit = std::uint64_t{1} << 31U; bit != 0; bit >>= 1U) {
    if ((root + bit) * (root + bit) <= square) root += bit;
  }
  return root;
}

/// What tells people from one another, and numbers for it, the rarest first.
class Vocabulary {
 public:
  void take(const Counts& used, domain::Side side) {
    for (const auto& [gram, count] : used) {
      Users& users = users_[gram];
      ++(side == domain::Side::mentee ? users.mentees : users.mentors);
    }
  }
  void settle(std::size_t people, std::uint32_t first_number) {
    std::vector<std::pair<std::uint64_t, const std::u32string*>> known;
    for (auto& [gram, users] : users_) {
      const std::size_t all = users.mentees + users.mentors;
      if (people >= 8 && all * 2 > people) continue;  // what most use says nothing
      users.rarity = sixteenths_of_log2(people, all) + 1;
      known.emplace_back(users.rarity, &gram);
    }
    base::sort(known, [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [rarity, gram] : known) users_.at(*gram).number = first_number++;
    next_ = first_number;
  }
  [[nodiscard]] std::uint32_t next_number() const { return next_; }

  struct Use {
    std::uint32_t number = 0;
    std::uint64_t weight = 0;
    const std::u32string* gram = nullptr;
  };
  struct Weights {
    std::vector<Use> uses;     // the heaviest of those that both sides use
    std::uint64_t length = 1;  // of all there are
  };
  [[nodiscard]] Weights weigh(const Counts& used, std::size_t most) const {
    constexpr std::uint64_t most_times = 4;
    Weights out;
    std::uint64_t square = 0;
    for (const auto& [gram, times] : used) {
      const Users& users = users_.at(gram);
      const std::uint64_t weight = users.rarity * (1 + std::min(times, most_times));
      square += weight * weight;
      if (weight > 0 && users.mentees > 0 && users.mentors > 0)
        out.uses.push_back({users.number, weight, &gram});
    }
    base::sort(out.uses, [](const Use& a, const Use& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.number < b.number;
    });
    if (out.uses.size() > most) out.uses.resize(most);
    out.length = std::max<std::uint64_t>(1, square_root(square));
    return out;
  }

 private:
  struct Users {
    std::size_t mentees = 0, mentors = 0;
    std::uint64_t rarity = 0;
    std::uint32_t number = 0;
  };
  std::map<std::u32string, Users> users_;
  std::uint32_t next_ = 0;
};

}  // namespace

void TestBuilder::take_texts(const domain::PointsForText& rule, Test& test, Said& said) const {
  const auto read_all = [](const People& people, const FieldKey& key) {
    std::vector<Written> out;
    for (const Person* person : people) out.push_back(read(*person, key));
    return out;
  };
  const std::vector<Written> mentees = read_all(mentees_, rule.fields.mentee);
  const std::vector<Written> mentors = read_all(mentors_, rule.fields.mentor);
  Vocabulary words, grams;
  std::size_t people = 0;
  const auto take = [&](const std::vector<Written>& all, domain::Side side) {
    for (const Written& written : all) {
      words.take(written.words, side);
      grams.take(written.grams, side);
      people += written.grams.empty() ? 0 : 1;
    }
  };
  take(mentees, domain::Side::mentee);
  take(mentors, domain::Side::mentor);
  words.settle(people, 0);
  grams.settle(people, words.next_number());

  const auto weigh = [&](const Written& written, std::uint64_t scale, std::uint64_t most) {
    OfPerson out;
    for (const auto& use : words.weigh(written.words, most_words).uses)
      out[use.number].worth = 0;
    const Vocabulary::Weights weights = grams.weigh(written.grams, most_grams);
    for (const auto& use : weights.uses) {
      const std::uint64_t worth = (scale * use.weight + weights.length / 2) / weights.length;
      out[use.number].worth = static_cast<std::uint32_t>(std::min(most, worth));
    }
    return out;
  };
  const std::uint64_t points = static_cast<std::uint64_t>(std::max(rule.points, 0)) * 100;
  std::vector<OfPerson> wants, offers;
  for (const Written& written : mentees) {
    wants.push_back(weigh(written, enough * points, points));
    test.mentee_level.push_back(written.grams.empty() ? no_level : 0);
  }
  for (const Written& written : mentors) {
    offers.push_back(weigh(written, whole, whole));
    test.mentor_level.push_back(written.grams.empty() ? no_level : 0);
    for (const auto& use : words.weigh(written.words, most_words).uses) {
      offers.back()[use.number].via = static_cast<std::uint32_t>(2 * said.words.size());
      said.words.push_back(written.spelled.at(*use.gram));
    }
  }
  finish_weighed(wants, offers, rule.points, test, &said);
  settle_unknown(test);
}

}  // namespace pairbook::matching
