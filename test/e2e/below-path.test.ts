import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { servePages } from '../../src/app/serve/serve.ts'
import { all, parseMarkup } from '../examples/markup.ts'
import { freePort } from '../free-port.ts'
import { type DemoRun, runDemo } from '../integration/demo-run.ts'
import { chromiumPath, openBrowser } from './browser.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`
/** Pages of one kind are written by one template. */
const mostOfKind = 2
const leastAsked = 150

/** The demo edition below a path: every page without script, and what scripts ask. */
describe('the product below /news/', { skip }, () => {
  let run: DemoRun
  let pages: Awaited<ReturnType<typeof servePages>>
  let browser: BrowserContext
  let origin: string
  let home: string

  before(async () => {
    const port = String(await freePort())
    origin = `http://127.0.0.1:${port}`
    home = `${origin}/news/`
    run = await runDemo(undefined, { TWOSOURCE_BASE_URL: home, TWOSOURCE_PORT: port })
    pages = await servePages(run.context, { trustsMachine: true })
    browser = await openBrowser({ serviceWorkers: 'allow', locale: 'en-US' })
  })
  after(async () => {
    await browser?.close()
    await pages?.close()
    await run?.close()
  })

  it('leads nowhere else on its host from any page, feed or redirect, and everything named is there', async () => {
    const waiting = [home]
    const known = new Set(waiting)
    const kinds = new Map<string, number>()
    const [outside, missing]: [string[], string[]] = [[], []]
    let asked = 0
    for (const url of waiting) {
      const kind = kindOf(url)
      const count = (kinds.get(kind) ?? 0) + 1
      kinds.set(kind, count)
      if (count > mostOfKind || /\/(?:original|events|live|api\/v1)$|\/(?:export|backup)\b/.test(new URL(url).pathname))
        continue
      const answer = await fetch(url, { redirect: 'manual', headers: { accept: 'text/html, */*' } })
      asked += 1
      if (answer.status >= 400) missing.push(`${answer.status} ${url}`)
      for (const named of await addressesIn(answer)) {
        const { href, hash } = new URL(named, url)
        if (!href.startsWith(`${origin}/`)) continue
        const plain = href.slice(0, href.length - hash.length)
        if (!href.startsWith(home)) outside.push(`${href} at ${url}`)
        else if (!known.has(plain)) {
          known.add(plain)
          waiting.push(plain)
        }
      }
    }
    assert.deepEqual([outside, missing], [[], []])
    assert.ok(asked >= leastAsked, `${asked} asked`)
  })

  it('asks, changes, cites and keeps copies from scripts', async () => {
    const [outside, failed]: [string[], string[]] = [[], []]
    browser.on('request', (request) => {
      if (request.url().startsWith('http') && !request.url().startsWith(home)) outside.push(request.url())
    })
    browser.on('response', (answer) => {
      if (answer.status() >= 400) failed.push(`${answer.status()} ${answer.url()}`)
    })
    const page = await browser.newPage()
    await page.goto(home)
    assert.equal(await page.evaluate('navigator.serviceWorker.ready.then(({ scope }) => scope)'), home)
    await page.goto(`${home}stories/${run.storyOf('corran-today/sella-dam-crack')?.id}`)
    await page.locator('a.cite').first().click()
    await page.locator('dialog.pane mark').waitFor()
    await page.keyboard.press('Escape')
    const follow = page.locator('form[action="/news/follow"]').first()
    await follow.locator('button').click()
    await page.locator('form[action="/news/unfollow"]').first().waitFor()
    await page.goto(`${home}feeds`)
    await markFirst(page, '1', '0')
    await page.goto(`${home}ask?q=What+did+Petra+Ansgard+say%3F`)
    await page.locator('a.cite, a[data-cite]').first().waitFor()
    assert.deepEqual([outside, failed], [[], []])
    await browser.setOffline(true)
    await page.goto(`${home}feeds`)
    await page.locator('.offline:not([hidden])').waitFor()
    await browser.setOffline(false)
    await page.close()
  })
})

async function markFirst(page: Page, from: string, to: string): Promise<void> {
  const button = page.locator(`.it .act [name=read][value="${from}"]`).first()
  const row = await button.getAttribute('aria-label')
  await button.evaluate((pressed) => (pressed as unknown as { click(): void }).click())
  assert.ok(row !== null)
  await page.locator(`.it.rd .act [name=read][value="${to}"]`).first().waitFor({ state: 'attached' })
}

/** Path and names of the query, without what tells one thing of a kind from another. */
function kindOf(url: string): string {
  const { pathname, searchParams } = new URL(url)
  const parts = pathname
    .split('/')
    .map((part) => (/[\d%:_]|[a-z][A-Z]|\./.test(part) ? part.replace(/^[^.]*/, '*') : part))
  return `${parts.join('/')}?${[...searchParams.keys()].join()}`
}

/** Where an answer leads: attributes of pages that hold addresses, and every address of ours in any other text. */
async function addressesIn(answer: Response): Promise<readonly string[]> {
  const moved = [answer.headers.get('location'), /<([^>]*)>/.exec(answer.headers.get('link') ?? '')?.[1]]
  const type = answer.headers.get('content-type') ?? ''
  const isText = /^(?:text|application\/(?:\w+\+)?(?:json|xml))/.test(type)
  const text = isText ? await answer.text() : ''
  if (!isText) await answer.body?.cancel()
  const found = type.startsWith('text/html')
    ? all(parseMarkup(text), '[href], [src], [data-src], [data-silence]').flatMap((element) =>
        ['href', 'src', 'data-src', 'data-silence'].map((name) => element.getAttribute(name)),
      )
    : (text.match(/https?:\/\/127\.0\.0\.1:\d+\/[^\s"'<>&\\)]*/g) ?? [])
  return [...moved, ...found].filter(
    (address) => typeof address === 'string' && !address.startsWith('javascript:'),
  ) as string[]
}
