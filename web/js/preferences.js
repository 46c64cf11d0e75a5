// What the person's system asks for: dark, contrast, forced colours, stillness, a coarse pointer.

const PREFERENCES = [
  ['dark', '(prefers-color-scheme: dark)'],
  ['contrast', '(prefers-contrast: more)'],
  ['forced', '(forced-colors: active)'],
  ['stillness', '(prefers-reduced-motion: reduce)'],
  ['coarse', '(pointer: coarse)'],
];

function followPreferences(changed) {
  const queries = PREFERENCES.map(([name, query]) => [name, matchMedia(query)]);
  const read = () => Object.fromEntries(queries.map(([name, query]) => [name, query.matches]));
  for (const [, query] of queries) query.addEventListener('change', () => changed(read()));
  return read();
}

// Kept in the open on this device, in the bytes that letters_out.cpp makes of them.
const PREFERENCES_KEY = 'pairbook-preferences';
function loadPreferences() {
  try { return Uint8Array.from(atob(localStorage.getItem(PREFERENCES_KEY) || ''), (letter) => letter.charCodeAt(0)); } catch { return new Uint8Array(); }
}
function savePreferences(bytes) {
  // Where nothing may be kept they last as long as the page.
  try { localStorage.setItem(PREFERENCES_KEY, btoa(String.fromCharCode(...bytes))); } catch { /* private window */ }
}
