import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseMarkup } from '../../../test/examples/markup.ts'
import { exampleReader } from '../../../test/examples/reader.ts'
import { type ArticleId, asId } from '../../core/ids.ts'
import type { Reader } from '../reader.ts'
import { outletMark } from './outlet-mark.ts'
import { type ThumbSize, thumb } from './thumb.ts'

const picture = { of: { articleId: asId<ArticleId>('a') }, url: 'https://p.example/1.jpg', alt: 'A quay' }
const withImages = (images: 'on' | 'ask' | 'off', rest: Partial<Reader> = {}): Reader => {
  const reader = exampleReader()
  return { ...reader, ...rest, preferences: { ...reader.preferences, images } }
}
const made = (reader: Reader, size: ThumbSize = 'row', given = {}) =>
  String(thumb({ ...picture, ...given }, size, reader, { href: '/stories/s' }))

describe('a thumb', () => {
  it('links what it stands for, out of the way of keyboard and screen reader, in a place of fixed size', () => {
    const link = parseMarkup(made(withImages('on'))).querySelector('a.pic')!
    assert.deepEqual(
      ['href', 'tabindex', 'aria-hidden'].map((name) => link.getAttribute(name)),
      ['/stories/s', '-1', 'true'],
    )
    const shown = link.querySelector('img')!
    assert.match(shown.getAttribute('src')!, /^\/images\/[\w-]{24}\?article=a&w=200$/)
    assert.deepEqual(
      ['width', 'height', 'alt', 'loading', 'decoding'].map((name) => shown.getAttribute(name)),
      ['200', '150', '', 'lazy', 'async'],
    )
  })

  it('is loaded first where it is the lead', () => {
    const lead = String(thumb(picture, 'lead', withImages('on'), { href: '/', isLazy: false }))
    assert.match(lead, /w=960" width="960" height="540" alt="" fetchpriority="high"/)
    assert.doesNotMatch(lead, /lazy/)
  })

  it('is nothing without a picture, for who wants none, where it is too narrow, and where it could not be had', () => {
    assert.equal(String(thumb(undefined, 'row', withImages('on'), { href: '/' })), '')
    assert.equal(made(withImages('off')), '')
    assert.equal(made(withImages('ask')), '')
    assert.equal(made(withImages('on'), 'lead', { width: 240 }), '')
    assert.notEqual(made(withImages('on'), 'row', { width: 240 }), '')
    assert.equal(
      made(withImages('on', { pictures: { version: () => 0, iconOf: () => undefined, isMissing: () => true } })),
      '',
    )
  })
})

describe('the mark of an outlet', () => {
  const pictures = { version: () => 0, iconOf: (id: string) => (id === '7' ? 'v1' : undefined), isMissing: () => false }

  it('is its icon where the server has it', () => {
    assert.equal(
      String(outletMark({ id: '7', name: 'Courier' }, withImages('on', { pictures }))),
      '<img class="fav" src="/favicons/7?v=v1" width="18" height="18" alt="" loading="lazy" decoding="async">',
    )
  })

  it('else the first letter of its name, always on the same color', () => {
    const mark = (name: string, reader = withImages('on', { pictures })) =>
      String(outletMark({ id: '8', name }, reader))
    assert.match(mark('«élan»'), /^<i class="fav f[1-6]" aria-hidden="true">É<\/i>$/)
    assert.equal(mark('Courier'), mark('Courier'))
    assert.match(mark('…'), />·</)
    assert.match(String(outletMark({ id: '7', name: 'Courier' }, withImages('off', { pictures }))), />C</)
    assert.match(String(outletMark({ name: '<b>' }, withImages('on'))), />B</)
  })
})
