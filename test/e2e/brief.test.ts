import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { chromiumPath, openBrowser, serveExamples } from './browser.ts'
import { leave } from './presses.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`

describe('the brief and how the news is weighed, in a browser', { skip }, () => {
  let site: Awaited<ReturnType<typeof serveExamples>>
  let browser: BrowserContext

  before(async () => {
    site = await serveExamples()
    browser = await openBrowser({ locale: 'en-GB', javaScriptEnabled: false })
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  it('a slider moved by keys can be tried and then kept, without script', async () => {
    const page = await browser.newPage()
    await page.goto(`${site.origin}/settings/ranking`)
    await page.getByLabel('Independent reports').focus()
    for (let times = 0; times < 5; times += 1) await page.keyboard.press('ArrowRight')
    await leave(page, page.getByRole('button', { name: 'Preview' }).click())
    assert.match(page.url(), /reports=150/)
    assert.ok(await page.getByText('Preview only. Nothing is saved yet.').isVisible())
    assert.deepEqual(site.example.changes, [])
    assert.equal(await page.getByLabel('Independent reports').inputValue(), '150')
    await leave(page, page.getByRole('button', { name: 'Save' }).first().click())
    const [name, input] = site.example.changes[0] as unknown as [string, { sliders: { reports: number } }]
    assert.deepEqual([name, input.sliders.reports], ['setRanking', 150])
    await page.close()
  })

  it('the settings of the brief are kept, and the mails end at one button', async () => {
    site.example.changes.length = 0
    const page = await browser.newPage()
    await page.goto(`${site.origin}/settings/brief`)
    await page.getByLabel('Time', { exact: true }).selectOption('18')
    await page.getByText('Sat', { exact: true }).click()
    await leave(page, page.getByRole('button', { name: 'Save changes' }).click())
    assert.ok(await page.locator('p.notice').getByText('Saved').isVisible())
    const [name, choice] = site.example.changes[0] as [string, { hour: number; days: number[] }]
    assert.deepEqual([name, choice.hour, choice.days], ['setBrief', 18, [1, 2, 3, 4, 5, 6]])
    await page.goto(`${site.origin}/unsubscribe/a-secret-token-of-the-example`)
    await leave(page, page.getByRole('button', { name: 'Stop emails' }).click())
    assert.ok(await page.getByText('You won’t get any more briefs by mail.').isVisible())
    await page.close()
  })
})
