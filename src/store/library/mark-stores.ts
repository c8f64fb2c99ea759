import type { ArticleId, EntryId, MuteId, NoteId, StoryId } from '../../core/ids.ts'
import type { Follow, FollowKind, Mute, MuteKind, Note, Saved, SavedKind, Visit, VisitKind } from '../../core/marks.ts'
import type { Page } from '../store.ts'

/**
 * What belongs to one reader. A mark on a story that went into another is listed as one on that other, and is taken away
 * as such; should the merge be undone, it is on the first again. Times are ISO 8601, UTC.
 */
export type FollowStore = {
  /** One that is followed already keeps the time it was followed at first. */
  add(readerId: string, follows: readonly Follow[]): Promise<void>
  /** What was taken away, so that it can be put back; undefined when it was not followed. */
  remove(readerId: string, kind: FollowKind, target: string): Promise<Follow | undefined>
  /** The latest first. */
  list(readerId: string): Promise<readonly Follow[]>
}

export type MuteStore = {
  /** One on the same thing gives way. */
  add(readerId: string, mutes: readonly Mute[]): Promise<void>
  remove(readerId: string, id: MuteId): Promise<Mute | undefined>
  removeFrom(readerId: string, kind: MuteKind, target: string): Promise<Mute | undefined>
  /** Those in force at a time, the latest made first. */
  list(readerId: string, at: string): Promise<readonly Mute[]>
}

export type SaveStore = {
  /** One that is saved already keeps its time. Answers how many were not saved before. */
  add(readerId: string, saved: readonly Saved[]): Promise<number>
  remove(readerId: string, kind: SavedKind, target: string): Promise<Saved | undefined>
  /** The latest first. */
  list(readerId: string): Promise<readonly Saved[]>
  has(readerId: string, kind: SavedKind, target: string): Promise<boolean>
  /** Starred entries, the star set last first. */
  listStarred(readerId: string, limit: number): Promise<readonly StarredEntry[]>
}

export type StarredEntry = {
  readonly id: EntryId
  readonly title: string
  readonly sourceName: string
  readonly publishedAt: string
  /** When it was starred. */
  readonly at: string
  readonly url?: string
  readonly articleId?: ArticleId
}

/** What marked things are called now, for lists of them; what is gone is left out. */
export type TitleStore = {
  articles(ids: readonly ArticleId[]): Promise<ReadonlyMap<string, ArticleTitle>>
  /** Merged stories under their old ids too. */
  stories(ids: readonly StoryId[]): Promise<ReadonlyMap<string, StoryTitle>>
}

export type ArticleTitle = {
  readonly id: ArticleId
  readonly title: string
  readonly url: string
  readonly language: string
  readonly sourceName: string
  readonly publishedAt: string
}

export type StoryTitle = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly articleCount: number
  readonly reportCount: number
  readonly changedAt: string
}

export type NoteStore = {
  /** One of the same id gives way to a later change. */
  save(readerId: string, notes: readonly Note[]): Promise<void>
  /** Changes one to what `decide` makes of it as it is then; undefined where there is none, or where it is to stay. */
  change(readerId: string, id: NoteId, decide: (note: Note) => Note | undefined): Promise<Note | undefined>
  remove(readerId: string, id: NoteId): Promise<Note | undefined>
  find(readerId: string, id: NoteId): Promise<Note | undefined>
  /** Those on one article, as they follow in its text. */
  listOf(readerId: string, articleId: ArticleId): Promise<readonly Note[]>
  /** The latest made first. */
  list(readerId: string, limit: number, cursor?: string): Promise<Page<Note>>
}

export type VisitStore = {
  /**
   * Notes that something is looked at, and answers when the visit before ended: undefined at the first. Looking again within
   * 30 minutes is the same visit, and answers the same; within a minute it is not even written. `at` is ISO 8601, UTC.
   */
  touch(readerId: string, kind: VisitKind, target: string, at: string): Promise<string | undefined>
  /** The same of many things in one write: those that were looked at before, each with when that visit ended. */
  touchMany(
    readerId: string,
    kind: VisitKind,
    targets: readonly string[],
    at: string,
  ): Promise<ReadonlyMap<string, string>>
  /** When each of some things was looked at last; those that never were are left out. */
  lastOf(readerId: string, kind: VisitKind, targets: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** What `touch` would answer, noting nothing. */
  lastBefore(readerId: string, kind: VisitKind, target: string, at: string): Promise<string | undefined>
  /** The latest first, of some kinds. */
  list(readerId: string, kinds: readonly VisitKind[], limit: number, cursor?: string): Promise<Page<Visit>>
  /** Puts visits in from elsewhere; the later of two stays. */
  add(readerId: string, visits: readonly Visit[]): Promise<void>
  /** Takes these things away, and of their kind all that was looked at before a time; one write. */
  forget(readerId: string, kind: VisitKind, targets: readonly string[], before?: string): Promise<void>
  /** Forgets what was looked at: all of some kinds, or one thing. */
  clear(readerId: string, kinds: readonly VisitKind[], target?: string): Promise<number>
}
