import type { Log } from '../pipeline/pipeline-context.ts'
import { isPostgresUrl } from '../store/open-store.ts'
import type { Config } from './config/config.ts'

/** A machine that reboots starts everything at once, its database too. */
const waitMs = 60_000

/** Waits for the configured PostgreSQL if it is unreachable when a long-running process starts, and logs that. */
export async function awaitDatabase({ TWOSOURCE_DATABASE: address }: Config, log: Log): Promise<void> {
  if (address === undefined || !isPostgresUrl(address)) return
  const { awaitPostgres } = await import('../store/engine/await-postgres.ts')
  let isAway = false
  await awaitPostgres(address, waitMs, (why) => {
    isAway = true
    log('database-away', { why, waitSeconds: waitMs / 1_000 })
  })
  if (isAway) log('database-awaited')
}
