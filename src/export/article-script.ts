import type { Sentence } from '../core/annotation.ts'
import type { Block, Document } from '../core/document.ts'
import { textOf } from '../core/document.ts'
import type { Dossier } from '../core/story.ts'
import { type SpokenPart, spokenParts } from './spoken-part.ts'

/**
 * An article for listening: its headline, then its sentences unchanged. Table rows and code are left out, since nobody can
 * follow them by ear. Without sentences, block by block.
 */
export function articleScript(document: Document, sentences: readonly Sentence[] = []): readonly SpokenPart[] {
  const { language, title, blocks } = document
  const spans =
    sentences.length > 0
      ? sentences.filter(({ block }) => isSpoken(blocks[block])).map(({ span }) => span)
      : blocks.filter(isSpoken)
  return [title, ...spans.map((span) => textOf(document, span))].flatMap((text) => spokenParts(text, language))
}

function isSpoken(block: Block | undefined): boolean {
  return block !== undefined && block.kind !== 'table-row' && block.kind !== 'code'
}

/** A story for listening: its headline, then its brief sentence by sentence, each in its outlet's language. */
export function storyScript(
  { headline, language, brief }: Pick<Dossier, 'headline' | 'language' | 'brief'>,
  languageOf: (documentId: string) => string | undefined,
): readonly SpokenPart[] {
  return [
    ...spokenParts(headline.title, language),
    ...brief.flatMap(({ text, citations }) => spokenParts(text, languageOf(citations[0].documentId) ?? language)),
  ]
}
