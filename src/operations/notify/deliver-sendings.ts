import type { SendResult } from '../../core/destination.ts'
import type { Destination } from '../../store/notify/destinations.ts'
import type { SendingOutcome } from '../../store/notify/sendings.ts'
import { deliveryDelayMs, mostAttempts } from '../../story/alerts/alert-times.ts'
import { isShutOut } from './alert-doors.ts'
import { alertsAsChosen } from './alerts-to-destination.ts'
import { sendMessage } from './send-message.ts'
import type { SendingContext } from './sending-desk.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const AT_ONCE = 50
/** A run ends well within its lease; what is left is done in the next. */
const RUN_MS = 60_000
/** After so many failures one after the other the other side is down: all wait, longer each time. */
const MOST_IN_A_ROW = 3
const LONGEST_WAIT_MS = 4 * HOUR_MS
/** Where nothing got through for so long, it is switched off. */
const FAILING_MS = 20 * HOUR_MS
const KEPT_MS = 30 * DAY_MS
const MOST_KEPT = 500

/**
 * Sends what is due in one destination and asks for itself again when something still waits. A message keeps its id through
 * all attempts: should all end between sending and noting it, it goes out again under the same name.
 */
export async function deliverSendings(context: SendingContext, destinationId: string): Promise<void> {
  const { store, now } = context
  const destination = await store.destinations.get(destinationId)
  if (!destination?.isOn || (await isShutOut(context, destination.readerId))) return
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

/** True: it was switched off on the way. */
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
