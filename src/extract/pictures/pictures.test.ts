import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Picture } from '../../core/article.ts'
import { readJsonLd } from '../facts/json-ld.ts'
import { readFacts } from '../facts/page-facts.ts'
import { parsePage } from '../markup/page-tree.ts'
import { readPictures, splitCredit } from './pictures.ts'

function read(html: string): { leadPicture?: Picture; pictures: Picture[] } {
  const page = parsePage(html)
  return readPictures({
    articleRoot: page.root,
    node: readJsonLd(page.jsonLd)[0],
    facts: readFacts(page.root),
    base: 'https://e.example/news/a',
  })
}

test('a figure gives address, alternative text, caption and credit apart', () => {
  const html =
    '<figure><img src="/b.jpg" alt="Bridge"><figcaption>The bridge at dawn. <span class="photo-credit">Ann Lee</span></figcaption></figure>'
  assert.deepEqual(read(html).pictures, [
    { url: 'https://e.example/b.jpg', alt: 'Bridge', caption: 'The bridge at dawn.', credit: 'Ann Lee' },
  ])
})

const credits: readonly (readonly [string, string, string])[] = [
  ['The bridge. (AP Photo/Ann Lee)', 'The bridge.', 'AP Photo/Ann Lee'],
  ['The bridge. Photograph: Ann Lee/The Post', 'The bridge.', 'Ann Lee/The Post'],
  ['The bridge. Photo by Ann Lee', 'The bridge.', 'Ann Lee'],
  ['The bridge © Ann Lee', 'The bridge', 'Ann Lee'],
  ['The bridge [Reuters]', 'The bridge', 'Reuters'],
  ['Le pont. Crédit photo : Luc Petit', 'Le pont.', 'Luc Petit'],
  ['The bridge at dawn', 'The bridge at dawn', ''],
]
for (const [words, caption, credit] of credits) {
  test(`“${words}” parts into caption and credit`, () => assert.deepEqual(splitCredit(words, ''), { caption, credit }))
}

test('a marked credit is taken out of the caption', () => {
  assert.deepEqual(splitCredit('The bridge. Ann Lee', 'Ann Lee'), { caption: 'The bridge.', credit: 'Ann Lee' })
  assert.deepEqual(splitCredit('Credit: Ann Lee', 'Credit: Ann Lee'), { caption: '', credit: 'Ann Lee' })
})

test('the largest file of a srcset is taken, and the lazy address before the placeholder', () => {
  const html =
    '<img src="s.jpg" srcset="/s.jpg 400w, /l.jpg 1600w, /m.jpg 800w"><img src="data:image/gif;base64,R0" data-src="/lazy.jpg">'
  assert.deepEqual(
    read(html).pictures.map((picture) => picture.url),
    ['https://e.example/l.jpg', 'https://e.example/lazy.jpg'],
  )
})

test('the page’s own choice leads, with the words of the figure that shows it', () => {
  const html =
    '<meta property="og:image" content="https://i.example/bridge-1200x630.jpg">' +
    '<figure><img src="https://i.example/bridge-640x360.jpg"><figcaption>The bridge.</figcaption></figure>'
  assert.deepEqual(read(html).leadPicture, { url: 'https://i.example/bridge-1200x630.jpg', caption: 'The bridge.' })
})

test('a logo is no lead picture', () => {
  assert.equal(read('<meta property="og:image" content="https://i.example/site-logo.png">').leadPicture, undefined)
})

test('icons, avatars, small images, teasers and images of the page’s frame are left out', () => {
  const html =
    '<img src="/icon-share.png"><img src="/x.jpg" class="avatar"><img src="/y.jpg" width="40" height="40">' +
    '<a href="/other"><img src="/teaser.jpg"></a><aside><img src="/side.jpg"></aside><nav><img src="/nav.jpg"></nav>'
  assert.deepEqual(read(html).pictures, [])
})

test('a picture is listed once', () => {
  const html = '<img src="/b-800x450.jpg"><figure><img src="/b-400x225.jpg"><figcaption>Cap.</figcaption></figure>'
  assert.equal(read(html).pictures.length, 1)
  assert.equal(read(html).pictures[0]?.caption, 'Cap.')
})

test('an address that is not http is no picture', () => {
  assert.deepEqual(
    read('<img src="javascript:alert(1)"><img src="data:image/png;base64,AA"><img src="file:///etc/x">').pictures,
    [],
  )
})

test('a box without figure gives the words beside its picture', () => {
  const html =
    '<div class="photo"><a href="/big"><img src="/b.jpg"></a><div><p class="caption">The bridge</p><p class="credit">Photo: Ann Lee/The Post</p></div></div>'
  assert.deepEqual(read(html).pictures, [
    { url: 'https://e.example/b.jpg', caption: 'The bridge', credit: 'Ann Lee/The Post' },
  ])
})

test('a box with a credit alone gives the credit', () => {
  const html = '<div><img src="/b.jpg"><span class="image-credit">Ann Lee</span></div>'
  assert.deepEqual(read(html).pictures, [{ url: 'https://e.example/b.jpg', credit: 'Ann Lee' }])
})

test('a picture in several widths keeps those that pages show', () => {
  const set = [150, 240, 480, 640, 1024, 2048].map((width) => `/a-${width}.jpg ${width}w`).join(', ')
  const { pictures, leadPicture } = read(
    `<figure><img src="/a.jpg" srcset="${set}"><figcaption>A quay</figcaption></figure>`,
  )
  const sizes = [240, 640, 1024].map((width) => ({ url: `https://e.example/a-${width}.jpg`, width }))
  assert.deepEqual(pictures, [{ url: 'https://e.example/a-2048.jpg', sizes, caption: 'A quay' }])
  assert.deepEqual(leadPicture, pictures[0])
  const dense = read('<figure><img srcset="/a.jpg 1x, /b.jpg 2x"></figure>')
  assert.deepEqual(dense.pictures, [{ url: 'https://e.example/b.jpg' }])
})
