import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { openAttacker } from '../../lab/prove/cross-site/attack-page.ts'
import { token } from '../examples/sharing.ts'
import { chromiumPath, openBrowser, serveExamples } from './browser.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`

describe('the frame of a public link', { skip }, () => {
  let site: Awaited<ReturnType<typeof serveExamples>>
  let elsewhere: Awaited<ReturnType<typeof openAttacker>>
  let browser: BrowserContext

  before(async () => {
    site = await serveExamples()
    elsewhere = await openAttacker()
    browser = await openBrowser({ locale: 'en-GB', viewport: { width: 320, height: 600 } })
  })
  after(async () => {
    await browser?.close()
    await elsewhere?.close()
    await site?.close()
  })

  /** What a page of another site shows in a frame: the heading of ours, or nothing where it may not. */
  async function framed(path: string): Promise<string | null> {
    const page = await browser.newPage()
    await page.goto(elsewhere.origins[0]!)
    // The page around it knows when the frame has come to its end: what the frame is before that counts as loaded too.
    await page.evaluate(`new Promise((loaded) => {
      const frame = Object.assign(document.createElement('iframe'), { width: 320, src: '${site.origin}${path}' })
      frame.addEventListener('load', () => loaded())
      document.body.append(frame)
    })`)
    const [frame] = page.mainFrame().childFrames()
    const heading = await frame!.evaluate<string | null>(`document.querySelector('h1')?.textContent ?? null`)
    await page.close()
    return heading
  }

  it('stands on another site where the reader allowed it, and nothing else of ours does', async () => {
    assert.match((await framed(`/shared/${token}/embed`)) ?? '', /^Harbor talks end/)
    for (const path of ['/shared/brief/embed', `/shared/${token}`, '/'])
      assert.doesNotMatch((await framed(path)) ?? '', /Harbor|Today|Brief/, path)
  })

  it('fits a narrow frame in its own sheet, and its links are large enough and open outside', async () => {
    const page = await browser.newPage()
    await page.goto(`${site.origin}/shared/${token}/embed`)
    const [overflow, heights, background, target] = await page.evaluate<[number, number[], string, string]>(`[
      document.documentElement.scrollWidth - innerWidth,
      [...document.querySelectorAll('a')].map((link) => link.getBoundingClientRect().height),
      getComputedStyle(document.body).backgroundColor,
      document.querySelector('base').target,
    ]`)
    assert.ok(overflow <= 0, `${overflow} pixels too wide`)
    assert.ok(heights.length > 2 && heights.every((height) => height >= 24), String(heights))
    assert.equal(background, 'rgb(255, 254, 251)', 'the sheet holds against its hash')
    assert.equal(target, '_blank')
    await page.close()
  })
})
