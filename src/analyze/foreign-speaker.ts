import type { Entity, Mention } from '../core/annotation.ts'
import type { Span } from '../core/span.ts'
import { entityId } from './people.ts'

/** The words that name a source, read in the text around them. */
export type NamedSource = { readonly speaker: Entity; readonly span: Span }

/** What the reader of a source knows: the text, who is mentioned, who spoke before, and the titles of the language. */
export type SourceContext = {
  readonly text: string
  readonly mentions: readonly Mention[]
  /** Speakers of the quotations before, to know a surname again. */
  readonly earlier: readonly Entity[]
  /** Words before a name that are no part of it; anchored, with the blank after. */
  readonly titles: RegExp
}

/**
 * Who a source names: the name set off after a role (`la maire, Jeanne Dupont`), a mention that stands in it, else the
 * words past titles when they read as a name. A surname alone is the full name that the document gives elsewhere.
 */
export function foreignSpeaker(context: SourceContext, source: Span): NamedSource | undefined {
  const { text, mentions } = context
  const rest = pastTitles(text.slice(source.start, source.end), context.titles)
  const hasTitle = rest.length < source.end - source.start
  const beside = hasTitle && !startsWithCapital(rest) ? nameAfterComma(text, source.end) : undefined
  if (beside) return person(context, text.slice(beside.start, beside.end), { start: source.start, end: beside.end })
  const mention = mentions.find(
    ({ span, kind }) => kind !== 'place' && span.start >= source.start && span.end <= source.end + 1,
  )
  if (mention) return { speaker: mention.entity, span: { start: source.start, end: mention.span.end } }
  const name = nameAtStart(rest) ?? nameInArabic(rest, hasTitle)
  if (!name) return undefined
  return person(context, name.words, { start: source.start, end: source.end - rest.length + name.end })
}

function person(context: SourceContext, words: string, span: Span): NamedSource {
  const name = words.includes(' ') ? words : (fullNameOf(context, words) ?? words)
  return { speaker: { id: entityId('person', name), kind: 'person', name }, span }
}

function pastTitles(words: string, titles: RegExp): string {
  let rest = words
  while (titles.test(rest)) rest = rest.replace(titles, '')
  return rest
}

function startsWithCapital(words: string): boolean {
  return /^\p{Lu}/u.test(words)
}

const CAPITALIZED = String.raw`\p{Lu}[\p{L}\p{M}'’-]+(?:\s+(?:(?:de|du|von|van|la|le|el|der) |d['’])*\p{Lu}[\p{L}\p{M}'’-]+)`
const AFTER_COMMA = new RegExp(String.raw`^,\s(${CAPITALIZED}{1,3})(?=[\s,.;:)»]|$)`, 'u')
const AT_START = new RegExp(`^${CAPITALIZED}*`, 'u')

function nameAfterComma(text: string, from: number): Span | undefined {
  const match = AFTER_COMMA.exec(text.slice(from, from + 80))
  return match?.[1] ? { start: from + 2, end: from + 2 + match[1].length } : undefined
}

type Name = { readonly words: string; readonly end: number }

function nameAtStart(rest: string): Name | undefined {
  const words = AT_START.exec(rest)?.[0]
  return words ? { words, end: words.length } : undefined
}

/** Prepositions, conjunctions and days, at which a name ends. */
const ARABIC_STOP =
  /^(?:في|من|على|عن|إلى|الى|مع|إن|ان|أن|بأن|خلال|بعد|قبل|حول|عبر|لدى|أمام|يوم|أمس|اليوم|مساء|صباح|الذي|التي|وهو|وهي|لوكالة|لصحيفة|لقناة|للصحفيين|للصحافيين|ل\S+ية)$/
/** `في كوران`: where an office is. */
const ARABIC_PLACE_LINK = /^(?:في|لدى|من)$/

/**
 * Two or three words of a script without capitals. After a title come the words that go with it, with the article
 * (`وزيرة الصيد`) or as a place (`في كوران`); the name begins behind them.
 */
