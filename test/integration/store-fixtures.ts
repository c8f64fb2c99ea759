import { createHash } from 'node:crypto'
import type { Mention } from '../../src/core/annotation.ts'
import { type ArticleId, asId, type DocumentId, type EntityId, type EntryId, type FeedId } from '../../src/core/ids.ts'
import type { Quote } from '../../src/core/quote.ts'
import type { Dossier } from '../../src/core/story.ts'
import type { Syndication, SyndicationKind } from '../../src/core/syndication.ts'
import type { Ingested, PolledEntry, PollOutcome, Store, StoredEntry } from '../../src/store/store.ts'

/** Noon of the day on which the tests play, and the moment so many minutes after. */
export function at(minutes = 0): string {
  return new Date(Date.parse('2026-03-10T12:00:00.000Z') + minutes * 60_000).toISOString()
}

export type EntryText = {
  readonly key: string
  readonly title?: string
  readonly text?: string
  readonly publishedAt?: string
  readonly hash?: string
}

/** An entry as a poll delivers it. */
export function polled({
  key,
  title = `Title ${key}`,
  text = `Words of ${key}.`,
  publishedAt,
  hash,
}: EntryText): PolledEntry {
  return {
    entry: {
      key,
      url: `https://outlet.example/${encodeURIComponent(key)}`,
      title,
      ...(publishedAt === undefined ? {} : { publishedAt }),
      authors: [{ name: 'A. Writer' }],
      categories: ['world'],
      contentHtml: `<p>${text}</p>`,
      enclosures: [],
    },
    contentHash: hash ?? `${title}|${text}`,
    text: () => text,
  }
}

/** A poll that brought these entries, in the feed's order: newest first. */
export function parsed(
  feedId: FeedId,
  entries: readonly PolledEntry[],
  when = at(),
  more: Partial<PollOutcome> = {},
): PollOutcome {
  return {
    feedId,
    at: when,
    nextPollAt: new Date(Date.parse(when) + 3_600_000).toISOString(),
    intervalMinutes: 60,
    result: {
      kind: 'parsed',
      title: 'The Outlet',
      siteUrl: 'https://www.outlet.example/',
      validators: { etag: '"1"' },
      bodyHash: 'body',
      entries,
    },
    ...more,
  }
}

/** Subscribes to one feed and answers its id. */
export async function subscribe(store: Store, url = 'https://outlet.example/feed', folder = ''): Promise<FeedId> {
  const { added } = await store.feeds.addMany('owner', [{ url, folder }], at(-60))
  return added[0]!
}

/** A feed with these entries, oldest first as they are listed here; answers the stored entries in the same order. */
export async function withEntries(
  store: Store,
  entries: readonly EntryText[],
  url?: string,
): Promise<readonly StoredEntry[]> {
  const feedId = await subscribe(store, url)
  await store.feeds.savePolls([parsed(feedId, entries.map(polled).reverse())])
  return Promise.all(
    entries.map(async ({ key }) => (await store.entries.find('owner', (await store.entries.findByKey(feedId, key))!))!),
  )
}

export type IngestedText = {
  readonly entry: Pick<StoredEntry, 'id' | 'sourceId' | 'title' | 'url' | 'publishedAt'>
  readonly text: string
  readonly title?: string
  readonly articleId?: string
  readonly when?: string
  readonly fingerprints?: readonly number[]
  readonly quotes?: readonly QuotedText[]
  readonly more?: Partial<Ingested>
}

