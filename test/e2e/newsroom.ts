import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { servePages } from '../../src/app/serve/serve.ts'
import { addAccount } from '../../src/operations/accounts/change-account.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { type DemoRun, demoNow, runDemo } from '../integration/demo-run.ts'
import { boundClosing } from './browser.ts'
import { leave } from './presses.ts'
import { launchBrowser, loadAxe, violations } from './tabs.ts'

const password = 'seven herons on a wall'
/** A text to be checked: two quotations of the edition, one with another word than its article. */
export const draft = `“That a wall like this one writes everything down. People only have to read it,” Petra Ansgard told Radio Corran.

Maren Tolvay told parliament: “People were moved out of their homes by something that somebody had already written down.”`

/** Long enough for a page on a slow machine, short enough that a link that is not there fails the walk soon. */
const stepMs = 20_000

/** The demo edition on a server where several people work, each with an account. */
export type Newsroom = AsyncDisposable & {
  readonly run: DemoRun
  readonly origin: string
  /** An account of its own, signed in: at a desk with scripts, or on a phone without. */
  readonly signIn: (name: string, role: 'owner' | 'moderator' | 'reader', javaScriptEnabled: boolean) => Promise<Page>
  /** Everything that waits is done, also what waits a minute. The clock stands still but for this. */
  readonly settle: () => Promise<void>
  /** An article arrives, and everything that follows from it is done. */
  readonly publish: (outlet: string, title: string, text: string) => Promise<void>
}

export async function openNewsroom(): Promise<Newsroom> {
  let clock = demoNow.getTime()
  const run = await runDemo(undefined, undefined, () => new Date(clock))
  const { operations, pipeline } = run.context
  const served = await servePages({ ...run.context, config: { ...run.context.config, TWOSOURCE_PORT: 0 } }, {})
  const { origin } = new URL(served.url)
  const browser = await launchBrowser()
  const settle = async () => {
    await pipeline.runOnce()
    clock += 60_000
    await pipeline.runOnce()
  }
  return {
    run,
    origin,
    async signIn(name, role, javaScriptEnabled) {
      await addAccount.run(operations, { name, role, password })
      const viewport = javaScriptEnabled ? { width: 1280, height: 900 } : { width: 390, height: 844 }
      const context = await browser.newContext({
        ...{ baseURL: origin, locale: 'en-US', javaScriptEnabled, viewport },
        serviceWorkers: 'block',
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(stepMs)
      context.on('page', boundClosing)
      const page = await context.newPage()
      await page.goto('/sign-in')
      await page.getByLabel('Name', { exact: true }).fill(name)
      await page.getByLabel('Password', { exact: true }).fill(password)
      await follow(page.getByRole('button', { name: 'Sign in', exact: true }))
      return page
    },
    settle,
    async publish(outlet, title, text) {
      clock += 60_000
      const url = `https://${outlet.toLowerCase().replaceAll(' ', '-')}.example/${encodeURIComponent(title)}`
      const line = JSON.stringify({ title, outlet, url, text, publishedAt: new Date(clock).toISOString() })
      await importFile.run(operations, { bytes: new TextEncoder().encode(line), name: 'news.jsonl' })
      await settle()
    },
    async [Symbol.asyncDispose]() {
      await browser.close()
      await served.close()
      await run.close()
    },
  }
}

/** Clicks what leads to another page, and waits until that has loaded; opens the menu it is in first, if that is closed. */
export async function follow(target: Locator): Promise<void> {
  const menu = target.locator('xpath=ancestor::details[not(@open)][1]/summary').first()
  if (!(await target.isVisible()) && (await menu.count()) > 0) await menu.click()
  await leave(target.page(), target.click())
}

/** Opens a citation, and answers what shows it: a pane beside the page with scripts, a page without. */
export async function openCitation(target: Locator): Promise<Locator> {
  const page = target.page()
  await target.click()
  await page.locator('dialog.pane mark, main mark').first().waitFor()
  const pane = page.locator('dialog.pane')
  return (await pane.count()) > 0 ? pane : page.locator('main')
}

/** The file that a click downloads. */
export async function download(
  target: Locator,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const [file] = await Promise.all([target.page().waitForEvent('download'), target.click()])
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) }
}

/** What stands there, on one line and without marks of direction. */
export async function textOf(page: Page, selector = 'main'): Promise<string> {
  return ((await page.locator(selector).first().textContent()) ?? '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
}

/** A page that was come to is no wider than the screen, and at a desk breaks no rule of axe, which needs scripts. */
export async function look(page: Page): Promise<void> {
  const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
  assert.equal(overflow, 0, `${page.url()} is too wide`)
  const size = page.viewportSize()!
  if (size.width < 600) return
  // As tall as the page: what is under the bar at its head, where one was led to a part of it, is covered by chance alone.
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'))
  await page.setViewportSize({ ...size, height: Math.max(size.height, height) })
  await page.evaluate('scrollTo(0, 0)')
  await loadAxe(page)
  assert.deepEqual(await violations(page), [], page.url())
  await page.setViewportSize(size)
}
