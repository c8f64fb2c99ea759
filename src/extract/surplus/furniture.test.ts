import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addPage, maxPages, type SeenBlock } from '../../core/feed/site-block.ts'
import { extract } from '../extract.ts'
import { type SiteLayout, siteBlocksOf } from './furniture.ts'

const about = 'Harbour desk notes in short'
const bio = 'The Harbour Post has told of the boats of this coast since the old lighthouse was first lit by hand.'
const topics = 'tides trains timber tunnels turbines theatres tariffs tailors tankers tenants'.split(' ')
const sentence = (topic: string, n: number) =>
  `On the matter of ${topic} the board of ward ${n} said that its ${topic} plan would be put to the ${topic} panel on day ${n}.`

function pageOf(topic: string, more: { readonly lead?: string; readonly end?: string } = {}): string {
  const own = [1, 2, 3, 4, 5, 6, 7].map((n) => `<p>${sentence(topic, n)}</p>`)
  return `<html><head><title>${topic}</title></head><body><article><h1>Of ${topic}</h1>${more.lead ? `<p>${more.lead}</p>` : ''}${own.join('')}<p>${about}</p>${more.end ?? ''}</article></body></html>`
}

/** What these pages, each with its own mark, teach about a site. */
function layoutOf(pages: readonly string[], mark = 'own'): SiteLayout {
  const seen = new Map<number, readonly string[]>()
  for (const [index, html] of pages.entries()) {
    const own = extract({ html, url: `https://post.example/${index}` }).siteBlocks!
    const known = own.flatMap(({ fingerprint }) => {
      const marks = seen.get(fingerprint)
      return marks ? [{ fingerprint, pages: marks }] : []
    })
    for (const block of addPage(own, known, `m${index}`)) seen.set(block.fingerprint, block.pages)
  }
  return { mark, seen: [...seen].map(([fingerprint, marks]): SeenBlock => ({ fingerprint, pages: marks })) }
}

const read = (html: string, layout?: SiteLayout) =>
  extract({ html, url: 'https://post.example/new', ...(layout && { layout }) })

test('a line that stands on three other pages of a site is left out, and says on how many', () => {
  const layout = layoutOf(topics.slice(0, 3).map((topic) => pageOf(topic)))
  const html = pageOf('tulips')
  assert.match(read(html).text, /Harbour desk notes/)
  const { text, account, removals } = read(html, layout)
  assert.doesNotMatch(text, /Harbour desk notes/)
  assert.deepEqual(removals.find(({ step }) => step === 'site furniture')?.text, about)
  assert.equal(account!.lines.find(({ step }) => step === 'site furniture')?.pages, 3)
})

test('two pages are too few, and the page itself does not count', () => {
  const pages = topics.slice(0, 3).map((topic) => pageOf(topic))
  assert.match(read(pageOf('tulips'), layoutOf(pages.slice(0, 2))).text, /Harbour desk notes/)
  assert.match(read(pages[2]!, layoutOf(pages, 'm2')).text, /Harbour desk notes/)
})

test('the same article under other addresses, or a later state of it, adds no page', () => {
  const copies = [pageOf('tides'), pageOf('tides'), pageOf('tides', { end: `<p>${sentence('tides', 9)}</p>` })]
  assert.match(read(pageOf('tulips'), layoutOf(copies)).text, /Harbour desk notes/)
})

test('a sentence is furniture at the end of many pages, never the lead and never between sentences of the article', () => {
  const six = topics.slice(0, 7).map((topic) => pageOf(topic, { end: `<p>${bio}</p>` }))
  assert.doesNotMatch(read(pageOf('tulips', { end: `<p>${bio}</p>` }), layoutOf(six)).text, /old lighthouse/)
  assert.match(read(pageOf('tulips', { end: `<p>${bio}</p>` }), layoutOf(six.slice(0, 4))).text, /old lighthouse/)
  const leads = topics.slice(0, 7).map((topic) => pageOf(topic, { lead: bio }))
  assert.match(read(pageOf('tulips', { lead: bio }), layoutOf(leads)).text, /old lighthouse/)
  const among = pageOf('tulips').replace(`<p>${sentence('tulips', 4)}</p>`, `<p>${bio}</p>`)
  assert.match(read(among, layoutOf(six)).text, /old lighthouse/)
})

test('a heading with text of the article under it stays', () => {
  const headed = (topic: string) => pageOf(topic, { end: `<h2>What comes next</h2><p>${sentence(topic, 12)}</p>` })
  const { text } = read(headed('tulips'), layoutOf(topics.slice(0, 5).map(headed)))
  assert.match(text, /What comes next/)
})

test('furniture is never more than 15 % of the words', () => {
  const many = Array.from({ length: 30 }, (_, n) => `<p>Standing line of ward ${String.fromCharCode(97 + n)}</p>`).join(
    '',
  )
  const pages = topics.slice(0, 6).map((topic) => pageOf(topic, { end: many }))
  const html = pageOf('tulips', { end: many })
  const before = read(html).text.split(/\s+/).length
  const after = read(html, layoutOf(pages)).text.split(/\s+/).length
  assert.ok(after < before && after >= before * 0.85 - 1, `${before} → ${after}`)
})

test('the same page twice leaves what is known of a site as it was, and no count goes on for ever', () => {
  const own = siteBlocksOf([])
  assert.deepEqual(addPage(own, [], 'a'), [])
  const blocks = [{ fingerprint: 1, words: 3 }]
  const once = addPage(blocks, [], 'a')
  assert.deepEqual(addPage(blocks, once, 'a'), once)
  const full = [{ fingerprint: 1, pages: Array.from({ length: maxPages }, (_, n) => `p${n}`) }]
  assert.equal(addPage([...blocks, { fingerprint: 2, words: 90 }], full, 'z')[0]!.pages.length, maxPages)
})
