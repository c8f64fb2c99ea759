import { setTimeout as sleep } from 'node:timers/promises'
import type { PostgresPool } from 'kysely'
import type pg from 'pg'
import { defined } from '../../core/defined.ts'
import { CommitUnknownError, StoreBusyError } from '../store-errors.ts'
import { askOutcome, readTransactionName, type TransactionName } from './postgres-commit.ts'
import { isAway, isNoneFree, isOfCopy, isTooSlow } from './postgres-errors.ts'
import type { Pool } from './postgres-pool.ts'
import { safeParameter } from './postgres-values.ts'
import { destroyConnection } from './postgres-watch.ts'

/** Where a read goes: to these, one after the other, as long as the one before cannot answer. */
export type Choose = () => Pool | Promise<Pool>

type Answer = Pick<pg.QueryResult, 'command' | 'rowCount' | 'rows'>

/** What cannot stand in a transaction, and is asked once. */
const standsAlone = /^\s*(?:vacuum|(?:create|drop) (?:unique )?index concurrently)\b/i

/**
 * Connections as Kysely takes them, each from the pool that `choose` names. A single read whose connection is gone is asked again
 * over another one, until the patience of its pool ends; what a copy cannot answer is asked of `instead`. In a transaction nothing
 * is asked again: who began it does.
 */
export function lendFrom(choose: Choose, instead: Pool, onCopyFailed: (error: unknown) => void): PostgresPool {
  async function connect() {
    let from = await choose()
    let client = await connectPatiently(from).catch((error: unknown) => {
      if (from.use !== 'replica') throw inWords(error, from)
      onCopyFailed(error)
      return undefined
    })
    let isBroken = false
    let isInTransaction = false
    let transaction: TransactionName | undefined

    const give = () => {
      if (client && isBroken) drop(client)
      else client?.release()
      client = undefined
      isBroken = false
    }
    const ask = async (statement: string, parameters: readonly unknown[] | undefined): Promise<Answer> => {
      if (!client) {
        if (from.use === 'replica') from = instead
        client = await connectPatiently(from)
      }
      try {
        if (isInTransaction || standsAlone.test(statement)) return await send(client, from, statement, parameters)
        return await read(client, from, statement, parameters)
      } catch (error) {
        isBroken ||= isAway(error)
        throw error
      }
    }
    const askPatiently = async (statement: string, parameters: readonly unknown[] | undefined): Promise<Answer> => {
      const endsAt = Date.now() + from.patienceMs
      for (let waitMs = 20; ; waitMs = Math.min(1_000, waitMs * 2)) {
        try {
          return await ask(statement, parameters)
        } catch (error) {
          const isOver = Date.now() + waitMs > endsAt
          if (from.names?.isOfName(error)) continue
          if (from.use === 'replica' && isOfCopy(error)) onCopyFailed(error)
          else if (!isAway(error) || isNoneFree(error) || isTooSlow(error) || isOver || standsAlone.test(statement))
            throw inWords(error, from)
          else await sleep(waitMs)
          give()
        }
      }
    }

    return {
      async query(statement: unknown, parameters?: readonly unknown[]): Promise<Answer> {
        const text = statement as string
        if (text === 'begin') {
          isInTransaction = true
          const answer = await ask(from.begin, undefined)
          transaction = readTransactionName(answer)
          return answer
        }
        if (!isInTransaction) return askPatiently(text, parameters)
        // The server has undone what stood on a connection that is gone.
        if (text === 'rollback' && (isBroken || !client)) return { command: 'ROLLBACK', rowCount: 0, rows: [] }
        try {
          return await ask(text, parameters)
        } catch (error) {
          if (text !== 'commit' || !isAway(error)) throw error
          give()
          const outcome = transaction ? await outcomeOf(transaction, from) : 'unknown'
          if (outcome === 'unknown') throw new CommitUnknownError(error)
          // Begun again by who began it, as after any connection that broke.
          if (outcome === 'undone') throw error
          return { command: 'COMMIT', rowCount: 0, rows: [] }
        }
      },
      release: give,
    }
  }
  return { options: {}, connect, end: async () => {} } as unknown as PostgresPool
}

/** A connection, waiting for a server that is away. Throws what the driver throws when it stays so, or when none gets free. */
async function connectPatiently({ pool, patienceMs, use, watch }: Pool): Promise<pg.PoolClient> {
  const endsAt = Date.now() + patienceMs
  for (let waitMs = 20; ; waitMs = Math.min(1_000, waitMs * 2)) {
    try {
      const client = await pool.connect()
      if (!watch.isSuspect(client)) return client
      drop(client)
    } catch (error) {
      if (use === 'replica' || !isAway(error) || isNoneFree(error) || Date.now() + waitMs > endsAt) throw error
      await sleep(waitMs)
    }
  }
}

/** A transaction whose session is still open is ended by the watch: so long it takes at most until it is known what became of it. */
const outcomeOf = (transaction: TransactionName, from: Pool) =>
  askOutcome(transaction, () => connectPatiently(from), drop, from.outcomeMs)

/** Takes a connection out of its pool at once, without a goodbye that may never be heard. */
function drop(client: pg.PoolClient): void {
  destroyConnection(client)
  client.release(true)
}

function send(
  client: pg.PoolClient,
  { names }: Pool,
  text: string,
  parameters: readonly unknown[] | undefined,
): Promise<Answer> {
  const name = parameters && names?.nameOf(text)
  return client.query({
    text,
    ...defined({ name, values: parameters?.map(safeParameter) }),
  })
}

/** One read, in a transaction of its own where settings hold no longer than that. */
async function read(
  client: pg.PoolClient,
  { beginRead, readMs, names }: Pool,
  text: string,
  parameters: readonly unknown[] | undefined,
): Promise<Answer> {
  const name = parameters && names?.nameOf(text)
  const statement = {
    text,
    ...defined({ name, values: parameters?.map(safeParameter), query_timeout: readMs }),
  }
  if (beginRead === undefined) return client.query(statement)
  // All three are sent at once.
  const [, answer] = await settleAll([client.query(beginRead), client.query(statement), client.query('commit')])
  return answer as Answer
}

/** Waits for the end of all, then throws the first failure. */
async function settleAll<Result>(all: readonly Promise<Result>[]): Promise<readonly Result[]> {
  const ends = await Promise.allSettled(all)
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
  return ends.map((end) => (end as PromiseFulfilledResult<Result>).value)
}

/** What a page is told when the database could not be asked in time. */
export function inWords(error: unknown, { use }: Pick<Pool, 'use'>): unknown {
  if (use === 'work' || !(isAway(error) || isTooSlow(error))) return error
  return new StoreBusyError(error)
}
