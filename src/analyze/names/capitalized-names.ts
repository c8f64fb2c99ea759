import { givenName } from '../../core/names/first-names.ts'
import type { Span } from '../../core/span.ts'
import type { CapitalizedNameWords } from '../../languages/name-words.ts'
import { oncePerLanguage, oneOf } from '../word-patterns.ts'
import { organizationNamed } from './organizations.ts'
import { placeNamed } from './places.ts'

/** A person named somewhere: the fullest name that the document gives, and where it is written, with its titles. */
export type Named = {
  readonly name: string
  readonly span: Span
  /** The name depends on another word (`a friend of X`), so X is not who speaks. */
  readonly isOther: boolean
}

/** Reads the names of persons in a part of a text. */
export type NameReader = (span: Span) => Named[]

/** No longer than this is any name with its titles. */
const LONGEST = 8
const SPACE = String.raw`[ \u00a0\u202f]`

const patternsOf = oncePerLanguage((words: CapitalizedNameWords) => {
  const { titles, abbreviations, particles, openers, prepositions, articles, roles, bodies } = words
  const one = String.raw`(?:(?:Dr|Prof|St|${oneOf(abbreviations)}|\p{Lu}(?:\.-\p{Lu})?)\.|\p{Lu}[\p{L}\p{M}’'-]*)`
  const next = `${SPACE}+(?:(?:${particles})${SPACE}+){0,2}(?:[dD]['’])?${one}`
  return {
    run: new RegExp(String.raw`(?<![\p{L}\p{N}’'-])${one}(?:${next}){0,${LONGEST}}`, 'gu'),
    isTitle: new RegExp(`^(?:${titles})$`, 'u'),
    isOpener: new RegExp(String.raw`^(?:${openers}|[LDQldq]['’]\p{L}+)$`, 'u'),
    isParticle: new RegExp(`^(?:${particles})$`, 'u'),
    isBody: new RegExp(String.raw`^(?:${bodies}|\p{Lu}{2,})$`, 'u'),
    endsWithOther: new RegExp(
      String.raw`(?<!\p{L})(?:${prepositions})(?:\s+(?:${articles})\s*)?(?:\s*(?:\p{Ll}{3,}[\s-])?${oneOf(roles)}(?:\s+\p{Ll}+)?)?$`,
      'iu',
    ),
  }
})

/**
 * A reader of names for a language with capital letters: runs of words with capitals, without the titles before them. A
 * surname alone is the full name that the document gives, earlier or later; without one it counts only after a title.
 */
