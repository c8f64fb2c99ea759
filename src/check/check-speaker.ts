import type { Quote } from '../core/quote.ts'
import type { Span } from '../core/span.ts'
import type { Alignment } from './align.ts'
import { type Finding, wrong } from './finding.ts'
import { nameWords, type Passage, type Unit } from './read-passage.ts'

/** The speaker named for a claim must be one found in a cited sentence by the quotes layer. */
export function checkSpeaker(speaker: string | undefined, cited: readonly Passage[]): Finding {
  if (speaker === undefined) return undefined
  const isKnown = cited.some((passage) => passage.quotes.some((quote) => isSpeaker(speaker, quote, passage)))
  return isKnown ? undefined : wrong('speaker', `“${speaker}” isn’t the speaker in the cited sentences.`)
}

/**
 * Reported speech must stay reported: if the supporting words are somebody's statement, the claim must attribute it, or name its speaker,
 * and the speaker must be the one in the quotes layer.
 */
export function checkAttribution(claim: Passage, carriers: readonly Alignment[], speaker: string | undefined): Finding {
  for (const { matched, passage } of carriers)
    for (const quote of passage.quotes) {
      const isTold = matched.some((unit) => isInside(unit, quote) && unit.role !== 'free' && unit.role !== 'function')
      if (!isTold || hasFrame(matched, quote, passage) || isQuotedWhole(claim, matched, passage)) continue
      if (speaker !== undefined && isSpeaker(speaker, quote, passage)) continue
      if (claim.quotes.some((each) => isSameSpeaker(claim, each, quote, passage))) continue
      return wrong('speaker', 'It leaves out who said it.')
    }
  return undefined
}

/** The words that name a speaker in the sentence. */
export function wordsForSpeaker(name: string, passage: Passage): Span[] {
  return passage.quotes.flatMap((quote) => (quote.source && isSpeaker(name, quote, passage) ? [quote.source] : []))
}

function isInside({ start, end }: Unit, { span }: Quote): boolean {
  return span.start <= start && end <= span.end
}

/** The claim keeps the sentence's own attribution. */
function hasFrame(matched: readonly Unit[], { cue, source, speaker }: Quote, { called, units }: Passage): boolean {
  if (!cue) return false
  const has = (place: { readonly start: number; readonly end: number }): boolean =>
    matched.some(({ start, end, role }) => start < place.end && end > place.start && role !== 'free')
  // `Deborah Birx, who leads the task force, said`: another name of the speaker.
  const names = called.filter(
    ({ mention, last }) => mention.entity.id === speaker?.id && (units[last]?.end ?? cue.end) <= cue.start,
  )
  return has(cue) && (!source || has(source) || names.some(({ mention }) => has(mention.span)))
}

/** The claim has the whole sentence with its own quotation marks. */
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

/** Every word of the name belongs to the speaker's entity, or to the words that name the speaker in the text. */
export function isSpeaker(name: string, { speaker, source }: Quote, passage: Passage): boolean {
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
