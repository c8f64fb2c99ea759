import type { Sent } from '../core/destination.ts'
import type { SendingOutcome } from '../store/destination-store.ts'
import { deliveryDelayMs, mostAttempts } from '../story/alert-times.ts'
import { isShutOut } from './alert-doors.ts'
import { alertsAsChosen } from './alerts-to-destination.ts'
import { sendMessage } from './send-message.ts'
import type { SendingContext } from './sending-desk.ts'

const AT_ONCE = 50
/** A run ends well within its lease; what is left is done in the next. */
const RUN_MS = 60_000
/** After so many failures one after the other the rest waits: the other side is down. */
const MOST_IN_A_ROW = 3
const LONGEST_WAIT_MS = 4 * 3_600_000
const KEPT_MS = 30 * 86_400_000
const MOST_KEPT = 500

/**
 * Sends what is due in one destination and asks for itself again when something still waits. A message keeps its id through
 * all attempts: should all end between sending and noting it, it goes out again under the same name.
 */
export async function deliverSendings(context: SendingContext, destinationId: string): Promise<void> {
  const { store, now } = context
  const destination = await store.destinations.get(destinationId)
  if (!destination?.isOn || (await isShutOut(context, destination.readerId))) return
  const startMs = now().getTime()
  let { failures } = destination
  let inARow = 0
  for (const sending of await store.sendings.due(destinationId, now().toISOString(), AT_ONCE)) {
    if (inARow >= MOST_IN_A_ROW || now().getTime() - startMs > RUN_MS) break
    if (!(await store.sendings.start(sending.id))) continue
    const sent = await sendMessage(context, destination, sending)
    failures = sent.kind === 'sent' ? 0 : failures + 1
    inARow = sent.kind === 'failed' ? inARow + 1 : 0
    const outcome = outcomeOf(sent, sending.tries + 1, failures, now().getTime())
    await store.sendings.settle(destinationId, sending.id, outcome, now().toISOString())
    if (outcome.kind !== 'failed' || !outcome.isOff) continue
    await alertsAsChosen(context, { ...destination, isOn: false })
    return
  }
  await store.sendings.prune(destinationId, new Date(startMs - KEPT_MS).toISOString(), MOST_KEPT)
  const next = await store.sendings.nextAt(destinationId)
  if (next === undefined) return
  const soonest = new Date(now().getTime() + (inARow >= MOST_IN_A_ROW ? deliveryDelayMs(1) : 0)).toISOString()
  const [, runAt = next] = [next, soonest].sort()
  await store.jobs.enqueue([{ kind: 'send', key: destinationId, runAt }])
}

function outcomeOf(sent: Sent, tries: number, failures: number, nowMs: number): SendingOutcome {
  switch (sent.kind) {
    case 'sent':
      return { kind: 'sent' }
    case 'gone':
      return { kind: 'failed', error: sent.reason, isOff: true }
    case 'refused':
      return { kind: 'failed', error: sent.reason, isOff: false }
    case 'failed': {
      if (tries >= mostAttempts) return { kind: 'failed', error: sent.reason, isOff: failures >= mostAttempts }
      const asked = (sent.retryAfterSeconds ?? 0) * 1000
      const waitMs = Math.max(deliveryDelayMs(tries), Math.min(asked, LONGEST_WAIT_MS))
      return { kind: 'again', nextAt: new Date(nowMs + waitMs).toISOString(), error: sent.reason }
    }
  }
}
