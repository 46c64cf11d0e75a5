// Files in and out: picked, dropped, pasted; downloaded, copied.

const LARGEST_FILE = 256 * 1024 * 1024;

function makeFiles(container, tell, typingIn) {
  let lastPurpose = 0;
  const picker = make('input', { type: 'file', 'aria-label': 'File', tabindex: '-1' });
  document.getElementById('pickers').append(picker);

  async function take(file, dropped) {
    if (file.size > LARGEST_FILE) { tell('fileRefused', { name: file.name, error: { code: 'too_large', where: file.name } }); return; }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      tell('filePicked', { purpose: lastPurpose, name: file.name, bytes, dropped });
    } catch (failure) {
      tell('fileRefused', { name: file.name, error: { code: 'not_permitted', where: file.name, detail: String(failure.message) } });
    }
  }
  const takeAll = async (files, dropped) => { for (const file of files) await take(file, dropped); };

  picker.addEventListener('change', () => { takeAll([...picker.files], false).then(() => { picker.value = ''; }); });

  container.addEventListener('dragover', (event) => { event.preventDefault(); event.dataTransfer.dropEffect = 'copy'; });
  container.addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) takeAll([...event.dataTransfer.files], true);
    else if (event.dataTransfer.getData('text/plain')) tell('textPasted', { text: event.dataTransfer.getData('text/plain') });
  });
  // Into a field, pasting is the field's own affair.
  document.addEventListener('paste', (event) => {
    if (typingIn(event.target)) return;
    const { files } = event.clipboardData;
    if (files.length) takeAll([...files], true);
    else if (event.clipboardData.getData('text/plain')) tell('textPasted', { text: event.clipboardData.getData('text/plain') });
    event.preventDefault();
  });

  return {
    pick({ purpose, accept }) {
      lastPurpose = purpose;
      picker.accept = accept;
      picker.multiple = purpose === 0;
      picker.click();
    },
    download({ name, type, chunks }) {
      const address = URL.createObjectURL(new Blob(chunks, { type }));
      const link = make('a', { href: address, download: name, hidden: '' });
      document.body.append(link);
      link.click();
      link.remove();
      // The download has begun by then, and the bytes need not stay for as long as the page.
      setTimeout(() => URL.revokeObjectURL(address), 60000);
    },
    async copy({ text }) {
      let worked = true;
      try { await navigator.clipboard.writeText(text); } catch { worked = copyTheOldWay(text); }
      tell('textCopied', { worked });
    },
  };
}

function copyTheOldWay(text) {
  const had = document.activeElement;
  const field = make('textarea', { 'aria-hidden': 'true' });
  field.value = text;
  document.body.append(field);
  field.select();
  let worked = false;
  try { worked = document.execCommand('copy'); } catch { /* told as not worked */ }
  field.remove();
  if (had) had.focus({ preventScroll: true });
  return worked;
}

// Letters open in the person's own mail program; no other address is ever opened.
function openLink({ address }) {
  if (!address.startsWith('mailto:')) return;
  const link = make('a', { href: address, hidden: '' });
  document.body.append(link);
  link.click();
  link.remove();
}
