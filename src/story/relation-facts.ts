import type { RelationFacts, Term } from '../core/story.ts'
import { languageMarks } from './language-marks.ts'
import type { MemberText } from './story-text.ts'
import { type Word, wordsOf } from './words.ts'

const maxTerms = 60
const titleWords = 40
const openingWords = 250
const titleWeight = 3
const capitalWeight = 1.3
const maxCopies = 60

/**
 * What relates a story to others: the words its members use most, in title and opening, and the documents outside of which a
 * member is a copy, and what reads the same in every language. Words of titles count three times, words with a capital a little more; the weight is 1 + ln of the count.
 */
export function relationFacts(texts: readonly MemberText[]): RelationFacts {
  return { terms: termsOf(texts), copies: copiesOf(texts), marks: languageMarks(texts) }
}

type Count = { readonly word: string; count: number; isInTitle: boolean }

function termsOf(texts: readonly MemberText[]): Term[] {
  const counts = new Map<string, Count>()
  const count = (text: string, words: readonly Word[], isInTitle: boolean) => {
    for (const { stem, span, isStop, text: word } of words) {
      if (isStop || word.length < 2) continue
      const first = text.charAt(span.start)
      const weight = (isInTitle ? titleWeight : 1) * (first === first.toLowerCase() ? 1 : capitalWeight)
      const known = counts.get(stem)
      if (!known)
        counts.set(stem, { word: text.slice(span.start, span.end).replace(/['’]s?$/u, ''), count: weight, isInTitle })
      else {
        known.count += weight
        known.isInTitle ||= isInTitle
      }
    }
  }
  for (const { input, sentences } of texts) {
    const { title } = input.document
    count(title, wordsOf(title).slice(0, titleWords), true)
    let left = openingWords
    for (const { text, words } of sentences) {
      if (left <= 0) break
      count(text, words.slice(0, left), false)
      left -= words.length
    }
  }
  return [...counts]
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, maxTerms)
    .map(([stem, { word, count, isInTitle }]) => ({
      stem,
      word,
      weight: Math.round((1 + Math.log(Math.max(1, count))) * 100) / 100,
      ...(isInTitle ? { isInTitle } : {}),
    }))
}

function copiesOf(texts: readonly MemberText[]): RelationFacts['copies'] {
  const own = new Set(texts.map(({ input }) => input.document.id))
  const others = texts.flatMap(({ input }) =>
    input.syndications
      .filter(({ kind, otherId }) => (kind === 'whole-copy' || kind === 'cut-copy') && !own.has(otherId))
      .map(({ otherId }) => otherId),
  )
  return [...new Set(others)].slice(0, maxCopies)
}
