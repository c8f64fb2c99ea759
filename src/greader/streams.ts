import type { Citation } from '../core/citation.ts'
import { defined } from '../core/defined.ts'
import type { StoryId } from '../core/ids.ts'
import { nth } from '../core/nth.ts'
import type { Preferences } from '../core/preferences.ts'
import { getPreferences } from '../operations/accounts/preferences.ts'
import { markupForApps } from '../operations/articles/app-pictures.ts'
import { type DeliveredEntry, getEntries } from '../operations/articles/get-entries.ts'
import { foldersOf } from '../operations/feeds/folders.ts'
import { runRequired } from '../operations/run-for-program.ts'
import { type DescribedStory, findStoryItems, getStoryTexts } from '../operations/stories/story-items.ts'
import { jsonText, unusable } from './answers.ts'
import type { Answer, Call } from './call.ts'
import { gather } from './gather.ts'
import { type ItemRef, longId, readItemId, refOf, shortId } from './item-id.ts'
import { readSelection } from './selection.ts'
import { feedStreamId, labelId, readingList, readState, starredState, storiesFeed, storiesLabel } from './stream.ts'

/** Words around a story in a feed reader app. */
type StoryWords = {
  readonly differs: string
  readonly whole: string
  readonly reports: (count: number) => string
  readonly articles: (count: number) => string
}

const english: StoryWords = {
  differs: 'Accounts differ',
  whole: 'The whole story, with every source',
  reports: (count) => (count === 1 ? '1 independent report' : `${count} independent reports`),
  articles: (count) => (count === 1 ? '1 article' : `${count} articles`),
}

const french: StoryWords = {
  differs: 'Les versions diffèrent',
  whole: 'Tout le sujet, avec chaque source',
  reports: (count) => (count < 2 ? `${count} récit indépendant` : `${count} récits indépendants`),
  articles: (count) => (count < 2 ? `${count} article` : `${count} articles`),
}

const arabic: StoryWords = {
  differs: 'الروايات تختلف',
  whole: 'القصة كاملة بكل مصادرها',
  reports: (count) => `عدد التقارير المستقلة: ${count}`,
  articles: (count) => `عدد المقالات: ${count}`,
}

const german: StoryWords = {
  differs: 'Widersprüche',
  whole: 'Die ganze Story, mit allen Quellen',
  reports: (count) => (count === 1 ? '1 unabhängiger Bericht' : `${count} unabhängige Berichte`),
  articles: (count) => `${count} Artikel`,
}

const spanish: StoryWords = {
  differs: 'Las versiones difieren',
  whole: 'La historia completa, con todas sus fuentes',
  reports: (count) => (count === 1 ? '1 información independiente' : `${count} informaciones independientes`),
  articles: (count) => (count === 1 ? '1 artículo' : `${count} artículos`),
}

/** In English unless the reader chose a language. */
const storyWords: Readonly<Record<Preferences['language'], StoryWords>> = {
  auto: english,
  en: english,
  de: german,
  es: spanish,
  fr: french,
  ar: arabic,
}

/** Items read and written at a time. */
const atOnce = 100

/** The items of these references in order, a hundred at a time; missing ones are left out. */
async function* buildItems({ context, base }: Call, refs: readonly ItemRef[]): AsyncGenerator<readonly Item[]> {
  const { language } = await runRequired(context, getPreferences, {})
  const markup = await markupForApps(context, base)
  for (let at = 0; at < refs.length; at += atOnce) {
    const some = refs.slice(at, at + atOnce)
    const ids = some.flatMap((ref) => (ref.kind === 'entry' ? [ref.id] : []))
    const numbers = some.flatMap((ref) => (ref.kind === 'story' ? [ref.number] : []))
    const items = new Map<string, Item>()
    if (ids.length > 0)
      for (const entry of await runRequired(context, getEntries, { ids }))
        items.set(entry.id, entryItem(entry, base, markup))
    if (numbers.length > 0) {
      const named = await runRequired(context, findStoryItems, { numbers })
      const byId = new Map(Object.entries(named).map(([number, id]) => [id, number]))
      for (const story of await runRequired(context, getStoryTexts, { ids: [...byId.keys()] as StoryId[] }))
        items.set(byId.get(story.id)!, storyItem(story, byId.get(story.id)!, base, storyWords[language]))
    }
    yield some.flatMap((ref) => items.get(ref.kind === 'entry' ? ref.id : ref.number) ?? [])
  }
}

