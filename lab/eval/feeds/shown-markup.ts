import type { ParsedFeed } from '../../../src/core/entry.ts'
import { sanitizeHtml } from '../../../src/extract/markup/sanitize.ts'
import { residueOf, textOfMarkup } from '../sanitize/residue.ts'
import { normalizeHtml, sameHtml } from './same-value.ts'

/** Whether markup of ours is what a suite expects. */
export type SameMarkup = (value: string, expected: string) => boolean

const BASE = 'https://feed.example/post/1'

/** Our markup as a page of ours shows it, held against what the suite expects as it stands. */
export const sameShown: SameMarkup = (value, expected) => sameHtml(sanitizeHtml(value, BASE), expected)

/**
 * The same where our policy is another on purpose: pictures become links, and there is no style, class, id, form, vector
 * graphic or formula. Our policy is applied to the suite's text too, and the trees must then be equal. So that this
 * cannot hide a loss, each word of the suite's own text must be in ours, and nothing in ours may run or load.
 */
export const sameByPolicy: SameMarkup = (value, expected) => {
  const shown = sanitizeHtml(value, BASE)
  return (
    normalizeHtml(shown) === normalizeHtml(sanitizeHtml(expected, BASE)) &&
    residueOf(shown).length === 0 &&
    hasWords(shown, expected)
  )
}

/** What could run, load or style in what our pages show of a feed; empty when it is safe. */
export function residueOfFeed(feed: ParsedFeed): readonly string[] {
  return feed.entries.flatMap(({ summaryHtml, contentHtml }) =>
    [summaryHtml, contentHtml].flatMap((html) => (html === undefined ? [] : residueOf(sanitizeHtml(html, BASE)))),
  )
}

/** True when each word of the other text is in the first at least as often. */
function hasWords(html: string, other: string): boolean {
  const left = new Map<string, number>()
  for (const word of wordsOf(html)) left.set(word, (left.get(word) ?? 0) + 1)
  return wordsOf(other).every((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count > 0
  })
}

function wordsOf(html: string): string[] {
  return textOfMarkup(html).match(/[\p{L}\p{N}]+/gu) ?? []
}
