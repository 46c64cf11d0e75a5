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

// Nobody but ImGui's painter draws here, so what it would ask the graphics card for, to put it
// back afterwards, is known: how a fresh context is. Asking stops the page until the card has
// painted everything so far: with software graphics 30 ms a frame. web/CMakeLists.txt puts this
// in the place of the painter's glGetIntegerv.
extern "C" void pairbook_resting_state(GLenum what, GLint* into) {
  switch (what) {
    case GL_MAJOR_VERSION:
    case GL_MINOR_VERSION:
    case GL_MAX_TEXTURE_SIZE:
    case GL_NUM_EXTENSIONS:
      return glGetIntegerv(what, into);
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:
      into[0] = into[1] = 0;
      into[2] = into[3] = 1;
      return;
    case GL_ACTIVE_TEXTURE:
      *into = GL_TEXTURE0;
      return;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA:
      *into = GL_ONE;
      return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
      *into = GL_FUNC_ADD;
      return;
    default:  // bindings and the factors of what is there already
      *into = 0;
  }
}

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
