import { z } from 'zod'
import {
  type HeaderRefusal,
  mayCarry,
  mostOwnHeaders,
  type OwnHeader,
  refuseHeaders,
} from '../../core/feed/own-headers.ts'
import type { FeedId } from '../../core/ids.ts'
import { withOwnHeaders } from '../../http/client.ts'
import { feedId } from '../input.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { HeadersSet, OwnHeadersView } from './source-views.ts'

const long = z.string().max(10_000)

/** What a reader sends with the requests of a feed. */
export const headerInput = {
  cookie: long.optional(),
  userAgent: long.optional(),
  headers: z
    .array(z.strictObject({ name: z.string().max(200), value: long.optional() }))
    .max(50)
    .optional(),
}

type GivenHeaders = {
  readonly cookie?: string | undefined
  readonly userAgent?: string | undefined
  readonly headers?: readonly { readonly name: string; readonly value?: string | undefined }[] | undefined
}

export const getFeedHeaders = defineOperation({
  name: 'get_feed_headers',
  minRole: 'reader',
  summary: 'The cookie, user agent and headers the reader has set for a feed: their names, never their values',
  input: z.strictObject({ id: feedId }),
  async run(context, { id }): Promise<OwnHeadersView | undefined> {
    const feed = await context.store.feeds.find(context.reader.id, id)
    return feed?.isSubscribed ? ownHeadersView(context, id) : undefined
  },
})

export const setFeedHeaders = defineOperation({
  name: 'set_feed_headers',
  minRole: 'reader',
  summary:
    'Sets the cookie, user agent and headers sent for a feed, if the feed can be read with them. The feed is then the reader’s private copy; it replaces a feed that others read, too. Omitted values stay; empty ones are removed',
  input: z.strictObject({
    id: feedId,
    ...headerInput,
    /** Takes the feed that everybody reads in the place of the copy, whose articles go unless they are saved. */
    goesBack: z.boolean().optional(),
  }),
  run: (context, { id, goesBack, ...given }): Promise<HeadersSet | undefined> =>
    oneByOne(`subscriptions ${context.reader.id}`, () =>
      goesBack ? goBack(context, id) : setHeaders(context, id, given),
    ),
})

async function goBack({ store, reader, now, wake }: OperationContext, id: FeedId): Promise<HeadersSet | undefined> {
  const feedId = await store.ownHeaders.goBack(reader.id, id, now().toISOString())
  if (feedId === undefined) return undefined
  wake()
  return { kind: 'set', id: feedId, isReplaced: true }
}

async function setHeaders(context: OperationContext, id: FeedId, given: GivenHeaders): Promise<HeadersSet | undefined> {
  const { store, reader, now, wake } = context
  const feed = await store.feeds.find(reader.id, id)
  const origin = feed && webOrigin(feed.url)
  if (!feed?.isSubscribed || feed.intake === 'mail' || origin === undefined) return undefined
  const before = await store.ownHeaders.find(reader.id, id)
  const headers = mergeHeaders(before?.headers ?? [], given)
  const at = now().toISOString()
  if (headers.length === 0) {
    if (await store.ownHeaders.clear(reader.id, id, at)) wake()
    return { kind: 'set', id }
  }
  const wrong = refuseHeaders(headers)
  if (wrong) return { kind: 'refused', ...wrong }
  const own = { origin, headers }
  if (feed.intake === 'feed') {
    const { findFeeds } = await import('./find-feeds.ts')
    const found = await findFeeds({ ...context, http: withOwnHeaders(context.http, own) }, feed.url)
    if (found.kind === 'refused') return { kind: 'refused', reason: found.reason ?? 'unknown' }
    const [only, ...others] = found.feeds
    if (!only || others.length > 0 || only.intake !== undefined || found.isOffer)
      return { kind: 'refused', reason: 'not-a-feed' }
    // What came from elsewhere came without them.
    if (!mayCarry(origin, new URL(found.url))) return { kind: 'refused', reason: 'header-elsewhere', name: origin }
  }
  const set = await store.ownHeaders.set({ readerId: reader.id, feedId: id, headers: own, at })
  if (set === undefined) return undefined
  wake()
  return set === id ? { kind: 'set', id } : { kind: 'set', id: set, isReplaced: true }
}

/** What is set for each of the reader's feeds that has something set, without any value. */
export async function ownHeadersOfFeeds({
  store,
  reader,
}: OperationContext): Promise<ReadonlyMap<FeedId, OwnHeadersView>> {
  const all = await store.ownHeaders.list(reader.id)
  return new Map([...all].map(([id, { headers }]) => [id, withoutValues(headers)]))
}

/** What is set for a feed, without any value. */
export async function ownHeadersView({ store, reader }: OperationContext, id: FeedId): Promise<OwnHeadersView> {
  const { headers = [] } = (await store.ownHeaders.find(reader.id, id)) ?? {}
  return {
    ...withoutValues(headers),
    ...(headers.length === 0 && !(await store.isAlone()) ? { mayGoBack: true as const } : {}),
  }
}

function withoutValues(headers: readonly OwnHeader[]): OwnHeadersView {
  const names = headers.map(({ name }) => name)
  return {
    ...(names.some(isCookie) ? { hasCookie: true as const } : {}),
    ...(names.some(isUserAgent) ? { hasUserAgent: true as const } : {}),
    names: names.filter((name) => !isCookie(name) && !isUserAgent(name)),
  }
}

/** The headers that are set after a change: cookie, user agent, then the others. */
export function mergeHeaders(before: readonly OwnHeader[], given: GivenHeaders): readonly OwnHeader[] {
  const [cookie, userAgent] = [before.find(({ name }) => isCookie(name)), before.find(({ name }) => isUserAgent(name))]
  const others = before.filter(({ name }) => !isCookie(name) && !isUserAgent(name))
  return [
    ...oneHeader('Cookie', cookie, given.cookie?.trim().replace(/^cookie:\s*/i, '')),
    ...oneHeader('User-Agent', userAgent, given.userAgent?.trim().replace(/^user-agent:\s*/i, '')),
    ...(given.headers ?? others).map(({ name, value }) => ({
      name: name.trim(),
      // Without a value: as it was.
      value: value?.trim() ?? others.find((other) => isSameName(other.name, name.trim()))?.value ?? '',
    })),
  ]
}

const explanations: Readonly<Record<HeaderRefusal['reason'], (name: string) => string>> = {
  'header-name': (name) => `“${name}” isn’t the name of a header.`,
  'header-refused': (name) => `“${name}” can't be set.`,
  'header-value': (name) =>
    `The value of “${name}” is missing, too long, or has characters that a header can’t contain.`,
  'header-twice': (name) => `“${name}” is given twice.`,
  'too-many-headers': () => `There are more than ${mostOwnHeaders} other headers, or they’re too long altogether.`,
}

/** Why headers weren't set, in English. */
export function explainHeaders({ reason, name = '' }: { readonly reason: string; readonly name?: string }): string {
  const known: Readonly<Record<string, (name: string) => string>> = explanations
  return known[reason]?.(name) ?? `The feed can’t be read with them (${reason}).`
}

function oneHeader(name: string, before: OwnHeader | undefined, value: string | undefined): readonly OwnHeader[] {
  if (value === undefined) return before ? [before] : []
  return value === '' ? [] : [{ name, value }]
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function isCookie(name: string): boolean {
  return isSameName(name, 'cookie')
}

function isUserAgent(name: string): boolean {
  return isSameName(name, 'user-agent')
}

/** The origin of a web address; undefined for others. */
export function webOrigin(url: string): string | undefined {
  const parsed = URL.parse(url)
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.origin : undefined
}
