import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { chromiumPath, paths, serveExamples } from './browser.ts'
import { launchBrowser, loadAxe, openTab, type Tab, violations } from './tabs.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`
const widths = [1280, 768, 375]

/** Every page and state, left to right and right to left, at three widths, light and dark: no rule of axe is broken. */
describe('accessibility', { skip }, () => {
  let site: Awaited<ReturnType<typeof serveExamples>>
  let browser: Browser
  let tabs: readonly (readonly [string, Tab])[]

  before(async () => {
    site = await serveExamples()
    browser = await launchBrowser()
    const tab = async (locale: string) => [locale, await openTab(browser, site.origin, { locale })] as const
    tabs = [await tab('en-GB'), await tab('ar')]
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  for (const [name, path] of Object.entries(paths))
    it(`breaks no rule: ${name}`, async () => {
      // One tab to a core: both directions are looked at together.
      const found = await Promise.all(tabs.map(([locale, tab]) => problemsOf(locale, tab, path)))
      assert.equal(found.flat().join('\n'), '')
    })
})

async function problemsOf(locale: string, tab: Tab, path: string): Promise<readonly string[]> {
  const { page } = tab
  await page.emulateMedia({ colorScheme: 'light' })
  await tab.visit(path)
  await loadAxe(page)
  const found: string[] = []
  const look = async (width: number, colorScheme: 'light' | 'dark') => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    const problems = await violations(page, colorScheme === 'light' ? 'all' : 'colors')
    found.push(...problems.map((problem) => `${locale} ${width} ${colorScheme}: ${problem}`))
  }
  for (const width of widths) await look(width, 'light')
  // What a color is does not hang on the direction: one width more is enough.
  for (const width of locale === 'ar' ? [375] : widths) await look(width, 'dark')
  return found
}
