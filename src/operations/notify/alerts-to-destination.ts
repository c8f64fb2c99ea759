import { randomUUID } from 'node:crypto'
import type { OutgoingArticle } from '../../core/destination.ts'
import { readPreferences } from '../../core/preferences.ts'
import type { AlertChannel } from '../../store/notify/alerts.ts'
import type { Destination } from '../../store/notify/destinations.ts'
import type { AlertContext } from './alert-jobs.ts'
import { alertPayload } from './event-payloads.ts'
import type { AlertMessage, SendOutcome } from './send-alerts.ts'

/** Alerts go to a destination as to any channel, quiet hours included, while it is on and selected for them. */
export async function alertsAsChosen(
  { store, now }: Pick<AlertContext, 'store' | 'now'>,
  { id, readerId, occasions, isOn }: Destination,
): Promise<void> {
  const channels = await store.alerts.channels(readerId)
  const channel = channels.find(({ kind, address }) => kind === 'destination' && address === id)
  const isWanted = occasions.includes('alert')
  if (channel && !isWanted) await store.alerts.removeChannel(readerId, channel.id)
  else if (channel && channel.isOn !== isOn) await store.alerts.setChannel(readerId, channel.id, isOn)
  else if (!channel && isWanted && isOn) {
    const at = now().toISOString()
    await store.alerts.addChannel({ id: randomUUID(), readerId, kind: 'destination', address: id, secret: '', at })
  }
}

/** Adds alerts to the log of their destination, which sends them like any other message. */
export async function sendToDestination(
  context: AlertContext,
  { address, readerId }: AlertChannel,
  { batch, alerts }: AlertMessage,
): Promise<SendOutcome> {
  const { store, baseUrl = '', now } = context
  const destination = await store.destinations.find(readerId, address)
  if (!destination) return { kind: 'gone' }
  const { language } = readPreferences(await store.preferences.all(readerId))
  const { title, body, lines } = context.say(alerts, language)
  const path = alerts.length === 1 ? (lines[0]?.path ?? '/alerts') : '/alerts'
  const article: OutgoingArticle = { url: `${baseUrl}${path}`, title, excerpt: body }
  const payload =
    destination.kind === 'webhook' ? { event_type: 'alert', id: batch, alerts: alertPayload(alerts, baseUrl) } : article
  const message = { id: batch, readerId, destinationId: address, event: 'alert' as const, title }
  await store.sendings.add([{ ...message, body: JSON.stringify(payload) }], now().toISOString())
  return { kind: 'sent' }
}
