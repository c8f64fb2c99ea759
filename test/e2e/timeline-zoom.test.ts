import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { until } from '../until.ts'
import { chromiumPath, openBrowser, paths, serveExamples } from './browser.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`
const frame = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))'

describe('the zoom of a timeline', { skip }, () => {
  let site: Awaited<ReturnType<typeof serveExamples>>
  let browser: BrowserContext

  before(async () => {
    site = await serveExamples()
    browser = await openBrowser({ locale: 'en-GB', viewport: { width: 1000, height: 900 } })
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  async function open(): Promise<Page> {
    const page = await browser.newPage()
    await page.goto(site.origin + paths['story-timeline'])
    // What makes it move comes when it is near.
    await page.locator('timeline-zoom').scrollIntoViewIfNeeded()
    await page.locator('.zoom').waitFor()
    return page
  }
  const window = async (page: Page) => Number.parseFloat((await page.locator('.window').getAttribute('width')) ?? '')

  it('shows the whole time and comes closer again by buttons', async () => {
    const page = await open()
    const tl = page.locator('timeline-zoom')
    assert.equal(await tl.locator('a.event:not([display])').count(), 4)
    await tl.getByRole('button', { name: 'Show all' }).click()
    await page.evaluate(frame)
    assert.equal(await tl.locator('a.event:not([display])').count(), 5)
    assert.match((await tl.locator('.tick text').allTextContents()).join(' '), /2016 2018 2020/)
    const whole = await window(page)
    assert.equal(await tl.getByRole('button', { name: 'Zoom out' }).getAttribute('aria-disabled'), 'true')
    await tl.getByRole('button', { name: 'Zoom in' }).click()
    await page.evaluate(frame)
    assert.ok((await window(page)) < whole)
    await page.close()
  })

  it('moves by arrow keys and zooms by + and 0', async () => {
    const page = await open()
    const tl = page.locator('timeline-zoom')
    await tl.locator('svg').first().focus()
    for (const key of ['+', '+']) await page.keyboard.press(key)
    await page.evaluate(frame)
    const close = await tl.locator('a.event:not([display])').count()
    assert.ok(close < 4, `${close} events`)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.evaluate(frame)
    const first = await tl.locator('a.event:not([display])').first().getAttribute('href')
    assert.equal(first, '#event-2')
    await page.keyboard.press('0')
    await page.evaluate(frame)
    assert.equal(await tl.locator('a.event:not([display])').count(), 5)
    await page.close()
  })

  it('zooms by the wheel with Ctrl alone, so that the page still scrolls', async () => {
    const page = await open()
    const svg = page.locator('timeline-zoom svg').first()
    await svg.scrollIntoViewIfNeeded()
    await svg.hover()
    const before = await window(page)
    await page.mouse.wheel(0, 10)
    await page.evaluate(frame)
    assert.equal(await window(page), before)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, 100)
    await page.keyboard.up('Control')
    // The wheel is heard beside what else goes on.
    await until('it is farther', async () => (await window(page)) > before)
    await page.close()
  })

  it('moves by dragging', async () => {
    const page = await open()
    const svg = page.locator('timeline-zoom svg').first()
    await page.locator('timeline-zoom').getByRole('button', { name: 'Zoom in' }).click()
    await page.evaluate(frame)
    const before = await page.locator('.window').getAttribute('x')
    const box = (await svg.boundingBox())!
    await page.mouse.move(box.x + box.width / 2, box.y + 40)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2 - 150, box.y + 40, { steps: 4 })
    await page.mouse.up()
    await until('it has moved', async () => (await page.locator('.window').getAttribute('x')) !== before)
    await page.close()
  })

  it('leads from a mark to its item', async () => {
    const page = await open()
    await page.locator('a.event[href="#event-5"]').click()
    await page.waitForURL((url) => url.hash === '#event-5')
    assert.equal(await page.locator('li:target').count(), 1)
    await page.close()
  })
})

describe('a timeline without script', { skip }, () => {
  it('is a picture that leads to the list, and offers no buttons', async () => {
    const site = await serveExamples()
    const browser = await openBrowser({ javaScriptEnabled: false })
    const page = await browser.newPage()
    await page.goto(site.origin + paths['story-timeline'])
    assert.equal(await page.locator('.zoom').isVisible(), false)
    assert.equal(await page.locator('timeline-zoom a.event:not([display])').count(), 4)
    await page.locator('a.event[href="#event-2"]').click()
    await page.waitForURL((url) => url.hash === '#event-2')
    assert.equal(await page.locator('li:target').count(), 1)
    await browser.close()
    await site.close()
  })
})
