#include <gtest/gtest.h>

#include "pairbook/app/keeper.hpp"
#include "story.hpp"

namespace pairbook {

using namespace app;
using testing_support::Device;
using testing_support::Story;

namespace {

constexpr const char* passphrase = "umbrella quarry saffron tandem";
constexpr const char* another = "lantern mosaic thimble orchard";

// What a thief pays for each guess at the only book on the device.
crypto::KdfCost cost_on(const Device& device) {
  const auto face = face_of(device.books.begin()->second);
  return face ? face->asked.cost : crypto::KdfCost{0, 0};
}

std::function<int(crypto::KdfCost)> a_device(int microseconds_for_a_mib) {
  return [=](crypto::KdfCost cost) {
    return static_cast<int>(cost.memory_kib / 1024) * microseconds_for_a_mib / 1000;
  };
}

TEST(NewKey, IsStretchedAsFarAsAFastDeviceDoesInASecond) {
  Device device;
  device.stretching = a_device(2'500);
  Story(device).start().makes_a_book("Mentoring", passphrase);
  EXPECT_EQ(cost_on(device), crypto::largest_new_cost);
}

TEST(NewKey, IsStretchedAsUsualOnASlowDevice) {
  Device device;
  device.stretching = a_device(20'000);
  Story(device).start().makes_a_book("Mentoring", passphrase);
  EXPECT_EQ(cost_on(device), crypto::usual_cost);
}

TEST(NewKey, IsStretchedAsUsualWithoutAClock) {
  Device device;
  device.stretching = a_device(0);
  Story(device).start().makes_a_book("Mentoring", passphrase);
  EXPECT_EQ(cost_on(device), crypto::usual_cost);
}

TEST(NewKey, IsTheFirstOneWhenThereIsNotTheMemoryToGoFurther) {
  Device device;
  device.stretching = [](crypto::KdfCost cost) {
    return cost.memory_kib > crypto::usual_cost.memory_kib ? -1 : 100;
  };
  Story story(device);
  story.start().makes_a_book("Mentoring", passphrase);
  EXPECT_EQ(cost_on(device), crypto::usual_cost);
  EXPECT_TRUE(story.shows<HomeBody>());
}

TEST(NewKey, OpensABookThatWentFurtherThanThisDeviceWould) {
  Device device;
  device.stretching = a_device(2'500);
  Story(device).start().makes_a_book("Mentoring", passphrase);
  device.stretching = a_device(20'000);
  Story story(device, 2);
  story.start().unlocks(passphrase);
  EXPECT_TRUE(story.shows<HomeBody>());
}

TEST(NewKey, GoesFurtherForAChangedPassphraseToo) {
  Device device;
  device.stretching = a_device(20'000);
  Story story(device);
  story.start().makes_a_book("Mentoring", passphrase);
  device.stretching = a_device(2'500);
  story.does(ChangePassphrase{}).types(Control::current_passphrase, passphrase);
  story.types(Control::passphrase, another).does(NextStep{});
  story.types(Control::passphrase_again, another).does(NextStep{});
  EXPECT_EQ(cost_on(device), crypto::largest_new_cost);
  Story tomorrow(device, 2);
  tomorrow.start().unlocks(another);
  EXPECT_TRUE(tomorrow.shows<HomeBody>());
}

}  // namespace
}  // namespace pairbook
