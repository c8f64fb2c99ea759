import type { FeedId } from '../../../src/core/ids.ts'
import type { OperationContext } from '../../../src/operations/operation.ts'
import type { StoredArticle } from '../../../src/store/store.ts'
import { canary } from './canary.ts'
import { readerA } from './seed.ts'

const key = 'k7Q2v9Xw41'
export const privateFeedUrl = `https://paid.example/feed?token=${key}`

/**
 * A feed that reader A alone has the key of, with two articles: one of the news that all have, and one of its own, in a story of its own.
 * Each part of them has a canary. Answers the ids that nobody else may use.
 */
export async function seedPrivateFeed(
  instance: OperationContext,
  runOnce: () => Promise<unknown>,
  at: string,
): Promise<readonly string[]> {
  const { store } = instance
  const [feedId] = (await store.feeds.addMany(readerA.id, [{ url: privateFeedUrl, title: canary('keyedfeed') }], at))
    .added
  if (feedId === undefined) throw new Error('Reader A got no private feed: the proof needs one')
  const body = (name: string, text: string, more: string) =>
    `<p>${text}</p><p>${more}</p>
     <p><img src="https://paid.example/${canary(`keyedpicture${name}`)}.jpg" width="900" height="600" alt="x"></p>`
  const entries = [
    [
      'joins',
      'Harbour bridge closed',
      bridge,
      `The keyed words ${canary('keyedtextjoins')} stand in no other paper. “Nobody heard ${canary('keyedquotejoins')} before,” Mayor Ada Lindqvist said.`,
    ],
    [
      'alone',
      'Orchard wall moved',
      'Gardeners of Elm Hollow moved an orchard wall by four feet on Tuesday, and nobody objected to it.',
      `Pear trees behind ${canary('keyedtextalone')} lost their shade. “Walls wander ${canary('keyedquotealone')} at night,” the gardener Jo Fenwick said.`,
    ],
  ].map(([name = '', title, text = '', more = '']) => ({
    entry: {
      key: `keyed ${name}`,
      title: `${title} ${canary(`keyedtitle${name}`)}`,
      publishedAt: at,
      authors: [{ name: `Jo ${canary(`keyedauthor${name}`)}` }],
      categories: [],
      enclosures: [],
      contentHtml: body(name, text, more),
    },
    contentHash: name,
    text: () => `${text} ${canary(`keyedexcerpt${name}`)}`,
  }))
  await poll(instance, feedId, entries, at)
  await runOnce()
  await runOnce()
  return privateIds(instance, feedId, 'keyed')
}

/**
 * Two texts that reader A imported under an embargo, one of the news that all have, and one of its own. Each part of them has a canary
 * that begins with `held`. Answers the ids that nobody else may use.
 */
export async function seedHeldTexts(
  instance: OperationContext,
  runOnce: () => Promise<unknown>,
  at: string,
): Promise<readonly string[]> {
  const outlet = canary('heldoutlet')
  const texts = [
    [
      `Harbour bridge closed ${canary('heldtitlejoins')}`,
      `${bridge} The held words ${canary('heldtextjoins')} come later.`,
    ],
    [
      `Orchard fence moved ${canary('heldtitlealone')}`,
      `Neighbours of Fox Lane moved an orchard fence by six feet on Tuesday. “Fences travel ${canary('heldquotealone')} by night,” the gardener Tom Alder said.`,
    ],
  ] as const
  await instance.importArticles(
    texts.map(([title, text]) => ({ outlet, title, publishedAt: at, body: { kind: 'text', text } })),
    { readerId: readerA.id, embargoUntil: heldUntil },
  )
  await runOnce()
  const feeds = await instance.store.feeds.list(readerA.id)
  const feed = feeds.find(({ title }) => title === outlet)
  if (!feed) throw new Error('Reader A has no feed of texts under embargo: the proof needs one')
  return privateIds(instance, feed.id, 'held')
}

export const heldUntil = '2026-04-01T00:00:00.000Z'

const bridge =
  'Engineers closed the harbour bridge of Port Alder on Monday after divers found cracks in two piers. “The piers will be mended by spring,” Mayor Ada Lindqvist said. Ferries carry shopkeepers and pupils across.'

type Entries = Extract<
  Parameters<OperationContext['store']['feeds']['savePolls']>[0][number]['result'],
  { kind: 'parsed' }
>['entries']

async function poll({ store }: OperationContext, feedId: FeedId, entries: Entries, at: string): Promise<void> {
  const result = { kind: 'parsed', title: canary('keyedname'), validators: {}, bodyHash: '', entries } as const
  await store.feeds.savePolls([{ feedId, at, nextPollAt: '9999-12-31T00:00:00.000Z', intervalMinutes: 1440, result }])
}

/** Keeps a page of each article; none is kept later, since these tries fetch nothing. */
async function keepPages(
  { servedPages }: OperationContext['store'],
  articles: readonly StoredArticle[],
  kind: 'keyed' | 'held',
) {
  const at = '2026-03-12T12:00:00.000Z'
  await servedPages.setLimit(1, at)
  for (const { article } of articles) {
    const url = `https://paid.example/${canary(`${kind}page${article.title.startsWith('Orchard') ? 'alone' : 'joins'}`)}`
    const isKept = await servedPages.add(article.id, { url, status: 200, headers: {}, body: Buffer.from(url), at })
    if (!isKept) throw new Error('No page of a private article was kept: the proof needs one')
  }
  await servedPages.setLimit(0, at)
}

/** The ids of everything that the feed brought. */
async function privateIds(
  { store }: OperationContext,
  feedId: FeedId,
  kind: 'keyed' | 'held',
): Promise<readonly string[]> {
  const seen = store.seenBy(readerA)
  const { rows } = await seen.entries.list(readerA.id, { feedId }, 10)
  const articles = await seen.articles.findMany(rows.flatMap(({ articleId }) => articleId ?? []))
  if (articles.length !== 2)
    throw new Error(`Of the private feed ${articles.length} articles were read: the proof needs 2`)
  await keepPages(store, articles, kind)
  const alone = articles.find(({ article }) => article.title.startsWith('Orchard'))?.storyId
  if (alone === undefined || (await seen.stories.members(alone)).length !== 1)
    throw new Error('The private article of its own is in a story with others: the proof needs it alone')
  const source = await seen.feeds.find(readerA.id, feedId)
  return [
    feedId,
    ...(source ? [source.sourceId] : []),
    ...rows.map(({ id }) => id),
    ...articles.flatMap(({ article, document }) => [article.id, document.id]),
    alone,
  ]
}
