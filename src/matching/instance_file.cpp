// Questions as plain text, for testers and other programs.
//
//   pbm   = { comment } header { comment | mentor | arc }
//   header  = "p pbm" mentees mentors arcs unmatched   people <= 4,000,000, unmatched <= 10^12
//   mentor  = "m" mentor capacity                      each mentor once
//   arc     = "a" mentee mentor score                  as many as the header says, no pair
//                                                      twice
//   pbg   = { comment } "p pbg" people edges { comment | edge }
//   edge    = "e" person person score                  as many as the header says, no pair
//                                                      twice, nobody with themselves
//   comment = "c" anything
//   dense = rows columns { cost }                      rows x columns of them
//
// One item a line in pbm and pbg, in any order after the header; numbers are whole, people are
// counted from 0, scores go from 0 to 10,000 (in pbg to 1,000,000,000, as do capacities and
// costs; costs may be below 0). In dense, line ends are as good as blanks. Lines end in LF or
// CR LF; empty ones are nothing.
#include "pairbook/matching/instance_file.hpp"

#include "keys.hpp"
#include "plain_text.hpp"

namespace pairbook::matching {

using base::Errc;

namespace {

constexpr std::int64_t most_people = 4'000'000;
constexpr std::int64_t most_unmatched = 1'000'000'000'000;
constexpr std::int64_t most_capacity = 1'000'000'000;
constexpr std::int64_t most_cost = 1'000'000'000;
constexpr std::int64_t most_score = 10'000;
constexpr std::int64_t most_peer_score = 1'000'000'000;
constexpr std::int64_t most_edges = most_people * most_people;
// "a 0 0 0" and a line end, as an edge; "0 " for a cost.
constexpr std::int64_t least_arc_bytes = 8;
constexpr std::int64_t least_cost_bytes = 2;

class PairsReader {
 public:
  explicit PairsReader(PlainText& in) : in_(in) {}

  void read() {
    header();
    for (char kind = in_.next_line(); kind != '\0'; kind = in_.next_line()) {
      switch (kind) {
        case 'a':
          arc();
          break;
        case 'm':
          mentor();
          break;
        case 'c':
          in_.skip_line();
          break;
        default:
          in_.refuse("a line of a kind that is not known");
      }
    }
    if (in_.ok() && out_.question.arcs.size() != arcs_) in_.refuse("fewer arcs than announced");
    if (in_.ok() && described_ != out_.question.mentors.size()) {
      in_.refuse("a mentor without a line of their own");
    }
  }
  PairsFile take() { return std::move(out_); }

 private:
  void header() {
    in_.word("pbm");
    const auto mentees = static_cast<std::size_t>(in_.number(0, most_people));
    const auto mentors = static_cast<std::size_t>(in_.number(0, most_people));
    const std::int64_t arcs = in_.number(0, static_cast<std::int64_t>(mentees) * most_people);
    out_.unmatched = in_.number(0, most_unmatched);
    in_.end_of_line();
    if (arcs > static_cast<std::int64_t>(in_.left() + 1) / least_arc_bytes) {
      in_.refuse("more arcs announced than the file can hold");
    }
    if (!in_.ok()) return;
    arcs_ = static_cast<std::size_t>(arcs);
    out_.question.arcs.reserve(arcs_);
    for (std::size_t i = 0; i < mentees; ++i) {
      out_.question.mentees.push_back({key_of(i, 0), out_.unmatched - most_score});
    }
    for (std::size_t j = 0; j < mentors; ++j) {
      out_.question.mentors.push_back({key_of(j, 1), undescribed});
    }
  }
  void mentor() {
    in_.word("m");
    const Index j = person(out_.question.mentors.size());
    const std::int64_t capacity = in_.number(0, most_capacity);
    in_.end_of_line();
    if (!in_.ok()) return;
    std::uint32_t& mine = out_.question.mentors[j].capacity;
    if (mine != undescribed) return in_.refuse("a mentor described twice");
    mine = static_cast<std::uint32_t>(capacity);
    ++described_;
  }
  void arc() {
    in_.word("a");
    const Index i = person(out_.question.mentees.size());
    const Index j = person(out_.question.mentors.size());
    const std::int64_t score = in_.number(0, most_score);
    in_.end_of_line();
    if (out_.question.arcs.size() == arcs_) in_.refuse("more arcs than announced");
    if (in_.ok()) out_.question.arcs.push_back({i, j, static_cast<std::int32_t>(score)});
  }
  Index person(std::size_t count) {
    return static_cast<Index>(in_.number(0, static_cast<std::int64_t>(count) - 1));
  }

