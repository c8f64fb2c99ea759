import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, values } from '../../../test/examples/markup.ts'
import { exampleReader } from '../../../test/examples/reader.ts'
import { article, entryView } from '../../../test/examples/views.ts'
import { articlePage } from '../articles/pages/article.ts'
import { feedHtml } from '../feeds/parts/feed-html.ts'
import type { Reader } from '../reader.ts'
import { picturePath, pictureSection, picturesOf } from './picture.ts'

const readerWho = (images: 'ask' | 'on' | 'off', path = '/articles/a'): Reader => {
  const reader = exampleReader('en', path)
  return { ...reader, preferences: { ...reader.preferences, images } }
}
const url = 'https://p.example/1.jpg'
const of = { articleId: 'a' }
const picture = { url, of, number: 1, sourceName: 'A' }
const made = (reader: Reader, rest: object = {}, sizes = {}) =>
  parseMarkup(String(pictureSection([{ ...picture, ...rest }], sizes, reader)))

describe('a picture', () => {
  it('is told by its caption, else by its alternative text, else as without words', () => {
    const words = (rest: object) => textOf(made(readerWho('ask'), rest).querySelector('figcaption > :first-child'))
    assert.equal(words({ caption: 'Boats', alt: 'A quay' }), 'Boats')
    assert.equal(words({ alt: 'A quay' }), 'A quay')
    assert.equal(words({}), 'No caption')
  })

  it('is asked for by a button, which is a link to the page with its pictures', () => {
    const asked = made(readerWho('ask', '/articles/a?start=1&end=2'), { caption: 'Boats' })
    assert.equal(asked.querySelector('img'), null)
    assert.deepEqual(values(asked, 'show-picture a', 'href'), ['/articles/a?start=1&end=2&pictures=1#picture-1'])
    assert.equal(asked.querySelector('show-picture')?.getAttribute('data-src'), picturePath(url, of, 960))
    assert.equal(asked.querySelector('.always-pictures')?.hasAttribute('hidden'), true)
  })

  it('comes through this server, its place reserved, and never from the outlet', () => {
    for (const reader of [readerWho('on'), readerWho('ask', '/articles/a?pictures=1')]) {
      const sized = made(reader, { alt: 'A quay' }, { [url]: { width: 640, height: 480 } }).querySelector('img')!
      assert.match(sized.getAttribute('src')!, /^\/images\/[\w-]{24}\?article=a&w=960$/)
      const attributes = ['alt', 'width', 'height', 'loading', 'decoding', 'class'].map((name) =>
        sized.getAttribute(name),
      )
      assert.deepEqual(attributes, ['A quay', '640', '480', 'lazy', 'async', ''])
    }
    const unsized = made(readerWho('on')).querySelector('img')!
    assert.deepEqual(
      ['width', 'height', 'class'].map((name) => unsized.getAttribute(name)),
      ['16', '9', 'unsized'],
    )
  })

  it('is only words when the reader wants none, or when its address is none of the web', () => {
    assert.equal(made(readerWho('off')).querySelector('show-picture'), null)
    const inline = made(readerWho('on'), { url: 'data:image/png;base64,x' })
    assert.equal(inline.querySelector('img'), null)
    assert.deepEqual(values(inline, 'a', 'href'), [])
  })

  it('offers to show pictures always, and comes back to the page as it was', () => {
    const form = made(readerWho('ask', '/articles/a?pictures=1&x=2')).querySelector('.always-pictures')!
    assert.equal(form.hasAttribute('hidden'), false)
    assert.equal(form.querySelector('[name=back]')?.getAttribute('value'), '/articles/a?x=2')
    assert.equal(made(readerWho('on')).querySelector('.always-pictures'), null)
  })

  it('is nothing when there is none', () => {
    assert.equal(String(pictureSection([], {}, readerWho('on'))), '')
  })
})

describe('the pictures of an article', () => {
  const view = { article: { ...article.article, pictures: [{ url }, { url: article.article.leadPicture!.url }] } }

  it('are shown once each, the lead at the head of the text', () => {
    const { lead, others } = picturesOf(view, readerWho('ask'))
    assert.equal(lead?.caption, 'The lower quay after the storm.')
    assert.deepEqual(
      others.map((one) => [one.url, one.number]),
      [[url, 2]],
    )
    const page = parseMarkup(articlePage(article, readerWho('on', '/articles/a')))
    assert.equal(all(page, 'article figure img').length, 1)
  })

  it('stand together as words when the reader wants none', () => {
    assert.equal(picturesOf(view, readerWho('off')).others.length, 2)
  })
})

describe('the text of a feed', () => {
  const text = (html: string, reader = readerWho('ask')) => String(feedHtml({ entry: entryView.entry, html }, reader))
  const link = '<a href="https://p.example/a.jpg?x=1&amp;y=2" rel="x" class="picture">Picture: A &lt;boat&gt;</a>'

  it('has a button, or the picture through this server, in the place of a picture', () => {
    const asked = parseMarkup(text(`<p>a ${link}</p>`))
    assert.equal(textOf(asked.querySelector('p .photo')), 'Show picture A <boat> · see it at the outlet')
    const shown = parseMarkup(text(`<p>a ${link} b ${link}</p>`, readerWho('on')))
    const src = picturePath('https://p.example/a.jpg?x=1&y=2', { entryId: entryView.entry.id }, 960)
    assert.deepEqual(values(shown, 'p img', 'src'), [src, src])
    assert.deepEqual(values(shown, '.photo', 'id'), ['picture-entry-2-1', 'picture-entry-2-2'])
  })

  it('has a button even for who wants pictures where it is a newsletter, whose sender would know', () => {
    const letter = (reader: Reader) =>
      parseMarkup(String(feedHtml({ entry: { ...entryView.entry, isLetter: true }, html: link }, reader)))
    assert.equal(letter(readerWho('on')).querySelector('img'), null)
    assert.ok(letter(readerWho('on')).querySelector('show-picture a'))
    assert.ok(letter(readerWho('on', '/entries/2?pictures=1')).querySelector('img'))
  })

  it('loads nothing that the sanitizer let through', () => {
    assert.equal(
      text('<img src="https://p.example/a"><video src="x"></video><iframe src="y"></iframe><p>t</p>'),
      '<p>t</p>',
    )
  })

  it('has no heading of the first level: the page has its own', () => {
    assert.equal(text('<h1 id="a">T</h1><H1>U</H1><h3>V</h3>'), '<h2 id="a">T</h2><h2>U</h2><h3>V</h3>')
  })
})
