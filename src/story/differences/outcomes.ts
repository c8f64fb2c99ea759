import { inEveryLanguage } from '../../languages/all.ts'

/** The matter of a word, and its side. */
export type Outcome = { readonly matter: number; readonly side: number }

/** The matters of all languages that are read: their words do not meet where they mean another thing. */
const MATTERS: readonly string[] = inEveryLanguage(({ opposites }) => opposites?.trim().split('\n')).flat()

/** What each word or phrase, written as `outcomeKey` writes it, says of which matter. */
export const OUTCOMES: ReadonlyMap<string, readonly Outcome[]> = readOutcomes()

/** The first words of phrases. */
export const PHRASES: ReadonlySet<string> = new Set(
  [...OUTCOMES.keys()].flatMap((key) => (key.includes('_') ? [key.slice(0, key.indexOf('_'))] : [])),
)

/** The lookup form of a word: Arabic without vowel marks, hamzas, the article, and an attached `and`. */
export function outcomeKey(text: string): string {
  if (!/^[\u0600-\u06ff]/.test(text)) return text
  const bare = text.replace(/\p{M}/gu, '').replace(/[أإآ]/g, 'ا').replace(/ى/g, 'ي')
  return bare.length > 4 ? bare.replace(/^[وف]?(?:ب?ال|لل)|^[وف](?=\p{L}{4})/u, '') : bare
}

function readOutcomes(): ReadonlyMap<string, readonly Outcome[]> {
  const found = new Map<string, Outcome[]>()
  for (const [matter, line] of MATTERS.entries())
    for (const [side, words] of line.split(' / ').entries())
      for (const word of words.trim().split(/\s+/)) {
        const key = word.split('_').map(outcomeKey).join('_')
        const known = found.get(key)
        if (known) known.push({ matter, side })
        else found.set(key, [{ matter, side }])
      }
  return found
}
