import { nth } from '../../core/nth.ts'
import { inEveryLanguage } from '../../languages/all.ts'
import { isPastForm } from '../commitments/past-forms.ts'
import type { Word } from '../words.ts'
import { OUTCOMES, outcomeKey } from './outcomes.ts'

/** Two sentences must have at least so many words in common. */
const leastAlike = 5
/** `recruited`, `laid off`; `is weighing`, `has decided` */
const mostSwapped = 2
/** Words with this many equal first letters are forms of one. */
const familyLetters = 4

/** After these comes a participle, or a description. */
const AUXILIARY = /^(?:a|ont|avait|avaient|est|sont|été|fut|furent|ha|han|fue|fueron|s'est)$/
/** Verbs by which it is only said: one may stand for another. */
const SAYS = new RegExp(`^(?:${inEveryLanguage(({ statements }) => statements?.reporting).join('|')})$`, 'u')

/**
 * Whether two sentences are the same word for word except for their verb, and the verbs do not mean the same: `launched its van`, `scrapped
 * its van`. The words in common are no evidence for the verb that differs.
 */
export function haveOtherVerb(
  a: { readonly text: string; readonly words: readonly Word[] },
  b: { readonly text: string; readonly words: readonly Word[] },
): boolean {
  const least = Math.min(a.words.length, b.words.length)
  if (Math.abs(a.words.length - b.words.length) >= mostSwapped) return false
  let from = 0
  while (from < least && nth(a.words, from).text === nth(b.words, from).text) from++
  let behind = 0
  while (behind < least - from && a.words.at(-1 - behind)!.text === b.words.at(-1 - behind)!.text) behind++
  if (from + behind < leastAlike) return false
  const [here, there] = [a, b].map(({ words }) => words.slice(from, words.length - behind)) as [Word[], Word[]]
  if (here.length === 0 || there.length === 0 || here.length > mostSwapped || there.length > mostSwapped) return false
  const before = a.words[from - 1]?.text ?? ''
  const isVerb = (words: readonly Word[], text: string) => words.some((word) => isVerbLike(word, text, before))
  return isVerb(here, a.text) && isVerb(there, b.text) && !areAlike(here, there)
}

function isVerbLike({ text, span }: Word, sentence: string, before: string): boolean {
  if (text.length < 3 || SAYS.test(text)) return false
  if (/^\p{Script=Arabic}/u.test(text)) return true
  if (!/^\p{Ll}/u.test(sentence.slice(span.start))) return false
  if (/(?:ed|ing)$/.test(text) || isPastForm(text)) return true
  return AUXILIARY.test(before) || GERMAN.test(sentence) || /(?:ó|aron|ieron)$/.test(text)
}

/** Recognizes German, where no noun has a lower-case initial. */
const GERMAN =
  /(?<!\p{L})(?:der|die|das|den|dem|und|ein|eine|einen|hat|wurde|wird|nicht)(?!\p{L}).*(?<!\p{L})(?:der|die|das|den|dem|und|im|um|für|von|mit|auf|zu|hat|wurde|ist)(?!\p{L})/iu

/** Forms of one word, or words on one side of a matter. */
function areAlike(here: readonly Word[], there: readonly Word[]): boolean {
  return here.some((one) =>
    there.some((other) => {
      if (one.stem === other.stem || one.text.slice(0, familyLetters) === other.text.slice(0, familyLetters))
        return true
      const sides = OUTCOMES.get(outcomeKey(other.text)) ?? []
      return (OUTCOMES.get(outcomeKey(one.text)) ?? []).some((mine) =>
        sides.some(({ matter, side }) => matter === mine.matter && side === mine.side),
      )
    }),
  )
}
