import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { isSubscription } from '../../delivery/push-encryption.ts'
import type { AlertChannel } from '../../store/notify/alerts.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { refuseTurn } from '../reader-turns.ts'
import type { ChannelAdded, ChannelTested, ChannelView } from './alert-views.ts'
import { sendAlerts } from './send-alerts.ts'

/** More than anybody maintains. */
const MOST_CHANNELS = 12

const id = z.string().min(1).max(60)
const key = z.string().regex(/^[\w-]{20,100}=*$/)

export const addAlertChannel = defineOperation({
  name: 'add_alert_channel',
  minRole: 'reader',
  summary: 'Adds a channel for alerts: push to this browser, email, a webhook or a private feed',
  input: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('push'),
      endpoint: z.string().min(1).max(1000),
      p256dh: key,
      auth: key,
    }),
    z.strictObject({ kind: z.literal('mail') }),
    z.strictObject({ kind: z.literal('webhook'), url: z.string().trim().min(1).max(maxLength.webhookAddress) }),
    z.strictObject({ kind: z.literal('feed') }),
  ]),
  run: (context, input): Promise<ChannelAdded> =>
    oneByOne(`channels ${context.reader.id}`, async (): Promise<ChannelAdded> => {
      const { store, reader, mailer, now } = context
      const channels = await store.alerts.channels(reader.id)
      if (channels.filter(({ kind }) => kind !== 'destination').length >= MOST_CHANNELS)
        return { kind: 'refused', why: 'too-many' }
      const base = { id: randomUUID(), readerId: reader.id, kind: input.kind, at: now().toISOString() }
      const add = async (address: string, secret: string): Promise<ChannelAdded> => {
        const { id } = await store.alerts.addChannel({ ...base, address, secret })
        return { kind: 'added', id }
      }
      switch (input.kind) {
        case 'push': {
          const { endpoint, p256dh, auth } = input
          const keys = { p256dh, auth }
          if (!isWebAddress(endpoint) || !isSubscription({ endpoint, keys }))
            return { kind: 'refused', why: 'subscription' }
          return add(endpoint, JSON.stringify(keys))
        }
        case 'mail': {
          if (!mailer.isSet) return { kind: 'refused', why: 'no-mail' }
          const account = await store.accounts.find(reader.id)
          if (account?.email === undefined) return { kind: 'refused', why: 'no-address' }
          return add('account', token())
        }
        case 'webhook':
          if (!isWebAddress(input.url)) return { kind: 'refused', why: 'address' }
          return add(input.url, token())
        case 'feed': {
          // One feed per reader: a new one replaces the old one, whose URL stops working.
          for (const { id, kind } of channels) if (kind === 'feed') await store.alerts.removeChannel(reader.id, id)
          return add(base.id, hashOf(await feedToken(context, base.id)))
        }
      }
    }),
})

export const removeAlertChannel = defineOperation({
  name: 'remove_alert_channel',
  minRole: 'reader',
  summary: 'Removes a channel for alerts, with its waiting alerts',
  input: z.strictObject({ id }),
  /** Undefined: there is none. */
  run: async ({ store, reader }, { id }): Promise<true | undefined> =>
    (await store.alerts.removeChannel(reader.id, id)) && true,
})

export const switchAlertChannel = defineOperation({
  name: 'switch_alert_channel',
  minRole: 'reader',
  summary: 'Turns a channel for alerts off, or on again',
  input: z.strictObject({ id, isOn: z.boolean() }),
  run: async ({ store, reader }, { id, isOn }): Promise<true | undefined> =>
    (await store.alerts.setChannel(reader.id, id, isOn)) || undefined,
})

export const testAlertChannel = defineOperation({
  name: 'test_alert_channel',
  minRole: 'reader',
  summary: 'Sends a test alert now, even in quiet hours',
  input: z.strictObject({ id }),
  async run(context, { id }): Promise<ChannelTested | undefined> {
    const { store, reader, alertContext } = context
    const channel = (await store.alerts.channels(reader.id)).find((each) => each.id === id)
    // A destination is tested where it is configured.
    if (!channel || channel.kind === 'feed' || channel.kind === 'destination') return undefined
    const tooOften = refuseTurn(context, 'test')
    if (tooOften) return { kind: 'failed', reason: tooOften.message }
    const sent = await sendAlerts(alertContext, channel, { batch: randomUUID(), event: 'test', alerts: [] })
    if (sent.kind === 'gone') await store.alerts.removeChannel(reader.id, id)
    return sent.kind === 'refused' ? { kind: 'failed', reason: sent.reason } : sent
  },
})

export async function channelView(
  context: Pick<OperationContext, 'store'>,
  { id, readerId, kind, address, secret, isOn, failures, lastError, at }: AlertChannel,
  mailAddress: string | undefined,
): Promise<ChannelView> {
  const name = async () => {
    switch (kind) {
      case 'push':
        return new URL(address).host
      case 'mail':
        return mailAddress ?? ''
      case 'webhook':
        return address
      case 'feed':
        return `/alerts/feed/${await feedToken(context, id)}`
      case 'destination':
        return (await context.store.destinations.find(readerId, address))?.name ?? ''
    }
  }
  return {
    id,
    kind,
    name: await name(),
    ...defined({ secret: kind === 'webhook' ? secret : undefined }),
    isOn,
    failures,
    ...defined({ lastError }),
    at,
  }
}

/** The secret part of a feed's URL, computed from the feed's id and the instance's key, so that only its hash is stored. */
async function feedToken({ store }: Pick<OperationContext, 'store'>, channelId: string): Promise<string> {
  const key = await store.alerts.secret('alert-feed', token)
  return createHmac('sha256', key).update(channelId).digest('base64url')
}

/** The stored hash of a URL's secret part. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** A random secret. */
export function token(): string {
  return randomBytes(32).toString('base64url')
}

/** A web URL without credentials. Whether it may be reached is decided at the request. */
export function isWebAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}
