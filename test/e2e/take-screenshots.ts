import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { openBrowser, serveExamples } from './browser.ts'

// Pictures of the main pages: `node test/e2e/take-screenshots.ts FOLDER [ORIGIN]`. Without an origin the example views
// are shown; with one, a running server, such as the demo.
const [folder = 'docs/screenshots', given] = process.argv.slice(2)
const examples = given === undefined ? await serveExamples() : undefined
const origin = given ?? examples!.origin
mkdirSync(folder, { recursive: true })

const looks = [
  { suffix: '', viewport: { width: 1280, height: 1000 }, colorScheme: 'light', locale: 'en-GB' },
  { suffix: '-dark', viewport: { width: 1280, height: 1000 }, colorScheme: 'dark', locale: 'en-GB' },
  { suffix: '-phone', viewport: { width: 375, height: 812 }, colorScheme: 'light', locale: 'en-GB' },
  { suffix: '-arabic', viewport: { width: 1280, height: 1000 }, colorScheme: 'light', locale: 'ar' },
] as const

for (const { suffix, ...look } of looks) {
  const browser = await openBrowser(look)
  const page = await browser.newPage()
  const take = (name: string) => page.screenshot({ path: `${folder}/${name}${suffix}.png` })
  await page.goto(`${origin}/feeds?show=all`)
  await take('feeds')
  await page.goto(`${origin}/add`)
  await take('add')
  await page.goto(`${origin}/`)
  await take('today')
  if (await follow(page, 'main .row h2 a')) {
    await take('story')
    await page.locator('a.cite').first().click()
    await page.locator('dialog.pane mark').waitFor()
    await take('citation')
    await page.keyboard.press('Escape')
    if (await follow(page, 'main .coverage a')) await take('article')
  }
  await browser.close()
}
await examples?.close()

/** Goes where the first of the links selected leads; false when there is none. */
async function follow(page: Page, selector: string): Promise<boolean> {
  const href = await page
    .locator(selector)
    .first()
    .getAttribute('href', { timeout: 3000 })
    .catch(() => null)
  if (!href) return false
  await page.goto(new URL(href, page.url()).href)
  return true
}
