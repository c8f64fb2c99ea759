import { defined } from '../../core/defined.ts'
import type { SendResult } from '../../core/destination.ts'
import { readPreferences } from '../../core/preferences.ts'
import { pushRequest } from '../../delivery/push.ts'
import { deliveryResult } from '../../delivery/send-result.ts'
import { makeVapidKey } from '../../delivery/vapid.ts'
import { webhookRequest } from '../../delivery/webhook.ts'
import type { AlertChannel, AlertRow } from '../../store/notify/alerts.ts'
import type { AlertContext } from './alert-jobs.ts'
import { sendToDestination } from './alerts-to-destination.ts'
import { alertPayload } from './event-payloads.ts'

/** One message for one channel; `batch` is its id in all attempts. Without alerts it is a test. */
export type AlertMessage = {
  readonly batch: string
  readonly event: 'alert' | 'digest' | 'test'
  readonly alerts: readonly AlertRow[]
}

/** `gone`: the browser revoked its subscription, or the destination was deleted. */
export type SendOutcome = Exclude<SendResult, { kind: 'gone' }> | { readonly kind: 'gone' }

/** Sends a message now, at any hour. Never throws for failures of the network or the recipient. */
export async function sendAlerts(
  context: AlertContext,
  channel: AlertChannel,
  message: AlertMessage,
): Promise<SendOutcome> {
  switch (channel.kind) {
    case 'push':
      return sendPush(context, channel, message)
    case 'webhook':
      return sendWebhook(context, channel, message)
    case 'mail':
      return sendMail(context, channel, message)
    case 'destination':
      return sendToDestination(context, channel, message)
    // A feed is polled by its reader.
    case 'feed':
      return { kind: 'sent' }
  }
}

/** The key that identifies this instance to push services, created at its first use. */
export function vapidKey({ store }: Pick<AlertContext, 'store'>): Promise<string> {
  return store.alerts.secret('vapid', makeVapidKey)
}

async function sendPush(
  context: AlertContext,
  { address, secret, readerId }: AlertChannel,
  { alerts, batch }: AlertMessage,
): Promise<SendOutcome> {
  const { store, http, now, contact } = context
  const { language } = readPreferences(await store.preferences.all(readerId))
  const { title, body, direction, lines, ...said } = context.say(alerts, language)
  const path = alerts.length === 1 ? (lines[0]?.path ?? '/alerts') : '/alerts'
  const request = pushRequest(
    { title, body, path, tag: batch, language: said.language, direction },
    { endpoint: address, keys: JSON.parse(secret) as { readonly p256dh: string; readonly auth: string } },
    { vapidKey: await vapidKey(context), contact, now: now() },
  )
  const answer = await http.post(request.url, request)
  if (answer.kind === 'not-found' || answer.kind === 'gone') return { kind: 'gone' }
  return deliveryResult(answer)
}

async function sendWebhook(
  context: AlertContext,
  { address, secret }: AlertChannel,
  { alerts, batch, event }: AlertMessage,
): Promise<SendOutcome> {
  const { http, now } = context
  const payload = { event, id: batch, alerts: alertPayload(alerts, context.baseUrl) }
  const request = webhookRequest(event, payload, { url: address, secret, idempotencyKey: batch, now: now() })
  const answer = await http.post(request.url, request)
  if (answer.kind === 'gone') return { kind: 'refused', reason: 'The receiver no longer exists (410).' }
  return deliveryResult(answer)
}

/** Sent to the account's current email address. */
async function sendMail(
  context: AlertContext,
  { secret, readerId }: AlertChannel,
  { alerts, batch }: AlertMessage,
): Promise<SendOutcome> {
  const { store, mailer, baseUrl } = context
  const account = await store.accounts.find(readerId)
  if (account?.email === undefined) return { kind: 'refused', reason: 'The account has no email address.' }
  const { language } = readPreferences(await store.preferences.all(readerId))
  const { title, lines, footer } = context.say(alerts, language)
  const paragraphs = lines.map(({ text, title, words, path }) =>
    [text, title, ...(words === undefined ? [] : [`> ${words}`]), `${baseUrl ?? ''}${path}`].join('\n'),
  )
  const stop = baseUrl === undefined ? undefined : `${baseUrl}/alerts/stop/${secret}`
  const sent = await mailer.send({
    to: account.email,
    subject: title
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .slice(0, 200)
      .toWellFormed(),
    text: [...paragraphs, `-- \n${footer}${stop === undefined ? '' : `\n${stop}`}`, ''].join('\n\n'),
    headers: { 'X-Twosource-Message': batch },
    ...defined({ listUnsubscribe: stop }),
  })
  return sent.kind === 'sent' ? sent : { kind: sent.kind, reason: sent.message }
}
