import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { chromiumPath, paths, samples, serveExamples } from './browser.ts'
import { launchBrowser, openTab, type Tab } from './tabs.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`
/** The whole window, twice enlarged (WCAG 1.4.4), a phone, and the narrowest there is (WCAG 1.4.10). */
const widths = [1280, 640, 375, 320] as const

/**
 * English is seen in all states, at the widest and the narrowest; two states of each kind at a width between, too, and in Arabic at every
 * other one, the next page at the others. French differs from English by its words alone: one in six of these.
 */
function widthsAt(language: string, name: string, place: number): readonly number[] {
  const isSample = samples.has(name)
  if (language !== 'en' && (!isSample || (language === 'fr' && place % 6 !== 0))) return []
  return widths.filter(
    (width, at) => (language === 'en' && (width === 1280 || width === 320)) || (isSample && (at + place) % 2 === 0),
  )
}

/** 0.00 in any report of layout shift: on a busy machine the foot of a page may come in two pieces. */
const noShift = 0.005

type Frame = { readonly lang: string; readonly dir: string; readonly title: string }

/**
 * What holds for every page and state as it comes in, whatever it shows: new pages join by standing in `paths`. That none breaks a
 * rule of axe is asked by `rules.test.ts`.
 */
describe('every page', { skip }, () => {
  let site: Awaited<ReturnType<typeof serveExamples>>
  let browser: Browser
  let tabs: readonly (readonly [string, Tab])[]
  let plain: Tab
  const titles = new Map<string, string>()

  before(async () => {
    site = await serveExamples()
    browser = await launchBrowser()
    const open = (options: object) =>
      openTab(browser, site.origin, { viewport: { width: 1280, height: 900 }, ...options })
    tabs = [
      ['en', await open({ locale: 'en-US' })],
      ['ar', await open({ locale: 'ar', viewport: { width: 375, height: 800 } })],
      ['fr', await open({ locale: 'fr', reducedMotion: 'reduce' })],
    ]
    plain = await open({ locale: 'en-US', javaScriptEnabled: false })
    // Times are in the zone that a script named once; before that their zone is named.
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    for (const { page } of [plain, tabs[0]![1]])
      await page.context().addCookies([{ name: 'zone', value: zone, url: site.origin }])
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  for (const [place, [name, path]] of Object.entries(paths).entries()) {
    it(`holds what is promised: ${name}`, async () => {
      const found = await Promise.all(
        tabs.map(([language, tab]) => problemsOf(language, tab, path, widthsAt(language, name, place))),
      )
      assert.equal(found.flat().join('\n'), '')
      await plain.visit(path)
      const [, english] = tabs[0]!
      await english.page.setViewportSize({ width: 1280, height: 900 })
      assert.equal(await plain.ask<string>('text()'), await english.ask<string>('text()'), 'reads without script')
      const { title } = await english.ask<Frame>('frame()')
      // States of one page may share its title; another page may not. Words that are shared open the page that checks them.
      const route = name === 'checked' ? 'check' : path.split(/[/?]/)[1] || 'days'
      assert.equal(titles.get(title) ?? route, route, `has the title of another page: ${title}`)
      titles.set(title, route)
    })
  }
})

async function problemsOf(
  language: string,
  tab: Tab,
  path: string,
  widths: readonly number[],
): Promise<readonly string[]> {
  if (widths.length === 0) return []
  const { page } = tab
  const { width, height } = page.viewportSize()!
  const found: string[] = []
  const add = (problems: readonly string[]) => found.push(...problems.map((problem) => `${language}: ${problem}`))
  type Moved = { readonly shift: number; readonly elements: readonly string[] }
  const load = async () => {
    await tab.visit(path)
    return tab.ask<Moved>('moved()')
  }
  let moved = await load()
  // A page that shifts does so each time it loads; one that came in pieces, now and then.
  for (let again = 0; again < 3 && moved.shift > noShift; again++) moved = await load()
  if (moved.shift > noShift) add([`shifts by ${moved.shift} while it loads: ${moved.elements.join(' | ')}`])
  const frame = await tab.ask<Frame>('frame()')
  if (frame.lang !== language || frame.dir !== (language === 'ar' ? 'rtl' : 'ltr')) add([JSON.stringify(frame)])
  add(await tab.ask('headings()'))
  for (const each of widths) {
    await page.setViewportSize({ width: each, height: 900 })
    add((await tab.ask('layout()')).map((problem) => `${each}: ${problem}`))
  }
  await page.setViewportSize({ width, height })
  if (language === 'fr') add(await tab.ask('motion()'))
  if (language === 'en') add(await lostInForcedColors(tab))
  add(tab.foreign.map((url) => `asks ${url}`))
  add(await tab.complaints())
  return found
}

async function lostInForcedColors(tab: Tab): Promise<readonly string[]> {
  await tab.ask('forced.remember()')
  await tab.page.emulateMedia({ forcedColors: 'active' })
  const lost = await tab.ask('forced.lost()')
  await tab.page.emulateMedia({ forcedColors: 'none' })
  return lost
}
