import type { ModelPort } from '../core/model.ts'
import type { TranslatorPort } from '../core/translation.ts'
import type { Http } from '../http/client.ts'
import type { HostPauses } from '../http/host-pauses.ts'
import type { RobotsCache } from '../http/robots-cache.ts'
import type { Store } from '../store/store.ts'
import type { Tracer } from '../watch/tracer.ts'
import type { AnalysisPool } from './analysis/analysis-pool.ts'
import type { FeedReader } from './polls/feed-reader.ts'
import type { HostSpacing } from './polls/host-spacing.ts'
import type { SiteRuleLookup } from './site-rule-lookup.ts'

/** Writes one log line: what happened, to what, and the outcome. Never what somebody reads. */
export type Log = (event: string, fields?: Readonly<Record<string, string | number | boolean>>) => void

/** What the pipeline works with. Built once, in the composition root. */
export type PipelineContext = {
  readonly store: Store
  /** One client for feeds and pages, with a size limit per call. */
  readonly http: Http
  /** For servers that the owner named: they may be in a private network. Absent: nothing is moved from another reader. */
  readonly ownerHttp?: Http
  /** The robots.txt rules for fetching pages. Absent: none are checked. */
  readonly robots?: RobotsCache
  readonly pool: AnalysisPool
  /** For long documents. Absent: every feed is read on this thread. */
  readonly feedReader?: FeedReader
  readonly log: Log
  /** The clock, so that tests need not wait. */
  readonly now: () => Date
  readonly limits: PipelineLimits
  /** Hosts that asked for a pause. Absent: none did. */
  readonly pauses?: HostPauses
  /** The interval between requests to feeds of one host. Absent: none. */
  readonly spacing?: HostSpacing
  /** Absent: there are no rules. */
  readonly rules?: SiteRuleLookup
  /** Absent: no model is used. */
  readonly model?: ModelPort
  /** Absent: nothing is translated. */
  readonly translator?: TranslatorPort
  /** Absent: no alerts are sent. */
  readonly alerts?: AlertJobs
  /** Absent: nothing is sent to destinations that readers chose. */
  readonly sending?: SendingJobs
  /** Absent: no hub subscriptions. */
  readonly websub?: WebsubSettings
  /** Absent: polls and articles are not traced. */
  readonly tracer?: Tracer
  /** Absent: nothing is written. */
  readonly writing?: WritingJobs
}

/** How hubs reach this server (WebSub). */
export type WebsubSettings = {
  /** Its public URL, without a final slash. */
  readonly base: string
  /** True when hubs may be contacted without encryption: in tests and private networks. */
  readonly isPlainAllowed: boolean
}

/** Texts that a model writes in the background; safe to repeat. */
export type WritingJobs = {
  /** Writes the missing texts of a story. */
  write(storyId: string): Promise<void>
}

/** Alerts that readers asked for; safe to repeat. */
export type AlertJobs = {
  /** Raises readers' alerts for a refreshed story, or for their saved searches: `story:<id>` or `searches`. */
  raise(key: string): Promise<void>
  /** Sends a reader's pending alerts, and queues itself again when some remain. */
  deliver(readerId: string): Promise<void>
}

/** Sending to destinations that readers chose; safe to repeat. */
export type SendingJobs = {
  /** Notifies webhooks of a refreshed story (`story:<id>`) or of new entries (`entries:<feed>:<first>:<last>`). */
  announce(key: string): Promise<void>
  /** Sends what is due to one destination, and queues itself again when some remains. */
  send(destinationId: string): Promise<void>
}

export type PipelineLimits = {
  readonly pollMinutes: number
  /** The longest interval that a feed can request. Absent: a day. */
  readonly pollCapMinutes?: number
  readonly inFlight: number
  readonly feedBytes: number
  readonly pageBytes: number
  readonly fetchesPages: boolean
  /** Pages of recent articles are rechecked. Absent: they are not. */
  readonly rechecksPages?: boolean
  readonly storyDays: number
  /** How many days unmarked entries and articles are kept. Absent: forever. */
  readonly keepDays?: number
}
