// Paper: a report becomes plain headings, paragraphs and tables, and only that is printed.

const BLOCK_ELEMENT = {
  heading: ({ level, text }) => withText(make(`h${Math.min(Math.max(level, 1), 3)}`), text),
  text: ({ text }) => withText(make('p'), text),
  code: ({ text }) => withText(make('p', { class: 'code' }), text),
  page: () => make('div', { class: 'page' }),
  table: ({ head, rows }) => {
    const table = make('table');
    if (head.length) {
      const line = make('tr');
      for (const text of head) line.append(withText(make('th', { scope: 'col' }), text));
      const top = make('thead');
      top.append(line);
      table.append(top);
    }
    const body = make('tbody');
    for (const row of rows) {
      const line = make('tr');
      for (const text of row) line.append(withText(make('td', { dir: 'auto' }), text));
      body.append(line);
    }
    table.append(body);
    return table;
  },
};
function withText(element, text) { element.textContent = text; return element; }

function showForPrint(blocks) {
  const place = document.getElementById('print');
  place.replaceChildren(...blocks.map((block) => BLOCK_ELEMENT[block.kind](block)));
}

function printReport({ title, blocks }) {
  const was = document.title;
  showForPrint(blocks);
  document.title = title;  // what the browser proposes as the name of a PDF
  addEventListener('afterprint', () => { document.title = was; document.getElementById('print').replaceChildren(); }, { once: true });
  window.print();
}

// Ctrl+P without a report prints what is on the screen, in reading order.
function printScreenByItself(root) {
  addEventListener('beforeprint', () => {
    if (document.getElementById('print').firstChild) return;
    const main = root.querySelector('main') || root;
    const blocks = [];
    for (const element of main.querySelectorAll('h1,h2,h3,p,li,[role=grid],input,textarea,select')) {
      if (element.closest('[role=grid]') && element.getAttribute('role') !== 'grid') continue;
      if (element.getAttribute('role') === 'grid') {
        const rows = [...element.querySelectorAll('[role=row]')].map((row) => [...row.children].map((cell) => cell.textContent));
        blocks.push({ kind: 'table', head: rows[0] || [], rows: rows.slice(1) });
      } else if (/^h[123]$/.test(element.localName)) blocks.push({ kind: 'heading', level: Number(element.localName[1]), text: element.textContent });
      else if ('value' in element && element.localName !== 'li') { if (element.type !== 'password') blocks.push({ kind: 'text', text: `${element.getAttribute('aria-label')}: ${element.localName === 'select' ? (element.selectedOptions[0] || {}).textContent || '' : element.type === 'checkbox' || element.type === 'radio' ? (element.checked ? '✓' : '–') : element.value}` }); }
      else blocks.push({ kind: 'text', text: element.textContent });
    }
    showForPrint(blocks);
    addEventListener('afterprint', () => document.getElementById('print').replaceChildren(), { once: true });
  });
}
