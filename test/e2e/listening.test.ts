import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { chromiumPath, openBrowser, paths, serveExamples } from './browser.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`

/** Voices of a device, spoken by nobody: what is to be said is kept, and ends when the test says so. */
const voices = (list: readonly { readonly lang: string; readonly localService: boolean }[]) => `
  window.spoken = []
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => ${JSON.stringify(list)},
    speak: (utterance) => { window.spoken.push(utterance); window.current = utterance },
    cancel: () => { window.current = undefined },
  })
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text } }
  window.finish = () => window.current.dispatchEvent(new Event('end'))`

describe('reading aloud', { skip }, () => {
  let site: Awaited<ReturnType<typeof serveExamples>>
  let browser: BrowserContext

  before(async () => {
    site = await serveExamples()
    browser = await openBrowser({ locale: 'en-GB', viewport: { width: 1280, height: 900 } })
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  async function open(path: string, list?: Parameters<typeof voices>[0]): Promise<Page> {
    const page = await browser.newPage()
    if (list) await page.addInitScript(voices(list))
    await page.goto(site.origin + path)
    return page
  }
  const said = (page: Page) => page.evaluate('spoken.map(({ text }) => text)') as Promise<readonly string[]>

  it('speaks sentence by sentence, marks the one spoken, pauses, goes on with it, and stops', async () => {
    const page = await open(paths.article, [{ lang: 'en_GB', localService: true }])
    const control = page.locator('read-aloud')
    await control.getByRole('button', { name: 'Listen' }).click()
    const title = (await page.locator('h1').textContent())!.trim()
    assert.deepEqual(await said(page), [title])
    await page.evaluate('finish()')
    const [, second = ''] = await said(page)
    assert.ok((await page.locator('.text').textContent())!.replace(/\s+/g, ' ').includes(second))
    const marked =
      '[...CSS.highlights.get("spoken")].map((range) => range.toString().replace(/\\s+/g, " ").trim()).join()'
    assert.ok(String(await page.evaluate(marked)).length > 0)
    await control.getByRole('button', { name: 'Pause' }).click()
    assert.equal(await page.evaluate('window.current'), undefined)
    await control.getByRole('button', { name: 'Go on' }).click()
    assert.deepEqual(await said(page), [title, second, second])
    await control.getByRole('combobox', { name: 'Speed' }).selectOption('1.5')
    assert.equal(await page.evaluate('current.rate'), 1.5)
    await control.getByRole('button', { name: 'Stop' }).click()
    assert.equal(await page.evaluate('CSS.highlights.has("spoken")'), false)
    assert.equal(await control.getByRole('button', { name: 'Stop' }).isVisible(), false)
    await page.close()
  })

  it('says the whole story in brief, without the names of outlets beside it', async () => {
    const page = await open(paths.story, [{ lang: 'en-US', localService: true }])
    await page.locator('read-aloud').getByRole('button', { name: 'Listen' }).click()
    for (let turn = 0; turn < 100 && (await page.evaluate('window.current !== undefined')); turn += 1)
      await page.evaluate('finish()')
    const texts = await said(page)
    assert.ok(texts.length > 3)
    for (const text of texts) assert.doesNotMatch(text, /¶|Northern Wire/)
    await page.close()
  })

  it('offers nothing without a voice of this device for the language', async () => {
    const lists = [undefined, [], [{ lang: 'fr-FR', localService: true }], [{ lang: 'en-GB', localService: false }]]
    for (const list of lists) {
      const page = await open(paths.article, list)
      assert.equal(await page.locator('read-aloud').isVisible(), false)
      await page.close()
    }
  })
})

describe('two wordings', { skip }, () => {
  it('stand side by side with the words marked that the other has not', async () => {
    const site = await serveExamples()
    const browser = await openBrowser({ locale: 'en-GB' })
    const page = await browser.newPage()
    await page.goto(site.origin + paths.story)
    await page.locator('#said details.how:has(compare-wordings) > summary').first().click()
    const compare = page.locator('compare-wordings').first()
    const button = compare.getByRole('button', { name: 'Compare the wordings' })
    await button.click()
    const sides = compare.locator('.sides > div')
    assert.equal(await sides.count(), 2)
    const [left = '', right = ''] = await sides.locator('p').allTextContents()
    assert.notEqual(left, right)
    assert.ok((await compare.locator('.sides mark').count()) > 0)
    const listed = await compare.locator('li > p:first-child').allTextContents()
    assert.ok(listed[0]!.includes(left.trim().slice(0, 20)))
    await sides.nth(1).getByRole('combobox').selectOption('0')
    assert.equal(await compare.locator('.sides mark').count(), 0)
    await button.click()
    assert.equal(await compare.locator('.sides').count(), 0)
    await browser.close()
    await site.close()
  })
})
