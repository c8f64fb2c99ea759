import { givenName } from '../../../core/names/first-names.ts'
import type { Span } from '../../../core/span.ts'
import { organizationNamed } from '../../names/organizations.ts'
import { placeNamed } from '../../names/places.ts'
import type { ForeignCues } from './foreign-cues.ts'

/** A person named somewhere: the fullest name that the document gives, and where it stands, with its titles. */
export type Named = {
  readonly name: string
  readonly span: Span
  /** The name hangs on another word (`a friend of X`), so X is not who speaks. */
  readonly isOther: boolean
}

/** Reads the names of persons in a part of a text. */
export type NameReader = (span: Span) => Named[]

const WORD = String.raw`(?:(?:Dr|Prof|Mme|MM|Sra?|Srta|Mgr|Dra|Dña|St|M|D|\p{Lu}(?:\.-\p{Lu})?)\.|\p{Lu}[\p{L}\p{M}’'-]*)`
/** No longer than this is any name with its titles. */
const LONGEST = 8

/**
 * A reader of names for a language with capital letters: runs of words with capitals, without the titles before them. A
 * surname alone is the full name that the document gives, earlier or later; without one it counts only after a title.
 */
export function nameReader(text: string, cues: ForeignCues): NameReader {
  const { titles, particles, openers, prepositions, roles, bodies } = cues
  const run = new RegExp(
    String.raw`(?<![\p{L}\p{N}’'-])(?:${WORD})(?:[ \u00a0\u202f]+(?:(?:${particles})[ \u00a0\u202f]+){0,2}(?:[dD]['’])?${WORD}){0,${LONGEST}}`,
    'gu',
  )
  const isTitle = new RegExp(`^(?:${titles})$`, 'u')
  const isOpener = new RegExp(`^(?:${openers}|[LDQldq]['’]\\p{L}+)$`, 'u')
  const isParticle = new RegExp(`^(?:${particles})$`, 'u')
  const isBody = new RegExp(`^(?:${bodies}|\\p{Lu}{2,})$`, 'u')
  const isPerson = (name: string, words: readonly string[]): boolean =>
    !words.some((word) => isBody.test(word)) && !placeNamed(name) && !organizationNamed(name)
  const read = (span: Span): Run[] =>
    [...text.slice(span.start, span.end).matchAll(run)].flatMap((match) => {
      const words = [...match[0].matchAll(/[^ \u00a0\u202f]+/gu)].map((one) => ({ text: one[0], at: one.index }))
      let first = 0
      while (first < words.length && isOpener.test(words[first]?.text ?? '')) first++
      // `L’entourage de X`
      const isOfSomebody =
        /^[LDld]['’]/u.test(words[first - 1]?.text ?? '') && isParticle.test(words[first]?.text ?? '')
      if (isOfSomebody) return []
      const titled = first
      while (first < words.length && isTitle.test(words[first]?.text ?? '')) first++
      const hasTitle = first > titled
      // `Ministro de Agricultura`: what the office is for
      if (hasTitle && isParticle.test(words[first]?.text ?? '')) return []
      while (first < words.length && isParticle.test(words[first]?.text ?? '')) first++
      // `der Stadt Max Roth`: a noun of its own before a name
      const isNoun = words.length - first > 2 && !givenName(words[first]?.text ?? '')
      // `a dit à l’AFP Anne Roy`: what stands before is no part of the name
      const isApart = isNoun && !hasTitle && /^\p{Lu}{2,}$/u.test(words[first]?.text ?? '')
      if (isNoun && givenName(words[first + 1]?.text ?? '')) first++
      const kept = words.slice(first)
      // `Bruder von Max Roth`
      const tie = kept.findLastIndex((word) => isParticle.test(word.text))
      const owner = kept[tie + 1]?.text ?? ''
      if (tie > 0 && kept.length - tie > 2 && (givenName(owner) || isTitle.test(owner))) return []
      // `Umfeld von Kardinal Max Roth`
      if (tie > 0 && SOMEBODYS.test(kept[0]?.text ?? '')) return []
      const last = kept.at(-1)
      if (!last) return []
      const start = span.start + match.index + (words[isApart ? first : titled]?.at ?? 0)
      const name = kept.map((word) => word.text).join(' ')
      if (
        isGenitive(
          text,
          kept.map((word) => word.text),
          words.slice(titled, first).at(-1)?.text,
        )
      )
        return []
      const all = words.slice(isApart ? first : titled).map((word) => word.text)
      if (!isPerson(name, hasTitle ? kept.map((word) => word.text) : all)) return []
      return [{ name, start, end: span.start + match.index + last.at + last.text.length, hasTitle }]
    })
  const full = fullNames(read({ start: 0, end: text.length }))
  const article = `le|la|les|l['’]|une?|son|sa|el|los|las|su|de[rmn]|die|des|eine[rms]?|seine[rms]?|ihre[rms]?`
  const other = new RegExp(
    `(?<!\\p{L})(?:${prepositions})(?:\\s+(?:${article})\\s*)?(?:\\s*(?:\\p{Ll}{3,}[\\s-])?(?:${roles})(?:\\s+\\p{Ll}+)?)?$`,
    'iu',
  )
  // `die Mutter der Ministerin X`
  const genitive = /\p{Lu}\p{Ll}+(?<!tag|woch|abend)\s+(?:de[rs]|seine[rs]|ihre[rs]|eine[rs])$/u
  return (span) =>
    read(span).flatMap(({ name, start, end, hasTitle }) => {
      const known = name.includes(' ') ? name : (full.get(name) ?? (hasTitle ? name : undefined))
      if (!known) return []
      const before = text.slice(Math.max(0, start - 48), start).trimEnd()
      // `rief ein Reporter Max Roth zu`
      const isHearer = text.slice(start, end) !== name && /(?<!\p{L})(?:ein|eine[rmns]?)$/u.test(before)
      const isOther =
        isHearer ||
        OF_VOWEL.test(before) ||
        other.test(before) ||
        genitive.test(before) ||
        isInRelative(before, text.slice(end, end + 48))
      return [{ name: known, span: { start, end }, isOther }]
    })
}

/** `le porte-parole d’Anne Roy`: a run of capitals begins behind the sign, with the surname. */
const OF_VOWEL = /(?<!\p{L})[dD]['’]\p{Lu}[\p{L}\p{M}-]*$/u

/** Callings that are somebody's. */
const SOMEBODYS =
  /^(?:Rechtsa|A)nw(?:alt|ältin|älte)$|^(?:Pressesprecher|Sprecher|Verteidiger|Vertreter|Stellvertreter|Mitarbeiter|Berater|Nachfolger|Vorgänger|Kritiker|Gegner|Anhänger|Freund|Partner|Kollege|Kollegin|Nachbar|Manager|Ärztin|Arzt|Bruder|Schwester|Sohn|Tochter|Vater|Mutter|Witwe|Witwer|Ehefrau|Ehemann|Familie|Büro|Umfeld|Team)(?:in|innen|n|s)?$/u

/**
 * `der Anwalt Karl Brandts`, `Karl Brandts Anwalt`: of Karl Brandt, unless the text elsewhere calls somebody Brandts and nobody
 * Brandt.
 */
function isGenitive(text: string, name: readonly string[], title: string | undefined): boolean {
  if (name.length > 2 && SOMEBODYS.test(name.at(-1) as string)) return /[^s]s$|['’]$/u.test(name.at(-2) as string)
  const surname = name.at(-1) as string
  if (name.length < 2 || !title || !SOMEBODYS.test(title) || !/[^s]s$/u.test(surname)) return false
  const says = (word: string): number => text.match(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'gu'))?.length ?? 0
  return says(surname.slice(0, -1)) > 0 || says(surname) < 2
}

/** `l’avocate qui défend X`, `die Frau, die X kennt,`: X is not who the sentence is about. */
function isInRelative(before: string, after: string): boolean {
  if (/\p{Ll}[\s,]+(?:qui|dont)\s[^,.;:«»]*$/u.test(before)) return true
  return (
    /,\s+(?:der|die|das|dem|den|deren|dessen)(?:\s[^,.;:]*)?$/u.test(before) &&
    /^(?:\s+[\p{L}-]+)*?\s+\p{Ll}+[,.]/u.test(after)
  )
}

type Run = { readonly name: string; readonly start: number; readonly end: number; readonly hasTitle: boolean }

/** Full names by their last word: the first that the text gives. */
function fullNames(runs: readonly Run[]): ReadonlyMap<string, string> {
  const full = new Map<string, string>()
  for (const { name } of runs) {
    const words = name.split(' ')
    const surname = words.at(-1) as string
    if (words.length < 2 || words.length > 5 || full.has(surname)) continue
    full.set(surname, name)
    // `Le Guen` and `von Arnim` are said without the given name too.
    const long = words.slice(1).join(' ')
    if (!full.has(long)) full.set(long, name)
  }
  return full
}
