import { placeOf } from '../core/citation.ts'
import type { CheckedStatement } from '../core/claim.ts'
import type { Dossier } from '../core/story.ts'
import type { SummaryLine } from '../core/summary.ts'
import type { StoryRow } from '../store/story-store.ts'
import { longSummary, shortOf } from '../story/long-summary.ts'
import type { ListedLine } from './audit-line.ts'
import { backgroundStories } from './background-stories.ts'
import type { OperationContext } from './operation.ts'
import { isEnough, writingTasks, writtenFor } from './writing-tasks.ts'

/** What the summaries of a story show beside its page: sentences chosen, what came before, and what a model wrote. */
export type SummarizedLines = {
  readonly chosen: readonly ListedLine[]
  readonly written: readonly { readonly statement: CheckedStatement; readonly model: string }[]
  /** How many sentences of the model were dropped when it wrote. */
  readonly droppedCount: number
}

/** Lists them, each sentence once. */
export async function summarizedLines(
  context: OperationContext,
  row: StoryRow & { readonly dossier: Dossier },
): Promise<SummarizedLines> {
  const { dossier } = row
  const steps = await backgroundStories(context, row)
  const told = [...shortOf(dossier), ...longSummary(dossier, context.now().toISOString()).flatMap(({ lines }) => lines)]
  const texts = await context.store.writtenTexts.of(row.id)
  const written =
    texts.length === 0 ? [] : writingTasks(dossier, steps).flatMap((task) => writtenFor(task, texts) ?? [])
  return {
    chosen: [
      ...once(told.map((line) => listed('summary', line))),
      ...once(steps.flatMap(({ line }) => (line ? [listed('background', line)] : []))),
    ],
    written: written.flatMap((text) =>
      isEnough(text) ? text.statements.map((statement) => ({ statement, model: text.model })) : [],
    ),
    droppedCount: written.reduce((sum, { dropped }) => sum + dropped, 0),
  }
}

function listed(part: 'summary' | 'background', { text, citations, said }: SummaryLine): ListedLine {
  return { part, how: said ? 'quoted' : 'chosen', text, citations, ...(said ? { speaker: said.speaker } : {}) }
}

function once(lines: readonly ListedLine[]): readonly ListedLine[] {
  return [...new Map(lines.map((line) => [line.citations[0] && placeOf(line.citations[0]), line])).values()]
}
