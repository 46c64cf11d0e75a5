#include "pairbook/domain/criterion_parts.hpp"

namespace pairbook::domain {

namespace {

using Kind = CriterionPart::Kind;
using Need = CriterionPart::Need;
using Parts = std::vector<CriterionPart>;

constexpr int widest_gap = 1'000'000;
constexpr int most_shown_points = 100;

CriterionPart& field(Parts& out, std::string_view name, FieldKey& key, Side side, Need need) {
  CriterionPart& part = out.emplace_back();
  part.name = name;
  part.kind = Kind::field;
  part.field = &key;
  part.side = side;
  part.need = need;
  return part;
}

/// One of the two may be empty: only the other side was asked.
void either(Parts& out, std::string_view of_mentor, FieldKey& mentor,
            std::string_view of_mentee, FieldKey& mentee, Need need, std::string_view hint) {
  CriterionPart& first = field(out, of_mentor, mentor, Side::mentor, need);
  first.may_be_empty = true;
  first.hint = hint;
  CriterionPart& second = field(out, of_mentee, mentee, Side::mentee, need);
  second.may_be_empty = true;
  second.hint = hint;
}

void both(Parts& out, Compared& fields, Need need, std::string_view hint = {}) {
  field(out, "mentor_field", fields.mentor, Side::mentor, need).hint = hint;
  field(out, "mentee_field", fields.mentee, Side::mentee, need).hint = hint;
}

CriterionPart& number(Parts& out, std::string_view name, int& value, int least, int most) {
  CriterionPart& part = out.emplace_back();
  part.name = name;
  part.kind = Kind::number;
  part.number = &value;
  part.least = part.shown_least = least;
  part.most = part.shown_most = most;
  return part;
}

void points(Parts& out, std::string_view name, int& value) {
  CriterionPart& part = number(out, name, value, 0, most_points_of_a_rule);
  part.kind = Kind::points;
  part.shown_most = most_shown_points;
}

void steps(Parts& out, std::string_view name, int& value) {
  CriterionPart& part = number(out, name, value, -widest_gap, widest_gap);
  part.shown_least = -20;
  part.shown_most = 20;
}

struct PartsOf {
  Parts& out;

