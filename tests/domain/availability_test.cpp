#include "pairbook/domain/availability.hpp"

#include <gtest/gtest.h>

#include <bit>

#include "pairbook/base/text.hpp"

namespace pairbook::domain {
namespace {

std::string slots_of(std::string_view text) {
  const auto slots = read_slots(text);
  if (!slots) return "refused: " + slots.error().where;
  std::vector<std::string> words;
  for (const WeeklySlot& slot : *slots) words.push_back(write_slot(slot));
  return base::join(words, "; ");
}

TEST(Availability, ReadsTimesAsPeopleTypeThem) {
  EXPECT_EQ(slots_of("Mon 09:00-12:00"), "Mon 09:00-12:00");
  EXPECT_EQ(slots_of("Monday 9-12"), "Mon 09:00-12:00");
  EXPECT_EQ(slots_of("tue 2pm - 4.30pm"), "Tue 14:00-16:30");
  EXPECT_EQ(slots_of("Tue 2-4pm"), "Tue 14:00-16:00");
  EXPECT_EQ(slots_of("Wed morning; Sat 10h30–12h"), "Wed 09:00-12:00; Sat 10:30-12:00");
  EXPECT_EQ(slots_of("weekends 10 to 12"), "Sat 10:00-12:00; Sun 10:00-12:00");
  EXPECT_EQ(slots_of("Mon 9-12, 14-16"), "Mon 09:00-12:00; Mon 14:00-16:00");
}

TEST(Availability, ReadsSeveralDaysAtOnce) {
  EXPECT_EQ(slots_of("Mon-Wed 9-10"), "Mon 09:00-10:00; Tue 09:00-10:00; Wed 09:00-10:00");
  EXPECT_EQ(slots_of("Sat-Mon 9-10"), "Mon 09:00-10:00; Sat 09:00-10:00; Sun 09:00-10:00");
  EXPECT_EQ(slots_of("Mon, Thu 9-10"), "Mon 09:00-10:00; Thu 09:00-10:00");
  EXPECT_EQ(slots_of("Friday"), "Fri 00:00-24:00");
}

TEST(Availability, JoinsWhatOverlaps) {
  EXPECT_EQ(slots_of("Mon 9-11; Mon 10-12; Mon 12-13"), "Mon 09:00-13:00");
}

TEST(Availability, RefusesWhatIsNoTime) {
  EXPECT_EQ(slots_of("whenever"), "refused: whenever");
  EXPECT_EQ(slots_of("Mon 25-26"), "refused: mon 25-26");
  EXPECT_EQ(slots_of("Mon 12-9"), "refused: mon 12-9");
  EXPECT_EQ(slots_of("9-12"), "refused: 9-12");
  EXPECT_EQ(slots_of("Mon 13pm-14"), "refused: mon 13pm-14");
}

TEST(Availability, ReadsBackWhatItWrites) {
  for (const char* text : {"Mon 00:00-24:00", "Tue 09:15-10:45; Sun 23:00-24:00"}) {
    EXPECT_EQ(slots_of(slots_of(text)), text);
  }
}

TEST(Availability, MarksOnlyWholeQuartersOfAnHour) {
  const WeekMask mask = week_mask({{0, 0, 30}, {6, 23 * 60 + 40, 24 * 60}});

  int bits = 0;
  for (const auto word : mask) bits += std::popcount(word);
  EXPECT_EQ(bits, 2 + 1);
  EXPECT_EQ(mask[0] & 3U, 3U);
  EXPECT_EQ(mask[10] >> 31, 1U);
}

}  // namespace
}  // namespace pairbook::domain
