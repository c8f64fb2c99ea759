import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { confirmHub, denyHub, findHub, takeHubPush } from '../../operations/feeds/hub-callback.ts'
import { readProgramBody } from '../../operations/program-body.ts'
import type { Run } from '../../operations/run.ts'
import { noStore } from '../no-store.ts'

/** Hubs send no larger document; the rest of a larger feed comes by polling. */
const MOST_BYTES = 4 * 1024 * 1024
/** The challenge a hub wants echoed: short, printable ASCII (WebSub §8.2). */
const CHALLENGE = /^[\x20-\x7e]{1,1000}$/
const path = '/websub/:token{[\\w-]{43}}'

/**
 * Where hubs verify subscriptions and send news (WebSub §5.3, §7). They have no session: the URL is the key, different for each feed, and
 * content counts only with a valid signature.
 */
export function websubRoutes(web: Hono, run: Run): void {
  web.get(path, async (context) => {
    const token = context.req.param('token')
    const asked = new URL(context.req.url).searchParams
    const topic = asked.get('hub.topic') ?? ''
    const mode = asked.get('hub.mode')
    if (mode === 'denied') {
      const isNoted = await run(denyHub, { token, topic, reason: asked.get('hub.reason') ?? '' })
      return isNoted ? context.body(null, 204, noStore) : nothing(context)
    }
    const challenge = asked.get('hub.challenge') ?? ''
    const lease = asked.get('hub.lease_seconds')
    const isWhole = lease === null || /^\d{1,12}$/.test(lease)
    if ((mode !== 'subscribe' && mode !== 'unsubscribe') || !CHALLENGE.test(challenge)) return nothing(context)
    if (mode === 'subscribe' && !isWhole) return nothing(context)
    const leaseSeconds = mode === 'subscribe' && lease !== null ? { leaseSeconds: Number(lease) } : {}
    const isConfirmed = await run(confirmHub, { token, mode, topic, ...leaseSeconds })
    // A type no browser renders, whatever the hub sends (§8.2); `nosniff` is on every answer.
    return isConfirmed
      ? context.body(challenge, 200, { ...noStore, 'Content-Type': 'application/octet-stream' })
      : nothing(context)
  })

  web.post(path, async (context) => {
    const token = context.req.param('token')
    const known = await run(findHub, { token })
    if (known === undefined) return nothing(context)
    if (known === 'over') return context.body(null, 410, noStore)
    const encoding = context.req.header('content-encoding') ?? 'identity'
    if (encoding.toLowerCase() !== 'identity') return context.body(null, 415, noStore)
    const read = await readProgramBody(context.req.raw, MOST_BYTES)
    if (read.kind === 'too-large') return context.body(null, 413, noStore)
    if (read.kind === 'cut-off') return context.body(null, 400, noStore)
    const signature = context.req.header('x-hub-signature')
    const taken = await run(takeHubPush, {
      token,
      contentType: (context.req.header('content-type') ?? '').slice(0, 200),
      body: read.bytes,
      ...defined({ signature: signature?.slice(0, 200) }),
    })
    if (taken === 'later') return context.body(null, 429, { ...noStore, 'Retry-After': '60' })
    // Whether the signature was valid is not disclosed, so guessing reveals nothing (§7.1.2).
    return taken === undefined ? nothing(context) : context.body(null, 202, noStore)
  })
}

function nothing(context: Context): Response {
  return context.body(null, 404, noStore)
}