/** Most ids in one response; most full items in one response of a stream, and of those requested by id. */
const maxIds = 200_000
const maxOfStream = 1_000
const maxById = 10_000

const noStream = () => unusable('There is no such stream')

/** The ids of a stream's items, in decimal. */
export const itemIds: Answer = async ({ context, parameters, stream }) => {
  const selection = readSelection(parameters, stream, maxIds)
  if (!selection) return noStream()
  const { refs, continuation } = await gather(context, selection)
  const list = refs.map((ref) => `{"id":"${shortId(ref)}"}`).join(',')
  return jsonText(`{"itemRefs":[${list}]${continued(continuation)}}`)
}

/** A stream's full items; without a stream, those of all subscriptions. */
export const streamContents: Answer = async (call) => {
  const selection = readSelection(call.parameters, call.stream, maxOfStream)
  if (!selection) return noStream()
  const { refs, continuation } = await gather(call.context, selection)
  return contents(call, call.stream ?? call.parameters.one('s') ?? readingList, refs, continuation)
}

/** Full items by id, as many as the client asks for. */
export const itemContents: Answer = (call) => {
  const given = call.parameters.all('i')
  if (given.length > maxById) return unusable(`Ask for at most ${maxById} items at once`)
  const numbers = given.map(readItemId)
  const bad = numbers.indexOf(undefined)
  if (bad >= 0) return unusable(`There is no such item id: ${nth(given, bad).slice(0, 80)}`)
  return contents(call, readingList, (numbers as bigint[]).map(refOf), undefined)
}

/** A small response is sent whole, a large one in pieces, so that ten thousand texts are never in memory at once. */
async function contents(
  call: Call,
  id: string,
  refs: readonly ItemRef[],
  continuation: string | undefined,
): Promise<Response> {
  const head = { direction: 'ltr', id, title: '', self: [{ href: `${call.base}/` }], updated: nowSeconds(call) }
  const start = `${JSON.stringify(head).slice(0, -1)},"items":[`
  const end = `]${continued(continuation)}}`
  const items = buildItems(call, refs)
  const first = await items.next()
  const begun = start + (first.done ? '' : written(first.value))
  const second = first.done ? first : await items.next()
  if (second.done) return jsonText(begun + end)
  const { value } = second
  return jsonText(
    (async function* () {
      // Missing items can leave a piece empty: a comma goes only between nonempty pieces.
      let isFirst = first.done || first.value.length === 0
      yield begun
      for (const some of [value]) yield next(some)
      for await (const some of items) yield next(some)
      yield end
      function next(some: readonly Item[]): string {
        const piece = `${isFirst || some.length === 0 ? '' : ','}${written(some)}`
        isFirst &&= some.length === 0
        return piece
      }
    })(),
  )
}

function written(items: readonly Item[]): string {
  return JSON.stringify(items).slice(1, -1)
}

function continued(continuation: string | undefined): string {
  return continuation === undefined ? '' : `,"continuation":${JSON.stringify(continuation)}`
}

function nowSeconds({ context }: Call): number {
  return Math.floor(context.now().getTime() / 1000)
}

/**
 * A story as an item: its headline, the brief word for word with each sentence's outlet and URL, where accounts differ or who
 * said what, and the outlets. `number` is the one it was requested by.
 */
function storyItem(story: DescribedStory, number: string, base: string, words: StoryWords): Item {
  const href = `${base}/stories/${encodeURIComponent(story.id)}`
  return {
    id: longId(BigInt(number)),
    ...arrivalTimes(story.foundedAt),
    published: seconds(story.firstAt),
    updated: seconds(story.changedAt),
    title: story.title,
    author: story.outlets.slice(0, 3).join(', '),
    canonical: [{ href }],
    alternate: [{ href, type: 'text/html' }],
    summary: { content: storyHtml(story, href, base, words) },
    categories: [
      readingList,
      ...(story.isRead ? [readState] : []),
      ...(story.isSaved ? [starredState] : []),
      labelId(storiesLabel),
    ],
    origin: { streamId: storiesFeed, title: storiesLabel, htmlUrl: `${base}/` },
  }
}

