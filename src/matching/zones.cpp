#include "zones.hpp"

#include <array>
#include <string>

#include "pairbook/base/text.hpp"

namespace pairbook::matching {

namespace {

struct Known {
  std::string_view names;  // IANA names, folded, each between blanks
  int january;             // minutes
  int july;
};

// Facts of the IANA time-zone database; two dates a year are enough to tell what is the worse.
constexpr std::array zones = {
    Known{
        " utc gmt etc/utc etc/gmt africa/abidjan africa/accra africa/dakar atlantic/reykjavik ",
        0, 0},
    Known{" europe/london europe/dublin europe/lisbon atlantic/canary atlantic/madeira"
          " europe/belfast europe/jersey europe/guernsey europe/isle_of_man ",
          0, 60},
    Known{" africa/lagos africa/algiers africa/tunis africa/kinshasa africa/luanda"
          " africa/casablanca ",
          60, 60},
    Known{" europe/paris europe/berlin europe/madrid europe/rome europe/warsaw europe/vienna"
          " europe/prague europe/budapest europe/brussels europe/amsterdam europe/zurich"
          " europe/stockholm europe/oslo europe/copenhagen europe/belgrade europe/zagreb"
          " europe/ljubljana europe/bratislava europe/sarajevo europe/skopje europe/tirane"
          " europe/podgorica europe/luxembourg europe/malta europe/monaco europe/andorra ",
          60, 120},
    Known{" africa/johannesburg africa/harare africa/maputo africa/lusaka africa/kigali"
          " africa/khartoum africa/tripoli africa/gaborone europe/kaliningrad ",
          120, 120},
    Known{" europe/athens europe/helsinki europe/kyiv europe/kiev europe/bucharest europe/sofia"
          " europe/vilnius europe/riga europe/tallinn europe/chisinau asia/nicosia"
          " asia/jerusalem asia/beirut africa/cairo ",
          120, 180},
    Known{" europe/moscow europe/istanbul europe/minsk africa/nairobi africa/addis_ababa"
          " africa/kampala africa/dar_es_salaam asia/riyadh asia/baghdad asia/kuwait asia/qatar"
          " asia/amman asia/damascus ",
          180, 180},
    Known{" asia/tehran ", 210, 210},
    Known{" asia/dubai asia/tbilisi asia/yerevan asia/baku europe/samara indian/mauritius ",
          240, 240},
    Known{" asia/kabul ", 270, 270},
    Known{" asia/karachi asia/tashkent asia/yekaterinburg asia/almaty indian/maldives ", 300,
          300},
    Known{" asia/kolkata asia/calcutta asia/colombo ", 330, 330},
    Known{" asia/kathmandu asia/katmandu ", 345, 345},
    Known{" asia/dhaka asia/omsk asia/bishkek asia/thimphu ", 360, 360},
    Known{" asia/yangon asia/rangoon ", 390, 390},
    Known{" asia/bangkok asia/jakarta asia/ho_chi_minh asia/saigon asia/novosibirsk"
          " asia/phnom_penh asia/vientiane ",
          420, 420},
    Known{
        " asia/shanghai asia/hong_kong asia/singapore asia/kuala_lumpur asia/manila asia/taipei"
        " australia/perth asia/ulaanbaatar asia/macau ",
        480, 480},
    Known{" asia/tokyo asia/seoul asia/pyongyang ", 540, 540},
    Known{" australia/darwin ", 570, 570},
    Known{" australia/adelaide ", 630, 570},
    Known{" australia/brisbane pacific/port_moresby asia/vladivostok pacific/guam ", 600, 600},
    Known{" australia/sydney australia/melbourne australia/hobart australia/canberra ", 660,
          600},
    Known{" pacific/noumea pacific/guadalcanal ", 660, 660},
    Known{" pacific/auckland ", 780, 720},
    Known{" pacific/fiji ", 720, 720},
    Known{" pacific/apia pacific/tongatapu ", 780, 780},
    Known{" atlantic/azores ", -60, 0},
    Known{" atlantic/cape_verde ", -60, -60},
    Known{" america/sao_paulo america/argentina/buenos_aires america/buenos_aires"
          " america/montevideo america/bahia america/fortaleza america/recife ",
          -180, -180},
    Known{" america/st_johns ", -210, -150},
    Known{" america/halifax atlantic/bermuda ", -240, -180},
    Known{" america/santiago ", -180, -240},
    Known{" america/caracas america/la_paz america/manaus america/puerto_rico"
          " america/santo_domingo america/port_of_spain ",
          -240, -240},
    Known{" america/new_york america/toronto america/detroit america/montreal america/havana"
          " america/nassau us/eastern ",
          -300, -240},
    Known{" america/bogota america/lima america/guayaquil america/panama america/jamaica"
          " america/cancun ",
          -300, -300},
    Known{" america/chicago america/winnipeg us/central ", -360, -300},
    Known{" america/mexico_city america/guatemala america/costa_rica america/regina"
          " america/el_salvador america/tegucigalpa america/managua ",
          -360, -360},
    Known{" america/denver america/edmonton america/boise us/mountain ", -420, -360},
    Known{" america/phoenix america/hermosillo ", -420, -420},
    Known{" america/los_angeles america/vancouver america/tijuana us/pacific ", -480, -420},
    Known{" america/anchorage ", -540, -480},
    Known{" pacific/honolulu ", -600, -600},
};

/// "+5:30", "-03", "+0200"
std::optional<int> read_offset(std::string_view text) {
  if (text.size() < 2 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const int sign = text[0] == '-' ? -1 : 1;
  std::string digits;
  std::size_t colon = std::string_view::npos;
  for (const char c : text.substr(1)) {
    if (c == ':' && colon == std::string_view::npos) {
      colon = digits.size();
    } else if (c >= '0' && c <= '9') {
      digits += c;
    } else {
      return std::nullopt;
    }
  }
  if (digits.empty() || digits.size() > 4) return std::nullopt;
  if (colon == std::string_view::npos)
    colon = digits.size() > 2 ? digits.size() - 2 : digits.size();
  int hours = 0, minutes = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int& part = i < colon ? hours : minutes;
    part = part * 10 + (digits[i] - '0');
  }
  if (hours > 14 || minutes > 59) return std::nullopt;
  return sign * (hours * 60 + minutes);
}

}  // namespace

std::optional<ZoneOffsets> zone_offsets(std::string_view zone) {
  std::string name = base::fold_case(base::trim(zone));
  for (char& c : name) {
    if (c == ' ') c = '_';
  }
  if (name.empty()) return std::nullopt;
  const std::string_view view = name;
  if (view.starts_with("utc") || view.starts_with("gmt")) {
    if (const auto minutes = read_offset(view.substr(3)))
      return ZoneOffsets{*minutes, *minutes};
  }
  const std::string between_blanks = " " + name + " ";
  for (const Known& known : zones) {
    if (known.names.find(between_blanks) != std::string_view::npos) {
      return ZoneOffsets{known.january, known.july};
    }
  }
  return std::nullopt;
}

}  // namespace pairbook::matching
