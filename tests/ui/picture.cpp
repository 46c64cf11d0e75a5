#include "ui/picture.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>

namespace pairbook::ui {
namespace {

struct Texel {
  float r = 1, g = 1, b = 1, a = 1;
};

Texel sample(ImTextureData* texture, float u, float v) {
  if (!texture || !texture->Pixels) return {};
  const int x = std::clamp(static_cast<int>(u * static_cast<float>(texture->Width)), 0,
                           texture->Width - 1);
  const int y = std::clamp(static_cast<int>(v * static_cast<float>(texture->Height)), 0,
                           texture->Height - 1);
  const auto* at = static_cast<const std::uint8_t*>(texture->GetPixelsAt(x, y));
  if (texture->Format == ImTextureFormat_Alpha8)
    return {1, 1, 1, static_cast<float>(at[0]) / 255};
  return {static_cast<float>(at[0]) / 255, static_cast<float>(at[1]) / 255,
          static_cast<float>(at[2]) / 255, static_cast<float>(at[3]) / 255};
}

float edge(const ImVec2& a, const ImVec2& b, float x, float y) {
  return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
}

// A pixel on an edge that two triangles share belongs to one of them.
bool owns_edge(const ImVec2& a, const ImVec2& b) {
  return a.y == b.y ? b.x > a.x : b.y < a.y;
}

struct Corner {
  ImVec2 at;
  ImVec2 uv;
  ImU32 color = 0;
};

void paint_triangle(Picture& picture, const ImVec4& clip, Corner a, Corner b, Corner c,
                    ImTextureData* texture) {
  float area = edge(a.at, b.at, c.at.x, c.at.y);
  if (area == 0) return;
  if (area < 0) {
    std::swap(b, c);
    area = -area;
  }
  const int left = std::max(static_cast<int>(clip.x),
                            static_cast<int>(std::floor(std::min({a.at.x, b.at.x, c.at.x}))));
  const int right = std::min(static_cast<int>(clip.z),
                             static_cast<int>(std::ceil(std::max({a.at.x, b.at.x, c.at.x}))));
  const int top = std::max(static_cast<int>(clip.y),
                           static_cast<int>(std::floor(std::min({a.at.y, b.at.y, c.at.y}))));
  const int low = std::min(static_cast<int>(clip.w),
                           static_cast<int>(std::ceil(std::max({a.at.y, b.at.y, c.at.y}))));
  const auto part = [](ImU32 color, int shift) {
    return static_cast<float>((color >> shift) & 0xFF) / 255;
  };
  for (int y = std::max(0, top); y < std::min(low, picture.height); ++y) {
    for (int x = std::max(0, left); x < std::min(right, picture.width); ++x) {
      const float px = static_cast<float>(x) + 0.5F, py = static_cast<float>(y) + 0.5F;
      const float wa = edge(b.at, c.at, px, py), wb = edge(c.at, a.at, px, py),
                  wc = edge(a.at, b.at, px, py);
      if (wa < 0 || wb < 0 || wc < 0) continue;
      if ((wa == 0 && !owns_edge(b.at, c.at)) || (wb == 0 && !owns_edge(c.at, a.at)) ||
          (wc == 0 && !owns_edge(a.at, b.at)))
        continue;
      const float ka = wa / area, kb = wb / area, kc = wc / area;
      const Texel texel = sample(texture, ka * a.uv.x + kb * b.uv.x + kc * c.uv.x,
                                 ka * a.uv.y + kb * b.uv.y + kc * c.uv.y);
      const auto mixed = [&](int shift) {
        return ka * part(a.color, shift) + kb * part(b.color, shift) +
               kc * part(c.color, shift);
      };
      const float alpha = mixed(IM_COL32_A_SHIFT) * texel.a;
      const std::array<float, 3> over{mixed(IM_COL32_R_SHIFT) * texel.r,
                                      mixed(IM_COL32_G_SHIFT) * texel.g,
                                      mixed(IM_COL32_B_SHIFT) * texel.b};
      auto* pixel = &picture.rgb[static_cast<std::size_t>(y * picture.width + x) * 3];
      for (std::size_t i = 0; i < 3; ++i) {
        const float under = static_cast<float>(pixel[i]) / 255;
        pixel[i] = static_cast<std::uint8_t>(
            std::lround(std::clamp(over[i] * alpha + under * (1 - alpha), 0.0F, 1.0F) * 255));
      }
    }
  }
}

std::uint32_t crc(const std::vector<std::uint8_t>& bytes) {
  std::uint32_t value = 0xFFFFFFFFU;
  for (const std::uint8_t byte : bytes) {
    value ^= byte;
    for (int i = 0; i < 8; ++i) value = value >> 1 ^ (value & 1 ? 0xEDB88320U : 0);
  }
  return ~value;
}

void put32(std::vector<std::uint8_t>& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8)
    out.push_back(static_cast<std::uint8_t>(value >> shift));
}

void put_chunk(std::FILE* file, const char* kind, const std::vector<std::uint8_t>& body) {
  std::vector<std::uint8_t> typed(kind, kind + 4), out;
  typed.insert(typed.end(), body.begin(), body.end());
  put32(out, static_cast<std::uint32_t>(body.size()));
  out.insert(out.end(), typed.begin(), typed.end());
  put32(out, crc(typed));
  std::fwrite(out.data(), 1, out.size(), file);
}

// Zlib's format without compression: stored blocks.
std::vector<std::uint8_t> stored(const std::vector<std::uint8_t>& raw) {
  std::vector<std::uint8_t> out{0x78, 0x01};
  std::uint32_t a = 1, b = 0;
  for (const std::uint8_t byte : raw) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t size = std::min<std::size_t>(65535, raw.size() - at);
    out.push_back(at + size == raw.size() ? 1 : 0);
    for (const std::size_t each : {size, ~size}) {
      out.push_back(static_cast<std::uint8_t>(each));
      out.push_back(static_cast<std::uint8_t>(each >> 8));
    }
    out.insert(out.end(), raw.begin() + static_cast<std::ptrdiff_t>(at),
               raw.begin() + static_cast<std::ptrdiff_t>(at + size));
    at += size;
  }
  put32(out, b << 16 | a);
  return out;
}

}  // namespace

