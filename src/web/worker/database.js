// The list of copies and the unsent changes. The copies themselves are in the cache.

/** @typedef {{ url: string, title: string, bytes: number, keptAt: number, usedAt: number }} Copy times in ms */
/** @typedef {{ id?: number, url: string, body: string, at: number, attempts: number, refused?: number }} Change */
/** @typedef {{ name: string, value: string | number }} Fact */
/** @typedef {{ copy: Copy, change: Change, fact: Fact }} Rows */

/** @type {Promise<IDBDatabase> | undefined} */
let opening

function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('twosource', 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('copy', { keyPath: 'url' })
      request.result.createObjectStore('change', { keyPath: 'id', autoIncrement: true })
      request.result.createObjectStore('fact', { keyPath: 'name' })
    }
    request.onsuccess = () => {
      const close = () => {
        request.result.close()
        opening = undefined
      }
      request.result.onversionchange = close
      request.result.onclose = close
      resolve(request.result)
    }
    request.onerror = () => {
      opening = undefined
      reject(request.error)
    }
  })
  return opening
}

/**
 * @template Result
 * @param {keyof Rows} table
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<Result>} ask
 * @returns {Promise<Result>} once it is on disk
 */
async function run(table, mode, ask) {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(table, mode)
    const request = ask(transaction.objectStore(table))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error)
    transaction.onerror = () => reject(transaction.error)
  })
}

/**
 * Every row, in the order of its key.
 * @template {keyof Rows} Table
 * @param {Table} table
 * @returns {Promise<Rows[Table][]>}
 */
export function list(table) {
  return run(table, 'readonly', (store) => store.getAll())
}

/**
 * @template {keyof Rows} Table
 * @param {Table} table
 * @param {string | number} key
 * @returns {Promise<Rows[Table] | undefined>}
 */
export function find(table, key) {
  return run(table, 'readonly', (store) => store.get(key))
}

/**
 * @template {keyof Rows} Table
 * @param {Table} table
 * @param {Rows[Table]} row
 */
export async function put(table, row) {
  await run(table, 'readwrite', (store) => store.put(row))
}

/**
 * @param {keyof Rows} table
 * @param {string | number} key
 */
export async function remove(table, key) {
  await run(table, 'readwrite', (store) => store.delete(key))
}

/** @param {keyof Rows} table */
export async function clear(table) {
  await run(table, 'readwrite', (store) => store.clear())
}
