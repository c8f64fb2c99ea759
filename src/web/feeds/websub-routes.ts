import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { confirmHub, denyHub, findHub, takeHubPush } from '../../operations/feeds/hub-callback.ts'
import { readProgramBody } from '../../operations/program-body.ts'
import type { Run } from '../../operations/run.ts'
import { fresh } from '../answer-fresh.ts'

/** A hub sends no larger document; of a feed that is larger the rest comes by polling. */
const MOST_BYTES = 4 * 1024 * 1024
/** What a hub wants to have said back: short, and nothing but letters, digits and marks (WebSub §8.2). */
const CHALLENGE = /^[\x20-\x7e]{1,1000}$/
const path = '/websub/:token{[\\w-]{43}}'

/**
 * Where hubs ask back and send what is new (WebSub §5.3, §7). They have no session and no page of ours: the address is the key, it is
 * one for each feed, and what is sent there counts only when its signature holds.
 */
export function websubRoutes(web: Hono, run: Run): void {
  web.get(path, async (context) => {
    const token = context.req.param('token')
    const asked = new URL(context.req.url).searchParams
    const topic = asked.get('hub.topic') ?? ''
    const mode = asked.get('hub.mode')
    if (mode === 'denied') {
      const isNoted = await run(denyHub, { token, topic, reason: asked.get('hub.reason') ?? '' })
      return isNoted ? context.body(null, 204, fresh) : nothing(context)
    }
    const challenge = asked.get('hub.challenge') ?? ''
    const lease = asked.get('hub.lease_seconds')
    const isWhole = lease === null || /^\d{1,12}$/.test(lease)
    if ((mode !== 'subscribe' && mode !== 'unsubscribe') || !CHALLENGE.test(challenge)) return nothing(context)
    if (mode === 'subscribe' && !isWhole) return nothing(context)
    const leaseSeconds = mode === 'subscribe' && lease !== null ? { leaseSeconds: Number(lease) } : {}
    const isConfirmed = await run(confirmHub, { token, mode, topic, ...leaseSeconds })
    // Of a type that no browser shows, whatever the hub has us say (§8.2); `nosniff` stands on every answer.
    return isConfirmed
      ? context.body(challenge, 200, { ...fresh, 'Content-Type': 'application/octet-stream' })
      : nothing(context)
  })

  web.post(path, async (context) => {
    const token = context.req.param('token')
    const known = await run(findHub, { token })
    if (known === undefined) return nothing(context)
    if (known === 'over') return context.body(null, 410, fresh)
    const encoding = context.req.header('content-encoding') ?? 'identity'
    if (encoding.toLowerCase() !== 'identity') return context.body(null, 415, fresh)
    const read = await readProgramBody(context.req.raw, MOST_BYTES)
    if (read.kind === 'too-large') return context.body(null, 413, fresh)
    if (read.kind === 'cut-off') return context.body(null, 400, fresh)
    const signature = context.req.header('x-hub-signature')
    const taken = await run(takeHubPush, {
      token,
      contentType: (context.req.header('content-type') ?? '').slice(0, 200),
      body: read.bytes,
      ...defined({ signature: signature?.slice(0, 200) }),
    })
    if (taken === 'later') return context.body(null, 429, { ...fresh, 'Retry-After': '60' })
    // Whether the signature held is not told: who guesses learns nothing (§7.1.2).
    return taken === undefined ? nothing(context) : context.body(null, 202, fresh)
  })
}

function nothing(context: Context): Response {
  return context.body(null, 404, fresh)
}
