import type { Quote } from '../core/quote.ts'
import type { Span } from '../core/span.ts'
import type { Alignment } from './align.ts'
import { type Finding, wrong } from './finding.ts'
import { nameWords, type Passage, type Unit } from './read-passage.ts'

/** The speaker that a writer names beside a claim is one that the quotes layer found in a cited sentence. */
export function checkSpeaker(speaker: string | undefined, cited: readonly Passage[]): Finding {
  if (speaker === undefined) return undefined
  const isKnown = cited.some((passage) => passage.quotes.some((quote) => isSpeaker(speaker, quote, passage)))
  return isKnown ? undefined : wrong('speaker', `“${speaker}” is not who says it in the cited sentences.`)
}

/**
 * What somebody says stays what he says: where the words that carry a claim are told by somebody, the claim tells by whom, or
 * names him as its speaker, and it is the one the quotes layer found.
 */
export function checkTold(claim: Passage, carriers: readonly Alignment[], speaker: string | undefined): Finding {
  for (const { matched, passage } of carriers)
    for (const quote of passage.quotes) {
      const isTold = matched.some((unit) => isInside(unit, quote) && unit.role !== 'free' && unit.role !== 'function')
      if (!isTold || hasFrame(matched, quote) || isQuotedWhole(claim, matched, passage)) continue
      if (speaker !== undefined && isSpeaker(speaker, quote, passage)) continue
      if (claim.quotes.some((each) => isSameSpeaker(claim, each, quote, passage))) continue
      return wrong('speaker', 'It drops whose words they are.')
    }
  return undefined
}

/** The sentence's words for somebody who speaks in it. */
export function wordsForSpeaker(name: string, passage: Passage): Span[] {
  return passage.quotes.flatMap((quote) => (quote.source && isSpeaker(name, quote, passage) ? [quote.source] : []))
}

function isInside({ start, end }: Unit, { span }: Quote): boolean {
  return span.start <= start && end <= span.end
}

/** The sentence's own words for who says it are in the claim. */
function hasFrame(matched: readonly Unit[], { cue, source }: Quote): boolean {
  if (!cue) return false
  const has = (place: { readonly start: number; readonly end: number }): boolean =>
    matched.some(({ start, end, role }) => start < place.end && end > place.start && role !== 'free')
  return has(cue) && (!source || has(source))
}

/** The whole sentence stands in the claim, with its own marks. */
function isQuotedWhole({ text }: Passage, matched: readonly Unit[], passage: Passage): boolean {
  return (
    matched.length >= passage.units.filter(({ role }) => role !== 'free').length &&
    text.includes(passage.text.trim()) &&
    /["“‘”]/.test(passage.text)
  )
}

function isSameSpeaker(claim: Passage, { source }: Quote, quote: Quote, passage: Passage): boolean {
  if (!source) return false
  const words = claim.units.filter(({ start, end }) => start < source.end && end > source.start)
  return isSpeaker(words.map(({ text }) => text).join(' '), quote, passage)
}

/** Every word of a name is one of the speaker's: of the entity, or of the words that name him in the text. */
function isSpeaker(name: string, { speaker, source }: Quote, passage: Passage): boolean {
  const words = [...nameWords(name.replace(/['’]s$/, ''))].filter((word) => !/^(?:the|a|an|mr|ms|mrs|dr)$/.test(word))
  const { text } = passage.source.document
  const written = source ? nameWords(text.slice(source.start, source.end)) : new Set<string>()
  const known = new Set([...(speaker ? nameWords(speaker.name) : []), ...written])
  const roles = new Set<string>(
    passage.source.annotations.mentions?.items.flatMap(({ entity, role }) =>
      speaker && entity.id === speaker.id && role ? [...nameWords(text.slice(role.start, role.end))] : [],
    ),
  )
  return (
    words.length > 0 &&
    words.some((word) => known.has(word)) &&
    words.every((word) => known.has(word) || roles.has(word))
  )
}
