// Mouse, pen and fingers, told to the canvas through the container: what happens on an element of the
// mirror bubbles up to here, so hovering and pressing what is painted below it still works.

const POINTER = { move: 0, down: 1, up: 2, leave: 3 };
const DRAG_START = 8;      // px a finger may stray and still be a tap
const FRICTION = 0.0021;   // share of the speed that a flick loses in a millisecond

function listenToPointer(container, wasm, kick, options) {
  let drag = null;
  let flick = 0;

  const at = (event) => {
    const box = container.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const touches = (event) => event.pointerType === 'touch';
  function tell(kind, event, button = 0) {
    if (options.plain()) return;
    const [x, y] = at(event);
    wasm.pb_shift(event.shiftKey ? 1 : 0);
    wasm.pb_control(event.ctrlKey || event.metaKey ? 1 : 0);
    wasm.pb_pointer(POINTER[kind], x, y, button, touches(event) ? 1 : 0);
    kick(3);
  }
  // Positive shows what is further down, or further towards the end.
  function scroll(dx, dy) { wasm.pb_scroll(dx, dy); kick(2); }
  const leave = (event) => { wasm.pb_pointer(POINTER.leave, 0, 0, 0, touches(event) ? 1 : 0); kick(2); };
  // A long text scrolls in its own field before the page moves.
  const scrollsItself = (target) => target.localName === 'textarea' && target.scrollHeight > target.clientHeight + 1;

  container.addEventListener('pointermove', (event) => {
    if (drag && drag.id === event.pointerId) return dragTo(event);
    tell('move', event);
  });
  container.addEventListener('pointerdown', (event) => {
    cancelAnimationFrame(flick);
    if (touches(event) && event.isPrimary) drag = { id: event.pointerId, x: event.clientX, y: event.clientY, moving: false, speedX: 0, speedY: 0, time: event.timeStamp };
    tell('move', event);
    tell('down', event, event.button);
  });
  container.addEventListener('pointerup', (event) => {
    const dragged = drag && drag.id === event.pointerId && drag.moving;
    if (dragged) coast(drag.speedX, drag.speedY, event.timeStamp - drag.time);
    else { tell('move', event); tell('up', event, event.button); }
    if (touches(event)) leave(event);
    drag = null;
  });
  container.addEventListener('pointercancel', (event) => { leave(event); drag = null; });
  container.addEventListener('pointerleave', (event) => { if (!event.buttons) leave(event); });

  // A finger that moves scrolls, with the momentum it had when it left.
  function dragTo(event) {
    const dx = event.clientX - drag.x, dy = event.clientY - drag.y;
    if (!drag.moving && Math.hypot(dx, dy) < DRAG_START) return;
    if (scrollsItself(event.target)) return;
    if (!drag.moving) {
      drag.moving = true;
      wasm.pb_release();  // the press under the finger is not meant
    }
    const passed = Math.max(1, event.timeStamp - drag.time);
    drag.speedX = dx / passed; drag.speedY = dy / passed;
    drag.x = event.clientX; drag.y = event.clientY; drag.time = event.timeStamp;
    const [x, y] = at(event);
    wasm.pb_pointer(POINTER.move, x, y, 0, 1);
    scroll(-dx, -dy);
  }
  function coast(speedX, speedY, rested) {
    if (rested > 80 || options.stillness()) return;
    let last = performance.now();
    const step = (now) => {
      const passed = Math.min(40, now - last);
      last = now;
      const keep = Math.max(0, 1 - FRICTION * passed);
      speedX *= keep; speedY *= keep;
      if (Math.hypot(speedX, speedY) < 0.02) return;
      scroll(-speedX * passed, -speedY * passed);
      flick = requestAnimationFrame(step);
    };
    flick = requestAnimationFrame(step);
  }

  // The browser brings an element into view (find in page, a screen reader, a test): the mirror itself
  // never stays scrolled, what is painted scrolls instead.
  container.addEventListener('scroll', (event) => {
    const moved = event.target;
    const dx = moved.scrollLeft, dy = moved.scrollTop;
    if (options.plain() || scrollsItself(moved) || moved.localName === 'input' || (!dx && !dy)) return;
    moved.scrollTo(0, 0);
    wasm.pb_pointer(POINTER.move, container.clientWidth * 0.6, container.clientHeight * 0.6, 0, 0);
    wasm.pb_scroll(dx, dy);
    wasm.pb_draw();
    kick(2);
  }, { capture: true });

  container.addEventListener('wheel', (event) => {
    if (event.ctrlKey || options.plain() || scrollsItself(event.target)) return;  // Ctrl and wheel is the browser's zoom
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 20 : event.deltaMode === 2 ? container.clientHeight : 1;
    const [x, y] = at(event);
    wasm.pb_pointer(POINTER.move, x, y, 0, 0);
    const sideways = event.shiftKey && !event.deltaX;
    scroll((sideways ? event.deltaY : event.deltaX) * unit, (sideways ? 0 : event.deltaY) * unit);
  }, { passive: false });
}
