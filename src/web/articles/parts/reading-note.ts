import type { ReadingLevel } from '../../../core/summary.ts'
import { type Html, html, joined, type Piece } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

/** Readability as a small line: words, minutes, words per sentence, and a grade if there is one. */
export function readingNote(level: ReadingLevel, reader: Reader): Html {
  const { summaries } = reader.words
  if (level.words === 0) return html``
  const parts = [summaries.words(level.words), summaries.minutes(level.minutes), readingGrade(level, reader)]
  return html`<p class="note">${summaries.reading} ${joined(parts, ' · ')}</p>`
}

/** Difficulty of a text: words per sentence, and the grade for its language if there is one. */
export function readingGrade({ wordsPerSentence, grade }: ReadingLevel, { words: { summaries } }: Reader): Piece {
  const named =
    grade && html`<span title="${summaries.gradeNote[grade.scale]}">${summaries.grade[grade.scale](grade.value)}</span>`
  return joined([summaries.aSentence(wordsPerSentence), named], ' · ')
}
