import type { TimeExpression } from '../core/annotation.ts'

/** One report, that is, an article or the group of copies it stands for: when it was published and the times it names. */
export type DatedReport = {
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly times: readonly Pick<TimeExpression, 'kind' | 'value'>[]
}

/** What a report published on a day adds to that day, beside one that names it. */
const PUBLISHED = 0.25

/**
 * How much each day matters to a story: by the reports that name it, each once, and a little by those published on it.
 * The counting half of date-wise timeline summarization (Tran et al. 2013; Gholipour Ghalandari & Ifrim, ACL 2020);
 * copies of one text count once. Only whole days are ranked.
 */
export function rankDates(reports: readonly DatedReport[]): ReadonlyMap<string, number> {
  const scores = new Map<string, number>()
  const add = (day: string, by: number) => scores.set(day, (scores.get(day) ?? 0) + by)
  for (const { day, times } of reports) {
    add(day, PUBLISHED)
    for (const named of new Set(times.flatMap(dayOf))) add(named, 1)
  }
  return scores
}

function dayOf({ kind, value }: DatedReport['times'][number]): string[] {
  const day = kind === 'date' || kind === 'time' ? /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] : undefined
  return day ? [day] : []
}
