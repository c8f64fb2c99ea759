import { createHash } from 'node:crypto'
import { defined } from '../../core/defined.ts'
import type { FeedEntry } from '../../core/entry.ts'
import type { ArticleId, FeedId } from '../../core/ids.ts'
import { ownerId } from '../../core/reader-identity.ts'
import { escapeHtml } from '../../core/text/escape-html.ts'
import { isTimeUnknown, unknownTime } from '../../core/time/day-only.ts'
import { extractFromText } from '../../extract/from-text.ts'
import { contentHash } from '../../feeds/content-hash.ts'
import type { DigestSource } from '../digest.ts'
import { asSeparateArticle, hasOwnFeedText } from '../pages/decide-owner.ts'
import { askForPage } from '../pages/keep-page.ts'
import { seenOnSite } from '../pages/site-knowledge.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import type { ClusterLane } from '../stories/cluster-lane.ts'
import type { ImportedArticle } from './read-import.ts'

/** An import is never polled. */
const NEVER = '9999-12-31T00:00:00.000Z'

type ImportOutcome = {
  readonly title: string
  readonly outlet: string
  readonly kind: 'kept' | 'failed'
  readonly articleId?: ArticleId
  readonly message?: string
  /** True when neither the file nor the text gives the time of publication. */
  readonly isTimeUnknown?: true
}

/**
 * Imports articles from a file the same way as those from feeds: entry, document, layers, copies, story. Importing a file twice stores each
 * once. `at` is the time of publication where an article gives none; without it, the time of such an article is unknown. Subscribes the reader (default: the owner) to the outlets.
 * `embargoUntil`: they are private to that reader until then.
 */
export async function importArticles(
  context: PipelineContext,
  lane: ClusterLane,
  articles: readonly ImportedArticle[],
  options: {
    readonly at?: string
    readonly readerId?: string
    readonly embargoUntil?: string
    readonly onArticle?: (done: number, total: number) => void
  },
): Promise<readonly ImportOutcome[]> {
  const outcomes: ImportOutcome[] = []
  for (const article of articles) {
    outcomes.push(await importOne(context, lane, article, options))
    options.onArticle?.(outcomes.length, articles.length)
  }
  return outcomes
}

async function importOne(
  context: PipelineContext,
  lane: ClusterLane,
  article: ImportedArticle,
  { at, readerId = ownerId, embargoUntil }: Omit<Parameters<typeof importArticles>[3], 'onArticle'>,
): Promise<ImportOutcome> {
  const { store } = context
  const now = context.now().toISOString()
  const feedId = await feedOf(context, article, readerId, embargoUntil)
  const receivedAt = at ?? unknownTime(now)
  const entry = entryOf(article, receivedAt)
  const { outlet } = article
  await store.feeds.savePolls([
    {
      feedId,
      at: now,
      nextPollAt: NEVER,
      intervalMinutes: 1440,
      isIngestedByCaller: true,
      result: {
        kind: 'parsed',
        title: outlet,
        validators: {},
        bodyHash: '',
        entries: [
          {
            entry,
            contentHash: contentHash(entry),
            text: () => textOf(article) ?? '',
          },
        ],
      },
    },
  ])
  const entryId = await store.entries.findByKey(feedId, entry.key)
  const target = entryId && (await store.articles.ingestTarget(entryId))
  if (!target) throw new Error(`Entry ${entry.key} was saved and is not there`)
  const read = await context.pool.digest({
    entry,
    source: await withSiteKnowledge(context, sourceOf(article, entry)),
    fallbackKey: `${feedId} ${entry.key}`,
    fetchedAt: receivedAt,
    ...defined({ articleId: target.articleId }),
  })
  if (read.kind !== 'done') {
    const message = read.kind === 'failed' ? read.error.split('\n')[0] : tookTooLong(article)
    return { title: entry.title, outlet, kind: 'failed', ...defined({ message }) }
  }
  const known = await store.articles.find(read.digest.articleId)
  const isOfAnother = known && known.source.id !== target.source.id && hasOwnFeedText(known, read.digest)
  // The importer of a page says whose it is; what another outlet's feed said of it before stays separate.
  const digest = isOfAnother || target.isPrivate ? asSeparateArticle(read.digest, target) : read.digest
  await lane.settle(target, digest, { takes: () => true })
  await askForPage(context, digest.articleId)
  const { title, publishedAt } = digest.document
  return {
    title,
    outlet,
    kind: 'kept',
    articleId: digest.articleId,
    ...(isTimeUnknown(publishedAt) && { isTimeUnknown: true }),
  }
}

