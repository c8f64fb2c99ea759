import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cite } from '../../core/citation.ts'
import type { Document } from '../../core/document.ts'
import { type ArticleId, asId, type DocumentId, type EntityId } from '../../core/ids.ts'
import type { ShownLine } from '../../core/text/shown-line.ts'
import { documentIdOf } from '../../pipeline/document-id.ts'
import type { StoredArticle } from '../../store/store.ts'
import { type AuditTexts, auditLine, unalteredCheck } from './audit-line.ts'

const text = 'The pier opens on Monday. “It is safe,” Ada Lund said. Nobody was hurt.'
const document: Document = {
  id: documentIdOf({ articleId: asId<ArticleId>('a'), title: 'The pier opens', text }),
  articleId: asId<ArticleId>('a'),
  language: 'en',
  title: 'The pier opens',
  text,
  blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  publishedAt: '2026-03-12T08:00:00Z',
}
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const speaker = { id: asId<EntityId>('person:ada-lund'), kind: 'person', name: 'Ada Lund' } as const
const sentences = ['The pier opens on Monday.', '“It is safe,” Ada Lund said.', 'Nobody was hurt.']

function stored(of: Document, at = '2026-03-12T09:00:00Z'): StoredArticle {
  return {
    article: { id: of.articleId, url: 'https://outlet.example/pier', publishedAt: of.publishedAt } as never,
    source: { id: asId('1'), name: 'Outlet', homeUrl: 'https://outlet.example/' },
    document: of,
    annotations: {
      sentences: {
        by: 'sentences',
        version: 1,
        items: sentences.map((one, index) => ({ span: spanOf(one), block: 0, index })),
      },
      quotes: {
        by: 'quotes',
        version: 1,
        items: [
          { span: spanOf('It is safe,'), kind: 'direct', pattern: 'cue-right', confidence: 1, sentence: 1, speaker },
        ],
      },
    },
    revisions: [{ documentId: document.id, title: of.title, at }],
    syndications: [],
    entryIds: [],
  }
}

const textsWith = (of: Document, newest: AuditTexts['newest'] = new Map()): AuditTexts => ({
  articles: new Map([[document.id, stored(of)]]),
  newest,
  isUnaltered: unalteredCheck(),
})
const line = (words: string, rest: Partial<ShownLine> = {}): ShownLine => ({
  part: 'brief',
  how: 'chosen',
  text: words,
  citations: [cite(document, spanOf(words))],
  ...rest,
})
const failed = (one: ShownLine, texts: AuditTexts) =>
  auditLine(one, texts).checks.flatMap(({ check, isPassed }) => (isPassed ? [] : [check]))
const passed = (one: ShownLine, texts: AuditTexts) =>
  auditLine(one, texts).checks.flatMap(({ check, isPassed }) => (isPassed ? [check] : []))

describe('a line of an audit', () => {
  it('passes what holds, and tells the sentence it stands in', () => {
    const audited = auditLine(line('The pier opens on Monday.'), textsWith(document))
    assert.equal(audited.holds, true)
    assert.deepEqual(
      audited.checks.map(({ check }) => check),
      ['stored', 'unaltered', 'words', 'whole', 'sentence'],
    )
    const part = auditLine(line('It is safe,'), textsWith(document))
    assert.equal(part.source?.place?.sentence, '“It is safe,” Ada Lund said.')
    assert.deepEqual(part.source?.place?.cited, { start: 1, end: 12 })
    assert.ok(!part.checks.some(({ check }) => check === 'sentence'))
  })

  it('finds that the stored text was altered, though the words cited still stand', () => {
    const altered = { ...document, text: text.replace('Nobody', 'Ninety') }
    assert.deepEqual(failed(line('The pier opens on Monday.'), textsWith(altered)), ['unaltered'])
    assert.deepEqual(failed(line('Nobody was hurt.'), textsWith(altered)), ['unaltered', 'words'])
  })

  it('finds that what is shown is not what is cited', () => {
    const one = line('Nobody was hurt.', { text: 'Nobody was seriously hurt.' })
    assert.deepEqual(failed(one, textsWith(document)), ['whole'])
  })

  it('finds a place beside the first that does not say what it is said to say', () => {
    const good = cite(document, spanOf('Nobody was hurt.'))
    const moved = { ...good, span: { start: good.span.start - 1, end: good.span.end - 1 } }
    const one = line('Nobody was hurt.', { citations: [good, moved] })
    assert.deepEqual(failed(one, textsWith(document)), ['words'])
  })

  it('finds an article gone, and a title that is another', () => {
    const gone = { ...textsWith(document), articles: new Map() }
    assert.deepEqual(failed(line('Nobody was hurt.'), gone), ['stored'])
    const title: ShownLine = {
      part: 'headline',
      how: 'title',
      text: 'The pier shuts',
      titleOf: document.id,
      citations: [],
    }
    assert.deepEqual(failed(title, textsWith(document)), ['title'])
    assert.deepEqual(failed({ ...title, text: document.title }, textsWith(document)), [])
  })

  it('says that the speaker is the one of the article only where it is', () => {
    const quoted = (name: string) => line('It is safe,', { part: 'said', how: 'quoted', speaker: name })
    assert.ok(passed(quoted('Ada Lund'), textsWith(document)).includes('speaker'))
    assert.ok(passed(quoted('Lund'), textsWith(document)).includes('speaker'))
    assert.ok(!passed(quoted('Olga Berg'), textsWith(document)).includes('speaker'))
  })

  it('tells whether the newest text still has the words', () => {
    const newer = { ...document, id: asId<DocumentId>('newer'), text: 'Nobody was hurt.' }
    const texts = textsWith(document, new Map([[document.id, newer]]))
    assert.equal(auditLine(line('Nobody was hurt.'), texts).source?.place?.isInNewest, true)
    assert.equal(auditLine(line('The pier opens on Monday.'), texts).source?.place?.isInNewest, false)
    assert.equal(auditLine(line('Nobody was hurt.'), textsWith(document)).source?.place?.isInNewest, undefined)
  })

  it('says nothing of a text that had letters no database keeps', () => {
    const given = { ...document, text: `${text}\ufffd` }
    const checks = auditLine(line('Nobody was hurt.'), textsWith(given)).checks
    assert.ok(!checks.some(({ check }) => check === 'unaltered'))
  })
})
