import type { ArticleId, DocumentId, FeedId, SourceId, StoryId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import type { StoryOutline } from '../../core/story-outline.ts'
import type { StoredArticle } from '../store.ts'
import type { Spelling } from './lane-documents.ts'
import type { IfFree } from './lanes.ts'
import type { PrivateTelling } from './private-tellings.ts'
import type { RelatedRow } from './related-row.ts'

/** A document vector of the clustering window, in the order it was saved. */
export type WindowRow = {
  readonly sequence: number
  readonly documentId: DocumentId
  readonly articleId: ArticleId
  readonly storyId?: StoryId
  readonly language: string
  readonly at: string
  readonly isRunning?: boolean
  readonly features: Int32Array
  readonly weights: Float32Array
}

/** `sequence` is how far was read: from there the next page goes on. Older documents passed over make a page shorter. */
export type WindowPage = { readonly rows: readonly WindowRow[]; readonly sequence: number; readonly isLast: boolean }

export type StoryMember = StoredArticle & {
  readonly addedAt: string
}

export type StoryFilter = {
  readonly from: string
  readonly until: string
  readonly language?: string
  readonly section?: string
  readonly sourceId?: SourceId
}

export type StoryRow = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly section?: string
  readonly firstAt: string
  readonly lastAt: string
  readonly changedAt: string
  readonly articleCount: number
  readonly reportCount: number
  readonly dossier?: Dossier
}

/** A story as lists need it: what is in its own row, and the outline of its dossier. */
export type OutlinedStory = Omit<StoryRow, 'dossier'> & { readonly outline: StoryOutline }

export type StoryStore = {
  /** Newest dossiers whose activity falls in the period, weightiest first (independent reports, then articles, then time). */
  list(filter: StoryFilter, limit: number): Promise<readonly StoryRow[]>
  /** The stories of a period, weightiest first, with what relates them; many times lighter than \`list\`. Period only. */
  listRelated(period: Pick<StoryFilter, 'from' | 'until'>, limit: number): Promise<readonly RelatedRow[]>
  /** Every story in the news in a period, in no order: light enough to rank and count a whole day at once. */
  listOutlines(period: Pick<StoryFilter, 'from' | 'until'>): Promise<readonly OutlinedStory[]>
  /** Those that are there, in no order. */
  findOutlines(ids: readonly StoryId[]): Promise<readonly OutlinedStory[]>
  /** The ids of these stories alone, the heaviest first. */
  listIds(period: Pick<StoryFilter, 'from' | 'until'>): Promise<readonly StoryId[]>
  /** All stories between two ids, both included, with those that went into another under the ids they had. */
  idsBetween(ranges: readonly (readonly [StoryId, StoryId])[]): Promise<readonly StoryId[]>
  /** How many stories were in the news on each day (`YYYY-MM-DD`, UTC) from one to another, both included; not those with none. */
  dayCounts(from: string, until: string): Promise<readonly { readonly day: string; readonly storyCount: number }[]>
  find(id: StoryId): Promise<StoryRow | undefined>
  /** Those of these that are there, in the order asked for. */
  findMany(ids: readonly StoryId[]): Promise<readonly StoryRow[]>
  members(id: StoryId): Promise<readonly StoryMember[]>
  /** Whose articles are in some stories, earliest first, under the ids asked for. */
  memberIds(ids: readonly StoryId[]): Promise<ReadonlyMap<string, readonly ArticleId[]>>
  /** Which sets of private feeds the readers of a story have: for each of them it is told once more. */
  sightsOf(id: StoryId): Promise<readonly (readonly FeedId[])[]>
  /** In place of all that was kept: what a story is told as to those who subscribe to some private feeds. */
  savePrivateTellings(id: StoryId, tellings: readonly PrivateTelling[]): Promise<void>
  /** A story of which only private articles are left is told to nobody else. */
  untell(id: StoryId): Promise<void>
  saveDossier(id: StoryId, dossier: Dossier, row: Omit<StoryRow, 'id' | 'dossier'>): Promise<void>
  /** All the ways in which languages are written in the documents, the lane of each, and its latest document. */
  spellings(): Promise<readonly Spelling[]>
  /**
   * A page of the vectors in these spellings saved after `sequence` and not older than `since`: how a clustering lane catches up.
   * `hasPrivate`: private articles are among them.
   */
  windowAfter(
    languages: readonly string[],
    sequence: number,
    since: string,
    limit: number,
    hasPrivate?: boolean,
  ): Promise<WindowPage>
  /** Up to which document each lane was looked over as a whole, by lane; `''` of those that never were. */
  repairMarks(): Promise<ReadonlyMap<string, number>>
  markRepaired(lane: string, sequence: number): Promise<void>
  /** The documents in these spellings after one and up to another, not older than `since`. */
  documentsBetween(
    languages: readonly string[],
    between: readonly [number, number],
    since: string,
  ): Promise<readonly DocumentId[]>
  /** Moves documents to stories in one transaction and marks every touched story for refresh (merge, split, repair). */
  move(moves: readonly { readonly documentId: DocumentId; readonly to: StoryId }[], at: string): Promise<void>
  /** Runs `work` while holding the named lane, or all of these lanes; nobody else holds one, on any machine. */
  exclusive<Result>(lanes: string | readonly string[], work: () => Promise<Result>): Promise<Result>
  /** Runs `work` in the named lane where nobody holds it, on any machine; where somebody does, answers `busy` at once. */
  ifFree<Result>(lane: string, work: () => Promise<Result>): Promise<IfFree<Result>>
  /** Throws LaneLostError when a lane this runs in is no longer held: then what was read in it is not all there was. */
  mustStillHold(): Promise<void>
  newId(): StoryId
  /** The told story that was founded last. */
  newest(): Promise<StoryId | undefined>
  /** Told stories founded after this one, the earliest first. */
  foundedAfter(id: StoryId, limit: number): Promise<readonly StoryId[]>
  days(): Promise<readonly { readonly day: string; readonly storyCount: number }[]>
}
