import type { Entity } from '../core/annotation.ts'
import { foldName } from '../core/name-spelling.ts'
import type { Quote } from '../core/quote.ts'
import { overlaps } from '../core/span.ts'
import { nameParts } from './person-address.ts'
import type { MemberText } from './story-text.ts'

const TITLE = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|M|Mme)\.?\s+/u
const ONE_NAME = /^\p{Lu}[\p{L}\p{M}’'-]+$/u

/**
 * Lets the documents of a story teach each other names. A quotation whose source is a surname its own document does not
 * explain (`“…,” Varga said`) is that of the one person with that surname whom another document names in full. Nothing is
 * named when two people of the story bear it, or when the document takes the word for a place or a body.
 */
export function nameSpeakers(members: readonly MemberText[]): MemberText[] {
  const bySurname = surnamesIn(members)
  return members.map((text) => {
    const quotes = text.quotes.map((quote) => nameSpeaker(text, quote, bySurname))
    return quotes.every((quote, i) => quote === text.quotes[i]) ? text : { ...text, quotes }
  })
}

/** Persons named in full in the story, by surname; undefined where two bear one. */
function surnamesIn(members: readonly MemberText[]): ReadonlyMap<string, Entity | undefined> {
  const bySurname = new Map<string, Entity | undefined>()
  for (const { mentions } of members)
    for (const { kind, form, entity } of mentions) {
      const parts = kind === 'person' && form === 'name' ? nameParts(entity.name) : []
      const surname = parts.length > 1 ? foldName(parts.at(-1) as string) : undefined
      if (surname === undefined) continue
      const before = bySurname.get(surname)
      const isOther = bySurname.has(surname) && before?.id !== entity.id
      bySurname.set(surname, isOther ? undefined : entity)
    }
  return bySurname
}

function nameSpeaker(text: MemberText, quote: Quote, bySurname: ReadonlyMap<string, Entity | undefined>): Quote {
  const { source } = quote
  if (quote.speaker || !source) return quote
  const name = text.input.document.text.slice(source.start, source.end).replace(TITLE, '')
  const speaker = ONE_NAME.test(name) ? bySurname.get(foldName(name)) : undefined
  const isElse = speaker && text.mentions.some(({ span, kind }) => kind !== 'person' && overlaps(span, source))
  return speaker && !isElse ? { ...quote, speaker } : quote
}
