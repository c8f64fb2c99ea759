import assert from 'node:assert/strict'
import { test } from 'node:test'
import { annotate } from '../../analyze/annotate.ts'
import type { Block, Document } from '../../core/document.ts'
import { planTranslation } from './translate-article.ts'

function documentOf(blocks: readonly (readonly [Block['kind'], string])[], title = 'The bridge is closed'): Document {
  let at = 0
  const placed = blocks.map(([kind, text]): Block => {
    const start = at
    at += text.length + 1
    return { kind, start, end: start + text.length }
  })
  return {
    id: 'doc' as never,
    articleId: 'article' as never,
    language: 'en',
    title,
    text: blocks.map(([, text]) => text).join('\n'),
    blocks: placed,
    publishedAt: '2026-03-12T06:30:00Z',
  }
}

test('sentences are translated in place; those with somebody’s words are not replaced; code and figures are left', () => {
  const document = documentOf([
    ['paragraph', 'Engineers closed the bridge. “The piers will be mended by spring,” Mayor Ada Lindqvist said.'],
    ['quote', 'We will mend them.'],
    ['code', 'const bridge = closed'],
    ['table-row', '12 %  34'],
  ])
  const plan = planTranslation(document, annotate(document))
  assert.deepEqual(
    plan.map(({ kind, text }) => [kind, text.slice(0, 20)]),
    [
      ['translate', 'The bridge is closed'],
      ['translate', 'Engineers closed the'],
      ['quotation', '“The piers will be m'],
      ['quotation', 'We will mend them.'],
      ['keep', 'const bridge = close'],
      ['keep', '12 %  34'],
    ],
  )
  for (const { span, text } of plan) if (span) assert.equal(document.text.slice(span.start, span.end), text)
  assert.deepEqual(plan[2]?.names, ['Ada Lindqvist'])
})

test('a text of any length is bounded, and one without sentences goes by its blocks', () => {
  const long = documentOf([['paragraph', 'The ferry runs. '.repeat(500).trim()]])
  const plan = planTranslation(long, annotate(long))
  assert.equal(plan.filter(({ kind }) => kind === 'translate').length, 401)
  assert.ok(plan.slice(401).every((passage) => passage.kind === 'keep' && passage.why === 'too-long'))
  const bare = documentOf([['paragraph', 'x'.repeat(3_000)]])
  const [, only] = planTranslation(bare, {})
  assert.deepEqual(only?.kind === 'keep' && only.why, 'too-long')
})

test('words in any marks are a quotation, in a language whose quotations are not read too; a title is none', () => {
  const named = documentOf([['paragraph', 'The film “Dune” was shown.']])
  assert.equal(planTranslation(named, {})[1]?.kind, 'translate')
  for (const text of [
    'Il a dit « nous allons le réparer ».',
    'Er sagte: „Wir reparieren sie bald.“',
    'He said "we will mend it".',
  ]) {
    const document = documentOf([['paragraph', text]])
    assert.equal(planTranslation(document, {})[1]?.kind, 'quotation', text)
  }
})
