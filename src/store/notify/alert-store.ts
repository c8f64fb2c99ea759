import type { Alert, AlertSettings, ChannelKind } from '../../core/alert.ts'
import type { FollowKind } from '../../core/marks.ts'
import type { Page } from '../store.ts'

/** A target that may be followed. */
export type AlertTarget = { readonly kind: FollowKind; readonly target: string }

/** Somebody who asked for alerts on a target, and since when (ISO 8601). */
export type AlertFollower = AlertTarget & { readonly readerId: string; readonly label: string; readonly since: string }

/** An alert that was raised. Times are ISO 8601. */
export type AlertRow = Alert & { readonly id: string; readonly at: string; readonly seenAt?: string }

/** A way alerts go out to a reader. `secret`: the keys of a push subscription, the key a webhook is signed with, else a token. */
export type AlertChannel = {
  readonly id: string
  readonly readerId: string
  readonly kind: ChannelKind
  readonly address: string
  readonly secret: string
  readonly isOn: boolean
  /** Attempts that failed since the last that did not. */
  readonly failures: number
  readonly lastError?: string
  readonly at: string
}

export type AlertDelivery = {
  readonly alertId: string
  readonly channelId: string
  readonly tries: number
  readonly isHeld: boolean
  readonly nextAt: string
  readonly batch?: string
}

/** Alerts for one reader on their way in: from when on they may go out, and whether quiet hours hold them till then. */
export type AlertsToRaise = {
  readonly readerId: string
  readonly alerts: readonly Alert[]
  readonly nextAt: string
  readonly isHeld: boolean
}

/** How a message went: sent, to be tried again, or given up with its channel switched off. */
export type BatchOutcome = { readonly channelId: string; readonly batch: string; readonly at: string } & (
  | { readonly kind: 'sent' }
  | { readonly kind: 'again'; readonly nextAt: string; readonly error: string }
  | { readonly kind: 'off'; readonly error: string }
  | { readonly kind: 'gone' }
)

export type AlertChoice = 'on' | 'off'

export type AlertStore = {
  // ── who asked ──
  /** True when anybody ever set anything about alerts: else telling stories costs nothing more. */
  isUsed(): Promise<boolean>
  /** Everybody to be alerted of any of these, found by target; of a story also under ids that became it. */
  followersOf(targets: readonly AlertTarget[]): Promise<readonly AlertFollower[]>
  /** The searches that alert: followed and kept ones, each `since` as far as it was looked through. */
  searches(): Promise<readonly AlertFollower[]>
  /** Notes up to when (ISO 8601) searches with these words were looked through. */
  setSearched(queries: readonly string[], at: string): Promise<void>
  settings(readerId: string): Promise<AlertSettings>
  saveSettings(readerId: string, settings: AlertSettings, at: string): Promise<void>
  /** What a reader chose for single things; what is not listed is as their one switch says. */
  choices(readerId: string): Promise<readonly (AlertTarget & { readonly choice: AlertChoice })[]>
  /** False when it is not followed. */
  choose(readerId: string, target: AlertTarget, choice: AlertChoice | undefined, at: string): Promise<boolean>
  /** Kept searches that alert, by id. */
  searchChoices(readerId: string): Promise<readonly string[]>
  chooseSearch(readerId: string, id: string, isOn: boolean, at: string): Promise<boolean>

  // ── what was raised ──
  /** Of these keys those that were raised for these readers. */
  raisedKeys(
    readerIds: readonly string[],
    keys: readonly string[],
  ): Promise<readonly { readonly readerId: string; readonly key: string }[]>
  /** Alerts, what of them waits in which channel, and the jobs that send it, in one transaction. Answers how many were new. */
  raise(raised: readonly AlertsToRaise[], at: string): Promise<number>
  /** The latest first. */
  list(readerId: string, limit: number, cursor?: string): Promise<Page<AlertRow>>
  findMany(readerId: string, ids: readonly string[]): Promise<readonly AlertRow[]>
  counts(readerId: string): Promise<{ readonly all: number; readonly unseen: number }>
  markSeen(readerId: string, at: string): Promise<void>

  /**
   * Lets a thousand of each go at most: alerts from before a time that are not among the `kept` newest of their reader, and
   * deliveries from before it that were made or given up. Answers how many: 0 when nothing is left to go.
   */
  prune(old: { readonly before: string; readonly kept: number }): Promise<number>

  // ── channels ──
  channels(readerId: string): Promise<readonly AlertChannel[]>
  /** One to the same address takes the place of the old one, and is on. */
  addChannel(channel: Omit<AlertChannel, 'failures' | 'isOn' | 'lastError'>): Promise<AlertChannel>
  removeChannel(readerId: string, id: string): Promise<AlertChannel | undefined>
  /** Off: what waits in it is given up; it stays on the list. False when there is none. */
  setChannel(readerId: string, id: string, isOn: boolean): Promise<boolean>
  findChannel(kind: ChannelKind, secret: string): Promise<AlertChannel | undefined>

  // ── deliveries ──
  waiting(readerId: string): Promise<readonly AlertDelivery[]>
  /** When messages went out in a channel after a time, each once. */
  sentSince(channelId: string, since: string): Promise<readonly string[]>
  /** Names the messages that are about to go out, so that a second attempt is the same message. */
  startBatch(channelId: string, batch: string, alertIds: readonly string[]): Promise<void>
  settle(outcome: BatchOutcome): Promise<void>

  // ── of the house ──
  /** A secret of the house, made by `make` at its first use; the same for all who ask. */
  secret(name: string, make: () => string): Promise<string>
}
