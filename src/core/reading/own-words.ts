import type { Entity } from '../annotation.ts'
import type { Citation } from '../citation.ts'
import { overlaps } from '../span.ts'
import type { Dossier, Figure, Utterance } from '../story.ts'

/** The name a story uses for an entity. */
export function nameIn({ entities = [], ledger }: Pick<Dossier, 'entities' | 'ledger'>, { id, name }: Entity): string {
  const named = entities.find(({ entity }) => entity.id === id)?.entity
  return named?.name ?? ledger.find(({ speaker }) => speaker.id === id)?.speaker.name ?? name
}

/** The speaker's words that contain the number, if they overlap the sentence that gives it. */
export function inOwnWords(
  { citation, value }: Figure['readings'][number],
  utterances: readonly Utterance[],
): Citation | undefined {
  const written = [String(value), value.toLocaleString('en-GB')]
  return utterances
    .flatMap(({ wordings }) => wordings)
    .filter(({ kind }) => kind !== 'indirect')
    .map((wording) => wording.citation)
    .find(
      (own) =>
        own.documentId === citation.documentId &&
        overlaps(own.span, citation.span) &&
        written.some((number) => new RegExp(`(?<![\\d.,])${RegExp.escape(number)}(?![\\d]|[.,]\\d)`).test(own.exact)),
    )
}
