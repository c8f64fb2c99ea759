import type { Entity, Mention, Sentence } from '../core/annotation.ts'
import { type Document, textOf } from '../core/document.ts'
import type { Quote, QuotePattern } from '../core/quote.ts'
import type { Span } from '../core/span.ts'
import { confidenceOf } from './confidence.ts'
import type { ForeignCues } from './foreign-cues.ts'
import { foreignSpeaker, namedJustBefore, type SourceContext } from './foreign-speaker.ts'
import { findQuotations, type Quotation } from './quotations.ts'

/**
 * Quotations of a language we do not parse: the marks, then the reporting verb right after (`», a déclaré X`), right
 * before (`X a déclaré : «`, `قال X: «`) or `selon X`. Nothing is guessed beyond that.
 */
export function foreignQuotes(
  doc: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  cues: ForeignCues,
): Quote[] {
  const patterns = patternsOf(cues)
  const quotations = findQuotations(doc.text, doc.blocks).filter((quotation) => !quotation.isNested)
  const found: Quote[] = []
  const indexById = new Map<number, number>()
  for (const quotation of quotations) {
    const site: Site = { doc, quotation, sentences, mentions, patterns, before: found.at(-1), found, indexById }
    indexById.set(quotation.id, found.length)
    found.push(quoteAt(site))
  }
  return found
}

type Patterns = {
  readonly after: RegExp
  readonly before: RegExp
  readonly inverted: RegExp
  readonly titles: RegExp
  readonly pronoun: RegExp
}

type Site = {
  readonly doc: Document
  readonly quotation: Quotation
  readonly sentences: readonly Sentence[]
  readonly mentions: readonly Mention[]
  readonly patterns: Patterns
  readonly before: Quote | undefined
  readonly found: readonly Quote[]
  readonly indexById: ReadonlyMap<number, number>
}

/** Up to six words of a name or role. */
const SOURCE = String.raw`(?:[\p{L}\p{M}\p{N}.'’-]+ ){0,5}[\p{L}\p{M}\p{N}'’-]+`
/** The same, as short as the verb that follows allows. */
const SOURCE_BEFORE = String.raw`(?:[\p{L}\p{M}\p{N}.'’-]+ ){0,5}?[\p{L}\p{M}\p{N}'’-]+`

function patternsOf({ verbs, accordingTo, titles, pronouns }: ForeignCues): Patterns {
  const hyphen = '-(?:t-)?(?:il|elle|ils|elles|on)'
  return {
    // », a déclaré X   ·   », selon X   ·   », a-t-il dit
    after: new RegExp(
      String.raw`^[\s,.–—-]{0,3}(?<cue>a${hyphen} \p{L}+|(?:${verbs})(?:${hyphen})?|${accordingTo})(?![\p{L}-])(?:[\s]+(?<source>${SOURCE}))?`,
      'diu',
    ),
    // X a déclaré : «
    before: new RegExp(
      String.raw`(?:^|[\s,])(?<source>${SOURCE_BEFORE})[\s,]+(?<cue>${verbs})(?![\p{L}-])[^«»“”"„:.]{0,60}:?\s*$`,
      'diu',
    ),
    // قال X: «   ·   selon X, «
    inverted: new RegExp(
      String.raw`(?:^|[\s,،.])(?<cue>${verbs}|${accordingTo})(?![\p{L}-])\s*(?<source>${SOURCE})[^«»“”"„.]{0,40}[:،,]?\s*$`,
      'diu',
    ),
    titles: new RegExp(String.raw`^(?:${titles})(?:\s+|$)`, 'iu'),
    pronoun: new RegExp(`^(?:${pronouns})$|${hyphen}`, 'iu'),
  }
}

type Found = { readonly cue: Span; readonly source?: Span; readonly pattern: QuotePattern }

function quoteAt(site: Site): Quote {
  const { quotation, doc, sentences, patterns } = site
  const sentence = Math.max(
    0,
    sentences.findLastIndex(({ span }) => span.start <= quotation.inner.start),
  )
  const base = { span: quotation.inner, sentence }
  const cued = cueAfter(site) ?? cueBefore(site)
  if (cued) {
    const isPronoun = isPronounSource(site, cued)
    const named = isPronoun || !cued.source ? undefined : foreignSpeaker(contextOf(site), cued.source)
    const speaker = named?.speaker ?? (isPronoun ? antecedentOf(site) : undefined)
    const hasPronounInCue = patterns.pronoun.test(doc.text.slice(cued.cue.start, cued.cue.end))
    const source = named?.span ?? (hasPronounInCue ? undefined : cued.source)
    return {
      ...base,
      kind: isWhole(doc.text, quotation) ? 'direct' : 'mixed',
      cue: cued.cue,
      ...(source ? { source } : {}),
      ...(speaker ? { speaker } : {}),
      pattern: cued.pattern,
      confidence: speaker ? confidenceOf(cued.pattern, isPronoun) : 0,
    }
  }
  return goesOn(site, base) ?? { ...base, kind: 'mixed', pattern: 'none', confidence: 0 }
}

