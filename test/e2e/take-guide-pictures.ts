import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { launchBrowser } from './tabs.ts'

/**
 * The pictures of the guide, of the demo edition: `npm start demo -- --now 2026-11-24T19:00:00Z`, and a minute later
 * `node test/e2e/take-guide-pictures.ts ORIGIN`.
 */
const [origin = 'http://127.0.0.1:7180', folder = 'docs/screenshots'] = process.argv.slice(2)

type Look = { readonly width: number; readonly theme: 'light' | 'dark'; readonly locale: string }
const wide: Look = { width: 1280, theme: 'light', locale: 'en-GB' }
const phone: Look = { width: 375, theme: 'light', locale: 'en-GB' }

const pictures: readonly (readonly [name: string, look: Look, go: (page: Page) => Promise<unknown>])[] = [
  ['today', wide, (page) => page.goto('/')],
  ['story', wide, openStory],
  ['said', wide, (page) => openStory(page).then(() => scrollTo(page, '#said'))],
  ['timeline', wide, (page) => openStory(page).then(() => scrollTo(page, '#timeline'))],
  ['citation', { ...wide, theme: 'dark' }, openCitation],
  ['article', wide, (page) => openStory(page).then(() => follow(page, '#coverage a[href^="/articles/"]'))],
  ['person', wide, (page) => page.goto('/people').then(() => follow(page, 'main a[href^="/people/"]'))],
  ['source', wide, (page) => page.goto('/sources').then(() => follow(page, 'main a[href^="/sources/"]'))],
  ['feeds', { ...wide, theme: 'dark' }, (page) => page.goto('/feeds')],
  ['today-phone', { ...phone, theme: 'dark' }, (page) => page.goto('/')],
  ['brief-phone', phone, (page) => page.goto('/brief')],
  ['story-arabic', { ...phone, locale: 'ar' }, openStory],
]

await mkdir(folder, { recursive: true })
const browser = await launchBrowser()
for (const [name, { width, theme, locale }, go] of pictures) {
  const height = width < 600 ? 780 : 860
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height },
    colorScheme: theme,
    locale,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  await go(page)
  await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' })
  await context.close()
}
await browser.close()

async function openStory(page: Page): Promise<void> {
  await page.goto('/')
  await follow(page, 'main .row h2 a')
}

async function openCitation(page: Page): Promise<void> {
  await openStory(page)
  await page.locator('main a.cite').first().click()
  await page.locator('dialog.pane mark').first().waitFor()
}

async function follow(page: Page, selector: string): Promise<void> {
  await page.goto((await page.locator(selector).first().getAttribute('href'))!)
}

async function scrollTo(page: Page, selector: string): Promise<void> {
  await page.locator(selector).evaluate((section) => section.scrollIntoView({ block: 'start' }))
}
