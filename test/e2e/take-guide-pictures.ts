import { mkdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { draft, openNewsroom, follow as press } from './newsroom.ts'
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

/** Of people who work with news, which takes accounts. */
const atWork: readonly (readonly [name: string, go: (page: Page) => Promise<unknown>])[] = [
  ['desk', openDesk],
  ['watch', openWatch],
  ['check', openCheck],
]

const isAsked = (name: string) => values.only === undefined || values.only.split(',').includes(name)

await mkdir(values.folder, { recursive: true })
await using demo = await serveDemo(now)
const browser = await launchBrowser()
for (const [name, { width, theme, locale }, go] of pictures) {
  if (!isAsked(name)) continue
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

if (atWork.some(([name]) => isAsked(name))) {
  await using newsroom = await openNewsroom()
  const page = await newsroom.signIn('Mira', 'owner', true)
  for (const [name, go] of atWork.filter(([each]) => isAsked(each))) {
    await go(page)
    await page.screenshot({ path: `${values.folder}/${name}.png`, animations: 'disabled' })
  }
}

/** Two stories on it: one in progress, with a note. */
async function openDesk(page: Page): Promise<void> {
  for (const at of [0, 1]) {
    await page.goto('/')
    const story = page.locator('.today h2 a').nth(at)
    await page.goto((await story.getAttribute('href'))!)
    await press(page.locator('main details.menu :is(a, button)', { hasText: 'Put on the desk' }))
    await page.getByLabel('Assigned to').selectOption('Mira')
    if (at === 0) {
      await page.getByLabel('Status').selectOption('In progress')
      await page.getByLabel('New note').fill('Ask who signed for it.')
    }
    await press(page.locator('main').getByRole('button', { name: 'Save', exact: true }))
  }
  await page.goto('/desk')
}

async function openWatch(page: Page): Promise<void> {
  await page.goto('/people?q=ansgard')
  await follow(page, 'main a[href^="/people/"]')
  await press(page.locator('main details.menu :is(a, button)', { hasText: 'Watch…' }))
}

async function openCheck(page: Page): Promise<void> {
  await page.goto('/check')
  await page.getByLabel('Text to check').fill(draft)
  await press(page.locator('main').getByRole('button', { name: 'Check', exact: true }))
}

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
