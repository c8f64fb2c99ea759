import type { StoryId } from '../../core/ids.ts'
import type { BackgroundStep, ReadingLevel, SummaryLength, SummaryLine, SummaryPart } from '../../core/summary.ts'
import type { CitedDocument } from '../views.ts'

/** A story's summary at one length, every sentence cited, and its background. */
export type SummaryView = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly length: SummaryLength
  /** Sentences quoted from the articles. Empty if no article may be summarized. */
  readonly parts: readonly SummaryPart[]
  readonly reading: ReadingLevel
  /** Earlier events of the same matter, oldest first; empty if there are none. */
  readonly background: readonly BackgroundStep[]
  /** A model's text after the checks; absent if there is none, or its articles have changed. */
  readonly written?: WrittenView
  readonly writtenBackground?: WrittenView
  /** Sentences left out because a citation no longer matched. */
  readonly droppedCount: number
  /** Every cited document, by id. */
  readonly documents: Readonly<Record<string, CitedDocument>>
}

/** A model's text after the checks. */
export type WrittenView = {
  readonly model: string
  readonly at: string
  readonly kept: number
  readonly dropped: number
  /** The lines shown; empty when too few passed, so that the quoted sentences are shown instead. */
  readonly lines: readonly SummaryLine[]
  readonly reading: ReadingLevel
}
