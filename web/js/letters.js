// What goes between the application and the page (web/letters.hpp): effects come out, events go in.

const EFFECTS = [
  'loadBook', 'saveCommit', 'deleteBook', 'releaseBook', 'takeOverWriter', 'requestPersistence', 'startJob',
  'cancelJob', 'wakeAt', 'continue', 'download', 'copyText', 'print', 'pickFile', 'setRoute',
  'savePreferences', 'openLink', 'stageRows', 'openLine', 'sendOnLine', 'closeLine',
];
const BLOCKS = ['heading', 'text', 'code', 'table', 'page'];
const NAVIGATION = ['push', 'replace'];
// As in base/result.hpp.
const ERRORS = [
  'invalid_input', 'not_found', 'conflict', 'not_permitted', 'wrong_key', 'corrupt', 'unsupported_version',
  'too_large', 'storage_full', 'out_of_memory', 'offline', 'cancelled',
];

const readTexts = (from) => from.list((reader) => reader.text());
const READ_BLOCK = {
  heading: (from) => ({ level: from.u8(), text: from.text() }),
  text: (from) => ({ text: from.text() }),
  code: (from) => ({ text: from.text() }),
  table: (from) => ({ head: readTexts(from), rows: from.list(readTexts) }),
  page: () => ({}),
};
// Bytes that outlive the call are copied: the module's memory moves on.
const keep = (bytes) => bytes.slice();
const readRows = (from) => from.list((reader) => ({ key: reader.text(), bytes: keep(reader.blob()) }));
const READ_EFFECT = {
  loadBook: (from) => ({ book: from.text() }),
  saveCommit: (from) => ({
    book: from.text(), begins: Boolean(from.u8()), expected: from.u64(), generation: from.u64(),
    put: readRows(from), remove: readTexts(from),
  }),
  stageRows: (from) => ({ book: from.text(), begins: Boolean(from.u8()), rows: readRows(from) }),
  deleteBook: (from) => ({ book: from.text() }),
  releaseBook: (from) => ({ book: from.text() }),
  takeOverWriter: (from) => ({ book: from.text() }),
  requestPersistence: () => ({}),
  startJob: (from) => ({ job: from.u32(), work: from.u8(), input: keep(from.blob()) }),
  cancelJob: (from) => ({ job: from.u32() }),
  wakeAt: (from) => ({ time: Number(from.i64()) }),
  continue: () => ({}),
  download: (from) => ({ name: from.text(), type: from.text(), chunks: from.list((reader) => keep(reader.blob())) }),
  copyText: (from) => ({ text: from.text() }),
  print: (from) => ({
    title: from.text(),
    blocks: from.list((reader) => { const kind = BLOCKS[reader.u8()]; return { kind, ...READ_BLOCK[kind](reader) }; }),
  }),
  pickFile: (from) => ({ purpose: from.u8(), accept: from.text() }),
  setRoute: (from) => ({ route: from.text(), how: NAVIGATION[from.u8()] }),
  savePreferences: (from) => ({ bytes: keep(from.blob()) }),
  openLink: (from) => ({ address: from.text() }),
  openLine: (from) => ({ line: from.u32(), address: from.text() }),
  sendOnLine: (from) => ({ line: from.u32(), message: keep(from.blob()) }),
  closeLine: (from) => ({ line: from.u32() }),
};

function readEffect(bytes) {
  const from = new Reader(bytes);
  const kind = EFFECTS[from.u8()];
  return { kind, ...READ_EFFECT[kind](from) };
}

const event = (place) => new Writer().u8(place);
const putError = (to, { code, where = '', detail = '' }) => to.u8(ERRORS.indexOf(code)).text(where).text(detail);
function putRows(to, rows) {
  to.count(rows.length);
  for (const { key, bytes } of rows) to.text(key).blob(bytes);
  return to;
}
// The numbers are the places in app::Event.
const EVENT = {
  started: ({ books, preferences, capabilities, route, times, servedFrom }) => {
    const to = event(1).count(books.length);
    for (const book of books) to.text(book);
    to.blob(preferences).u8(capabilities).text(route).count(times.length);
    for (const { from, ahead } of times) to.u64(BigInt(from)).u32(ahead);
    return to.text(servedFrom);
  },
  bookLoaded: ({ book, writer, rows }) => putRows(event(2).text(book).u8(writer ? 1 : 0), rows),
  bookMissing: ({ book }) => event(3).text(book),
  saved: ({ book, generation }) => event(4).text(book).u64(generation),
  saveFailed: ({ book, generation, error }) => putError(event(5).text(book).u64(generation), error),
  bookDeleted: ({ book }) => event(6).text(book),
  jobProgress: ({ job, part, whole }) => event(7).u32(job).u32(part).u32(whole),
  jobDone: ({ job, output }) => event(8).u32(job).blob(output),
  jobFailed: ({ job, error }) => putError(event(9).u32(job), error),
  filePicked: ({ purpose, name, bytes, dropped }) => event(10).u8(purpose).text(name).blob(bytes).u8(dropped ? 1 : 0),
  fileRefused: ({ name, error }) => putError(event(11).text(name), error),
  textPasted: ({ text }) => event(12).text(text),
  textCopied: ({ worked }) => event(13).u8(worked ? 1 : 0),
  woke: () => event(14),
  personActive: () => event(15),
  pageHidden: () => event(16),
  pageShown: () => event(17),
  writerLost: ({ book }) => event(18).text(book),
  writerGranted: ({ book }) => event(19).text(book),
  routeChanged: ({ route }) => event(20).text(route),
  persistenceChanged: ({ persisted }) => event(21).u8(persisted ? 1 : 0),
  bookRows: ({ book, rows }) => putRows(event(22).text(book), rows),
  loadFailed: ({ book, error }) => putError(event(23).text(book), error),
  lineOpened: ({ line }) => event(24).u32(line),
  lineHeard: ({ line, message }) => event(25).u32(line).blob(message),
  lineClosed: ({ line }) => event(26).u32(line),
};
const packEvent = (name, fields = {}) => EVENT[name](fields).take();
