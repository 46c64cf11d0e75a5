#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "pairbook/base/result.hpp"
#include "pairbook/base/time.hpp"
#include "pairbook/domain/programme.hpp"
#include "pairbook/matching/outlook.hpp"
#include "pairbook/matching/propose.hpp"
#include "pairbook/metrics/audit.hpp"
#include "sheet_view.hpp"

namespace pairbook::app {

struct RulesView {
  int new_kind = 0;
  /// Rules while a slider moves: not in the history until it rests.
  std::optional<domain::Rules> trying;
  base::Instant trying_since;
  /// Which rule is tried because of what went with good pairs: kept only when somebody says so.
  std::optional<std::size_t> suggested;
  std::string trouble;
  std::vector<domain::Preset> presets;  // that Pairbook comes with
};

/// Two people of a proposal.
using Two = domain::VerdictKey;

enum class ProposalFilter : std::uint8_t { all, locked, moved, low_first };

/// Proposed pairs on their way to being real: a few hundred reasons are put in words in one go.
struct Approving {
  bool only_ticked = false;
  std::size_t next = 0;  // in the proposal's pairs
  std::vector<domain::Pair> pairs;
};

/// What a page waits for: work in the background, and how the last one came out.
struct Awaited {
  std::uint32_t job = 0;  // 0: none runs
  std::uint32_t part = 0, whole = 0;
  bool stopped = false;  // the person cancelled: wait until they ask
  std::optional<base::Error> failed;
};

/// Who is together with whom in a proposal, and in pairs there are already.
struct Together {
  std::map<domain::MentorId, std::uint32_t> mentees_of;  // of those in the proposal
  std::map<domain::MenteeId, std::uint32_t> mentors_of;
  std::size_t groups = 0;                                          // mentors in the proposal
  std::size_t mentees = 0;                                         // in it
  std::vector<matching::Index> short_of_places, short_of_mentees;  // mentors
  std::vector<domain::MenteeId> now_matched, now_unmatched;        // as of the one before
};

struct MatchView : Awaited {
  std::optional<matching::FitWork> fitting;  // while it is made ready
  std::optional<matching::Fit> fit;          // what is being solved
  bool stale = true;  // people, rules or decisions changed since the last fit

  /// The newest. Behind a pointer because `costs` looks at it.
  std::unique_ptr<matching::Proposal> proposal;
  std::vector<matching::ProposedPair> pairs;               // of it
  std::vector<matching::Index> unmatched;                  // mentees
  std::map<matching::Index, matching::Unmatched> reasons;  // of those that were looked at
  std::map<matching::Index, matching::Help> helps;         // of the same
  std::int64_t free_places = 0;
  Together together;
  std::optional<matching::OpenProposal> costs;  // made when somebody asks what a change costs
  std::optional<std::vector<matching::Change>> moved;   // since the proposal before it
  std::int64_t points_more = 0;                         // than that
  std::int64_t allowed_before = 0, matched_before = 0;  // of that

  ProposalFilter show = ProposalFilter::all;
  std::string search;
  std::string sort = "mentee";
  bool descending = false;
  std::vector<std::uint32_t> shown;  // positions in `pairs`
  std::set<Two> ticked;
  std::optional<Approving> approving;
  int first = 0, rows = 40;
  int unmatched_first = 0, unmatched_rows = 40;
  std::optional<Two> open;
  bool others_open = false;
  std::vector<matching::OpenProposal::Alternative> others;
};

/// A line of what would give more people a pair, as people read it.
struct GapLine {
  std::string what, why, brings;
};

/// What the committee weighs the proposal against.
struct WeighView : Awaited {
  bool fresh = false;                      // `found` is of the newest proposal
  std::optional<matching::Outlook> found;  // of the last one it was worked out for
  std::vector<GapLine> gaps;               // of the same

  std::optional<std::string> name;                  // typed for the next one to keep
  std::map<domain::ProposalId, std::string> names;  // being typed
  std::string trouble;
  // What is compared; none: the proposal there is now, or for `other` the newest one kept.
  std::optional<domain::ProposalId> one, other;
};

enum class PairsFilter : std::uint8_t { active, to_check, ended, round };

struct PairsView {
  PairsFilter show = PairsFilter::active;
  int round = 0;
  std::string search;
  std::string sort = "mentee";
  bool descending = false;
  std::vector<domain::PairId> shown;
  int first = 0, rows = 40;
  std::optional<domain::PairId> open;
  // The dialog that ends a pair.
  std::string note;
  bool mentor_again = false, mentee_again = false;
  std::optional<Sheet> bringing;  // what pairs say, from a spreadsheet
};

struct LettersView {
  domain::LetterKind kind = domain::LetterKind::to_mentee;
  std::size_t at = 0;
  bool chosen = false;                           // somebody asked for this kind
  std::optional<domain::LetterTemplate> typing;  // until the field is left
};

struct FairnessView {
  int question = 0;  // among those that are asked to check fairness
  int who = 0;       // mentees, mentors
  int round = -1;    // 0: the proposal; -1: the latest there is
  bool stale = true;
  std::vector<std::string> answers;  // the rows
  metrics::Audit audit;
};

struct WishesView {
  domain::Side who = domain::Side::mentee;
  bool stale = true;
  struct Line {
    std::string name;
    domain::PersonId person;
    std::size_t wishes = 0;
    std::vector<domain::PersonId> mutual;
  };
  std::vector<Line> lines;  // of that side, by name
  struct Unsettled {
    domain::PersonId by;
    domain::Side side{};
    std::string name;
    std::vector<domain::PersonId> maybe;
  };
  std::vector<Unsettled> unsettled;  // the first of them
  std::size_t all_unsettled = 0;
  struct Window {
    int first = 0, rows = 40;
  };
  Window people, requests;
  std::optional<domain::PersonId> open;
  std::optional<Sheet> bringing;
  // Requests.
  base::Date today;
  std::optional<domain::MentorId> ask;  // whom the open mentee asks
  std::optional<std::string> ask_by;    // typed
  std::string ask_trouble;
  bool with_ended = false;
};

/// What is on the screens of rules, match, weighing, pairs, letters and fairness.
struct AreaViews {
  RulesView rules;
  MatchView match;
  WeighView weigh;
  PairsView pairs;
  LettersView letters;
  FairnessView fairness;
  WishesView wishes;
};

}  // namespace pairbook::app
