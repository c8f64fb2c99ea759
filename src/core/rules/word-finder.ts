import { lightStem } from '../text/stem.ts'

/** Finds many phrases in one pass over a text: returns the numbers of those that are in it. */
export type WordFinder = (text: string) => ReadonlySet<number>

/** The words of phrases separated by commas; empty where none has a word. */
export function phrasesOf(words: string): readonly (readonly string[])[] {
  return words.split(/[,،、，]/).flatMap((phrase) => {
    const stems = stemsOf(phrase)
    return stems.length === 0 ? [] : [stems]
  })
}

/** A finder for phrases, each with its number. Several phrases may have the same number. */
export function wordFinder(phrases: readonly (readonly [number: number, stems: readonly string[]])[]): WordFinder {
  const byFirst = Map.groupBy(phrases, ([, stems]) => stems[0]!)
  return (text) => {
    const found = new Set<number>()
    if (phrases.length === 0) return found
    const words = stemsOf(text)
    words.forEach((word, start) => {
      for (const [number, stems] of byFirst.get(word) ?? [])
        if (!found.has(number) && stems.every((stem, index) => words[start + index] === stem)) found.add(number)
    })
    return found
  }
}

/** Letters of scripts without spaces are words of their own, so that a phrase is found anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}]/u
const word = new RegExp(`${unspaced.source}|[[\\p{L}\\p{M}\\p{N}]--${unspaced.source}]+`, 'gv')
/** Signs that not everybody writes: Arabic vowel marks and the lengthening stroke. */
const unwritten = /[\u0640\u064b-\u065f\u0670]/g

/** The words of a text by their stems, so that `elections` is `election`, as for muted words. */
function stemsOf(text: string): readonly string[] {
  const plain = text.normalize('NFKC').replace(unwritten, '').toLowerCase()
  return (plain.match(word) ?? []).map((each) => lightStem(withoutPrefix(each)))
}

/** Arabic writes one-letter conjunctions and prepositions together with the next word. */
function withoutPrefix(each: string): string {
  const first = each.charCodeAt(0)
  if (first < 0x600 || first > 0x6ff) return each
  return each.replace(/^[وفبكل](?=ال\p{L}{3})/u, '').replace(/^لل(?=\p{L}{3})/u, 'ال')
}
