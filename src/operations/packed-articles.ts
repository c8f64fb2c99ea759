import { defined } from '../core/defined.ts'
import type { ArticleId, DocumentId } from '../core/ids.ts'
import { isRetracted } from '../core/reading/revision-cause.ts'
import type { ServedPage } from '../core/reading/served-page.ts'
import type { PackedArticle, PackedRevision, PackedServedPage } from '../export/pack/pack-input.ts'
import type { StoredArticle } from '../store/store.ts'
import type { OperationContext } from './operation.ts'

/** Texts read at once. */
const atOnce = 200
/** Beyond this, texts of earlier revisions that nothing cites are left out. */
const mostCharacters = 32 * 2 ** 20
/** Beyond this, kept pages are only named. */
const mostPageBytes = 64 * 2 ** 20

/** The articles of documents with the texts of all their revisions, as far as this reader may read them. */
export async function packedArticles(
  { store }: OperationContext,
  cited: ReadonlySet<DocumentId>,
): Promise<readonly PackedArticle[]> {
  const found = await inBatches([...cited], store.articles.findByDocuments)
  const taken = await store.rechecks.goneOf(found.map(({ article }) => article.id))
  const texts = new Map(found.map(({ document }) => [document.id, document]))
  const kept = await store.servedPages.listOf(found.map(({ article }) => article.id))
  let bytes = 0
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
    const own = await packedPages(first.article.id, kept.get(first.article.id) ?? [])
    articles.push({ ...packedArticle([first, ...more], texts, taken.has(first.article.id)), ...own })
  }
  return articles

  async function packedPages(id: ArticleId, pages: readonly ServedPage[]): Promise<Pick<PackedArticle, 'pages'>> {
    const packed: PackedServedPage[] = []
    for (const page of pages) {
      bytes += page.byteCount
      const body = bytes > mostPageBytes ? undefined : await store.servedPages.body(id, page.digest)
      packed.push({ ...page, ...defined({ body }) })
    }
    return pages.length === 0 ? {} : { pages: packed }
  }
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
      recording: article.recording,
      isWithdrawn: isTaken || found.some(({ annotations }) => isRetracted({ annotations })) || undefined,
    }),
    revisions: listed.map(({ documentId, title, at }) => ({
      document: documentId,
      title: texts.get(documentId)?.title ?? title,
      readAt: at,
      ...defined({ text: texts.get(documentId)?.text, spoken: spokenOf(texts.get(documentId)) }),
    })),
  }
}

/** Undefined for a text that isn't a transcript with times. */
function spokenOf(document: StoredArticle['document'] | undefined): PackedRevision['spoken'] {
  return document?.cues && { cues: document.cues, blocks: document.blocks }
}

async function inBatches<Id, Found>(
  ids: readonly Id[],
  find: (some: readonly Id[]) => Promise<readonly Found[]>,
): Promise<readonly Found[]> {
  const found: Found[] = []
  for (let from = 0; from < ids.length; from += atOnce) found.push(...(await find(ids.slice(from, from + atOnce))))
  return found
}
