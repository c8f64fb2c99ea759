import type { FeedEntry } from '../../core/entry.ts'
import type { FeedPace, HostPause, PollReason } from '../../core/feed/feed-pace.ts'
import type { NamedHub } from '../../core/feed/hub.ts'
import type { Intake } from '../../core/feed/intake.ts'
import type { Validators } from '../../core/fetched.ts'
import type { FeedId, SourceId } from '../../core/ids.ts'
import type { Feed, Source } from '../../core/source.ts'
import type { FeedIntake } from './feed-intake.ts'

export type NewFeed = {
  readonly url: string
  readonly title?: string
  readonly siteUrl?: string
  readonly folder?: string
  /** Name of the outlet; absent: the feed's own title, once known. */
  readonly sourceName?: string
  /** The owner, where several outlets share one; absent: the host of its address. */
  readonly family?: string
  /** Absent: `feed`. */
  readonly intake?: Intake
  /** JSON, with an intake that needs one. */
  readonly intakeRule?: string
  /** When it is polled first; absent: now. */
  readonly firstPollAt?: string
}

/** What a poll needs to know of a feed. */
export type PollTarget = {
  readonly feedId: FeedId
  readonly sourceId: SourceId
  readonly url: string
  readonly title: string
  readonly validators: Validators
  /** Hash of the last body that parsed; equal bytes are not parsed again. */
  readonly bodyHash?: string
  readonly intervalMinutes: number
  readonly errorCount: number
  readonly movedTo?: string
  readonly movedSightings: number
  readonly intake: Intake
  readonly intakeRule?: string
  readonly pace: FeedPace
  /** Why it is asked now. */
  readonly why?: PollReason
  /** What its last failure was; absent after an answer. */
  readonly errorReason?: string
  /** When it last answered; before that, when it was added. */
  readonly goodAt: string
  /** When its newest entry arrived. */
  readonly lastArrivalAt?: string
  /** How many subscribe to it here. */
  readonly subscribers: number
  /** Until when a hub tells of news by itself, as it has done lately. */
  readonly pushUntil?: string
}

/** A feed that was claimed and is not asked yet. */
export type Postponed = { readonly feedId: FeedId; readonly until: string; readonly why: PollReason }

export type PollOutcome = {
  readonly feedId: FeedId
  readonly at: string
  readonly nextPollAt: string
  readonly intervalMinutes: number
  /** Why then. */
  readonly why?: PollReason
  /** What is remembered from now on; absent: what was. */
  readonly pace?: FeedPace
  readonly movedTo?: string
  readonly movedSightings?: number
  /** The feed lives here from now on; ignored when another feed already has this address. */
  readonly newUrl?: string
  /** The site that this feed says is its own names it, too. */
  readonly isVouched?: boolean
  /** When it would be polled if no hub told of its news; with `nextPollAt` put off for that. */
  readonly pollAt?: string
  /** True when the caller reads these entries itself (an import): no ingest job is made. */
  readonly isIngestedByCaller?: boolean
  readonly result:
    | {
        readonly kind: 'parsed'
        readonly title: string
        readonly siteUrl?: string
        readonly iconUrl?: string
        readonly language?: string
        readonly validators: Validators
        readonly bodyHash: string
        readonly entries: readonly PolledEntry[]
        /** The hub it names, read at `readAtUrl`; `none`: it names none. Absent: it was not looked for. */
        readonly hub?: (NamedHub & { readonly readAtUrl: string }) | 'none'
      }
    | { readonly kind: 'unchanged'; readonly validators?: Validators }
    | { readonly kind: 'failed'; readonly reason: string; readonly message: string; readonly isStopped: boolean }
}

/** What a hub sent of a feed: entries, and nothing that changes when and where it is polled. */
export type PushOutcome = Pick<PollOutcome, 'feedId' | 'at'> & {
  readonly result: { readonly kind: 'pushed'; readonly entries: readonly PolledEntry[] }
}

/**
 * An entry on its way in: as delivered, with a hash of what it says. `text` makes the plain text that search indexes;
 * most polled entries are known already, so it is called only for those that are written.
 */
export type PolledEntry = { readonly entry: FeedEntry; readonly contentHash: string; readonly text: () => string }

export type PollSaved = { readonly feedId: FeedId; readonly newCount: number; readonly revisedCount: number }

/** A feed as one reader has it: its name, folder and what is unread are theirs. */
export type FeedRow = Feed & {
  readonly intake: Intake
  /** False: it is a feed of the house, and nothing of it is unread to this reader. */
  readonly isSubscribed: boolean
  readonly folder: string
  readonly iconUrl?: string
  readonly unreadCount: number
  readonly lastPolledAt?: string
  readonly lastOkAt?: string
  readonly nextPollAt?: string
  /** Why then. */
  readonly nextWhy?: PollReason
  /** Minutes it was left alone before its next poll. */
  readonly intervalMinutes: number
  readonly pace: FeedPace
  readonly lastError?: { readonly reason: string; readonly message: string; readonly count: number }
  readonly isStopped: boolean
  readonly entryCount: number
  /** When its newest entry arrived. */
  readonly lastArrivalAt?: string
  /** The host of the hub that tells of its news, until when, and when it did last. */
  readonly hub?: { readonly host: string; readonly until: string; readonly pushedAt?: string }
}

