import { startBriefPost } from './brief-post.ts'
import type { Context } from './context.ts'
import { startFeedAnnouncer } from './feed-announcer.ts'
import { version } from './version.ts'
import { webFace } from './web-face.ts'

/**
 * Starts the background work of the roles this process has: the loops of the pipeline, and for `tell` the mail of briefs and the
 * telling of a hub. `url` is where its pages are, if it has any: what links in mails begin with when no public address is set.
 * Disposed, it takes no new work; the pipeline itself ends with its context.
 */
export function startBackground(context: Context, url?: string): AsyncDisposable {
  const { config, operations, log, pipeline } = context
  pipeline.start()
  const started: AsyncDisposable[] = []
  if (pipeline.roles.includes('tell')) {
    const publicBase = config.TWOSOURCE_BASE_URL?.replace(/\/+$/, '')
    const base = publicBase ?? url?.replace(/\/+$/, '')
    if (base !== undefined) started.push(startBriefPost({ operations, log, base }))
    const hub = config.TWOSOURCE_WEBSUB_HUB
    if (hub !== undefined && publicBase !== undefined)
      started.push(startFeedAnnouncer({ operations, log, version, of: webFace(operations), base: publicBase, hub }))
  }
  return {
    async [Symbol.asyncDispose]() {
      for (const each of started.toReversed()) await each[Symbol.asyncDispose]()
    },
  }
}
