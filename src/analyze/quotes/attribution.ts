import type { Entity } from '../../core/annotation.ts'
import type { Quote, QuotePattern } from '../../core/quote.ts'
import type { Span } from '../../core/span.ts'
import type { QuotationWords } from '../../languages/quotation-words.ts'
import { speakerConfidence } from './confidence.ts'
import type { QuotationSite } from './quotation-sites.ts'

/** Who says a quotation, how that was found, and how surely: a `Quote` but for its words. */
export type Attribution = {
  readonly source?: Span
  readonly speaker?: Entity
  readonly channel?: Span
  readonly cue?: Span
  readonly when?: Span
  readonly addressee?: Span
  readonly place?: Span
  readonly pattern: QuotePattern
  readonly isPronoun: boolean
  /** The words are whole clauses, and not part of the reporter's own sentence. */
  readonly isDirect: boolean
  /** How often a speaker found so is right, 0 to 1. */
  readonly confidence: number
  readonly continues?: number
  readonly isTopic?: true
}

export const UNATTRIBUTED: Attribution = { pattern: 'none', isPronoun: false, isDirect: false, confidence: 0 }
/** Words that the reporter says were not said: nobody's, and never put beside the same words elsewhere. */
export const DENIED: Attribution = { ...UNATTRIBUTED, isTopic: true }

/** A quotation that was attributed, with its place in the layer. */
export type Attributed = { readonly attribution: Attribution; readonly quote: Quote; readonly index: number }

/** What a quotation has from the one it continues: all but the cue. It is no surer than that one. */
export function continuing({ attribution, index }: Attributed, pattern: 'run-on' | 'continued'): Attribution {
  const { cue: _cue, confidence, ...rest } = attribution
  const share = speakerConfidence({
    pattern,
    isDirect: true,
    strength: undefined,
    gap: 0,
    words: 0,
    isKnown: rest.speaker !== undefined || rest.isPronoun,
    isPronoun: rest.isPronoun,
  })
  return { ...rest, pattern, isDirect: true, confidence: Math.min(confidence, share), continues: index }
}

/** The attribution with no more confidence than that. */
export function atMost(attribution: Attribution, most: number): Attribution {
  return { ...attribution, confidence: Math.min(attribution.confidence, most) }
}

/** The quotations attributed so far, in order and by the id that their marks have. */
export type AttributedSoFar = {
  readonly all: readonly Attributed[]
  readonly byId: ReadonlyMap<number, Attributed>
  /** The last with a source, also one whose name is not known. */
  readonly lastSpoken: Attributed | undefined
}

/**
 * What the reporter makes of a saying: `denied` when it is negated, only supposed, asked about or forged (`never said`, `if she had said`,
 * `a doctored video shows her saying`); `alleged` when others lay it at somebody's door (`accused her of saying`); `reported` when they
 * report it (`police said she told officers`). Undefined is a saying that simply took place.
 */
export type Factuality = 'denied' | 'alleged' | 'reported'

/** Words that others lay at somebody's door: the page says "probably". A little more than half are theirs on labelled text (19 of 35). */
export const ALLEGED_AT_MOST = 0.54
/** What another says that they said (`police said she told officers`): "probably", too, and theirs more often, as far as labels show. */
export const REPORTED_AT_MOST = 0.59

/** Reads who says the quotations of one document: by its grammar, or by the words around them alone. */
export type SpeakerReader<Site extends QuotationSite, Cue extends { readonly side: 'left' | 'right' }> = {
  readonly words: QuotationWords
  readonly sites: readonly Site[]
  /** Words between marks that are nobody's speech: a term, the name or title of a thing. */
  readonly isTerm: (site: Site) => boolean
  /** The reporting words chosen for a quotation, and on which side of it they are. */
  readonly findCue: (site: Site) => Cue | undefined
  readonly factuality: (site: Site, cue: Cue | undefined) => Factuality | undefined
  /** The words of the last clause that leads to a quotation. */
  readonly clauseBefore: (site: Site) => string
  readonly attribute: (site: Site, cue: Cue | undefined, soFar: AttributedSoFar) => Attribution
  /** Whether it is probably somebody else than the one it was attributed to. */
  readonly isDoubtful: (site: Site, attribution: Attribution) => boolean
}