/** What the importer can do about it: most files that take too long are a book, or a year of newsletters. */
function tookTooLong({ body }: ImportedArticle): string {
  const megabytes = (body.kind === 'page' ? body.bytes.length : Buffer.byteLength(textOf({ body }) ?? '')) / 1e6
  return megabytes < 1
    ? 'It took too long to read. Import it in smaller parts.'
    : `Its ${megabytes.toFixed(1)} MB took too long to read. Import it in parts of up to 1 MB.`
}

async function feedOf(
  { store, now }: PipelineContext,
  { outlet: name, siteUrl }: ImportedArticle,
  readerId: string,
  until: string | undefined,
): Promise<FeedId> {
  const url = `import:${encodeURIComponent(name.toLowerCase())}`
  const feed = { url, title: name, sourceName: name, folder: 'Imported', ...defined({ siteUrl }) }
  const at = now().toISOString()
  if (until !== undefined) return store.embargoes.hold({ readerId, feed, until, at })
  const { added, existing } = await store.feeds.addMany(readerId, [feed], at)
  const feedId = added[0] ?? existing[0]
  if (!feedId) throw new Error(`The feed ${url} was neither added nor there`)
  return feedId
}

function textOf({ body }: Pick<ImportedArticle, 'body'>): string | undefined {
  if (body.kind === 'page') return undefined
  return body.kind === 'text' ? body.text : body.extraction.text
}

/** The same transcript again, better written, is a new version: what it is of stays the same, not its words. */
function keyOf({ url, title = '', body }: ImportedArticle): string {
  const recording = body.kind === 'transcript' ? body.extraction.recording?.url : undefined
  const words = body.kind === 'page' ? body.bytes : body.kind === 'text' ? body.text : ''
  return url ?? recording ?? createHash('sha256').update(title).update(words).digest('base64url')
}

function entryOf(article: ImportedArticle, at: string): FeedEntry {
  const text = textOf(article)
  const recording = article.body.kind === 'transcript' ? article.body.extraction.recording : undefined
  return {
    key: keyOf(article),
    title: article.title ?? '',
    publishedAt: article.publishedAt ?? (text === undefined ? undefined : at),
    authors: (article.authors ?? []).map((name) => ({ name })),
    categories: [],
    enclosures: recording?.type ? [recording] : [],
    ...defined({ url: article.url, contentHtml: text === undefined ? undefined : asHtml(text) }),
  } as FeedEntry
}

function sourceOf(article: ImportedArticle, entry: FeedEntry): DigestSource {
  const url = article.url ?? ''
  if (article.body.kind === 'page') {
    const { bytes: body, contentType, robotsTag } = article.body
    return { kind: 'page', body, contentType, url, ...defined({ robotsTag: robotsTag || undefined }) }
  }
  const published = defined({ publishedAt: entry.publishedAt })
  const extraction =
    article.body.kind === 'transcript'
      ? { ...article.body.extraction, ...published }
      : extractFromText(article.body.text, { title: entry.title, ...published })
  return { kind: 'extraction', extraction, url }
}

/** A page with what we know of its site: the rule for its articles, and the parts common to all its pages. */
async function withSiteKnowledge(context: PipelineContext, source: DigestSource): Promise<DigestSource> {
  if (source.kind !== 'page' || source.url === '') return source
  const rule = (await context.rules?.ruleFor(source.url))?.article
  return { ...source, ...defined({ rule }), ...(await seenOnSite(context, source)) }
}

function asHtml(text: string): string {
  return escapeHtml(text)
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')
}
