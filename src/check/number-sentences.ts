import type { NumberedSentence } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import type { Annotations } from '../core/layers.ts'
import type { Span } from '../core/span.ts'

/** Sentences chosen from one document, with its layers. */
export type ChosenSentences = Omit<NumberedSentence, 'number' | 'span'> & { readonly spans: readonly Span[] }

/** Numbers chosen sentences from 1, in the given order, so that a writer can cite them. Each is listed once. */
export function numberSentences(chosen: readonly ChosenSentences[]): NumberedSentence[] {
  const seen = new Set<string>()
  const places = chosen.flatMap(({ spans, ...from }) => spans.map((span) => ({ ...from, span })))
  return places
    .filter(({ document, span }) => {
      const key = `${document.id} ${span.start} ${span.end}`
      return seen.size < seen.add(key).size
    })
    .map((place, index) => ({ ...place, number: index + 1 }))
}

/** The spans of all sentences of a document, from its sentences layer. */
export function sentencesFound(document: Document, annotations: Annotations): readonly Span[] {
  return (annotations.sentences?.items ?? []).map(({ span }) => span).filter(({ end }) => end <= document.text.length)
}
