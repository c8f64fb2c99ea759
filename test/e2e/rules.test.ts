import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { brokenIn, isWhole, looksAt } from './axe-looks.ts'
import { chromiumPath, paths, samples, serveExamples } from './browser.ts'
import { launchBrowser, openTab, type Tab } from './tabs.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`
const locales = ['en-GB', 'ar'] as const

/** No page breaks a rule of axe, in two states of each kind: new pages join by standing in `paths`. */
describe('every page, by the rules of axe', { skip }, () => {
  let site: Awaited<ReturnType<typeof serveExamples>>
  let browser: Browser
  let tabs: Readonly<Record<(typeof locales)[number], Tab>>

  before(async () => {
    site = await serveExamples()
    browser = await launchBrowser()
    const open = (locale: string) => openTab(browser, site.origin, { viewport: { width: 1280, height: 900 }, locale })
    tabs = { 'en-GB': await open('en-GB'), ar: await open('ar') }
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  const seen = Object.entries(paths).filter(([name]) => isWhole || samples.has(name))
  for (const [place, [name, path]] of seen.entries())
    it(`breaks no rule: ${name}`, async () => {
      const looks = looksAt(place)
      const found = await Promise.all(
        locales.map(async (locale) => {
          const wanted = looks[locale] ?? []
          if (wanted.length === 0) return []
          await tabs[locale].visit(path)
          return (await brokenIn(tabs[locale], wanted)).map((problem) => `${locale} ${problem}`)
        }),
      )
      assert.equal(found.flat().join('\n'), '')
    })
})
