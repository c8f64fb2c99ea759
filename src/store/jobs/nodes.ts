import { hostname } from 'node:os'
import { sql } from 'kysely'
import type { Engine } from '../engine/engine.ts'
import { isPresumedDead, thisProcess } from './process-liveness.ts'

const dayMs = 86_400_000

/** A process that uses this database. */
export type NodeRow = {
  readonly id: string
  /** Host name and process number. */
  readonly machine: string
  readonly pid: number
  /** Its kinds of background work. */
  readonly roles: readonly string[]
  /** True when it answers requests. */
  readonly serves: boolean
  readonly version: string
  /** When it started, ISO 8601. */
  readonly since: string
  /** Time since its last report, in milliseconds of the database's clock. */
  readonly silentMs: number
  /** It has ended, or has been silent so long that it counts as dead. */
  readonly isGone: boolean
  /** The lanes it holds. */
  readonly lanes: readonly string[]
}

/** What a process reports about itself. */
type NodeFacts = Pick<NodeRow, 'roles' | 'serves' | 'version' | 'since'>

/** The result of a quick check of the database. */
export type Ping = {
  /** True when it takes no writes now: a server that follows another. */
  readonly isReadOnly: boolean
  /** True when a newer program has changed the data so that this one must not continue. */
  readonly isTooNew: boolean
}

export type NodeTable = {
  id: string
  machine: string
  pid: number
  roles: string
  serves: number
  version: string
  since: string
  beat_ms: number
}

/** The processes that use a database. */
export function nodeStore(engine: Engine, schemaVersion: number) {
  const { reader } = engine
  return {
    /** Checks with one short read whether the database answers. Rejects when it doesn't. */
    async ping(): Promise<Ping> {
      const readOnly =
        engine.dialect === 'postgres'
          ? sql`case when pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' then 1 else 0 end`
          : sql`0`
      const found = await sql<{ version: number; readable_from: number | null; is_read_only: number }>`
        select version, readable_from, ${readOnly} as is_read_only from schema_version
        order by version desc limit 1`.execute(reader)
      const row = found.rows[0]
      if (!row) throw new Error('The database says nothing of its tables.')
      return {
        isReadOnly: row.is_read_only === 1,
        isTooNew: row.version > schemaVersion && (row.readable_from ?? row.version) > schemaVersion,
      }
    },

    /** Reports that this process is alive; deletes processes that were silent for a day. */
    beat: ({ roles, serves, version, since }: NodeFacts): Promise<void> =>
      engine.write(async (tx) => {
        await sql`insert into node (id, machine, pid, roles, serves, version, since, beat_ms)
          values (${thisProcess}, ${hostname()}, ${process.pid}, ${roles.join(',')}, ${serves ? 1 : 0}, ${version}, ${since},
            ${engine.clockMs})
          on conflict (id) do update set beat_ms = excluded.beat_ms, roles = excluded.roles, serves = excluded.serves`.execute(
          tx,
        )
        await sql`delete from node where beat_ms < ${engine.clockMs} - ${dayMs} or beat_ms > ${engine.clockMs} + ${dayMs}`.execute(
          tx,
        )
      }),

    /** Call when this process ends. */
    leave: (): Promise<void> =>
      engine.write(async (tx) => {
        await tx.deleteFrom('node').where('id', '=', thisProcess).execute()
      }),

    /** All that reported within a day, latest first. */
    async list(): Promise<readonly NodeRow[]> {
      const [found, lanes] = await Promise.all([
        sql<NodeTable & { silent_ms: number }>`select *, ${engine.clockMs} - beat_ms as silent_ms from node
          order by beat_ms desc, id`.execute(reader),
        sql<{ name: string; holder: string }>`select name, holder from lane where expires_ms > ${engine.clockMs}
          order by name`.execute(reader),
      ])
      return found.rows.map(({ id, machine, pid, roles, serves, version, since, silent_ms }) => ({
        id,
        machine,
        pid,
        roles: roles === '' ? [] : roles.split(','),
        serves: serves === 1,
        version,
        since,
        silentMs: Math.max(0, Number(silent_ms)),
        isGone: isPresumedDead(engine, id, Number(silent_ms)),
        lanes: lanes.rows.filter(({ holder }) => holder.startsWith(`${id}/`)).map(({ name }) => name),
      }))
    },
  }
}

export type NodeStore = ReturnType<typeof nodeStore>
