import { asId, type FeedId } from '../core/ids.ts'
import { ownValue } from '../core/own-value.ts'

/** The label and the feed that contain the stories of a day. Feeds are numbered from 1. */
export const storiesLabel = 'Today, once each'
export const storiesFeed = 'feed/0'

export const readingList = stateId('reading-list')
export const readState = stateId('read')
export const starredState = stateId('starred')

export type Stream =
  | { readonly kind: 'all' }
  | { readonly kind: 'read' }
  /** Kept unread, which here is the same as unread. */
  | { readonly kind: 'unread' }
  | { readonly kind: 'starred' }
  | { readonly kind: 'feed'; readonly id: FeedId }
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'label'; readonly name: string }
  | { readonly kind: 'stories' }
  /** A state of the protocol that we don't have: always empty. */
  | { readonly kind: 'nothing' }

const states: Readonly<Record<string, Stream>> = {
  'reading-list': { kind: 'all' },
  read: { kind: 'read' },
  'kept-unread': { kind: 'unread' },
  starred: { kind: 'starred' },
}

/** Reads a stream's name, ignoring the user in it. Undefined if it isn't a stream. */
export function readStream(name: string): Stream | undefined {
  const given = name.trim()
  const feed = /^feed\/(.+)$/s.exec(given)?.[1]
  if (feed !== undefined) {
    if (given === storiesFeed) return { kind: 'stories' }
    return /^\d{1,15}$/.test(feed) ? { kind: 'feed', id: asId<FeedId>(feed) } : { kind: 'address', url: feed }
  }
  const label = readLabel(given)
  if (label !== undefined) return label === storiesLabel ? { kind: 'stories' } : { kind: 'label', name: label }
  const state = /^user\/[^/]+\/state\/com\.google\/([\w-]+)$/.exec(given)?.[1]
  return state === undefined ? undefined : (ownValue(states, state) ?? { kind: 'nothing' })
}

/** The name of a label `user/-/label/…`, or undefined. */
export function readLabel(given: string): string | undefined {
  const name = /^user\/[^/]+\/label\/(.+)$/s.exec(given)?.[1]?.trim()
  return name === '' ? undefined : name
}

export function stateId(name: string): string {
  return `user/-/state/com.google/${name}`
}

export function labelId(name: string): string {
  return `user/-/label/${name}`
}

export function feedStreamId(id: string): string {
  return `feed/${id}`
}
