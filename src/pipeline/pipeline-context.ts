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
import type { SiteRulesDesk } from './site-rules-desk.ts'

/** One line of the log: what happened, to what, and how it went. Never what somebody reads. */
export type Log = (event: string, fields?: Readonly<Record<string, string | number | boolean>>) => void

/** What the verbs of the pipeline work with. Built once, in the composition root. */
export type PipelineContext = {
  readonly store: Store
  /** For feeds and for pages: the same client, with its own size limit for each call. */
  readonly http: Http
  /** What sites ask of programs that fetch their pages. Absent: nobody is asked. */
  readonly robots?: RobotsCache
  readonly pool: AnalysisPool
  /** For long documents. Absent: every feed is read on this thread. */
  readonly feedReader?: FeedReader
  readonly log: Log
  /** The time, so that no test has to wait. */
  readonly now: () => Date
  readonly limits: PipelineLimits
  /** Hosts that asked to be left alone. Absent: none did. */
  readonly pauses?: HostPauses
  /** How far apart the feeds of one host are asked. Absent: they are not kept apart. */
  readonly spacing?: HostSpacing
  /** Absent: nobody wrote any. */
  readonly rules?: SiteRulesDesk
  /** Absent: no model is asked for anything. */
  readonly model?: ModelPort
  /** Absent: nothing is translated. */
  readonly translator?: TranslatorPort
  /** Absent: nobody is told of anything. */
  readonly alerts?: AlertJobs
  /** Absent: nothing is sent to what readers chose outside. */
  readonly sending?: SendingJobs
  /** Absent: no hub is asked to tell of news. */
  readonly websub?: WebsubSettings
  /** Absent: nobody is told how polls and articles go. */
  readonly tracer?: Tracer
  /** Absent: nothing is written. */
  readonly writing?: WritingJobs
}

/** How hubs reach this server (WebSub). */
export type WebsubSettings = {
  /** Its public address, without a slash at its end. */
  readonly base: string
  /** True where a hub may be asked without encryption: in tests and private networks. */
  readonly isPlainAllowed: boolean
}

/** What a model writes in the background; safe to repeat. */
export type WritingJobs = {
  /** Writes what is missing of a story. */
  write(storyId: string): Promise<void>
}

/** What readers asked to be told; safe to repeat. */
export type AlertJobs = {
  /** Raises what a told story, or the searches that are kept, have for readers: `story:<id>` or `searches`. */
  raise(key: string): Promise<void>
  /** Sends what waits for a reader, and asks for itself again when something still does. */
  deliver(readerId: string): Promise<void>
}

/** What readers send outside by choice; safe to repeat. */
export type SendingJobs = {
  /** Tells webhooks of a story told anew (`story:<id>`) or of new entries (`entries:<feed>:<first>:<last>`). */
  announce(key: string): Promise<void>
  /** Sends what is due in one destination, and asks for itself again when something still waits. */
  send(destinationId: string): Promise<void>
}

export type PipelineLimits = {
  readonly pollMinutes: number
  /** What a feed asks for beyond this is not done. Absent: a day. */
  readonly pollCapMinutes?: number
  readonly inFlight: number
  readonly feedBytes: number
  readonly pageBytes: number
  readonly fetchesPages: boolean
  /** Pages of young articles are looked at again. Absent: they are not. */
  readonly looksAgain?: boolean
  readonly storyDays: number
  /** How long entries and articles are kept that nobody marked. Absent: for good. */
  readonly keepDays?: number
}
