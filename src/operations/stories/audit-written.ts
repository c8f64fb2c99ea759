import { annotate } from '../../analyze/annotate.ts'
import { checkClaims } from '../../check/check-claims.ts'
import { numberSentences } from '../../check/number-sentences.ts'
import { type Citation, matchesText } from '../../core/citation.ts'
import type { CheckedStatement } from '../../core/claim.ts'
import { defined } from '../../core/defined.ts'
import { nth } from '../../core/nth.ts'
import { contains, type Span } from '../../core/span.ts'
import type { StoredArticle } from '../../store/store.ts'
import { type AuditTexts, sourceOf, unalteredOf } from './audit-line.ts'
import type { AuditLine } from './audit-views.ts'

/** Checks a sentence by a model against the sentences it cites, repeating every check. */
export function auditWritten(statement: CheckedStatement, model: string, texts: AuditTexts): AuditLine {
  const { text, speaker, citations } = statement
  const line = {
    part: 'written' as const,
    how: 'written' as const,
    text,
    model,
    ...defined({ speaker: speaker || undefined }),
  }
  const cited = citations.flatMap((citation) => {
    const article = texts.articles.get(citation.documentId)
    return article ? [{ citation, article }] : []
  })
  const [first, ...rest] = cited
  if (!first || cited.length < citations.length)
    return { ...line, others: [], checks: [{ check: 'stored', isPassed: false }], holds: false }
  const areWordsHeld = cited.every(({ citation, article }) => matchesText(article.document, citation))
  const checks = [
    { check: 'stored' as const, isPassed: true },
    ...unalteredOf(
      cited.map(({ article }) => article),
      texts,
    ),
    { check: 'words' as const, isPassed: areWordsHeld },
    ...(areWordsHeld ? claimChecks(statement, cited) : []),
  ]
  return {
    ...line,
    source: sourceOf(first.article, first.citation, texts),
    others: rest.map(({ article, citation }) => sourceOf(article, citation, texts)),
    checks,
    holds: checks.every(({ isPassed }) => isPassed),
  }
}

function claimChecks(
  { text, speaker }: CheckedStatement,
  cited: readonly { readonly citation: Citation; readonly article: StoredArticle }[],
): AuditLine['checks'] {
  const sentences = numberSentences(
    cited.map(({ citation, article: { document, annotations, source } }) => ({
      document,
      annotations,
      sourceName: source.name,
      spans: [sentenceOf(citation.span, annotations)],
    })),
  )
  const draft = {
    text,
    sentences: sentences.map(({ number }) => number),
    exact: nth(cited, 0).citation.exact,
    ...defined({ speaker: speaker || undefined }),
  }
  const { kept, dropped } = checkClaims([draft], sentences, annotate)
  return [
    ...kept.flatMap(({ passed }) => passed.map((check) => ({ check, isPassed: true }))),
    ...dropped.map(({ failed }) => ({ check: failed, isPassed: false })),
  ]
}

/** The sentence that contains the cited words; the words themselves if no single sentence does. */
function sentenceOf(cited: Span, annotations: StoredArticle['annotations']): Span {
  return annotations.sentences?.items.find(({ span }) => contains(span, cited))?.span ?? cited
}
