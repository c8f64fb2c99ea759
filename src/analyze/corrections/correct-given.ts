import type { Mention } from '../../core/annotation.ts'
import type { Correction } from '../../core/correction.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import type { Annotations, Layer, LayerName } from '../../core/layers.ts'
import { overlaps } from '../../core/span.ts'
import { correctQuotes } from './correct-quotes.ts'
import { type PlacedCorrection, placeCorrections } from './place-corrections.ts'

/**
 * Names and quotations of a document as a person corrected them; all other layers stay as they were, those too that are read from
 * these (`applyCorrections` makes them again). Of several corrections of one place the latest counts. Pure; it takes no analyzer.
 */
export function correctGiven(doc: Document, annotations: Annotations, corrections: readonly Correction[]): Annotations {
  const placed = placeCorrections(doc, corrections)
  if (placed.length === 0) return annotations
  const { mentions, quotes, sentences } = annotations
  const before = mentions?.items ?? []
  const after = correctMentions(before, placed)
  return {
    ...annotations,
    ...defined({
      mentions: mentions && { ...mentions, items: after },
      quotes: quotes && {
        ...quotes,
        items: correctQuotes(doc, quotes.items, placed, { before, after, sentences: itemsOf(sentences) }),
      },
    }),
  }
}

/** A corrected place is one mention, or none; what overlapped it goes. */
function correctMentions(mentions: readonly Mention[], placed: readonly PlacedCorrection[]): readonly Mention[] {
  let items = mentions
  for (const { verdict, span } of placed) {
    if (verdict.kind !== 'name') continue
    const same = items.find((mention) => mention.span.start === span.start && mention.span.end === span.end)
    const others = items.filter((mention) => !overlaps(mention.span, span))
    const { entity } = verdict
    if (!entity) items = others
    else {
      const at = others.findIndex((mention) => mention.span.start > span.start)
      items = others.toSpliced(at < 0 ? others.length : at, 0, {
        ...(same ?? { form: 'name' }),
        span,
        kind: entity.kind,
        entity,
      })
    }
  }
  return items
}

function itemsOf<Name extends LayerName>(layer: Layer<Name> | undefined): Layer<Name>['items'] {
  return layer?.items ?? []
}
