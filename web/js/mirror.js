// The mirror: real elements that lie exactly over what the canvas shows. One packed buffer a frame
// (mirror_buffer.cpp) names what is gone, what of which thing differs, and what changed places; nothing
// else is touched. Things are known by their slots: the element of a row that scrolled out of view is
// given to a row that came into view.

function makeMirror(root, speak) {
  const entries = new Map();    // slot -> {element, node, renewed}
  const owners = new WeakMap();  // element -> its entry
  let restore = [];             // where focus was before each open dialog
  let dialogs = [];             // slots, the topmost last
  let shortcuts = new Set();    // chords the application answers wherever the focus is
  let frame = 0;

  function put(from) {
    const slot = from.u32();
    let told = from.u32();
    const isNew = Boolean(told & FIELD.fresh);
    const entry = isNew ? { element: null, node: newNode(), keys: null, renewed: 0, sent: null, help: null } : entries.get(slot);
    const { node } = entry;
    const bits = node.bits, was = isNew ? {} : node.rect;
    readFields(from, node, told);
    let flipped = bits ^ node.bits;
    if (isNew) {
      entry.element = MAKE[node.role](node);
      entries.set(slot, entry);
      owners.set(entry.element, entry);
      told = flipped = -1;
      let style = '';
      styleOf(node, was, told, flipped, (name, value) => { if (value) style += `${name}:${value};`; });
      entry.element.style.cssText = style;
    } else {
      if (told & FIELD.id) entry.renewed = frame;
      const { style } = entry.element;
      if (told & (FIELD.rect | FIELD.cut | FIELD.type | FIELD.bits)) styleOf(node, was, told, flipped, (name, value) => style.setProperty(name, value));
    }
    writeNode(entry, told, flipped, speak);
  }

  function forget(slot) {
    const entry = entries.get(slot);
    // What held it may be gone already, and it with it.
    if (entry.element.isConnected) entry.element.remove();
    if (entry.help) entry.help.remove();
    entries.delete(slot);
  }

  const isRenewed = (element) => { const entry = owners.get(element); return Boolean(entry) && entry.renewed === frame; };

  // Children in reading order. What stands right is not moved: moving an element would end its focus.
  function arrange(from) {
    const slot = from.u32();
    const parent = slot ? entries.get(slot).element : root;
    let cursor = parent.firstElementChild;
    for (let left = from.count(); left > 0; --left) {
      const { element } = entries.get(from.u32());
      // A row that was given to somebody else is put where its turn comes, so that the others can stay.
      while (cursor && cursor !== element && isRenewed(cursor)) {
        const next = cursor.nextElementSibling;
        cursor.remove();
        cursor = next;
      }
      if (cursor === element) cursor = element.nextElementSibling;
      else if (parent.moveBefore && element.isConnected) parent.moveBefore(element, cursor);
      else parent.insertBefore(element, cursor);
    }
  }

  const canFocus = (element) => element.isConnected && !element.disabled && !element.closest('[inert]');
  const focus = (element) => element.focus({ preventScroll: true });

  // Everything outside the topmost dialog is inert; focus goes in, and back when it closes.
  function guardDialogs(open, rearranged) {
    const opened = open.filter((slot) => !dialogs.includes(slot));
    const closed = dialogs.filter((slot) => !open.includes(slot));
    if (!opened.length && !closed.length && !(open.length && rearranged)) return null;
    for (const slot of opened) restore.push({ dialog: slot, back: document.activeElement });
    dialogs = open;
    const top = open.length ? entries.get(open[open.length - 1]).element : null;
    for (const child of root.children) {
      const inert = Boolean(top) && !child.contains(top);
      if (child.inert !== inert) child.inert = inert;
    }
    if (opened.length) return { into: top };
    if (!closed.length) return null;
    const backs = restore.filter(({ dialog }) => closed.includes(dialog));
    restore = restore.filter(({ dialog }) => !closed.includes(dialog));
    return { back: backs.length ? backs[0].back : null };
  }

  const FOCUSABLE = 'input,button,select,textarea,a[href],[tabindex="0"]';
  function firstIn(element) {
    return [...element.querySelectorAll(FOCUSABLE)].find(canFocus) || element;
  }

  function settleFocus(requested, before, held, moved) {
    const wanted = entries.get(requested);
    if (wanted && canFocus(wanted.element)) return focus(wanted.element);
    if (moved && moved.into) return focus(firstIn(moved.into));
    if (moved && moved.back && canFocus(moved.back)) return focus(moved.back);
    const lost = before && before !== document.body && root.contains(before) === false && owners.has(before);
    if (lost && !moved && held && held.isConnected) {
      // The row that had it scrolled away: the list keeps it, and stays where it is.
      held.tabIndex = -1;
      return focus(held);
    }
    if (moved || lost) {
      // What had focus is gone: the page's heading is the nearest place that makes sense.
      const top = dialogs.length ? entries.get(dialogs[dialogs.length - 1]).element : null;
      const home = top ? firstIn(top) : root.querySelector('main h1, h1') || root.querySelector('main');
      if (home && document.activeElement === document.body) focus(home);
    }
  }

  function update(bytes) {
    const from = new Reader(bytes);
    const title = from.text();
    const language = from.text();
    const direction = from.u8() ? 'rtl' : 'ltr';
    const requested = from.u32();
    shortcuts = new Set(from.list((reader) => reader.text()));
    const before = document.activeElement;
    const held = before && before.closest('#mirror [role=grid], #mirror [role=list]');
    if (root.dir !== direction) root.dir = direction;
    if (document.title !== title) document.title = title;
    if (language && document.documentElement.lang !== language) document.documentElement.lang = language;
    frame += 1;
    for (let left = from.count(); left > 0; --left) forget(from.u32());
    for (let left = from.count(); left > 0; --left) put(from);
    const rearranged = from.count();
    for (let left = rearranged; left > 0; --left) arrange(from);
    const moved = guardDialogs(from.list((reader) => reader.u32()), rearranged > 0);
    if (before !== document.activeElement && before && before.isConnected && canFocus(before) && root.contains(before)) focus(before);
    settleFocus(requested, before, held, moved);
  }

  // The entry of the element an event happened in.
  function find(target) {
    for (let element = target; element && element !== root; element = element.parentElement) {
      if (owners.has(element)) return owners.get(element);
    }
    return null;
  }

  return { update, find, answers: (chord) => shortcuts.has(chord) };
}
