import { randomUUID } from 'node:crypto'
import { defined } from '../../core/defined.ts'
import type { OutgoingArticle, SendingEvent } from '../../core/destination.ts'
import type { ArticleId, EntryId } from '../../core/ids.ts'
import { yieldingBatches } from '../../pipeline/yielding-batches.ts'
import type { Destination } from '../../store/notify/destinations.ts'
import type { NewSending } from '../../store/notify/sendings.ts'
import type { StoredArticle, StoredEntry } from '../../store/store.ts'
import { leaving } from '../for-reader.ts'
import type { OperationContext } from '../operation.ts'
import { saveArticlePayload, saveEntryPayload } from './event-payloads.ts'

/** What can be sent: an article, or an entry as its feed delivered it. */
type Sendable = { readonly article: ArticleId } | { readonly entry: EntryId }

type Thing = { readonly article?: StoredArticle; readonly entry?: StoredEntry }
/** An app may mark ten thousand in one call: this many are looked up before yielding to other work. */
const atOnce = 100

type Context = Pick<OperationContext, 'store' | 'reader' | 'now' | 'wake'> & {
  readonly alertContext: Pick<OperationContext['alertContext'], 'baseUrl'>
}

/** Queues what a reader just saved for the destinations that should get it automatically; older ones listen to stars. */
export async function sendSaved(context: Context, things: readonly Sendable[]): Promise<void> {
  const { store, reader, now, wake } = context
  const listening = await Promise.all(
    (['saved', 'starred'] as const).map((trigger) => store.destinations.listening(trigger, reader.id)),
  )
  const wanted = [...new Map(listening.flat().map((destination) => [destination.id, destination])).values()]
  if (wanted.length === 0) return
  let count = 0
  const send = async (some: readonly Sendable[]) => {
    const messages: NewSending[] = []
    for (const thing of some)
      for (const message of (await messagesOf(context, wanted, thing, 'save_entry')) ?? [])
        messages.push({ ...message, id: inPlace(count++, message.id) })
    await store.sendings.add(messages, now().toISOString())
  }
  await yieldingBatches(things, send, atOnce)
  wake()
}

/** An id that sorts after those of earlier messages: messages made at the same moment are sent in order of their ids. */
export function inPlace(place: number, id: string): string {
  return `${String(place).padStart(12, '0')}-${id}`
}

/** Queues a message in the log of a destination, under an id of its own or a given one. Undefined: there is nothing to send. */
export async function sendTo(
  context: Context,
  destination: Destination,
  what: Sendable,
  id?: string,
): Promise<true | undefined> {
  const messages = await messagesOf(context, [destination], what, 'article')
  if (!messages) return undefined
  const named = messages.map((message) => ({ ...message, ...defined({ id }) }))
  await context.store.sendings.add(named, context.now().toISOString())
  context.wake()
  return true
}

async function messagesOf(
  context: Context,
  destinations: readonly Destination[],
  what: Sendable,
  event: Extract<SendingEvent, 'article' | 'save_entry'>,
): Promise<readonly NewSending[] | undefined> {
  const thing = await thingOf(leaving(context), what)
  const sent = thing && sentArticle(thing)
  if (!thing || !sent) return undefined
  const hook = destinations.some(({ kind }) => kind === 'webhook') && (await payloadOf(context, thing, sent))
  return destinations.map(({ id: destinationId, kind }) => ({
    id: randomUUID(),
    readerId: context.reader.id,
    destinationId,
    // A webhook gets the same format for a manual send as for a save, which its receivers know.
    event: kind === 'webhook' ? 'save_entry' : event,
    about: aboutOf(what),
    title: sent.title,
    body: JSON.stringify(kind === 'webhook' ? hook : sent),
  }))
}

async function payloadOf({ store, reader, alertContext }: Context, { entry, article }: Thing, sent: OutgoingArticle) {
  const { baseUrl } = alertContext
  if (entry) return saveEntryPayload(entry, await store.feeds.find(reader.id, entry.feedId), baseUrl)
  return article && saveArticlePayload(article, sent.excerpt ?? '', baseUrl)
}

/** The subject of a message as the log names it. */
export function aboutOf(what: Sendable): string {
  return 'article' in what ? `article:${what.article}` : `entry:${what.entry}`
}

/** The article, the entry, or both when an entry became an article. */
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

/** The article as services get it; undefined when it has no web URL. */
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
