import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { addAccount } from '../../src/operations/accounts/change-account.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { boundClosing, chromiumPath, serveInstance } from './browser.ts'
import { leave } from './presses.ts'
import { launchBrowser } from './tabs.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`
const password = 'seven herons on a wall'
const article = {
  title: 'Harbor bridge closed after cracks',
  outlet: 'Aldmere Courier',
  url: 'https://courier.example/bridge',
  publishedAt: '2026-03-12T06:30:00Z',
  text: 'Engineers closed the harbor bridge of Port Alder on Monday after divers found cracks in two piers. “The piers will be mended by spring,” Mayor Ada Lindqvist said. Ferries carry shopkeepers and pupils across.',
}

for (const javaScriptEnabled of [true, false])
  describe(`the shared desk ${javaScriptEnabled ? 'with' : 'without'} script`, { skip }, () => {
    let folder: string
    let context: Context
    let site: Awaited<ReturnType<typeof serveInstance>>
    let browser: Browser
    let storyId: string

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'twosource-desk-'))
      context = await createContext(
        readConfig({ TWOSOURCE_DATA: folder }),
        () => {},
        () => new Date('2026-03-12T12:00:00Z'),
      )
      const bytes = new TextEncoder().encode(`${JSON.stringify(article)}\n`)
      await importFile.run(context.operations, { bytes, name: 'a.jsonl' })
      await context.pipeline.runOnce()
      storyId = (await context.operations.store.articles.findByUrl(article.url))!.storyId!
      for (const [name, role] of [
        ['Mira', 'moderator'],
        ['Noor', 'moderator'],
        ['Lea', 'reader'],
      ] as const)
        await addAccount.run(context.operations, { name, role, password })
      site = await serveInstance(context.operations)
      browser = await launchBrowser()
    })
    after(async () => {
      await browser?.close()
      await site?.close()
      await context?.[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    })

    async function signIn(name: string): Promise<Page> {
      const viewport = { width: 1280, height: 900 }
      const own = await browser.newContext({ locale: 'en-US', javaScriptEnabled, viewport, serviceWorkers: 'block' })
      own.on('page', boundClosing)
      const page = await own.newPage()
      await page.goto(`${site.origin}/sign-in`)
      await page.getByLabel('Name', { exact: true }).fill(name)
      await page.getByLabel('Password', { exact: true }).fill(password)
      await leave(page, page.getByRole('button', { name: 'Sign in', exact: true }).click())
      return page
    }
    const textOf = async (page: Page) => (await page.locator('main').textContent())!

    it('goes from an editor to a reporter, and readers look on', async () => {
      const editor = await signIn('Mira')
      await editor.goto(`${site.origin}/stories/${storyId}`)
      await editor.locator('.acts > .menu > summary').click()
      await leave(editor, editor.getByRole('button', { name: 'Put on the desk' }).click())
      assert.equal(new URL(editor.url()).pathname, `/desk/${storyId}`)
      await editor.getByLabel('Assigned to').selectOption('Noor')
      await editor.getByLabel('Due day').fill('2026-03-12')
      await leave(editor, editor.getByRole('button', { name: 'Save', exact: true }).click())

      const reporter = await signIn('Noor')
      await reporter.locator('.nav summary').click()
      await leave(reporter, reporter.locator('.nav').getByRole('link', { name: 'Desk', exact: true }).click())
      await leave(reporter, reporter.getByRole('link', { name: 'Mine', exact: true }).click())
      assert.match(await textOf(reporter), /Due today or overdue/)
      await leave(reporter, reporter.getByRole('link', { name: 'Status & notes' }).first().click())
      await reporter.getByLabel('Status').selectOption('In progress')
      await leave(reporter, reporter.getByRole('button', { name: 'Save', exact: true }).click())
      await reporter.getByLabel('New note').fill('Ask the divers.')
      await leave(reporter, reporter.getByRole('button', { name: 'Add note' }).click())
      assert.match(await textOf(reporter), /Noor.* set the status to “In progress”/)

      const reader = await signIn('Lea')
      await reader.goto(`${site.origin}/desk`)
      assert.match(await textOf(reader), /In progress.*Harbor bridge closed.*Noor.*1 note/s)
      await reader.goto(`${site.origin}/desk/${storyId}`)
      assert.match(await textOf(reader), /Ask the divers\./)
      assert.equal(await reader.locator('main form').count(), 0)
      await reader.goto(`${site.origin}/stories/${storyId}`)
      assert.equal(await reader.locator(`main a[href="/desk/${storyId}"]`).count(), 1)
    })
  })
