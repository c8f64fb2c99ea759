import { sql } from 'kysely'
import { type AlertSettings, defaultAlertSettings } from '../../core/alert.ts'
import { defined } from '../../core/defined.ts'
import type { FollowKind } from '../../core/marks.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { currentIds, markedTargets } from '../stories/story-aliases.ts'
import type { AlertChoice, AlertFollower, AlertTarget } from './alerts.ts'

/** Who asked for which alerts. */
export function alertFollows(engine: Engine) {
  const { reader } = engine
  const alerting = () =>
    reader
      .selectFrom('follow')
      .leftJoin('alert_setting', 'alert_setting.reader_id', 'follow.reader_id')
      .select(['follow.reader_id', 'follow.kind', 'follow.target', 'follow.label', 'follow.at'])
      .select(['follow.alerts', 'follow.alerts_at', 'alert_setting.all_at'])
      .where(sql<boolean>`(follow.alerts = 'on' or (follow.alerts is null and alert_setting.all_on = 1))`)
      // A watch on the same target tells what its reader chose, and nothing else.
      .where(sql<boolean>`not exists (select 1 from watch where watch.reader_id = follow.reader_id
        and watch.kind = follow.kind and watch.target = follow.target)`)

  return {
    /** True when anybody ever had alert settings; otherwise refreshing stories needn't check for alerts. */
    async isUsed(): Promise<boolean> {
      const found = await sql<{ used: number }>`select case when exists (select 1 from alert_setting) then 1 else 0 end
        as used`.execute(reader)
      return Number(found.rows[0]?.used) === 1
    },

    /** Everybody to alert about any of these targets; a story also matches under the ids merged into it. */
    async followersOf(targets: readonly AlertTarget[]): Promise<readonly AlertFollower[]> {
      if (targets.length === 0) return []
      const wanted = await Promise.all(
        targets.map(async ({ kind, target }) => ({ kind, targets: await markedTargets(reader, kind, target) })),
      )
      const byKind = Map.groupBy(wanted, ({ kind }) => kind)
      const rows = await alerting()
        .where((row) =>
          row.or(
            [...byKind].map(([kind, all]) =>
              row.and([
                row('follow.kind', '=', kind),
                engine.isIn(
                  'follow.target',
                  all.flatMap((each) => each.targets),
                ),
              ]),
            ),
          ),
        )
        .orderBy('follow.reader_id')
        .execute()
      const stories = rows.filter(({ kind }) => kind === 'story').map(({ target }) => target)
      const present = await currentIds(engine, reader, stories)
      return rows.map((row) => ({
        ...toFollower(row),
        target: row.kind === 'story' ? (present.get(row.target) ?? row.target) : row.target,
      }))
    },

    /** Searches with alerts, followed or saved, each `since` the time up to which it was checked. */
    async searches(): Promise<readonly AlertFollower[]> {
      const followed = await alerting().where('follow.kind', '=', 'search').execute()
      const kept = await reader
        .selectFrom('saved_search')
        .select(['reader_id', 'name', 'search', 'at', 'alerts_at'])
        .where('alerts', '=', 'on')
        .execute()
      return [
        ...followed.map(toFollower),
        ...kept.map((row) => ({
          readerId: row.reader_id,
          kind: 'search' as const,
          target: row.search,
          label: row.name,
          since: row.alerts_at ?? row.at,
        })),
      ]
    },

    /** Records up to when (ISO 8601) searches with these words were checked. */
    async setSearched(queries: readonly string[], at: string): Promise<void> {
      if (queries.length === 0) return
      const later = sql<string>`case when alerts_at is null or alerts_at < ${at} then ${at} else alerts_at end`
      await engine.write(async (tx) => {
        await tx
          .updateTable('follow')
          .set({ alerts_at: later })
          .where('kind', '=', 'search')
          .where(engine.isIn('target', queries))
          .execute()
        await tx
          .updateTable('saved_search')
          .set({ alerts_at: later })
          .where('alerts', '=', 'on')
          .where(engine.isIn('search', queries))
          .execute()
      })
    },

    async settings(readerId: string): Promise<AlertSettings> {
      const row = await reader
        .selectFrom('alert_setting')
        .selectAll()
        .where('reader_id', '=', readerId)
        .executeTakeFirst()
      if (!row) return defaultAlertSettings
      const { quiet_from: from, quiet_until: until } = row
      return {
        isAllOn: row.all_on === 1,
        ...defined({ quiet: from === null || until === null ? undefined : { from, until } }),
        perHour: row.per_hour,
      }
    },

    async saveSettings(readerId: string, { isAllOn, quiet, perHour }: AlertSettings, at: string): Promise<void> {
      const row = {
        reader_id: readerId,
        all_on: isAllOn ? 1 : 0,
        all_at: at,
        quiet_from: quiet?.from ?? null,
        quiet_until: quiet?.until ?? null,
        per_hour: perHour,
      }
      await engine.write((tx) =>
        engine.insertMany(tx, 'alert_setting', [row], {
          // What was already on keeps its start time, whatever else changes.
          ifExists: `on conflict (reader_id) do update set
            all_at = case when alert_setting.all_on = excluded.all_on then alert_setting.all_at else excluded.all_at end,
            all_on = excluded.all_on, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
            per_hour = excluded.per_hour`,
        }),
      )
    },

    /** A reader's choices for single things; others follow the main switch. */
    async choices(readerId: string): Promise<readonly (AlertTarget & { readonly choice: AlertChoice })[]> {
      const rows = await reader
        .selectFrom('follow')
        .select(['kind', 'target', 'alerts'])
        .where('reader_id', '=', readerId)
        .where('alerts', 'is not', null)
        .execute()
      const stories = rows.filter(({ kind }) => kind === 'story').map(({ target }) => target)
      const present = await currentIds(engine, reader, stories)
      return rows.map(({ kind, target, alerts }) => ({
        kind: kind as FollowKind,
        target: kind === 'story' ? (present.get(target) ?? target) : target,
        choice: alerts as AlertChoice,
      }))
    },

    /** Returns false when it isn't followed. */
    choose: (
      readerId: string,
      { kind, target }: AlertTarget,
      choice: AlertChoice | undefined,
      at: string,
    ): Promise<boolean> =>
      engine.write(async (tx) => {
        const targets = await markedTargets(tx, kind, target)
        const done = await tx
          .updateTable('follow')
          .set({ alerts: choice ?? null, alerts_at: at })
          .where('reader_id', '=', readerId)
          .where('kind', '=', kind)
          .where(engine.isIn('target', targets))
          .executeTakeFirst()
        if (done.numUpdatedRows === 0n) return false
        if (choice === 'on') await begin(engine, readerId, at, tx)
        return true
      }),

    /** Saved searches with alerts, by id. */
    async searchChoices(readerId: string): Promise<readonly string[]> {
      const rows = await reader
        .selectFrom('saved_search')
        .select('id')
        .where('reader_id', '=', readerId)
        .where('alerts', '=', 'on')
        .execute()
      return rows.map(({ id }) => id)
    },

    chooseSearch: (readerId: string, id: string, isOn: boolean, at: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const done = await tx
          .updateTable('saved_search')
          .set({ alerts: isOn ? 'on' : null, alerts_at: at })
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .executeTakeFirst()
        if (done.numUpdatedRows === 0n) return false
        if (isOn) await begin(engine, readerId, at, tx)
        return true
      }),
  }
}

/** Asking for one alert creates settings, which show that alerts are used at all. */
export async function begin(engine: Engine, readerId: string, at: string, tx: Tx): Promise<void> {
  const row = { reader_id: readerId, all_on: 0, all_at: at, per_hour: defaultAlertSettings.perHour }
  await engine.insertMany(tx, 'alert_setting', [{ ...row, quiet_from: null, quiet_until: null }], {
    ifExists: 'on conflict (reader_id) do nothing',
  })
}

function toFollower(row: {
  readonly reader_id: string
  readonly kind: string
  readonly target: string
  readonly label: string
  readonly at: string
  readonly alerts: string | null
  readonly alerts_at: string | null
  readonly all_at: string | null
}): AlertFollower {
  const { reader_id, kind, target, label, at, alerts, alerts_at, all_at } = row
  const times = alerts === 'on' ? [alerts_at ?? at] : [at, all_at ?? at, alerts_at ?? at]
  return { readerId: reader_id, kind: kind as FollowKind, target, label, since: times.sort().at(-1) as string }
}
