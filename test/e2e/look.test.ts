import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { type Running, servePages } from '../../src/app/serve/serve.ts'
import { type DemoRun, runDemo } from '../integration/demo-run.ts'
import { chromiumPath } from './browser.ts'
import { launchBrowser, openTab, type Tab } from './tabs.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`
const wide = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }
/** What the navigation covers at the foot of a phone. */
const footPx = 56
const settingsPages = 10
/** Resolves to how far what was seen has moved since the page began to load (CLS), a moment after it has loaded. */
const shiftSoFar = `new Promise((resolve) => { let sum = 0; new PerformanceObserver((list) => { for (const { value } of list.getEntries()) sum += value }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => resolve(sum), 150) })`

/** The demo edition as a person meets it: how much of the first screen is news, and how long pages are. */
describe('the look of the pages', { skip }, () => {
  let run: DemoRun
  let pages: Running
  let browser: Browser
  let origin: string
  let tab: Tab
  let page: Page
  let story: string
  let article: string

  before(async () => {
    run = await runDemo()
    pages = await servePages(
      { ...run.context, config: { ...run.context.config, TWOSOURCE_PORT: 0 } },
      { trustsMachine: true },
    )
    origin = new URL(pages.url).origin
    browser = await launchBrowser()
    tab = await openTab(browser, origin, { locale: 'en-US', timezoneId: 'America/New_York', viewport: phone })
    page = tab.page
    await tab.visit('/')
    story = await pathOf('main h2 a[href^="/stories/"]')
    await tab.visit(story)
    article = await pathOf('main a[href^="/articles/"]')
  })
  after(async () => {
    await browser?.close()
    await pages?.close()
    await run?.close()
  })

  async function pathOf(selector: string): Promise<string> {
    const href = await page.locator(selector).first().getAttribute('href')
    return new URL(href!, origin).pathname
  }

  const boxes = (selector: string) =>
    page.evaluate(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((e) => e.checkVisibility()).map((e) => e.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom }))`,
    ) as Promise<readonly { readonly top: number; readonly bottom: number }[]>
  const heightOf = async (path: string, size: typeof wide) => {
    await page.setViewportSize(size)
    await tab.visit(path)
    return Number(await page.evaluate('document.documentElement.scrollHeight'))
  }
  /** A page that shifts does so each time it loads; one that came in pieces, now and then. */
  const shiftOf = async (path: string) => {
    let least = Number.POSITIVE_INFINITY
    for (let time = 0; time < 3 && least >= 0.001; time++) {
      assert.ok((await tab.visit(path)) < 400, path)
      least = Math.min(least, Number(await page.evaluate(shiftSoFar)))
    }
    return least
  }
  const lastSeen = phone.height - footPx

  it('shows two headlines and a picture on the first screen of Today on a phone', async () => {
    await page.setViewportSize(phone)
    await tab.visit('/')
    const headlines = (await boxes('main h2 a[href^="/stories/"]')).filter(({ bottom }) => bottom <= lastSeen)
    assert.ok(headlines.length >= 2, `${headlines.length} headlines`)
    const pictures = (await boxes('main .pic img')).filter(({ bottom }) => bottom <= lastSeen)
    assert.ok(pictures.length >= 1, `${pictures.length} pictures`)
  })

  it('shows a story from its headline to In brief on the first screen of a phone', async () => {
    await page.setViewportSize(phone)
    await tab.visit(story)
    const [headline] = await boxes('h1')
    const [brief] = await boxes('#brief h2, #brief-h')
    assert.ok(headline && headline.top < 200, 'the headline comes first')
    assert.ok(brief && brief.bottom <= lastSeen, `In brief ends at ${brief?.bottom}`)
  })

  it('shows an article from its headline to its picture on the first screen of a phone', async () => {
    await page.setViewportSize(phone)
    await tab.visit(article)
    const [headline] = await boxes('h1')
    const [picture] = await boxes('main figure img, main .pic img')
    assert.ok(headline && headline.top < 200, 'the headline comes first')
    assert.ok(picture && picture.top < lastSeen, `the picture begins at ${picture?.top}`)
  })

  it('tells a story in three screens', async () => {
    const [onWide, onPhone] = [await heightOf(story, wide), await heightOf(story, phone)]
    assert.ok(onWide <= 2600, `${onWide} px at 1280`)
    assert.ok(onPhone <= 4600, `${onPhone} px at 390`)
  })

  it('keeps each page of settings short', async () => {
    await tab.visit('/settings')
    const links = '[...document.querySelectorAll(".settings > nav a")].map((link) => link.getAttribute("href"))'
    const paths = [...new Set((await page.evaluate(links)) as string[])].filter((path) => path.startsWith('/settings'))
    assert.ok(paths.length >= settingsPages, paths.join(' '))
    for (const path of paths) {
      const height = await heightOf(path, wide)
      assert.ok(height <= 1600, `${path}: ${height} px`)
    }
  })

  it('shifts nothing while it loads, and never scrolls sideways', async () => {
    const places = ['/', story, `${story}/quotes`, `${story}/timeline`, `${story}/coverage`, article, '/feeds']
    for (const path of [...places, '/settings', '/people', '/sources', '/following', '/library', '/search?q=dam'])
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        const shift = await shiftOf(path)
        const over = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))
        assert.ok(shift < 0.001, `${path} at ${width}: shifts by ${shift}`)
        assert.ok(over <= 0, `${path} at ${width}: ${over} px too wide`)
      }
  })

  it('has the picture of a row before its words, so that a row that arrives in pieces keeps its columns', async () => {
    const late = `[...document.querySelectorAll('main li[data-item]:has(.pic)')].filter((row) => row.querySelector('.pic').compareDocumentPosition(row.querySelector('h2, h3')) & Node.DOCUMENT_POSITION_PRECEDING).length`
    const rows = `document.querySelectorAll('main li[data-item] .pic').length`
    for (const path of ['/', '/feeds', '/search?q=dam']) {
      await tab.visit(path)
      assert.ok(Number(await page.evaluate(rows)) > 0, `${path}: no row has a picture`)
      assert.equal(await page.evaluate(late), 0, path)
    }
  })

  it('shifts nothing when its scripts come late', async () => {
    const scripts = /\.js(?:\?|$)/
    await page.route(scripts, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 200))
      await route.continue().catch(() => {})
    })
    try {
      await tab.visit(`${story}/quotes`)
      const citation = await pathOf('main a[href^="/citations/"]')
      const found: string[] = []
      for (const path of [story, article, citation])
        for (const width of [320, 390, 1280]) {
          await page.setViewportSize({ width, height: 800 })
          const shift = await shiftOf(path)
          if (shift >= 0.001) found.push(`${path} at ${width}: shifts by ${shift}`)
        }
      assert.deepEqual(found, [])
    } finally {
      await page.unroute(scripts)
    }
  })

  it('loads at most 120 KB of pictures for Today', async () => {
    let bytes = 0
    const count = async (answer: Awaited<ReturnType<typeof page.waitForResponse>>) => {
      if (answer.url().includes('/images/')) bytes += (await answer.body()).length
    }
    page.on('response', count)
    await page.setViewportSize(wide)
    await tab.visit('/')
    await page.evaluate('scrollTo(0, document.body.scrollHeight)')
    await page.waitForLoadState('networkidle')
    page.off('response', count)
    assert.ok(bytes > 0 && bytes <= 120 * 1024, `${bytes} bytes of pictures`)
  })
})
