import type { HubMode } from '../../core/feed/hub.ts'
import type { FeedId } from '../../core/ids.ts'

/** A callback address of ours at a hub, and how it stands there. All times are ISO 8601, UTC. */
export type HubSubscription = {
  readonly id: string
  /** Absent: nobody wants it any more. */
  readonly feedId?: FeedId
  readonly hub: string
  readonly topic: string
  /** What the relative links of the feed stand against. */
  readonly readAtUrl: string
  /** What the hub was asked for last, and until when it may ask back. */
  readonly pending?: { readonly mode: HubMode; readonly until: string }
  readonly leaseUntil?: string
  readonly renewAt?: string
  readonly retryAt?: string
  readonly deniedAt?: string
  readonly failures: number
  readonly lastError?: string
}

/** What a hub asks back. */
export type HubQuestion = {
  readonly mode: HubMode
  readonly topic: string
  /** How long it will tell news, and when it is to be asked for more. */
  readonly leaseUntil: string
  readonly renewAt: string
  readonly at: string
}

export type HubPush = {
  readonly id: number
  readonly at: string
  readonly contentType: string
  readonly body: Uint8Array
}

/** `kept`: to be taken in; `known`: the same bytes as before; `later`: too many at once. */
export type PushKept = 'kept' | 'known' | 'later'

/** Hubs that feeds name, what they were asked and what they sent. What feeds name is noted with their polls. */
export type HubStore = {
  /**
   * Begins anew where this server is reached at another address than before, and has every hub looked at.
   * Without an address no hub is wanted: leases are forgotten and feeds polled as ever.
   */
  startAt(base: string | undefined, now: string): Promise<void>
  find(id: string): Promise<HubSubscription | undefined>
  findByToken(tokenHash: string): Promise<HubSubscription | undefined>
  /** Notes what a hub is about to be asked, before it can ask back, and looks at it again when it no longer may. */
  ask(
    id: string,
    asked: {
      readonly mode: HubMode
      readonly base: string
      readonly tokenHash: string
      readonly until: string
    },
  ): Promise<void>
  /** True when the hub asks back for what it was asked for, in time; then it is so, and is looked at again when it ends. */
  confirm(tokenHash: string, question: HubQuestion): Promise<boolean>
  /** The hub will not do it; the feed is polled as ever. False when it is about something else. */
  deny(
    tokenHash: string,
    denial: { readonly topic: string; readonly reason: string; readonly at: string; readonly retryAt: string },
  ): Promise<boolean>
  /** What went wrong, and when to try again; nothing where the hub has asked back meanwhile. */
  noteFailure(
    id: string,
    failure: { readonly error: string; readonly at: string; readonly retryAt: string },
  ): Promise<void>
  /** The lease ran out: the feed is polled as ever. */
  lapse(id: string, at: string): Promise<void>
  lookAgain(id: string, at: string): Promise<void>
  forget(id: string): Promise<void>
  /** Keeps what a hub sent, and a job to take it in; of the same bytes only when they came. */
  keepPush(
    id: string,
    push: { readonly at: string; readonly contentType: string; readonly body: Uint8Array; readonly hash: string },
  ): Promise<PushKept>
  /** The first that waits to be taken in: one at a time, since each may be megabytes. */
  nextPush(id: string): Promise<HubPush | undefined>
  removePush(id: number): Promise<void>
  /** Has the feed of a subscription polled when it would be without a hub. */
  pollInstead(id: string, at: string): Promise<void>
}
