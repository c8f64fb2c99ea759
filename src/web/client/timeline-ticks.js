const hour = 3_600_000
const day = 24 * hour

/** Distances between ticks: hours and days in milliseconds, months by their number. */
const steps = [
  ...[1, 3, 6, 12].map((count) => ({ ms: count * hour })),
  ...[1, 2, 7].map((count) => ({ ms: count * day })),
  ...[1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000].map((months) => ({ ms: months * 30.4 * day, months })),
]

/**
 * Round moments between two times, at most `most`, with labels in a language. Events are dated by calendar days, so the times are UTC.
 * @param {number} from
 * @param {number} until
 * @param {number} most
 * @param {string} locale
 * @returns {readonly { at: number, label: string }[]}
 */
export function ticksBetween(from, until, most, locale) {
  const step = steps.find(({ ms }) => (until - from) / ms < most) ?? steps.at(-1)
  if (!step || !(until > from)) return []
  const format = new Intl.DateTimeFormat(locale, { ...partsOf(step, from, until), timeZone: 'UTC' })
  return momentsOf(step, from, until).map((at) => ({ at, label: format.format(at) }))
}

/**
 * @param {{ ms: number, months?: number }} step
 * @param {number} from
 * @param {number} until
 */
function momentsOf({ ms, months }, from, until) {
  const moments = []
  const date = new Date(from)
  const first = months
    ? Math.ceil((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months)
    : Math.ceil((from - mondayOf(ms)) / ms)
  for (let number = first; moments.length < 24; number++) {
    const at = months ? new Date(0).setUTCFullYear(0, number * months, 1) : number * ms + mondayOf(ms)
    if (at > until) break
    if (at >= from) moments.push(at)
  }
  return moments
}

/** Weeks begin on Mondays. @param {number} ms */
function mondayOf(ms) {
  return ms === 7 * day ? 4 * day : 0
}

/**
 * @param {{ ms: number, months?: number }} step
 * @param {number} from
 * @param {number} until
 * @returns {Intl.DateTimeFormatOptions}
 */
function partsOf({ ms, months }, from, until) {
  if (ms < day) return { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }
  if (!months)
    return new Date(from).getUTCFullYear() === new Date(until).getUTCFullYear()
      ? { day: 'numeric', month: 'short' }
      : { day: 'numeric', month: 'short', year: '2-digit' }
  return months < 12 ? { month: 'short', year: 'numeric' } : { year: 'numeric' }
}
