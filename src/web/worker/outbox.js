import { list, put, remove } from './database.js'
import { addressOf, home, pathIn, worker } from './scope.js'

// Changes made offline are queued and sent in order. Only idempotent ones are queued, since an answer may be lost on its way.

const canWaitPath = /^\/(?:entries\/(?:read|star)|save|unsave|follow|unfollow|mute|unmute)$/
const formType = 'application/x-www-form-urlencoded'
const mostAttempts = 20

/** @type {Promise<boolean> | undefined} */
let sending

/** @param {Request} request */
export function canWait(request) {
  return canWaitPath.test(pathIn(request.url) ?? '') && (request.headers.get('content-type') ?? '').startsWith(formType)
}

/**
 * Sends a change, after those in the queue; when the server can't be reached, it is queued too.
 * @param {Request} request
 * @returns {Promise<Response>}
 */
export async function change(request) {
  const body = await request.clone().text()
  const isClear = (await waiting()).length === 0 || (await send())
  if (isClear) {
    const answer = await fetch(request).catch(() => undefined)
    if (answer && !isAway(answer.status)) return answer
  }
  await put('change', { url: request.url, body, at: Date.now(), attempts: 0 })
  await worker.registration.sync?.register('outbox').catch(() => {})
  await tell()
  return request.mode === 'navigate'
    ? Response.redirect(backIn(body, request.referrer), 303)
    : new Response(null, { status: 202 })
}

/** Sends the queue; true when it is empty. */
export function send() {
  sending ??= drain().finally(() => {
    sending = undefined
  })
  return sending
}

async function drain() {
  const changes = await waiting()
  if (changes.length === 0) return true
  for (const one of changes) {
    const outcome = await sendOne(one)
    if (outcome === 'later') {
      await tell()
      return false
    }
  }
  await tell()
  return true
}

/**
 * @param {import('./database.js').Change} one
 * @returns {Promise<'gone' | 'later'>}
 */
async function sendOne(one) {
  const id = /** @type {number} */ (one.id)
  // With this header the server answers 204 instead of redirecting; a redirect, such as a proxy's to signing in, is not from our server.
  const headers = { 'Content-Type': formType, 'X-Purpose': 'change' }
  const answer = await fetch(one.url, { method: 'POST', body: one.body, headers, redirect: 'manual' }).catch(
    () => undefined,
  )
  if (!answer) return 'later'
  if (answer.ok) {
    await remove('change', id)
    return 'gone'
  }
  // A change the server can never accept must not block the others for good; it stays visible.
  const attempts = one.attempts + 1
  const isLater = answer.type === 'opaqueredirect' || isAway(answer.status)
  if (isLater && attempts < mostAttempts) {
    await put('change', { ...one, attempts })
    return 'later'
  }
  await put('change', { ...one, attempts, refused: answer.status })
  return 'gone'
}

/** @param {number} status true when whoever answers says that it may work later */
function isAway(status) {
  return status >= 500 || status === 408 || status === 429
}

async function waiting() {
  return (await list('change')).filter(({ refused }) => refused === undefined)
}

/** Number of unsent changes, and of those the server refused. */
export async function countChanges() {
  const changes = await list('change')
  const refused = changes.filter((one) => one.refused !== undefined).length
  return { waiting: changes.length - refused, refused }
}

/** Deletes the changes the server refused. */
export async function forgetRefused() {
  for (const { id, refused } of await list('change')) if (refused !== undefined && id) await remove('change', id)
  await tell()
}

/** Sends the number of unsent changes to every open page. */
async function tell() {
  const counts = await countChanges()
  for (const client of await worker.clients.matchAll()) client.postMessage({ kind: 'changes', ...counts })
}

/**
 * Where the form would redirect to, if that is a page of ours.
 * @param {string} body
 * @param {string} referrer
 */
function backIn(body, referrer) {
  const back = new URLSearchParams(body).get('back')
  const url = back === null ? referrer : addressOf(back)
  return url?.startsWith(home) ? url : home
}
