import { defined } from '../core/defined.ts'
import type { Dossier } from '../core/story.ts'
import type { BackgroundStep, SummaryLine } from '../core/summary.ts'
import { repeats } from './points/repeats.ts'
import { shortSummaryOf } from './summaries/long-summary.ts'
import { contentStems, wordsOf } from './words.ts'

const mostSteps = 8

/** An earlier story on the same matter. */
type EarlierStory = {
  readonly id: BackgroundStep['id']
  readonly title: string
  readonly language: string
  readonly firstAt: string
  readonly dossier: Pick<Dossier, 'short' | 'brief'>
}

/**
 * The background of a story: for each earlier story its date, headline and the first sentence of its summary that doesn't repeat one above.
 * Oldest first, the latest eight. Empty when nothing came before.
 */
export function backgroundOf(stories: readonly EarlierStory[], firstAt: string): BackgroundStep[] {
  const earlier = stories
    .filter((story) => Date.parse(story.firstAt) < Date.parse(firstAt))
    .toSorted((a, b) => Date.parse(a.firstAt) - Date.parse(b.firstAt))
    .slice(-mostSteps)
  const comparable: SummaryLine[] = []
  return earlier.map(({ id, title, language, firstAt, dossier }) => {
    const line = [...shortSummaryOf(dossier), ...dossier.brief].find(
      (point) => !comparable.some((before) => saysTheSame(before, point)),
    )
    if (line) comparable.push(line)
    return { id, title, language, firstAt, ...defined({ line }) }
  })
}

function saysTheSame(a: SummaryLine, b: SummaryLine): boolean {
  const comparable = ({ text }: SummaryLine) => {
    const words = wordsOf(text)
    return { text, words, stems: contentStems(words), index: 1 }
  }
  return a.text === b.text || repeats(comparable(a), comparable(b))
}
