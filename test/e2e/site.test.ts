import assert from 'node:assert/strict'
import { existsSync, globSync } from 'node:fs'
import { extname } from 'node:path'
import { after, before, describe, it } from 'node:test'
import MiniSearch from 'minisearch'
import type { Browser } from 'playwright-core'
import { buildSite } from '../../docs/site/build-site.ts'
import { linkProblems } from '../../docs/site/check-links.ts'
import { searchOptions } from '../../docs/site/client/search-options.js'
import type { SiteFiles } from '../../docs/site/frame.ts'
import { type Running, servePages } from '../../src/app/serve/serve.ts'
import { type DemoRun, runDemo } from '../integration/demo-run.ts'
import { serve } from '../loopback-server.ts'
import { brokenIn } from './axe-looks.ts'
import { chromiumPath } from './browser.ts'
import { launchBrowser, openTab } from './tabs.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`
const base = '/twosource/'
/** The first so many from Today on. */
const mostLivePages = 50
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
}

describe('the website', () => {
  let demo: DemoRun
  let running: Running
  let files: SiteFiles
  const build = () => buildSite({ origin: new URL(running.url).origin, base, mostLivePages })
  const paths = (pattern: RegExp) => [...files.keys()].filter((path) => pattern.test(path))
  const text = (path: string) => String(files.get(path))

  before(async () => {
    demo = await runDemo()
    const config = { ...demo.context.config, TWOSOURCE_PORT: 0 }
    // Icons of outlets would come in while pages are copied.
    const { icons: _, ...operations } = demo.context.operations
    running = await servePages({ ...demo.context, config, operations }, { trustsMachine: true })
    files = await build()
  })
  after(async () => {
    await running?.close()
    await demo?.close()
  })

  it('has no broken link and asks nothing of other sites', () => {
    assert.deepEqual(linkProblems(files, base), [])
  })

  it('has every page of the guide, every area of the API, and each kind of page of the demo', () => {
    const guide = globSync('docs/guide/*.md').map((file) => file.replace('docs/', '').replace('.md', '.html'))
    for (const path of [...guide, 'api/stories.html', 'api/types.html', 'changes.html'])
      assert.ok(files.has(path), path)
    for (const kind of ['stories', 'articles', 'citations/[^/]+', 'days', 'feeds'])
      assert.notEqual(paths(new RegExp(`^live/${kind}/[^/]+\\.html$`)).length, 0, kind)
  })

  it('copies pages of the demo without scripts, ids and ports, and says that they are copies', () => {
    for (const path of paths(/^live\/(?!in-the-real).*\.html$/)) {
      assert.doesNotMatch(text(path), /<script|127\.0\.0\.1:(?!7180)|method="post"|type="hidden"/, path)
      assert.match(text(path), /<section class="copied"/, path)
    }
    for (const { id } of demo.stories) assert.doesNotMatch(text('live/index.html'), new RegExp(id))
  })

  it('is found by its words', () => {
    const index = MiniSearch.loadJSON(text('search-index.json'), searchOptions)
    assert.equal(index.search('backup')[0]?.path, 'guide/backup.html')
    assert.ok(index.search('follows').some(({ path }) => String(path).startsWith('api/marks.html#get-follows')))
    for (const { path } of index.search('story')) assert.ok(files.has(String(path).split('#')[0] ?? ''), path)
  })

  it('is the same to the byte when it is built again', async () => {
    const again = await build()
    const paths = new Set([...files.keys(), ...again.keys()])
    const isSame = (path: string) => Buffer.from(files.get(path) ?? '').equals(Buffer.from(again.get(path) ?? ''))
    assert.deepEqual(
      [...paths].filter((path) => !isSame(path)),
      [],
    )
  })

  describe('in a browser', { skip }, () => {
    let browser: Browser
    let origin: string

    before(async () => {
      browser = await launchBrowser()
      origin = await serve((request, response) => {
        const path = new URL(request.url ?? '/', 'http://site').pathname
        const name = path.startsWith(base) ? path.slice(base.length).replace(/(^|\/)$/, '$1index.html') : ''
        const content = files.get(name)
        response.writeHead(content === undefined ? 404 : 200, {
          'Content-Type': types[extname(name)] ?? 'text/html; charset=utf-8',
        })
        response.end(content ?? files.get('404.html'))
      })
    })
    after(() => browser?.close())

    it('breaks no rule of axe, loads from itself alone and is no wider than a phone', async () => {
      const [story, article, citation] = [
        paths(/^live\/stories\/[^/]+\.html$/),
        paths(/^live\/articles\/[^/]+\.html$/),
        paths(/^live\/citations\/.*\.html$/),
      ].map(([first]) => first)
      const tab = await openTab(browser, origin, { viewport: { width: 390, height: 900 }, locale: 'en-US' })
      const pages = ['', 'guide/importing.html', 'api/alerts.html', 'search.html?q=backup', 'live/index.html']
      for (const path of [...pages, story, article, citation]) {
        assert.equal(await tab.visit(base + path), 200, path)
        assert.deepEqual([...tab.foreign, ...(await tab.complaints())], [], path)
        assert.equal(await tab.page.evaluate('document.documentElement.scrollWidth'), 390, path)
        const looks = [
          [390, 'light', 'all'],
          [1280, 'dark', 'colors'],
        ] as const
        assert.deepEqual(await brokenIn(tab, looks), [], path)
      }
      await tab.page.context().close()
    })

    it('finds what is typed, and without script lists everything', async () => {
      const tab = await openTab(browser, origin, {})
      await tab.visit(`${base}guide/start.html`)
      await tab.page.locator('.find input').fill('damaged file')
      await tab.page.locator('.find input').press('Enter')
      await tab.page.locator('#found a').first().click()
      assert.match(tab.page.url(), /guide\/backup\.html#when-the-file-is-damaged$/)
      const bare = await browser.newContext({ javaScriptEnabled: false })
      const page = await bare.newPage()
      await page.goto(`${origin}${base}search.html?q=damaged`)
      await page.getByRole('link', { name: 'When the file is damaged' }).click()
      assert.match(page.url(), /guide\/backup\.html#when-the-file-is-damaged$/)
      await bare.close()
      await tab.page.context().close()
    })
  })
})
