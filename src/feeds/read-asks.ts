import type { FeedAsks } from '../core/feed-pace.ts'
import { first, textIn } from './feed-elements.ts'
import { elementsOf, textOf } from './xml-text.ts'
import type { XmlElement } from './xml-tree.ts'

/** Minutes in the periods of the RSS 1.0 syndication module. */
const PERIOD_MINUTES: ReadonlyMap<string, number> = new Map([
  ['hourly', 60],
  ['daily', 24 * 60],
  ['weekly', 7 * 24 * 60],
  ['monthly', 30 * 24 * 60],
  ['yearly', 365 * 24 * 60],
])

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** What a feed asks of whoever polls it: RSS `ttl`, `skipHours` and `skipDays`, and the syndication module of RSS 1.0. */
export function readAsks(head: XmlElement): FeedAsks {
  const ttlMinutes = readTtl(head)
  // An hour 24 stands for midnight in feeds written to the first text of RSS 0.92.
  const skipHours = once(
    textsIn(head, 'skiphours', 'hour').flatMap((text) =>
      /^\d{1,2}$/.test(text) && Number(text) <= 24 ? [Number(text) % 24] : [],
    ),
  )
  const skipDays = once(
    textsIn(head, 'skipdays', 'day')
      .map((text) => DAYS.indexOf(text.toLowerCase()))
      .filter((day) => day >= 0),
  )
  return {
    ...(ttlMinutes && { ttlMinutes }),
    ...(skipHours.length > 0 && { skipHours }),
    ...(skipDays.length > 0 && { skipDays }),
  }
}

/** RSS `ttl` is in minutes; the syndication module gives a period and how often in it. */
function readTtl(head: XmlElement): number | undefined {
  const ttl = Number(textIn(head, 'ttl') ?? Number.NaN)
  if (Number.isFinite(ttl) && ttl > 0) return Math.round(ttl)
  const period = PERIOD_MINUTES.get(textIn(head, 'sy:updateperiod')?.toLowerCase() ?? '')
  if (period === undefined) return undefined
  const frequency = Number(textIn(head, 'sy:updatefrequency') ?? 1)
  return Math.max(1, Math.round(period / (Number.isFinite(frequency) && frequency >= 1 ? frequency : 1)))
}

/** The texts of the children of this name in a list. */
function textsIn(head: XmlElement, list: string, child: string): readonly string[] {
  const element = first(head, list)
  if (!element) return []
  return elementsOf(element).flatMap((one) => (one.name === child ? [textOf(one).trim()] : []))
}

function once(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)]
}
