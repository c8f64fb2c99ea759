import type { Entity, Mention } from '../../../core/annotation.ts'
import type { EntityId } from '../../../core/ids.ts'
import { givenName } from '../../../core/names/first-names.ts'
import { nameWordKey } from '../../../core/names/name-spelling.ts'
import type { Quote } from '../../../core/quote.ts'

/**
 * Without the speaker where a surname alone, or a pronoun, may be a namesake: `Ada Poe testified … Poe said`, in a text that is mostly about
 * Tom Poe, of whom no saying is told with his full name. An office holder of the day is always meant.
 */
export function withoutNamesakes(text: string, quotes: Quote[], mentions: readonly Mention[]): Quote[] {
  const named = mentions.filter((mention) => mention.kind === 'person' && mention.form === 'name')
  const full = named.filter((mention) => mention.role !== undefined || isFull(text, mention))
  const families = Map.groupBy(full, ({ entity }) => surnameOf(entity))
  const shared = new Map([...families].filter(([, all]) => new Set(all.map(({ entity }) => entity.id)).size > 1))
  if (shared.size === 0) return quotes
  const sayers = new Set<EntityId>()
  for (const { source, speaker } of quotes)
    if (source && speaker && full.some(({ span }) => span.start < source.end && span.end > source.start))
      sayers.add(speaker.id)
  return quotes.map((quote) => {
    const { source, speaker, ...rest } = quote
    const family =
      source && speaker?.kind === 'person' && !speaker.wikidataId ? shared.get(surnameOf(speaker)) : undefined
    const words = source && text.slice(source.start, source.end)
    const pronoun = /^s?he$/i.exec(words ?? '')?.[0]
    if (!family || !source || !speaker || !(pronoun || isSurname(words ?? '', speaker))) return quote
    const last = family.findLast(({ span }) => span.end <= source.start)?.entity
    if (!last || last.id === speaker.id || !sayers.has(last.id) || (pronoun && isOther(pronoun, last))) return quote
    // A pronoun is whoever it may be, as long as there is one who says something elsewhere.
    return pronoun && sayers.has(speaker.id) ? quote : { ...rest, source }
  })
}

function isFull(text: string, { span, entity }: Mention): boolean {
  const words = text.slice(span.start, span.end).split(/\s+/)
  return words.length > 1 && words[0] === entity.name.split(' ')[0]
}

/** `Poe`, `Mr Poe` */
function isSurname(words: string, { name }: Entity): boolean {
  const [last = '', ...before] = words
    .replace(/[’']s$/, '')
    .split(/\s+/)
    .toReversed()
  return last === name.split(' ').at(-1) && before.every((word) => /^(?:Mr|Mrs|Ms|Miss|Dr)\.?$/.test(word))
}

function isOther(pronoun: string, { name }: Entity): boolean {
  return givenName(name.split(' ')[0] ?? '') === (pronoun.toLowerCase() === 'he' ? 'f' : 'm')
}

function surnameOf({ name }: Entity): string {
  return nameWordKey(name.split(' ').at(-1) ?? '')
}
