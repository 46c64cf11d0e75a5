// One thing of the mirror: its fields as they come from the application (mirror_buffer.cpp), and what
// of its element they are written to. Only what was told is written.

// The fields, in their order. What is not told of a new thing is as in NEW_NODE.
const FIELD = Object.fromEntries(['fresh', 'id', 'bits', 'rect', 'cut', 'type', 'range', 'rowCount', 'rowIndex', 'columnCount', 'columnIndex',
  'name', 'value', 'description', 'autocomplete', 'placeholder', 'href', 'shortcut', 'sort', 'language', 'keys', 'options'].map((name, place) => [name, 1 << place]));
const BIT = Object.fromEntries(['disabled', 'checked', 'selected', 'invalid', 'required', 'hidden', 'busy', 'expandable', 'expanded', 'bold',
  'parental', 'skipTab', 'alignEnd'].map((name, place) => [name, 1 << place]));
const NUMBERS = ['rowCount', 'rowIndex', 'columnCount', 'columnIndex'].map((name) => [name, FIELD[name]]);
const TEXTS = ['name', 'value', 'description', 'autocomplete', 'placeholder', 'href', 'shortcut', 'sort', 'language', 'keys'].map((name) => [name, FIELD[name]]);
const A_TEXT = TEXTS.reduce((all, [, field]) => all | field, 0);
const A_NUMBER = NUMBERS.reduce((all, [, field]) => all | field, 0);

const NO_RECT = { x: 0, y: 0, width: 0, height: 0 };
const newNode = () => ({
  id: 0, role: '', level: 0, inputType: '', parent: 0, bits: 0, disabled: false, rect: NO_RECT, cut: NO_RECT,
  fontSize: 14, lineHeight: 20, paddingStart: 12, min: 0, max: 0, step: 1,
  rowCount: 0, rowIndex: 0, columnCount: 0, columnIndex: 0,
  name: '', value: '', description: '', autocomplete: '', placeholder: '', href: '', shortcut: '', sort: '', language: '', keys: '', options: [],
});

// Reads what was told of a thing into its node.
function readFields(from, node, told) {
  if (told & FIELD.fresh) { node.role = ROLES[from.u8()]; node.level = from.u8(); node.inputType = from.text(); node.parent = from.u32(); }
  if (told & FIELD.id) node.id = from.u32();
  if (told & FIELD.bits) { node.bits = from.u32(); node.disabled = Boolean(node.bits & BIT.disabled); }
  if (told & FIELD.rect) node.rect = from.rect();
  if (told & FIELD.cut) node.cut = from.rect();
  if (told & FIELD.type) { node.fontSize = from.f32(); node.lineHeight = from.f32(); node.paddingStart = from.f32(); }
  if (told & FIELD.range) { node.min = from.i32(); node.max = from.i32(); node.step = from.i32(); }
  if (told & A_NUMBER) for (const [name, field] of NUMBERS) if (told & field) node[name] = from.i32();
  if (told & A_TEXT) for (const [name, field] of TEXTS) if (told & field) node[name] = from.text();
  if (told & FIELD.options) node.options = from.list((reader) => reader.text());
}

const setAttribute = (element, name, value) => {
  if (value !== '' && value !== null && value !== undefined) element.setAttribute(name, value);
  else if (element.hasAttribute(name)) element.removeAttribute(name);
};

// Headings and dialogs can be given focus but are no stop for Tab; what answers keys must be focusable.
function tabIndexOf(node) {
  if (node.bits & BIT.skipTab || node.role === 'heading' || node.role === 'dialog') return '-1';
  const native = EDITED.has(node.role) || ['button', 'tab', 'link', 'checkbox', 'radio', 'file_picker'].includes(node.role);
  return node.keys && !native ? '0' : '';
}

