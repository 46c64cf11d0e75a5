// The mirror: real elements that lie exactly over what the canvas shows. One packed buffer a frame
// names what is gone, what is new or different, and the order when it changed; nothing else is touched.

function readNode(from) {
  const node = { id: from.u32(), parent: from.u32(), role: ROLES[from.u8()] };
  const bits = from.u32();
  node.disabled = bits & 1; node.checked = bits & 2; node.selected = bits & 4; node.invalid = bits & 8;
  node.required = bits & 16; node.hidden = bits & 32; node.busy = bits & 64; node.bold = bits & 512;
  node.parental = bits & 1024; node.skipTab = bits & 2048; node.alignEnd = bits & 4096;
  node.expanded = bits & 128 ? String(Boolean(bits & 256)) : '';
  node.rect = from.rect();
  node.clip = from.rect();
  node.fontSize = from.f32();
  node.lineHeight = from.f32();
  node.paddingStart = from.f32();
  node.level = from.u8();
  for (const number of ['min', 'max', 'step', 'rowCount', 'rowIndex', 'columnCount', 'columnIndex']) node[number] = from.i32();
  for (const text of ['name', 'value', 'description', 'inputType', 'autocomplete', 'placeholder', 'href', 'shortcut', 'accept', 'sort', 'language', 'keys']) node[text] = from.text();
  node.options = from.list((reader) => reader.text());
  return node;
}

// Headings and dialogs can be given focus but are no stop for Tab; what answers keys must be focusable.
function tabIndexOf(node) {
  if (node.skipTab || node.role === 'heading' || node.role === 'dialog') return '-1';
  const native = EDITED.has(node.role) || ['button', 'tab', 'link', 'checkbox', 'radio', 'file_picker'].includes(node.role);
  return node.keys && !native ? '0' : '';
}

