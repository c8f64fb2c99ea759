import { defined } from '../core/defined.ts'
import { ownValue } from '../core/own-value.ts'
import type { ReaderIdentity } from '../core/reader-identity.ts'
import { getPreferences } from '../operations/accounts/preferences.ts'
import { appPicture } from '../operations/articles/app-pictures.ts'
import { listFeeds } from '../operations/articles/list-entries.ts'
import { busySeconds, isBusy, isUnconfirmed } from '../operations/busy.ts'
import { exportOpml } from '../operations/feeds/export-opml.ts'
import { namedIcon } from '../operations/feeds/feed-icons.ts'
import { foldersOf, listFolders } from '../operations/feeds/folders.ts'
import { importOpml } from '../operations/feeds/import-opml.ts'
import { renameFolder } from '../operations/feeds/manage-feeds.ts'
import { forReader } from '../operations/for-reader.ts'
import { dropTag, listTags, renameTag } from '../operations/library/tags.ts'
import type { OperationContext } from '../operations/operation.ts'
import type { ProgramApi, ProgramApiContext } from '../operations/program-api.ts'
import type { ProgramCaller } from '../operations/program-authentication.ts'
import { RequiredOperationError, runForProgram, runRequired } from '../operations/run-for-program.ts'
import { listStoryItems } from '../operations/stories/story-items.ts'
import { done, json, opml, picture, refusal, text, unauthorized, unusable } from './answers.ts'
import type { Answer, Call } from './call.ts'
import { editTag, markAllAsRead } from './edit-items.ts'
import { readBody, readParameters } from './parameters.ts'
import { type GreaderPath, ownedByGreader, readPath } from './read-path.ts'
import { feedStreamId, labelId, readingList, readLabel, starredState, storiesFeed, storiesLabel } from './stream.ts'
import { itemContents, itemIds, streamContents } from './streams.ts'
import { editSubscription, listSubscriptions, quickAdd } from './subscriptions.ts'

/** Folders, including empty ones, and tags: both are labels with a type. */
const listLabels: Answer = async ({ context }) => {
  const [folders, { tags }, { storiesInApps }] = await Promise.all([
    runRequired(context, listFolders, {}),
    runRequired(context, listTags, {}),
    runRequired(context, getPreferences, {}),
  ])
  return json({
    tags: [
      { id: starredState },
      ...(storiesInApps === 'on' ? [{ id: labelId(storiesLabel), type: 'folder' }] : []),
      ...folders.map(({ name, unreadCount }) => ({ id: labelId(name), type: 'folder', unread_count: unreadCount })),
      ...tags.map(({ name }) => ({ id: labelId(name), type: 'tag' })),
    ],
  })
}

/** Renames a folder, or a tag if there is no such folder. */
const renameLabel: Answer = async (call) => {
  const to = readLabel(call.parameters.one('dest') ?? '')
  if (to === undefined) return unusable('No new name was given')
  const [name] = namedLabels(call)
  if (name === undefined) return unusable('That names no label')
  if (name === storiesLabel || to === storiesLabel) return unusable('This name stays with the stories of the day')
  return changed(await runForProgram(call.context, renameFolder, { name, to }), () =>
    runForProgram(call.context, renameTag, { name, to }),
  )
}

/** Deletes labels: a folder's feeds then have no folder, and a tag is removed from everything. */
const disableLabels: Answer = async (call) => {
  const names = namedLabels(call)
  if (names.length === 0) return unusable('That names no label')
  for (const name of names) {
    if (name === storiesLabel) return unusable('Unsubscribe from the stories of the day instead')
    const answer = await changed(await runForProgram(call.context, renameFolder, { name, to: '' }), () =>
      runForProgram(call.context, dropTag, { name }),
    )
    if (!answer.ok) return answer
  }
  return done()
}

type Carried = Awaited<ReturnType<typeof runForProgram>>

async function changed(folder: Carried, orTag: () => Promise<Carried>): Promise<Response> {
  const carried = folder.kind === 'not-there' ? await orTag() : folder
  if (carried.kind === 'not-there') return text('Not found', 404)
  return carried.kind === 'done' ? done() : refusal(carried)
}

/** `s` is a stream, `t` a label without prefix. */
function namedLabels({ parameters }: Call): readonly string[] {
  const streams = parameters.all('s').flatMap((each) => readLabel(each) ?? [])
  const bare = parameters.all('t').map((each) => readLabel(each) ?? each.trim())
  return [...streams, ...bare].filter((name) => name !== '')
}

/** Length of the original service's token; some clients check it. */
const tokenLength = 57

