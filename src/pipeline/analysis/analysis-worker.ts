import { annotate } from '../../analyze/annotate.ts'
import type { Document } from '../../core/document.ts'
import type { Annotations } from '../../core/layers.ts'
import { type Digest, type DigestInput, digest } from '../digest.ts'
import { type PageQuestion, type PageReading, readPage } from '../pages/read-page.ts'
import { answerRequests } from '../thread-answers.ts'

/** What a thread can do: read an article, read a stored text again, or search a page. */
export type AnalysisRequest =
  | { readonly kind: 'digest'; readonly input: DigestInput }
  | { readonly kind: 'annotate'; readonly document: Document }
  | { readonly kind: 'page'; readonly question: PageQuestion }
/** Milliseconds for an article: for extracting its text, and for analyzing it. */
export type ReadMs = { readonly extract: number; readonly analyze: number }
type WorkResult = Digest | Annotations | PageReading
/** The result and, for an article, its duration. */
export type AnalysisReply = { readonly result: WorkResult; readonly tookMs?: ReadMs }

answerRequests(
  (work: AnalysisRequest): AnalysisReply => (work.kind === 'digest' ? timedDigest(work.input) : { result: done(work) }),
)

function timedDigest(input: DigestInput): AnalysisReply {
  const startedAt = performance.now()
  let extractedAt = startedAt
  const result = digest(input, () => {
    extractedAt = performance.now()
  })
  return { result, tookMs: { extract: extractedAt - startedAt, analyze: performance.now() - extractedAt } }
}

function done(work: Exclude<AnalysisRequest, { kind: 'digest' }>): WorkResult {
  switch (work.kind) {
    case 'annotate':
      return annotate(work.document)
    case 'page':
      return readPage(work.question)
  }
}
