import { fileURLToPath } from 'node:url'
import type { Quote } from '../../../src/core/quote.ts'
import { readRecords } from '../read-set.ts'
import type { EvalResult } from '../result.ts'
import type { GoldArticle, GoldQuotation } from './compile-gold.ts'
import { documentOf, quotesOf } from './documents.ts'
import type { Miss } from './score-marks.ts'

const OWN = fileURLToPath(new URL('./own-titles.jsonl', import.meta.url))
const TUNED = 'In-sample: the half of our own sentences with titles before speakers that the rules may look at.'
const HELD = 'The half of our own sentences with titles before speakers that no rule is tuned on, by hash of the text.'

/** Our own sentences with titles before speakers, the tuned and the held half of each. */
export function titlesResults(): EvalResult[] {
  const articles = readRecords<GoldArticle>(OWN)
  return [false, true].map((held) => {
    const half = articles.filter(({ text }) => isHeldText(text) === held)
    const set = `own titles ${held ? 'held' : 'tuned'}`
    const notes = [held ? HELD : TUNED]
    return { name: 'quotes', set, records: half.length, figures: scoreTitles(half), notes, isOwnSet: false }
  })
}

/** Half of the texts, by their FNV-1a hash. */
export function isHeldText(text: string): boolean {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % 2 === 1
}

/**
 * `named_speaker`: of the quotations of somebody whom the text names, the share given exactly that name, without title and with
 * `Jr.`; none given counts as wrong. `title_alone_unnamed`: of those of a title alone, the share given no name.
 */
export function scoreTitles(articles: readonly GoldArticle[], misses: Miss[] = []): Record<string, number> {
  const named = { of: 0, right: 0 }
  const unnamed = { of: 0, right: 0 }
  for (const { id, text, title, date, attributions } of articles) {
    const said = quotesOf(documentOf(id, text, date, title)).filter(({ kind }) => kind !== 'indirect')
    for (const gold of attributions) {
      const ours = said.find(({ span }) => isSameQuotation(gold, span))
      const name = ours?.speaker?.name
      const isRight = gold.speaker === undefined ? name === undefined : fold(name ?? '') === fold(gold.speaker)
      const counts = gold.speaker === undefined ? unnamed : named
      counts.of++
      if (isRight) counts.right++
      else
        misses.push({ id, what: 'title', wanted: gold.speaker ?? 'nobody by name', ours: name ?? sourceOf(text, ours) })
    }
  }
  return { named_speaker: named.right / named.of, title_alone_unnamed: unnamed.right / unnamed.of }
}

function isSameQuotation({ content }: GoldQuotation, { start, end }: Quote['span']): boolean {
  return content.some(([from, to]) => start < to && from < end)
}

function sourceOf(text: string, quote: Quote | undefined): string {
  return quote?.source ? `(${text.slice(quote.source.start, quote.source.end)})` : ''
}

/** Honors that are part of a name to some and not to others. */
function fold(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[.,]/g, '')
    .replace(/^(?:lord|king|sir|dame|baroness) /, '')
}
