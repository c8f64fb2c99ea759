import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { makeSetupCode } from '../../src/operations/accounts/owner-setup.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { boundClosing, chromiumPath, serveInstance } from './browser.ts'
import { leave, posted } from './presses.ts'
import { launchBrowser } from './tabs.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`
const article = {
  title: 'Harbor bridge closed after cracks',
  outlet: 'Aldmere Courier',
  url: 'https://courier.example/bridge',
  publishedAt: '2026-03-12T06:30:00Z',
  text: 'Engineers closed the harbor bridge of Port Alder on Monday after divers found cracks in two piers. “The piers will be mended by spring,” Mayor Ada Lindqvist said. Ferries carry shopkeepers and pupils across.',
}

for (const javaScriptEnabled of [true, false])
  describe(`a house of two ${javaScriptEnabled ? 'with' : 'without'} script`, { skip }, () => {
    let folder: string
    let context: Context
    let site: Awaited<ReturnType<typeof serveInstance>>
    let browser: Browser
    let owner: Page
    let reader: Page
    let articleUrl: string
    let storyUrl: string

    async function browse(): Promise<Page> {
      const viewport = { width: 1280, height: 900 }
      const own = await browser.newContext({ locale: 'en-GB', javaScriptEnabled, viewport, serviceWorkers: 'block' })
      own.on('page', boundClosing)
      return own.newPage()
    }
    const cookieOf = async (page: Page) =>
      (await page.context().cookies()).find(({ name }) => name.startsWith('session-'))
    const open = (page: Page, path: string) => page.goto(site.origin + path)
    const textOf = async (page: Page, path: string) => {
      await open(page, path)
      return (await page.locator('main').textContent())!
    }

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'twosource-house-'))
      context = await createContext(
        readConfig({ TWOSOURCE_DATA: folder }),
        () => {},
        () => new Date('2026-03-12T12:00:00Z'),
      )
      const bytes = new TextEncoder().encode(`${JSON.stringify(article)}\n`)
      await importFile.run(context.operations, { bytes, name: 'a.jsonl' })
      await context.pipeline.runOnce()
      const stored = (await context.operations.store.articles.findByUrl(article.url))!
      articleUrl = `/articles/${stored.article.id}`
      storyUrl = `/stories/${stored.storyId}`
      site = await serveInstance(context.operations)
      browser = await launchBrowser()
      owner = await browse()
      reader = await browse()
    })
    after(async () => {
      await browser?.close()
      await site?.close()
      await context?.[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    })

    it('is set up by who brings the code of the link, even at the machine itself', async () => {
      await open(owner, '/settings/account')
      assert.equal(owner.url(), `${site.origin}/setup`)
      await owner.getByLabel('Code').fill((await makeSetupCode(context.operations))!)
      await owner.getByRole('button', { name: 'Continue' }).click()
      await owner.getByLabel('Name', { exact: true }).fill('Mira Holm')
      await owner.getByLabel('Password', { exact: true }).fill('a lamp beside the harbor')
      await owner.getByLabel('Repeat password').fill('a lamp beside the harbor')
      await owner.getByRole('button', { name: 'Set a password' }).click()
      await owner.waitForURL(`${site.origin}/`)
      const cookie = (await cookieOf(owner))!
      assert.deepEqual(
        [cookie.name, cookie.httpOnly, cookie.sameSite, cookie.path, cookie.value.length],
        [`session-${new URL(site.origin).port}`, true, 'Lax', '/', 43],
      )
    })

    it('lets in who was invited, and nobody else', async () => {
      await open(reader, storyUrl)
      assert.ok(reader.url().startsWith(`${site.origin}/sign-in?back=`))
      await open(owner, '/server/people')
      await owner.getByLabel('Note, such as a name').fill('Noor')
      await leave(owner, owner.getByRole('button', { name: 'Create invitation' }).click())
      const address = (await owner.locator('code.secret').textContent())!
      await reader.goto(address)
      await reader.getByLabel('Name', { exact: true }).fill('Noor')
      await reader.getByLabel('Password', { exact: true }).fill('seven herons on a wall')
      await reader.getByLabel('Repeat password').fill('seven herons on a wall')
      await reader.getByRole('button', { name: 'Create the account' }).click()
      await reader.waitForURL(`${site.origin}/`)
      const used = await reader.goto(address)
      assert.equal(used?.status(), 404)
    })

    it('keeps the marks of each apart', async () => {
      await open(reader, storyUrl)
      const follow = reader.getByRole('button', { name: /^Follow/ }).first()
      await posted(reader, follow.click())
      await reader
        .getByRole('button', { name: /^Unfollow/ })
        .first()
        .waitFor()
      await open(reader, articleUrl)
      await posted(reader, reader.getByRole('button', { name: /^Save/ }).first().click())
      await reader
        .getByRole('button', { name: /^Remove from saved|^Saved/ })
        .first()
        .waitFor()
      await open(reader, `/notes/new?article=${articleUrl.split('/').at(-1)}&start=0&end=40`)
      await reader.locator('textarea[name=body]').fill('A note of Noor alone')
      await reader.locator('form.note-form button.btn').first().click()
      await reader.waitForURL('**/articles/**')
      await open(reader, '/settings/rules')
      await reader.getByLabel('Word or phrase').fill('noorword')
      await leave(reader, reader.locator('form.muteadd button').click())

      assert.match(await textOf(reader, '/following'), /Harbor bridge/)
      assert.match(await textOf(reader, '/settings/rules'), /noorword/)
      assert.match(await textOf(reader, '/library'), /Harbor bridge/)
      assert.match(await textOf(reader, '/library/notes'), /A note of Noor alone/)
      assert.doesNotMatch(await textOf(owner, '/following'), /Harbor bridge|noorword/)
      assert.doesNotMatch(await textOf(owner, '/settings/rules'), /noorword/)
      assert.doesNotMatch(await textOf(owner, '/library'), /Harbor bridge/)
      assert.doesNotMatch(await textOf(owner, '/library/notes'), /A note of Noor/)
      assert.doesNotMatch(await textOf(owner, articleUrl), /A note of Noor/)
      await open(owner, storyUrl)
      assert.ok(
        await owner
          .getByRole('button', { name: /^Follow/ })
          .first()
          .isVisible(),
      )
    })

    it('leads from every page to the account, which says who is signed in and signs out', async () => {
      await open(reader, '/about')
      await reader.locator('.nav .menu > summary').click()
      await reader.locator('.nav .pop').getByRole('link', { name: 'Account', exact: true }).click()
      await reader.waitForURL('**/settings/account')
      assert.match((await reader.locator('main').textContent())!, /Signed in as Noor/)
      const before = (await cookieOf(reader))!.value
      await reader.getByRole('button', { name: 'Sign out', exact: true }).click()
      await reader.waitForURL('**/sign-in')
      assert.equal(await cookieOf(reader), undefined)
      await reader
        .context()
        .addCookies([{ name: `session-${new URL(site.origin).port}`, value: before, url: site.origin }])
      await open(reader, '/library/notes')
      assert.ok(reader.url().includes('/sign-in?back=%2Flibrary%2Fnotes'), 'the session is over, not only forgotten')
      await reader.getByLabel('Name', { exact: true }).fill('noor')
      await reader.getByLabel('Password', { exact: true }).fill('seven herons on a wall')
      await reader.getByRole('button', { name: 'Sign in', exact: true }).click()
      await reader.waitForURL('**/notes')
      assert.match((await reader.locator('main').textContent())!, /A note of Noor alone/)
    })

    it('shows a token once, and deletes the account', async () => {
      await open(reader, '/settings/tokens')
      await reader.getByLabel('Name', { exact: true }).fill('Script')
      await leave(reader, reader.getByRole('button', { name: 'Create token' }).click())
      const token = (await reader.locator('code.secret').textContent())!
      assert.match(token, /^[\w-]{43}$/)
      assert.ok(!(await textOf(reader, '/settings/tokens')).includes(token))
      await open(reader, '/settings/account')
      await reader.locator('#leave summary').click()
      await reader.getByLabel('Enter your password to confirm').fill('seven herons on a wall')
      await reader.getByRole('button', { name: 'Delete account', exact: true }).click()
      await reader.getByRole('heading', { name: 'Your account is deleted' }).waitFor()
      assert.ok(!(await textOf(owner, '/server/people')).includes('Noor'))
    })
  })
