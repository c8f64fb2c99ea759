import type { DocumentId } from '../../core/ids.ts'
import type { Translation } from '../../core/translation.ts'

/** Articles in other languages, each of one immutable revision. */
export type TranslationStore = {
  find(documentId: DocumentId, language: string): Promise<Translation | undefined>
  /** The languages a revision is there in, with how far each has come; by language. */
  listOf(documentId: DocumentId): Promise<readonly Pick<Translation, 'language' | 'state'>[]>
  /** Takes the place of the one that is there. With `job` the work is asked for in the same transaction. */
  save(translation: Translation, job?: { readonly key: string; readonly runAt: string }): Promise<void>
  /** How many were asked for or came since a time. */
  countSince(at: string): Promise<number>
}
