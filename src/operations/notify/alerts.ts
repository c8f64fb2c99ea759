import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { followKinds } from '../../core/marks.ts'
import { publicVapidKey } from '../../delivery/vapid.ts'
import { ignoringStoreTrouble } from '../busy.ts'
import { defineOperation } from '../operation.ts'
import { channelView } from './alert-channels.ts'
import type { AlertSettingsView, AlertsView } from './alert-views.ts'
import { vapidKey } from './send-alerts.ts'

const ON_PAGE = 50
const minute = z.number().int().min(0).max(1439)

export const listAlerts = defineOperation({
  name: 'list_alerts',
  minRole: 'reader',
  summary: 'Alerts about what the reader follows, newest first; the visit is recorded',
  input: z.strictObject({ cursor: z.string().max(100).optional(), looks: z.boolean().optional() }),
  async run({ store, reader, now }, { cursor, looks }): Promise<AlertsView> {
    const { rows, next } = await store.alerts.list(reader.id, ON_PAGE, cursor)
    const { unseen } = await store.alerts.counts(reader.id)
    if (looks && unseen > 0) await ignoringStoreTrouble(store.alerts.markSeen(reader.id, now().toISOString()))
    return { alerts: rows, unseen, ...defined({ next }) }
  },
})

export const getAlertSettings = defineOperation({
  name: 'get_alert_settings',
  minRole: 'reader',
  summary: 'Alert settings: what alerts, through which channels, and when',
  input: z.strictObject({}),
  async run(context): Promise<AlertSettingsView> {
    const { store, reader, mailer } = context
    const { alerts } = store
    const [settings, channels, follows, choices, searches, on, account, key] = await Promise.all([
      alerts.settings(reader.id),
      alerts.channels(reader.id),
      store.follows.list(reader.id),
      alerts.choices(reader.id),
      store.savedSearches.list(reader.id),
      alerts.searchChoices(reader.id),
      store.accounts.find(reader.id),
      vapidKey(context),
    ])
    return {
      settings,
      channels: await Promise.all(channels.map((channel) => channelView(context, channel, account?.email))),
      mail: { isSet: mailer.isSet, ...defined({ address: account?.email === undefined ? undefined : account.email }) },
      pushKey: publicVapidKey(key),
      follows: follows.map((follow) => {
        const chosen = choices.find(({ kind, target }) => kind === follow.kind && target === follow.target)
        return { follow, ...defined({ choice: chosen?.choice }) }
      }),
      searches: searches.map(({ id, name, query }) => ({ id, name, query, isOn: on.includes(id) })),
    }
  },
})

export const setAlertSettings = defineOperation({
  name: 'set_alert_settings',
  minRole: 'reader',
  summary: 'Sets whether everything followed alerts, the quiet hours and the most messages an hour',
  input: z.strictObject({
    isAllOn: z.boolean(),
    quiet: z.object({ from: minute, until: minute }).optional(),
    perHour: z.number().int().min(1).max(60),
  }),
  async run({ store, reader, now }, { isAllOn, quiet, perHour }): Promise<true> {
    const settings = {
      isAllOn,
      perHour,
      ...defined({ quiet: quiet && quiet.from !== quiet.until ? quiet : undefined }),
    }
    await store.alerts.saveSettings(reader.id, settings, now().toISOString())
    return true
  },
})

export const chooseAlert = defineOperation({
  name: 'choose_alert',
  minRole: 'reader',
  summary: 'Turns alerts for one followed item or saved search on or off, or back to the default',
  input: z.union([
    z.strictObject({
      kind: z.enum(followKinds),
      target: z.string().min(1).max(400),
      choice: z.enum(['on', 'off', 'as-all']),
    }),
    z.strictObject({ search: z.string().min(1).max(60), choice: z.enum(['on', 'off']) }),
  ]),
  /** Undefined: it is not followed, or not saved. */
  async run({ store, reader, now }, input): Promise<true | undefined> {
    const at = now().toISOString()
    const { choice } = input
    const isDone =
      'search' in input
        ? await store.alerts.chooseSearch(reader.id, input.search, choice === 'on', at)
        : await store.alerts.choose(
            reader.id,
            { kind: input.kind, target: input.target },
            choice === 'as-all' ? undefined : choice,
            at,
          )
    return isDone || undefined
  },
})
