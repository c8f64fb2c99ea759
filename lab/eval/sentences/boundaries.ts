import { splitSentences } from '../../../src/analyze/sentences.ts'
import type { Span } from '../../../src/core/span.ts'
import { readRecords } from '../read-set.ts'
import type { EvalResult } from '../result.ts'

type Article = { text: string; sentences: Span[] }

/** Ends of sentences found in articles, block by block; an end is right when it is one of the key's. */
export function scoreBoundaries(path: string): EvalResult {
  const articles = readRecords<Article>(path)
  const counts = articles.map(({ text, sentences }) => {
    const found = new Set(blocksOf(text).flatMap((block) => endsIn(text, block)))
    const key = new Set(sentences.filter(({ start }) => start < bodyEnd(text)).map(({ end }) => end))
    return { found: found.size, key: key.size, right: [...found].filter((end) => key.has(end)).length }
  })
  const sum = (field: 'found' | 'key' | 'right') => counts.reduce((total, each) => total + each[field], 0)
  const precision = sum('right') / sum('found')
  const recall = sum('right') / sum('key')
  return {
    name: 'sentences',
    set: path.split('/').at(-1) ?? path,
    records: articles.length,
    figures: { precision, recall, f1: (2 * precision * recall) / (precision + recall) },
    notes: ['In-sample. The date line is a block and the list of categories is left out, as extraction does.'],
    isOwnSet: false,
  }
}

function endsIn(text: string, block: Span): number[] {
  return splitSentences(text.slice(block.start, block.end)).map(({ end }) => block.start + end)
}

const DATE_LINE = /(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]+ \d{1,2}, \d{4}(?=\s)/

/** Lines; the date line, which this set runs together with the headline or with what follows, is apart. */
function blocksOf(text: string): Span[] {
  const date = DATE_LINE.exec(text.slice(0, 250))
  const dateLine = date ? [date.index, date.index + date[0].length] : []
  const lines = [...text.matchAll(/\n/g)].map(({ index }) => index)
  const ends = [...new Set([...dateLine, ...lines, bodyEnd(text)])].filter((end) => end <= bodyEnd(text))
  ends.sort((a, b) => a - b)
  return ends.map((end, i) => ({ start: ends[i - 1] ?? 0, end }))
}

/** Where the list of categories at the foot of a page begins. */
function bodyEnd(text: string): number {
  const at = text.lastIndexOf('\nCategories: ')
  return at < 0 ? text.length : at
}