function nameInArabic(rest: string, hasTitle: boolean): Name | undefined {
  const words = [...rest.matchAll(/\S+/gu)].map((match) => ({ text: match[0], at: match.index }))
  if (!words[0] || !/^\p{Script=Arabic}{2,}$/u.test(words[0].text)) return undefined
  let first = 0
  if (hasTitle) {
    while (first + 1 < words.length && /^ال/u.test(words[first]?.text ?? '')) first++
    const mayBePlace = first + 2 < words.length && ARABIC_PLACE_LINK.test(words[first]?.text ?? '')
    if (mayBePlace) first += 2
  }
  let last = first
  while (last < words.length && last < first + 3 && !ARABIC_STOP.test(words[last]?.text ?? '')) last++
  const kept = words.slice(first, last)
  const end = kept.at(-1)
  if (!kept[0] || !end || !kept.every(({ text }) => /^[\p{Script=Arabic}\p{M}-]{2,}$/u.test(text))) return undefined
  return { words: kept.map(({ text }) => text).join(' '), end: end.at + end.text.length }
}

/** `Dupont` is the `Jeanne Dupont` of the speakers before, of the mentions, or of the text, earlier or later. */
function fullNameOf({ text, mentions, earlier, titles }: SourceContext, surname: string): string | undefined {
  const isFull = (name: string): boolean => name.includes(' ') && name.split(/\s+/).at(-1) === surname
  const known = earlier.find(({ kind, name }) => kind === 'person' && isFull(name))
  if (known) return known.name
  const mentioned = mentions.find(({ entity }) => entity.kind === 'person' && isFull(entity.name))
  if (mentioned) return mentioned.entity.name
  if (!startsWithCapital(surname)) return undefined
  for (let at = text.indexOf(surname); at >= 0; at = text.indexOf(surname, at + 1)) {
    const given = /(?:^|[\s«“"(’'])(\p{Lu}\p{Ll}[\p{L}’'-]*) $/u.exec(text.slice(Math.max(0, at - 30), at))?.[1]
    const isWhole = !/^[\p{L}-]/u.test(text.slice(at + surname.length, at + surname.length + 1))
    if (given && isWhole && !titles.test(`${given} `) && !NO_GIVEN_NAME.test(given)) return `${given} ${surname}`
  }
  return undefined
}

/** Words that begin a sentence before a surname. */
const NO_GIVEN_NAME =
  /^(?:Selon|Pour|Avec|Mais|Puis|Et|Or|Si|Chez|Contre|Après|Avant|Que|Quand|Comme|Donc|Laut|Nach|Und|Aber|Auch|Doch|Mit|Für|Según|Pero|Para|Con|Y|Cuando|Monsieur|Madame|Herr|Frau|Señor|Señora)$/

const FULL_NAME = new RegExp(String.raw`(?<![\p{L}'’-])${CAPITALIZED}{1,3}`, 'gu')

/**
 * Whom a pronoun means (`a-t-il déclaré`): the one person whose full name stands in the sentence before, within the
 * paragraph; undefined when there are none or several.
 */
export function namedJustBefore(context: SourceContext, sentence: string, start: number): Entity | undefined {
  const people = new Map<string, Entity>()
  for (const match of sentence.matchAll(FULL_NAME)) {
    const [first = '', ...others] = match[0].split(/\s+/)
    const name = NO_GIVEN_NAME.test(first) || context.titles.test(`${first} `) ? others.join(' ') : match[0]
    if (!name.includes(' ')) continue
    const end = start + match.index + match[0].length
    const at = end - name.length
    const body = context.mentions.find(({ span, kind }) => kind !== 'person' && span.start < end && span.end > at)
    if (body) continue
    const { speaker } = person(context, name, { start: at, end })
    people.set(speaker.id, speaker)
  }
  return people.size === 1 ? [...people.values()][0] : undefined
}
