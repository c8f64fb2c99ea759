import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isSignedBy } from '../../credentials/hub-signature.ts'
import { hashToken } from '../../credentials/token.ts'
import { hubSecrets } from '../../pipeline/polls/maintain-hub.ts'
import { defineOperation } from '../operation.ts'

const SECOND_MS = 1_000
/** With a shorter lease, renewals would be more frequent than polls of the feed. */
const LEAST_LEASE_SECONDS = 3_600
/** However long a hub promises, the subscription is renewed after this. */
const MOST_LEASE_SECONDS = 30 * 86_400
/** For a hub from before WebSub, which states no lease. */
const USUAL_LEASE_SECONDS = 86_400
/** A hub that refused is asked again after this. */
const DENIED_MS = 30 * 86_400 * SECOND_MS

const token = z.string().regex(/^[\w-]{43}$/)

export const confirmHub = defineOperation({
  name: 'confirm_hub',
  minRole: 'anyone',
  summary: 'Whether a hub’s verification request matches one of our pending subscriptions',
  input: z.strictObject({
    token,
    mode: z.enum(['subscribe', 'unsubscribe']),
    topic: z.string().max(2_000),
    leaseSeconds: z.number().int().nonnegative().optional(),
  }),
  async run({ store, now }, { token, mode, topic, leaseSeconds = USUAL_LEASE_SECONDS }): Promise<true | undefined> {
    if (mode === 'subscribe' && leaseSeconds < LEAST_LEASE_SECONDS) return undefined
    const at = now().getTime()
    const after = (seconds: number) => new Date(at + seconds * SECOND_MS).toISOString()
    const lease = Math.min(leaseSeconds, MOST_LEASE_SECONDS)
    const question = { mode, topic, leaseUntil: after(lease), renewAt: after(lease * 0.8), at: after(0) }
    return (await store.hubs.confirm(hashToken(token), question)) || undefined
  },
})

export const denyHub = defineOperation({
  name: 'deny_hub',
  minRole: 'anyone',
  summary: 'Records that a hub refuses a feed: it is polled as before',
  input: z.strictObject({ token, topic: z.string().max(2_000), reason: z.string().default('') }),
  async run({ store, now, log }, { token, topic, reason }): Promise<true | undefined> {
    const at = now()
    const retryAt = new Date(at.getTime() + DENIED_MS).toISOString()
    const denial = { topic, reason: reason.slice(0, 200), at: at.toISOString(), retryAt }
    if (!(await store.hubs.deny(hashToken(token), denial))) return undefined
    log('hub-denied')
    return true
  },
})

export const findHub = defineOperation({
  name: 'find_hub',
  minRole: 'anyone',
  summary: 'Whether a callback URL is ours, before the content sent there is read',
  input: z.strictObject({ token }),
  async run({ store }, { token }): Promise<'open' | 'over' | undefined> {
    const known = await store.hubs.findByToken(hashToken(token))
    return known && (known.feedId === undefined || known.leaseUntil === undefined ? 'over' : 'open')
  },
})

export const takeHubPush = defineOperation({
  name: 'take_hub_push',
  minRole: 'anyone',
  summary: 'Stores a feed’s content sent by a hub if its signature is valid; it is read afterwards',
  input: z.strictObject({
    token,
    signature: z.string().max(200).optional(),
    contentType: z.string().max(200),
    body: z.instanceof(Uint8Array),
  }),
  async run(context, { token, signature, contentType, body }): Promise<'kept' | 'ignored' | 'later' | undefined> {
    const { store, now, log, wake } = context
    const known = await store.hubs.findByToken(hashToken(token))
    if (known?.feedId === undefined || known.leaseUntil === undefined) return undefined
    const { secret } = await hubSecrets(store, known.id)
    if (!isSignedBy(secret, signature, body)) {
      log('push-ignored', { feed: known.feedId, isSigned: signature !== undefined })
      return 'ignored'
    }
    const hash = createHash('sha256').update(body).digest('base64url')
    const kept = await store.hubs.storePush(known.id, { at: now().toISOString(), contentType, body, hash })
    if (kept === 'kept') wake()
    return kept === 'later' ? 'later' : 'kept'
  },
})
