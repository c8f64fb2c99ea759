import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { leave } from '../e2e/presses.ts'
import type { Case } from './case.ts'
import { type Instance, password } from './instance.ts'

/** A tab with an authenticator of Chromium's own, which verifies whoever asks. */
async function tabWithAuthenticator(browser: Browser): Promise<{
  readonly page: Page
  readonly cdp: CDPSession
  readonly authenticatorId: string
  close(): Promise<void>
}> {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { page, cdp, authenticatorId, close: () => context.close() }
}

type Tab = Awaited<ReturnType<typeof tabWithAuthenticator>>

/** Signs the owner in by password and adds a passkey on the page; then signs out. */
async function register({ page }: Tab, instance: Instance): Promise<void> {
  await page.goto(`${instance.origin}/sign-in`)
  await page.fill('#name-field', 'Mira')
  await page.fill('#password-field', password)
  await page.click('form[action="/sign-in"] button')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await page.goto(`${instance.origin}/settings/sign-in`)
  await page.fill('#passkey-name', 'This machine')
  await page.click('pass-key button')
  await page.waitForURL(/done=passkey/)
  await page.context().clearCookies()
  instance.said()
}

async function useOnPage({ page }: Tab, instance: Instance): Promise<void> {
  await page.goto(`${instance.origin}/sign-in?back=%2Ffollowing`)
  await page.click('pass-key button')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

const isIn = async ({ page }: Tab, instance: Instance) => {
  await page.goto(`${instance.origin}/settings/account`)
  return new URL(page.url()).pathname === '/settings/account'
}
const why = (instance: Instance) => instance.said().find(({ what }) => what === 'passkey-refused')?.why

/** Passkeys in Chromium, by its own authenticator and the pages. */
export function browserCases(instance: () => Instance, browser: () => Browser): readonly Case[] {
  const cases: readonly (readonly [string, (tab: Tab, instance: Instance) => Promise<void>])[] = [
    [
      'a passkey is added, named, listed, and signs in without a name',
      async (tab, instance) => {
        const complaints: string[] = []
        tab.page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
        await register(tab, instance)
        await useOnPage(tab, instance)
        assert.equal(new URL(tab.page.url()).pathname, '/following')
        await tab.page.goto(`${instance.origin}/settings/sign-in`)
        const listed = (await tab.page.textContent('section:has(pass-key)')) ?? ''
        assert.match(listed, /This machine/)
        assert.match(listed, /Last used/)
        // Made for the page of a test only: what is not there says so.
        assert.deepEqual(
          complaints.filter((text) => !text.includes('404')),
          [],
        )
      },
    ],
    [
      'a device that has one is not given another for the same account',
      async (tab, instance) => {
        await register(tab, instance)
        await useOnPage(tab, instance)
        await tab.page.goto(`${instance.origin}/settings/sign-in`)
        await tab.page.click('pass-key button')
        await tab.page.locator('pass-key output', { hasText: 'already' }).waitFor()
      },
    ],
    [
      'a device that verifies nobody signs nobody in',
      async (tab, instance) => {
        await register(tab, instance)
        await tab.cdp.send('WebAuthn.setUserVerified', { authenticatorId: tab.authenticatorId, isUserVerified: false })
        await tab.page.goto(`${instance.origin}/sign-in`)
        await tab.page.click('pass-key button')
        await tab.page.locator('pass-key output', { hasText: 'didn’t work' }).waitFor()
        assert.equal(await isIn(tab, instance), false)
      },
    ],
    [
      'a copy of a passkey that counts behind is refused',
      async (tab, instance) => {
        await register(tab, instance)
        await useOnPage(tab, instance)
        await tab.page.context().clearCookies()
        const { authenticatorId } = tab
        const { credentials } = await tab.cdp.send('WebAuthn.getCredentials', { authenticatorId })
        const [credential] = credentials
        await tab.cdp.send('WebAuthn.clearCredentials', { authenticatorId })
        await tab.cdp.send('WebAuthn.addCredential', { authenticatorId, credential: { ...credential!, signCount: 0 } })
        instance.said()
        await useOnPage(tab, instance)
        assert.deepEqual([why(instance), await isIn(tab, instance)], ['cloned', false])
      },
    ],
    [
      'a page on another port of localhost that hands on what the device says is refused',
      async (tab, instance) => {
        await register(tab, instance)
        const evil = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'))
        await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', () => resolve()))
        try {
          const visitor = instance.visitor()
          const options = await (await visitor.post('/sign-in/passkey/options')).json()
          await tab.page.goto(`http://localhost:${(evil.address() as AddressInfo).port}/`)
          const answer = await tab.page.evaluate<string>(
            `navigator.credentials
              .get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(${JSON.stringify(options)}) })
              .then((credential) => JSON.stringify(credential))`,
          )
          await visitor.post('/sign-in/passkey', { answer })
          assert.deepEqual([why(instance), await visitor.who()], ['wrong-origin', undefined])
        } finally {
          evil.close()
          evil.closeAllConnections()
        }
      },
    ],
    [
      'a passkey that was removed signs nobody in',
      async (tab, instance) => {
        await register(tab, instance)
        await useOnPage(tab, instance)
        await tab.page.goto(`${instance.origin}/settings/sign-in`)
        for (let left = await tab.page.locator('form[action*="/remove#"] button').count(); left > 0; left--) {
          await leave(tab.page, tab.page.locator('form[action*="/remove#"] button').first().click())
          await tab.page.waitForURL(/done=removed/)
        }
        await tab.page.context().clearCookies()
        instance.said()
        await useOnPage(tab, instance)
        assert.deepEqual([why(instance), await isIn(tab, instance)], ['unknown-passkey', false])
      },
    ],
  ]
  return cases.map(([name, act]) => ({
    name,
    async run() {
      const tab = await tabWithAuthenticator(browser())
      try {
        await act(tab, instance())
      } finally {
        await tab.close()
        instance().pass(16)
      }
    },
  }))
}
