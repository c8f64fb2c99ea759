import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { extract } from '../../../src/extract/extract.ts'
import { readRecords } from '../../eval/read-set.ts'
import { foreignMarkup, markupOf } from './foreign-markup.ts'
import { hostilePages } from './hostile-pages.ts'
import { articleMarkup } from './render.ts'

const own = fileURLToPath(new URL('../../eval/sanitize/own.jsonl', import.meta.url))
const articlesOf = (words: string) =>
  hostilePages(words).map((html) => articleMarkup(extract({ html, url: 'https://e.example/a' })))

// All words of a hostile page are the same, so that one of harmless words has no subhead.
const withSubhead = `<title>The ferry</title><article><h1>The ferry</h1>
<p>The ferry runs again on Monday, the harbor master said, after two weeks in which nobody crossed the bay.</p>
<h2>What it costs</h2><p>A passage is to cost four crowns, one more than last year, and children pay nothing until June.</p>
<p>The council had asked for three, and two of its members said on Friday that they would ask again in autumn.</p></article>`

test('what is not ours is found: tags, attributes, comments, and addresses that lead into a program', () => {
  const known = markupOf(['<p><a href="/a">x</a></p>'])
  assert.deepEqual(foreignMarkup('<p><a href="https://e.example/">y</a></p>', known), [])
  assert.deepEqual(foreignMarkup('<p id=a><b>x</b><!-- y --><a href="javascript:z()">', known).toSorted(), [
    '<b>',
    'comment',
    'href javascript:z()',
    'id= on p',
  ])
})

test('an article made of hostile words, fields or data has no markup that a harmless one has not', () => {
  const known = markupOf([
    ...articlesOf('The ferry runs again on Monday, the harbor master said, after two weeks.'),
    articleMarkup(extract({ html: withSubhead, url: 'https://e.example/a' })),
  ])
  const payloads = readRecords<{ readonly input: string }>(own).map(({ input }) => input)
  for (const payload of payloads)
    for (const html of articlesOf(payload)) assert.deepEqual(foreignMarkup(html, known), [], payload)
})
