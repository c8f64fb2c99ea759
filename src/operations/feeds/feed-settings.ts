import type { ListOrder } from '../../core/feed/list-order.ts'
import { mayActAs } from '../../core/reader-identity.ts'
import type { FeedRow } from '../../store/feeds/feed-rows.ts'
import type { OperationContext } from '../operation.ts'

/** What is set for a feed: all but the last by each of its readers. */
export type FeedSettings = {
  /** Its first folder; empty: none. */
  readonly folder: string
  /** All its folders, if there are several; the first one first. */
  readonly folders?: readonly string[]
  /** Its articles arrive read, and its stories aren't in Today. */
  readonly isParked?: true
  /** A title opens the outlet's page. */
  readonly opensOriginal?: true
  /** The order of its list, where its reader chose one; absent: that of the lists around it. */
  readonly order?: ListOrder
  /** Its own texts are used, for all its readers, and its pages aren't fetched. */
  readonly usesOwnText?: true
}

/** The settings that can be copied to another feed, each with its value. */
type Copied = {
  readonly isParked: boolean
  readonly opensOriginal: boolean
  readonly order: ListOrder | 'usual'
  readonly usesOwnText: boolean
}

/** The settings of a feed that can be copied to another. */
export function copiedSettings({ isParked, opensOriginal, order, usesOwnText }: FeedRow): Copied {
  return {
    isParked: isParked ?? false,
    opensOriginal: opensOriginal ?? false,
    order: order ?? 'usual',
    usesOwnText: usesOwnText ?? false,
  }
}

/** Sets what counts for everybody who reads the feed, where it differs. False: the reader may not. */
export async function setForAllReaders(
  { store, reader }: OperationContext,
  feed: FeedRow,
  { usesOwnText }: { readonly usesOwnText?: boolean | undefined },
): Promise<boolean> {
  if (usesOwnText === undefined || usesOwnText === copiedSettings(feed).usesOwnText) return true
  return store.feeds.setUsesOwnText(reader.id, feed.id, usesOwnText, mayActAs(reader.role, 'owner'))
}

/** Sets what counts for the reader alone, where it differs. */
export async function setForReader(
  { store, reader, now }: OperationContext,
  feed: FeedRow,
  { isParked, opensOriginal, order }: { readonly [Name in keyof Copied]?: Copied[Name] | undefined },
): Promise<void> {
  const known = copiedSettings(feed)
  if (isParked !== undefined && isParked !== known.isParked)
    await store.feeds.setParked(reader.id, feed.id, isParked, now().toISOString())
  if (opensOriginal !== undefined && opensOriginal !== known.opensOriginal)
    await store.feeds.setOpensOriginal(reader.id, feed.id, opensOriginal)
  if (order !== undefined && order !== known.order)
    await store.feeds.setOrder(reader.id, feed.id, order === 'usual' ? undefined : order)
}
