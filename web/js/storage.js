// Books on this device: one IndexedDB, sealed rows by book and key, one transaction a commit. One tab
// writes a book at a time: it holds a Web Lock. A tab that lost the lock without knowing is fenced off
// inside the transaction, which stores a commit only on top of the generation it was made for.

const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const finished = (transaction) => new Promise((resolve, reject) => {
  transaction.oncomplete = () => resolve();
  transaction.onabort = () => reject(transaction.error || new DOMException('aborted', 'AbortError'));
});

const OVERTAKEN = 'the book has moved on';
const GENERATION_KEY = 'head/generation';  // 8 bytes, little endian, as vault/row.hpp says
function errorOf(failure) {
  const name = failure && failure.name;
  const code = name === 'QuotaExceededError' ? 'storage_full'
    : failure && failure.message === OVERTAKEN ? 'conflict'
      : name === 'DataError' || name === 'UnknownError' || name === 'NotFoundError' ? 'corrupt' : 'not_permitted';
  return { code, where: 'storage', detail: String(failure && failure.message).slice(0, 200) };
}

async function openDatabase() {
  const request = indexedDB.open('pairbook', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('books', { keyPath: 'book' });
    request.result.createObjectStore('rows');
  };
  const database = await done(request);
  // Another tab that brings a newer store must not wait for us for ever.
  database.onversionchange = () => database.close();
  return database;
}

const ROWS_AT_ONCE = 8;  // of 256 KiB at most
const BYTES_AT_ONCE = 1024 * 1024;
const rowsOf = (book) => IDBKeyRange.bound([book], [book, []]);

async function makeStorage(tell) {
  let database = null;
  try { database = await openDatabase(); } catch { /* no storage here: the application is told so */ }
  const ours = new Set();     // books that this tab writes
  const releases = new Map(); // book -> gives the lock back
  let queue = Promise.resolve();
  let pending = 0;

  // What touches the store goes one after the other.
  function enqueue(work) {
    pending += 1;
    queue = queue.then(work).catch(() => {}).finally(() => { pending -= 1; });
    return queue;
  }

  function holdLock(book, options) {
    if (!navigator.locks) return Promise.resolve(true);
    return new Promise((granted) => {
      navigator.locks.request(`pairbook:${book}`, options, (lock) => {
        if (!lock) { granted(false); return undefined; }
        granted(true);
        return new Promise((release) => releases.set(book, release));
      }).catch(() => {
        // Stolen: another tab said "use here".
        granted(false);
        if (ours.delete(book)) tell('writerLost', { book });
      });
    });
  }

  async function claim(book, options) {
    if (!ours.has(book) && await holdLock(book, options)) ours.add(book);
    return ours.has(book);
  }

  async function touch(book) {
    const transaction = database.transaction('books', 'readwrite');
    transaction.objectStore('books').put({ book, used: Date.now() });
    await finished(transaction);
  }

  // A large book comes in pieces, so that the page can draw and take input in between. One transaction reads
  // them all: nobody writes meanwhile. The last piece is returned.
  async function readRows(book, give) {
    const store = database.transaction('rows').objectStore('rows');
    const keys = await done(store.getAllKeys(rowsOf(book)));
    let rows = [];
    for (let at = 0, count = ROWS_AT_ONCE; at < keys.length; at += count) {
      if (rows.length) give(rows);
      const some = keys.slice(at, at + count);
      const values = await done(store.getAll(IDBKeyRange.bound(some[0], some[some.length - 1])));
      rows = some.map(([, key], index) => ({ key, bytes: new Uint8Array(values[index]) }));
    }
    return rows;
  }

  // Rows of the commit that comes next, by book.
  const staged = new Map();
  const takeStaged = ({ book, begins, put }) => {
    const before = staged.get(book) || [];
    staged.delete(book);
    return begins ? put : before.concat(put);
  };

  async function write({ book, expected, put, remove }) {
    if (!database) throw new DOMException('no storage', 'NotAllowedError');
    if (!await claim(book, { ifAvailable: true })) throw new Error(OVERTAKEN);
    const transaction = database.transaction(['books', 'rows'], 'readwrite', { durability: 'strict' });
    const ended = finished(transaction);
    ended.catch(() => {});  // it may end while a row is still waited for
    const rows = transaction.objectStore('rows');
    const stored = await done(rows.get([book, GENERATION_KEY]));
    if ((stored ? new DataView(stored).getBigUint64(0, true) : 0n) !== expected) {
      transaction.abort();
      await ended.catch(() => {});
      throw new Error(OVERTAKEN);
    }
    transaction.objectStore('books').put({ book, used: Date.now() });
    let size = 0;
    for (const { key, bytes } of put) {
      const request = rows.put(bytes.buffer, [book, key]);
      size += bytes.length;
      if (size < BYTES_AT_ONCE) continue;
      size = 0;
      await done(request);  // the page breathes, the transaction goes on
    }
    for (const key of remove) rows.delete([book, key]);
    await ended;
  }

  function release(book) {
    ours.delete(book);
    const give = releases.get(book);
    releases.delete(book);
    if (give) give();
  }

  return {
    available: Boolean(database),
    unsaved: () => pending > 0 || staged.size > 0,
    async books() {
      if (!database) return [];
      const all = await done(database.transaction('books').objectStore('books').getAll());
      return all.sort((a, b) => b.used - a.used).map(({ book }) => book);
    },
    loadBook: ({ book }) => enqueue(async () => {
      if (!database) { tell('bookMissing', { book }); return; }
      const writer = await claim(book, { ifAvailable: true });
      let rows;
      try {
        rows = await readRows(book, (some) => tell('bookRows', { book, rows: some }));
      } catch (failure) {
        release(book);
        tell('loadFailed', { book, error: errorOf(failure) });
        return;
      }
      if (rows.length) {
        tell('bookLoaded', { book, writer, rows });
        await touch(book);
      } else {
        release(book);
        tell('bookMissing', { book });
      }
    }),
    stageRows: ({ book, begins, rows }) => { staged.set(book, begins ? rows : (staged.get(book) || []).concat(rows)); },
    saveCommit(commit) {
      const { book, generation } = commit;
      const put = takeStaged(commit);
      return enqueue(async () => {
        try {
          await write({ ...commit, put });
          tell('saved', { book, generation });
        } catch (failure) {
          tell('saveFailed', { book, generation, error: errorOf(failure) });
        }
      });
    },
    deleteBook: ({ book }) => enqueue(async () => {
      if (database) {
        const transaction = database.transaction(['books', 'rows'], 'readwrite', { durability: 'strict' });
        transaction.objectStore('books').delete(book);
        transaction.objectStore('rows').delete(rowsOf(book));
        await finished(transaction);
      }
      release(book);
      tell('bookDeleted', { book });
    }),
    releaseBook({ book }) {
      staged.delete(book);
      return enqueue(() => release(book));
    },
    takeOverWriter: ({ book }) => enqueue(async () => {
      if (await claim(book, { steal: true })) tell('writerGranted', { book });
    }),
  };
}

async function isPersisted() {
  try { return await navigator.storage.persisted(); } catch { return false; }
}
async function askToPersist() {
  try { return await navigator.storage.persist(); } catch { return false; }
}
