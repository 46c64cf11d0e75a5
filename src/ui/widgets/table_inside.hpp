#pragma once

#include <vector>

#include "pairbook/ui/table.hpp"
#include "ui/widgets/inner.hpp"

namespace pairbook::ui {

/// One drawing of a table: where things are, and what the person did. The header, the window
/// and what is unfolded are in table.cpp, rows in table_rows.cpp, cards in table_cards.cpp.
class Table {
 public:
  Table(Frame& frame, Key key, const TableOptions& options, std::span<const Column> columns,
        std::span<const TableRow> rows)
      : frame_(frame),
        in_(frame.inner()),
        id_(frame.inner().id(key)),
        options_(options),
        columns_(columns),
        rows_(rows),
        cards_(frame.narrow()) {}

  TablePress draw();

 private:
  struct Layout {
    std::vector<Rect> columns;  // x and width only; width 0: left out
    float tick = 0, controls = 0;
    float header = 0, row = 0;
  };
  static constexpr Key controls_key = "controls width";

  void measure();
  void draw_header();
  void draw_row(std::size_t index);
  void draw_cells(std::size_t index, const Rect& rect, std::uint32_t id);
  void draw_card(std::size_t index, const Rect& rect, std::uint32_t id);
  void draw_link(const TableRow& row, const Rect& rect, std::uint32_t parent);
  void draw_controls(std::size_t index, const Rect& rect, std::uint32_t row);
  void draw_tick(std::size_t index, const Rect& rect, std::uint32_t row);
  void draw_details(std::size_t index);
  void answer_keys(std::size_t index, std::uint32_t id);
  void ask_for_rows();
  [[nodiscard]] float row_y(int number) const;
  [[nodiscard]] std::uint32_t row_id(std::size_t index) const {
    return rows_[index].key.within(id_);
  }
  [[nodiscard]] int number_of(std::size_t index) const {
    return options_.first_row + static_cast<int>(index);
  }
  [[nodiscard]] bool answers() const;

  Frame& frame_;
  Frame::Inner& in_;
  std::uint32_t id_;
  const TableOptions& options_;
  std::span<const Column> columns_;
  std::span<const TableRow> rows_;
  bool cards_;
  Layout at_;
  Rect all_;
  Rect view_;
  float details_height_ = 0;
  int details_number_ = -1;
  int first_ = 0, last_ = 0;  // rows in view, with the overscan
  TablePress press_;
};

}  // namespace pairbook::ui