const later = (seconds: number) => text('Error=RateLimited\n', 429, { 'retry-after': String(seconds) })

/** `POST /accounts/ClientLogin` with a name and an app password: returns three lines, the last of which is the token. */
async function clientLogin({ door }: ProgramApiContext, request: Request, arrival: ProgramCaller): Promise<Response> {
  const read = await readParameters(request)
  if (read.kind === 'too-large') return text('Error=BadAuthentication\n', 413)
  if (read.kind === 'unreadable') return text('Error=BadAuthentication\n', 400)
  const { parameters } = read
  const known = await door.logIn(parameters.one('Email') ?? '', parameters.one('Passwd') ?? '', arrival)
  if (known.kind === 'later') return later(known.retryAfterSeconds)
  if (known.kind === 'unknown') return text('Error=BadAuthentication\n', 401)
  const { token } = known
  if (parameters.one('output') === 'json') return json({ SID: token, LSID: token, Auth: token })
  return text(`SID=${token}\nLSID=${token}\nAuth=${token}\n`)
}

/** Identifies the caller by a login token or an API token; never by a cookie. */
async function callerOf(
  { door }: ProgramApiContext,
  request: Request,
  arrival: ProgramCaller,
): Promise<ReaderIdentity | Response | undefined> {
  const token = loginToken(request)
  if (token === undefined && arrival.bearer === undefined) return undefined
  const known = token === undefined ? await door.identify(arrival) : await door.byLogin(token, arrival)
  if (known.kind === 'later') return later(known.retryAfterSeconds)
  return known.kind === 'known' ? known.identity : undefined
}

/**
 * The token clients send back as `T` with changes. It isn't checked: this API accepts no cookies, so the Authorization header
 * already proves who is calling.
 */
function editToken(request: Request): Response {
  return text((loginToken(request) ?? '').replace(/[^\w]/g, '').padEnd(tokenLength, 'Z').slice(0, tokenLength))
}

function loginToken(request: Request): string | undefined {
  return /^GoogleLogin\s+auth=([\w.~-]{1,200})$/i.exec(request.headers.get('authorization')?.trim() ?? '')?.[1]
}

type Count = { readonly id: string; readonly count: number; readonly newestItemTimestampUsec: string }

/** Unread counts by feed, by folder and in total, with the arrival time of the newest. */
const unreadCounts: Answer = async ({ context }) => {
  const [{ folders }, { isOn, today }] = await Promise.all([
    runRequired(context, listFeeds, {}),
    runRequired(context, listStoryItems, {}),
  ])
  const feeds = folders.flatMap((folder) => folder.feeds)
  const places = feeds.flatMap((feed) => foldersOf(feed).map((name) => ({ name, feed })))
  const stories = {
    count: today.filter(({ isRead }) => !isRead).length,
    newestItemTimestampUsec: newest(today.map(({ foundedAt }) => foundedAt)),
  }
  const counts: readonly Count[] = [
    ...(isOn ? [storiesFeed, labelId(storiesLabel)].map((id) => ({ id, ...stories })) : []),
    ...feeds.map(({ id, unreadCount, lastArrivalAt }) => ({
      id: feedStreamId(id),
      count: unreadCount,
      newestItemTimestampUsec: newest([lastArrivalAt]),
    })),
    ...[...Map.groupBy(places, ({ name }) => name)]
      .filter(([name]) => name !== '')
      .map(([name, own]) => ({
        id: labelId(name),
        count: own.reduce((sum, { feed }) => sum + feed.unreadCount, 0),
        newestItemTimestampUsec: newest(own.map(({ feed }) => feed.lastArrivalAt)),
      })),
  ]
  const count = stories.count + feeds.reduce((sum, { unreadCount }) => sum + unreadCount, 0)
  const all = {
    id: readingList,
    count,
    newestItemTimestampUsec: newest([
      ...feeds.map(({ lastArrivalAt }) => lastArrivalAt),
      ...today.map(({ foundedAt }) => foundedAt),
    ]),
  }
  return json({ max: count, unreadcounts: [...counts, all] })
}

function newest(times: readonly (string | undefined)[]): string {
  const last = times.reduce((latest = '', time = '') => (time > latest ? time : latest), '')
  return last ? `${Date.parse(last)}000` : '0'
}

/** Fifty thousand feeds need less. */
const mostBytes = 16_000_000

const exportSubscriptions: Answer = async ({ context }) => opml(await runRequired(context, exportOpml, {}))

