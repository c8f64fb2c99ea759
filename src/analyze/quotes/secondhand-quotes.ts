import type { SecondhandWords } from '../../languages/quotation-words.ts'
import { oncePerLanguage, word } from '../word-patterns.ts'

/** `quoted`: somebody says another's words, as when reading them out. `displayed`: they received, wear or hold them up, and did not say them. */
export type Secondhand = 'quoted' | 'displayed'

const patternsOf = oncePerLanguage(({ quotes, reads, own, gets, written, holds, sign }: SecondhandWords) => {
  const shortOf = (nouns: string): string => `${word(nouns)}(?: [^\\s,;:]+){0,4}$`
  return {
    quotes: new RegExp(word(quotes), 'iu'),
    displays: new RegExp(`${word(gets)}.*${shortOf(written)}|${word(holds)}.*${shortOf(sign)}`, 'iu'),
    reads: new RegExp(word(reads), 'iu'),
    own: new RegExp(word(own), 'iu'),
  }
})

/** At most this many characters of a clause are read. */
const LONGEST = 200

/**
 * Whether the words of a quotation are another's, by the clause that leads to it and by all of its sentence before it, in which a thing of
 * somebody's may say them.
 */
export function secondhandOf(words: SecondhandWords, clause: string, lead: string): Secondhand | undefined {
  const { displays, quotes, reads, own } = patternsOf(words)
  const near = clause.slice(-LONGEST)
  if (displays.test(near)) return 'displayed'
  if (quotes.test(near) || (reads.test(near) && !own.test(near))) return 'quoted'
  return words.thingSays?.test(lead.slice(0, LONGEST).trim()) ? 'quoted' : undefined
}
