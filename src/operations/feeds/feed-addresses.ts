import { z } from 'zod'
import { cappedRole } from '../../core/account.ts'
import { defined } from '../../core/defined.ts'
import { discussedIn, type FeedKind, type FeedSubject, feedKinds, feedSubject } from '../../core/feed/feed-subject.ts'
import { asId, type EntityId, type SourceId, type StoryId } from '../../core/ids.ts'
import type { ReaderIdentity } from '../../core/reader-identity.ts'
import { hashToken, newId, newToken, signWith } from '../../credentials/token.ts'
import type { FeedAddress } from '../../store/feeds/feed-addresses.ts'
import { activeAccount } from '../accounts/active-account.ts'
import { noteEvent } from '../accounts/note-event.ts'
import { findDiscussed } from '../discussion/discussion-access.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation, type OperationContext } from '../operation.ts'

/** A secret feed URL as its reader sees it. */
export type FeedAddressView = FeedSubject & {
  readonly id: string
  /** The name of its subject when it was made; empty for a list that exists once. */
  readonly label: string
  /** The last part of the URL; absent for URLs from before they could be shown again. */
  readonly token?: string
  readonly isAnnounced: boolean
  readonly at: string
}

/** Something a feed can be made of. */
type FeedOffer = FeedSubject & { readonly label: string }

export type FeedAddressesView = {
  readonly addresses: readonly FeedAddressView[]
  /** The reader's lists without a feed URL, in the order they are offered. */
  readonly offers: readonly FeedOffer[]
  /** The requested subject, with its feed URL if there is one. */
  readonly asked?: FeedOffer & { readonly addressId?: string }
}

type FeedAddressMade =
  | { readonly kind: 'made'; readonly address: FeedAddressView }
  | { readonly kind: 'refused'; readonly most: number }

/** The subject and reader of a secret feed URL. */
type OpenedFeed = {
  readonly subject: FeedSubject
  readonly identity: ReaderIdentity
  readonly isAnnounced: boolean
}

/** Lists that exist once per reader, in the order they are offered. */
const singleFeeds = ['today', 'feeds', 'starred', 'saved', 'brief', 'discussion'] as const satisfies FeedKind[]

/** Most feed URLs of one reader. */
const mostAddresses = 200
const TWO_DAYS_MS = 2 * 86_400_000

const subjectFields = z.object({ kind: z.enum(feedKinds), target: z.string().max(400).default('') })
const id = z.string().min(1).max(60)

export const makeFeedAddress = defineOperation({
  name: 'make_feed_address',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Creates a secret URL for a feed of a list or an item; an existing one stays',
  input: subjectFields,
  run: (context, asked): Promise<FeedAddressMade | undefined> =>
    oneByOne(`addresses ${context.reader.id}`, async (): Promise<FeedAddressMade | undefined> => {
      const { store, reader, now } = context
      const subject = feedSubject(asked.kind, asked.target)
      const label = subject && (await feedSubjectLabel(context, subject))
      if (!subject || label === undefined) return undefined
      const known = await store.feedAddresses.list(reader.id)
      const same = known.find(isOf(subject))
      if (same) return { kind: 'made', address: await viewOf(context, same) }
      if (known.length >= mostAddresses) return { kind: 'refused', most: mostAddresses }
      const address = await addFeedAddress(context, { ...subject, label, at: now().toISOString() })
      await noteEvent(context, 'feed-address-made', reader.id)
      return { kind: 'made', address }
    }),
})

export const listFeedAddresses = defineOperation({
  name: 'list_feed_addresses',
  minRole: 'reader',
  isForPeople: true,
  summary: 'The reader’s secret feed URLs, newest first, and what others can be made for',
  input: z.strictObject({ kind: z.enum(feedKinds).optional(), target: z.string().max(400).default('') }),
  async run(context, { kind, target }): Promise<FeedAddressesView> {
    const { store, reader } = context
    const known = await store.feedAddresses.list(reader.id)
    const addresses = await Promise.all(known.map((address) => viewOf(context, address)))
    const subject = kind && feedSubject(kind, target)
    const label = subject && (await feedSubjectLabel(context, subject))
    const addressId = subject && known.find(isOf(subject))?.id
    return {
      addresses,
      offers: (await offersOf(context)).filter((offer) => !known.some(isOf(offer))),
      ...defined({
        asked:
          subject && label !== undefined
            ? { ...subject, label, ...defined({ addressId: addressId || undefined }) }
            : undefined,
      }),
    }
  },
})

export const revokeFeedAddress = defineOperation({
  name: 'revoke_feed_address',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Disables a secret feed URL: it opens nothing from then on',
  input: z.strictObject({ id }),
  async run(context, { id }): Promise<true | undefined> {
    const done = await context.store.feedAddresses.remove(context.reader.id, id)
    if (done) await noteEvent(context, 'feed-address-ended', context.reader.id)
    return done
  },
})

