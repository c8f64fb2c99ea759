import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Document } from '../../core/document.ts'
import { type ArticleId, asId, type DocumentId } from '../../core/ids.ts'
import { compareRevisions } from '../../story/changes/compare-revisions.ts'
import { changesOf } from './get-article.ts'
import { revisedText } from './revised-text.ts'

function docOf(paragraphs: readonly string[], title = 'Bridge opens'): Document {
  const text = paragraphs.join('\n')
  let at = 0
  const blocks = paragraphs.map((paragraph) => {
    const start = at
    at += paragraph.length + 1
    return { start, end: start + paragraph.length, kind: 'paragraph' as const }
  })
  return {
    id: asId<DocumentId>(`d ${title} ${text}`),
    articleId: asId<ArticleId>('a'),
    language: 'en',
    title,
    text,
    blocks,
    publishedAt: '2026-03-10T08:00:00Z',
  }
}
const compareDocuments = (before: Document, after: Document) =>
  changesOf(before, after, compareRevisions(revisedText(before), revisedText(after)))
const compare = (before: readonly string[], now: readonly string[]) => {
  const after = docOf(now)
  const { removed, added } = compareDocuments(docOf(before), after)
  return { removed, added: added.map(({ start, end }) => after.text.slice(start, end)) }
}

test('nothing changed gives nothing', () => {
  assert.deepEqual(compare(['It opens. It is safe.'], ['It opens. It is safe.']), { removed: [], added: [] })
})

test('a sentence that was replaced is shown as taken out and put in, its neighbors are not', () => {
  assert.deepEqual(
    compare(['It opens. It cost four million. It is safe.'], ['It opens. It cost five million. It is safe.']),
    {
      removed: ['It cost four million.'],
      added: ['It cost five million.'],
    },
  )
})

test('a sentence that only moved is no change', () => {
  assert.deepEqual(compare(['One came. Two left.', 'Three stayed.'], ['Three stayed.', 'Two left. One came.']), {
    removed: [],
    added: [],
  })
})

test('a closing quotation mark belongs to the sentence it closes', () => {
  assert.deepEqual(compare(['Ada came.'], ['Ada came.', '“I am here.” She smiled.']).added, [
    '“I am here.”',
    'She smiled.',
  ])
})

test('Arabic sentences end at their own marks', () => {
  assert.deepEqual(compare(['هل فتح الجسر؟'], ['هل فتح الجسر؟ نعم فتح.']).added, ['نعم فتح.'])
})

test('a headline that changed is told, one that did not is not', () => {
  const before = docOf(['It opens.'], 'Bridge may open')
  assert.equal(compareDocuments(before, docOf(['It opens.'])).previousTitle, 'Bridge may open')
  assert.ok(!('previousTitle' in compareDocuments(before, docOf(['It closes.'], 'Bridge may open'))))
})

test('whatever the texts are, what is called new lies in the new text and is not in the old, and a text equals itself', () => {
  const paragraph = fc.string({
    minLength: 1,
    maxLength: 60,
    unit: fc.constantFrom('a', 'b', ' ', '.', '!', '“', '”', 'é'),
  })
  const texts = fc.array(
    paragraph.map((text) => text.replaceAll('\n', ' ')),
    { minLength: 1, maxLength: 4 },
  )
  fc.assert(
    fc.property(texts, texts, (before, now) => {
      const after = docOf(now)
      const { added } = compareDocuments(docOf(before), after)
      for (const { start, end } of added) {
        assert.ok(start >= 0 && start < end && end <= after.text.length)
        assert.equal(after.text.slice(start, end).trim(), after.text.slice(start, end))
      }
      const same = compareDocuments(after, after)
      assert.deepEqual([same.added, same.removed], [[], []])
    }),
  )
})
