// The functions of host.hpp, handed on to what the page (or the worker) put into Module.host.
addToLibrary({
  host_mirror: (at, size) => Module['host'].mirror(at, size),
  host_effect: (at, size) => Module['host'].effect(at, size),
  host_kick: (frames) => Module['host'].kick(frames),
  host_wake: (time) => Module['host'].wake(time),
  host_cursor: (cursor) => Module['host'].cursor(cursor),
  host_colors: (background, text, hint, accent, dark) => Module['host'].colors(background, text, hint, accent, dark),
  host_forget_graphics__deps: ['$GL'],
  host_forget_graphics: () => {
    for (const table of [GL.buffers, GL.programs, GL.shaders, GL.textures, GL.vaos]) table.fill(null);
  },
  host_random: (at, size) => Module['host'].random(at, size),
  host_now: () => Date.now(),
  host_zone_offset: (time) => -new Date(time).getTimezoneOffset(),
  host_measure: (text, size, pixels, bold) => Module['host'].measure(text, size, pixels, bold),
  host_draw_run: (text, size, pixels, bold, width, height, baseline, into) => Module['host'].drawRun(text, size, pixels, bold, width, height, baseline, into),
  host_progress: (part, whole) => Module['host'].progress(part, whole),
});
