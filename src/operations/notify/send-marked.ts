import { randomUUID } from 'node:crypto'
import { defined } from '../../core/defined.ts'
import type { OutgoingArticle, SendingEvent, SendTrigger } from '../../core/destination.ts'
import type { ArticleId, EntryId } from '../../core/ids.ts'
import { inTurns } from '../../pipeline/in-turns.ts'
import type { Destination } from '../../store/notify/destinations.ts'
import type { NewSending } from '../../store/notify/sendings.ts'
import type { StoredArticle, StoredEntry } from '../../store/store.ts'
import type { OperationContext } from '../operation.ts'
import { saveArticlePayload, saveEntryPayload } from './event-payloads.ts'

/** What can be sent: an article, or an entry as its feed delivered it. */
export type Sendable = { readonly article: ArticleId } | { readonly entry: EntryId }

type Thing = { readonly article?: StoredArticle; readonly entry?: StoredEntry }
/** An app marks ten thousand in one call: so many are looked up before others have their turn. */
const atOnce = 100

type Context = Pick<OperationContext, 'store' | 'reader' | 'now' | 'wake' | 'alertDesk'>

/** Sends what a reader just saved or starred wherever they chose that, later and in the background. */
export async function sendMarked(
  context: Context,
  occasion: Extract<SendTrigger, 'saved' | 'starred'>,
  things: readonly Sendable[],
): Promise<void> {
  const { store, reader, now, wake } = context
  const wanted = await store.destinations.listening(occasion, reader.id)
  if (wanted.length === 0) return
  let count = 0
  const send = async (some: readonly Sendable[]) => {
    const messages: NewSending[] = []
    for (const thing of some)
      for (const message of (await messagesOf(context, wanted, thing, 'save_entry')) ?? [])
        messages.push({ ...message, id: inPlace(count++, message.id) })
    await store.sendings.add(messages, now().toISOString())
  }
  await inTurns(things, send, atOnce)
  wake()
}

/** An id that keeps its message behind those before it: of what is made at one moment ids tell the order. */
export function inPlace(place: number, id: string): string {
  return `${String(place).padStart(12, '0')}-${id}`
}

/** Puts a message into the log of a destination, whence it goes out. Undefined: there is nothing to send. */
export async function sendTo(context: Context, destination: Destination, what: Sendable): Promise<true | undefined> {
  const messages = await messagesOf(context, [destination], what, 'article')
  if (!messages) return undefined
  await context.store.sendings.add(messages, context.now().toISOString())
  context.wake()
  return true
}

async function messagesOf(
  context: Context,
  destinations: readonly Destination[],
  what: Sendable,
  event: Extract<SendingEvent, 'article' | 'save_entry'>,
): Promise<readonly NewSending[] | undefined> {
  const thing = await thingOf(context, what)
  const sent = thing && sentArticle(thing)
  if (!thing || !sent) return undefined
  const hook = destinations.some(({ kind }) => kind === 'webhook') && (await payloadOf(context, thing, sent))
  return destinations.map(({ id: destinationId, kind }) => ({
    id: randomUUID(),
    readerId: context.reader.id,
    destinationId,
    // To a webhook a person sends as they save: it is the shape its receivers know.
    event: kind === 'webhook' ? 'save_entry' : event,
    about: aboutOf(what),
    title: sent.title,
    body: JSON.stringify(kind === 'webhook' ? hook : sent),
  }))
}

async function payloadOf({ store, reader, alertDesk }: Context, { entry, article }: Thing, sent: OutgoingArticle) {
  const { baseUrl } = alertDesk
  if (entry) return saveEntryPayload(entry, await store.feeds.find(reader.id, entry.feedId), baseUrl)
  return article && saveArticlePayload(article, sent.excerpt ?? '', baseUrl)
}

/** As a log names what a message is about. */
export function aboutOf(what: Sendable): string {
  return 'article' in what ? `article:${what.article}` : `entry:${what.entry}`
}

/** What there is of it: both, where an entry became an article. */
export async function thingOf({ store, reader }: Context, what: Sendable): Promise<Thing | undefined> {
  if ('entry' in what) {
    const entry = await store.entries.find(reader.id, what.entry)
    const article = entry?.articleId && (await store.articles.find(entry.articleId))
    return entry && { entry, ...defined({ article }) }
  }
  const article = await store.articles.find(what.article)
  const entries = article ? await store.entries.findMany(reader.id, article.entryIds) : []
  const entry = entries.find(({ isSubscribed }) => isSubscribed) ?? entries[0]
  return article && { article, ...defined({ entry }) }
}

/** The article as a service is given it; undefined when it has no address of the web. */
export function sentArticle({ article, entry }: Thing): OutgoingArticle | undefined {
  const url = article?.article.url ?? entry?.url
  if (url === undefined || !/^https?:/.test(url)) return undefined
  const authors = article?.article.authors ?? entry?.entry.authors.map(({ name }) => name) ?? []
  const publishedAt = article?.article.publishedAt ?? entry?.publishedAt
  const excerpt = entry?.excerpt ?? firstWords(article?.document.text ?? '')
  return {
    url,
    title: article?.article.title || entry?.title || url,
    authors,
    ...defined({
      outlet: (article || entry) && (article?.source.name ?? entry?.feedTitle ?? ''),
      publishedAt,
      excerpt: excerpt === '' ? undefined : excerpt,
    }),
  }
}

function firstWords(text: string): string {
  return text.slice(0, 300).toWellFormed().replace(/\s+/g, ' ').trim()
}
