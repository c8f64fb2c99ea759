import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { isAway } from './postgres-errors.ts'

/** A transaction as the server names it, and the history of the server that it is part of: a copy that took over has another. */
export type TransactionName = { readonly xid: string; readonly timeline: string }

const timeline = 'left(pg_walfile_name(pg_current_wal_lsn()), 8)'
/**
 * Asked as the last part of `begin`, at no further way there and back. Only what people do is named, since each name is used up: the
 * work that goes on without them is safe to repeat, and never ends its looking for more.
 */
export const nameTransaction = `select case when pg_is_in_recovery() then null else pg_current_xact_id()::text end as xid,
  case when pg_is_in_recovery() then null else ${timeline} end as timeline`

const pauseMs = 200

/** Reads the name out of what `begin` was answered with; undefined where it was not asked for. */
export function readTransactionName(answer: unknown): TransactionName | undefined {
  const row = (Array.isArray(answer) ? (answer.at(-1) as pg.QueryResult).rows[0] : undefined) as
    | { readonly xid: string | null; readonly timeline: string | null }
    | undefined
  return row?.xid && row.timeline ? { xid: row.xid, timeline: row.timeline } : undefined
}

/**
 * What became of a transaction whose commit was asked for over a connection that broke. Asks over connections of `connect` for `forMs` at
 * most; `unknown` when the server cannot be asked for so long, is still at it, or is another one.
 */
export async function askOutcome(
  { xid, timeline: ofCommit }: TransactionName,
  connect: () => Promise<pg.PoolClient>,
  drop: (client: pg.PoolClient) => void,
  forMs: number,
): Promise<'committed' | 'undone' | 'unknown'> {
  const endsAtMs = performance.now() + forMs
  while (performance.now() < endsAtMs) {
    let client: pg.PoolClient | undefined
    try {
      client = await connect()
      const { rows } = await client.query<{ status: string | null; timeline: string }>({
        text: `select pg_xact_status($1::xid8) as status, ${timeline} as timeline`,
        values: [xid],
        query_timeout: forMs,
      } as { text: string })
      client.release()
      const [found] = rows
      if (found?.timeline !== ofCommit) return 'unknown'
      if (found.status === 'committed') return 'committed'
      if (found.status === 'aborted') return 'undone'
      if (found.status === null) return 'unknown'
    } catch (error) {
      if (client) drop(client)
      if (!isAway(error)) return 'unknown'
    }
    await sleep(pauseMs)
  }
  return 'unknown'
}
