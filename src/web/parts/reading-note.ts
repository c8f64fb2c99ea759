import type { ReadingLevel } from '../../core/summary.ts'
import type { Reader } from '../reader.ts'
import { type Html, html, joined } from './html.ts'

/** How a text reads, as a small line: words, minutes, words a sentence, and a grade where there is one. */
export function readingNote({ words: count, minutes, wordsPerSentence, grade }: ReadingLevel, reader: Reader): Html {
  const { summaries } = reader.words
  if (count === 0) return html``
  return html`<p class="note reading">${summaries.reading}: ${joined(
    [
      summaries.words(count),
      summaries.minutes(minutes),
      summaries.aSentence(wordsPerSentence),
      grade &&
        html`<span title="${summaries.gradeNote[grade.scale]}">${summaries.grade[grade.scale](grade.value)}</span>`,
    ],
    ' · ',
  )}</p>`
}
