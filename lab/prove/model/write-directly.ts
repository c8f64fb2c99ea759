import { numberSentences } from '../../../src/check/number-sentences.ts'
import type { NumberedSentence } from '../../../src/core/claim.ts'
import { type WriteResult, writeChecked } from '../../../src/pipeline/analysis/write-checked.ts'
import type { ModelInstance } from './instance.ts'

const MOST_SENTENCES = 40

/** The sentences of articles, as a writer is given them. */
export async function sentencesOf(
  { context }: ModelInstance,
  articles: readonly string[],
): Promise<readonly NumberedSentence[]> {
  const { store } = context.operations
  const found = await Promise.all(articles.map((id) => store.articles.find(id as never)))
  return numberSentences(
    found
      .filter((each) => each !== undefined)
      .map(({ document, annotations, source }) => ({
        document,
        annotations,
        sourceName: source.name,
        spans: (annotations.sentences?.items ?? []).map(({ span }) => span),
      })),
  ).slice(0, MOST_SENTENCES)
}

/** Has the model write of sentences as the product does. */
export function writeOf(instance: ModelInstance, sentences: readonly NumberedSentence[]): Promise<WriteResult> {
  return writeChecked(instance.context.operations, {
    use: 'summary',
    instructions: 'Tell what happened.',
    sentences,
    mostClaims: 4,
  })
}

/** Word for word, whatever the kinds of space. */
export function isIn(text: string, whole: string): boolean {
  const plain = (each: string) => each.replace(/\s+/g, ' ').trim()
  return plain(whole).includes(plain(text))
}

/** What a reader must not see of what was written: anything that isn't in the sentences word for word, or is not of them. */
export function faultsIn(
  written: WriteResult,
  sentences: readonly NumberedSentence[],
  foreign: readonly string[],
): readonly string[] {
  if (written.kind !== 'written') return []
  return written.text.kept.flatMap(({ text, speaker, citations }) => {
    const all = `${text} ${speaker ?? ''}`
    const faults = foreign.filter((word) => all.includes(word)).map((word) => `“${word}” in “${text.slice(0, 60)}”`)
    const home = sentences.find(({ document }) => document.id === citations[0].documentId)
    if (!home) faults.push('a citation of nothing that was given')
    else if (!isIn(text, home.document.text)) faults.push(`“${text.slice(0, 80)}” is not word for word`)
    for (const { documentId, span, exact } of citations) {
      const cited = sentences.find(({ document }) => document.id === documentId)?.document.text
      if (cited?.slice(span.start, span.end) !== exact)
        faults.push(`a citation of “${text.slice(0, 60)}” does not hold`)
    }
    return faults
  })
}
