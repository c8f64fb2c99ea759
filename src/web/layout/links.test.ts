import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleReader } from '../../../test/examples/reader.ts'
import { citedDocument, citeWords } from '../../../test/examples/story.ts'
import { wire } from '../../../test/examples/texts.ts'
import { asId, type DocumentId } from '../../core/ids.ts'
import { blockNumber, citationLink, citationLinks } from './citation-link.ts'
import { directionOf, foreign, html, joined, languageAttributes } from './html.ts'
import { articleListPath, articlePath, citationPath, hostOf, isWebUrl, outLink, queryOf, storyPath } from './links.ts'

const reader = exampleReader()
const documents = { [wire.id]: citedDocument(wire) }

describe('paths', () => {
  it('encode the ids they carry', () => {
    assert.equal(storyPath('a/b?c'), '/stories/a%2Fb%3Fc')
    assert.equal(
      citationPath({ documentId: asId<DocumentId>('d#1'), span: { start: 3, end: 9 } }),
      '/citations/d%231/3-9',
    )
  })

  it('lead to a span of an article only when it is whole', () => {
    assert.equal(articlePath('a', { start: 1, end: 5 }), '/articles/a?start=1&end=5#cited')
    assert.equal(articlePath('a', { start: 1 }), '/articles/a')
    assert.equal(articlePath('a', { revision: 'r' }), '/articles/a?revision=r')
  })

  it('leave out what is not set', () => {
    assert.equal(queryOf({ a: undefined, b: 'x y' }), '?b=x+y')
    assert.equal(articleListPath({ show: 'unread', order: 'oldest' }), '/feeds?show=unread&order=oldest')
    assert.equal(articleListPath({ folder: '', show: 'all' }), '/feeds?folder=&show=all')
  })
})

describe('links out', () => {
  it('go to http and https alone', () => {
    assert.match(String(outLink('https://a.example/', 'there')), /^<a href="https:\/\/a.example\/" rel="noreferrer/)
    for (const url of ['javascript:alert(1)', 'data:text/html,x', '//a.example', 'JaVaScRiPt:1', undefined, 'http://'])
      assert.equal(String(outLink(url, 'there')), 'there', url)
  })

  it('name their host without www', () => {
    assert.equal(hostOf('https://www.a.example/b'), 'a.example')
    assert.equal(hostOf('no url'), 'no url')
    assert.equal(isWebUrl('https://a.example'), true)
  })
})

describe('citations', () => {
  it('name the outlet, the paragraph, and how many more carry it', () => {
    const link = String(citationLink(citeWords(wire, 'The council will'), documents, reader, 9))
    assert.match(link, /^<a class="cite" href="\/citations\/doc-wire\/\d+-\d+"><bdi>Northern Wire<\/bdi>/)
    assert.match(link, /¶2/)
    assert.match(link, /\+9/)
  })

  it('count only outlets that are not named already', () => {
    const citation = citeWords(wire, 'The council will')
    assert.match(String(citationLinks([citation], documents, reader, ['Northern Wire', 'A', 'B'])), /\+2/)
    assert.doesNotMatch(String(citationLinks([citation], documents, reader, ['Northern Wire'])), /\+/)
  })

  it('stand once for each outlet, the first of its citations', () => {
    const [first, second, other] = [wire, { ...wire, id: 'doc-second' }, { ...wire, id: 'doc-other', outlet: 'Other' }]
    const known = Object.fromEntries([first, second, other].map((example) => [example.id, citedDocument(example)]))
    const citations = [first, second, other].map((example) => citeWords(example, 'The council will'))
    const links = String(citationLinks(citations, known, reader, ['Northern Wire', 'Other', 'Third']))
    assert.deepEqual(
      [...links.matchAll(/citations\/([a-z-]+)\//g)].map((match) => match[1]),
      ['doc-wire', 'doc-other'],
    )
    assert.match(links, /\+1/)
  })

  it('number the block an offset stands in, from 1', () => {
    const document = { ...citedDocument(wire), blockStarts: [0, 10, 20] }
    assert.deepEqual(
      [0, 9, 10, 19, 20, 500].map((offset) => blockNumber(document, offset)),
      [1, 1, 2, 2, 3, 3],
    )
    assert.equal(blockNumber({ ...document, blockStarts: [] }, 5), undefined)
    assert.equal(blockNumber(undefined, 5), undefined)
  })

  it('still link when the document is not known', () => {
    assert.match(String(citationLink(citeWords(wire, 'The council'), {}, reader)), /\/citations\/doc-wire\//)
  })
})

describe('foreign words', () => {
  it('carry their language and direction', () => {
    assert.equal(String(foreign('نص', 'ar')), '<bdi lang="ar" dir="rtl">نص</bdi>')
    assert.equal(String(languageAttributes('en')), ' lang="en" dir="ltr"')
  })

  it('find their own direction when the language is not known or no language', () => {
    assert.equal(String(languageAttributes('und')), ' dir="auto"')
    assert.equal(String(languageAttributes('en"><script>')), ' dir="auto"')
    assert.equal(directionOf('ar-Latn'), 'ltr')
    assert.equal(directionOf('az-Arab'), 'rtl')
    assert.equal(directionOf('HE'), 'rtl')
  })
})

describe('html', () => {
  it('escapes text and attributes, and keeps markup of its own', () => {
    assert.equal(
      String(html`<a title="${'"<'}">${'<b>'}${html`<i>${1}</i>`}</a>`),
      '<a title="&quot;&lt;">&lt;b&gt;<i>1</i></a>',
    )
  })

  it('leaves nothing for what is absent, and a number for zero', () => {
    assert.equal(String(html`${undefined}${false}${0}${['a', [html`<b>`]]}`), '0a<b>')
  })

  it('joins only what is there', () => {
    assert.equal(String(html`${joined(['a', undefined, '', false, 'b'], ' · ')}`), 'a · b')
  })
})
