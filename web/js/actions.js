// What people do to the mirror by keyboard, assistive technology or typing, told to the application.
// A press of the mouse or a finger reaches the canvas as such (pointer.js) and is not told twice: such
// clicks count their presses in `detail`, clicks made otherwise say 0.

const ACTION = { press: 0, set_value: 1, toggle: 2, submit: 3, focus: 4, blur: 5, escape: 6, key: 7 };

// "Control+K", "ArrowDown", "?": modifiers first; Control means Command on a Mac; Shift is left out
// for characters that already say it.
const APPLE = /Mac|iPhone|iPad/.test(navigator.platform || '');
function chordOf(event) {
  const letter = event.key.length === 1;
  const key = event.key === ' ' ? 'Space' : letter && /[a-z]/i.test(event.key) ? event.key.toUpperCase() : event.key;
  const modified = (APPLE ? event.metaKey : event.ctrlKey) || event.altKey;
  const shift = event.shiftKey && (!letter || (modified && /[a-z]/i.test(event.key)));
  return `${(APPLE ? event.metaKey : event.ctrlKey) ? 'Control+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

function listenForActions(root, mirror, send, options) {
  const tell = (entry, kind, value = '') => send(entry ? entry.node.id : 0, ACTION[kind], value);
  const made_otherwise = (event) => event.detail === 0 || options.plain();

  // A passphrase is the same however a keyboard composes its accents.
  const typedIn = ({ element }) => (element.type === 'password' ? element.value.normalize('NFC') : element.value);

  function tellValue(entry) {
    const value = entry.node.role === 'select' ? String(entry.element.selectedIndex) : typedIn(entry);
    if (entry.node.role !== 'select') (entry.sent = entry.sent || []).push(value);
    tell(entry, 'set_value', value);
  }

  root.addEventListener('click', (event) => {
    const entry = mirror.find(event.target);
    if (!entry || entry.node.disabled) return;
    const { role } = entry.node;
    if (role === 'link') { if (!entry.node.href && made_otherwise(event)) { event.preventDefault(); tell(entry, 'press'); } }
    else if (role === 'checkbox' || role === 'radio') {
      if (made_otherwise(event)) tell(entry, 'toggle');
    } else if (PRESSED.has(role) && made_otherwise(event)) tell(entry, 'press');
  });

  root.addEventListener('input', (event) => {
    const entry = mirror.find(event.target);
    if (!entry || event.isComposing || !EDITED.has(entry.node.role)) return;
    tellValue(entry);
  });
  root.addEventListener('compositionstart', (event) => { const entry = mirror.find(event.target); if (entry) entry.composing = true; });
  root.addEventListener('compositionend', (event) => {
    const entry = mirror.find(event.target);
    if (!entry) return;
    entry.composing = false;
    tellValue(entry);
  });

  root.addEventListener('focusin', (event) => {
    const entry = mirror.find(event.target);
    // The ring is painted for those who move by keyboard; the browser knows who does.
    if (entry) tell(entry, 'focus', event.target.matches(':focus-visible') ? 'visible' : '');
  });
  root.addEventListener('focusout', (event) => {
    const entry = mirror.find(event.target);
    if (entry) tell(entry, 'blur');
  });

  function pressedIn(entry, event, chord) {
    const { role } = entry.node;
    if (entry.keys.has(chord)) tell(entry, 'key', chord);
    else if (chord === 'Enter' && role === 'text_field') tell(entry, 'submit', typedIn(entry));
    else if ((chord === 'Enter' || chord === 'Space') && PRESSED.has(role) && event.target.localName !== 'button') tell(entry, 'press');
    else return false;
    return true;
  }

  document.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const chord = chordOf(event);
    const entry = mirror.find(event.target);
    const typing = entry && (entry.node.role === 'text_field' || entry.node.role === 'text_area');
    let ours = entry && pressedIn(entry, event, chord);
    if (!ours && chord === 'Escape') { tell(entry, 'escape'); ours = true; }
    // In a field the browser's own undo, and plain letters, come first.
    const global = !typing || (/Control|Alt/.test(chord) && !/^Control\+(Shift\+)?[ZYAXCV]$/.test(chord));
    if (!ours && global && mirror.answers(chord)) { send(0, ACTION.key, chord); ours = true; }
    if (ours) event.preventDefault();
  });
  root.addEventListener('submit', (event) => event.preventDefault());
}
