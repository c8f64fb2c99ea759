import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Parser } from 'htmlparser2'
import { parseHTML } from 'linkedom'
import { openWeb } from '../../src/app/serve/open-web.ts'
import { type DemoRun, runDemo } from '../integration/demo-run.ts'

/** Every page of the demo edition is opened as a reader without script would, every citation on it is followed. */
let run: DemoRun
let open: (path: string) => Promise<{ readonly path: string; readonly html: string }>

before(async () => {
  run = await runDemo()
  const web = openWeb(run.context.operations, { version: 'test' })
  open = async (path) => {
    const response = await web.request(path)
    // A story that went into another leads there.
    const moved = response.status === 302 ? response.headers.get('location') : undefined
    if (moved) return open(moved)
    assert.equal(response.status, 200, path)
    return { path, html: await response.text() }
  }
})
after(() => run.close())

/** Where the links of a page lead, and the words it marks. A tree of each of a thousand pages would cost more than the pages. */
function readPage(page: string): { readonly hrefs: readonly string[]; readonly marked: string } {
  const hrefs: string[] = []
  let marked = ''
  let marks = 0
  const parser = new Parser({
    onopentag(name, { href }) {
      if (name === 'a' && href !== undefined) hrefs.push(href)
      if (name === 'mark') marks++
    },
    ontext(text) {
      if (marks > 0) marked += text
    },
    onclosetag(name) {
      if (name === 'mark') marks--
    },
  })
  parser.end(page)
  return { hrefs, marked }
}

const walked =
  /^\/(\?day=|days\/|stories\/[^/?]+(\/(quotes|timeline|coverage))?$|articles\/[^/?#]+($|\?revision=[^&]+$)|sources\/)/

/** Where each page leads, by its address. */
async function crawl(): Promise<ReadonlyMap<string, readonly string[]>> {
  const pages = new Map<string, readonly string[]>()
  const waiting = ['/', '/feeds?show=all', '/sources', '/about', '/add']
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const plain = path.split('#')[0] ?? path
    if (pages.has(plain) || pages.size > 1500) continue
    const { path: opened, html } = await open(plain)
    if (pages.has(opened)) continue
    const { hrefs } = readPage(html)
    pages.set(opened, hrefs)
    waiting.push(...hrefs.filter((href) => walked.test(href)))
  }
  return pages
}

test('every citation on every page opens the words it stands for', async () => {
  const pages = await crawl()
  const storyPages = new Set([...pages.keys()].filter((path) => /^\/stories\/[^/?]+$/.test(path)))
  assert.equal(
    storyPages.size,
    run.stories.filter(({ dossier }) => dossier).length,
    'every story is reached from Today',
  )
  const seen = new Set<string>()
  let followed = 0
  for (const [path, hrefs] of pages) {
    for (const href of hrefs.filter((each) => each.startsWith('/citations/'))) {
      const match = /^\/citations\/([^/]+)\/(\d+)-(\d+)/.exec(href)
      assert.ok(match, `${path}: ${href}`)
      const [, documentId = '', start, end] = match
      followed += 1
      if (seen.has(match[0])) continue
      seen.add(match[0])
      const stored = await run.context.operations.store.articles.findDocument(documentId as never)
      assert.ok(stored, `${path} cites a document that is not kept: ${href}`)
      const words = stored.text.slice(Number(start), Number(end))
      assert.equal(readPage((await open(match[0])).html).marked, words, `${path}: ${href}`)
    }
  }
  assert.ok(followed > 300, `only ${followed} citations were found`)
})

test('every quotation a story page shows is the text of its document, letter by letter', async () => {
  for (const { id, dossier } of run.stories) {
    if (!dossier) continue
    const pages = await Promise.all(['', '/quotes', '/coverage?all=1'].map((tab) => open(`/stories/${id}${tab}`)))
    const shown = pages.flatMap(({ html }) =>
      [...parseHTML(html).document.querySelectorAll('q, blockquote bdi')].map((quote) => quote.textContent),
    )
    const texts = await Promise.all(
      dossier.members.map(({ documentId }) => run.context.operations.store.articles.findDocument(documentId)),
    )
    for (const words of shown)
      assert.ok(
        texts.some((doc) => doc?.text.includes(words)),
        `${dossier.headline.title}: ${words}`,
      )
  }
})
