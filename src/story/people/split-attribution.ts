import { oncePerObject } from '../../core/once-per-object.ts'
import { inEveryLanguage } from '../../languages/all.ts'
import type { SentenceText } from '../story-text.ts'
import type { Word } from '../words.ts'

type Sentence = Pick<SentenceText, 'text' | 'words'>

const SAYS = inEveryLanguage(({ statements }) => statements?.says).join('|')
const BY = inEveryLanguage(({ statements }) => statements?.accordingTo).join('|')
const NAME = String.raw`\p{Lu}[\p{L}.’'-]*(?:\s+\p{Lu}[\p{L}.’'-]*){0,3}`
/** `…, the army said on Monday.`, `…,” the army said.`, `…, Ana Reis, a colonel, said.`, `…, said the army.`, `…, according to the army.` */
const ATTRIBUTION_AFTER = new RegExp(
  String.raw`,[”"»’]?\s+(?:(?:${NAME},\s+)?[^,;:“”"«»]{2,60}?,?\s+(?:${SAYS})(?![\p{L}\p{M}])[^,;:“”"«»]{0,40}|(?:${SAYS}|${BY})\s+[^;:“”"«»]{2,80}?)[.]?$`,
  'u',
)
/** `The army said (that) …`, `According to the army, …` */
const ATTRIBUTION_BEFORE = new RegExp(
  String.raw`^(?:(?:${NAME},\s+)?[^,;:“”"«»]{2,60}?,?\s+(?:${SAYS})(?![\p{L}\p{M}])|(?:${BY})\s+[^,;:“”"«»]{2,60}?,)`,
  'u',
)
/** A pronoun or possessive for the one who tells, in lower case. */
export const PRONOUN = new RegExp(`^(?:${inEveryLanguage(({ statements }) => statements?.tellers).join('|')})$`)

/** The words of a sentence that name its source, and its other words. */
type SplitSentence = { readonly sources: ReadonlySet<string>; readonly content: readonly Word[] }

/** Separates the attribution of a sentence from the rest. */
export const splitAttribution = oncePerObject(({ text, words }: Sentence): SplitSentence => {
  const match = ATTRIBUTION_AFTER.exec(text) ?? ATTRIBUTION_BEFORE.exec(text)
  if (!match) return { sources: new Set(), content: words }
  const [from, to] = [match.index, match.index + match[0].length]
  const isWithin = ({ span }: Word) => span.start >= from && span.end <= to
  const sources = words.filter((word) => isWithin(word) && !word.isStop && !/day$/.test(word.text))
  return { sources: new Set(sources.map(({ stem }) => stem)), content: words.filter((word) => !isWithin(word)) }
})

/** Whether the people that one sentence is about are the source of the other and not mentioned in it otherwise. */
export function isSourceOf(a: SplitSentence, b: SplitSentence): boolean {
  return isSourceOnly(a, b) || isSourceOnly(b, a)
}

function isSourceOnly({ sources, content }: SplitSentence, other: SplitSentence): boolean {
  if (sources.size === 0 || content.some(({ text }) => PRONOUN.test(text))) return false
  const [own, theirs] = [new Set(content.map(({ stem }) => stem)), new Set(other.content.map(({ stem }) => stem))]
  return [...sources].every((stem) => theirs.has(stem) && !own.has(stem))
}
