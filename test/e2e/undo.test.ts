import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { until } from '../until.ts'
import { chromiumPath, openBrowser, paths, serveExamples } from './browser.ts'
import { leave } from './presses.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`

/** Puts a form into each item of the open page, as docs/notes/pages.md says how. */
const putForms = (attributes: Readonly<Record<string, string>>, label: string) => `
  for (const [index, item] of [...document.querySelectorAll('[data-item]')].entries()) {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = '/entries/read'
    for (const [name, value] of Object.entries(${JSON.stringify(attributes)})) form.setAttribute(name, value)
    for (const [name, value] of [['entry', 'item-' + index], ['read', '1'], ['back', '/feeds']]) {
      const field = document.createElement('input')
      Object.assign(field, { type: 'hidden', name, value })
      form.append(field)
    }
    const button = document.createElement('button')
    button.textContent = ${JSON.stringify(label)}
    button.setAttribute('aria-label', ${JSON.stringify(label)} + ': item ' + index)
    button.setAttribute('aria-pressed', 'false')
    form.append(button)
    item.append(form)
  }`

describe('a form that can be undone', { skip }, () => {
  let site: Awaited<ReturnType<typeof serveExamples>>
  let browser: BrowserContext
  let page: Page

  before(async () => {
    site = await serveExamples()
    browser = await openBrowser({ locale: 'en-US', viewport: { width: 1280, height: 900 } })
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })
  beforeEach(async () => {
    if (page) await page.close()
    site.example.changes.length = 0
    page = await browser.newPage()
    await page.goto(site.origin + paths.feeds)
  })
  const reads = () =>
    (site.example.changes as [string, { entryIds: string[]; isRead: boolean }][])
      .filter(([name]) => name === 'markRead')
      .map(([, { entryIds, isRead }]) => `${entryIds} ${isRead}`)
  const toast = () => page.locator('output.toast')

  it('hides its item, gives focus to the next, and brings it back from the toast', async () => {
    await page.evaluate(putForms({ 'data-undo': '/entries/read?read=0', 'data-said': 'Hidden.' }, 'Hide'))
    const items = page.locator('[data-item]')
    const count = await items.count()
    await items.nth(0).getByRole('button', { name: 'Hide: item 0' }).click()
    await toast().getByText('Hidden.').waitFor()
    assert.equal(await items.nth(0).isVisible(), false)
    assert.equal(
      await page.evaluate(
        'document.activeElement.closest("[data-item]") === document.querySelectorAll("[data-item]")[1]',
      ),
      true,
    )
    assert.equal(new URL(page.url()).pathname, '/feeds')
    await toast().getByRole('button', { name: 'Undo' }).click()
    await items.nth(0).waitFor()
    assert.deepEqual(reads(), ['item-0 true', 'item-0 false'])
    assert.equal(await items.filter({ visible: true }).count(), count)
    assert.equal(await toast().isVisible(), false)
  })

  it('is undone by the key u, once', async () => {
    await page.evaluate(putForms({ 'data-undo': '/entries/read?read=0', 'data-said': 'Hidden.' }, 'Hide'))
    await page.getByRole('button', { name: 'Hide: item 1' }).click()
    await toast().getByText('Hidden.').waitFor()
    await page.keyboard.press('u')
    await page.locator('[data-item]').nth(1).waitFor()
    await page.keyboard.press('u')
    assert.deepEqual(reads(), ['item-1 true', 'item-1 false'])
  })

  it('is saved also when the page is left at once', async () => {
    await page.evaluate(putForms({ 'data-undo': '/entries/read?read=0', 'data-said': 'Hidden.' }, 'Hide'))
    const left = page.waitForURL('**/about')
    await page.evaluate(`document.querySelector('[aria-label="Hide: item 0"]').click(); location.href = '/about'`)
    await left
    await until('it is saved', () => reads().length > 0)
    assert.deepEqual(reads(), ['item-0 true'])
  })

  it('shows its item again, and says so, when nothing was saved', async () => {
    await page.route('**/entries/read', (route) => route.abort())
    await page.evaluate(putForms({ 'data-undo': '/entries/read?read=0', 'data-said': 'Hidden.' }, 'Hide'))
    await page.getByRole('button', { name: 'Hide: item 0' }).click()
    await toast().getByText('save that. Try again').waitFor()
    assert.equal(await page.locator('[data-item]').nth(0).isVisible(), true)
    assert.equal(await toast().getByRole('button').count(), 0)
  })

  it('that is a toggle becomes its own inverse, by the key f too, and turns back', async () => {
    const attributes = {
      'data-undo': '/entries/read?read=0',
      'data-said': 'You follow it.',
      'data-said-other': 'Let go.',
    }
    await page.evaluate(putForms({ ...attributes, 'data-other': 'Following', 'data-kind': 'follow' }, 'Follow'))
    await page.keyboard.press('j')
    await page.keyboard.press('f')
    await toast().getByText('You follow it.').waitFor()
    const button = page.getByRole('button', { name: 'Following: item 0' })
    assert.equal(await button.getAttribute('aria-pressed'), 'true')
    assert.equal(await button.textContent(), 'Following')
    await page.keyboard.press('f')
    await toast().getByText('Let go.').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Follow: item 0' }).getAttribute('aria-pressed'), 'false')
    await toast().getByRole('button', { name: 'Undo' }).click()
    await button.waitFor()
    assert.deepEqual(reads(), ['item-0 true', 'item-0 false', 'item-0 true'])
  })

  it('is undone without script by the page it came back to', async () => {
    const plain = await openBrowser({ locale: 'en-US', javaScriptEnabled: false })
    const tab = await plain.newPage()
    await tab.goto(`${site.origin}/feeds?show=all&done=read.entry-1`)
    await tab.getByRole('status').getByText('Marked as read.').waitFor()
    await leave(tab, tab.getByRole('status').getByRole('button', { name: 'Undo' }).click())
    assert.equal(new URL(tab.url()).search, '?show=all&done=unread.entry-1')
    await tab.getByRole('status').getByText('Marked as unread.').waitFor()
    assert.equal(await tab.getByRole('status').getByText('Marked as read.').count(), 0)
    assert.deepEqual(reads(), ['entry-1 false'])
    await plain.close()
  })
})