export const announceFeedAddress = defineOperation({
  name: 'announce_feed_address',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Turns on or off notifying the server’s hub of a feed’s changes; the hub then knows its URL',
  input: z.strictObject({ id, isAnnounced: z.boolean() }),
  run: ({ store, reader }, { id, isAnnounced }): Promise<true | undefined> =>
    store.feedAddresses.announce(reader.id, id, isAnnounced),
})

export const openFeedAddress = defineOperation({
  name: 'open_feed_address',
  minRole: 'anyone',
  summary: 'The list or item of a secret feed URL and its reader; it allows reading that feed only',
  input: z.strictObject({ token: z.string().regex(/^[\w-]{20,100}$/) }),
  async run(context, { token }): Promise<OpenedFeed | undefined> {
    const found = await context.store.feedAddresses.find(hashToken(token))
    return found && openedFeed(context, found)
  },
})

/** The subject of a feed URL, for its reader; undefined when their account may not sign in. */
async function openedFeed(
  context: Pick<OperationContext, 'store'>,
  { kind, target, readerId, isAnnounced }: FeedAddress,
): Promise<OpenedFeed | undefined> {
  const account = await activeAccount(context, readerId)
  if (!account) return undefined
  const { id, name, role } = account
  const identity = { id, name, role: cappedRole(role, ['write']), isProgram: true as const, isInPublic: true as const }
  return { subject: { kind, target }, identity, isAnnounced }
}

export async function addFeedAddress(
  context: Pick<OperationContext, 'store' | 'reader'>,
  address: FeedSubject & { readonly label: string; readonly at: string },
): Promise<FeedAddressView> {
  const { store, reader } = context
  const row = { ...address, id: newId(), readerId: reader.id, isAnnounced: false }
  const kept = await store.feedAddresses.add(row, hashToken(await tokenOf(context, row.id)))
  return viewOf(context, { ...kept, tokenHash: hashToken(await tokenOf(context, kept.id)) })
}

/** The secret part of a feed URL, computed from its id and the instance's key, so that only its hash is stored. */
export async function tokenOf({ store }: Pick<OperationContext, 'store'>, addressId: string): Promise<string> {
  return signWith(await store.alerts.secret('feed-address', newToken), addressId)
}

async function viewOf(
  context: Pick<OperationContext, 'store'>,
  { id, kind, target, label, isAnnounced, at, tokenHash }: FeedAddress & { readonly tokenHash: string },
): Promise<FeedAddressView> {
  const token = await tokenOf(context, id)
  return {
    id,
    kind,
    target,
    label,
    isAnnounced,
    at,
    ...defined({ token: hashToken(token) === tokenHash ? token : undefined }),
  }
}

/** The reader's lists, then sections of the last two days, folders and saved searches. */
async function offersOf({ store, reader, now }: OperationContext): Promise<readonly FeedOffer[]> {
  const until = now().toISOString()
  const from = new Date(Date.parse(until) - TWO_DAYS_MS).toISOString()
  const [isDiscussing, stories, feeds, searches] = await Promise.all([
    store.comments.isOn(),
    store.stories.listOutlines({ from, until }),
    store.feeds.list(reader.id),
    store.savedSearches.list(reader.id),
  ])
  const once = (names: readonly (string | undefined)[]) =>
    [...new Set(names)].filter((name) => !!name).sort() as string[]
  return [
    ...singleFeeds
      .filter((kind) => kind !== 'discussion' || isDiscussing)
      .map((kind) => ({ kind, target: '', label: '' })),
    ...once(stories.map(({ section }) => section)).map((name) => ({
      kind: 'section' as const,
      target: name,
      label: name,
    })),
    ...once(feeds.map(({ folder }) => folder)).map((name) => ({ kind: 'folder' as const, target: name, label: name })),
    ...searches.map(({ id, name }) => ({ kind: 'search' as const, target: id, label: name })),
  ]
}

function isOf({ kind, target }: FeedSubject) {
  return (other: FeedSubject) => other.kind === kind && other.target === target
}

/** The name of a feed's subject, empty for a list that exists once; undefined when the reader has no such thing. */
async function feedSubjectLabel(
  context: Pick<OperationContext, 'store' | 'reader'>,
  { kind, target }: FeedSubject,
): Promise<string | undefined> {
  const { store, reader } = context
  switch (kind) {
    case 'today':
    case 'feeds':
    case 'starred':
    case 'saved':
    case 'brief':
      return ''
    case 'section':
      return target.length <= 40 ? target : undefined
    case 'folder':
      return (await store.feeds.list(reader.id)).some(({ folder }) => folder === target) ? target : undefined
    case 'story':
      return (await store.titles.stories([asId<StoryId>(target)])).get(asId<StoryId>(target))?.title
    case 'entity':
      return (await store.entities.find(asId<EntityId>(target)))?.entity.name
    case 'source':
      return (await store.feeds.findSource(reader.id, asId<SourceId>(target)))?.name
    case 'search':
      return (await store.savedSearches.find(reader.id, target))?.name
    case 'discussion': {
      if (!(await store.comments.isOn())) return undefined
      const on = discussedIn(target)
      return on ? (await findDiscussed(context, on))?.title : ''
    }
  }
}
