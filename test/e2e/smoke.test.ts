import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { chromiumPath, openBrowser, paths, serveExamples } from './browser.ts'
import { loadAxe, violations } from './tabs.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`
const few = ['today', 'story', 'article', 'feeds', 'search', 'settings'] as const

/** A few pages, for the short run; the other files here look at all of them. */
describe('a few pages in a browser', { skip }, () => {
  let site: Awaited<ReturnType<typeof serveExamples>>

  before(async () => {
    site = await serveExamples()
  })
  after(() => site?.close())

  for (const javaScriptEnabled of [true, false])
    it(`come in whole ${javaScriptEnabled ? 'with' : 'without'} script, and lead from a story to a citation`, async () => {
      const browser = await openBrowser({ locale: 'en-US', javaScriptEnabled, viewport: { width: 1280, height: 900 } })
      try {
        for (const name of few) await look(browser, name)
        const page = await browser.newPage()
        await page.goto(site.origin + paths.story)
        await page.locator('a.cite').first().click()
        await page
          .locator(javaScriptEnabled ? 'dialog.pane mark' : 'main mark')
          .first()
          .waitFor()
        await page.close()
      } finally {
        await browser.close()
      }
    })

  it('break no rule of axe, in the dark and from right to left too', async () => {
    for (const [locale, colorScheme] of [
      ['en-US', 'light'],
      ['ar', 'dark'],
    ] as const) {
      const browser = await openBrowser({ locale, colorScheme, viewport: { width: 375, height: 900 } })
      try {
        const page = await browser.newPage()
        for (const name of few) {
          await page.goto(site.origin + paths[name])
          await loadAxe(page)
          assert.deepEqual(await violations(page), [], `${name}, ${locale}`)
        }
      } finally {
        await browser.close()
      }
    }
  })

  /** Shows a page and fails at an error in it, in its console, or in what it loads. */
  async function look(browser: BrowserContext, name: (typeof few)[number]) {
    const page = await browser.newPage()
    const wrong: string[] = []
    page.on('pageerror', (error) => wrong.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
    page.on('response', (response) => response.status() >= 400 && wrong.push(`${response.url()} ${response.status()}`))
    const answer = await page.goto(site.origin + paths[name])
    assert.equal(answer?.status(), 200, name)
    assert.ok(await page.locator('h1').first().isVisible(), name)
    assert.deepEqual(wrong, [], name)
    await page.close()
  }
})
