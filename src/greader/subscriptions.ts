import { defined } from '../core/defined.ts'
import { getPreferences, setPreferences } from '../operations/accounts/preferences.ts'
import { addFeed } from '../operations/feeds/add-feed.ts'
import { iconNames, mayHaveIcon } from '../operations/feeds/feed-icons.ts'
import { foldersOf } from '../operations/feeds/folders.ts'
import { editFeed, removeFeed, subscribeFeeds } from '../operations/feeds/manage-feeds.ts'
import { runRequired, runWithoutView } from '../operations/run-for-program.ts'
import type { FeedHealth } from '../operations/views.ts'
import { done, json, text, unusable } from './answers.ts'
import type { Answer, Call } from './call.ts'
import { feedNamed, feedsOf } from './feeds-of.ts'
import { iconPath } from './read-path.ts'
import { feedStreamId, labelId, readLabel, readStream, type Stream, storiesFeed, storiesLabel } from './stream.ts'

/** Every feed of the reader, preceded by the stories of the day as a feed. */
export const listSubscriptions: Answer = async ({ context, base }) => {
  const [feeds, { storiesInApps }, nameOf] = await Promise.all([
    feedsOf(context),
    runRequired(context, getPreferences, {}),
    iconNames(context),
  ])
  const iconOf = (feed: FeedHealth) =>
    feed.intake !== 'mail' && mayHaveIcon(context, feed) ? `${base}${iconPath}${nameOf(feed.id)}` : ''
  const stories = {
    id: storiesFeed,
    title: storiesLabel,
    categories: [category(storiesLabel)],
    url: `${base}/`,
    htmlUrl: `${base}/`,
    iconUrl: `${base}/icons/icon-192.png`,
  }
  const own = feeds.map((feed) => subscription(feed, iconOf(feed)))
  return json({ subscriptions: [...(storiesInApps === 'on' ? [stories] : []), ...own] })
}

function subscription(feed: FeedHealth, iconUrl: string) {
  const { id, title, url, siteUrl } = feed
  return {
    id: feedStreamId(id),
    title: title || url || '',
    categories: foldersOf(feed).filter(Boolean).map(category),
    url: url ?? '',
    htmlUrl: siteUrl ?? url ?? '',
    iconUrl,
  }
}

function category(label: string) {
  return { id: labelId(label), label, type: 'folder' }
}

/** Subscribes, unsubscribes, renames feeds and moves them to folders; several at once, each with the title at the same position. */
export const editSubscription: Answer = async (call) => {
  const { parameters } = call
  const streams = parameters.all('s').map(readStream)
  const titles = parameters.all('t')
  if (streams.length === 0) return unusable('No feed was named')
  const entered = parameters.all('a').flatMap((each) => readLabel(each) ?? [])
  const left = parameters.all('r').flatMap((each) => readLabel(each) ?? [])
  for (const [index, stream] of streams.entries()) {
    const change = { title: titles[index], entered, left }
    const refused = await edit(call, stream, parameters.one('ac') ?? 'edit', change)
    if (refused) return refused
  }
  return done()
}

type Change = {
  readonly title: string | undefined
  /** Folders to put it in. */
  readonly entered: readonly string[]
  /** Folders to remove it from. */
  readonly left: readonly string[]
}

async function edit(
  call: Call,
  stream: Stream | undefined,
  action: string,
  change: Change,
): Promise<Response | undefined> {
  const { context } = call
  if (stream?.kind === 'stories') return editStories(call, action)
  if (stream?.kind !== 'feed' && stream?.kind !== 'address') return unusable('That names no feed')
  if (action === 'subscribe') {
    const added = await subscribe(call, stream, change.entered[0] ?? '')
    if (added.kind === 'refused') return unusable(added.message)
    const { title } = change
    const name = title !== undefined && title.trim() !== '' ? title.slice(0, 200) : undefined
    const folders = change.entered.length > 1 ? [...change.entered] : undefined
    if (name !== undefined || folders)
      await runWithoutView(context, editFeed, { id: added.id, ...defined({ title: name, folders }) })
    return undefined
  }
  const feed = feedNamed(await feedsOf(context), stream)
  if (!feed) return text('Not found', 404)
  if (action === 'unsubscribe') await runWithoutView(context, removeFeed, { id: feed.id })
  else if (action === 'edit') {
    const { entered, left, title } = change
    const isMoved = entered.length + left.length > 0
    const before = foldersOf(feed).filter((name) => name !== '' && !left.includes(name))
    const folders = isMoved ? [...new Set([...before, ...entered])] : undefined
    await runWithoutView(context, editFeed, { id: feed.id, ...defined({ title, folders }) })
  } else return unusable('Subscribe, unsubscribe or edit')
  return undefined
}

/** The stories of the day are a setting: unsubscribing from them leaves the reader's feeds. */
async function editStories({ context }: Call, action: string): Promise<Response | undefined> {
  if (action !== 'subscribe' && action !== 'unsubscribe') return unusable('This feed keeps its name and its folder')
  const storiesInApps = action === 'subscribe' ? 'on' : 'off'
  await runWithoutView(context, setPreferences, { preferences: { storiesInApps } })
  return undefined
}

type Subscribed =
  | { readonly kind: 'subscribed'; readonly id: FeedHealth['id']; readonly title: string }
  | { readonly kind: 'refused'; readonly message: string }

/** By number, to a feed of this server; by URL, to a feed or the first one a page links. */
async function subscribe(
  { context }: Call,
  stream: Extract<Stream, { kind: 'feed' | 'address' }>,
  folder: string,
): Promise<Subscribed> {
  if (stream.kind === 'feed') {
    await runWithoutView(context, subscribeFeeds, { ids: [stream.id] })
    const feed = feedNamed(await feedsOf(context), stream)
    if (!feed) return { kind: 'refused', message: 'There is no such feed' }
    if (folder !== '') await runWithoutView(context, editFeed, { id: stream.id, folder })
    return { kind: 'subscribed', id: stream.id, title: feed.title }
  }
  const asked = { url: stream.url, folder }
  let added = await runRequired(context, addFeed, asked)
  const first = added.kind === 'choose' ? added.candidates[0] : undefined
  if (first) added = await runRequired(context, addFeed, { url: first.url, folder })
  if (added.kind === 'refused') return { kind: 'refused', message: added.message }
  const id = added.kind === 'added' ? added.ids[0] : undefined
  if (id === undefined || added.kind !== 'added') return { kind: 'refused', message: 'No feed was found there' }
  // An existing subscription is moved there too.
  if (folder !== '') await runWithoutView(context, editFeed, { id, folder })
  return { kind: 'subscribed', id, title: added.titles[0] ?? '' }
}

/** Subscribes to what a person typed; `numResults` is 0 if there is no feed. */
export const quickAdd: Answer = async (call) => {
  const query = (call.parameters.one('quickadd') ?? '').trim()
  if (query === '') return unusable('No address was given')
  const stream = readStream(query.startsWith('feed/') ? query : `feed/${query}`)
  if (stream?.kind !== 'feed' && stream?.kind !== 'address') return unusable('That names no feed')
  const added = await subscribe(call, stream, '')
  return added.kind === 'refused'
    ? json({ numResults: 0, query, error: added.message })
    : json({ numResults: 1, query, streamId: feedStreamId(added.id), streamName: added.title })
}
