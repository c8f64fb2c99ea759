import type { Entity } from '../../core/annotation.ts'
import type { ArticleId, FeedId, SourceId } from '../../core/ids.ts'

/** How an outlet stands among others in the stories with at least two independent reports. */
export type OutletSpeed = {
  readonly sourceId: SourceId
  /** How many such stories it is in, and how many of them it had first. */
  readonly storyCount: number
  readonly firstCount: number
  /** Minutes after the first report, one for each such story that another had first; in order of size. */
  readonly behindMinutes: readonly number[]
}

/** One poll of a feed: how many entries were new, nothing new, or it failed. */
export type PollMark = number | 'unchanged' | 'failed'

/** What is counted of one outlet since a time. Times are ISO 8601, UTC. */
export type OutletReport = {
  readonly speed: OutletSpeed
  /** Per day (`YYYY-MM-DD`) of publication: articles that are in a story, and the mean share of their text that is their own. */
  readonly ownByDay: readonly { readonly day: string; readonly articleCount: number; readonly ownShare: number }[]
  /** Whose texts it copies, and who copies its: in how many stories. An agency that is no outlet of ours has no id. */
  readonly copiesFrom: readonly { readonly name: string; readonly sourceId?: SourceId; readonly storyCount: number }[]
  readonly copiedBy: readonly { readonly name: string; readonly sourceId: SourceId; readonly storyCount: number }[]
  /** Of its stories, the most first. */
  readonly languages: readonly { readonly name: string; readonly storyCount: number }[]
  readonly sections: readonly { readonly name: string; readonly storyCount: number }[]
  /** Whom its newest articles, so many, quote most. `quoteCount` is of all whose speaker is known. */
  readonly quotedArticleCount: number
  readonly speakers: readonly { readonly entity: Entity; readonly quoteCount: number }[]
  readonly quoteCount: number
  /** Articles whose text changed after it was first kept; the newest change first. */
  readonly edited: readonly {
    readonly articleId: ArticleId
    readonly title: string
    readonly at: string
    readonly revisionCount: number
  }[]
  /** The last polls of each feed, the newest last. */
  readonly polls: ReadonlyMap<FeedId, readonly PollMark[]>
}

export type OutletStore = {
  /** Of every outlet that has such a story since then. */
  listSpeeds(since: string): Promise<readonly OutletSpeed[]>
  /** The base language of what each outlet's feed says it is in, or else of most of its stories since then. */
  languages(since: string): Promise<ReadonlyMap<SourceId, string>>
  report(id: SourceId, since: string): Promise<OutletReport>
}
