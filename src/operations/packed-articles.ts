import { defined } from '../core/defined.ts'
import type { DocumentId } from '../core/ids.ts'
import { isRetracted } from '../core/reading/revision-cause.ts'
import type { PackedArticle } from '../export/pack/pack-input.ts'
import type { StoredArticle } from '../store/store.ts'
import type { OperationContext } from './operation.ts'

/** Texts read at once. */
const atOnce = 200
/** Beyond this, texts of earlier revisions that nothing cites are left out. */
const mostCharacters = 32 * 2 ** 20

/** The articles of documents with the texts of all their revisions, as far as this reader may read them. */
export async function packedArticles(
  { store }: OperationContext,
  cited: ReadonlySet<DocumentId>,
): Promise<readonly PackedArticle[]> {
  const found = await inBatches([...cited], store.articles.findByDocuments)
  const taken = await store.rechecks.goneOf(found.map(({ article }) => article.id))
  const texts = new Map(found.map(({ document }) => [document.id, document]))
  let characters = found.reduce((sum, { document }) => sum + document.text.length, 0)
  const byArticle = Map.groupBy(found, ({ article }) => article.id)
  const articles: PackedArticle[] = []
  for (const [first, ...more] of byArticle.values()) {
    if (!first) continue
    for (const { documentId } of first.revisions) {
      if (texts.has(documentId) || characters > mostCharacters) continue
      const document = await store.articles.findDocument(documentId)
      if (document) texts.set(documentId, document)
      characters += document?.text.length ?? 0
    }
    articles.push(packedArticle([first, ...more], texts, taken.has(first.article.id)))
  }
  return articles
}

/** One article of which several revisions may be cited. */
function packedArticle(
  found: readonly [StoredArticle, ...StoredArticle[]],
  texts: ReadonlyMap<DocumentId, StoredArticle['document']>,
  isTaken: boolean,
): PackedArticle {
  const [{ article, source, document, revisions }] = found
  const { completeness } = article
  // An article of an early release may have no list of revisions: what is cited is one.
  const unlisted = found.filter(({ document: own }) => !revisions.some(({ documentId }) => documentId === own.id))
  const listed = [
    ...unlisted.map(({ document: { id, title } }) => ({ documentId: id, title, at: article.publishedAt })),
    ...revisions,
  ]
  return {
    id: article.id,
    outlet: source.name,
    url: article.url,
    authors: article.authors,
    language: document.language,
    publishedAt: article.publishedAt,
    kind: article.kind,
    completeness: completeness.kind === 'complete' ? 'complete' : `${completeness.kind}: ${completeness.reason}`,
    ...defined({
      updatedAt: article.updatedAt,
      isWithdrawn: isTaken || found.some(({ annotations }) => isRetracted({ annotations })) || undefined,
    }),
    revisions: listed.map(({ documentId, title, at }) => ({
      document: documentId,
      title: texts.get(documentId)?.title ?? title,
      readAt: at,
      ...defined({ text: texts.get(documentId)?.text }),
    })),
  }
}

async function inBatches<Id, Found>(
  ids: readonly Id[],
  find: (some: readonly Id[]) => Promise<readonly Found[]>,
): Promise<readonly Found[]> {
  const found: Found[] = []
  for (let from = 0; from < ids.length; from += atOnce) found.push(...(await find(ids.slice(from, from + atOnce))))
  return found
}
