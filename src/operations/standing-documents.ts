import type { Citation } from '../core/citation.ts'
import type { ArticleId } from '../core/ids.ts'
import type { Span } from '../core/span.ts'
import type { Dossier } from '../core/story.ts'
import type { StoryMember } from '../store/story-store.ts'
import type { CitedDocument, StoryView } from './views.ts'

/**
 * The documents a dossier cites, with what became of them since it was told: words that the newest text of their article does not
 * have any more, articles that their outlet has withdrawn, by a note or by taking the page away (`taken`), and those that are not at
 * their address any more (`absent`). Citations go on naming the text they were cut from.
 */
export function standingDocuments(
  documents: StoryView['documents'],
  dossier: Dossier,
  members: readonly StoryMember[],
  taken: ReadonlySet<ArticleId> = new Set(),
  absent: ReadonlySet<ArticleId> = new Set(),
): StoryView['documents'] {
  const withdrawn = new Set(
    (dossier.amendments ?? []).flatMap(({ kind, citation }) => (kind === 'retraction' ? citation.documentId : [])),
  )
  const newest = new Map(members.map(({ article, document }) => [article.id, document]))
  const isOld = ({ documentId, articleId }: CitedDocument) =>
    newest.has(articleId) && newest.get(articleId)!.id !== documentId
  const old = new Set(Object.values(documents).flatMap((one) => (isOld(one) ? one.documentId : [])))
  if (withdrawn.size + old.size + taken.size + absent.size === 0) return documents
  const cited = old.size === 0 ? [] : citationsIn(dossier).filter(({ documentId }) => old.has(documentId))
  return Object.fromEntries(
    Object.entries(documents).map(([id, document]) => {
      const text = newest.get(document.articleId)?.text ?? ''
      const gone = cited.filter(({ documentId, exact }) => documentId === document.documentId && !text.includes(exact))
      return [
        id,
        {
          ...document,
          ...((withdrawn.has(document.documentId) || taken.has(document.articleId)) && { isWithdrawn: true as const }),
          ...(absent.has(document.articleId) && { isAbsent: true as const }),
          ...(gone.length > 0 && { gone: distinct(gone.map(({ span }) => span)) }),
        },
      ]
    }),
  )
}

/** Every citation in a dossier, wherever it stands. */
function citationsIn(value: unknown): readonly Citation[] {
  if (typeof value !== 'object' || value === null) return []
  if ('exact' in value && 'documentId' in value && 'span' in value) return [value as Citation]
  return Object.values(value).flatMap(citationsIn)
}

function distinct(spans: readonly Span[]): readonly Span[] {
  return [...new Map(spans.map((span) => [`${span.start} ${span.end}`, span])).values()]
}
