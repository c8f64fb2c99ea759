import { fileURLToPath } from 'node:url'
import { extract } from '../../../src/extract/extract.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { foldMarks, foldWords, openingOf, standsInOrder } from './opening.ts'
import { type BesideText, proseOpeningOf } from './prose-opening.ts'

/** A labeled page; `with` are pieces that must be in its text, `without` pieces that must not. */
type LeadRecord = {
  readonly id: string
  readonly url?: string | null
  readonly html: string
  readonly pageType?: string
  readonly gold: BesideText & {
    readonly text: string
    readonly with?: readonly string[]
    readonly without?: readonly string[]
  }
}

/** So many pages of each set are read by default, evenly spread; all of them with `--data FILE`. */
const defaultPages = 60

/**
 * Share of articles whose opening survives: the first sentence of the gold text is in ours word for word (`lead`),
 * nine tenths of its words in order (`leadNear`), or so in the text, the standfirst or the headline (`leadHeld`: many gold
 * texts begin with those); `leadProse`: the first sentence that is prose of the article ({@link proseOpeningOf}) is in the text or
 * the standfirst so; and of pieces that must (`with`) and must not (`without`) be in the text.
 */
export async function run(options: EvalOptions): Promise<readonly EvalResult[]> {
  if (options.data !== undefined) return [score(options.data, readRecords<LeadRecord>(options.data), false)]
  const sets = ['scrapinghub', 'wcxb-dev'].flatMap((name) => {
    const path = findSet(`extraction/${name}.jsonl.zst`)
    return path === undefined ? [] : [{ name, path }]
  })
  const own = readRecords<LeadRecord>(fileURLToPath(new URL('own.jsonl', import.meta.url)))
  return [
    score('own', own, true),
    ...sets.map(({ name, path }) => score(name, spread(articlesOf(readRecords(path)), defaultPages), false)),
  ]
}

function articlesOf(records: readonly LeadRecord[]): readonly LeadRecord[] {
  return records.filter(({ pageType }) => pageType === undefined || pageType === 'article')
}

function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]!)
}

function score(set: string, all: readonly LeadRecord[], isOwnSet: boolean): EvalResult {
  const records = articlesOf(all)
  const counts = { openings: 0, exact: 0, near: 0, held: 0, prose: 0, told: 0, with: 0, kept: 0, without: 0, absent: 0 }
  const misses: string[] = []
  const untold: string[] = []
  for (const { id, url, html, gold } of records) {
    const { text, title, standfirst = '' } = extract({ html, url: url ?? '' })
    const opening = openingOf(gold.text)
    const words = foldWords(text)
    if (opening !== undefined) {
      counts.openings++
      const isExact = foldMarks(text).includes(foldMarks(opening))
      const isNear = isExact || standsInOrder(foldWords(opening), words, 0.9)
      if (isExact) counts.exact++
      const beside = foldWords(`${standfirst} ${title}`)
      const isHeld = isNear || standsInOrder(foldWords(opening), beside, 0.9)
      if (isNear) counts.near++
      if (isHeld) counts.held++
      else misses.push(id)
    }
    const prose = proseOpeningOf(gold.text, html, gold)
    if (prose !== undefined) {
      counts.prose++
      const wanted = foldWords(prose)
      if (standsInOrder(wanted, words, 0.9) || standsInOrder(wanted, foldWords(standfirst), 0.9)) counts.told++
      else untold.push(id)
    }
    const joined = ` ${words.join(' ')} `
    const holds = (piece: string): boolean => joined.includes(` ${foldWords(piece).join(' ')} `)
    counts.with += gold.with?.length ?? 0
    counts.kept += gold.with?.filter(holds).length ?? 0
    counts.without += gold.without?.length ?? 0
    counts.absent += gold.without?.filter((piece) => !holds(piece)).length ?? 0
  }
  return {
    name: 'lead',
    set,
    records: records.length,
    figures: {
      lead: counts.exact / counts.openings,
      leadNear: counts.near / counts.openings,
      leadHeld: counts.held / counts.openings,
      leadProse: counts.told / counts.prose,
      ...(counts.with > 0 && { with: counts.kept / counts.with }),
      ...(counts.without > 0 && { without: counts.absent / counts.without }),
    },
    notes: [
      `prose begins ${counts.prose} of ${counts.openings} gold texts`,
      ...(misses.length === 0 ? [] : [`opening not found on ${misses.length}: ${misses.join(' ')}`]),
      ...(untold.length === 0 ? [] : [`opening that is prose not found on ${untold.length}: ${untold.join(' ')}`]),
    ],
    isOwnSet,
  }
}
