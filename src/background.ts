import { startBriefPost } from './brief-post.ts'
import { ConfigError } from './config.ts'
import type { Context } from './context.ts'
import { startFeedAnnouncer } from './feed-announcer.ts'
import { lookUntilStopped } from './look-until-stopped.ts'
import { clockLead, explainLead } from './operations/clock-lead.ts'
import { version } from './version.ts'

const CLOCK_MS = 60_000
const BACKUP_LOOK_MS = 10 * 60_000

/**
 * Starts the background work of the roles this process has: the loops of the pipeline, and for `tell` the mail of briefs and the
 * telling of a hub. `url` is where its pages are, if it has any: what links in mails begin with when no public address is set.
 * Disposed, it takes no new work; the pipeline itself ends with its context. Throws ConfigError where this machine's clock is not that
 * of the database: it would take from others what they have in hand.
 */
export async function startBackground(context: Context, url?: string): Promise<AsyncDisposable> {
  const { config, operations, log, pipeline } = context
  const started: AsyncDisposable[] = []
  if (pipeline.roles.length > 0 && operations.store.dialect === 'postgres') {
    const why = explainLead(await clockLead(operations))
    if (why) throw new ConfigError(`${why} Set it right (NTP) before work is done here.`)
    const look = async () => {
      const later = explainLead(await clockLead(operations))
      if (later) log('clock-differs', { why: later })
    }
    started.push(lookUntilStopped('clock', CLOCK_MS, log, look))
  }
  pipeline.start()
  if (operations.house.schedule !== undefined)
    started.push(
      lookUntilStopped('backup', BACKUP_LOOK_MS, log, async () => {
        const outcome = await operations.house.backUpIfDue()
        if (outcome) log(outcome.kind === 'done' ? 'backup-made' : 'backup-failed', outcome)
      }),
    )
  if (pipeline.roles.includes('tell')) {
    const publicBase = config.TWOSOURCE_BASE_URL?.replace(/\/+$/, '')
    const base = publicBase ?? url?.replace(/\/+$/, '')
    if (base !== undefined) started.push(startBriefPost({ operations, log, base }))
    const hub = config.TWOSOURCE_WEBSUB_HUB
    if (hub !== undefined && publicBase !== undefined)
      started.push(startFeedAnnouncer({ operations, log, version, base: publicBase, hub }))
  }
  return {
    async [Symbol.asyncDispose]() {
      for (const each of started.toReversed()) await each[Symbol.asyncDispose]()
    },
  }
}
