import { setTimeout as sleep } from 'node:timers/promises'
import type { PostgresPool } from 'kysely'
import type pg from 'pg'
import { defined } from '../../core/defined.ts'
import { CommitUnknownError, StoreBusyError } from '../store-errors.ts'
import { askOutcome, readTransactionName, type TransactionName } from './postgres-commit.ts'
import { isPoolBusy, isReplicaFailure, isTooSlow, isUnreachable } from './postgres-errors.ts'
import type { Pool } from './postgres-pool.ts'
import { safeParameter } from './postgres-values.ts'
import { destroyConnection } from './postgres-watch.ts'

/** The pool that a read uses; called again when the previous one couldn't answer. */
export type Choose = () => Pool | Promise<Pool>

type Answer = Pick<pg.QueryResult, 'command' | 'rowCount' | 'rows'>

/** Statements that can't run in a transaction, and are sent only once. */
const outsideTransaction = /^\s*(?:vacuum|(?:create|drop) (?:unique )?index concurrently)\b/i

/**
 * Connections for Kysely, each from the pool that `choose` returns. A single read whose connection breaks is repeated over another
 * one until its pool's patience ends; what a replica can't answer goes to `instead`. In a transaction nothing is repeated: whoever
 * began it does that.
 */
export function connectionsFrom(choose: Choose, instead: Pool, onCopyFailed: (error: unknown) => void): PostgresPool {
  async function connect() {
    let from = await choose()
    let client = await connectPatiently(from).catch((error: unknown) => {
      if (from.use !== 'replica') throw asBusyError(error, from)
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
        if (isInTransaction || outsideTransaction.test(statement))
          return await send(client, from, statement, parameters)
        return await read(client, from, statement, parameters)
      } catch (error) {
        isBroken ||= isUnreachable(error)
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
          if (from.use === 'replica' && isReplicaFailure(error)) onCopyFailed(error)
          else if (
            !isUnreachable(error) ||
            isPoolBusy(error) ||
            isTooSlow(error) ||
            isOver ||
            outsideTransaction.test(statement)
          )
            throw asBusyError(error, from)
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
        // The server already rolled back the transaction of a broken connection.
        if (text === 'rollback' && (isBroken || !client)) return { command: 'ROLLBACK', rowCount: 0, rows: [] }
        try {
          return await ask(text, parameters)
        } catch (error) {
          if (text !== 'commit' || !isUnreachable(error)) throw error
          give()
          const outcome = transaction ? await outcomeOf(transaction, from) : 'unknown'
          if (outcome === 'unknown') throw new CommitUnknownError(error)
          // The caller begins the transaction again, as after any broken connection.
          if (outcome === 'undone') throw error
          return { command: 'COMMIT', rowCount: 0, rows: [] }
        }
      },
      release: give,
    }
  }
  return { options: {}, connect, end: async () => {} } as unknown as PostgresPool
}

/**
 * Gets a connection, waiting for an unreachable server. Throws the driver's error when it stays unreachable or no connection gets
 * free.
 */
async function connectPatiently({ pool, patienceMs, use, watch }: Pool): Promise<pg.PoolClient> {
  const endsAt = Date.now() + patienceMs
  for (let waitMs = 20; ; waitMs = Math.min(1_000, waitMs * 2)) {
    try {
      const client = await pool.connect()
      if (!watch.isSuspect(client)) return client
      drop(client)
    } catch (error) {
      if (use === 'replica' || !isUnreachable(error) || isPoolBusy(error) || Date.now() + waitMs > endsAt) throw error
      await sleep(waitMs)
    }
  }
}

/** The watch ends a transaction whose session is still open, so this is how long it takes at most to learn its outcome. */
const outcomeOf = (transaction: TransactionName, from: Pool) =>
  askOutcome(transaction, () => connectPatiently(from), drop, from.outcomeMs)

/** Removes a connection from its pool at once, without a goodbye that may never arrive. */
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

/** Runs one read, in its own transaction where settings last only that long. */
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

/** Waits until all have ended, then throws the first failure. */
async function settleAll<Result>(all: readonly Promise<Result>[]): Promise<readonly Result[]> {
  const ends = await Promise.allSettled(all)
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
  return ends.map((end) => (end as PromiseFulfilledResult<Result>).value)
}

/** The error a page gets when the database couldn't answer in time. */
export function asBusyError(error: unknown, { use }: Pick<Pool, 'use'>): unknown {
  if (use === 'work' || !(isUnreachable(error) || isTooSlow(error))) return error
  return new StoreBusyError(error)
}
