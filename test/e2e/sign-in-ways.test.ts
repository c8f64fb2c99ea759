import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { browserCases } from '../sign-in/browser-cases.ts'
import { type Instance, password, startInstance } from '../sign-in/instance.ts'
import { startProvider } from '../sign-in/provider.ts'
import { launchBrowser } from './tabs.ts'

describe('passkeys in Chromium', () => {
  let instance: Instance
  let browser: Browser
  before(async () => {
    instance = await startInstance()
    browser = await launchBrowser()
  })
  after(async () => {
    await browser.close()
    await instance.close()
  })
  for (const { name, run } of browserCases(
    () => instance,
    () => browser,
  ))
    test(name, run)

  test('without script the page says what passkeys need, and the password still works', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${instance.origin}/sign-in`)
    assert.match((await page.textContent('pass-key')) ?? '', /need JavaScript/)
    assert.equal(await page.isVisible('pass-key button'), false)
    await page.fill('#name-field', 'Mira')
    await page.fill('#password-field', password)
    await page.click('form[action="/sign-in"] button')
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    await context.close()
  })

  test('under a number the page says where passkeys work', async () => {
    const page = await browser.newPage()
    await page.goto(`${instance.origin.replace('localhost', '127.0.0.1')}/sign-in`)
    assert.equal(await page.locator('pass-key').count(), 0)
    assert.ok((await page.textContent('main'))?.includes(instance.origin))
    await page.close()
  })
})

for (const isScripted of [true, false])
  test(`an honest provider in Chromium ${isScripted ? 'with' : 'without'} script: linked, then signed in by`, async () => {
    const provider = await startProvider()
    const instance = await startInstance((origin) => provider.settings(origin))
    const browser = await launchBrowser()
    const context = await browser.newContext({ javaScriptEnabled: isScripted, serviceWorkers: 'block' })
    const page = await context.newPage()
    // The provider's own page asks for a font of another server; nothing leaves this machine.
    await page.route(
      ({ hostname }) => hostname !== 'localhost' && hostname !== '127.0.0.1',
      (route) => route.abort(),
    )
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    const consent = async () => {
      await page.waitForURL((url) => url.origin === provider.issuer)
      await page.fill('input[name=login]', 'mira-there')
      await page.fill('input[name=password]', 'anything')
      await page.click('button')
      await page.waitForURL((url) => url.origin === instance.origin)
    }
    try {
      await page.goto(`${instance.origin}/sign-in?back=%2Fsettings%2Fsign-in`)
      await page.fill('#name-field', 'Mira')
      await page.fill('#password-field', password)
      await page.click('form[action="/sign-in"] button')
      await page.waitForURL(/settings\/sign-in/)
      await page.click('form[action="/settings/sign-in/elsewhere"] button')
      await consent()
      assert.match(page.url(), /done=linked/)
      await context.clearCookies()
      await page.goto(`${instance.origin}/sign-in?back=%2Fsettings%2Faccount`)
      await page.click('form[action="/sign-in/elsewhere"] button')
      await consent()
      assert.equal(new URL(page.url()).pathname, '/settings/account')
      assert.deepEqual(
        complaints.filter((text) => /Content Security|Refused/.test(text)),
        [],
      )
    } finally {
      await browser.close()
      await instance.close()
      await provider.close()
    }
  })