function contextOf({ doc, mentions, found, patterns }: Site): SourceContext {
  const earlier = found.flatMap(({ speaker }) => (speaker ? [speaker] : []))
  return { text: doc.text, mentions, earlier, titles: patterns.titles }
}

/** The next paragraph of a speech, or a quotation that is a paragraph of its own right after one with a speaker. */
function goesOn(
  { quotation, doc, before, found, indexById }: Site,
  base: { span: Span; sentence: number },
): Quote | undefined {
  const index = quotation.continues === undefined ? undefined : indexById.get(quotation.continues)
  const from = index === undefined ? before : found[index]
  if (!from?.speaker) return undefined
  const block = doc.blocks[quotation.block]
  const isAlone = block && block.start === quotation.start && block.end - quotation.end <= 1
  const isNear = index !== undefined || (isAlone && base.sentence - from.sentence <= 3)
  if (!isNear) return undefined
  const pattern = index === undefined ? 'run-on' : 'continued'
  const { source, speaker } = from
  return {
    ...base,
    kind: 'direct',
    ...(source ? { source } : {}),
    speaker,
    pattern,
    confidence: confidenceOf(pattern, false),
    continues: index ?? found.length - 1,
  }
}

function cueAfter({ doc, quotation, patterns }: Site): Found | undefined {
  const end = doc.blocks[quotation.block]?.end ?? doc.text.length
  const match = patterns.after.exec(doc.text.slice(quotation.end, Math.min(end, quotation.end + 120)))
  return match ? foundIn(match, quotation.end, 'cue-right') : undefined
}

function cueBefore({ doc, quotation, patterns }: Site): Found | undefined {
  const start = Math.max(doc.blocks[quotation.block]?.start ?? 0, quotation.start - 160)
  const text = doc.text.slice(start, quotation.start)
  const clause = text.slice(
    Math.max(text.lastIndexOf('»'), text.lastIndexOf('”'), text.search(/[.!?؟]\s+(?=[^.!?؟]*$)/u)) + 1,
  )
  const from = start + text.length - clause.length
  const match = patterns.before.exec(clause) ?? patterns.inverted.exec(clause)
  return match ? foundIn(match, from, /:\s*$/.test(clause) ? 'colon' : 'cue-left') : undefined
}

function foundIn(match: RegExpExecArray, base: number, pattern: QuotePattern): Found {
  const groups = match.indices?.groups
  const cue = groups?.cue as [number, number]
  const source = groups?.source
  const at = ([start, end]: readonly [number, number]): Span => ({ start: base + start, end: base + end })
  return { cue: at(cue), ...(source ? { source: at(source) } : {}), pattern }
}

/** A pronoun as the source, or grown together with the verb: `a-t-elle dit`. */
function isPronounSource({ doc, patterns }: Site, { cue, source }: Found): boolean {
  const words = [cue, ...(source ? [source] : [])].map(({ start, end }) => doc.text.slice(start, end))
  return words.some((one) => patterns.pronoun.test(one))
}

/** The person named in the sentence before, within the paragraph; else the last speaker. */
function antecedentOf(site: Site): Entity | undefined {
  const { doc, quotation, sentences, found } = site
  const blockStart = doc.blocks[quotation.block]?.start ?? 0
  const before = sentences.findLast(({ span }) => span.start >= blockStart && span.end <= quotation.start)
  const named = before && namedJustBefore(contextOf(site), textOf(doc, before.span), before.span.start)
  return named ?? found.findLast((quote) => quote.speaker)?.speaker
}

function isWhole(text: string, { start, inner }: Quotation): boolean {
  const first = text[inner.start] ?? ''
  return (
    text.slice(inner.start, inner.end).split(/\s+/).length > 5 ||
    /[:]\s*$/.test(text.slice(Math.max(0, start - 4), start)) ||
    (/\p{Lu}/u.test(first) && /[.!?…]$/.test(text.slice(inner.start, inner.end)))
  )
}