  static constexpr std::uint32_t undescribed = 0xFFFFFFFF;
  PlainText& in_;
  PairsFile out_;
  std::size_t arcs_ = 0;
  std::size_t described_ = 0;
};

class PeersReader {
 public:
  explicit PeersReader(PlainText& in) : in_(in) {}

  void read() {
    header();
    for (char kind = in_.next_line(); kind != '\0'; kind = in_.next_line()) {
      if (kind == 'e') {
        edge();
      } else if (kind == 'c') {
        in_.skip_line();
      } else {
        in_.refuse("a line of a kind that is not known");
      }
    }
    if (in_.ok() && out_.pairs.size() != edges_) in_.refuse("fewer edges than announced");
  }
  PeerQuestion take() { return std::move(out_); }

 private:
  void header() {
    in_.word("pbg");
    const auto people = static_cast<std::size_t>(in_.number(0, most_people));
    const std::int64_t edges = in_.number(0, most_edges);
    in_.end_of_line();
    if (edges > static_cast<std::int64_t>(in_.left() + 1) / least_arc_bytes) {
      in_.refuse("more edges announced than the file can hold");
    }
    if (!in_.ok()) return;
    edges_ = static_cast<std::size_t>(edges);
    out_.pairs.reserve(edges_);
    for (std::size_t i = 0; i < people; ++i) out_.keys.push_back(key_of(i, 0));
  }
  void edge() {
    in_.word("e");
    const Index one = person();
    const Index other = person();
    const std::int64_t score = in_.number(0, most_peer_score);
    in_.end_of_line();
    if (out_.pairs.size() == edges_) in_.refuse("more edges than announced");
    if (in_.ok() && one == other) in_.refuse("somebody with themselves");
    if (in_.ok()) out_.pairs.push_back({one, other, static_cast<std::int32_t>(score)});
  }
  Index person() {
    return static_cast<Index>(in_.number(0, static_cast<std::int64_t>(out_.keys.size()) - 1));
  }

  PlainText& in_;
  PeerQuestion out_;
  std::size_t edges_ = 0;
};

CostMatrix read_matrix(PlainText& in) {
  CostMatrix out;
  const std::int64_t rows = in.number_anywhere(0, most_people);
  const std::int64_t columns = in.number_anywhere(0, most_people);
  const std::int64_t cells = rows * columns;
  if (cells > static_cast<std::int64_t>(in.left() + 1) / least_cost_bytes) {
    in.refuse("more costs announced than the file can hold");
  }
  if (!in.ok()) return out;
  out.rows = static_cast<Index>(rows);
  out.columns = static_cast<Index>(columns);
  out.cost.resize(static_cast<std::size_t>(cells));
  for (std::int32_t& cost : out.cost) {
    cost = static_cast<std::int32_t>(in.number_anywhere(-most_cost, most_cost));
    if (!in.ok()) return out;
  }
  if (in.next_line() != '\0') in.refuse("more costs than announced");
  return out;
}

template <class Reader>
base::Result<Instance> read_whole(Reader reader, PlainText& in) {
  reader.read();
  if (!in.ok()) return in.error();
  return reader.take();
}

}  // namespace

std::int64_t PairsFile::objective(const Assigned& answer) const {
  const auto left = static_cast<std::int64_t>(question.mentees.size()) - answer.matched;
  return most_score * answer.matched - answer.total + unmatched * left;
}

base::Result<Instance> read_instance(base::BytesView text) {
  PlainText in({reinterpret_cast<const char*>(text.data()), text.size()});
  char first = in.next_line();
  while (first == 'c') {
    in.skip_line();
    first = in.next_line();
  }
  if (first == 'p') {
    in.word("p");
    if (in.next_is("pbg")) return read_whole(PeersReader(in), in);
    return read_whole(PairsReader(in), in);
  }
  if ((first < '0' || first > '9') && first != '\0') in.refuse("neither pbm nor pbg nor dense");
  if (first == '\0') in.refuse("nothing is in it");
  CostMatrix matrix = in.ok() ? read_matrix(in) : CostMatrix{};
  if (!in.ok()) return in.error();
  return matrix;
}

}  // namespace pairbook::matching
