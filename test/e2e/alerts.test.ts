import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { describe, test } from 'node:test'
import { mailToken } from '../examples/alerts.ts'
import { until } from '../until.ts'
import { openBrowser, serveExamples, wholeChromiumPath } from './browser.ts'
import { leave } from './presses.ts'

const skip = existsSync(wholeChromiumPath) ? false : `Chromium is not at ${wholeChromiumPath}`
const text = {
  title: 'Harbor bridge closed',
  body: 'Another independent report, by Varn Post',
  path: '/alerts?cursor=none',
  tag: 'batch-1',
  language: 'en',
  direction: 'ltr',
}

type Registration = { readonly registrationId: string }

describe('alerts in a browser', { skip }, () => {
  test('a push is shown once for one message, and what cannot be read is shown too', async () => {
    const site = await serveExamples()
    const browser = await openBrowser({ serviceWorkers: 'allow', executablePath: wholeChromiumPath })
    try {
      await browser.grantPermissions(['notifications'], { origin: site.origin })
      const page = await browser.newPage()
      await page.goto(`${site.origin}/alerts`)
      await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
      const session = await browser.newCDPSession(page)
      const known = Promise.withResolvers<string>()
      session.on(
        'ServiceWorker.workerRegistrationUpdated',
        ({ registrations }: { registrations: readonly Registration[] }) => {
          const [first] = registrations
          if (first) known.resolve(first.registrationId)
        },
      )
      await session.send('ServiceWorker.enable')
      const registrationId = await known.promise
      const push = (data: string) =>
        session.send('ServiceWorker.deliverPushMessage', { origin: site.origin, registrationId, data })
      const shown = () =>
        page.evaluate(
          'navigator.serviceWorker.ready.then((registration) => registration.getNotifications()).then((all) => all.map(({ title, body, tag, dir, lang, data }) => ({ title, body, tag, dir, lang, data })))',
        ) as Promise<readonly { readonly title: string }[]>
      // A worker that begins or ends just then may not hear a message: each is sent until it is heard.
      const untilShown = (count: number, ...messages: readonly string[]) =>
        until(
          `${count} are shown`,
          async () => {
            for (const message of messages) await push(message)
            const all = await shown()
            return all.length === count && all
          },
          1_000,
        )
      await untilShown(1, JSON.stringify(text))
      assert.deepEqual(await shown(), [
        { title: text.title, body: text.body, tag: 'batch-1', dir: 'ltr', lang: 'en', data: { path: text.path } },
      ])
      // The same message once more, as after a stop between sending and noting.
      const titles = (await untilShown(2, JSON.stringify(text), 'no JSON <b>')).map(({ title }) => title)
      assert.deepEqual(titles.sort(), ['Harbor bridge closed', 'Twosource'])
    } finally {
      await browser.close()
      await site.close()
    }
  })

  test('without script settings are kept, and no button is shown that would do nothing', async () => {
    const site = await serveExamples()
    const browser = await openBrowser({ javaScriptEnabled: false })
    try {
      const page = await browser.newPage()
      await page.goto(`${site.origin}/settings/alerts`)
      assert.equal(await page.locator('push-here').getByRole('button').count(), 0)
      await page.getByRole('switch', { name: 'Everything I follow' }).uncheck()
      await page.getByLabel('Messages per hour, at most').selectOption('5')
      await leave(page, page.getByRole('button', { name: 'Save changes' }).first().click())
      await page.locator('p.notice').getByText('Saved').waitFor()
      const choice = page.getByLabel('Alerts about Anna Berg')
      await choice.selectOption('on')
      await page.locator('form', { has: choice }).getByRole('button', { name: 'Save changes' }).click()
      await page.waitForURL(/settings\/alerts#follows$/)
      await page.goto(`${site.origin}/following`)
      await leave(page, page.getByRole('button', { name: 'Don’t alert me: Anna Berg' }).click())
      await page.waitForURL(/\/following$/)
      await page.goto(`${site.origin}/alerts/stop/${mailToken}`)
      await page.getByRole('button', { name: 'Stop emails' }).click()
      await page.getByRole('heading', { name: 'Alert emails are off' }).waitFor()
      const target = 'person:anna-berg'
      assert.deepEqual(site.example.changes, [
        ['setAlertSettings', { isAllOn: false, perHour: 5, quiet: { from: 1320, until: 420 } }],
        ['chooseAlert', { kind: 'entity', target, choice: 'on' }],
        ['chooseAlert', { kind: 'entity', target, choice: 'off' }],
      ])
    } finally {
      await browser.close()
      await site.close()
    }
  })

  test('without script a watch is made, taken and given back, with who has it', async () => {
    const site = await serveExamples()
    const browser = await openBrowser({ javaScriptEnabled: false })
    try {
      const page = await browser.newPage()
      await page.goto(`${site.origin}/settings/alerts`)
      await page.getByText('shared by the owner').waitFor()
      await page.getByText('shared by Ada · taken by Bo').waitFor()
      assert.equal(await page.getByRole('button', { name: /^(?:Take it|Give it back): World/ }).count(), 0)
      await leave(page, page.getByRole('button', { name: 'Take it: Northern Wire' }).click())
      await leave(page, page.getByRole('button', { name: /^Give it back: / }).click())
      await page.waitForURL(/\/settings\/alerts$/)
      const form = page.locator('details', { hasText: 'Watch something you follow' })
      await form.locator('summary').click()
      await form.getByLabel('the origin, once it is known').check()
      await form.getByLabel('Share with everyone here').check()
      await leave(page, form.getByRole('button', { name: 'Add' }).click())
      await page.waitForURL(/\/settings\/alerts\/watches\/watch-1\?said=saved$/)
      await page.getByRole('heading', { name: 'Log' }).waitFor()
      const [take, giveBack, save] = site.example.changes as [string, Record<string, unknown>][]
      assert.deepEqual(
        [take, giveBack],
        [
          ['takeWatch', { id: 'watch-2', isTaken: true }],
          ['takeWatch', { id: 'watch-1', isTaken: false }],
        ],
      )
      assert.deepEqual([save?.[0], save?.[1].occasions, save?.[1].isShared], ['saveWatch', ['second', 'origin'], true])
    } finally {
      await browser.close()
      await site.close()
    }
  })

  test('a browser that takes pushes hands its address in; one without a push service says so', async () => {
    const site = await serveExamples()
    const browser = await openBrowser({ serviceWorkers: 'allow', executablePath: wholeChromiumPath })
    try {
      await browser.grantPermissions(['notifications'], { origin: site.origin })
      const page = await browser.newPage()
      await page.goto(`${site.origin}/settings/alerts`)
      // No push service is reached in a test: the browser's own side of it is stood in for.
      await page.evaluate(
        "PushManager.prototype.subscribe = async () => ({ toJSON: () => ({ endpoint: 'https://push.example/send/1', keys: { p256dh: 'p'.repeat(87), auth: 'a'.repeat(22) } }) })",
      )
      await page.locator('push-here').getByRole('button').click()
      await page
        .getByRole('status')
        .filter({ hasText: /^Saved$/ })
        .waitFor()
      const channel = {
        kind: 'push',
        endpoint: 'https://push.example/send/1',
        p256dh: 'p'.repeat(87),
        auth: 'a'.repeat(22),
      }
      assert.deepEqual(site.example.changes, [['addAlertChannel', channel]])
      await page.evaluate(
        "PushManager.prototype.subscribe = async () => { throw new DOMException('No push service', 'AbortError') }",
      )
      await page.locator('push-here').getByRole('button').click()
      await page.getByText('This browser can’t receive alerts.').waitFor()
    } finally {
      await browser.close()
      await site.close()
    }
  })
})
