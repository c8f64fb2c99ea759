import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { createTransport } from 'nodemailer'
import type { BrowserContext } from 'playwright-core'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { type NewsletterReceiver, startNewsletterReceiver } from '../../src/app/outside/newsletter-receiver.ts'
import { chromiumPath, openBrowser, serveWeb } from './browser.ts'
import { leave } from './presses.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`

describe('newsletters without script', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-newsletters-'))
  let context: Context
  let post: NewsletterReceiver
  let site: Awaited<ReturnType<typeof serveWeb>>
  let browser: BrowserContext

  before(async () => {
    const settings = { TWOSOURCE_DATA: folder, TWOSOURCE_MAIL_PORT: '0', TWOSOURCE_MAIL_DOMAIN: 'letters.example' }
    context = await createContext(readConfig(settings), () => {})
    post = (await startNewsletterReceiver(context))!
    site = await serveWeb(context.operations)
    browser = await openBrowser({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, javaScriptEnabled: false })
  })
  after(async () => {
    await browser?.close()
    await site?.close()
    await post?.[Symbol.asyncDispose]()
    await context?.[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  })

  it('makes an address, shows the letter that comes to it, and ends it', async () => {
    const page = await browser.newPage()
    await page.goto(`${site.origin}/newsletters`)
    await page.getByLabel('Newsletter name').fill('Harbour notes')
    await page.getByLabel('Folder (optional)').fill('Post')
    await leave(page, page.getByRole('button', { name: 'Create an address' }).click())
    const address = (await page.locator('.notice code').textContent()) ?? ''
    assert.match(address, /^[a-z2-7]{20}@letters\.example$/)

    const transport = createTransport({ host: '127.0.0.1', port: post.port, ignoreTLS: true })
    const letter = {
      from: 'Harbour Notes <notes@harbour.example>',
      to: address,
      subject: 'The ferry runs again',
      html: '<table><tr><td>From Monday the ferry runs <b>every hour</b>.</td></tr></table>',
      list: { unsubscribe: 'https://harbour.example/leave?t=1' },
    }
    assert.match((await transport.sendMail(letter)).response, /^250/)

    await page.goto(`${site.origin}/newsletters`)
    await leave(page, page.getByRole('link', { name: 'Harbour notes' }).click())
    await leave(page, page.getByRole('link', { name: 'The ferry runs again' }).click())
    assert.equal(await page.locator('article h1').textContent(), 'The ferry runs again')
    assert.match((await page.locator('article .text').textContent()) ?? '', /ferry runs every hour/)
    assert.equal(await page.locator('article table').count(), 0)
    const wayOut = page.getByRole('link', { name: 'Unsubscribe at harbour.example' })
    assert.equal(await wayOut.getAttribute('href'), 'https://harbour.example/leave?t=1')

    await page.goto(`${site.origin}/newsletters`)
    await page.locator('.sure summary').click()
    await leave(page, page.getByRole('button', { name: 'Yes, reject new emails' }).click())
    assert.match((await page.locator('.notice').textContent()) ?? '', /New emails to that address are rejected/)
    await assert.rejects(transport.sendMail(letter), /550/)
    transport.close()
    await page.close()
  })
})
