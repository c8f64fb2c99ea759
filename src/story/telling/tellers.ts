import { inEveryLanguage } from '../../languages/all.ts'
import type { SentenceText } from '../story-text.ts'
import type { Word } from '../words.ts'

type Told = Pick<SentenceText, 'text' | 'words'>

const SAYS = inEveryLanguage(({ statements }) => statements?.says).join('|')
const BY = inEveryLanguage(({ statements }) => statements?.accordingTo).join('|')
const NAME = String.raw`\p{Lu}[\p{L}.’'-]*(?:\s+\p{Lu}[\p{L}.’'-]*){0,3}`
/** `…, the army said on Monday.`, `…,” the army said.`, `…, Ana Reis, a colonel, said.`, `…, said the army.`, `…, according to the army.` */
const BEHIND = new RegExp(
  String.raw`,[”"»’]?\s+(?:(?:${NAME},\s+)?[^,;:“”"«»]{2,60}?,?\s+(?:${SAYS})(?![\p{L}\p{M}])[^,;:“”"«»]{0,40}|(?:${SAYS}|${BY})\s+[^;:“”"«»]{2,80}?)[.]?$`,
  'u',
)
/** `The army said (that) …`, `According to the army, …` */
const AHEAD = new RegExp(
  String.raw`^(?:(?:${NAME},\s+)?[^,;:“”"«»]{2,60}?,?\s+(?:${SAYS})(?![\p{L}\p{M}])|(?:${BY})\s+[^,;:“”"«»]{2,60}?,)`,
  'u',
)
/** A pronoun or possessive for the one who tells, in lower case. */
export const PRONOUN = new RegExp(`^(?:${inEveryLanguage(({ statements }) => statements?.tellers).join('|')})$`)

/** The words of a sentence that name who tells it, and those that are told. */
export type Parted = { readonly tellers: ReadonlySet<string>; readonly told: readonly Word[] }

/** Takes the words that say by whose word a sentence goes from what it tells. */
export function partTellers({ text, words }: Told): Parted {
  const match = BEHIND.exec(text) ?? AHEAD.exec(text)
  if (!match) return { tellers: new Set(), told: words }
  const [from, to] = [match.index, match.index + match[0].length]
  const isWithin = ({ span }: Word) => span.start >= from && span.end <= to
  const tellers = words.filter((word) => isWithin(word) && !word.isStop && !/day$/.test(word.text))
  return { tellers: new Set(tellers.map(({ stem }) => stem)), told: words.filter((word) => !isWithin(word)) }
}

/** Whether those of whom one sentence tells are in the other the ones who tell it, and not told of there. */
export function isTellerOf(a: Parted, b: Parted): boolean {
  return tellsWhatIsToldOf(a, b) || tellsWhatIsToldOf(b, a)
}

function tellsWhatIsToldOf({ tellers, told }: Parted, other: Parted): boolean {
  if (tellers.size === 0 || told.some(({ text }) => PRONOUN.test(text))) return false
  const [own, theirs] = [new Set(told.map(({ stem }) => stem)), new Set(other.told.map(({ stem }) => stem))]
  return [...tellers].every((stem) => theirs.has(stem) && !own.has(stem))
}
