/** The worker itself; TypeScript's libraries only know workers in general. */
export const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))

/** Where the server is, with a slash at the end: the worker is directly below. */
export const home = new URL('.', location.href).href

/**
 * The path of an address as the server calls it inside, whatever it is below; undefined for another server's.
 * @param {string} address
 */
export function pathIn(address) {
  return address.startsWith(home) ? `/${address.slice(home.length).replace(/[?#].*/, '')}` : undefined
}

const inside = 'http://inside.invalid'

/**
 * The address of a path as the server calls it inside; undefined for one that leads elsewhere.
 * @param {string} path
 */
export function addressOf(path) {
  const url = URL.canParse(path, inside) ? new URL(path, inside) : undefined
  return url?.origin === inside ? home + url.href.slice(inside.length + 1) : undefined
}