/** A feed that a reader subscribes to, with what lists count of it. */
export type FeedTally = Pick<FeedRow, 'id' | 'title' | 'folder' | 'entryCount' | 'unreadCount'> & {
  /** It failed the last time, or is not polled any more. */
  readonly isFailing: boolean
}

/** How many entries of a feed there are and are read, and the folder it stands in. */
export type FeedCount = {
  readonly id: FeedId
  readonly folder: string
  readonly entryCount: number
  readonly readCount: number
}

/** What the feeds of a folder come to. */
export type FolderSum = {
  readonly name: string
  readonly feedCount: number
  readonly unreadCount: number
  readonly entryCount: number
}

export type SourceRow = Source & {
  readonly feeds: readonly FeedRow[]
  readonly articleCount: number
  /** Mean share of own text over its articles, 0 to 1; absent before any article. */
  readonly ownShare?: number
  /** Of the stories with at least two outlets it is in, how many it had first. */
  readonly firstCount: number
  readonly storyCount: number
  /** Articles changed after publication. */
  readonly editedCount: number
}

export type FeedStore = {
  /**
   * Subscribes a reader, and makes the feeds that are new to the house; what they subscribe to already is left as it is. One
   * transaction for the whole list.
   */
  addMany(
    readerId: string,
    feeds: readonly NewFeed[],
    now: string,
  ): Promise<{ readonly added: readonly FeedId[]; readonly existing: readonly FeedId[] }>
  /** Subscribes a reader to feeds of the house, in its folders; answers how many that were. */
  subscribe(readerId: string, ids: readonly FeedId[] | 'all', now: string): Promise<number>
  /** Ends a subscription; the feed goes when nobody has anything of it any more. */
  unsubscribe(readerId: string, id: FeedId): Promise<void>
  /** Removes a feed for all its readers. */
  remove(id: FeedId): Promise<void>
  /** What a reader subscribes to in sum, and when the last of it was asked for. */
  sumUp(readerId: string): Promise<{ readonly entryCount: number; readonly lastPolledAt?: string }>
  /** How many subscribe to a feed. */
  readerCount(id: FeedId): Promise<number>
  /** How the feed with this address comes in; undefined when there is none. */
  findIntake(url: string): Promise<(FeedIntake & { readonly id: FeedId }) | undefined>
  /** Lets a feed come in another way from now on; it is due at once. */
  setIntake(id: FeedId, intake: FeedIntake, now: string): Promise<void>
  setFolder(readerId: string, id: FeedId, folder: string): Promise<void>
  /** Gives a folder another name, with that of another folder the two become one; empty: its feeds are in none. How many. */
  renameFolder(readerId: string, from: string, to: string): Promise<number>
  /** A name of the reader's own; empty: the feed's own again. */
  setTitle(readerId: string, id: FeedId, title: string): Promise<void>
  /** Leases up to `limit` feeds whose time has come, and puts each one's next poll an interval later, should this process die. */
  claimDue(now: string, limit: number, leaseMs: number): Promise<readonly PollTarget[]>
  /** Gives claimed feeds back, to be asked later. */
  postpone(feeds: readonly Postponed[]): Promise<void>
  /** Which hosts asked to be left alone, and until when; those whose time is over too. */
  hostPauses(): Promise<readonly HostPause[]>
  saveHostPauses(pauses: readonly HostPause[]): Promise<void>
  /**
   * Writes many polls, or what hubs sent, in one transaction: entries, revisions, ingest jobs for new entries, feed state. Safe to
   * repeat.
   */
  savePolls(outcomes: readonly (PollOutcome | PushOutcome)[]): Promise<readonly PollSaved[]>
  /** Makes feeds due now: all of them, or those named; without those that were asked after `unlessSince`, or are being asked. */
  pollNow(ids: readonly FeedId[] | 'all', now: string, unlessSince?: string): Promise<number>
  /** What a reader subscribes to. */
  list(readerId: string): Promise<readonly FeedRow[]>
  /** All feeds of the house, as one reader has them. */
  listAll(readerId: string): Promise<readonly FeedRow[]>
  /** What a reader subscribes to, by folder and title, with what lists count. */
  tallies(readerId: string): Promise<readonly FeedTally[]>
  /** The folders of what a reader subscribes to, in no order. */
  folderSums(readerId: string): Promise<readonly FolderSum[]>
  /** How many entries of each feed a reader subscribes to there are and are read, in the order of ids. */
  counts(readerId: string): Promise<readonly FeedCount[]>
  get(readerId: string, id: FeedId): Promise<FeedRow>
  find(readerId: string, id: FeedId): Promise<FeedRow | undefined>
  findSource(readerId: string, id: SourceId): Promise<SourceRow | undefined>
  /** The outlet at whose site a page is; made, called by its host, where there is none yet. */
  outletAt(pageUrl: string): Promise<Source>
  /** A page names this feed: where it is of the site that the feed says is its own, the feed is that site's from now on. */
  vouch(feedUrl: string, pageUrl: string): Promise<void>
  listSources(readerId: string): Promise<readonly SourceRow[]>
  /** How many feeds have been polled at least once, of how many, and when the next one is due. */
  progress(
    now: string,
  ): Promise<{ readonly total: number; readonly polled: number; readonly due: number; readonly nextPollAt?: string }>
}
