import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { until } from '../until.ts'
import { chromiumPath, openBrowser, paths, serveExamples } from './browser.ts'
import { leave } from './presses.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`

describe('pictures, print and passing on', { skip }, () => {
  let site: Awaited<ReturnType<typeof serveExamples>>
  let browser: BrowserContext

  before(async () => {
    site = await serveExamples()
    browser = await openBrowser({ locale: 'en-US', viewport: { width: 1280, height: 900 } })
    await site.example.app.set_preferences({ preferences: { images: 'ask' } })
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  async function open(path: string): Promise<Page> {
    const page = await browser.newPage()
    await page.goto(site.origin + path)
    return page
  }

  it('loads a picture only when its button is pressed, in its place, and then offers to do so always', async () => {
    const page = await browser.newPage()
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'image') asked.push(new URL(request.url()).pathname)
    })
    await page.goto(site.origin + paths.article)
    await page.waitForLoadState('networkidle')
    assert.deepEqual(
      asked.filter((path) => path.startsWith('/images/')),
      [],
    )
    const figure = page.locator('.art .photo')
    await figure.getByRole('link', { name: 'Show picture' }).click()
    await figure.locator('img').waitFor()
    assert.deepEqual(
      await page.evaluate(
        "(() => { const img = document.querySelector('.art .photo img'); return [img.naturalWidth, img.width > 0, document.activeElement === img] })()",
      ),
      [1, true, true],
    )
    site.example.changes.length = 0
    await leave(page, page.getByRole('button', { name: 'Always show pictures' }).click())
    await page.waitForURL(`**${paths.article.split('#')[0]}`)
    assert.deepEqual(
      site.example.changes.map((change) => (change as unknown[])[0]),
      ['setPreferences'],
    )
    await site.example.app.set_preferences({ preferences: { images: 'ask' } })
    await page.close()
  })

  it('shows pictures at once unless the reader chose otherwise, each from this server', async () => {
    await site.example.app.set_preferences({ preferences: { images: 'on' } })
    const page = await browser.newPage()
    const asked: URL[] = []
    page.on('request', (request) => asked.push(new URL(request.url())))
    await page.goto(site.origin + paths.article)
    await page.locator('.art .photo img').waitFor()
    assert.ok(
      asked.some(({ pathname, searchParams }) => pathname.startsWith('/images/') && searchParams.get('w') === '960'),
    )
    assert.ok(asked.every(({ origin }) => origin === site.origin))
    assert.equal(await page.locator('show-picture a').count(), 0)
    await site.example.app.set_preferences({ preferences: { images: 'ask' } })
    await page.close()
  })

  it('says so in its place when a picture cannot be had', async () => {
    const page = await browser.newPage()
    await page.route('**/images/**', (route) => route.fulfill({ status: 502, body: '' }))
    await page.goto(site.origin + paths.article)
    await page.locator('.art .photo a.btn').click()
    await page.getByText('The picture could not be loaded').waitFor()
    await page.goto(`${site.origin}${paths['with-pictures']}`)
    await page.getByText('The picture could not be loaded').waitFor()
    assert.match((await page.locator('.art figcaption').textContent()) ?? '', /lower quay/)
    await page.close()
  })

  it('says so too when the picture failed before its script came', async () => {
    const page = await browser.newPage()
    await page.route('**/images/**', (route) => route.fulfill({ status: 502, body: '' }))
    const failed = page.waitForResponse('**/images/**')
    await page.route('**/*.js*', async (route) => {
      await failed
      await new Promise((resolve) => setTimeout(resolve, 200))
      await route.continue()
    })
    await page.goto(`${site.origin}${paths['with-pictures']}`)
    await page.getByText('The picture could not be loaded').waitFor()
    await page.close()
  })

  it('moves nothing when a picture comes late, its size known or not', async () => {
    const page = await browser.newPage()
    await page.route('**/images/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400))
      await route.continue()
    })
    await page.goto(site.origin + paths['with-pictures'])
    const before = await page.locator('.art .text').boundingBox()
    await until('the picture is there', () =>
      page.evaluate<boolean>("document.querySelector('.photo img').naturalWidth > 0"),
    )
    assert.deepEqual(await page.locator('.art .text').boundingBox(), before)
    await page.close()
  })

  it('shows pictures without script too, by the link of their button', async () => {
    const plain = await openBrowser({ javaScriptEnabled: false })
    const page = await plain.newPage()
    await page.goto(site.origin + paths.article)
    await leave(page, page.locator('.art .photo a.btn').click())
    await page.locator('.art .photo img').waitFor()
    assert.equal(await page.locator('.always-pictures').first().isVisible(), true)
    await plain.close()
  })

  it('copies the address of a page without what only says how it was come to', async () => {
    await browser.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin })
    for (const [path, expected] of [
      ['/stories/story-1?since=2026-03-16', '/stories/story-1'],
      [paths.article, '/articles/article-wire'],
      [paths.citation, '/citations/doc-wire/163-223'],
    ] as const) {
      const page = await open(path)
      await page.getByRole('button', { name: 'Copy link' }).first().click()
      await page.getByText('Link copied').first().waitFor()
      assert.equal(await page.evaluate('navigator.clipboard.readText()'), site.origin + expected)
      await page.close()
    }
  })

  it('prints a page unfolded, with its addresses as notes and where and when, and is then as before', async () => {
    const page = await open('/articles/article-wire')
    const folded = await page.locator('main details:not([open])').count()
    assert.ok(folded > 0)
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['.top', '.foot', '.tools', 'main .btn'])
      assert.equal(await page.locator(hidden).first().isVisible(), false, hidden)
    assert.equal(await page.locator('.printed').isVisible(), true)
    await page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert.equal(await page.locator('main details:not([open])').count(), 0)
    const notes = await page.locator('.print-notes li').allTextContents()
    assert.ok(notes.length > 0 && new Set(notes).size === notes.length)
    assert.match(
      (await page.locator('.printed').textContent()) ?? '',
      new RegExp(`^${site.origin}/articles/article-wire · Printed \\w+ \\d+, \\d{4} at \\d+:\\d\\d\\s[AP]M`),
    )
    const colors = await page.evaluate(
      "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('h1')).color]",
    )
    assert.deepEqual(colors, ['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
    await page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert.equal(await page.locator('main details:not([open])').count(), folded)
    assert.equal(await page.locator('.print-notes, .print-mark').count(), 0)
    await page.close()
  })

  it('prints where the words of a citation, an article and an entry stand', async () => {
    for (const path of [paths.citation, paths.article, paths.entry]) {
      const page = await open(path)
      await page.emulateMedia({ media: 'print' })
      await page.evaluate("dispatchEvent(new Event('beforeprint'))")
      const marks = await page.locator('main a[rel~=external] .print-mark:visible').count()
      assert.ok(marks > 0, `${path} names no address of its source`)
      await page.close()
    }
  })

  it('prints black on white for who reads in the dark', async () => {
    const page = await open(paths.article)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(255, 255, 255)')
    await page.close()
  })
})
