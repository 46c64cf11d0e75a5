#include "pairbook/matching/instance_file.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "pairbook/matching/solve_instance.hpp"

namespace pairbook::matching {
namespace {

base::Result<Instance> read(std::string_view text) {
  return read_instance(base::bytes_of(text));
}

std::string file(const char* name) {
  std::ifstream in(std::string(PAIRBOOK_SOURCE_DIR "/tests/data/questions/") + name);
  return {std::istreambuf_iterator<char>(in), {}};
}

constexpr const char* two_and_two =
    "c anything\r\n"
    "p pbm 2 2 3 500\r\n"
    "\r\n"
    "m 1 4\r\n"
    "a 1 0 7000\r\n"
    "c more\r\n"
    "a 0 0 10000\r\n"
    "m 0 1\r\n"
    "a\t0  1 0";

TEST(InstanceFile, ReadsMenteesMentorsAndScoresInAnyOrder) {
  const auto instance = read(two_and_two);

  ASSERT_TRUE(instance);
  const auto& [question, unmatched] = std::get<PairsFile>(*instance);
  EXPECT_EQ(unmatched, 500);
  ASSERT_EQ(question.mentees.size(), 2U);
  EXPECT_EQ(question.mentees[1].penalty, 500 - 10'000);
  ASSERT_EQ(question.mentors.size(), 2U);
  EXPECT_EQ(question.mentors[0].capacity, 1U);
  EXPECT_EQ(question.mentors[1].capacity, 4U);
  const std::vector<Arc> arcs{{1, 0, 7000}, {0, 0, 10'000}, {0, 1, 0}};
  EXPECT_EQ(question.arcs, arcs);
}

TEST(InstanceFile, ReadsAMatrixWhateverItsLinesAre) {
  const auto instance = read("\n2 3\n1 -2\t3 40\r\n5\n\n-1000000000\n");

  ASSERT_TRUE(instance);
  const auto& matrix = std::get<CostMatrix>(*instance);
  EXPECT_EQ(matrix.rows, 2U);
  EXPECT_EQ(matrix.columns, 3U);
  const std::vector<std::int32_t> costs{1, -2, 3, 40, 5, -1'000'000'000};
  EXPECT_EQ(matrix.cost, costs);
}

TEST(InstanceFile, ReadsPeersAndScoresInAnyOrder) {
  const auto instance = read("c who with whom\np\tpbg  4 2\r\ne 3 0 1000000000\n\ne 1 2 0");

  ASSERT_TRUE(instance);
  const auto& question = std::get<PeerQuestion>(*instance);
  EXPECT_EQ(question.keys.size(), 4U);
  const std::vector<Peers> pairs{{3, 0, 1'000'000'000}, {1, 2, 0}};
  EXPECT_EQ(question.pairs, pairs);
}

struct Broken {
  const char* text;
  const char* where;
  const char* detail;
};

TEST(InstanceFile, SaysWhereAndHowAFileIsBroken) {
  const Broken all[] = {
      {"", "line 1", "nothing is in it"},
      {"c only a comment\n", "line 2", "nothing is in it"},
      {"hello\n", "line 1", "neither pbm nor pbg nor dense"},
      {"p max 2 2 0 5\n", "line 1", "another word"},
      {"px pbm 2 2 0 5\n", "line 1", "another word"},
      {"p pbmx 2 2 0 5\n", "line 1", "another word"},
      {"p pbm 2 2 0\n", "line 1", "a whole number is missing"},
      {"p pbm 2 2 0 5 6\n", "line 1", "more on the line than there should be"},
      {"p pbm 2 2 0 -5\n", "line 1", "a number out of range"},
      {"p pbm 2 0 1 5\na 0 0 1\n", "line 2", "a number out of range"},
      {"p pbm 5000000 1 0 5\n", "line 1", "a number out of range"},
      {"p pbm 2 2 4000000000 5\n", "line 1", "a number out of range"},
      {"p pbm 9 9 81 5\na 0 0 1\n", "line 1", "more arcs announced than the file can hold"},
      {"p pbm 1 1 1 5\nm 0 1\na 0 0 10001\n", "line 3", "a number out of range"},
      {"p pbm 1 1 1 5\nm 0 1\na 0 0 -1\n", "line 3", "a number out of range"},
      {"p pbm 1 1 1 5\nm 0 1\na 0 1 1\n", "line 3", "a number out of range"},
      {"p pbm 1 1 1 5\nm 0 1\na 0 0 1.5\n", "line 3", "not a whole number"},
      {"p pbm 1 1 1 5\nm 0 1\na 0 0\n1\n", "line 3", "a whole number is missing"},
      {"p pbm 1 1 1 5\nm 0 1\na 0 0 99999999999999999999\n", "line 3", "not a whole number"},
      {"p pbm 1 1 1 5\nm 0 1\narc 0 0 1\n", "line 3", "another word"},
      {"p pbm 1 1 1 5\nm 0 1\nb 0 0 1\n", "line 3", "a line of a kind that is not known"},
      {"p pbm 1 1 1 5\nm 0 1\nm 0 1\na 0 0 1\n", "line 3", "a mentor described twice"},
      {"p pbm 1 1 1 5\na 0 0 1\n", "line 3", "a mentor without a line of their own"},
      {"p pbm 1 1 1 5\nm 0 1\n      ", "line 3", "fewer arcs than announced"},
      {"p pbm 1 2 1 5\nm 0 1\na 0 0 1\na 0 1 1\n", "line 4", "more arcs than announced"},
      {"p pbgx 3 0\n", "line 1", "another word"},
      {"p pbg 3\n", "line 1", "a whole number is missing"},
      {"p pbg 3 0 0\n", "line 1", "more on the line than there should be"},
      {"p pbg 5000000 0\n", "line 1", "a number out of range"},
      {"p pbg 9 36\ne 0 1 1\n", "line 1", "more edges announced than the file can hold"},
      {"p pbg 2 1\ne 0 2 1\n", "line 2", "a number out of range"},
      {"p pbg 2 1\ne 1 1 1\n", "line 2", "somebody with themselves"},
      {"p pbg 2 1\ne 0 1 -1\n", "line 2", "a number out of range"},
      {"p pbg 2 1\ne 0 1 1000000001\n", "line 2", "a number out of range"},
      {"p pbg 2 1\nm 0 1\ne 0 1 1\n", "line 2", "a line of a kind that is not known"},
      {"p pbg 3 1\ne 0 1 1\ne 0 2 1\n", "line 3", "more edges than announced"},
      {"p pbg 3 1\n          ", "line 2", "fewer edges than announced"},
      {"2 2\n1 2\n", "line 1", "more costs announced than the file can hold"},
      {"2 2\n1 22 3        \n", "line 3", "the file ends too early"},
      {"2 2\n1 2 3 4 5\n", "line 2", "more costs than announced"},
      {"2 2\n1 2 3 x\n", "line 2", "a whole number is missing"},
      {"1 1\n1000000001\n", "line 2", "a number out of range"},
      {"2", "line 1", "the file ends too early"},
      {"5000000 1\n", "line 1", "a number out of range"},
  };
  for (const Broken& each : all) {
    SCOPED_TRACE(each.text);
    const auto instance = read(each.text);
    ASSERT_FALSE(instance);
    EXPECT_EQ(instance.error().code, base::Errc::corrupt);
    EXPECT_EQ(instance.error().where, each.where);
    EXPECT_EQ(instance.error().detail, each.detail);
  }
}

TEST(InstanceFile, LeavesAPairThatIsThereTwiceToTheSolver) {
  for (const char* text :
       {"p pbm 1 1 2 5\nm 0 1\na 0 0 1\na 0 0 2\n", "p pbg 2 2\ne 0 1 1\ne 1 0 2\n"}) {
    const auto instance = read(text);
    ASSERT_TRUE(instance);

    const auto solved = solve_instance(*instance, Proof::checked);

    ASSERT_FALSE(solved);
    EXPECT_EQ(solved.error().code, base::Errc::invalid_input);
    EXPECT_EQ(solved.error().detail, "a pair twice");
  }
}

TEST(SolveInstance, CountsWhatTheFormatCounts) {
  const auto instance = read("p pbm 3 1 2 700\nm 0 2\na 0 0 9000\na 1 0 9900\n");
  ASSERT_TRUE(instance);

  const auto solved = solve_instance(*instance, Proof::checked);

  ASSERT_TRUE(solved);
  // 700 for nobody is less than 1,000 for 9,000 points.
  EXPECT_EQ(solved->objective, 100 + 2 * 700);
  EXPECT_EQ(solved->bound, solved->objective);
  EXPECT_EQ(solved->matched, 1U);
  EXPECT_EQ(solved->pairs, (std::vector<Couple>{{1, 0}}));
}

TEST(SolveInstance, SolvesAFileOfNobody) {
  for (const char* text : {"p pbm 0 0 0 5\n", "p pbg 0 0\n", "p pbg 4000000 0\n"}) {
    const auto instance = read(text);
    ASSERT_TRUE(instance);

    const auto solved = solve_instance(*instance, Proof::checked);

    ASSERT_TRUE(solved);
    EXPECT_TRUE(solved->optimal);
    EXPECT_EQ(solved->objective, 0);
  }
}

TEST(SolveInstance, PairsPeersForTheMostPoints) {
  // Three who like each other and one whom only the third knows.
  const auto instance = read("p pbg 4 4\ne 0 1 500\ne 1 2 400\ne 0 2 300\ne 2 3 250\n");
  ASSERT_TRUE(instance);

  const auto solved = solve_instance(*instance, Proof::checked);

  ASSERT_TRUE(solved);
  EXPECT_EQ(solved->objective, 750);
  EXPECT_EQ(solved->bound, 750);
  EXPECT_EQ(solved->pairs, (std::vector<Couple>{{0, 1}, {2, 3}}));
}

// The objectives are LEMON's and scipy's; the pairs are ours, here and as WebAssembly.
TEST(SolveInstance, FindsTheSamePairsOnEveryMachine) {
  const auto scarce = read(file("scarce.pbm"));
  ASSERT_TRUE(scarce);
  const auto pairs = solve_instance(*scarce, Proof::checked);
  ASSERT_TRUE(pairs);
  EXPECT_EQ(pairs->objective, 62'234'750);
  EXPECT_TRUE(pairs->optimal);
  EXPECT_EQ(hash_of(pairs->pairs), "25a7acf8f1d97205");

  const auto square = read(file("square.txt"));
  ASSERT_TRUE(square);
  const auto rows = solve_instance(*square, Proof::checked);
  ASSERT_TRUE(rows);
  EXPECT_EQ(rows->objective, 7014);
  EXPECT_EQ(hash_of(rows->pairs), "8090d40c8cb7d9e5");

  const auto peers = read(file("peers.pbg"));
  ASSERT_TRUE(peers);
  const auto friends = solve_instance(*peers, Proof::checked);
  ASSERT_TRUE(friends);
  EXPECT_EQ(friends->objective, 174'078);
  EXPECT_TRUE(friends->optimal);
  EXPECT_EQ(hash_of(friends->pairs), "f0376d10d3e0464f");
}

TEST(SolveInstance, FindsTheSamePairsWhateverTheOrderOfLines) {
  const std::string text = file("scarce.pbm");
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  const std::string head = lines[0] + "\n" + lines[1] + "\n";
  std::string backward = head;
  for (std::size_t l = lines.size(); l > 2; --l) backward += lines[l - 1] + "\n";
  const auto one = read(text), other = read(backward);
  ASSERT_TRUE(one && other);

  const auto as_it_is = solve_instance(*one, Proof::stated);
  const auto turned = solve_instance(*other, Proof::stated);

  ASSERT_TRUE(as_it_is && turned);
  EXPECT_EQ(as_it_is->pairs, turned->pairs);
}

}  // namespace
}  // namespace pairbook::matching
