import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { readAddress } from './postgres-address.ts'
import { isUnreachable } from './postgres-errors.ts'

const pauseMs = 1_000
const tryMs = 5_000

/**
 * Waits until the server at an address accepts connections, at most `forMs`. Calls `onAway` once with the reason if it doesn't yet.
 * A server that refuses for another reason, such as a wrong password, isn't waited for: opening the store reports that.
 */
export async function awaitPostgres(address: string, forMs: number, onAway: (why: string) => void): Promise<void> {
  const { url } = readAddress(address)
  const endsAt = performance.now() + forMs
  for (let tries = 0; ; tries++) {
    const error = await connectOnce(url)
    if (error === undefined || !isNotThere(error)) return
    if (tries === 0) onAway(error.message || String((error as { code?: string }).code))
    if (performance.now() + pauseMs > endsAt) return
    await sleep(pauseMs)
  }
}

async function connectOnce(url: string): Promise<Error | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: tryMs })
  client.on('error', () => {})
  try {
    await client.connect()
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    await client.end().catch(() => {})
  }
}

/** Unreachable, or its name doesn't resolve yet because its container hasn't started. */
function isNotThere(error: Error): boolean {
  return (
    isUnreachable(error) || (error as { code?: string }).code === 'ENOTFOUND' || error.message === 'timeout expired'
  )
}
