import type { QuestionKind } from '../core/answer.ts'
import { defined } from '../core/defined.ts'
import { packOf, packs } from '../languages/all.ts'

/** The language of a question (BCP 47), by its letters and its small words; English where nothing speaks for another. */
export function languageOfQuestion(text: string): string {
  let best = { code: 'en', count: 0 }
  for (const { code, questions } of packs) {
    if (questions?.letters?.test(text)) return code
    const count = questions?.signs ? (text.match(questions.signs)?.length ?? 0) : 0
    if (count > best.count) best = { code, count }
  }
  return best.code
}

/** The kind of answer a text asks for, and whose statement; undefined for keywords. */
export function sortOf(
  text: string,
  language: string,
): { readonly sort: QuestionKind; readonly speaker?: string; readonly at: number; readonly end: number } | undefined {
  let first: { sort: QuestionKind; speaker?: string; at: number; end: number } | undefined
  for (const { sort, pattern } of packOf(language)?.questions?.patterns ?? []) {
    const match = pattern.exec(text)
    // The question word comes first: `Why did he wait when the alarm went off?` asks why.
    if (!match) continue
    // `Did he take it as an order? What did he say?` asks what he said.
    const isAddition = sort === 'said' && /\?\s*$/.test(text.slice(0, match.index))
    if (first && match.index >= first.at && !isAddition) continue
    const speaker = sort === 'said' ? match[1]?.trim() : undefined
    first = { sort, ...defined({ speaker: speaker || undefined }), at: match.index, end: match.index + match[0].length }
    if (isAddition) return first
  }
  return first
}
