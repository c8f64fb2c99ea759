// Markup and scripts of our own server. A string never becomes markup: Trusted Types are enforced, and the browser itself parses what it
// fetches (a document that runs no script).

/** Where the server is on its host, with a slash at the end: a script is at `assets/…/main.js` below it. */
export const base = new URL('../../', import.meta.url).pathname

/**
 * Fetches a page of ours, parsed. Rejects when it is unavailable.
 * @param {string} path
 * @param {AbortSignal} [signal]
 * @returns {Promise<Document>}
 */
export function fetchPage(path, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const fail = () => reject(new Error(`${path}: ${request.status}`))
    request.open('GET', path)
    request.responseType = 'document'
    request.onload = () => (request.status === 200 && request.responseXML ? resolve(request.responseXML) : fail())
    request.onerror = fail
    request.onabort = fail
    signal?.addEventListener('abort', () => request.abort())
    request.send()
  })
}

const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('twosource', { createScriptURL: ownAddress })

/**
 * URL of one of our workers as the trusted type the browser requires. Throws for any other site.
 * @param {string} path
 * @returns {string}
 */
export function ownScript(path) {
  return policy ? policy.createScriptURL(path) : ownAddress(path)
}

/** @param {string} path */
function ownAddress(path) {
  const url = new URL(path, location.origin)
  if (url.origin !== location.origin) throw new TypeError(`Not a script of this server: ${path}`)
  return url.href
}