/** Subscribes to all feeds of an OPML file, sent as the body. */
async function importSubscriptions(context: OperationContext, request: Request): Promise<Response> {
  const body = await readBody(request, mostBytes)
  if (body === undefined) return text('That file is too large', 413)
  const result = await runRequired(context, importOpml, { text: body })
  return result.kind === 'refused' ? unusable(result.message) : done()
}

/** The signed-in user. We send no email address: no client needs one. */
const userInfo: Answer = ({ context }) => {
  const { id, name } = context.reader
  return json({ userId: id, userName: name || id, userProfileId: id, userEmail: '' })
}

/** Some clients request preferences and never use them: the list is empty. */
const preferenceList: Answer = () => json({ prefs: [] })
const streamPreferences: Answer = () => json({ streamprefs: {} })
const friendList: Answer = () => json({ friends: [] })

/** Calls that read, by GET or POST. */
const readings: Readonly<Record<string, Answer>> = {
  'user-info': userInfo,
  'tag/list': listLabels,
  'subscription/list': listSubscriptions,
  'subscription/export': exportSubscriptions,
  'stream/items/ids': itemIds,
  'stream/items/contents': itemContents,
  'stream/contents': streamContents,
  'unread-count': unreadCounts,
  'preference/list': preferenceList,
  'preference/stream/list': streamPreferences,
  'friend/list': friendList,
}

/** Calls that change something, by POST only. */
const changes: Readonly<Record<string, Answer>> = {
  'subscription/edit': editSubscription,
  'subscription/quickadd': quickAdd,
  'edit-tag': editTag,
  'rename-tag': renameLabel,
  'disable-tag': disableLabels,
  'mark-all-as-read': markAllAsRead,
}

/** The Google Reader API as feed reader apps use it (docs/guide/feed-reader-apps.md). */
export function openGreader(instance: ProgramApiContext): ProgramApi {
  return {
    owns: ownedByGreader,
    async answer(request, arrival) {
      const asked = readPath(new URL(request.url).pathname)
      if (!asked || asked.kind === 'unreadable') return text('Not found', 404)
      if (asked.kind === 'greeting') return text(asked.word)
      if (asked.kind === 'login') return clientLogin(instance, request, arrival)
      try {
        if (asked.kind === 'icon') return await feedIcon(instance, asked.name)
        if (asked.kind === 'picture') return await entryPicture(instance, asked.name)
        return await answerCall(instance, request, arrival, asked)
      } catch (error) {
        if (error instanceof RequiredOperationError) return refusal(error.because)
        // Marking can be repeated safely, and apps do so.
        if (isBusy(error) || isUnconfirmed(error)) return text('Busy', 503, { 'retry-after': String(busySeconds) })
        instance.operations.log('greader-failed', {
          call: asked.kind === 'call' ? asked.name : asked.kind,
          error: String((error as Error)?.stack ?? error),
        })
        return text('Something went wrong here', 500)
      }
    },
  }
}

/** A feed's icon. Apps load pictures without signing in, so the name alone gives access; only a feed list reveals it. */
async function feedIcon({ operations }: ProgramApiContext, name: string): Promise<Response> {
  const icon = await namedIcon(operations, name)
  return icon ? picture(icon.bytes, icon.mediaType) : text('Not found', 404)
}

/** A picture in an entry's text: its name says for whom it was made, and gives access to it alone. */
async function entryPicture({ operations }: ProgramApiContext, name: string): Promise<Response> {
  const found = await appPicture(operations, name)
  return found?.kind === 'picture' ? picture(found.bytes, found.header.type) : text('Not found', 404)
}

async function answerCall(
  instance: ProgramApiContext,
  request: Request,
  arrival: ProgramCaller,
  { name, stream }: Extract<GreaderPath, { kind: 'call' }>,
): Promise<Response> {
  const caller = await callerOf(instance, request, arrival)
  if (caller === undefined) return unauthorized()
  if (caller instanceof Response) return caller
  const context = forReader(instance.operations, caller)
  const isPost = request.method === 'POST'
  if (name === 'token') return editToken(request)
  if (name === 'subscription/import')
    return isPost ? importSubscriptions(context, request) : text('Use POST', 405, { allow: 'POST' })
  const reading = ownValue(readings, name)
  const change = ownValue(changes, name)
  const answer = reading ?? change
  if (!answer) return text('Not found', 404)
  if (change && !isPost) return text('Use POST', 405, { allow: 'POST' })
  const read = await readParameters(request)
  if (read.kind === 'too-large') return text('That is too much at once', 413)
  if (read.kind === 'unreadable') return unusable(read.message)
  const base = instance.baseUrl ?? new URL(request.url).origin
  return answer({ context, parameters: read.parameters, base, ...defined({ stream }) })
}
