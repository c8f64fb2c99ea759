import type { Store } from '../../src/store/store.ts'
import { type Faults, type FeedLog, noFaults } from './feed-log.ts'
import type { Persona } from './persona.ts'
import { DAY_MS, MINUTE_MS, newestAt, publishedMs, START_MS } from './timetable.ts'
import { readTitle } from './write-document.ts'

/** What became of the entries of one feed. */
export type JudgedFeed = {
  readonly log: FeedLog
  readonly entries: number
  /** See `isOwed`: not in the store although it was owed. */
  readonly lost: number
  /** Rows beyond the first of an entry. */
  readonly doubled: number
  readonly isStopped: boolean
  readonly isMoved: boolean
}

export type PersonaResult = Faults & {
  readonly name: string
  readonly what: string
  readonly feeds: number
  readonly entries: number
  readonly lost: number
  readonly doubled: number
  /** Requests for a feed after its end beyond what making sure takes. */
  readonly pastEnd: number
}

type Span = { readonly endMs: number; readonly stepMinutes: number }

/** Beyond this a feed that still has an entry must have been asked. */
const LONGEST_MINUTES = 25 * 60
const USUAL_MINUTES = 60

/** Holds what the store has against what the servers published. */
export async function judgeEntries(
  store: Store,
  feeds: readonly { readonly url: string; readonly log: FeedLog }[],
  span: Span,
): Promise<readonly JudgedFeed[]> {
  const counts = await countStored(store)
  const rows = new Map((await store.feeds.list('owner')).map((row) => [row.url, row]))
  return feeds.map(({ url, log }) => {
    const stored = counts.get(log.posting.feed) ?? new Map<number, number>()
    let lost = 0
    for (let number = 0; number <= newestAt(log.posting, span.endMs); number++)
      if (!stored.has(number) && isOwed(log, number, span)) lost += 1
    const row = rows.get(url) ?? rows.get(url.replace('/old/', '/new/'))
    return {
      log,
      entries: stored.size,
      lost,
      doubled: [...stored.values()].reduce((sum, count) => sum + count - 1, 0),
      isStopped: row?.isStopped === true,
      isMoved: !rows.has(url),
    }
  })
}

/**
 * An entry is owed when it stood in a whole document that was sent; or when it stood in the feed for longer than the default
 * pace, what its server asked for, and a step of the clock together, so that whoever polled at that pace has it.
 */
function isOwed(log: FeedLog, number: number, { endMs, stepMinutes }: Span): boolean {
  const { posting, persona, served } = log
  if (served.has(number)) return true
  const endsAfter = persona.endsAfterDays?.(posting.feed)
  const lastMs = Math.min(endMs, endsAfter === undefined ? endMs : START_MS + endsAfter * DAY_MS)
  const fromMs = Math.max(publishedMs(posting, number), START_MS)
  const untilMs = publishedMs(posting, number + posting.window)
  const promised = (USUAL_MINUTES + (persona.silentMinutes ?? 0) + stepMinutes) * MINUTE_MS
  if (untilMs <= lastMs) return untilMs - fromMs >= promised && fromMs >= START_MS
  return lastMs - fromMs >= Math.max(promised, (LONGEST_MINUTES + (persona.silentMinutes ?? 0)) * MINUTE_MS)
}

async function countStored(store: Store): Promise<ReadonlyMap<number, Map<number, number>>> {
  const counts = new Map<number, Map<number, number>>()
  let cursor: string | undefined
  do {
    const page = await store.entries.list('owner', {}, 500, cursor)
    for (const { title } of page.rows) {
      const read = readTitle(title)
      if (!read) continue
      const of = counts.get(read.feed) ?? new Map<number, number>()
      counts.set(read.feed, of)
      of.set(read.number, (of.get(read.number) ?? 0) + 1)
    }
    cursor = page.next
  } while (cursor !== undefined)
  return counts
}

/** One line for each persona. */
export function tallyPersonas(personas: readonly Persona[], judged: readonly JudgedFeed[]): readonly PersonaResult[] {
  return personas.map((persona) => {
    const own = judged.filter(({ log }) => log.persona === persona)
    const sum = (of: (feed: JudgedFeed) => number) => own.reduce((total, feed) => total + of(feed), 0)
    const faults = noFaults()
    for (const name of Object.keys(faults) as (keyof Faults)[]) faults[name] = sum(({ log }) => log.faults[name])
    return {
      name: persona.name,
      what: persona.what,
      feeds: own.length,
      entries: sum(({ entries }) => entries),
      lost: sum(({ lost }) => lost),
      doubled: sum(({ doubled }) => doubled),
      pastEnd: sum(({ log }) => Math.max(0, log.afterEnd - (persona.mostAfterEnd ?? Number.POSITIVE_INFINITY))),
      ...faults,
    }
  })
}
