import { createEventQueue } from '../../capacity/event-queue.ts'
import { randomNumbers } from '../random-numbers.ts'

/** How an article came to be: its outlet's own report, the agency's, a copy of that, or nothing that others tell of. */
export type NewsForm = 'own' | 'agency' | 'copy' | 'trimmed' | 'retitled' | 'background'

/** One article of the news, before it is written. */
export type NewsPlan = {
  /** Its place in the stream. */
  readonly number: number
  readonly event: number
  /** How many articles tell of the event in all. */
  readonly eventSize: number
  readonly outlet: number
  readonly form: NewsForm
  /** How far the event has come, from 0: figures change and facts are added. */
  readonly stage: number
  /** ISO 8601. */
  readonly at: string
}

export type NewsOptions = {
  readonly perDay: number
  readonly seed: number
  /** The time of the first article, in milliseconds since 1970. */
  readonly startMs?: number
}

export const OUTLETS = 120
/** The agency is an outlet, too. */
export const AGENCY = 0

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MOST_REPORTS = 60
/** Of all articles, those that nobody else tells of: features, columns, notes of a place. */
const BACKGROUND_SHARE = 0.35
/** The share of events that are told n times or more is n to the power of this. */
const TAIL = -1.25
/** Before the first article there was news, too. */
const RUN_UP_MS = 4 * DAY_MS
const STAGE_MS = 8 * HOUR_MS
const LAST_STAGE = 5
const AGENCY_SHARE = 0.7
/** Of what comes after the first hours, that of an outlet that told of it before. */
const UPDATE_SHARE = 0.3

/** The mean size of events: the sum of the shares that are told 1, 2, 3 … times or more. */
const meanSize = Array.from({ length: MOST_REPORTS }, (_, less) => (less + 1) ** TAIL).reduce(
  (sum, share) => sum + share,
  0,
)

type Report = Omit<NewsPlan, 'number' | 'at'>

/**
 * The news without end, the same for the same seed: events in the order of time, most told once, few by up to sixty outlets over
 * three days, with copies of an agency's text and updates, and background between them. Only events that still run are kept, so each article
 * costs the same. They come at even distances, `perDay` of them a day.
 */
export function* planNews({ perDay, seed, startMs = Date.UTC(2026, 0, 5) }: NewsOptions): Generator<NewsPlan> {
  const random = randomNumbers(seed)
  const wait = (meanMs: number) => -Math.log(1 - random()) * meanMs
  const queue = createEventQueue()
  let event = 0
  let report: Report | undefined
  const put = (atMs: number, found: Report) =>
    queue.put(atMs, () => {
      report = found
    })
  const openEvents = (atMs: number): void => {
    const eventSize = Math.min(MOST_REPORTS, Math.floor((1 - random()) ** (1 / TAIL)))
    for (const { delayMs, ...planned } of reportsOf(eventSize, random, wait))
      put(atMs + delayMs, { event, eventSize, ...planned })
    event += 1
    const next = atMs + wait((DAY_MS / perDay) * (meanSize / (1 - BACKGROUND_SHARE)))
    queue.put(next, () => openEvents(next))
  }
  const openBackground = (atMs: number): void => {
    put(atMs, { event, eventSize: 1, outlet: anyOutlet(random()), form: 'background', stage: 0 })
    event += 1
    const next = atMs + wait(DAY_MS / perDay / BACKGROUND_SHARE)
    queue.put(next, () => openBackground(next))
  }
  openEvents(0)
  openBackground(0)
  for (let number = 0; ; ) {
    const { atMs, run } = queue.next()!
    run()
    if (report !== undefined && atMs >= RUN_UP_MS) {
      yield { number, ...report, at: new Date(startMs + (number * DAY_MS) / perDay).toISOString() }
      number += 1
    }
    report = undefined
  }
}

/** Who tells of an event, and when: the agency first if it does, most others in hours, some in days, and some of them once more. */
function reportsOf(size: number, random: () => number, wait: (meanMs: number) => number) {
  const hasAgency = size > 1 && random() < AGENCY_SHARE
  const first = {
    outlet: hasAgency ? AGENCY : anyOutlet(random()),
    form: hasAgency ? 'agency' : 'own',
    stage: 0,
    delayMs: 0,
  } as const
  const outlets: number[] = [first.outlet]
  const told = new Set<string>([`${first.outlet} 0`])
  const rest = Array.from({ length: size - 1 }, () => {
    const delayMs = random() < 0.75 ? wait(4 * HOUR_MS) : Math.min(3 * DAY_MS, 10 * HOUR_MS + wait(20 * HOUR_MS))
    const stage = Math.min(LAST_STAGE, Math.floor(delayMs / STAGE_MS))
    const isUpdate = stage > 0 && random() < UPDATE_SHARE
    let outlet = isUpdate ? outlets[Math.floor(random() * outlets.length)]! : anyOutlet(random())
    while (told.has(`${outlet} ${stage}`)) outlet = (outlet + 1) % OUTLETS
    told.add(`${outlet} ${stage}`)
    outlets.push(outlet)
    return { outlet, form: hasAgency ? formOf(outlet, random()) : ('own' as const), stage, delayMs }
  })
  return [first, ...rest]
}

/** Two in five of an event that an agency tells of are its text: as it is, shorter, or under another headline. */
function formOf(outlet: number, share: number): NewsForm {
  if (outlet === AGENCY) return 'agency'
  if (share < 0.14) return 'copy'
  if (share < 0.26) return 'trimmed'
  return share < 0.4 ? 'retitled' : 'own'
}

/** A few outlets print much, most little. */
function anyOutlet(share: number): number {
  return 1 + Math.floor((OUTLETS - 1) * share ** 1.7)
}
