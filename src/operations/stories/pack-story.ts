import { z } from 'zod'
import { layerVersions } from '../../analyze/layer-versions.ts'
import { defined } from '../../core/defined.ts'
import type { DocumentId, StoryId } from '../../core/ids.ts'
import { isRetracted } from '../../core/reading/revision-cause.ts'
import type { Dossier } from '../../core/story.ts'
import type { PackedArticle, PackedLine } from '../../export/pack/pack-input.ts'
import { writeStoredZip } from '../../export/pack/stored-zip.ts'
import { writePack } from '../../export/pack/write-pack.ts'
import { extractorVersion } from '../../extract/extractor-version.ts'
import type { StoredArticle } from '../../store/store.ts'
import { storyId } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { auditStory } from './audit-story.ts'
import type { AuditLine } from './audit-views.ts'

/** Texts read at once. */
const atOnce = 200
/** Beyond this, texts of earlier revisions that nothing cites are left out. */
const mostCharacters = 32 * 2 ** 20

/** A story's evidence pack. `fingerprint` is the SHA-256 of its manifest. */
export type StoryPack = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly fingerprint: string
  readonly fileCount: number
  readonly byteCount: number
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
  readonly mediaType: string
  readonly fileName: string
}

export const packStory = defineOperation({
  name: 'pack_story',
  minRole: 'guest',
  summary:
    'A story as a ZIP with all its sentences, places, texts, revisions and hashes, which anyone can check offline',
  input: z.strictObject({ id: storyId }),
  async run(context, { id }): Promise<StoryPack | undefined> {
    const row = await context.store.stories.find(id)
    if (!row?.dossier) return undefined
    const { dossier, firstAt, lastAt, changedAt } = row
    // As of the story's last change: the present time would make every pack of the same state another one.
    const audited = await auditStory({ ...context, now: () => new Date(changedAt) }, row.id)
    if (!audited) return undefined
    const articles = await packedArticles(context, dossier, audited.lines)
    const texts = new Set(
      articles.flatMap(({ revisions }) =>
        revisions.flatMap(({ document, text }) => (text === undefined ? [] : document)),
      ),
    )
    const { files, fingerprint } = await writePack({
      version: context.maintenance.version,
      analyzers: { extract: extractorVersion, ...layerVersions },
      firstAt,
      lastAt,
      changedAt,
      dossier,
      articles,
      lines: audited.lines.map((line) => packedLine(line, texts)),
      droppedCount: audited.droppedCount,
    })
    const parts = [...writeStoredZip(files)]
    return {
      id: row.id,
      title: dossier.headline.title,
      language: dossier.language,
      fingerprint,
      fileCount: files.length,
      byteCount: parts.reduce((sum, { length }) => sum + length, 0),
      body: ReadableStream.from(parts),
      mediaType: 'application/zip',
      fileName: `story-${row.id}-pack.zip`,
    }
  },
})

/** The story's articles and whatever else its lines cite, with the texts of their revisions, as far as this reader may read them. */
async function packedArticles(
  { store }: OperationContext,
  { members }: Dossier,
  lines: readonly AuditLine[],
): Promise<readonly PackedArticle[]> {
  const cited = new Set<DocumentId>([
    ...members.map(({ documentId }) => documentId),
    ...lines.flatMap(({ source, others }) =>
      [...(source ? [source] : []), ...others].map(({ documentId }) => documentId),
    ),
  ])
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

/** A line with those of its places that match; one that doesn't is among its failed checks. */
function packedLine(
  { part, how, text, speaker, model, source, others, checks }: AuditLine,
  texts: ReadonlySet<string>,
): PackedLine {
  const places = [...(source ? [source] : []), ...others].flatMap(({ place }) => (place?.holds ? [place.citation] : []))
  return {
    part,
    how,
    text,
    ...defined({ speaker, model, titleOf: source && !source.place ? source.documentId : undefined }),
    citations: places.filter(({ documentId }) => texts.has(documentId)),
    checks,
  }
}
