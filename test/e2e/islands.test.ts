import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { interfaceLanguages } from '../../src/web/reader.ts'
import { newsOf } from '../examples/live.ts'
import { until } from '../until.ts'
import { chromiumPath, openBrowser, paths, serveExamples } from './browser.ts'
import { pressGo } from './presses.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`

describe('the frame and the islands in a browser', { skip }, () => {
  let site: Awaited<ReturnType<typeof serveExamples>>
  let browser: BrowserContext

  before(async () => {
    site = await serveExamples()
    browser = await openBrowser({ locale: 'en-US', viewport: { width: 1280, height: 900 } })
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  async function open(path: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const page = await browser.newPage()
    await prepare?.(page)
    await page.goto(site.origin + path)
    return page
  }

  it('asks for at most six things at a first view', async () => {
    for (const path of [paths.today, paths.story, paths.article, paths.feeds]) {
      // The icon is asked for twice, by the page and by its manifest; the second comes from the cache.
      const asked = new Set<string>()
      const page = await open(path, async (page) => {
        page.on('request', (request) => asked.add(request.url()))
        // What a page asks for after a while is no first view, however long that takes on a busy machine.
        await page.addInitScript('window.setTimeout = () => 0')
      })
      await page.waitForLoadState('networkidle')
      assert.ok(asked.size <= 6, [...asked].join(' '))
      await page.close()
    }
  })

  it('breaks its own security policy on no page, on none of its widest uses', async () => {
    const broken: string[] = []
    const page = await browser.newPage()
    await page.addInitScript(
      'window.broken = []; document.addEventListener("securitypolicyviolation", (e) => window.broken.push(e.violatedDirective + " " + e.blockedURI + " " + e.sample))',
    )
    page.on('console', (message) => {
      if (/Content.Security.Policy|TrustedHTML|TrustedScript/i.test(message.text())) broken.push(message.text())
    })
    page.on('pageerror', (error) => broken.push(error.message))
    // One state of each page: that no page complains as it comes in is asked of all states elsewhere.
    const pages = new Map(Object.values(paths).map((path) => [path.split(/[/?]/)[1], path]))
    const cited = new Map(
      Object.values(paths)
        .filter((path) => /^\/(stories|articles)\b/.test(path))
        .map((path) => [path.replace(/^(\/\w+)\/[^/?]+|\?.*/g, '$1'), path]),
    )
    for (const path of new Set([...pages.values(), ...cited.values()])) {
      await page.goto(site.origin + path)
      await page.keyboard.press('?')
      await page.keyboard.press('Escape')
      const citation = page.locator('main a.cite:visible').first()
      const address = (await citation.count()) > 0 ? await citation.getAttribute('href') : null
      // Not every document that the examples cite is among them. Between two such the server may have closed a connection that was kept.
      if (address && (await page.request.get(site.origin + address, { maxRetries: 3 })).ok()) {
        await citation.click()
        await page.locator('dialog.pane mark').waitFor()
      }
      broken.push(...((await page.evaluate('window.broken')) as string[]))
    }
    assert.deepEqual(broken, [])
    await page.close()
  })

  it('enforces Trusted Types: no string becomes markup, no policy but ours can be made, ours twice neither', async () => {
    const page = await open(paths.about)
    const tried = (script: string) =>
      page.evaluate(`(() => { try { ${script}; return 'done' } catch (error) { return error.name } })()`)
    assert.equal(await tried('document.createElement("p").innerHTML = "<b>x</b>"'), 'TypeError')
    assert.equal(await tried('new DOMParser().parseFromString("<b>x</b>", "text/html")'), 'TypeError')
    assert.equal(await tried('document.createElement("script").src = "/x.js"'), 'TypeError')
    assert.equal(await tried('trustedTypes.createPolicy("other", {})'), 'TypeError')
    assert.equal(await tried('trustedTypes.createPolicy("twosource", {})'), 'TypeError')
    await page.close()
  })

  it('closes the menu of places on Escape and on a click elsewhere', async () => {
    const page = await open(paths.about)
    const more = page.locator('.nav .menu')
    const isOpen = () => page.evaluate('document.querySelector(".nav .menu").open')
    await more.locator('summary').click()
    assert.equal(await isOpen(), true)
    await page.keyboard.press('Escape')
    assert.equal(await isOpen(), false)
    assert.equal(await page.evaluate('document.activeElement.tagName'), 'SUMMARY')
    await more.locator('summary').click()
    await page.mouse.click(700, 600)
    assert.equal(await isOpen(), false)
    await page.close()
  })

  it('keeps the places on one line in every language and at every width, within the window', async () => {
    const page = await browser.newPage()
    for (const { code: language } of interfaceLanguages) {
      await browser.addCookies([{ name: 'language', value: language, url: site.origin }])
      await page.goto(site.origin + paths.about)
      await page.locator('.nav summary').click()
      for (const width of [320, 375, 640, 768, 900, 1000, 1280]) {
        await page.setViewportSize({ width, height: 700 })
        const { lines, over, bar } = (await page.evaluate(`(() => {
          const shown = [...document.querySelectorAll('.nav > *')].filter((place) => place.getClientRects().length)
          return {
            lines: new Set(shown.map((place) => Math.round(place.getBoundingClientRect().top))).size,
            over: [...document.querySelectorAll('.nav a, .nav summary')].filter((link) => link.scrollWidth > link.clientWidth + 1 && link.getClientRects().length).map((link) => link.textContent),
            bar: document.documentElement.scrollWidth,
          }
        })()`)) as { lines: number; over: string[]; bar: number }
        assert.deepEqual({ lines, over }, { lines: 1, over: [] }, `${language} ${width}`)
        assert.ok(bar <= width, `${language} ${width}: ${bar}`)
      }
    }
    await browser.clearCookies()
    await page.close()
  })

  describe('the keys', () => {
    const inPlace = (page: Page) => page.evaluate('document.activeElement.textContent.replace(/\\s+/g, " ").trim()')

    it('walk the statements of a story, and open the citation of the one in focus', async () => {
      const page = await open(paths.story)
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      assert.match(String(await inPlace(page)), /^The leader of the island council/)
      await page.keyboard.press('o')
      await page.locator('dialog.pane mark').waitFor()
      assert.equal(await page.locator('#brief li:nth-child(2) a.cite[aria-expanded]').count(), 1)
      await page.keyboard.press('Escape')
      await page.close()
    })

    it('walk the paragraphs of an article, and lead to each place', async () => {
      const page = await open('/articles/article-wire')
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      assert.match(String(await inPlace(page)), /^The council will/)
      await page.keyboard.press('k')
      assert.match(String(await inPlace(page)), /Mara Ellind, the mayor/)
      for (const [key, path] of [
        ['f', '/feeds'],
        ['s', '/sources'],
        ['a', '/add'],
        ['t', '/'],
      ] as const) {
        await Promise.all([page.waitForURL(`**${path}`), pressGo(page, key)])
      }
      await page.close()
    })
  })

  it('looks whether work has come further, and shows what the page says then', async () => {
    const page = await open(paths.start)
    await page.evaluate(`(() => {
      const waiting = document.querySelector('await-work')
      waiting.setAttribute('data-busy', '')
      waiting.dataset.every = '50'
      waiting.lastElementChild.replaceChildren('not looked at yet')
      document.querySelector('main').append(waiting)
    })()`)
    await page.getByText('not looked at yet').waitFor({ state: 'detached' })
    await page.close()
  })

  describe('the citation beside the text', () => {
    it('walks to the next and the previous citation by buttons and keys, and marks where it is', async () => {
      const page = await open(paths.story)
      const pane = page.locator('dialog.pane')
      await page.locator('a.cite').first().click()
      await pane.locator('mark').waitFor()
      const total = await page.locator('main a.cite:visible').count()
      const count = pane.locator('[data-count]')
      assert.equal(await count.textContent(), `1 / ${total}`)
      await pane.getByRole('button', { name: 'Next citation' }).click()
      assert.equal(await count.textContent(), `2 / ${total}`)
      assert.equal(await page.locator('a.cite[aria-expanded]').count(), 1)
      await pane.locator('h2:focus').waitFor()
      await page.keyboard.press('j')
      assert.equal(await count.textContent(), `3 / ${total}`)
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('k')
      await page.keyboard.press('k')
      assert.equal(await count.textContent(), `1 / ${total}`)
      await page.close()
    })

    it('goes to the paragraphs around it without leaving the page, and gives focus back to where it began', async () => {
      const page = await open(paths.story)
      const pane = page.locator('dialog.pane')
      await page.locator('a.cite').first().click()
      await pane.locator('mark').waitFor()
      const [asked] = await Promise.all([
        page.waitForRequest('**/citations/**'),
        pane.getByRole('link', { name: 'Paragraph before' }).click(),
      ])
      assert.match(asked.url(), /\/citations\/doc-wire\/0-\d+\?fragment=1$/)
      assert.equal(new URL(page.url()).pathname, paths.story)
      await pane.getByRole('button', { name: 'Close' }).click()
      assert.equal(await page.evaluate('document.activeElement.className'), 'cite')
      await page.close()
    })

    it('is a sheet at the lower edge of a phone, and goes when it is pulled down', async () => {
      const phone = await openBrowser({ locale: 'en-US', viewport: { width: 375, height: 700 }, hasTouch: true })
      const page = await phone.newPage()
      await page.goto(site.origin + paths.story)
      await page.locator('a.cite').first().tap()
      const pane = page.locator('dialog.pane')
      await pane.locator('mark').waitFor()
      const box = (await pane.boundingBox())!
      assert.deepEqual([box.x, box.width, Math.round(box.y + box.height)], [0, 375, 700])
      assert.ok(box.y > 100)
      const pull = (by: number) =>
        page.evaluate(`(() => {
          const head = document.querySelector('.pane-head')
          const touch = (type, y) => head.dispatchEvent(new TouchEvent(type, { bubbles: true,
            touches: type === 'touchend' ? [] : [new Touch({ identifier: 1, target: head, clientX: 90, clientY: y })],
            changedTouches: [new Touch({ identifier: 1, target: head, clientX: 90, clientY: y })] }))
          touch('touchstart', 300); touch('touchmove', 300 + ${by}); touch('touchend', 300 + ${by})
        })()`)
      await pull(30)
      assert.equal(await pane.isVisible(), true)
      await pull(120)
      assert.equal(await pane.isVisible(), false)
      await phone.close()
    })
  })

  describe('a page that stays open', () => {
    /** Waits for one that listens now and did not before: of a page that was closed the server may hear late. */
    function untilListens(before: ReturnType<typeof site.example.newsListeners>) {
      return until('somebody listens', () => site.example.newsListeners().find((one) => !before.includes(one)))
    }

    it('says that there are new stories without moving anything, and shows them when asked', async () => {
      const before = site.example.newsListeners()
      const page = await open(paths.today)
      await untilListens(before)
      const place = () => page.evaluate('JSON.stringify(document.querySelector("main h2").getBoundingClientRect())')
      await page.evaluate('scrollTo(0, 300)')
      const at = await place()
      site.example.announceNews(newsOf(3))
      const line = page.getByRole('status').filter({ hasText: '3 new stories' })
      await line.waitFor()
      assert.equal(await place(), at)
      await Promise.all([page.waitForEvent('framenavigated'), line.getByRole('link', { name: 'show' }).click()])
      assert.equal(new URL(page.url()).pathname, paths.today)
      await page.close()
    })

    it('says that a story has changed, and leads to what is new in it', async () => {
      const before = site.example.newsListeners()
      const page = await open(paths.story)
      assert.equal((await untilListens(before)).story, 'story-1')
      site.example.announceNews(newsOf(0, '2030-01-01T00:00:00.000Z'))
      await page.getByText('This story has changed').getByRole('link').click()
      await page.waitForURL('**/stories/story-1?since=*')
      await page.close()
    })

    it('lets go of the connection when it is left, and has one again when the reader comes back', async () => {
      const before = site.example.newsListeners()
      const page = await open(paths.today)
      const listener = await untilListens(before)
      await page.goto('about:blank')
      await until('nobody listens', () => !site.example.newsListeners().includes(listener))
      const left = site.example.newsListeners()
      await page.goBack()
      await untilListens(left)
      await page.close()
    })
  })
})
