import { readFileSync } from 'node:fs'
import type { Extraction } from '../../../src/core/article.ts'
import { fingerprintOf } from '../../../src/extract/surplus/furniture.ts'
import type { PageRecord } from './page-record.ts'
import { mean } from './text-score.ts'

const run = 3
/** A line belongs to the gold text when this share of its runs of three words is in it. */
const ownShare = 0.5

/** Lines that a site's own parser leaves out, but that are the article's: subheads, lists of facts, cited posts. Kept as hashes. */
const judgedOwn: ReadonlySet<number> = new Set(
  JSON.parse(readFileSync(new URL('./judged-own.json', import.meta.url), 'utf8')) as number[],
)

/** Words of any script; those without spaces letter by letter. */
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu

/** The words of a text in any language, in lower case. */
export function wordsOfAnyScript(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(word) ?? []
}

/** Identifies a line among the judged ones. */
export function lineMark(line: string): number {
  return fingerprintOf(wordsOfAnyScript(line).join(' '))
}

/** Returns for each line the share of its runs of three words that a text has; 0 or 1 for a line of fewer words. */
function shareIn(text: string): (line: string) => number {
  const words = wordsOfAnyScript(text)
  const all = ` ${words.join(' ')} `
  const runs = new Set(runsOf(words))
  return (line) => {
    const own = wordsOfAnyScript(line)
    if (own.length < run) return Number(all.includes(` ${own.join(' ')} `))
    const found = runsOf(own)
    return found.filter((each) => runs.has(each)).length / found.length
  }
}

function runsOf(words: readonly string[]): string[] {
  return Array.from({ length: Math.max(0, words.length - run + 1) }, (_, at) => words.slice(at, at + run).join(' '))
}

/**
 * The foreign lines of a text: neither in the gold text or title nor judged to be the article's by somebody who read the page. A line that
 * nobody has judged counts as foreign.
 */
export function foreignLines(gold: PageRecord['gold'], text: string): string[] {
  const share = shareIn(`${gold.text}\n${gold.title ?? ''}`)
  return text
    .split('\n')
    .filter((line) => wordsOfAnyScript(line).length > 0 && share(line) < ownShare && !judgedOwn.has(lineMark(line)))
}

/** What is read of a page: its text, and the line below the headline, which gold texts begin with. */
type Read = Pick<Extraction, 'text' | 'standfirst'>

/** The share of pages without a foreign line, and of pages that kept the first and the last paragraph of the gold text. */
export function foreignFigures(pages: readonly { readonly gold: PageRecord['gold']; readonly read: Read }[]) {
  const kept = (at: 0 | -1) =>
    mean(
      pages.map(({ gold, read }) => {
        const paragraph =
          gold.text
            .split('\n')
            .filter((line) => wordsOfAnyScript(line).length > 0)
            .at(at) ?? ''
        return Number(shareIn(`${read.standfirst ?? ''}\n${read.text}`)(paragraph) >= ownShare)
      }),
    )
  return {
    foreignFree: mean(pages.map(({ gold, read }) => Number(foreignLines(gold, read.text).length === 0))),
    firstKept: kept(0),
    lastKept: kept(-1),
  }
}

/** Word F1 of one page in any script. */
export function anyScriptF1(gold: string, text: string): number {
  const left = new Map<string, number>()
  const own = wordsOfAnyScript(gold)
  for (const each of own) left.set(each, (left.get(each) ?? 0) + 1)
  const found = wordsOfAnyScript(text)
  let hit = 0
  for (const each of found) {
    const count = left.get(each) ?? 0
    if (count === 0) continue
    left.set(each, count - 1)
    hit++
  }
  return own.length + found.length === 0 ? 1 : (2 * hit) / (own.length + found.length)
}
