import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { annotate } from '../../analyze/annotate.ts'
import { cite } from '../../core/citation.ts'
import type { CheckedStatement } from '../../core/claim.ts'
import type { Document } from '../../core/document.ts'
import { type ArticleId, asId } from '../../core/ids.ts'
import { documentIdOf } from '../../pipeline/document-id.ts'
import type { StoredArticle } from '../../store/store.ts'
import { type AuditTexts, unalteredCheck } from './audit-line.ts'
import { auditWritten } from './audit-written.ts'

const text =
  'The council closed the old pier on Monday after engineers found cracks in 14 of its pillars. The mayor, Ada Lund, said repairs would not begin before June.'
const article = { articleId: asId<ArticleId>('a'), title: 'Pier closed', text }
const document: Document = {
  ...article,
  id: documentIdOf(article),
  language: 'en',
  blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  publishedAt: '2026-03-12T08:00:00Z',
}
const stored: StoredArticle = {
  article: { id: document.articleId, url: 'https://outlet.example/', publishedAt: document.publishedAt } as never,
  source: { id: asId('1'), name: 'Outlet', homeUrl: 'https://outlet.example/' },
  document,
  annotations: annotate(document),
  revisions: [],
  syndications: [],
  entryIds: [],
}
const texts: AuditTexts = {
  articles: new Map([[document.id, stored]]),
  newest: new Map(),
  isUnaltered: unalteredCheck(),
}

function statement(words: string, exact: string): CheckedStatement {
  const start = text.indexOf(exact)
  assert.ok(start >= 0)
  // An earlier pass must not be trusted.
  return { text: words, citations: [cite(document, { start, end: start + exact.length })], passed: ['number', 'name'] }
}

const failed = (one: CheckedStatement, given = texts) =>
  auditWritten(one, 'a-model', given).checks.flatMap(({ check, isPassed }) => (isPassed ? [] : [check]))

describe('a sentence that a model wrote', () => {
  it('holds where it says what its sentence says, and names the checks that it passed now', () => {
    const line = auditWritten(
      statement('The council closed the old pier on Monday.', 'closed the old pier on Monday'),
      'a-model',
      texts,
    )
    assert.equal(line.holds, true, JSON.stringify(line.checks))
    assert.deepEqual([line.part, line.how, line.model], ['written', 'written', 'a-model'])
    assert.ok(line.checks.some(({ check }) => check === 'number'))
    assert.match(line.source?.place?.sentence ?? '', /^The council closed .* pillars\.$/)
  })

  it('does not hold with another number, another name, or without the word that denies', () => {
    const [pillars, repairs] = ['cracks in 14 of its pillars', 'said repairs would not begin before June']
    assert.deepEqual(failed(statement('Engineers found cracks in 40 of its pillars.', pillars)), ['number'])
    assert.deepEqual(failed(statement('Olga Berg said repairs would not begin before June.', repairs)), ['name'])
    assert.notDeepEqual(failed(statement('Ada Lund said repairs would begin before June.', repairs)), [])
  })

  it('does not hold once its words are not where it cites them, or its article is gone', () => {
    const one = statement('The council closed the old pier on Monday.', 'closed the old pier on Monday')
    const [first] = one.citations
    const moved = { ...first, span: { start: first.span.start + 1, end: first.span.end + 1 } }
    assert.deepEqual(failed({ ...one, citations: [moved] }), ['words'])
    assert.deepEqual(failed(one, { ...texts, articles: new Map() }), ['stored'])
  })
})
