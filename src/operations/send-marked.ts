import { randomUUID } from 'node:crypto'
import type { Occasion, SendingEvent, SentArticle } from '../core/destination.ts'
import type { ArticleId, EntryId } from '../core/ids.ts'
import type { Destination, NewSending } from '../store/destination-store.ts'
import type { StoredArticle, StoredEntry } from '../store/store.ts'
import { saveArticlePayload, saveEntryPayload } from './event-payloads.ts'
import type { OperationContext } from './operation.ts'

/** What can be sent: an article, or an entry as its feed delivered it. */
export type Sendable = { readonly article: ArticleId } | { readonly entry: EntryId }

type Thing = { readonly article?: StoredArticle; readonly entry?: StoredEntry }
type Sender = Pick<OperationContext, 'store' | 'reader' | 'now' | 'wake' | 'alertDesk'>

/** Sends what a reader just saved or starred wherever they chose that, later and in the background. */
export async function sendMarked(
  context: Sender,
  occasion: Extract<Occasion, 'saved' | 'starred'>,
  things: readonly Sendable[],
): Promise<void> {
  const wanted = await context.store.destinations.listening(occasion, context.reader.id)
  if (wanted.length === 0) return
  for (const thing of things) await sendTo(context, wanted, thing, 'save_entry')
}

/** Puts a message for each destination into its log, whence it goes out. Undefined: there is nothing to send. */
export async function sendTo(
  context: Sender,
  destinations: readonly Destination[],
  what: Sendable,
  event: Extract<SendingEvent, 'article' | 'save_entry'>,
): Promise<true | undefined> {
  const { store, reader, now, wake, alertDesk } = context
  const thing = await thingOf(context, what)
  const sent = thing && sentArticle(thing)
  if (!thing || !sent) return undefined
  const hook = destinations.some(({ kind }) => kind === 'webhook') && (await payloadOf(context, thing, sent))
  const messages = destinations.map(
    ({ id: destinationId, kind }): NewSending => ({
      id: randomUUID(),
      readerId: reader.id,
      destinationId,
      // To a webhook a person sends as they save: it is the shape its receivers know.
      event: kind === 'webhook' ? 'save_entry' : event,
      about: aboutOf(what),
      title: sent.title,
      body: JSON.stringify(kind === 'webhook' ? hook : sent),
    }),
  )
  await store.sendings.add(messages, now().toISOString())
  wake()
  return true

  function payloadOf(of: Sender, { entry, article }: Thing, { excerpt = '' }: SentArticle) {
    if (!entry) return article && saveArticlePayload(article, excerpt, alertDesk.baseUrl)
    return of.store.feeds.find(reader.id, entry.feedId).then((feed) => saveEntryPayload(entry, feed, alertDesk.baseUrl))
  }
}

/** As a log names what a message is about. */
export function aboutOf(what: Sendable): string {
  return 'article' in what ? `article:${what.article}` : `entry:${what.entry}`
}

/** What there is of it: both, where an entry became an article. */
export async function thingOf({ store, reader }: Sender, what: Sendable): Promise<Thing | undefined> {
  if ('entry' in what) {
    const entry = await store.entries.find(reader.id, what.entry)
    const article = entry?.articleId && (await store.articles.find(entry.articleId))
    return entry && { entry, ...(article && { article }) }
  }
  const article = await store.articles.find(what.article)
  const entries = article ? await store.entries.findMany(reader.id, article.entryIds) : []
  const entry = entries.find(({ isSubscribed }) => isSubscribed) ?? entries[0]
  return article && { article, ...(entry && { entry }) }
}

/** The article as a service is given it; undefined when it has no address of the web. */
export function sentArticle({ article, entry }: Thing): SentArticle | undefined {
  const url = article?.article.url ?? entry?.url
  if (url === undefined || !/^https?:/.test(url)) return undefined
  const authors = article?.article.authors ?? entry?.entry.authors.map(({ name }) => name) ?? []
  const publishedAt = article?.article.publishedAt ?? entry?.publishedAt
  const excerpt = entry?.excerpt ?? firstWords(article?.document.text ?? '')
  return {
    url,
    title: article?.article.title || entry?.title || url,
    authors,
    ...(article || entry ? { outlet: article?.source.name ?? entry?.feedTitle ?? '' } : {}),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(excerpt === '' ? {} : { excerpt }),
  }
}

function firstWords(text: string): string {
  return text.slice(0, 300).toWellFormed().replace(/\s+/g, ' ').trim()
}
