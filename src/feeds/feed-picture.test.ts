import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FeedEntry } from '../core/entry.ts'
import { feedPicture } from './feed-picture.ts'

const at = (name: string) => `https://o.example/${name}.jpg`
const entry = (rest: Partial<FeedEntry>): FeedEntry => ({
  key: 'k',
  url: 'https://o.example/news/1',
  title: 'T',
  authors: [],
  categories: [],
  enclosures: [],
  ...rest,
})
const image = (name: string, width?: number) => ({
  url: at(name),
  type: 'image/jpeg',
  ...(width && { width, height: width / 2 }),
})

test('a feed names a picture, and has it in several widths', () => {
  const enclosures = [image('s', 240), image('l', 960), image('m', 520)]
  assert.deepEqual(feedPicture(entry({ imageUrl: at('m'), enclosures })), {
    url: at('m'),
    width: 520,
    height: 260,
    sizes: [
      { url: at('s'), width: 240 },
      { url: at('m'), width: 520 },
      { url: at('l'), width: 960 },
    ],
  })
})

test('else it is the widest among its files, else the first in its text', () => {
  assert.equal(feedPicture(entry({ enclosures: [image('s', 240), image('l', 960)] }))?.url, at('l'))
  assert.equal(feedPicture(entry({ enclosures: [{ url: 'https://o.example/a.mp3', type: 'audio/mpeg' }] })), undefined)
  const contentHtml =
    '<img src="https://o.example/pixel.gif"><img src="/quay.jpg" alt=" A quay " width="640" height="400"><img src="/b.jpg">'
  const found = { url: 'https://o.example/quay.jpg', alt: 'A quay' }
  assert.deepEqual(feedPicture(entry({ contentHtml })), found)
  assert.deepEqual(feedPicture(entry({ contentHtml, imageUrl: at('logo') })), found)
})

test('a text of a million pictures is not read to its end', () => {
  const contentHtml = '<img src="https://o.example/1x1.gif">'.repeat(1_000_000)
  assert.equal(feedPicture(entry({ contentHtml })), undefined)
})
