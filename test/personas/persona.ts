import type { IncomingHttpHeaders } from 'node:http'
import type { Posting } from './timetable.ts'

/** What is asked of a persona: which feed, when, and what the request says. */
export type Asked = {
  readonly posting: Posting
  readonly atMs: number
  /** `old` is the address that was subscribed to, `new` the one some of them move to. */
  readonly place: 'old' | 'new'
  readonly headers: IncomingHttpHeaders
  /** Requests for this feed before. */
  readonly before: number
  /** Address of the host, and the path of the other place. */
  readonly newPath: string
}

export type Answer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  /** It breaks off in the middle, or never ends. */
  readonly fault?: 'cut' | 'drip'
  /** True for a whole document of the feed, or a 304: what it says of times and validators counts. */
  readonly isGood: boolean
  /** How long it asks to be left alone, by whatever means. */
  readonly leaveSeconds?: number
  /** The whole host is to be left alone for so long. */
  readonly pauseSeconds?: number
}

/** A server of one kind, good or bad. */
export type Persona = {
  readonly name: string
  /** What it does, in a few words for the guide. */
  readonly what: string
  readonly answer: (asked: Asked) => Answer
  readonly window?: number
  readonly everyMinutes?: (feed: number) => number
  /** The longest time it asks to be left alone or gives nothing, in minutes: so long nobody could have read it. */
  readonly silentMinutes?: number
  readonly skipHours?: readonly number[]
  readonly skipDays?: readonly number[]
  /** When its feeds end for good, in days from the start; absent: never. */
  readonly endsAfterDays?: (feed: number) => number | undefined
  /** Most requests one feed may get after its end. */
  readonly mostAfterEnd?: number
}

/** A persona whose feeds post by a timetable. */
export type TimedPersona = Persona & Required<Pick<Persona, 'everyMinutes'>>
