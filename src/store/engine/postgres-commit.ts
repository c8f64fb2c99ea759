import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { isUnreachable } from './postgres-errors.ts'

/** A transaction id, and the server's timeline it belongs to: a promoted replica has another timeline. */
export type TransactionName = { readonly xid: string; readonly timeline: string }

const timeline = 'left(pg_walfile_name(pg_current_wal_lsn()), 8)'
/**
 * Appended to `begin`, so it needs no extra round trip. Only transactions of requests get an id, since each id is used up;
 * background work is safe to repeat and polls continuously.
 */
export const nameTransaction = `select case when pg_is_in_recovery() then null else pg_current_xact_id()::text end as xid,
  case when pg_is_in_recovery() then null else ${timeline} end as timeline`

const pauseMs = 200

/** Reads the transaction id from the answer to `begin`; undefined if it wasn't requested. */
export function readTransactionName(answer: unknown): TransactionName | undefined {
  const row = (Array.isArray(answer) ? (answer.at(-1) as pg.QueryResult).rows[0] : undefined) as
    | { readonly xid: string | null; readonly timeline: string | null }
    | undefined
  return row?.xid && row.timeline ? { xid: row.xid, timeline: row.timeline } : undefined
}

/**
 * Finds out what became of a commit whose connection broke. Asks over connections from `connect`, for at most `forMs`; `unknown`
 * when the server can't be reached in that time, is still committing, or is another server.
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
      if (!isUnreachable(error)) return 'unknown'
    }
    await sleep(pauseMs)
  }
  return 'unknown'
}
