import type { IncomingHttpHeaders } from 'node:http'
import type { Answer, Persona } from './persona.ts'
import { DAY_MS, newestAt, type Posting, START_MS } from './timetable.ts'

/** What a server counts against whoever polls it. */
export type Faults = {
  requests: number
  notModified: number
  /** Before it had said, by even a millisecond; in a named hour or day; in a pause of the host. */
  early: number
  /** Without validators although the last whole answer had some. */
  unconditional: number
  /** Validators that are not, byte for byte, those of the last whole answer. */
  wrongValidators: number
  /** More than two at one time on a host. */
  crowded: number
  /** The fifth request to a host within a second, redirects not counted. */
  tooClose: number
  /** A cookie, a referrer, or another method than GET. */
  impolite: number
}

export const noFaults = (): Faults => ({
  requests: 0,
  notModified: 0,
  early: 0,
  unconditional: 0,
  wrongValidators: 0,
  crowded: 0,
  tooClose: 0,
  impolite: 0,
})

type Held = { readonly etag?: string; readonly lastModified?: string }

/** What a server knows of one of its feeds. */
export type FeedLog = {
  readonly persona: Persona
  readonly posting: Posting
  readonly faults: Faults
  /** Entries that stood in whole documents it sent. */
  readonly served: Set<number>
  requests: number
  /** Validators of the last whole answer, by address. */
  readonly held: Map<string, Held>
  notBeforeMs: number
  hopAtMs: number
  afterEnd: number
}

/** What a host knows. */
export type HostLog = { open: number; pausedUntilMs: number; pausedAtMs: number; starts: number[] }

/** The cap and the pace that the product promises. */
const CAP_MS = DAY_MS
const DEFAULT_MS = 3_600_000
const TOGETHER = 4

export type Request = {
  readonly atMs: number
  readonly place: string
  readonly method: string
  readonly headers: IncomingHttpHeaders
}

/** Judges a request as it comes, before it is answered. */
export function judgeRequest(log: FeedLog, host: HostLog, { atMs, place, method, headers }: Request): void {
  const { faults, persona } = log
  const isHop = log.hopAtMs === atMs
  faults.requests += 1
  log.requests += 1
  if (headers.cookie !== undefined || headers.referer !== undefined || method !== 'GET') faults.impolite += 1
  if (host.open > 2) faults.crowded += 1
  const ends = persona.endsAfterDays?.(log.posting.feed)
  if (ends !== undefined && atMs >= START_MS + ends * DAY_MS) log.afterEnd += 1
  if (isHop) return
  if (host.starts.length >= TOGETHER && atMs - host.starts.at(-TOGETHER)! < 1000) faults.tooClose += 1
  host.starts = [...host.starts, atMs].slice(-TOGETHER)
  // One that was under way when the pause was asked for is no fault.
  const isPaused = atMs < host.pausedUntilMs && atMs > host.pausedAtMs
  const at = new Date(atMs)
  const isSkipped = persona.skipHours?.includes(at.getUTCHours()) || persona.skipDays?.includes(at.getUTCDay())
  const isKnown = log.held.size > 0
  if (atMs < log.notBeforeMs || isPaused || (isSkipped && isKnown)) faults.early += 1
  judgeValidators(log, place, headers)
}

function judgeValidators({ faults, held }: FeedLog, place: string, headers: IncomingHttpHeaders): void {
  const { etag, lastModified } = held.get(place) ?? {}
  const { 'if-none-match': noneMatch, 'if-modified-since': since } = headers
  if (noneMatch === undefined && since === undefined) {
    if (etag !== undefined || lastModified !== undefined) faults.unconditional += 1
  } else if (noneMatch !== etag || since !== lastModified) faults.wrongValidators += 1
}

/** Takes in what was answered, as the next requests have to heed it. */
export function noteAnswer(log: FeedLog, host: HostLog, { atMs, place }: Request, answer: Answer): void {
  const { headers = {}, status } = answer
  if (status === 304) log.faults.notModified += 1
  if (status >= 300 && status < 400 && status !== 304) {
    log.hopAtMs = atMs
    return
  }
  const leaveMs = Math.max(DEFAULT_MS, Math.min((answer.leaveSeconds ?? 0) * 1000, CAP_MS))
  log.notBeforeMs = atMs + leaveMs
  log.hopAtMs = Number.NaN
  if (answer.pauseSeconds !== undefined) {
    const until = atMs + answer.pauseSeconds * 1000
    if (until > host.pausedUntilMs) {
      host.pausedUntilMs = until
      host.pausedAtMs = atMs
    }
  }
  if (!answer.isGood) return
  const before = log.held.get(place) ?? {}
  const isNoStore = headers['cache-control']?.includes('no-store')
  const from304 = status === 304 ? before : {}
  const etag = headers.etag ?? from304.etag
  const lastModified = headers['last-modified'] ?? from304.lastModified
  log.held.set(place, isNoStore ? {} : { ...(etag && { etag }), ...(lastModified && { lastModified }) })
  if (status !== 200) return
  const newest = newestAt(log.posting, atMs)
  for (let number = newest - log.posting.window + 1; number <= newest; number++) log.served.add(number)
}
