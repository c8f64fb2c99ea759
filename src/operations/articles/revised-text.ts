import { sentences } from '../../analyze/sentences.ts'
import type { Document } from '../../core/document.ts'
import type { Annotations } from '../../core/layers.ts'
import type { RevisedText } from '../../core/reading/revision-diff.ts'

/**
 * A revision prepared for comparison. Its sentences are split now, so that both texts follow the same rules however old they are;
 * figures and quotations come from the annotations, if given.
 */
export function revisedText(document: Document, annotations: Annotations = {}): RevisedText {
  return {
    title: document.title,
    text: document.text,
    sentences: sentences.run(document, {}).map(({ span }) => span),
    figures: annotations.figures?.items ?? [],
    quotes: (annotations.quotes?.items ?? []).flatMap(({ kind, span }) => (kind === 'indirect' ? [] : [span])),
  }
}
