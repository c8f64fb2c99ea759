import { mkdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { serveDemo } from './serve-demo.ts'
import { launchBrowser } from './tabs.ts'

/**
 * Takes the pictures of the guide again, from the demo edition once all of it is read: `node test/e2e/take-guide-pictures.ts`.
 * `--only story,said` takes those; `--folder` puts them elsewhere.
 */
const { values } = parseArgs({
  options: { folder: { type: 'string', default: 'docs/screenshots' }, only: { type: 'string' } },
})
/** A clock that stands: days and ages are the same whenever the pictures are taken. */
const now = new Date('2026-11-24T19:00:00Z')

type Look = { readonly width: number; readonly theme: 'light' | 'dark'; readonly locale: string }
const wide: Look = { width: 1280, theme: 'light', locale: 'en-US' }
const phone: Look = { width: 375, theme: 'light', locale: 'en-US' }

const pictures: readonly (readonly [name: string, look: Look, go: (page: Page) => Promise<unknown>])[] = [
  ['today', wide, (page) => page.goto('/')],
  ['story', wide, openStory],
  ['said', wide, (page) => openStory(page).then(() => follow(page, '.tabs a[href$="/quotes"]'))],
  ['timeline', wide, openTimeline],
  ['citation', { ...wide, theme: 'dark' }, openCitation],
  ['article', wide, (page) => openStory(page).then(() => follow(page, '#coverage a[href^="/articles/"]'))],
  ['person', wide, (page) => page.goto('/people').then(() => follow(page, 'main a[href^="/people/"]'))],
  ['transcript', wide, openTranscript],
  ['data', wide, openData],
  ['source', wide, (page) => page.goto('/sources').then(() => follow(page, 'main table a[href^="/sources/"]'))],
  ['outlets', wide, openOutlets],
  ['feeds', { ...wide, theme: 'dark' }, (page) => page.goto('/feeds')],
  ['today-phone', { ...phone, theme: 'dark' }, (page) => page.goto('/')],
  ['brief-phone', phone, (page) => page.goto('/brief')],
  ['story-arabic', { ...phone, locale: 'ar' }, openStory],
]

await mkdir(values.folder, { recursive: true })
await using demo = await serveDemo(now)
const browser = await launchBrowser()
for (const [name, { width, theme, locale }, go] of pictures) {
  if (values.only !== undefined && !values.only.split(',').includes(name)) continue
  const height = width < 600 ? 780 : 860
  const context = await browser.newContext({
    baseURL: demo.url,
    viewport: { width, height },
    colorScheme: theme,
    locale,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  await go(page)
  await page.screenshot({ path: `${values.folder}/${name}.png`, animations: 'disabled' })
  await context.close()
}
await browser.close()

async function openStory(page: Page): Promise<void> {
  await page.goto('/')
  await follow(page, '.today h2 a')
}

/** Its buttons are there once its script runs. */
async function openTimeline(page: Page): Promise<void> {
  await openStory(page)
  await follow(page, '.tabs a[href$="/timeline"]')
  await page.locator('.zoom').waitFor()
}

async function openData(page: Page): Promise<void> {
  await page.goto('/people')
  await follow(page, 'main a[href^="/people/"]')
  await follow(page, 'a[href^="/data?"]')
}

async function openOutlets(page: Page): Promise<void> {
  await page.goto('/sources/compare')
  await page.getByLabel('First outlet').selectOption('Aldmere Courier')
  await page.getByLabel('Second outlet').selectOption('Radio Corran')
  await Promise.all([page.waitForURL(/b=/), page.getByRole('button', { name: 'Compare', exact: true }).click()])
}

/** Through the words of an interview. */
async function openTranscript(page: Page): Promise<void> {
  await page.goto('/search?q=%22Morning+Hour%22&tab=articles')
  await follow(page, 'main h2 a')
}

async function openCitation(page: Page): Promise<void> {
  await openStory(page)
  await page.locator('main a.cite').first().click()
  await page.locator('dialog.pane mark').first().waitFor()
}

async function follow(page: Page, selector: string): Promise<void> {
  await page.goto((await page.locator(selector).first().getAttribute('href'))!)
}
