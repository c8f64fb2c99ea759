import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { until } from '../until.ts'
import { chromiumPath, openBrowser, paths, serveExamples } from './browser.ts'
import { leave } from './presses.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`

for (const javaScriptEnabled of [true, false])
  describe(`what belongs to the reader ${javaScriptEnabled ? 'with' : 'without'} script`, { skip }, () => {
    let site: Awaited<ReturnType<typeof serveExamples>>
    let browser: BrowserContext
    let page: Page

    before(async () => {
      site = await serveExamples()
      browser = await openBrowser({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, javaScriptEnabled })
    })
    after(async () => {
      await browser?.close()
      await site?.close()
    })
    beforeEach(async () => {
      if (page) await page.close()
      site.example.changes.length = 0
      page = await browser.newPage()
    })
    const open = (path: string) => page.goto(site.origin + path)
    const changed = () => (site.example.changes as [string, unknown][]).map(([name]) => name)
    const undo = () =>
      javaScriptEnabled
        ? page.locator('output.toast').getByRole('button', { name: 'Undo' })
        : page.locator('.done').getByRole('button', { name: 'Undo' })
    /** Waits until so many changes have come, then names them. */
    async function untilChanged(count: number): Promise<readonly string[]> {
      await until(`${count} changes have come`, () => site.example.changes.length >= count)
      return changed()
    }

    it('follows a story no longer, and again', async () => {
      await open(paths.story)
      await page.getByRole('button', { name: /^Unfollow/ }).click()
      await undo().waitFor()
      if (javaScriptEnabled) await page.getByRole('button', { name: /^Follow/ }).waitFor()
      await undo().click()
      assert.deepEqual(await untilChanged(2), ['unfollow', 'follow'])
      const [[, gone], [, again]] = site.example.changes as [[string, object], [string, object]]
      assert.deepEqual(
        ['kind', 'target'].map((name) => Reflect.get(again, name)),
        ['kind', 'target'].map((name) => Reflect.get(gone, name)),
      )
    })

    it('mutes a story for a week, and takes that back', async () => {
      await open(paths.story)
      await page.locator('.acts > .menu > summary').first().click()
      await page.locator('details.mute > summary').click()
      await page.getByRole('button', { name: /for a week$/ }).click()
      await undo().click()
      assert.deepEqual(await untilChanged(2), ['mute', 'unmute'])
      assert.equal((site.example.changes[0] as [string, { period: string }])[1].period, 'week')
    })

    it('mutes a word in the settings', async () => {
      await open('/settings/rules')
      await page.locator('form[action="/mute"] input[name=target]').fill('football')
      await leave(page, page.locator('form[action="/mute"] button').click())
      await page.waitForURL('**/settings/rules**')
      assert.deepEqual(await untilChanged(1), ['mute'])
    })

    it('takes a saved article out of the list, and puts it back where it was', async () => {
      await open(paths.saved)
      const items = page.locator('.rows > li')
      await items
        .nth(1)
        .getByRole('button', { name: /^Remove from saved/ })
        .click()
      await undo().waitFor()
      if (javaScriptEnabled) assert.equal(await items.nth(1).isVisible(), false)
      await undo().click()
      assert.deepEqual(await untilChanged(2), ['unsave', 'save'])
      assert.ok((site.example.changes[1] as [string, { at?: string }])[1].at, 'with its time')
    })

    it('leads from a paragraph to the form, and from the form back to the article', async () => {
      await open('/articles/article-wire')
      const link = page.locator('a.add-note').first()
      assert.match((await link.getAttribute('aria-label')) ?? '', /paragraph \d/)
      await link.click()
      await page.locator('#note-body').fill('Ask <b>them</b>.')
      await page.locator('.note-form').getByRole('button', { name: 'Save' }).click()
      await page.waitForURL('**/articles/article-wire#note-**')
      assert.deepEqual(changed(), ['saveNote'])
    })

    it('shows a note under its paragraph, as it was written', async () => {
      await open('/articles/article-wire')
      const note = page.locator('#note-note-1')
      assert.match((await note.locator('.note-body').textContent()) ?? '', /office\.\nThen <b>the<\/b> mayor/)
      assert.ok((await page.locator('mark.noted').count()) >= 1)
      assert.equal(await page.locator('.lost-notes .margin-note').count(), 1)
    })

    it('deletes a note when asked twice', async () => {
      await open(paths.notes)
      const first = page.locator('.notes > li').first()
      await first.locator('summary').click()
      await first.getByRole('button', { name: 'Delete note' }).click()
      if (javaScriptEnabled) await undo().click()
      else await page.waitForURL('**/library/notes')
      assert.deepEqual(
        await untilChanged(javaScriptEnabled ? 2 : 1),
        javaScriptEnabled ? ['removeNote', 'saveNote'] : ['removeNote'],
      )
    })

    it('clears the history only when that is meant', async () => {
      await open(paths.history)
      await page.locator('main .pagehead .menu > summary').click()
      await page.locator('main .sure > summary').click()
      await leave(page, page.getByRole('button', { name: 'Clear history' }).click())
      await page.waitForURL('**/library/history')
      assert.deepEqual(changed(), ['clearHistory'])
    })

    if (javaScriptEnabled)
      it('offers a note on the words that are selected, by their place in the text', async () => {
        await open('/articles/article-arabic')
        const [start, end, words] = (await page.evaluate(`(() => {
          const block = [...document.querySelectorAll('.text [data-start]')].at(-1)
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
          const nodes = []
          while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('a.mark, a.add-note')) nodes.push(walker.currentNode)
          const node = nodes.at(-1)
          const range = document.createRange()
          range.setStart(node, 0)
          range.setEnd(node, node.length)
          getSelection().removeAllRanges()
          getSelection().addRange(range)
          const before = nodes.slice(0, -1).reduce((sum, each) => sum + each.length, 0)
          return [Number(block.dataset.start) + before, Number(block.dataset.start) + before + node.length, node.data]
        })()`)) as [number, number, string]
        const offer = page.locator('a.note-offer')
        await offer.waitFor()
        const asked = new URL((await offer.getAttribute('href')) ?? '').searchParams
        assert.deepEqual([asked.get('start'), asked.get('end')], [String(start), String(end)])
        assert.ok(words.length > 3)
        await page.evaluate('getSelection().removeAllRanges()')
        await offer.waitFor({ state: 'hidden' })
      })
  })
