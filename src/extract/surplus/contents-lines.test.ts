import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf } from '../blocks/page-blocks.ts'
import { parsePage } from '../markup/page-tree.ts'
import { contentsLines } from './without-surplus.ts'

const linesIn = (html: string): number[] => [...contentsLines(blocksOf(parsePage(html).root))]
const item = (href: string) => `<li><a href="${href}">What the wall of Varn holds</a></li>`

test('three links in a row to places on the page are a table of contents', () => {
  assert.deepEqual(
    linesIn(`<p>On the wall.</p><ul>${['#a', '/wall#b', 'https://varn.example/wall#c'].map(item).join('')}</ul>`),
    [1, 2, 3],
  )
})

test('two are none, and links that lead elsewhere are none', () => {
  assert.deepEqual(linesIn(`<ul>${['#a', '#b'].map(item).join('')}</ul>`), [])
  assert.deepEqual(linesIn(`<ul>${['/a', '/b', '/c'].map(item).join('')}</ul>`), [])
})
