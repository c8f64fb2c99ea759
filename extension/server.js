import { api } from './browser.js'

/**
 * Your server, and a token made there. Both stay in this browser.
 * @typedef {{ readonly server: string, readonly token: string }} Settings
 */

/**
 * Why a request failed. `access`: the browser may not talk to the server yet. `token`: it isn't accepted. `scope`: it may only read.
 * @typedef {'unreachable' | 'access' | 'token' | 'scope' | 'busy' | 'failed'} Trouble
 */

/** Some requests make the server fetch the page. */
const longestMs = 60_000

/** @returns {Promise<Settings | undefined>} Undefined before a server is connected. */
export async function readSettings() {
  const { server, token } = await api.storage.local.get(['server', 'token'])
  return typeof server === 'string' && typeof token === 'string' ? { server, token } : undefined
}

/** The URL of a server as typed, without a slash at its end; undefined if it isn't one. */
export function serverOf(/** @type {string} */ typed) {
  const text = typed.trim()
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`)
  return url === null || /\s/.test(text) || url.username !== ''
    ? undefined
    : url.origin + url.pathname.replace(/\/+$/, '')
}

/** The host permission for a server, and no other. Firefox's patterns have no port. */
export function accessTo(/** @type {string} */ server) {
  const { protocol, host, hostname } = new URL(server)
  const isFirefox = api.runtime.getURL('').startsWith('moz-extension:')
  return { origins: [`${protocol}//${isFirefox ? hostname : host}/*`] }
}

/**
 * Calls the REST API.
 * @param {Settings} settings
 * @param {'GET' | 'POST'} method
 * @param {string} path Below `/api/v1`.
 * @param {Record<string, string>} input Sent as the query of a GET, or as the JSON of a POST.
 * @returns {Promise<{ readonly view: any } | { readonly trouble: Trouble, readonly status?: number }>}
 */
export async function call({ server, token }, method, path, input = {}) {
  if (!(await api.permissions.contains(accessTo(server)))) return { trouble: 'access' }
  const url = new URL(`${server}/api/v1${path}`)
  if (method === 'GET') for (const [name, value] of Object.entries(input)) url.searchParams.set(name, value)
  const body = method === 'POST' ? JSON.stringify(input) : null
  let answer
  let view
  try {
    answer = await fetch(url, {
      method,
      body,
      headers: { Authorization: `Bearer ${token}`, ...(body !== null && { 'Content-Type': 'application/json' }) },
      // The token goes to this server only, and nothing of the browser's with it.
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(longestMs),
    })
    view = answer.ok && answer.status !== 204 ? await answer.json() : undefined
  } catch {
    return { trouble: 'unreachable' }
  }
  if (answer.ok) return { view }
  const { status } = answer
  const trouble = status === 401 ? 'token' : status === 403 ? 'scope' : status === 429 ? 'busy' : 'failed'
  return { trouble, status }
}