function storyHtml(story: DescribedStory, href: string, base: string, words: StoryWords): string {
  const { points, strongest, outlets, language, reportCount, articleCount } = story
  const cited = (citation: Citation) => sentence(story, citation, base)
  const told = points.map(({ citation }) => `<p>${cited(citation)}</p>`)
  const more =
    strongest?.kind === 'difference'
      ? `<p><b>${safe(words.differs)}</b></p><p>${cited(strongest.a.citation)}</p><p>${cited(strongest.b.citation)}</p>`
      : strongest?.kind === 'quote'
        ? `<p><b>${safe(strongest.speaker)}</b></p><blockquote>${cited(strongest.citation)}</blockquote>`
        : ''
  const counts = `${words.reports(reportCount)} · ${words.articles(articleCount)}`
  return `<div lang="${safe(language)}">${told.join('')}${more}</div>
<p>${safe(counts)}</p><p>${outlets.map(safe).join(' · ')}</p><p><a href="${safe(href)}">${safe(words.whole)}</a></p>`
}

/** A verbatim sentence, with the outlet as a link to its place in the article. */
function sentence({ documents }: DescribedStory, { documentId, span, exact }: Citation, base: string): string {
  const address = `${base}/citations/${encodeURIComponent(documentId)}/${span.start}-${span.end}`
  const outlet = documents[documentId]?.sourceName ?? ''
  return `${safe(exact)} <a href="${safe(address)}">(${safe(outlet)})</a>`
}

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** An item in the protocol's form. Times in ms and µs are strings, since they're too long for some clients' numbers. */
export type Item = {
  readonly id: string
  readonly crawlTimeMsec: string
  readonly timestampUsec: string
  /** Seconds since 1970. */
  readonly published: number
  readonly updated: number
  readonly title: string
  readonly author?: string
  readonly canonical: readonly { readonly href: string }[]
  readonly alternate: readonly { readonly href: string; readonly type: string }[]
  readonly summary: { readonly content: string }
  readonly categories: readonly string[]
  readonly origin: { readonly streamId: string; readonly title: string; readonly htmlUrl: string }
  readonly enclosure?: readonly { readonly href: string; readonly type?: string; readonly length?: number }[]
}

/** An entry as an item. */
function entryItem(entry: DeliveredEntry, base: string, markup: (entry: DeliveredEntry) => string): Item {
  const { id, feedId, title, authors, enclosures, siteUrl, arrivedAt, publishedAt, updatedAt } = entry
  const href = entry.url ?? `${base}/entries/${id}`
  return {
    id: longId(BigInt(id)),
    ...arrivalTimes(arrivedAt),
    published: seconds(publishedAt),
    updated: seconds(updatedAt ?? publishedAt),
    title,
    ...defined({ author: authors.length > 0 ? authors.join(', ') : undefined }),
    canonical: [{ href }],
    alternate: [{ href, type: 'text/html' }],
    summary: { content: markup(entry) },
    categories: [
      readingList,
      ...(entry.isRead ? [readState] : []),
      ...(entry.isStarred ? [starredState] : []),
      ...foldersOf(entry).filter(Boolean).map(labelId),
      ...entry.tags.map(labelId),
    ],
    origin: { streamId: feedStreamId(feedId), title: entry.feedTitle, htmlUrl: siteUrl ?? '' },
    ...defined({
      enclosure:
        enclosures.length > 0
          ? enclosures.map(({ url, type, lengthBytes }) => ({
              href: url,
              ...defined({ type, length: lengthBytes }),
            }))
          : undefined,
    }),
  }
}

/** An item's arrival time, in the two forms clients read. */
function arrivalTimes(at: string): Pick<Item, 'crawlTimeMsec' | 'timestampUsec'> {
  const ms = Date.parse(at)
  return { crawlTimeMsec: String(ms), timestampUsec: `${ms}000` }
}

function seconds(at: string): number {
  return Math.floor(Date.parse(at) / 1000)
}