function describe(entry) {
  const { node, element } = entry;
  if (!node.description) {
    if (entry.help) { entry.help.remove(); entry.help = null; element.removeAttribute('aria-describedby'); }
    return;
  }
  if (!entry.help) {
    entry.help = make('span', { hidden: '' });
    document.getElementById('descriptions').append(entry.help);
  }
  entry.help.id = `help-${node.id}`;
  entry.help.textContent = node.description;
  element.setAttribute('aria-describedby', entry.help.id);
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

// Writes what differs: `told` are the fields, `flipped` the bits. Of a new thing everything is told.
function writeNode(entry, told, flipped, speak) {
  const { element, node } = entry;
  const { role, bits } = node;
  const yes = (bit) => (bits & bit ? 'true' : '');
  if (told & FIELD.id) element.id = `n${node.id}`;
  if (told & FIELD.name || flipped & BIT.parental) {
    if (!NAMED_BY_TEXT.has(role)) setAttribute(element, 'aria-label', node.name);
    // A cell that holds a button is named by the button.
    else setText(element, bits & BIT.parental && role !== 'status' && role !== 'alert' ? '' : node.name);
    if (role === 'status' || role === 'alert') speak(role, node.name);
    // A name is heard only with a role; a group without one is just a box.
    if (role === 'group') setAttribute(element, 'role', node.name ? 'group' : '');
  }
  if (told & FIELD.description || (told & FIELD.id && entry.help)) describe(entry);
  if (told & FIELD.shortcut) setAttribute(element, 'aria-keyshortcuts', node.shortcut);
  if (told & FIELD.language) setAttribute(element, 'lang', node.language);
  if (told & FIELD.keys) entry.keys = new Set(node.keys.split(' ').filter(Boolean));
  if (told & FIELD.keys || flipped & BIT.skipTab) setAttribute(element, 'tabindex', tabIndexOf(node));
  if (flipped) {
    if (flipped & BIT.disabled) { if ('disabled' in element) element.disabled = node.disabled; else setAttribute(element, 'aria-disabled', yes(BIT.disabled)); }
    if (flipped & BIT.invalid) setAttribute(element, 'aria-invalid', yes(BIT.invalid));
    if (flipped & BIT.required) setAttribute(element, 'aria-required', yes(BIT.required));
    if (flipped & BIT.busy) setAttribute(element, 'aria-busy', yes(BIT.busy));
    if (flipped & (BIT.expandable | BIT.expanded)) setAttribute(element, 'aria-expanded', bits & BIT.expandable ? String(Boolean(bits & BIT.expanded)) : '');
    if (flipped & BIT.selected) {
      if (role === 'tab' || role === 'row' || role === 'cell') element.setAttribute('aria-selected', String(Boolean(bits & BIT.selected)));
      else if (role === 'link') setAttribute(element, 'aria-current', bits & BIT.selected ? 'page' : '');
      else if (role === 'list_item') setAttribute(element, 'aria-current', bits & BIT.selected ? 'step' : '');
      else if (role === 'button') setAttribute(element, 'aria-pressed', yes(BIT.selected));
    }
  }
  switch (role) {
    case 'link':
      if (told & FIELD.href) setAttribute(element, 'href', node.href);
      break;
    case 'text_field':
    case 'text_area':
      if (told & FIELD.placeholder) setAttribute(element, 'placeholder', node.placeholder);
      if (told & FIELD.autocomplete) element.setAttribute('autocomplete', node.autocomplete || 'off');
      if (role === 'text_field' && !element.dir && node.inputType !== 'password') element.dir = 'auto';
      if (told & FIELD.value) setValue(entry, node.value);
      break;
    case 'slider':
      if (told & FIELD.range) for (const name of ['min', 'max', 'step']) element.setAttribute(name, node[name]);
      if (told & FIELD.value) setValue(entry, node.value);
      break;
    case 'select':
      if (told & FIELD.options) setOptions(element, node.options);
      if (told & (FIELD.options | FIELD.value)) setSelected(element, node.value);
      break;
    case 'checkbox':
    case 'radio':
      if (element.checked !== Boolean(bits & BIT.checked)) element.checked = Boolean(bits & BIT.checked);
      break;
    case 'progress':
      if (told & FIELD.value) { if (node.value === '') element.removeAttribute('value'); else element.value = Number(node.value); }
      break;
    case 'table':
      if (told & FIELD.rowCount) setAttribute(element, 'aria-rowcount', node.rowCount || '');
      if (told & FIELD.columnCount) setAttribute(element, 'aria-colcount', node.columnCount || '');
      break;
    case 'row':
      if (told & FIELD.rowIndex) setAttribute(element, 'aria-rowindex', node.rowIndex || '');
      break;
    case 'column_header':
      if (told & FIELD.sort) setAttribute(element, 'aria-sort', node.sort);
      // Above a column of buttons stands no word: then it heads nothing.
      if (told & FIELD.name || flipped & BIT.parental) element.setAttribute('role', node.name || bits & BIT.parental ? 'columnheader' : 'gridcell');
    // falls through: a header is a cell
    case 'cell':
      if (told & FIELD.columnIndex) setAttribute(element, 'aria-colindex', node.columnIndex || '');
      break;
  }
}

// What of an element's own style follows the painted thing; `was` is its rect before, {} of a new one.
function styleOf({ role, rect, cut, bits, fontSize, lineHeight, paddingStart }, was, told, flipped, put) {
  if (rect.x !== was.x) put('left', `${rect.x}px`);
  if (rect.y !== was.y) put('top', `${rect.y}px`);
  if (rect.width !== was.width) put('width', `${rect.width}px`);
  if (rect.height !== was.height) put('height', `${rect.height}px`);
  if (told & FIELD.type) {
    put('font-size', `${fontSize}px`);
    if (role === 'text_field' || role === 'text_area') put('padding-inline-start', `${paddingStart}px`);
  }
  // Under a message it is neither seen nor touched, yet the keyboard still comes to it.
  if (flipped & BIT.hidden) {
    put('opacity', bits & BIT.hidden ? '0' : '');
    put('pointer-events', bits & BIT.hidden ? 'none' : '');
  }
  if (flipped & BIT.alignEnd) put('text-align', bits & BIT.alignEnd ? 'end' : '');
  if (flipped & BIT.bold) put('font-weight', bits & BIT.bold ? '600' : '');
  if (CONTAINERS.has(role)) return;
  // One painted line stands in the middle of its box; longer text wraps as painted.
  if (told & FIELD.type || rect.height !== was.height) put('line-height', `${rect.height < lineHeight * 2 ? rect.height : lineHeight}px`);
  if (told & FIELD.cut) {
    const whole = !(cut.x || cut.y || cut.width || cut.height);
    put('clip-path', whole ? '' : `inset(${cut.y}px ${cut.width}px ${cut.height}px ${cut.x}px)`);
  }
}
