import { annotate } from '../src/analyze/annotate.ts'
import { checkClaims } from '../src/check/check-claims.ts'
import { numberSentences, sentencesFound } from '../src/check/number-sentences.ts'
import type { CheckedText, NumberedSentence } from '../src/core/claim.ts'
import type { Document } from '../src/core/document.ts'
import { asId } from '../src/core/ids.ts'

/** For tests: the sentences of a text, numbered, as the pipeline hands them to a writer. The day is a Tuesday. */
export function sentencesOf(text: string, language = 'en'): NumberedSentence[] {
  let at = 0
  const blocks = text.split('\n').map((line) => {
    const block = { kind: 'paragraph' as const, start: at, end: at + line.length }
    at += line.length + 1
    return block
  })
  const document: Document = {
    id: asId('doc'),
    articleId: asId('article'),
    language,
    title: '',
    text,
    blocks,
    publishedAt: '2025-06-10T12:00:00Z',
  }
  const annotations = annotate(document)
  return numberSentences([
    { document, annotations, sourceName: 'Outlet', spans: sentencesFound(document, annotations) },
  ])
}

/** For tests: what becomes of a claim that rests on the given sentences of a text, all of them where none is named. */
export function judge(text: string, claim: string, numbers?: readonly number[], speaker?: string): CheckedText {
  const sentences = sentencesOf(text)
  const cited = numbers ?? sentences.map(({ number }) => number)
  const home = sentences.find(({ number }) => number === cited[0])
  const exact = home ? home.document.text.slice(home.span.start, home.span.end) : ''
  return checkClaims([{ text: claim, sentences: cited, exact, ...(speaker ? { speaker } : {}) }], sentences, annotate)
}

/** For tests: the check a claim fails, or `kept`. */
export function outcomeOf(...given: Parameters<typeof judge>): string {
  const { dropped, kept } = judge(...given)
  return dropped[0]?.failed ?? (kept.length === 1 ? 'kept' : 'nothing')
}
