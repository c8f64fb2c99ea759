import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { interfaceLanguages } from '../../src/web/reader.ts'
import { openBrowser, paths, serveExamples } from './browser.ts'
import { launchBrowser, openTab } from './tabs.ts'

describe('a word of a thousand letters', () => {
  let browser: BrowserContext
  let site: Awaited<ReturnType<typeof serveExamples>>
  before(async () => {
    site = await serveExamples()
    browser = await openBrowser({ viewport: { width: 320, height: 640 } })
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  for (const path of ['/today', '/feeds', '/feeds/all', '/library/history', '/search?q=a'])
    test(`stays within 320 pixels: ${path}`, async () => {
      const page = await browser.newPage()
      await page.goto(site.origin + path)
      // What outlets and readers name is isolated, or is a link in a heading.
      const [said, beyond] = (await page.evaluate(`(() => {
        const named = document.querySelectorAll('main bdi:not(bdi ~ bdi), main h3 a')
        for (const element of named) element.textContent = 'W'.repeat(1000)
        const { scrollWidth, clientWidth } = document.documentElement
        return [named.length, scrollWidth - clientWidth]
      })()`)) as [number, number]
      assert.ok(said > 0)
      assert.equal(beyond, 0)
      await page.close()
    })

  test('the name of an outlet stands within its mark', async () => {
    const page = await browser.newPage()
    await page.goto(`${site.origin}/today`)
    const [marks, beyond] = (await page.evaluate(`(() => {
      const names = [...document.querySelectorAll('.cite bdi')].map((name) => [name, name.closest('.cite')])
      const isBelow = ([name, mark]) => name.getBoundingClientRect().bottom > mark.getBoundingClientRect().bottom + 1
      return [names.length, names.filter(isBelow).length]
    })()`)) as [number, number]
    assert.ok(marks > 0)
    assert.equal(beyond, 0)
    await page.close()
  })

  test('leaves the other columns of sources where they were', async () => {
    const page = await browser.newPage()
    await page.goto(`${site.origin}/sources`)
    const widths = (await page.evaluate(`(() => {
      const table = document.querySelector('table.sources')
      const before = table.offsetWidth
      table.querySelector('tbody bdi').textContent = 'W'.repeat(1000)
      return [before, table.offsetWidth]
    })()`)) as [number, number]
    assert.equal(widths[1], widths[0])
    await page.close()
  })

  for (const path of ['/today', '/feeds', '/articles/article-wire'])
    test(`of a title does not fill the page: ${path}`, async () => {
      const page = await browser.newPage()
      await page.goto(site.origin + path)
      const lines = (await page.evaluate(`(() => {
        const title = document.querySelector('.today h2, .it h3') ?? document.querySelector('h1')
        const inner = title.querySelector('a') ?? title
        inner.textContent = 'A long title. '.repeat(300)
        return title.offsetHeight / parseFloat(getComputedStyle(title).lineHeight)
      })()`)) as number
      assert.ok(lines > 1 && lines < 17, String(lines))
      await page.close()
    })
})

/** Some pages of each kind; proofs of every page are shown in English, French and Arabic. */
const some = [
  ...(['today', 'story', 'story-coverage', 'article', 'feeds', 'all-feeds', 'search', 'answer', 'person'] as const),
  ...(['settings', 'alert-settings', 'saved', 'admin', 'accounts', 'sign-in', 'add'] as const),
]

describe('long words of a language', () => {
  let browser: Awaited<ReturnType<typeof launchBrowser>>
  let site: Awaited<ReturnType<typeof serveExamples>>
  before(async () => {
    site = await serveExamples()
    browser = await launchBrowser()
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  for (const { code } of interfaceLanguages.filter(({ code: one }) => !['en', 'fr', 'ar'].includes(one)))
    test(`have room at 320 pixels: ${code}`, async () => {
      const tab = await openTab(browser, site.origin, { locale: code, viewport: { width: 320, height: 800 } })
      for (const name of some) {
        await tab.visit(paths[name])
        const problems = await tab.ask<readonly string[]>('layout()')
        assert.deepEqual(
          problems.filter((problem) => !problem.startsWith('target')),
          [],
          name,
        )
      }
      assert.deepEqual(await tab.complaints(), [])
      await tab.page.context().close()
    })
})
