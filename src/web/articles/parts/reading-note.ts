import type { ReadingLevel } from '../../../core/summary.ts'
import { type Html, html, joined, type Piece } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

/** How a text reads, as a small line: words, minutes, words a sentence, and a grade where there is one. */
export function readingNote(level: ReadingLevel, reader: Reader): Html {
  const { summaries } = reader.words
  if (level.words === 0) return html``
  const parts = [summaries.words(level.words), summaries.minutes(level.minutes), readingGrade(level, reader)]
  return html`<p class="note">${summaries.reading} ${joined(parts, ' · ')}</p>`
}

/** How hard a text is: words a sentence, and the grade of its language where there is one. */
export function readingGrade({ wordsPerSentence, grade }: ReadingLevel, { words: { summaries } }: Reader): Piece {
  const named =
    grade && html`<span title="${summaries.gradeNote[grade.scale]}">${summaries.grade[grade.scale](grade.value)}</span>`
  return joined([summaries.aSentence(wordsPerSentence), named], ' · ')
}
