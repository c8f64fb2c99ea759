import { z } from 'zod'
import { asId } from '../../core/ids.ts'
import { readPreferences } from '../../core/preferences.ts'
import { guest } from '../../core/reader-identity.ts'
import type { AlertRow } from '../../store/notify/alerts.ts'
import { forReader } from '../for-reader.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { hashOf } from './alert-channels.ts'
import type { AlertFeedView } from './alert-views.ts'

const IN_FEED = 50
const token = z.string().regex(/^[\w-]{43}$/)

export const getAlertFeed = defineOperation({
  name: 'get_alert_feed',
  minRole: 'anyone',
  summary: 'The alerts of the reader whose alert feed has this secret URL',
  input: z.strictObject({ token }),
  async run(context, { token }): Promise<AlertFeedView | undefined> {
    const { store } = context
    const channel = await store.alerts.findChannel('feed', hashOf(token))
    if (!channel?.isOn || (await isSuspended(context, channel.readerId))) return undefined
    const { rows } = await store.alerts.list(channel.readerId, IN_FEED)
    const { language } = readPreferences(await store.preferences.all(channel.readerId))
    const alerts = await withoutPrivate(context, rows)
    return { id: channel.id, alerts, language, at: alerts[0]?.at ?? channel.at }
  },
})

/** Anyone with the URL can read the feed without signing in, so alerts about private articles and the reader's feeds are left out. */
async function withoutPrivate(context: OperationContext, rows: readonly AlertRow[]): Promise<readonly AlertRow[]> {
  const { store } = forReader(context, guest)
  const seen = await Promise.all(
    rows.map(async ({ kind: of, path }) => {
      if (of === 'feeds') return false
      const [, kind, id] = /^\/(stories|articles)\/([^/?#]+)/.exec(path) ?? []
      if (kind === 'stories') return (await store.stories.find(asId(decodeURIComponent(id!)))) !== undefined
      return kind !== 'articles' || (await store.articles.isThere(asId(decodeURIComponent(id!))))
    }),
  )
  return rows.filter((_, index) => seen[index])
}

export const findAlertMail = defineOperation({
  name: 'find_alert_mail',
  minRole: 'anyone',
  summary: 'Whether a secret URL unsubscribes from alerts by email',
  input: z.strictObject({ token }),
  async run({ store }, { token }): Promise<{ readonly isOn: boolean } | undefined> {
    const channel = await store.alerts.findChannel('mail', token)
    return channel && { isOn: channel.isOn }
  },
})

export const stopAlertMail = defineOperation({
  name: 'stop_alert_mail',
  minRole: 'anyone',
  summary: 'Unsubscribes from alerts by email, with the secret URL that each of them contains',
  input: z.strictObject({ token }),
  async run({ store }, { token }): Promise<true | undefined> {
    const channel = await store.alerts.findChannel('mail', token)
    if (!channel) return undefined
    await store.alerts.setChannel(channel.readerId, channel.id, false)
    return true
  },
})

/** Accounts that may not sign in get no alerts either. */
export async function isSuspended({ store }: Pick<OperationContext, 'store'>, readerId: string): Promise<boolean> {
  return (await store.accounts.find(readerId))?.disabledAt !== undefined
}
