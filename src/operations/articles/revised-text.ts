import { sentences } from '../../analyze/sentences.ts'
import type { Document } from '../../core/document.ts'
import type { Annotations } from '../../core/layers.ts'
import type { RevisedText } from '../../core/reading/revision-diff.ts'

/**
 * A revision as it is compared with another. Its sentences are read here and now, so that both are cut by the same rules,
 * whenever they were kept; figures and quotations come from its layers, where they are given.
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
