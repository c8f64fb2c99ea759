import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, describe, it } from 'node:test'
import { serve } from '@hono/node-server'
import type { BrowserContext, Page } from 'playwright-core'
import { exampleWeb } from '../examples/operations.ts'
import { now } from '../examples/views.ts'
import { until } from '../until.ts'
import { chromiumPath, openBrowser, paths, serveExamples } from './browser.ts'

/** After so long without an answer the worker shows the copy of a page. */
const copyAfterMs = 4000
const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`

describe('without a connection', { skip }, () => {
  let site: Awaited<ReturnType<typeof serveExamples>>
  let browser: BrowserContext
  let page: Page

  before(async () => {
    site = await serveExamples()
    browser = await openBrowser({ locale: 'en-US', viewport: { width: 1280, height: 900 }, serviceWorkers: 'allow' })
    page = await browser.newPage()
    await open(paths.today)
    await page.evaluate('navigator.serviceWorker.ready')
    await until('the worker answers', () => page.evaluate('navigator.serviceWorker.controller !== null'))
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })
  beforeEach(async () => {
    await browser.setOffline(false)
    site.example.changes.length = 0
  })

  const open = (path: string) => page.goto(site.origin + path)
  const isShown = (selector: string) => page.locator(selector).isVisible()
  /** Opens a page so that its copy, if it is shown, is not shown because this machine took too long. */
  function openInTime(path: string): Promise<{ readonly openedAt: number; readonly isCopy: boolean }> {
    return until(`${path} is open in time`, async () => {
      const openedAt = Date.now()
      await open(path)
      const isCopy = await isShown('.offline')
      return Date.now() - openedAt < copyAfterMs && { openedAt, isCopy }
    })
  }

  /** What the worker says of itself, once it has done what it is asked. */
  const ask = (kind: string) =>
    page.evaluate(
      `new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = ({ data }) => resolve(data); navigator.serviceWorker.controller.postMessage({ kind: ${JSON.stringify(kind)} }, [port2]) })`,
    ) as Promise<{
      waiting: number
      refused: number
      bytes: number
      copies: { url: string; title: string; keptAt: number }[]
    }>

  /** Waits until a page is kept, as it came then or later: that happens beside showing it. */
  async function kept(path: string, openedAt = 0, origin = site.origin): Promise<void> {
    const isKept = async () =>
      (await ask('status')).copies.some(({ url, keptAt }) => url === origin + path && keptAt >= openedAt)
    await until(`${path} is kept`, isKept)
  }

  /** Waits until nothing waits to be sent. The worker may not have heard yet that there is a connection again. */
  const sent = () =>
    until('all is sent', async () => {
      const state = await ask('send')
      return state.waiting === 0 && state
    })

  it('shows what was read before, and says that it is a copy and how old', async () => {
    assert.equal((await openInTime(paths.story)).isCopy, false)
    await kept(paths.story)
    await browser.setOffline(true)
    await open(paths.story)
    assert.match((await page.locator('h1').textContent()) ?? '', /harbor|strait/i)
    const line = (await page.locator('.offline').textContent()) ?? ''
    assert.match(
      line,
      /The server cannot be reached\. This copy is from \w+ \d+, \d{4} at \d+:\d\d\s[AP]M\.\s.*Try again/s,
    )
    // Sheet and script are there too.
    assert.equal(await page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight"), '600')
    assert.equal(await page.evaluate("customElements.get('citation-pane') !== undefined"), true)
  })

  it('shows an article that was read whatever place in it is asked for', async () => {
    await open('/articles/article-wire')
    await kept('/articles/article-wire')
    await browser.setOffline(true)
    await open(paths.article)
    assert.equal(await isShown('.offline'), true)
    assert.match((await page.locator('.offline time').textContent()) ?? '', /\d{4}/)
  })

  it('says in the language last read that a page is not kept, and lists those that are', async () => {
    await browser.setOffline(true)
    await open(paths.about)
    assert.equal(await page.locator('h1').textContent(), 'Reading offline')
    assert.match((await page.locator('[role=alert]:visible').textContent()) ?? '', /isn’t stored on this device/)
    await page.locator('.copies-kept a').first().waitFor()
    await browser.setOffline(false)
    await browser.addCookies([{ name: 'language', value: 'ar', url: site.origin }])
    await open('/days/2026-01-03')
    await kept('/days/2026-01-03')
    await browser.setOffline(true)
    // Which language it was is noted after the copy.
    await until('it is said in that language', async () => {
      await open(paths.about)
      return (await page.locator('html').getAttribute('dir')) === 'rtl'
    })
    assert.equal(await page.locator('h1').textContent(), 'القراءة دون اتصال')
    await browser.clearCookies()
  })

  it('fetches ahead the first stories of Today, and tells the server that nobody read them', async () => {
    await browser.setOffline(false)
    await open(paths.admin)
    const asked: string[] = []
    browser.on('request', (request) => {
      if (request.headers()['x-purpose'] === 'copy') asked.push(new URL(request.url()).pathname)
    })
    const { copies } = await ask('ahead-now')
    assert.ok(copies.some(({ url }) => url === `${site.origin}/`))
    assert.ok(copies.some(({ url }) => url.includes('/stories/')))
    await until('the server is told', () => asked.includes('/'))
  })

  it('keeps changes made meanwhile, sends them in order, and loses none', async () => {
    await open(paths.feeds)
    await kept(paths.feeds)
    await browser.setOffline(true)
    await open(paths.feeds)
    await page
      .locator('.it')
      .first()
      .getByRole('button', { name: /^Mark read/ })
      .click()
    await page.locator('.it.rd').first().waitFor()
    await page.locator('.it').nth(1).getByRole('button', { name: /^Save/ }).click()
    await page.locator('.offline [data-waiting]:has-text("2")').waitFor()
    assert.deepEqual(site.example.changes, [])
    await browser.setOffline(false)
    await sent()
    const names = site.example.changes.map((change) => (change as unknown[])[0])
    assert.deepEqual(names, ['markRead', 'star'])
  })

  it('keeps a change sent by a form without its island, and goes back to the page', async () => {
    await open(paths.feeds)
    await kept(paths.feeds)
    await browser.setOffline(true)
    await page.evaluate(
      `(() => { const form = document.createElement('form'); form.method = 'post'; form.action = '/entries/read'; for (const [name, value] of [['entry', 'entry-9'], ['back', '/feeds']]) { const field = document.createElement('input'); field.name = name; field.value = value; form.append(field) } document.body.append(form); form.submit() })()`,
    )
    await page.waitForURL(`**${paths.feeds}`)
    await page.locator('.offline [data-waiting]:has-text("1")').waitFor()
    await browser.setOffline(false)
    await sent()
    assert.deepEqual(site.example.changes, [['markRead', { entryIds: ['entry-9'], isRead: true }]])
  })

  it('says that what cannot wait was not sent', async () => {
    await open(paths.add)
    await browser.setOffline(true)
    await page.locator('#url').fill('https://site.example/feed')
    await page.locator('form[action="/feeds"] button').first().click()
    await page.getByText('Nothing was changed').waitFor()
    await browser.setOffline(false)
    assert.deepEqual(site.example.changes, [])
  })

  it('keeps a change the server does not take to be seen, and goes on with the others', async () => {
    await open(paths.feeds)
    await browser.setOffline(true)
    const post = (body: string) =>
      page.evaluate(
        `fetch('/entries/read', { method: 'POST', body: new URLSearchParams(${JSON.stringify(body)}) }).then(({ status }) => status)`,
      )
    assert.equal(await post('nothing=1'), 202)
    assert.equal(await post('entry=entry-1'), 202)
    await browser.setOffline(false)
    assert.equal((await sent()).refused, 1)
    assert.equal(site.example.changes.length, 1)
    await open('/offline')
    await page.getByRole('button', { name: 'Discard' }).click()
    await page.locator('[data-some="refused"]').first().waitFor({ state: 'hidden' })
  })

  it('removes every copy when asked', async () => {
    // One that is kept only now would be kept after the others were removed.
    await kept(paths.story, (await openInTime(paths.story)).openedAt)
    await open('/offline')
    await page.getByRole('button', { name: 'Remove all' }).click()
    await page.getByText('All copies removed').waitFor()
    assert.deepEqual((await ask('status')).copies, [])
    await browser.setOffline(true)
    await open(paths.story)
    assert.match((await page.locator('[role=alert]:visible').textContent()) ?? '', /isn’t stored on this device/)
  })

  it('shows the copy when the server does not answer within a few seconds, and the new page the next time', async () => {
    await open(paths.story)
    await kept(paths.story)
    const { app } = site.example
    const { get_story } = app
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    Object.assign(app, { get_story: (input: Parameters<typeof get_story>[0]) => released.then(() => get_story(input)) })
    const openedAt = Date.now()
    await open(paths.story)
    assert.equal(await isShown('.offline'), true)
    release()
    Object.assign(app, { get_story })
    // What came too late to be shown is kept: a server that is always so slow would else be read as it was once.
    await kept(paths.story, openedAt)
    assert.equal((await openInTime(paths.story)).isCopy, false)
  })

  it('keeps at most 200 pages, and lets the longest unused go', async () => {
    await open(paths.story)
    await kept(paths.story)
    // What a citation shows is kept like a page; it is the quickest to ask for.
    await page.evaluate(
      '(async () => { for (let at = 0; at < 230; at++) await (await fetch(`/citations/doc-wire/0-${at}?fragment=1`)).text() })()',
    )
    await kept('/citations/doc-wire/0-229?fragment=1')
    // Those of before are let go beside what is shown, as they are kept.
    const { bytes } = await until('at most 200 are kept, and not the longest unused', async () => {
      const state = await ask('status')
      return state.copies.length <= 200 && !state.copies.some(({ url }) => url.endsWith('/0-0?fragment=1')) && state
    })
    assert.ok(bytes <= 10 * 2 ** 20)
    await ask('clear')
  })

  it('gives way to a new version at once, with the copies as they were and the open page whole', async (test) => {
    let isNew = false
    const web = exampleWeb(site.example.app, { version: '0.1.0', now: () => now })
    const server = serve({
      hostname: '127.0.0.1',
      port: 0,
      async fetch(request) {
        if (!isNew || new URL(request.url).pathname !== '/sw.js') return web.fetch(request)
        const script = await (await web.request('/sw.js')).text()
        const headers = { 'Content-Type': 'text/javascript' }
        return new Response(script.replace(/"version":"[^"]+"/, '"version":"another-one"'), { headers })
      },
    }) as Server
    test.after(() => {
      server.closeAllConnections()
      server.close()
    })
    await once(server, 'listening')
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const cacheNames = async () => ((await page.evaluate('caches.keys()')) as string[]).toSorted()
    await page.goto(origin + paths.story)
    await page.evaluate('navigator.serviceWorker.ready')
    await page.goto(origin + paths.story)
    await kept(paths.story, 0, origin)
    assert.deepEqual((await cacheNames()).includes('assets-another-one'), false)
    isNew = true
    await page.evaluate(
      "new Promise((resolve, reject) => { setTimeout(reject, 120000); navigator.serviceWorker.addEventListener('controllerchange', () => resolve(true), { once: true }); navigator.serviceWorker.ready.then((registration) => registration.update()) })",
    )
    assert.ok((await ask('status')).copies.some(({ url }) => url === origin + paths.story))
    await until('what is old is gone', async () => (await cacheNames()).length <= 2)
    assert.deepEqual(await cacheNames(), ['assets-another-one', 'pages-1'])
    await page.locator('a.cite').first().click()
    await page.locator('dialog.pane mark').waitFor()
    await browser.setOffline(true)
    await page.goto(origin + paths.story)
    assert.equal(await isShown('.offline'), true)
  })

  it('never keeps the pages that run the instance', async () => {
    for (const path of [paths.admin, paths.labels, paths.add, '/search?q=ferry']) await open(path)
    await open(paths.story)
    await kept(paths.story)
    const kinds = (await ask('status')).copies.map(({ url }) => new URL(url).pathname)
    assert.deepEqual(
      kinds.filter((path) => /admin|labels|add|search|offline/.test(path)),
      [],
    )
    await page.close()
  })
})
