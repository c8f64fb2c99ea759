import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { defaultAlertSettings } from '../../core/alert.ts'
import { readBriefChoice } from '../../core/brief-choice.ts'
import { defined } from '../../core/defined.ts'
import { targetKey } from '../../core/marks.ts'
import { isPreference } from '../../core/preferences.ts'
import { readSliders } from '../../core/ranking.ts'
import { readPairs } from '../../core/translation.ts'
import type { settingsRecord } from '../library/marks-record.ts'
import type { OperationContext } from '../operation.ts'

type Own = Pick<OperationContext, 'store' | 'reader'>

/** What a reader changed in their settings; without secrets and what names other servers. */
export async function ownSettings({ store, reader }: Own) {
  const [preferences, sliders, lifts, brief, alerts, orders] = await Promise.all([
    store.preferences.all(reader.id),
    store.rankings.find(reader.id),
    store.rankings.listLifts(reader.id),
    store.briefs.find(reader.id),
    store.alerts.settings(reader.id),
    store.folders.orders(reader.id),
  ])
  return {
    preferences: Object.fromEntries([...preferences].sort()),
    ...defined({ ranking: sliders }),
    lifts,
    folderOrders: Object.fromEntries([...orders].sort()),
    ...defined({ brief, alerts: isDeepStrictEqual(alerts, defaultAlertSettings) ? undefined : alerts }),
  }
}

/** Imports settings that are not set here yet, so nothing chosen here changes. Values that no longer exist are ignored. */
export async function importSettings(
  { store, reader, now }: Own & Pick<OperationContext, 'now'>,
  given: z.output<typeof settingsRecord>,
): Promise<number> {
  const at = now().toISOString()
  const here = await ownSettings({ store, reader })
  const preferences = Object.entries(given.preferences).filter(
    ([name, value]) => isKnown(name, value) && !Object.hasOwn(here.preferences, name),
  )
  for (const [name, value] of preferences) await store.preferences.set(reader.id, name, value, at)
  const isRankingNew = given.ranking !== undefined && here.ranking === undefined
  if (isRankingNew) await store.rankings.set(reader.id, readSliders(given.ranking), at)
  const orders = Object.entries(given.folderOrders).filter(([name]) => !Object.hasOwn(here.folderOrders, name))
  for (const [name, order] of orders) await store.folders.setOrder(reader.id, name, order)
  const lifted = new Set(here.lifts.map(targetKey))
  const lifts = given.lifts.filter((lift) => !lifted.has(targetKey(lift)))
  // They are listed in the order of creation.
  for (const [index, lift] of lifts.entries())
    await store.rankings.setLifts(reader.id, [lift], new Date(Date.parse(at) + index).toISOString())
  const isBriefNew = given.brief !== undefined && here.brief === undefined
  if (isBriefNew) await store.briefs.set(reader.id, readBriefChoice(given.brief), at)
  const areAlertsNew = given.alerts !== undefined && here.alerts === undefined
  if (areAlertsNew) {
    const { isAllOn, perHour, quiet } = given.alerts!
    await store.alerts.saveSettings(reader.id, { isAllOn, perHour, ...defined({ quiet }) }, at)
  }
  return (
    preferences.length + orders.length + lifts.length + [isRankingNew, isBriefNew, areAlertsNew].filter(Boolean).length
  )
}

/** A preference with a valid value, or a pair of languages with a choice. */
function isKnown(name: string, value: string): boolean {
  return isPreference(name, value) || readPairs(new Map([[name, value]])).length > 0
}
