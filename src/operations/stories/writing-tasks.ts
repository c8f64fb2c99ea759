import { createHash } from 'node:crypto'
import type { Citation } from '../../core/citation.ts'
import type { ModelUse } from '../../core/model.ts'
import type { Dossier } from '../../core/story.ts'
import type { BackgroundStep, SummaryLength } from '../../core/summary.ts'
import type { WrittenText } from '../../store/stories/written-texts.ts'
import { summarySources } from '../../story/summaries/summary-sources.ts'

/** A text that a model may write about a story, and its sources. */
type WritingTask = Pick<WrittenText, 'kind' | 'length' | 'language' | 'madeFrom'> & {
  readonly use: ModelUse
  readonly instructions: string
  readonly mostClaims: number
  readonly sources: readonly Citation[]
}

const language = 'Write in the language of the sentences.'
const lengths: Readonly<Record<SummaryLength, { readonly instructions: string; readonly mostClaims: number }>> = {
  short: {
    instructions: `Sum up this news story in about 50 words: two or three sentences, what matters most first. ${language}`,
    mostClaims: 3,
  },
  medium: {
    instructions: `Sum up this news story in three to six sentences, what matters most first. ${language}`,
    mostClaims: 6,
  },
  long: {
    instructions: `Tell this news story in about 280 words: what happened, who says what, the figures, and what is next. ${language}`,
    mostClaims: 14,
  },
}
const ofBackground = {
  instructions: `Explain what came before a news story, the oldest first. ${language}`,
  mostClaims: 8,
}

/** Fewest sentences of a text of each length. */
const leastKept: Readonly<Record<SummaryLength, number>> = { short: 1, medium: 3, long: 5 }

/** All texts to write about a story: three lengths, and the background if there is one. */
export function writingTasks(dossier: Dossier, background: readonly BackgroundStep[]): readonly WritingTask[] {
  const sources = summarySources(dossier)
  const before = background.flatMap(({ line }) => (line ? [line.citations[0]] : []))
  const task = (kind: WrittenText['kind'], length: SummaryLength, from: readonly Citation[], use: ModelUse) => ({
    kind,
    length,
    language: dossier.language,
    madeFrom: hashOf(kind, length, from),
    use,
    sources: from,
  })
  return [
    ...Object.entries(lengths).map(([length, how]) => ({
      ...task('summary', length as SummaryLength, sources, 'summary'),
      ...how,
    })),
    { ...task('background', 'short', before, 'background'), ...ofBackground },
  ].filter((one) => one.sources.length > 0)
}

/** True when enough of a text passed the checks to replace the quoted sentences. */
export function isEnough({
  kind,
  length,
  kept,
  dropped,
}: Pick<WrittenText, 'kind' | 'length' | 'kept' | 'dropped'>): boolean {
  return kept >= (kind === 'background' ? 1 : leastKept[length]) && dropped <= kept
}

/** The stored text of a task, if made from the current sources. */
export function writtenFor(task: WritingTask | undefined, texts: readonly WrittenText[]): WrittenText | undefined {
  return texts.find(
    ({ kind, length, language, madeFrom }) =>
      kind === task?.kind && length === task.length && language === task.language && madeFrom === task.madeFrom,
  )
}

function hashOf(kind: string, length: string, sources: readonly Citation[]): string {
  const places = sources.map(({ documentId, span }) => [documentId, span.start, span.end])
  return createHash('sha256')
    .update(JSON.stringify([kind, length, places]))
    .digest('hex')
}
