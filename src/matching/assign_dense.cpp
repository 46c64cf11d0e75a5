#include "pairbook/matching/assign_dense.hpp"

#include <algorithm>

#include "dense_paths.hpp"

namespace pairbook::matching {

using base::Errc;
using base::fail;

namespace {

constexpr std::int32_t most_cost = 1'000'000'000;

CostMatrix turned(const CostMatrix& matrix) {
  CostMatrix out{matrix.columns, matrix.rows, std::vector<std::int32_t>(matrix.cost.size())};
  for (Index i = 0; i < matrix.rows; ++i) {
    for (Index j = 0; j < matrix.columns; ++j) {
      out.cost[std::size_t{j} * matrix.rows + i] = matrix.row(i)[j];
    }
  }
  return out;
}

void turn(DenseAssigned& answer, Index rows) {
  std::vector<Index> column_of(rows, nobody);
  for (Index j = 0; j < answer.column_of.size(); ++j) {
    if (answer.column_of[j] != nobody) column_of[answer.column_of[j]] = j;
  }
  answer.column_of = std::move(column_of);
  std::swap(answer.of_row, answer.of_column);
}

DenseAssigned answer_of(const CostMatrix& question, const DensePaths& paths) {
  DenseAssigned out;
  for (Index i = 0; i < question.rows; ++i) {
    const Index column = paths.column_of(i);
    out.column_of.push_back(column);
    out.of_row.push_back(paths.level(i));
    if (column == nobody) continue;
    ++out.matched;
    out.total += question.row(i)[column];
  }
  for (Index j = 0; j < question.columns; ++j) out.of_column.push_back(paths.price(j));
  for (const std::int64_t price : out.of_row) out.bound += price;
  for (const std::int64_t price : out.of_column) out.bound += price;
  return out;
}

DenseAssigned by_paths(const CostMatrix& question, const KeepGoing& keep_going, bool& stopped) {
  DensePaths paths(question);
  stopped = !paths.solve(keep_going);
  return answer_of(question, paths);
}

}  // namespace

base::Result<DenseAssigned> assign_dense(const CostMatrix& question,
                                         const KeepGoing& keep_going) {
  if (question.cost.size() != std::uint64_t{question.rows} * question.columns) {
    return fail(Errc::invalid_input, "cost", "not rows x columns of them");
  }
  for (const std::int32_t cost : question.cost) {
    if (cost > most_cost || cost < -most_cost) return fail(Errc::too_large, "cost");
  }
  bool stopped = false;
  DenseAssigned out;
  if (question.rows <= question.columns) {
    out = by_paths(question, keep_going, stopped);
  } else {
    out = by_paths(turned(question), keep_going, stopped);
    turn(out, question.rows);
  }
  if (stopped) return fail(Errc::cancelled);
  out.optimal = out.total == out.bound;
  return out;
}

base::Done check_certificate(const CostMatrix& question, const DenseAssigned& answer) {
  const auto wrong = [](const char* what) { return fail(Errc::corrupt, "", what); };
  const Index n = question.rows;
  const Index m = question.columns;
  if (answer.column_of.size() != n || answer.of_row.size() != n || answer.of_column.size() != m)
    return wrong("sizes differ");
  std::vector<bool> taken(m, false);
  std::int64_t total = 0, bound = 0;
  std::uint32_t matched = 0;
  for (Index i = 0; i < n; ++i) {
    const auto row = question.row(i);
    for (Index j = 0; j < m; ++j) {
      if (answer.of_row[i] + answer.of_column[j] > row[j]) return wrong("prices beyond a cost");
    }
    // Who may stay alone must not be paid for with others' prices.
    if (n > m && answer.of_row[i] > 0) return wrong("a price above 0");
    bound += answer.of_row[i];
    const Index j = answer.column_of[i];
    if (j == nobody) continue;
    if (j >= m || taken[j]) return wrong("a column taken twice, or none such");
    taken[j] = true;
    total += row[j];
    ++matched;
  }
  for (const std::int64_t price : answer.of_column) {
    if (n < m && price > 0) return wrong("a price above 0");
    bound += price;
  }
  if (matched != std::min(n, m)) return wrong("pairs are missing");
  if (matched != answer.matched || total != answer.total || bound != answer.bound)
    return wrong("a sum is wrong");
  if (answer.optimal != (total == bound)) return wrong("optimal is not what it says");
  return {};
}

}  // namespace pairbook::matching
