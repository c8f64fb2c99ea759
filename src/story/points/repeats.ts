import type { SentenceText } from '../story-text.ts'
import { containment, sharedCount, wordsOf } from '../words.ts'

/** Above this cosine of content words a sentence repeats one already chosen; so does one mostly contained in it. */
const repeatCosine = 0.4
const repeatContainment = 0.5
/** Opening sentences of two articles report one event if they share this many content words. */
const openingShared = 4

/** The parts of a sentence that are compared; `index` is its position in the article. */
export type ComparedSentence = Pick<SentenceText, 'text' | 'words' | 'stems' | 'index'>

/**
 * True when one of two sentences is enough: mostly the same words, two openings on one event, the same distinctive number in a similar
 * sentence, or the same quoted words.
 */
export function repeats(a: ComparedSentence, b: ComparedSentence): boolean {
  const shared = sharedCount(a.stems, b.stems)
  const cosine = shared / Math.sqrt(Math.max(1, a.stems.size * b.stems.size))
  if (cosine > repeatCosine || containment(a.stems, b.stems) > repeatContainment) return true
  if (a.index === 0 && b.index === 0 && shared >= openingShared) return true
  const numbers = tellingNumbers(a)
  if (shared >= 2 && tellingNumbers(b).some((number) => numbers.includes(number))) return true
  const phrases = markedPhrases(a)
  return markedPhrases(b).some((phrase) => phrases.includes(phrase))
}

/** Above this cosine, sentences of two articles usually report one thing; in one article the second says more of it. */
const otherArticleCosine = 0.3

/** The same for sentences read one after the other, where those of different articles need fewer words in common. */
export function tellsTheSame<Article>(
  a: ComparedSentence & { readonly member: Article },
  b: ComparedSentence & { readonly member: Article },
): boolean {
  if (repeats(a, b)) return true
  return (
    a.member !== b.member &&
    sharedCount(a.stems, b.stems) / Math.sqrt(a.stems.size * b.stems.size) >= otherArticleCosine
  )
}

/** Numbers of two or more digits that are not years: `316` in `316-90`. */
function tellingNumbers({ words }: ComparedSentence): string[] {
  return words
    .filter((word) => /^\p{N}/u.test(word.text))
    .flatMap((word) => word.text.split('-'))
    .filter((number) => number.length >= 2 && !/^(?:19|20)\d\d$/.test(number))
}

/** Phrases of two or more words in quotation marks, as bare words. */
function markedPhrases({ text }: ComparedSentence): string[] {
  return [...text.matchAll(/["“«]([^"”»]{4,})["”»]/gu)]
    .map((match) => wordsOf(match[1] ?? '').map((word) => word.text))
    .filter((words) => words.length >= 2)
    .map((words) => words.join(' '))
}
