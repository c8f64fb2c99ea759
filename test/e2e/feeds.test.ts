import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { setPreferences } from '../../src/operations/accounts/preferences.ts'
import { markRead, star } from '../../src/operations/articles/mark-entries.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { type DemoRun, runDemo } from '../integration/demo-run.ts'
import { until } from '../until.ts'
import { chromiumPath, openBrowser, serveWeb } from './browser.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`

describe('the list of articles in a browser', { skip }, () => {
  let run: DemoRun
  let context: OperationContext
  let site: Awaited<ReturnType<typeof serveWeb>>
  let browser: BrowserContext
  let total = 0

  before(async () => {
    run = await runDemo()
    context = run.context.operations
    site = await serveWeb(context)
    browser = await openBrowser({ viewport: { width: 1280, height: 900 } })
  })
  beforeEach(async () => {
    const { rows } = await context.store.entries.list('owner', {}, 500)
    await markRead.run(context, { entryIds: rows.map(({ id }) => id), isRead: false })
    total = rows.length
  })
  after(async () => {
    await browser?.close()
    await site?.close()
    await run?.close()
  })

  async function open(path = '/feeds'): Promise<Page> {
    const page = await browser.newPage()
    await page.goto(site.origin + path)
    return page
  }
  const unread = () => context.store.entries.unreadCount('owner', {})
  /** What the page says is unread, in the sidebar, above the list and in its tab. */
  const said = async (page: Page) => {
    const counts = await page.locator('.tree [data-all], .fh .seg [data-all]').allTextContents()
    return [...counts, /^\((\d+)\)/.exec(await page.title())?.[1]].map(Number)
  }

  it('counts at once what is marked, and again what is unread again', async () => {
    const page = await open()
    await page.locator('.it [name=read]').first().click()
    assert.deepEqual(await said(page), [total - 1, total - 1, total - 1])
    await until('it is sent', async () => (await unread()) === total - 1)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    assert.deepEqual(await said(page), [total, total, total])
    await until('it is undone', async () => (await unread()) === total)
    await page.close()
  })

  it('marks what is above or below the row in focus by Shift+A and Shift+B, exactly, and undoes it', async () => {
    const page = await open()
    // The server knows of it before the page has its answer, and only then can it be undone.
    const undo = async () => {
      await page.getByRole('button', { name: 'Undo', exact: true }).waitFor()
      await page.keyboard.press('u')
    }
    for (const _ of [1, 2, 3]) await page.keyboard.press('j')
    await page.keyboard.press('Shift+A')
    await until('two are read', async () => (await unread()) === total - 2)
    assert.equal(await page.locator('.it.rd').count(), 2)
    await undo()
    await until('none is read', async () => (await unread()) === total)
    const shown = await page.locator('.it').count()
    await page.keyboard.press('Shift+B')
    await until('those below are read', async () => (await unread()) === total - shown + 3)
    await undo()
    await until('they are unread again', async () => (await unread()) === total)
    await page.evaluate('document.querySelector("#select").click()')
    await page.locator('.it .sel').nth(1).check()
    await page.locator('.selbar [name=below]').click()
    await until('those below the selected one are read', async () => (await unread()) === total - shown + 2)
    await undo()
    await until('none is read', async () => (await unread()) === total)
    await page.close()
  })

  it('opens an article beside the list, under its own URL, and marks it read', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'List and article' }).click()
    await page.locator('.look-split').waitFor()
    const link = page.locator('.it [data-open]').nth(1)
    const title = (await link.textContent()) ?? ''
    await link.click()
    await page.locator('.reader :is(h1, h2)').first().waitFor()
    assert.match((await page.locator('.reader').textContent()) ?? '', new RegExp(title.slice(0, 20)))
    // It looks as on its own page, whose style sheet this one does not link.
    const rule = await page.evaluate('getComputedStyle(document.querySelector(".reader .tools")).borderTopStyle')
    assert.equal(rule, 'solid')
    assert.match(page.url(), /\/articles\//)
    assert.equal(await page.locator('.it.cur.rd').count(), 1)
    assert.equal(await unread(), total - 1)
    assert.deepEqual((await said(page))[0], total - 1)
    await page.goBack()
    assert.match(page.url(), /\/feeds$/)
    assert.equal((await page.locator('.it').count()) > 1, true)
    await page.close()
    await browser.clearCookies()
  })

  it('marks a row read, or saves it, when it is swiped far enough on a phone, in the direction of reading', async () => {
    for (const language of ['en', 'ar']) {
      const phone = await browser.browser()?.newContext({
        hasTouch: true,
        isMobile: true,
        viewport: { width: 390, height: 844 },
        locale: language,
      })
      assert.ok(phone)
      const page = await phone.newPage()
      await page.goto(`${site.origin}/feeds`)
      const touch = await phone.newCDPSession(page)
      const [on, back] = language === 'ar' ? [-1, 1] : [1, -1]
      const swipe = async (row: number, byX: number, byY = 0) => {
        const box = await page.locator('.it').nth(row).boundingBox()
        assert.ok(box)
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
        const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', part: number) =>
          touch.send('Input.dispatchTouchEvent', {
            type,
            touchPoints: type === 'touchEnd' ? [] : [{ x: x + byX * part, y: y + byY * part }],
          })
        await send('touchStart', 0)
        for (const part of [0.25, 0.5, 0.75, 1]) await send('touchMove', part)
        await send('touchEnd', 1)
      }
      const starred = async () =>
        (await context.store.entries.list('owner', { isStarred: true }, 500)).rows.map(({ id }) => id)
      const before = [await unread(), (await starred()).length] as const
      await swipe(0, 40 * on)
      await swipe(0, 20 * on, 120)
      assert.equal(await page.locator('.it.rd').count(), 0, 'a short one, or one that scrolls, does nothing')
      await page.evaluate('scrollTo(0, 0)')
      await swipe(0, 110 * on)
      await until('it is read', async () => (await unread()) === before[0] - 1)
      assert.equal(await page.locator('.it').first().getAttribute('class'), 'it rd')
      await swipe(1, 110 * back)
      await until('it is saved', async () => (await starred()).length === before[1] + 1)
      assert.equal(await page.locator('.it[style*=translate]').count(), 0, 'rows are back in their place')
      for (const entryId of await starred()) await star.run(context, { entryId, isStarred: false })
      await phone.close()
      const { rows } = await context.store.entries.list('owner', {}, 500)
      await markRead.run(context, { entryIds: rows.map(({ id }) => id), isRead: false })
    }
  })

  it('marks what was scrolled past for a second, only for those who chose it', async () => {
    const scroll = async () => {
      const page = await open()
      await page.evaluate('document.querySelectorAll(".it")[4].scrollIntoView()')
      await page.waitForTimeout(2500)
      const count = await page.locator('.it.rd').count()
      await page.close()
      return count
    }
    assert.equal(await scroll(), 0)
    await setPreferences.run(context, { preferences: { markRead: 'scroll' } })
    const count = await scroll()
    assert.ok(count >= 3 && count <= 5, String(count))
    await until('they are sent', async () => (await unread()) === total - count)
    await setPreferences.run(context, { preferences: { markRead: 'opened' } })
  })

  it('marks selected rows, and works without script', async () => {
    const whole = await browser.browser()?.newContext({ javaScriptEnabled: false })
    assert.ok(whole)
    const page = await whole.newPage()
    await page.goto(`${site.origin}/feeds`)
    await page.locator('.fh .menu > summary').click()
    await page.locator('#select').check()
    await page.locator('.fh .menu > summary').click()
    for (const at of [0, 2]) await page.locator('.it .sel').nth(at).check()
    await page.locator('.selbar [name=read]').click()
    await page.getByText('Marked 2 articles as read.').waitFor()
    assert.equal(await unread(), total - 2)
    await page.locator('.notice.done button').click()
    await page.waitForLoadState()
    assert.equal(await unread(), total)
    await whole.close()
  })
})
