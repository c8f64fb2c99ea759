import { newsStream, type Tongue } from '../../bench/material/news-stream.ts'
import { readRecords } from '../../eval/read-set.ts'

/** What is told, before it has an outlet and an address. */
export type Told = {
  readonly story: string | number
  readonly title: string
  readonly text: string
  readonly language: string
  /** ISO 8601. */
  readonly at: string
}

export type TellingOptions = { readonly seed: number; readonly perDay: number; readonly startMs: number }

type SetRecord = Pick<Told, 'story' | 'title' | 'text'> & { readonly lang: string; readonly date: string | null }

const DAY_MS = 86_400_000

/** Invented news of one language, without end. */
export function invented(tongue: Tongue | undefined, options: TellingOptions): Iterator<Told> {
  return newsStream({ ...options, ...(tongue && { tongue }) })
}

/** News of a set in the order of their days, drawn together so that so many are of one day. The set begins again when it is over. */
export function* ofSet(path: string, { seed, perDay, startMs }: TellingOptions): Generator<Told> {
  const records = readRecords<SetRecord>(path)
    .filter(({ date, text }) => date !== null && text.length > 200)
    .toSorted((a, b) => (String(a.date) < String(b.date) ? -1 : 1))
  const from = (seed * 101) % records.length
  for (let number = 0; ; number += 1) {
    const { story, title, text, lang } = records[(from + number) % records.length] as SetRecord
    yield { story, title, text, language: lang, at: new Date(startMs + (number * DAY_MS) / perDay).toISOString() }
  }
}
