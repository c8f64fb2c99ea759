import { asId, type StoryId } from '../../src/core/ids.ts'
import type { SummaryLine, SummaryPart } from '../../src/core/summary.ts'
import type { SummaryView, WrittenView } from '../../src/operations/stories/get-summary.ts'
import { readingLevel } from '../../src/story/reading-level.ts'
import { longSummary, shortSummaryOf } from '../../src/story/summaries/long-summary.ts'
import type { Answers } from './answers.ts'
import { bigStory } from './big-story.ts'
import { dossier, story } from './story.ts'

function viewOf(length: SummaryView['length'], parts: readonly SummaryPart[]): SummaryView {
  const lines = parts.flatMap((part) => part.lines)
  return {
    id: story.id,
    title: dossier.headline.title,
    language: dossier.language,
    length,
    parts,
    reading: readingLevel(
      lines.map(({ text }) => text),
      dossier.language,
    ),
    background: [],
    droppedCount: 0,
    documents: story.documents,
  }
}

const [firstPoint, ...points] = dossier.brief as readonly [SummaryLine, ...SummaryLine[]]
const brief: readonly SummaryPart[] = [{ kind: 'happened', lines: [firstPoint, ...points] }]
const [shortFirst, ...shortRest] = shortSummaryOf(dossier) as readonly [SummaryLine, ...SummaryLine[]]

const background: SummaryView['background'] = [
  {
    id: asId<StoryId>('story-0'),
    title: 'Ferry company warns that its piers are old',
    language: 'en',
    firstAt: '2026-03-01T06:00:00.000Z',
    line: firstPoint,
  },
  {
    id: asId<StoryId>('story-0-b'),
    title: 'تحذير من قِدم الأرصفة',
    language: 'ar',
    firstAt: '2026-03-08T06:00:00.000Z',
  },
]

const written: WrittenView = {
  model: 'example-model',
  at: '2026-03-16T09:30:00.000Z',
  kept: 2,
  dropped: 1,
  lines: [
    { ...firstPoint, text: 'The council decided about the bridge.' },
    { ...(points[0] ?? firstPoint), text: 'A second sentence of a model.' },
  ],
  reading: readingLevel(['The council decided about the bridge.', 'A second sentence of a model.'], 'en'),
}

export const shortView = viewOf('short', [{ kind: 'happened', lines: [shortFirst, ...shortRest] }])
export const longView: SummaryView = {
  ...viewOf('long', longSummary(dossier, '2026-03-16T10:00:00.000Z')),
  background,
  droppedCount: 1,
}
export const writtenView: SummaryView = { ...viewOf('medium', brief), background, written, writtenBackground: written }
/** A model wrote it, but nearly nothing passed. */
export const refusedView: SummaryView = { ...writtenView, written: { ...written, kept: 1, dropped: 4, lines: [] } }
export const emptyView: SummaryView = {
  ...viewOf('short', []),
  id: bigStory.id,
  title: bigStory.dossier.headline.title,
}

export const summaryOperations = {
  get_summary: async ({ id, length }) => {
    if (id === bigStory.id) return emptyView
    if (id !== story.id) return undefined
    return length === 'long' ? longView : length === 'medium' ? writtenView : shortView
  },
} satisfies Answers