/** What reading an article comes to, as the pipeline saves it. */
export function ingested(given: IngestedText): Ingested {
  const { entry, text, title = entry.title, when = at() } = given
  const articleId = asId<ArticleId>(given.articleId ?? `article-${entry.id}`)
  const documentId = asId<DocumentId>(createHash('sha256').update(`${articleId}\n${title}\n${text}`).digest('hex'))
  const quotes = (given.quotes ?? []).map((quote) => quoteIn(text, quote))
  return {
    entryIds: [entry.id],
    article: {
      id: articleId,
      sourceId: entry.sourceId,
      entryId: entry.id,
      url: entry.url ?? '',
      title,
      authors: ['A. Writer'],
      publishedAt: entry.publishedAt,
      pictures: [],
      kind: 'article',
      completeness: { kind: 'complete' },
      removals: [],
    },
    document: {
      id: documentId,
      articleId,
      language: 'en',
      title,
      text,
      blocks: [{ start: 0, end: text.length, kind: 'paragraph' }],
      publishedAt: entry.publishedAt,
    },
    annotations: {
      sentences: { by: 'sentences', version: 1, items: [{ span: { start: 0, end: text.length }, block: 0, index: 0 }] },
      mentions: { by: 'mentions', version: 2, items: [] as Mention[] },
      quotes: { by: 'quotes', version: 1, items: quotes },
    },
    fingerprints: given.fingerprints ?? [],
    vector: { features: Int32Array.of(3, 7, 2_000_000_000), weights: Float32Array.of(0.5, 0.25, 0.125) },
    syndications: [],
    assignment: { kind: 'hold', reason: 'too-short' },
    at: when,
    ...given.more,
  }
}

/** What reading an entry comes to that has all of another's text. */
export function copyOf(
  entry: IngestedText['entry'],
  original: Ingested,
  kind: SyndicationKind = 'whole-copy',
  share = 0.95,
): Ingested {
  const copy = ingested({ entry, text: `${original.document.text} Copied.` })
  const syndication: Syndication = {
    documentId: copy.document.id,
    otherId: original.document.id,
    kind,
    share,
    otherShare: 0.9,
    isCopyOfOther: true,
    direction: { kind: 'time' },
    passages: [],
  }
  return { ...copy, syndications: [syndication] }
}

/** Words of a text that are found as a quotation, between marks unless it says otherwise. */
type QuotedText = Pick<Partial<Quote>, 'kind' | 'isTopic'> & { readonly said: string; readonly speaker?: string }

function quoteIn(text: string, { said, speaker, ...more }: QuotedText): Quote {
  const start = text.indexOf(said)
  return {
    span: { start, end: start + said.length },
    kind: 'direct',
    pattern: 'cue-right',
    confidence: 0.9,
    sentence: 0,
    ...more,
    ...(speaker === undefined
      ? {}
      : { speaker: { id: asId<EntityId>(`person:${speaker}`), kind: 'person', name: speaker } }),
  }
}

/** A dossier that says little: members and headline, which is what lists need. */
export function dossier(storyId: Dossier['storyId'], members: readonly Ingested[], reports = 1): Dossier {
  return {
    storyId,
    headline: { documentId: members[0]!.document.id, title: members[0]!.document.title },
    language: 'en',
    members: members.map(({ article, document }, index) => ({
      articleId: article.id,
      documentId: document.id,
      sourceId: article.sourceId,
      sourceName: 'The Outlet',
      title: article.title,
      publishedAt: article.publishedAt,
      kind: article.kind,
      completeness: article.completeness,
      own: index === 0 ? 1 : 0.25,
      group: 0,
      role: index === 0 ? 'original' : 'copy',
    })),
    reports: Array.from({ length: reports }, (_, group) => ({
      group,
      originName: 'The Outlet',
      how: 'alone',
      documentIds: members.map(({ document }) => document.id),
    })),
    brief: [],
    ledger: [],
    unattributed: [],
    timeline: [],
    differences: [],
    commitments: [],
    figures: [],
    droppedCount: 0,
  }
}

/** The keys of entries, for comparing lists at a glance. */
export async function keysOf(store: Store, ids: readonly EntryId[]): Promise<readonly string[]> {
  return (await store.entries.findMany('owner', ids)).map(({ entry }) => entry.key)
}
