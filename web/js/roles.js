// Which element each role becomes. The order is that of ui::Role in semantics.hpp.

const ROLES = [
  'group', 'main', 'navigation', 'banner', 'form', 'dialog', 'heading', 'text', 'button', 'link',
  'text_field', 'text_area', 'checkbox', 'radio', 'slider', 'select', 'file_picker', 'table', 'row',
  'column_header', 'cell', 'list', 'list_item', 'image', 'progress', 'status', 'alert', 'tab_list',
  'tab',
];

const make = (tag, attributes = {}) => {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  return element;
};

// A live region's text is spoken from a permanent element (speak, in mirror.js), so the painted
// one is plain: two live regions would say everything twice.
const MAKE = {
  group: () => make('div'),
  main: () => make('main'),
  navigation: () => make('nav'),
  banner: () => make('header'),
  form: () => make('form', { novalidate: '' }),
  dialog: () => make('div', { role: 'dialog', 'aria-modal': 'true' }),
  heading: (node) => make(`h${Math.min(Math.max(node.level, 1), 6)}`),
  text: () => make('p'),
  button: () => make('button', { type: 'button' }),
  link: () => make('a'),
  text_field: (node) => make('input', { type: node.inputType || 'text' }),
  text_area: () => make('textarea'),
  checkbox: () => make('input', { type: 'checkbox' }),
  radio: (node) => make('input', { type: 'radio', name: `group-${node.parent}` }),
  slider: () => make('input', { type: 'range' }),
  select: () => make('select'),
  file_picker: () => make('button', { type: 'button' }),
  table: () => make('div', { role: 'grid' }),
  row: () => make('div', { role: 'row' }),
  column_header: () => make('div', { role: 'columnheader' }),
  cell: () => make('div', { role: 'gridcell' }),
  list: () => make('ul', { role: 'list' }),
  list_item: () => make('li'),
  image: () => make('div', { role: 'img' }),
  progress: () => make('progress', { max: '100' }),
  // Spoken through the page's own live region; axe and people still find them in a place of their own.
  status: () => make('div', { role: 'log', 'aria-live': 'off' }),
  alert: () => make('div', { role: 'log', 'aria-live': 'off' }),
  tab_list: () => make('div', { role: 'tablist' }),
  tab: () => make('button', { type: 'button', role: 'tab' }),
};

const setOf = (...roles) => new Set(roles);
// These hold other elements: their name is a label, and clipping is left to what they hold.
const CONTAINERS = setOf('group', 'main', 'navigation', 'banner', 'form', 'dialog', 'table', 'row', 'list', 'tab_list');
// These are named by the text in them; the rest by aria-label.
const NAMED_BY_TEXT = setOf('heading', 'text', 'button', 'link', 'file_picker', 'column_header', 'cell', 'list_item', 'status', 'alert', 'tab');
// These the browser edits by itself, whatever the pointer does.
const EDITED = setOf('text_field', 'text_area', 'slider', 'select');
const PRESSED = setOf('button', 'tab', 'file_picker', 'column_header', 'row', 'cell', 'list_item');
