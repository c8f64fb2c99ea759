import type { OutgoingArticle, SendResult } from '../../core/destination.ts'
import { deliveryResult } from '../../delivery/send-result.ts'
import { senders } from '../../delivery/senders/all.ts'
import { minifluxRequest } from '../../delivery/webhook.ts'
import type { Destination } from '../../store/notify/destinations.ts'
import type { NewSending, SendingOutcome } from '../../store/notify/sendings.ts'
import { deliveryDelayMs, mostAttempts } from '../../story/alerts/alert-times.ts'
import { isSuspended } from './alert-links.ts'
import { alertsAsChosen } from './alerts-to-destination.ts'
import type { SendingContext } from './sending-jobs.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const AT_ONCE = 50
/** A run ends well within its lease; the rest is left to the next one. */
const RUN_MS = 60_000
/** After this many failures in a row the service is considered down: all messages wait, longer each time. */
const MOST_IN_A_ROW = 3
const LONGEST_WAIT_MS = 4 * HOUR_MS
/** A destination is switched off after failing for this long. */
const FAILING_MS = 20 * HOUR_MS
const KEPT_MS = 30 * DAY_MS
const MOST_KEPT = 500

/**
 * Sends a destination's due messages and schedules itself again if some still wait. A message keeps its id through all attempts: after
 * a crash between sending and recording it, it is sent again under the same id.
 */
export async function deliverSendings(context: SendingContext, destinationId: string): Promise<void> {
  const { store, now } = context
  const destination = await store.destinations.get(destinationId)
  if (!destination?.isOn || (await isSuspended(context, destination.readerId))) return
  const isSwitchedOff = isHeld(destination, now()) ? false : await sendDue(context, destination)
  if (isSwitchedOff) return
  await store.sendings.prune(destinationId, new Date(now().getTime() - KEPT_MS).toISOString(), MOST_KEPT)
  const [next, after] = await Promise.all([store.sendings.nextAt(destinationId), store.destinations.get(destinationId)])
  if (next === undefined) return
  const [, runAt = next] = [next, after?.retryAt ?? next].sort()
  await store.jobs.enqueue([{ kind: 'send', key: destinationId, runAt }])
}

function isHeld({ retryAt }: Destination, now: Date): boolean {
  return retryAt !== undefined && retryAt > now.toISOString()
}

/** Returns true if the destination was switched off meanwhile. */
async function sendDue(context: SendingContext, destination: Destination): Promise<boolean> {
  const { store, now } = context
  const { id } = destination
  const startMs = now().getTime()
  let { failures, failingSince } = destination
  let inARow = 0
  for (const sending of await store.sendings.due(id, now().toISOString(), AT_ONCE)) {
    if (inARow >= MOST_IN_A_ROW || now().getTime() - startMs > RUN_MS) return false
    if (!(await store.sendings.start(sending.id))) continue
    const sent = await sendMessage(context, destination, sending)
    const at = now().toISOString()
    if (sent.kind === 'sent') {
      failures = 0
      failingSince = undefined
    } else {
      failures += 1
      failingSince ??= at
    }
    inARow = sent.kind === 'failed' ? inARow + 1 : 0
    const isLong = failures >= mostAttempts && Date.parse(at) - Date.parse(failingSince ?? at) >= FAILING_MS
    const outcome = outcomeOf(sent, sending.tries + 1, isLong, Date.parse(at))
    const isDown = inARow >= MOST_IN_A_ROW && outcome.kind !== 'sent'
    const waitMs = deliveryDelayMs(Math.ceil(failures / MOST_IN_A_ROW))
    const held = isDown ? { ...outcome, retryAt: new Date(Date.parse(at) + waitMs).toISOString() } : outcome
    await store.sendings.settle(id, sending.id, held, at)
    if (outcome.kind === 'sent' || !outcome.isOff) continue
    await alertsAsChosen(context, { ...destination, isOn: false })
    return true
  }
  return false
}

function outcomeOf(sent: SendResult, tries: number, isLong: boolean, nowMs: number): SendingOutcome {
  switch (sent.kind) {
    case 'sent':
      return { kind: 'sent' }
    case 'gone':
      return { kind: 'failed', error: sent.reason, isOff: true }
    case 'refused':
      return { kind: 'failed', error: sent.reason, isOff: isLong }
    case 'failed': {
      if (tries >= mostAttempts) return { kind: 'failed', error: sent.reason, isOff: isLong }
      const asked = (sent.retryAfterSeconds ?? 0) * 1000
      const waitMs = Math.max(deliveryDelayMs(tries), Math.min(asked, LONGEST_WAIT_MS))
      return { kind: 'again', nextAt: new Date(nowMs + waitMs).toISOString(), error: sent.reason, isOff: isLong }
    }
  }
}

/** Sends one message now, with the same id in each attempt. Never throws for failures of the network or the recipient. */
export async function sendMessage(
  { http, now }: SendingContext,
  { kind, settings, secret }: Destination,
  { id, event, body }: Pick<NewSending, 'id' | 'event' | 'body'>,
): Promise<SendResult> {
  if (kind === 'webhook') {
    const hook = { url: settings.address ?? '', secret: secret.token ?? '', idempotencyKey: id, now: now() }
    const request = minifluxRequest(event, Buffer.from(body), hook)
    const answer = await http.post(request.url, request)
    if (answer.kind === 'gone') return { kind: 'gone', reason: 'The receiver no longer exists (410).' }
    return deliveryResult(answer)
  }
  const sender = senders.find((each) => each.kind === kind)
  if (!sender) return { kind: 'refused', reason: `“${kind}” isn’t supported.` }
  return sender.send(JSON.parse(body) as OutgoingArticle, { ...settings, ...secret }, http)
}
