import type { Article } from '../../core/article.ts'
import type { Citation } from '../../core/citation.ts'
import type { Document } from '../../core/document.ts'
import type { ServedPage } from '../../core/reading/served-page.ts'
import type { Dossier } from '../../core/story.ts'

/** A story as an evidence pack contains it: only what its reader may read. Times are ISO 8601. */
export type PackInput = {
  /** The version that made the pack. */
  readonly version: string
  /** The versions of extractor and analyzers, by name. */
  readonly analyzers: Readonly<Record<string, number>>
  readonly firstAt: string
  readonly lastAt: string
  readonly changedAt: string
  readonly dossier: Dossier
  /** Members in the dossier's order, then other cited articles. */
  readonly articles: readonly PackedArticle[]
  readonly lines: readonly PackedLine[]
  /** Statements removed because a check failed. */
  readonly droppedCount: number
}

export type PackedArticle = {
  readonly id: string
  readonly outlet: string
  readonly url: string
  readonly authors: readonly string[]
  readonly language: string
  readonly publishedAt: string
  readonly updatedAt?: string
  readonly kind: string
  /** How much of the article is stored: `complete`, or why not all of it. */
  readonly completeness: string
  /** The outlet withdrew it, by a note or by deleting its page. */
  readonly isWithdrawn?: true
  /** Of which its text is the transcript. */
  readonly recording?: NonNullable<Article['recording']>
  /** In order; a revision without text is no longer stored. */
  readonly revisions: readonly PackedRevision[]
  /** Its pages as they were served, the first first, where they were kept. */
  readonly pages?: readonly PackedServedPage[]
}

/** Without bytes where the pack would be too large. */
export type PackedServedPage = ServedPage & { readonly body?: Uint8Array }

export type PackedRevision = {
  readonly document: string
  readonly title: string
  readonly readAt: string
  readonly text?: string
  /** When its words are heard in the recording. */
  readonly spoken?: Pick<Document, 'cues' | 'blocks'>
}

/** A sentence, passage or title that the story shows, with the checks made when the pack was made. */
export type PackedLine = {
  readonly part: string
  readonly how: 'title' | 'chosen' | 'quoted' | 'written'
  readonly text: string
  readonly speaker?: string
  /** The language model that wrote it. */
  readonly model?: string
  /** For a title: its document. */
  readonly titleOf?: string
  /** The cited places that match their text. */
  readonly citations: readonly Citation[]
  readonly checks: readonly { readonly check: string; readonly isPassed: boolean }[]
}
