import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf } from './blocks/page-blocks.ts'
import { parsePage } from './markup/page-tree.ts'
import { keyPoints } from './opening.ts'

const pointsOf = (html: string): string[] => keyPoints(blocksOf(parsePage(html).root)).map(({ text }) => text)

test('the points of an article stand under a line that calls them so', () => {
  const points =
    '<h2>Key takeaways</h2><ul><li>The wall holds until the spring.</li><li>Ships wait for nine days more.</li></ul><p>Then.</p>'
  assert.deepEqual(pointsOf(points), [
    'Key takeaways',
    'The wall holds until the spring.',
    'Ships wait for nine days more.',
  ])
})

test('a table of contents, a list of words and a list without such a line are none', () => {
  const contents = '<ul><li><a href="#s">Summary</a></li><li><a href="#a">What the wall of Varn holds</a></li></ul>'
  assert.deepEqual(pointsOf(contents), [])
  assert.deepEqual(pointsOf('<h2>Summary</h2><ul><li>Light</li><li>Cheap</li></ul>'), [])
  assert.deepEqual(
    pointsOf('<h2>Crew</h2><ul><li>A man of many ships and words.</li><li>B, who sings all day.</li></ul>'),
    [],
  )
})
