#include "renderer.hpp"

#include <GLES3/gl3.h>
#include <emscripten/html5_webgl.h>

#include "backends/imgui_impl_opengl3.h"
#include "host.hpp"
#include "imgui.h"

namespace pairbook::web {
namespace {

float channel(unsigned color, int shift) {
  return static_cast<float>((color >> shift) & 255U) / 255.0F;
}

// Without a painter somebody must still say that the textures are as they should be.
void pretend_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_Destroyed) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

}  // namespace

bool Renderer::start() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.antialias = false;
  attributes.alpha = false;
  attributes.depth = false;
  attributes.stencil = false;
  attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
  attributes.enableExtensionsByDefault = false;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context =
      emscripten_webgl_create_context("#canvas", &attributes);
  painting_ = context > 0 && emscripten_webgl_make_context_current(context) == 0 &&
              ImGui_ImplOpenGL3_Init("#version 300 es");
  if (!painting_) ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  return painting_;
}

void Renderer::restore() {
  host_forget_graphics();
  ImGui_ImplOpenGL3_Shutdown();
  painting_ = ImGui_ImplOpenGL3_Init("#version 300 es");
}

void Renderer::begin_frame() {
  if (painting_) ImGui_ImplOpenGL3_NewFrame();
}

void Renderer::paint(int width, int height, unsigned background) {
  if (!painting_) {
    pretend_textures();
    return;
  }
  glViewport(0, 0, width, height);
  glClearColor(channel(background, 16), channel(background, 8), channel(background, 0), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace pairbook::web