  void operator()(MustDiffer& c) const { both(out, c.fields, Need::any); }
  void operator()(MustShare& c) const { both(out, c.fields, Need::any); }
  void operator()(GapWithin& c) const {
    both(out, c.fields, Need::order);
    steps(out, "at_least", c.at_least);
    steps(out, "at_most", c.at_most);
  }
  void operator()(NotManager& c) const {
    field(out, "field", c.manager, Side::mentee, Need::any).hint = "manager";
  }
  void operator()(NotEarlierPair&) const {}
  void operator()(MeetingTime& c) const {
    both(out, c.availability, Need::times);
    field(out, "time_zone", c.time_zone, Side::mentor, Need::zone).may_be_empty = true;
    CriterionPart& minutes = number(out, "minutes", c.minutes, 1, 7 * 24 * 60);
    minutes.shown_least = minutes.step = 15;
    minutes.shown_most = 240;
  }
  void operator()(PointsForSame& c) const {
    both(out, c.fields, Need::any);
    points(out, "points", c.points);
  }
  void operator()(PointsForShared& c) const {
    both(out, c.fields, Need::list);
    points(out, "points_each", c.points_each);
    points(out, "at_most", c.at_most);
  }
  void operator()(PointsForOffered& c) const {
    field(out, "wanted", c.wanted, Side::mentee, Need::any).hint = "want";
    field(out, "offered", c.offered, Side::mentor, Need::any).hint = "offer";
    points(out, "points_each", c.points_each);
    points(out, "at_most", c.at_most);
  }
  void operator()(PointsForGap& c) const {
    both(out, c.fields, Need::order);
    CriterionPart& part = out.emplace_back();
    part.name = "points_by_gap";
    part.kind = Kind::by_gap;
    part.by_gap = &c.points_by_gap;
    part.least = -widest_gap;
    part.most = widest_gap;
  }
  void operator()(MustBeEnough& c) const { both(out, c.fields, Need::order, "hours"); }
  void operator()(MeetSomewhere& c) const {
    field(out, "mentor_place", c.place.mentor, Side::mentor, Need::any).hint = "place";
    field(out, "mentee_place", c.place.mentee, Side::mentee, Need::any).hint = "place";
    field(out, "online", c.online, Side::mentor, Need::yes_no).hint = "online";
  }
  void operator()(NotNamed& c) const {
    either(out, "mentor_names", c.mentor, "mentee_names", c.mentee, Need::names, "not_with");
  }
  void operator()(PointsForSkills& c) const {
    field(out, "wanted", c.wanted, Side::mentee, Need::skills).hint = "want";
    field(out, "offered", c.offered, Side::mentor, Need::skills).hint = "offer";
    points(out, "points", c.points);
    number(out, "related", c.related, 0, 100).step = 10;
  }
  void operator()(PointsForEnough& c) const {
    both(out, c.fields, Need::order, "hours");
    points(out, "points", c.points);
  }
  void operator()(PointsForTransition& c) const {
    field(out, "mentor_from", c.from.mentor, Side::mentor, Need::list).hint = "from";
    field(out, "mentee_from", c.from.mentee, Side::mentee, Need::list).hint = "from";
    field(out, "mentor_to", c.to.mentor, Side::mentor, Need::list).hint = "to";
    field(out, "mentee_to", c.to.mentee, Side::mentee, Need::list).hint = "to";
    points(out, "points", c.points);
    points(out, "to_only", c.to_only);
  }
  void operator()(PointsForWish& c) const {
    either(out, "mentor_wishes", c.mentor, "mentee_wishes", c.mentee, Need::names, "wish");
    points(out, "points", c.points);
  }
  void operator()(PointsForScore& c) const {
    either(out, "mentor_score", c.mentor, "mentee_score", c.mentee, Need::order, "interview");
    number(out, "highest", c.highest, 1, widest_gap).shown_most = 100;
    points(out, "points", c.points);
  }
  void operator()(PointsForClose& c) const {
    CriterionPart& part = out.emplace_back();
    part.name = "scales";
    part.kind = Kind::fields;
    part.fields = &c.scales;
    part.need = Need::scale;
    points(out, "points", c.points);
  }
  void operator()(PointsForText& c) const {
    both(out, c.fields, Need::text, "about");
    points(out, "points", c.points);
  }
};

}  // namespace

std::vector<CriterionPart> parts_of(Criterion& criterion) {
  Parts out;
  std::visit(PartsOf{out}, criterion);
  return out;
}

std::optional<Criterion> criterion_of_kind(std::size_t kind) {
  switch (kind) {
    case 0:
      return MustDiffer{};
    case 1:
      return MustShare{};
    case 2:
      return GapWithin{{}, 1, 2};
    case 3:
      return NotManager{};
    case 4:
      return NotEarlierPair{};
    case 5:
      return MeetingTime{};
    case 6:
      return PointsForSame{{}, 10};
    case 7:
      return PointsForShared{{}, 5, 20};
    case 8:
      return PointsForOffered{{}, {}, 10, 30};
    case 9:
      return PointsForGap{{}, {{1, 10}, {2, 10}}};
    case 10:
      return MustBeEnough{};
    case 11:
      return MeetSomewhere{};
    case 12:
      return NotNamed{};
    case 13:
      return PointsForSkills{{}, {}, 40, 50};
    case 14:
      return PointsForEnough{{}, 10};
    case 15:
      return PointsForTransition{{}, {}, 30, 10};
    case 16:
      return PointsForWish{{}, {}, 20};
    case 17:
      return PointsForScore{{}, {}, 5, 10};
    case 18:
      return PointsForClose{{{}}, 10};
    case 19:
      return PointsForText{{}, 5};
    default:
      return std::nullopt;
  }
}
static_assert(std::variant_size_v<Criterion> == 20);

}  // namespace pairbook::domain