Picture paint_picture(const ImDrawData& data) {
  const float scale = data.FramebufferScale.x;
  Picture picture{static_cast<int>(data.DisplaySize.x * scale),
                  static_cast<int>(data.DisplaySize.y * scale),
                  {}};
  picture.rgb.assign(static_cast<std::size_t>(picture.width * picture.height) * 3, 255);
  std::map<ImTextureID, ImTextureData*> textures;
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
    textures[texture->TexID] = texture;
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const auto texture = textures.find(command.GetTexID());
      const ImVec4 clip{command.ClipRect.x * scale, command.ClipRect.y * scale,
                        command.ClipRect.z * scale, command.ClipRect.w * scale};
      const auto corner = [&](unsigned int index) {
        const ImDrawVert& vertex = list->VtxBuffer[static_cast<int>(
            command.VtxOffset + list->IdxBuffer[static_cast<int>(command.IdxOffset + index)])];
        return Corner{{vertex.pos.x * scale, vertex.pos.y * scale}, vertex.uv, vertex.col};
      };
      for (unsigned int i = 0; i + 2 < command.ElemCount; i += 3)
        paint_triangle(picture, clip, corner(i), corner(i + 1), corner(i + 2),
                       texture == textures.end() ? nullptr : texture->second);
    }
  }
  return picture;
}

void save_png(const std::string& path, const Picture& picture) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) return;
  const std::array<std::uint8_t, 8> magic{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  std::fwrite(magic.data(), 1, magic.size(), file);
  std::vector<std::uint8_t> head;
  put32(head, static_cast<std::uint32_t>(picture.width));
  put32(head, static_cast<std::uint32_t>(picture.height));
  head.insert(head.end(), {8, 2, 0, 0, 0});
  put_chunk(file, "IHDR", head);
  std::vector<std::uint8_t> raw;
  const auto line = static_cast<std::size_t>(picture.width) * 3;
  for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height); ++y) {
    raw.push_back(0);
    raw.insert(raw.end(), picture.rgb.begin() + static_cast<std::ptrdiff_t>(y * line),
               picture.rgb.begin() + static_cast<std::ptrdiff_t>((y + 1) * line));
  }
  put_chunk(file, "IDAT", stored(raw));
  put_chunk(file, "IEND", {});
  std::fclose(file);
}

}  // namespace pairbook::ui
