import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { chromiumPath, openBrowser, serveExamples } from './browser.ts'
import { leave } from './presses.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`

describe('a feed of a page, without script', { skip }, () => {
  let site: Awaited<ReturnType<typeof serveExamples>>
  let browser: BrowserContext
  let page: Page

  before(async () => {
    site = await serveExamples()
    browser = await openBrowser({ locale: 'en-GB', viewport: { width: 320, height: 700 }, javaScriptEnabled: false })
    page = await browser.newPage()
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  it('is looked at, changed, looked at again by the Enter key, and subscribed to', async () => {
    await page.goto(`${site.origin}/add`)
    await leave(page, page.getByRole('link', { name: 'Create a feed from a web page' }).click())
    await page.getByLabel('URL of the page with the headlines').fill('https://paper.example/news/')
    await leave(page, page.getByRole('button', { name: 'Preview', exact: true }).click())
    await page.getByRole('heading', { name: 'Found on the page: 31' }).waitFor()
    assert.equal(await page.getByRole('link', { name: 'The harbor opens again' }).count(), 1)
    assert.equal(await page.getByRole('link', { name: 'A script' }).count(), 0)

    await page.getByLabel('Article', { exact: true }).fill('li.story')
    await leave(page, page.getByLabel('Date', { exact: true }).press('Enter'))
    await page.getByRole('heading', { name: 'Found on the page: 2' }).waitFor()
    assert.deepEqual(site.example.changes, [], 'nothing is added by looking')

    await page.getByLabel('Folder').fill('Town')
    await page.getByRole('button', { name: 'Subscribe', exact: true }).click()
    await page.waitForURL('**/add?added=1&existing=0')
    const rule = { items: 'li.story', date: 'time', summary: 'p.dek' }
    const input = { url: 'https://paper.example/news/', rule, title: 'The Varn Paper <news>', folder: 'Town' }
    assert.deepEqual(site.example.changes, [['addPageFeed', input]])
  })

  it('says which selector is wrong, and fits a small screen', async () => {
    await page.goto(`${site.origin}/feeds/page?url=https%3A%2F%2Fpaper.example%2F&items=li&date=a%3A%3Ab`)
    await page.getByRole('alert').getByText('The rule isn’t valid').waitFor()
    assert.equal(await page.getByLabel('Date', { exact: true }).getAttribute('aria-invalid'), 'true')
    assert.ok((await page.getByRole('main').boundingBox())!.width <= 320)
  })
})
