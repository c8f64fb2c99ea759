import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { chromiumPath, paths, serveExamples } from './browser.ts'
import { launchBrowser, loadAxe, openTab, type Tab, violations } from './tabs.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`
type Look = readonly [width: number, theme: 'light' | 'dark', rules: 'all' | 'layout' | 'colors']

/**
 * Every rule at every width, and at every width in both directions those that hang on the layout; what a color is hangs on
 * the theme alone. One tab to a core: both directions are looked at together.
 */
const chosenLooks: readonly (readonly [locale: string, looks: readonly Look[]])[] = [
  [
    'en-GB',
    [
      [1280, 'light', 'all'],
      [768, 'light', 'layout'],
      [375, 'light', 'all'],
      [375, 'dark', 'colors'],
      [1280, 'dark', 'colors'],
    ],
  ],
  [
    'ar',
    [
      [1280, 'light', 'layout'],
      [768, 'light', 'all'],
      [375, 'light', 'all'],
      [768, 'dark', 'colors'],
    ],
  ],
]

/** With TWOSOURCE_TEST_AXE=whole every rule in every look, which takes three times as long. */
const looks =
  process.env.TWOSOURCE_TEST_AXE === 'whole'
    ? ['en-GB', 'ar'].map((locale) => [locale, everyLook()] as const)
    : chosenLooks

function everyLook(): readonly Look[] {
  return [375, 768, 1280].flatMap((width) =>
    (['light', 'dark'] as const).map((theme) => [width, theme, 'all'] as const),
  )
}

/** Every page and state, left to right and right to left, at three widths, light and dark: no rule of axe is broken. */
describe('accessibility', { skip }, () => {
  let site: Awaited<ReturnType<typeof serveExamples>>
  let browser: Browser
  let tabs: readonly (readonly [locale: string, tab: Tab, looks: readonly Look[]])[]

  before(async () => {
    site = await serveExamples()
    browser = await launchBrowser()
    tabs = await Promise.all(
      looks.map(async ([locale, each]) => [locale, await openTab(browser, site.origin, { locale }), each] as const),
    )
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  for (const [name, path] of Object.entries(paths))
    it(`breaks no rule: ${name}`, async () => {
      const found = await Promise.all(tabs.map(([locale, tab, each]) => problemsOf(locale, tab, path, each)))
      assert.equal(found.flat().join('\n'), '')
    })
})

async function problemsOf(locale: string, tab: Tab, path: string, looks: readonly Look[]): Promise<readonly string[]> {
  const { page } = tab
  await page.emulateMedia({ colorScheme: 'light' })
  await tab.visit(path)
  await loadAxe(page)
  const found: string[] = []
  for (const [width, colorScheme, rules] of looks) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    const problems = await violations(page, rules)
    found.push(...problems.map((problem) => `${locale} ${width} ${colorScheme}: ${problem}`))
  }
  return found
}
