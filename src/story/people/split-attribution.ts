import type { SentenceText } from '../story-text.ts'
import type { Word } from '../words.ts'

type Told = Pick<SentenceText, 'text' | 'words'>

const SAYS =
  'said|says|told|added|adds|claimed|claims|insisted|insists|a (?:dit|déclaré|affirmé|indiqué|assuré)|ont (?:dit|déclaré|affirmé|indiqué|assuré)|sagte|sagten|erklärte|erklärten|teilte|teilten|dijo|dijeron|afirmó|aseguró|aseguraron|indicó|قال|قالت|أعلن|أعلنت'
const BY = "[Aa]ccording to|[Ss]elon|[Dd][’']après|[Ll]aut|[Ss]egún|و?بحسب|و?وفق"
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
export const PRONOUN =
  /^(?:he|she|it|they|his|her|its|their|il|elle|ils|elles|son|sa|ses|leurs?|er|sie|es|ihre?|seine?|él|ella|ellos|ellas|su|sus)$/

/** The words of a sentence that name its source, and its other words. */
export type Parted = { readonly tellers: ReadonlySet<string>; readonly told: readonly Word[] }

/** Separates the attribution of a sentence from the rest. */
export function partTellers({ text, words }: Told): Parted {
  const match = BEHIND.exec(text) ?? AHEAD.exec(text)
  if (!match) return { tellers: new Set(), told: words }
  const [from, to] = [match.index, match.index + match[0].length]
  const isWithin = ({ span }: Word) => span.start >= from && span.end <= to
  const tellers = words.filter((word) => isWithin(word) && !word.isStop && !/day$/.test(word.text))
  return { tellers: new Set(tellers.map(({ stem }) => stem)), told: words.filter((word) => !isWithin(word)) }
}

/** Whether the people that one sentence is about are the source of the other and not mentioned in it otherwise. */
export function isTellerOf(a: Parted, b: Parted): boolean {
  return tellsWhatIsToldOf(a, b) || tellsWhatIsToldOf(b, a)
}

function tellsWhatIsToldOf({ tellers, told }: Parted, other: Parted): boolean {
  if (tellers.size === 0 || told.some(({ text }) => PRONOUN.test(text))) return false
  const [own, theirs] = [new Set(told.map(({ stem }) => stem)), new Set(other.told.map(({ stem }) => stem))]
  return [...tellers].every((stem) => theirs.has(stem) && !own.has(stem))
}
