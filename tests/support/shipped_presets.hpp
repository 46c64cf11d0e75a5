#pragma once

namespace pairbook::test {

/// Files of web/presets.
inline constexpr const char* shipped_presets[] = {
    "careers-network.json",          "community-mentoring.json",
    "leadership-growth.json",        "onboarding.json",
    "professional-development.json", "reverse-mentoring.json",
    "skill-building.json",           "transitions.json",
    "youth-mentoring.json",
};

}  // namespace pairbook::test
