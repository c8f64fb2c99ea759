import { all as allAnalyzers } from '../../analyze/all.ts'
import { type AnalyzerFault, annotate } from '../../analyze/annotate.ts'
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
/** The result, the analyzers that threw and, for an article, its duration. */
export type AnalysisReply = {
  readonly result: WorkResult
  readonly faults: readonly AnalyzerFault[]
  readonly tookMs?: ReadMs
}

answerRequests((work: AnalysisRequest): AnalysisReply => {
  const faults: AnalyzerFault[] = []
  switch (work.kind) {
    case 'digest':
      return { ...timedDigest(work.input, faults), faults }
    case 'annotate':
      return { result: annotate(work.document, allAnalyzers, faults), faults }
    case 'page':
      return { result: readPage(work.question), faults }
  }
})

function timedDigest(input: DigestInput, faults: AnalyzerFault[]): Omit<AnalysisReply, 'faults'> {
  const startedAt = performance.now()
  let extractedAt = startedAt
  const onExtracted = () => {
    extractedAt = performance.now()
  }
  const result = digest(input, onExtracted, faults)
  return { result, tookMs: { extract: extractedAt - startedAt, analyze: performance.now() - extractedAt } }
}
