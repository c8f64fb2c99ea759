import type { Citation } from '../../core/citation.ts'
import type { ClaimCheck } from '../../core/claim.ts'
import type { ArticleId, DocumentId, StoryId } from '../../core/ids.ts'
import type { ModelUse } from '../../core/model.ts'
import type { Span } from '../../core/span.ts'
import type { AuditedPart } from '../../core/story.ts'
import { type ShownLine, type ShownPart, shownParts } from '../../core/text/shown-line.ts'

/** A part of a story's page, its summaries, its background, or text by a model. */
export const auditParts = [...shownParts, 'summary', 'background', 'written'] as const
export type AuditPart = (typeof auditParts)[number]

/** Checks of a shown line against the stored texts. Text by a model is also checked by every `ClaimCheck`. */
export type AuditCheck =
  /** The article it cites is stored. */
  | 'stored'
  /** The stored text is exactly the one that was fetched: its id is a hash of it. */
  | 'unaltered'
  /** Every cited place has exactly the cited words. */
  | 'words'
  /** The line is exactly the cited words, no more and no less. */
  | 'whole'
  /** It is the whole title of its article. */
  | 'title'
  /** It is one or more whole sentences. */
  | 'sentence'
  /** The article attributes these words to this speaker. */
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
  /** Number of the revision, from 1, and of all revisions; `at` is when it was fetched (ISO 8601). */
  readonly revision: { readonly number: number; readonly count: number; readonly at: string }
  /** Absent for a title. */
  readonly place?: {
    readonly citation: Citation
    readonly holds: boolean
    /** The sentences around it, and the cited words' place in them. */
    readonly sentence: string
    readonly cited: Span
    /** For an earlier revision: whether the newest text still has the words. */
    readonly isInNewest?: boolean
  }
}

export type AuditLine = Pick<ShownLine, 'text' | 'speaker'> & {
  readonly part: AuditPart
  readonly how: ShownLine['how'] | 'written'
  /** The model that wrote it. */
  readonly model?: string
  /** The cited place; absent when the article is no longer stored. */
  readonly source?: AuditSource
  /** Its other citations. */
  readonly others: readonly AuditSource[]
  /** The checks made for this answer, in order. */
  readonly checks: readonly { readonly check: AuditCheck; readonly isPassed: boolean }[]
  readonly holds: boolean
}

/** A sentence that failed a check when the dossier was built, and the part it was meant for. `why` is in English. */
export type AuditDrop = {
  readonly part?: AuditPart
  readonly text: string
  readonly failed: AuditCheck
  readonly why: string
}

/** The part of a story's page that shows a part of its dossier. */
export function partOf(part: AuditedPart): AuditPart {
  if (part === 'quotations') return 'said'
  return part === 'differences' ? 'differ' : part
}

/** How many lines of a part are shown, and how many of them pass. */
export type AuditCount = { readonly part: AuditPart; readonly shown: number; readonly held: number }

/** Every line that a story shows, checked against the stored articles for this answer. */
export type StoryAuditView = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  /** The time of this check: ISO 8601. */
  readonly checkedAt: string
  readonly counts: readonly AuditCount[]
  readonly shown: number
  readonly held: number
  /** Lines removed when the dossier or a model's text was last made; `drops` are those kept for review. */
  readonly droppedCount: number
  readonly drops: readonly AuditDrop[]
  /** Lines that failed a check but are shown, because a title is the outlet's own words. */
  readonly doubts: readonly AuditDrop[]
  /** The requested part; absent: all. */
  readonly part?: AuditPart
  readonly lines: readonly AuditLine[]
  /** From 1. */
  readonly page: number
  readonly pageCount: number
}

/** What the instance shows and drops: in stories of the last days, in text by a model, and its quality on labeled sets. */
export type InstanceAuditView = {
  /** The period: ISO 8601. */
  readonly from: string
  readonly until: string
  readonly storyCount: number
  readonly shown: number
  readonly droppedCount: number
  /** Results of the checks made when the dossiers were built. */
  readonly told: {
    readonly checked: number
    readonly passed: number
    readonly failedBy: readonly { readonly check: ClaimCheck; readonly count: number }[]
  }
  /** How many lines each part shows, over all stories. */
  readonly parts: readonly { readonly part: ShownPart; readonly shown: number }[]
  /** The stories with the most dropped sentences. */
  readonly mostDropped: readonly { readonly id: StoryId; readonly title: string; readonly droppedCount: number }[]
  /** Dropped sentences, newest first. */
  readonly drops: readonly (AuditDrop & { readonly storyId: StoryId; readonly at: string })[]
  /** Checked text by a model, by day (`YYYY-MM-DD`, earliest first) and by use. */
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
  /** On request: the newest stories, checked against the stored texts for this answer. */
  readonly checked?: { readonly storyCount: number; readonly shown: number; readonly held: number }
  readonly scores: PublishedScores
}

/** Quality on labeled sets, measured before this version was released. */
export type PublishedScores = {
  /** The day of the newest measurement. */
  readonly at: string
  /** By the name of the eval. */
  readonly evals: Readonly<
    Record<string, { readonly at: string; readonly sets: Readonly<Record<string, PublishedSet>> }>
  >
}

export type PublishedSet = {
  readonly records: number
  /** Whether the rules were developed with this set (`in`), without it (`out`), or with a part of it; absent if unknown. */
  readonly sample?: 'in' | 'out' | 'both'
  readonly isOwnSet?: true
  readonly figures: Readonly<Record<string, number>>
  /** A version with a lower figure is not released. */
  readonly floors?: Readonly<Record<string, number>>
}
