import type { Citation } from '../../core/citation.ts'
import type { ClaimCheck } from '../../core/claim.ts'
import type { ArticleId, DocumentId, StoryId } from '../../core/ids.ts'
import type { ModelUse } from '../../core/model.ts'
import type { Span } from '../../core/span.ts'
import type { AuditedPart } from '../../core/story.ts'
import { type ShownLine, type ShownPart, shownParts } from '../../core/text/shown-line.ts'

/** A part of a story's page, its summaries beside that, what came before it, or what a model wrote of it. */
export const auditParts = [...shownParts, 'summary', 'background', 'written'] as const
export type AuditPart = (typeof auditParts)[number]

/** How a line shown is held against what is stored. Beside these, what a model wrote is held by every `ClaimCheck`. */
export type AuditCheck =
  /** The article it cites is stored. */
  | 'stored'
  /** The stored text is, letter by letter, the one that was fetched: its id is a hash of it. */
  | 'unaltered'
  /** Every place cited says, letter by letter, what it is said to say. */
  | 'words'
  /** What is shown is what is cited, no letter more or less. */
  | 'whole'
  /** It is the whole title of its article. */
  | 'title'
  /** It is one whole sentence, or several. */
  | 'sentence'
  /** The article is read as putting these words into the mouth of this speaker. */
  | 'speaker'
  | ClaimCheck

/** A sentence of an article, around the words that a line cites. */
export type AuditSource = {
  readonly documentId: DocumentId
  readonly articleId: ArticleId
  readonly sourceName: string
  readonly title: string
  readonly url: string
  readonly language: string
  readonly publishedAt: string
  /** From 1, of how many; when it was fetched (ISO 8601). */
  readonly revision: { readonly number: number; readonly count: number; readonly at: string }
  /** Absent for a title. */
  readonly place?: {
    readonly citation: Citation
    readonly holds: boolean
    /** The sentence or sentences around it, and where the words cited stand in them. */
    readonly sentence: string
    readonly cited: Span
    /** Of an earlier revision: whether the newest text of the article still has the words. */
    readonly isInNewest?: boolean
  }
}

export type AuditLine = Pick<ShownLine, 'text' | 'speaker'> & {
  readonly part: AuditPart
  readonly how: ShownLine['how'] | 'written'
  /** Which model wrote it. */
  readonly model?: string
  /** Where it stands; empty when what it cites is not stored any more. */
  readonly source?: AuditSource
  /** Whatever else it cites. */
  readonly others: readonly AuditSource[]
  /** What was held against the stored texts for this answer, in order, and whether it passed. */
  readonly checks: readonly { readonly check: AuditCheck; readonly isPassed: boolean }[]
  readonly holds: boolean
}

/** A sentence that failed a check when its story was told, and where it was to stand. `why` is in English. */
export type AuditDrop = {
  readonly part?: AuditPart
  readonly text: string
  readonly failed: AuditCheck
  readonly why: string
}

/** The part of a story's page that a part of its dossier is shown in. */
export function partOf(part: AuditedPart): AuditPart {
  if (part === 'quotations') return 'said'
  return part === 'differences' ? 'differ' : part
}

/** How many lines of a part are shown, and how many of them hold. */
export type AuditCount = { readonly part: AuditPart; readonly shown: number; readonly held: number }

/** Every line that a story shows, held against the stored articles for this answer. */
export type StoryAuditView = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  /** When this was checked: ISO 8601. */
  readonly checkedAt: string
  readonly counts: readonly AuditCount[]
  readonly shown: number
  readonly held: number
  /** How many were taken out when the story was last told or written of, and those that were kept to be looked at. */
  readonly droppedCount: number
  readonly drops: readonly AuditDrop[]
  /** What did not pass a check when the story was told and stands all the same: a title is an outlet's own words. */
  readonly doubts: readonly AuditDrop[]
  /** The part asked for; absent: all. */
  readonly part?: AuditPart
  readonly lines: readonly AuditLine[]
  /** From 1. */
  readonly page: number
  readonly pageCount: number
}

/** What the house shows and drops: over its stories of the last days, of what a model wrote, and how good it is on labelled sets. */
export type HouseAuditView = {
  /** The period: ISO 8601. */
  readonly from: string
  readonly until: string
  readonly storyCount: number
  readonly shown: number
  readonly droppedCount: number
  /** Of the sentences held against their articles once more when their stories were told: how many, how many passed, and what failed. */
  readonly told: {
    readonly checked: number
    readonly passed: number
    readonly failedBy: readonly { readonly check: ClaimCheck; readonly count: number }[]
  }
  /** How many lines each part shows, over all stories. */
  readonly parts: readonly { readonly part: ShownPart; readonly shown: number }[]
  /** Of the stories of which something was dropped, those with the most. */
  readonly mostDropped: readonly { readonly id: StoryId; readonly title: string; readonly droppedCount: number }[]
  /** What was dropped of them, the newest first. */
  readonly drops: readonly (AuditDrop & { readonly storyId: StoryId; readonly at: string })[]
  /** What a model wrote, by day (`YYYY-MM-DD`, the earliest first) and by use, as far as it was checked. */
  readonly written: {
    readonly kept: number
    readonly dropped: number
    readonly days: readonly { readonly day: string; readonly kept: number; readonly dropped: number }[]
    readonly uses: readonly {
      readonly use: ModelUse
      readonly kept: number
      readonly dropped: number
      readonly droppedBy: readonly { readonly check: ClaimCheck; readonly count: number }[]
    }[]
  }
  /** When asked for: the stories told last, held against the stored texts for this answer. */
  readonly checked?: { readonly storyCount: number; readonly shown: number; readonly held: number }
  readonly scores: PublishedScores
}

/** Quality on labelled sets, as it was measured before this version was made. */
export type PublishedScores = {
  /** The day the newest of them was measured. */
  readonly at: string
  /** By the name of the eval. */
  readonly evals: Readonly<
    Record<string, { readonly at: string; readonly sets: Readonly<Record<string, PublishedSet>> }>
  >
}

export type PublishedSet = {
  readonly records: number
  /** Whether the rules were made with the set at hand (`in`), without (`out`), or with a part of it; absent where not said. */
  readonly sample?: 'in' | 'out' | 'both'
  readonly isOwnSet?: true
  readonly figures: Readonly<Record<string, number>>
  /** A version whose figure is lower is not published. */
  readonly floors?: Readonly<Record<string, number>>
}
