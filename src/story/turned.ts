import { areOpposite } from './are-opposite.ts'
import { isDoneInOne } from './not-done.ts'
import { numbersIn } from './number-words.ts'
import { quantitiesConflict } from './quantities.ts'
import type { Word } from './words.ts'

/** Negations of the other languages that are read; of French the second word alone, as `ne` stands beside it. */
const FOREIGN_NEGATION =
  /^(?:pas|jamais|aucune?|nullement|sans|nicht|kein(?:e[mnrs]?)?|nie|niemals|weder|ohne|nunca|jamás|ningun[oa]?|ningún|nadie|sin|tampoco|لا|لم|لن|ليس|ليست|ليسوا|غير|بدون|دون)$/u
const HEDGE =
  /^(?:might|could|allegedly|alleged|reportedly|apparently|perhaps|possibly|suspected|suspects|purportedly|feared|unconfirmed|rumou?r(?:s|ed)?|aurai(?:t|ent)|serai(?:t|ent)|peut-être|angeblich|mutmaßlich(?:e[mnrs]?)?|vielleicht|soll|sollen|habrían?|presuntamente|supuestamente|quizás?|ربما|يُزعم|يزعم)$/u

/**
 * Whether two wordings that are alike say other things all the same: a number or a part in place of another, one more denial, an opposite outcome, a
 * doubt that only one of them has, or a deed that only one of them tells as done. Letters of one are no evidence for the other then.
 */
export function isTurned(a: readonly Word[], b: readonly Word[]): boolean {
  return (
    negationsIn(a) % 2 !== negationsIn(b) % 2 ||
    a.some(isHedge) !== b.some(isHedge) ||
    areOpposite(a, b) ||
    numbersConflict(a, b) ||
    quantitiesConflict(a, b) ||
    isDoneInOne(a, b)
  )
}

/** Whether an English word, in lower case, denies. */
export function isNegation(word: string): boolean {
  return /n't$/.test(word) || /^(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without)$/.test(word)
}

function negationsIn(words: readonly Word[]): number {
  return words.filter(denies).length
}

/** Whether a word denies, in any of the languages that are read. */
export function denies({ text }: Pick<Word, 'text'>): boolean {
  return isNegation(text) || FOREIGN_NEGATION.test(text)
}

function isHedge({ text }: Word, at: number, words: readonly Word[]): boolean {
  if (text !== 'may') return HEDGE.test(text)
  // The month stands behind a preposition or beside a number.
  const [before, after] = [words[at - 1]?.text ?? '', words[at + 1]?.text ?? '']
  return !MONTH_AFTER.test(before) && !/^\p{N}/u.test(after)
}

const MONTH_AFTER = /^(?:\p{N}.*|in|of|on|since|until|till|by|from|to|before|after|early|mid|late|last|next|this)$/u

/** Each gives a number that the other does not: one stands in place of the other. */
function numbersConflict(a: readonly Word[], b: readonly Word[]): boolean {
  const [inA, inB] = [numbersIn(a), numbersIn(b)]
  return inA.some((number) => !inB.includes(number)) && inB.some((number) => !inA.includes(number))
}
