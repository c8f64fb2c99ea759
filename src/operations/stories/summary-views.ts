import type { StoryId } from '../../core/ids.ts'
import type { BackgroundStep, ReadingLevel, SummaryLength, SummaryLine, SummaryPart } from '../../core/summary.ts'
import type { CitedDocument } from '../views.ts'

/** A story told at one length, every sentence cited, and what came before it. */
export type SummaryView = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly length: SummaryLength
  /** Sentences chosen from the articles, word for word. Empty where no article may be summarized. */
  readonly parts: readonly SummaryPart[]
  readonly reading: ReadingLevel
  /** What came before on the same matter, the oldest first; empty when nothing did. */
  readonly background: readonly BackgroundStep[]
  /** What a model wrote of it and what was left of that when it was checked; absent where none did, or its articles have changed. */
  readonly written?: WrittenView
  readonly writtenBackground?: WrittenView
  /** Sentences left out because a citation no longer held. */
  readonly droppedCount: number
  /** Every document a citation names, by id. */
  readonly documents: Readonly<Record<string, CitedDocument>>
}

/** A model's text as it was left by the checks. */
export type WrittenView = {
  readonly model: string
  readonly at: string
  readonly kept: number
  readonly dropped: number
  /** What is shown of it; empty where too little was left, so that the chosen sentences stand. */
  readonly lines: readonly SummaryLine[]
  readonly reading: ReadingLevel
}
