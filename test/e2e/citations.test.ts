import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseHTML } from 'linkedom'
import { createWeb } from '../../src/web/routes.ts'
import { webFace } from '../../src/web-face.ts'
import { type DemoRun, runDemo } from '../integration/demo-run.ts'

/** Every page of the demo edition is opened as a reader without script would, every citation on it is followed. */
let run: DemoRun
let open: (path: string) => Promise<{ readonly path: string; readonly html: string }>

before(async () => {
  run = await runDemo()
  const web = createWeb(webFace(run.context.operations), { version: 'test' })
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

const linksOf = (html: string, pattern: RegExp) =>
  [...parseHTML(html).document.querySelectorAll('a[href]')]
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => pattern.test(href))

async function crawl(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>()
  const waiting = ['/', '/feeds?show=all', '/sources', '/about', '/add']
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const plain = path.split('#')[0] ?? path
    if (pages.has(plain) || pages.size > 1500) continue
    const { path: opened, html } = await open(plain)
    if (pages.has(opened)) continue
    pages.set(opened, html)
    waiting.push(
      ...linksOf(html, /^\/(\?day=|days\/|stories\/[^/]+$|articles\/[^/?#]+($|\?revision=[^&]+$)|sources\/)/),
    )
  }
  return pages
}

test('every citation on every page opens the words it stands for', async () => {
  const pages = await crawl()
  const storyPages = new Set(
    [...pages.keys()].filter((path) => path.startsWith('/stories/')).map((path) => path.split('?')[0]),
  )
  assert.equal(
    storyPages.size,
    run.stories.filter(({ dossier }) => dossier).length,
    'every story is reached from Today',
  )
  const seen = new Set<string>()
  let followed = 0
  for (const [path, html] of pages) {
    for (const href of linksOf(html, /^\/citations\//)) {
      const match = /^\/citations\/([^/]+)\/(\d+)-(\d+)/.exec(href)
      assert.ok(match, `${path}: ${href}`)
      const [, documentId = '', start, end] = match
      followed += 1
      if (seen.has(match[0])) continue
      seen.add(match[0])
      const stored = await run.context.operations.store.articles.findDocument(documentId as never)
      assert.ok(stored, `${path} cites a document that is not kept: ${href}`)
      const words = stored.text.slice(Number(start), Number(end))
      const marked = parseHTML((await open(match[0])).html).document.querySelectorAll('mark')
      assert.equal([...marked].map((mark) => mark.textContent).join(''), words, `${path}: ${href}`)
    }
  }
  assert.ok(followed > 300, `only ${followed} citations were found`)
})

test('every quotation a story page shows is the text of its document, letter by letter', async () => {
  for (const { id, dossier } of run.stories) {
    if (!dossier) continue
    const { document } = parseHTML((await open(`/stories/${id}`)).html)
    const shown = [...document.querySelectorAll('q')].map((quote) => quote.textContent)
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
