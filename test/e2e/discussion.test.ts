import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { setDiscussionSwitch } from '../../src/operations/discussion/moderate.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { openBrowser, serveWeb } from './browser.ts'
import { leave } from './presses.ts'

const url = 'https://courier.example/bridge'
const text =
  'Engineers closed the harbor bridge on Monday. “The piers will be mended by spring,” Mayor Ada Lindqvist said.'

for (const hasScript of [true, false])
  describe(`the discussion in a browser ${hasScript ? 'with' : 'without'} script`, () => {
    let folder: string
    let context: Context
    let site: Awaited<ReturnType<typeof serveWeb>>
    let browser: BrowserContext

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'twosource-discussion-e2e-'))
      context = await createContext(readConfig({ TWOSOURCE_DATA: folder }), () => {})
      const line = { title: 'Bridge closed', outlet: 'Courier', url, publishedAt: new Date().toISOString(), text }
      await importFile.run(context.operations, {
        bytes: new TextEncoder().encode(JSON.stringify(line)),
        name: 'a.jsonl',
      })
      await context.pipeline.runOnce()
      await setDiscussionSwitch.run(context.operations, { chosen: 'on' })
      site = await serveWeb(context.operations)
      browser = await openBrowser({ javaScriptEnabled: hasScript })
    })
    after(async () => {
      await browser.close()
      await site.close()
      await context[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    })

    test('a comment is written, answered by keys alone, changed, decided on and deleted', async () => {
      const page = await browser.newPage()
      const { storyId, article, document } = (await context.operations.store.articles.findByUrl(url))!
      await page.goto(`${site.origin}/stories/${storyId}`)
      await leave(
        page,
        page
          .locator('.tabs')
          .getByRole('link', { name: /^Discussion/ })
          .click(),
      )
      await page
        .getByLabel('Your comment')
        .fill('> The piers will be mended by spring\n\n<img src=x onerror=alert(1)> Which spring?')
      await leave(page, page.getByRole('button', { name: 'Send' }).press('Enter'))
      await page.getByRole('link', { name: 'In the article' }).waitFor()
      assert.equal(await page.locator('.said-here img').count(), 0)
      await leave(page, page.getByRole('link', { name: /^Reply/ }).press('Enter'))
      await page.getByLabel('Your comment').fill('هذا الربيع، قالت.')
      await leave(page, page.getByRole('button', { name: 'Send' }).press('Enter'))
      assert.equal(await page.locator('.comment').count(), 2)
      await leave(page, page.locator('.comment.chosen').getByRole('link', { name: 'Edit' }).click())
      await page.getByLabel('Your comment').fill('This spring, she said.')
      await leave(page, page.getByRole('button', { name: 'Send' }).click())
      await page.locator('.comment.chosen').getByText('edited').waitFor()
      await page.getByLabel('Delete this comment').check()
      await leave(page, page.getByRole('button', { name: 'Delete' }).click())
      assert.equal(await page.locator('.comment').count(), 1)
      assert.match(page.url(), /\/stories\/.*\/discussion$/)

      const start = document.text.indexOf('“The piers')
      await page.goto(`${site.origin}/citations/${document.id}/${start}-${start + 30}`)
      await leave(page, page.getByRole('link', { name: 'Discuss', exact: true }).click())
      await leave(page, page.getByRole('link', { name: 'Comment on these words' }).click())
      await page.getByLabel('Your comment').fill('On these very words.')
      await leave(page, page.getByRole('button', { name: 'Send' }).click())
      await page.locator('.comment .its-words').waitFor()
      await page
        .locator('.decide')
        .getByLabel(/^Reason/)
        .fill('To see how it is')
      await leave(page, page.getByRole('button', { name: 'Hide' }).click())
      await page.goto(`${site.origin}/moderation/log`)
      await page.getByText('To see how it is').waitFor()
      await page.goto(`${site.origin}/articles/${article.id}/discussion`)
      assert.equal(await page.locator('.comment').getByText('Hidden by a moderator').count(), 1, 'told to who wrote it')
    })
  })
