#include "pairbook/matching/assign_dense.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "dense_paths.hpp"
#include "keys.hpp"
#include "rounds.hpp"
#include "row_kernels.hpp"

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

/// Whether an eighth of a row and more is as good as its best: then paths end at once, and no
/// choice of pairs to try is better than another. Looks at a few rows.
bool is_mostly_tied(const CostMatrix& question) {
  constexpr Index looked_at = 16;
  std::uint64_t ties = 0;
  for (Index k = 0; k < looked_at; ++k) {
    const auto row =
        question.row(static_cast<Index>(std::uint64_t{question.rows} * k / looked_at));
    const std::int32_t best = row_kernels().range(row.data(), row.size()).least;
    ties += static_cast<std::uint64_t>(std::count(row.begin(), row.end(), best));
  }
  return ties >= std::uint64_t{looked_at} * question.columns / 8;
}

/// By rounds over the cells as scores, or nothing when that is not the way.
std::optional<DenseAssigned> by_rounds(const CostMatrix& question, const Range& range,
                                       const KeepGoing& keep_going) {
  const std::int64_t spread = std::int64_t{range.most} - range.least;
  const auto people = std::int64_t{question.rows} + question.columns + 1;
  // Staying alone must cost more than all costs together, and the sums must fit.
  std::int64_t alone = 0;
  if (__builtin_mul_overflow(spread + 1, people, &alone) ||
      alone > (std::int64_t{1} << 57) / people) {
    return std::nullopt;
  }
  Assignment people_of;
  for (Index i = 0; i < question.rows; ++i) people_of.mentees.push_back({key_of(i, 0), alone});
  for (Index j = 0; j < question.columns; ++j) people_of.mentors.push_back({key_of(j, 1), 1});
  const std::int32_t top = range.most;
  const ScoreRow scores = [&](Index i, std::span<std::int32_t> out) {
    const auto row = question.row(i);
    row_kernels().from_top(top, row.data(), out.data(), row.size());
  };
  // Without the scores on the way: the matrix is read once a look, and nothing is written.
  const auto most_gain = [&](Index i, const std::int32_t* prices) {
    return top - row_kernels().least_sum(question.row(i).data(), prices, question.columns);
  };
  const Effort effort{.remember_scores = false, .unless_crowded = true, .most_gain = most_gain};
  const auto answer = assign_in_rounds(people_of, scores, effort, keep_going);
  if (!answer || !answer->assigned.optimal) return std::nullopt;

  DenseAssigned out;
  const Assigned& pairs = answer->assigned;
  // Who may stay alone is paid nothing: with more rows than columns these are the rows.
  const std::int64_t shift = question.rows > question.columns ? top + alone : 0;
  out.column_of = pairs.mentor_of;
  out.matched = pairs.matched;
  out.total = std::int64_t{top} * pairs.matched - pairs.total;
  for (const std::int64_t gain : pairs.certificate.gain) {
    out.of_row.push_back(top - gain - shift);
    out.bound += out.of_row.back();
  }
  for (const std::int64_t price : pairs.certificate.price) {
    out.of_column.push_back(shift - price);
    out.bound += out.of_column.back();
  }
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
  const Range range = row_kernels().range(question.cost.data(), question.cost.size());
  if (!question.cost.empty() && (range.most > most_cost || range.least < -most_cost)) {
    return fail(Errc::too_large, "cost");
  }
  bool stopped = false;
  DenseAssigned out;
  std::optional<DenseAssigned> found;
  // Below that, choosing costs more than it saves.
  constexpr Index few = 64;
  if (std::min(question.rows, question.columns) >= few && !is_mostly_tied(question)) {
    found = by_rounds(question, range, keep_going);
  }
  if (found) {
    out = std::move(*found);
  } else if (question.rows <= question.columns) {
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