export function capitalizedNames(text: string, words: CapitalizedNameWords): NameReader {
  const { run, isTitle, isOpener, isParticle, isBody, endsWithOther } = patternsOf(words)
  const { belongings, genitive, hearer } = words
  const isPerson = (name: string, parts: readonly string[]): boolean =>
    !parts.some((word) => isBody.test(word)) && !placeNamed(name) && !organizationNamed(name)
  const read = (span: Span): Run[] =>
    [...text.slice(span.start, span.end).matchAll(run)].flatMap((match) => {
      const found = [...match[0].matchAll(/[^ \u00a0\u202f]+/gu)].map((one) => ({ text: one[0], at: one.index }))
      let first = 0
      while (first < found.length && isOpener.test(found[first]?.text ?? '')) first++
      // `L’entourage de X`
      const isOfSomebody =
        /^[LDld]['’]/u.test(found[first - 1]?.text ?? '') && isParticle.test(found[first]?.text ?? '')
      if (isOfSomebody) return []
      const titled = first
      while (first < found.length && isTitle.test(found[first]?.text ?? '')) first++
      const hasTitle = first > titled
      // `Ministro de Agricultura`: what the office is for
      if (hasTitle && isParticle.test(found[first]?.text ?? '')) return []
      while (first < found.length && isParticle.test(found[first]?.text ?? '')) first++
      // `der Stadt Max Roth`: a noun of its own before a name
      const isNoun = found.length - first > 2 && !givenName(found[first]?.text ?? '')
      // `a dit à l’AFP Anne Roy`: what comes before isn't part of the name
      const isApart = isNoun && !hasTitle && /^\p{Lu}{2,}$/u.test(found[first]?.text ?? '')
      if (isNoun && givenName(found[first + 1]?.text ?? '')) first++
      const kept = found.slice(first)
      // `Bruder von Max Roth`
      const tie = kept.findLastIndex((word) => isParticle.test(word.text))
      const owner = kept[tie + 1]?.text ?? ''
      if (tie > 0 && kept.length - tie > 2 && (givenName(owner) || isTitle.test(owner))) return []
      // `Umfeld von Kardinal Max Roth`
      if (tie > 0 && belongings?.test(kept[0]?.text ?? '')) return []
      const last = kept.at(-1)
      if (!last) return []
      const start = span.start + match.index + (found[isApart ? first : titled]?.at ?? 0)
      const names = kept.map((word) => word.text)
      const name = names.join(' ')
      if (isGenitive(words, text, names, found.slice(titled, first).at(-1)?.text)) return []
      const all = found.slice(isApart ? first : titled).map((word) => word.text)
      if (!isPerson(name, hasTitle ? names : all)) return []
      return [{ name, start, end: span.start + match.index + last.at + last.text.length, hasTitle }]
    })
  const full = fullNames(read({ start: 0, end: text.length }))
  return (span) =>
    read(span).flatMap(({ name, start, end, hasTitle }) => {
      const known = name.includes(' ') ? name : (full.get(name) ?? (hasTitle ? name : undefined))
      if (!known) return []
      const before = text.slice(Math.max(0, start - 48), start).trimEnd()
      const isHearer = text.slice(start, end) !== name && hearer?.test(before)
      const isOther =
        isHearer ||
        OF_VOWEL.test(before) ||
        endsWithOther.test(before) ||
        genitive?.test(before) ||
        isInRelative(words, before, text.slice(end, end + 48))
      return [{ name: known, span: { start, end }, isOther: isOther === true }]
    })
}

/** `le porte-parole d’Anne Roy`: a run of capitals begins behind the sign, with the surname. */
const OF_VOWEL = /(?<!\p{L})[dD]['’]\p{Lu}[\p{L}\p{M}-]*$/u

/**
 * `der Anwalt Karl Brandts`, `Karl Brandts Anwalt`: of Karl Brandt, unless the text elsewhere calls somebody Brandts and nobody
 * Brandt.
 */
function isGenitive(
  { belongings }: CapitalizedNameWords,
  text: string,
  name: readonly string[],
  title: string | undefined,
): boolean {
  if (!belongings) return false
  const surname = name.at(-1) ?? ''
  if (name.length > 2 && belongings.test(surname)) return /[^s]s$|['’]$/u.test(name.at(-2) ?? '')
  if (name.length < 2 || !title || !belongings.test(title) || !/[^s]s$/u.test(surname)) return false
  const says = (word: string): number => text.match(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'gu'))?.length ?? 0
  return says(surname.slice(0, -1)) > 0 || says(surname) < 2
}

/** `l’avocate qui défend X`: X is not who the sentence is about. */
function isInRelative({ relatives = [] }: CapitalizedNameWords, before: string, after: string): boolean {
  return relatives.some(({ before: lead, behind }) => lead.test(before) && (!behind || behind.test(after)))
}

type Run = { readonly name: string; readonly start: number; readonly end: number; readonly hasTitle: boolean }

/** Full names by their last word: the first that the text gives. */
function fullNames(runs: readonly Run[]): ReadonlyMap<string, string> {
  const full = new Map<string, string>()
  for (const { name } of runs) {
    const words = name.split(' ')
    const surname = words.at(-1) ?? ''
    if (words.length < 2 || words.length > 5 || full.has(surname)) continue
    full.set(surname, name)
    // `Le Guen` and `von Arnim` are said without the given name too.
    const long = words.slice(1).join(' ')
    if (!full.has(long)) full.set(long, name)
  }
  return full
}
