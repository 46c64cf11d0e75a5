#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "pairbook/ui/frame.hpp"

// Where things go. Each of these is open from its construction to the end of its C++ scope;
// widgets drawn meanwhile go into it, from the top and from the start of the line, so that a
// page that reads from right to left is the mirror picture.
namespace pairbook::ui {

/// A named scope for keys: things of one row or person get ids of their own.
class Scope {
 public:
  Scope(Frame& frame, Key key);
  ~Scope();
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

 private:
  Frame& frame_;
};

struct GroupOptions {
  Role role = Role::group;
  std::string_view name = {};
  float gap = space::m;
};

/// Things under each other that belong together: a form, a section, a landmark.
class Group {
 public:
  Group(Frame& frame, Key key, const GroupOptions& options = {});
  ~Group();
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;

 private:
  Frame& frame_;
  std::uint32_t id_;
  std::size_t node_;
};

struct CardOptions {
  Role role = Role::group;
  std::string_view name = {};
  float gap = space::m;
  float padding = space::l;
  float max_width = 0;  // 0: as wide as there is room
  bool centred = false;
  bool quiet = false;  // tinted instead of bordered
};

/// A Group on a surface with a thin border.
class Card {
 public:
  Card(Frame& frame, Key key, const CardOptions& options = {});
  ~Card();
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;

 private:
  Frame& frame_;
  std::uint32_t id_;
  std::size_t node_;
  Rect rect_;
  float padding_;
};

/// Things stand a little further in.
class Indent {
 public:
  Indent(Frame& frame, float by);
  ~Indent();
  Indent(const Indent&) = delete;
  Indent& operator=(const Indent&) = delete;

 private:
  Frame& frame_;
};

/// The bar above the page, with the banner's meaning.
class TopBar {
 public:
  TopBar(Frame& frame, Key key, const Rect& rect);
  ~TopBar();
  TopBar(const TopBar&) = delete;
  TopBar& operator=(const TopBar&) = delete;

 private:
  Frame& frame_;
};

enum class Justify : std::uint8_t { start, end, centre };

struct RowOptions {
  float gap = space::s;
  Justify justify = Justify::start;
  float line_height = 0;  // 0: of a control; lower things stand in its middle
  bool bottoms = false;   // or at its bottom: buttons beside labelled fields
};

/// Things side by side; they go on in a new line when there is no room.
class Row {
 public:
  Row(Frame& frame, Key key, const RowOptions& options = {});
  ~Row();
  Row(const Row&) = delete;
  Row& operator=(const Row&) = delete;

  /// What comes now stands at the end of the line, if it has room there.
  void spring();

 private:
  Frame& frame_;
  std::uint32_t id_;
};

struct ColumnsOptions {
  float gap = space::l;
  float stack_below = 600;  // narrower than this, columns lie under each other
  bool equal_height = false;
};

/// Columns beside each other, each a part of the width.
class Columns {
 public:
  Columns(Frame& frame, Key key, std::initializer_list<float> parts,
          const ColumnsOptions& options = {});
  Columns(Frame& frame, Key key, int count, const ColumnsOptions& options = {});
  ~Columns();
  Columns(const Columns&) = delete;
  Columns& operator=(const Columns&) = delete;

  /// Begins the next column (call it before the first as well).
  void next();

 private:
  void finish_column();
  Frame& frame_;
  std::uint32_t id_;
  std::vector<float> parts_;
  ColumnsOptions options_;
  Rect area_;
  bool stacked_ = false;
  int column_ = -1;
  int slot_ = -1;
  float line_top_ = 0, line_height_ = 0, natural_ = 0;
};

/// A part of the page with a scroll position of its own.
class ScrollArea {
 public:
  ScrollArea(Frame& frame, Key key, const Rect& view, float padding = 0, float max_width = 0);
  ~ScrollArea();
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;

  void back_to_top();

 private:
  Frame& frame_;
  std::uint32_t id_;
  Rect view_;
  float padding_;
};

/// Things under each other as one thing of a Row, taking a part of its width.
class Stack {
 public:
  Stack(Frame& frame, Key key, float part);
  ~Stack();
  Stack(const Stack&) = delete;
  Stack& operator=(const Stack&) = delete;

 private:
  Frame& frame_;
  std::uint32_t id_;
  Rect rect_;
};

/// Empty room under what was drawn last.
void spacer(Frame&, float height);
/// A thin line across, decoration only.
void rule(Frame&);
/// Width that the next thing may take.
[[nodiscard]] float room(const Frame&);

}  // namespace pairbook::ui