function makeMirror(root, speak) {
  const entries = new Map();    // id -> {element, node, origin}
  const ids = new WeakMap();    // element -> id
  let restore = [];             // where focus was before each open dialog
  let dialogs = [];
  let shortcuts = new Set();    // chords the application answers wherever the focus is

  const set = (element, name, value) => {
    if (value === '' || value === null || value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value);
  };

  function describe(entry, text) {
    if (!text) {
      if (entry.help) { entry.help.remove(); entry.help = null; }
      entry.element.removeAttribute('aria-describedby');
      return;
    }
    if (!entry.help) {
      entry.help = make('span', { id: `help-${entry.node.id}`, hidden: '' });
      document.getElementById('descriptions').append(entry.help);
    }
    entry.help.textContent = text;
    entry.element.setAttribute('aria-describedby', entry.help.id);
  }

  function setText(element, text) {
    const first = element.firstChild;
    if (first && first.nodeType === Node.TEXT_NODE) first.data = text;
    else if (text) element.prepend(text);
  }

  function setValue(entry, value) {
    const { element } = entry;
    // What the application echoes of our own typing may be older than what stands here by now.
    const sent = entry.sent ? entry.sent.indexOf(value) : -1;
    if (sent >= 0) { entry.sent.splice(0, sent + 1); return; }
    entry.sent = null;
    if (element.value !== value && !entry.composing) element.value = value;
  }

  const setSelected = (element, value) => { if (element.selectedIndex !== Number(value)) element.selectedIndex = value === '' ? -1 : Number(value); };

  function setOptions(element, options) {
    while (element.options.length > options.length) element.lastChild.remove();
    options.forEach((text, index) => {
      if (index >= element.options.length) element.append(make('option', { value: String(index) }));
      if (element.options[index].textContent !== text) element.options[index].textContent = text;
    });
  }

  // What differs between two nodes is written; `old` is {} for a new element.
  function write(entry, node, old) {
    const { element } = entry;
    const { role } = node;
    const differs = (name) => node[name] !== old[name];
    if (differs('name') || differs('parental')) {
      if (!NAMED_BY_TEXT.has(role)) set(element, 'aria-label', node.name);
      // A cell that holds a button is named by the button.
      else setText(element, node.parental && role !== 'status' && role !== 'alert' ? '' : node.name);
      if (role === 'status' || role === 'alert') speak(role, node.name);
    }
    if (differs('description')) describe(entry, node.description);
    if (differs('disabled')) { if ('disabled' in element) element.disabled = Boolean(node.disabled); else set(element, 'aria-disabled', node.disabled ? 'true' : ''); }
    if (differs('invalid')) set(element, 'aria-invalid', node.invalid ? 'true' : '');
    if (differs('required')) set(element, 'aria-required', node.required ? 'true' : '');
    if (differs('busy')) set(element, 'aria-busy', node.busy ? 'true' : '');
    if (differs('expanded')) set(element, 'aria-expanded', node.expanded);
    if (differs('shortcut')) set(element, 'aria-keyshortcuts', node.shortcut);
    if (differs('language')) set(element, 'lang', node.language);
    if (differs('hidden')) element.style.visibility = node.hidden ? 'hidden' : '';
    if (differs('fontSize')) element.style.fontSize = `${node.fontSize}px`;
    if (differs('paddingStart') && (role === 'text_field' || role === 'text_area')) element.style.paddingInlineStart = `${node.paddingStart}px`;
    if (differs('alignEnd')) element.style.textAlign = node.alignEnd ? 'end' : '';
    if (differs('skipTab')) set(element, 'tabindex', tabIndexOf(node));
    if (differs('keys')) entry.keys = new Set(node.keys.split(' ').filter(Boolean));
    if (differs('bold')) element.style.fontWeight = node.bold ? '600' : '';
    if (differs('selected') && (role === 'tab' || role === 'row' || role === 'cell')) set(element, 'aria-selected', String(Boolean(node.selected)));
    if (differs('selected') && role === 'link') set(element, 'aria-current', node.selected ? 'page' : '');
    if (differs('selected') && role === 'list_item') set(element, 'aria-current', node.selected ? 'step' : '');
    if (differs('selected') && role === 'button') set(element, 'aria-pressed', node.selected ? 'true' : '');
    switch (role) {
      case 'link':
        if (differs('href')) set(element, 'href', node.href);
        break;
      case 'text_field':
      case 'text_area':
        if (differs('placeholder')) set(element, 'placeholder', node.placeholder);
        if (differs('autocomplete')) set(element, 'autocomplete', node.autocomplete || 'off');
        if (role === 'text_field' && !element.dir && node.inputType !== 'password') element.dir = 'auto';
        if (differs('value')) setValue(entry, node.value);
        break;
      case 'slider':
        for (const name of ['min', 'max', 'step']) if (differs(name)) set(element, name, node[name]);
        if (differs('value')) setValue(entry, node.value);
        break;
      case 'select':
        if (JSON.stringify(node.options) !== JSON.stringify(old.options)) { setOptions(element, node.options); setSelected(element, node.value); }
        else if (differs('value')) setSelected(element, node.value);
        break;
      case 'checkbox':
      case 'radio':
        if (element.checked !== Boolean(node.checked)) element.checked = Boolean(node.checked);
        break;
      case 'progress':
        if (differs('value')) { if (node.value === '') element.removeAttribute('value'); else element.value = Number(node.value); }
        break;
      case 'table':
        if (differs('rowCount')) set(element, 'aria-rowcount', node.rowCount || '');
        if (differs('columnCount')) set(element, 'aria-colcount', node.columnCount || '');
        break;
      case 'row':
        if (differs('rowIndex')) set(element, 'aria-rowindex', node.rowIndex || '');
        break;
      case 'column_header':
        if (differs('sort')) set(element, 'aria-sort', node.sort);
        // Above a column of buttons stands no word: then it heads nothing.
        if (differs('name') || differs('parental')) element.setAttribute('role', node.name || node.parental ? 'columnheader' : 'gridcell');
      // falls through: a header is a cell
      case 'cell':
        if (differs('columnIndex')) set(element, 'aria-colindex', node.columnIndex || '');
        break;
    }
  }

  function place(entry, node) {
    const style = entry.element.style;
    const parent = entries.get(node.parent);
    const x = node.rect.x - (parent ? parent.node.rect.x : 0);
    const y = node.rect.y - (parent ? parent.node.rect.y : 0);
    const was = entry.placed || {};
    if (was.x !== x) style.left = `${x}px`;
    if (was.y !== y) style.top = `${y}px`;
    if (was.width !== node.rect.width) style.width = `${node.rect.width}px`;
    if (was.height !== node.rect.height) {
      style.height = `${node.rect.height}px`;
    }
    // One painted line stands in the middle of its box; longer text wraps as painted.
    const single = node.rect.height < node.lineHeight * 2;
    const lineHeight = single ? node.rect.height : node.lineHeight;
    if (!CONTAINERS.has(node.role) && entry.lineHeight !== lineHeight) style.lineHeight = `${lineHeight}px`;
    entry.lineHeight = lineHeight;
    entry.placed = { x, y, width: node.rect.width, height: node.rect.height };
    if (CONTAINERS.has(node.role)) return;
    const { rect, clip } = node;
    const inset = [clip.y - rect.y, rect.x + rect.width - clip.x - clip.width, rect.y + rect.height - clip.y - clip.height, clip.x - rect.x];
    const clipped = inset.some((side) => side > 0.5) ? `inset(${inset.map((side) => `${Math.max(0, side)}px`).join(' ')})` : '';
    if (entry.clipped !== clipped && (clipped || entry.clipped)) style.clipPath = clipped;
    entry.clipped = clipped;
  }

  const kindOf = (node) => `${node.role} ${node.level} ${node.inputType}`;

  function put(node) {
    let entry = entries.get(node.id);
    let old = entry ? entry.node : {};
    if (entry && kindOf(old) !== kindOf(node)) { forget(node.id); entry = null; old = {}; }
    if (!entry) {
      entry = { element: MAKE[node.role](node), node };
      entry.element.id = `n${node.id}`;
      entries.set(node.id, entry);
      ids.set(entry.element, node.id);
    }
    entry.node = node;
    if (old.rect && (old.rect.x !== node.rect.x || old.rect.y !== node.rect.y)) entry.shifted = true;
    write(entry, node, old);
    return entry;
  }

  function forget(id) {
    const entry = entries.get(id);
    if (!entry) return;
    entry.element.remove();
    if (entry.help) entry.help.remove();
    entries.delete(id);
  }

  // Children in reading order. What stands right is not moved: moving an element would end its focus.
  function arrange(order) {
    const next = new Map([[root, root.firstElementChild]]);
    for (const [id, parentId] of order) {
      const { element } = entries.get(id);
      const parent = parentId && entries.has(parentId) ? entries.get(parentId).element : root;
      if (!next.has(parent)) next.set(parent, parent.firstElementChild);
      const cursor = next.get(parent);
      if (cursor === element) next.set(parent, element.nextElementSibling);
      else if (parent.moveBefore && element.isConnected) parent.moveBefore(element, cursor);
      else parent.insertBefore(element, cursor);
    }
  }

  const canFocus = (element) => element.isConnected && !element.disabled && !element.closest('[inert]') && element.style.visibility !== 'hidden';
  const focus = (element) => element.focus({ preventScroll: true });

  // Everything outside the topmost dialog is inert; focus goes in, and back when it closes.
  function guardDialogs(order) {
    const open = order.filter(([id]) => entries.get(id).node.role === 'dialog').map(([id]) => id);
    const opened = open.filter((id) => !dialogs.includes(id));
    const closed = dialogs.filter((id) => !open.includes(id));
    if (!opened.length && !closed.length && !open.length) return null;
    for (const id of opened) restore.push({ dialog: id, back: document.activeElement });
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

  function settleFocus(requested, before, moved) {
    const wanted = entries.get(requested);
    if (wanted && canFocus(wanted.element)) return focus(wanted.element);
    if (moved && moved.into) return focus(firstIn(moved.into));
    if (moved && moved.back && canFocus(moved.back)) return focus(moved.back);
    const lost = before && before !== document.body && root.contains(before) === false && before.id.startsWith('n');
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
    const rightToLeft = from.u8();
    const requested = from.u32();
    shortcuts = new Set(from.list((reader) => reader.text()));
    const before = document.activeElement;
    if (root.dir !== (rightToLeft ? 'rtl' : 'ltr')) root.dir = rightToLeft ? 'rtl' : 'ltr';
    if (document.title !== title) document.title = title;
    if (language && document.documentElement.lang !== language) document.documentElement.lang = language;
    const gone = from.list((reader) => reader.u32());
    const changed = from.list(readNode);
    const order = from.list((reader) => [reader.u32(), reader.u32()]);
    gone.forEach(forget);
    const touched = changed.map((node) => ({ entry: put(node) }));
    let moved = null;
    if (order.length) {
      arrange(order);
      moved = guardDialogs(order);
    }
    // Positions are relative to parents, so what a moved parent holds is placed anew.
    const shifted = touched.filter(({ entry }) => entry.shifted && CONTAINERS.has(entry.node.role));
    for (const { entry } of touched) { place(entry, entry.node); entry.shifted = false; }
    if (shifted.length) entries.forEach((entry) => place(entry, entry.node));
    if (before !== document.activeElement && before && before.isConnected && canFocus(before) && root.contains(before)) focus(before);
    settleFocus(requested, before, moved);
  }

  // The node an event happened in, and its element's entry.
  function find(target) {
    for (let element = target; element && element !== root; element = element.parentElement) {
      if (ids.has(element)) return entries.get(ids.get(element));
    }
    return null;
  }

  return {
    update, find,
    entry: (id) => entries.get(id),
    answers: (chord) => shortcuts.has(chord),
    topDialog: () => (dialogs.length ? dialogs[dialogs.length - 1] : 0),
  };
}
