import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amendments } from '../../analyze/amendments.ts'
import { annotate } from '../../analyze/annotate.ts'
import { sentences } from '../../analyze/sentences.ts'
import type { ArticleKind, Completeness } from '../../core/article.ts'
import type { Block, Document } from '../../core/document.ts'
import { asId } from '../../core/ids.ts'
import { compareTexts, type ReadText } from './compare-texts.ts'

const complete: Completeness = { kind: 'complete' }

/** A text with one block per line; lines that begin with a dash are list items. */
function read(
  lines: readonly string[],
  more: { title?: string; completeness?: Completeness; kind?: ArticleKind } = {},
): ReadText {
  const title = more.title ?? 'Crane falls in Sandvik'
  let at = 0
  const blocks = lines.map((line): Block => {
    const start = at
    at += line.length + 1
    return { kind: line.startsWith('–') ? 'list-item' : 'paragraph', start, end: start + line.length }
  })
  const text = lines.join('\n')
  const document: Document = {
    id: asId(`${title} ${text}`),
    articleId: asId('a'),
    language: 'en',
    title,
    text,
    blocks,
    publishedAt: '2026-03-10T12:00:00Z',
  }
  return {
    document,
    annotations: annotate(document, [sentences, amendments]),
    completeness: more.completeness ?? complete,
    ...(more.kind && { kind: more.kind }),
  }
}

const news = [
  'A crane fell in the harbor of Sandvik on Monday.',
  'Twelve people were hurt, the mayor said.',
  'The quay is closed until Friday.',
  'An inquiry has begun.',
]
const judge = (later: ReadText) => compareTexts(read(news), later)

test('the same text is the same, whatever else is said of it', () => {
  assert.equal(judge(read(news)), 'same')
})

test('what stands around an article, and how it is set, is no news', () => {
  assert.equal(judge(read(['5 minutes ago', ...news, '12 comments'])), 'furniture')
  assert.equal(judge(read([...news, 'Most read', '– Ferry fares to rise', '– Council meets in secret'])), 'furniture')
  assert.equal(judge(read(news.map((line) => line.replace('Monday.', 'Monday .')))), 'furniture')
  assert.equal(compareTexts(read([...news, 'Most read', '– Ferry fares to rise']), read(news)), 'furniture')
})

test('a sentence, a number or a headline that is another is news', () => {
  assert.equal(judge(read([...news, 'The crane was 40 years old.'])), 'news')
  assert.equal(judge(read(news.map((line) => line.replace('Twelve', 'Fifteen')))), 'news')
  assert.equal(judge(read(news, { title: 'Crane falls in Sandvik, fifteen hurt' })), 'news')
  assert.equal(judge(read(news.toSpliced(1, 1))), 'news')
})

test('less of an article takes nothing away, more of it does', () => {
  const wall: Completeness = { kind: 'paywalled', reason: 'a wall' }
  assert.equal(judge(read(news.slice(0, 2), { completeness: wall })), 'less')
  assert.equal(judge(read(news.slice(0, 1))), 'less')
  assert.equal(compareTexts(read(news.slice(0, 2), { completeness: wall }), read(news)), 'news')
})

test('another page at the address is none of the article’s texts, but its own note on it is', () => {
  const welcome = ['Weather for the coast.', 'Rain is likely.', 'The sun sets at six.']
  assert.equal(judge(read(welcome, { title: 'Welcome' })), 'other-page')
  assert.equal(judge(read(['This article has been retracted.'], { title: 'Retraction' })), 'news')
  assert.equal(judge(read([...news.slice(0, 1), 'This article has been retracted.'])), 'news')
})

test('the front page of the site is none of the article’s texts, whatever words their headlines share', () => {
  const front = ['Ferry fares to rise in the spring.', 'The council meets in secret.', 'Rain is likely on the coast.']
  const list = read(front, { title: 'The Sandvik Crane, a paper of the harbor', kind: 'index' })
  assert.equal(judge(list), 'other-page')
  const wall: Completeness = { kind: 'paywalled', reason: 'a wall' }
  assert.equal(compareTexts(read(news.slice(0, 2), { completeness: wall }), list), 'other-page')
  // A page that is wrongly classified as a list has the article's sentences.
  assert.equal(judge(read([...news, 'More came.'], { title: 'Crane falls', kind: 'index' })), 'news')
})

test('a retraction is news, however little text is left', () => {
  const retracted = read(['This article has been retracted.'], {
    title: 'Retracted: Crane falls in Sandvik',
    completeness: { kind: 'blurb', reason: 'Only 5 words of text' },
  })
  assert.equal(judge(retracted), 'news')
})
