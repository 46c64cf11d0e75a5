// When to draw: never by itself. Something that happened asks for a few frames, an animation for one
// more, and a deadline (a toast that ends, a tooltip) is one timer. Idle means no frame at all.

function makeFrames(draw) {
  let wanted = 0, scheduled = 0, timer = 0, due = Infinity;

  function frame(now) {
    scheduled = 0;
    wanted -= 1;
    draw(now);
    if (wanted > 0 && !scheduled) scheduled = requestAnimationFrame(frame);
  }
  function kick(frames) {
    wanted = Math.max(wanted, frames);
    if (!scheduled) scheduled = requestAnimationFrame(frame);
  }
  // Draws again when the clock reaches `time` (ms since 1970); a sooner deadline wins.
  function wake(time, woke) {
    if (time >= due && timer) return;
    clearTimeout(timer);
    due = time;
    timer = setTimeout(() => { timer = 0; due = Infinity; woke(); }, Math.min(Math.max(0, time - Date.now()), 2 ** 31 - 1));
  }
  return { kick, wake };
}

// Work that the application parts into short turns: several after each other while there is time before the
// next frame, then the page draws and takes input. A hidden page draws nothing and is woken seldom: longer then.
function makeTurns(turn) {
  const TIME = 12, HIDDEN_TIME = 40;
  let more = false, inside = false, asked = false;

  function run() {
    asked = false;
    inside = true;
    const end = performance.now() + (document.hidden ? HIDDEN_TIME : TIME);
    try {
      do { more = false; turn(); } while (more && performance.now() < end);
    } finally { inside = false; }
    if (more) ask();
  }
  function ask() {
    if (asked) return;
    asked = true;
    if (document.hidden) setTimeout(run);
    else requestAnimationFrame(() => setTimeout(run));
  }
  return { next() { if (inside) more = true; else ask(); } };
}

// The canvas in the device's own pixels. A resize is drawn in the same breath: no blank flash.
function followSize(container, canvas, resized) {
  const apply = (width, height, pixelWidth, pixelHeight) => {
    if (!width || !height) return;
    if (canvas.width !== pixelWidth) canvas.width = pixelWidth;
    if (canvas.height !== pixelHeight) canvas.height = pixelHeight;
    resized(width, height, pixelWidth / width);
  };
  const observer = new ResizeObserver(([entry]) => {
    const { width, height } = entry.contentRect;
    const exact = entry.devicePixelContentBoxSize;
    const ratio = window.devicePixelRatio;
    // Emulated densities are unknown to the exact size, which is then far off.
    if (exact && Math.abs(exact[0].inlineSize - width * ratio) < 2) apply(width, height, exact[0].inlineSize, exact[0].blockSize);
    else apply(width, height, Math.round(width * ratio), Math.round(height * ratio));
  });
  try { observer.observe(container, { box: 'device-pixel-content-box' }); } catch { observer.observe(container); }
}
