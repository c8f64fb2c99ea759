import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { recordingOf } from '../examples/listening.ts'
import { exampleOperations } from '../examples/operations.ts'
import { until } from '../until.ts'
import { chromiumPath, openBrowser, paths, serveExamples } from './browser.ts'

const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`

/** Voices of a device, spoken by nobody: what is to be said is kept, and ends when the test says so. */
type Voice = {
  readonly lang: string
  readonly localService: boolean
  readonly name?: string
  readonly voiceURI?: string
}
const voices = (list: readonly Voice[]) => `
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
    await control.getByRole('button', { name: 'Resume' }).click()
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

  const marks = (page: Page, name: string) =>
    page.evaluate(
      `[...(CSS.highlights.get('${name}') ?? [])].map((range) => range.toString().replace(/\\s+/g, ' ').trim()).join()`,
    )

  it('goes back and on, by button and key, marks each word the voice tells, and goes on at the sentence tapped', async () => {
    const page = await open(paths.article, [{ lang: 'en-GB', localService: true }])
    const control = page.locator('read-aloud')
    await control.getByRole('button', { name: 'Listen' }).click()
    await control.getByRole('button', { name: 'Next sentence' }).click()
    await control.getByRole('button', { name: 'Next sentence' }).press('ArrowRight')
    await control.getByRole('button', { name: 'Sentence before' }).click()
    const texts = await said(page)
    assert.equal(texts.length, 4)
    assert.equal(texts[3], texts[1])
    await page.evaluate(
      `current.dispatchEvent(Object.assign(new Event('boundary'), { name: 'word', charIndex: current.text.indexOf(' ') + 1 }))`,
    )
    assert.equal(await marks(page, 'spoken-word'), /^\S+ ([\p{L}’]+)/u.exec(texts[3]!)![1])
    assert.equal(await marks(page, 'spoken'), texts[3])
    await page.keyboard.press('.')
    assert.equal((await said(page)).at(-1), texts[2])
    await page.keyboard.press('l')
    assert.equal(await page.evaluate('window.current'), undefined)
    const last = page.locator('.text > p').last()
    const box = (await last.boundingBox())!
    await last.click({ position: { x: 4, y: box.height - 6 } })
    const tapped = (await said(page)).at(-1)!
    assert.ok((await last.textContent())!.replace(/\s+/g, ' ').includes(tapped), tapped)
    await control.getByRole('button', { name: 'Stop' }).click()
    await page.close()
  })

  it('goes on another time where it was left, and begins anew after its end', async () => {
    const list = [{ lang: 'en-GB', localService: true }]
    const page = await open(paths.article, list)
    await page.locator('read-aloud').getByRole('button', { name: 'Listen' }).click()
    await page.evaluate('finish()')
    await page.evaluate('finish()')
    const [, , third] = await said(page)
    await page.close()
    const again = await open(paths.article, list)
    const control = again.locator('read-aloud')
    await control.getByRole('button', { name: 'Resume' }).click()
    assert.deepEqual(await said(again), [third])
    await control.getByRole('button', { name: 'Stop' }).click()
    await again.close()
    const anew = await open(paths.article, list)
    await anew.locator('read-aloud').getByRole('button', { name: 'Listen' }).waitFor()
    await anew.close()
  })

  it('offers the voices of a language where there are several, and keeps the one chosen', async () => {
    const list = ['Ada', 'Bea'].map((name) => ({ lang: 'en-GB', localService: true, name, voiceURI: name }))
    const page = await open(paths.story, list)
    const control = page.locator('read-aloud')
    await control.getByRole('button', { name: 'Listen' }).click()
    assert.equal(await page.evaluate('current.voice.name'), 'Ada')
    await control.getByRole('combobox', { name: 'Voice: English' }).selectOption('Bea')
    assert.equal(await page.evaluate('current.voice.name'), 'Bea')
    await page.evaluate('window.spoken = []')
    await page.reload()
    await page.locator('read-aloud').getByRole('button', { name: 'Listen' }).click()
    assert.equal(await page.evaluate('current.voice.name'), 'Bea')
    await page.locator('read-aloud').getByRole('button', { name: 'Stop' }).click()
    await page.close()
  })

  it('tells who said a quotation of the brief, and where it begins and ends', async () => {
    const page = await open(paths.brief, [{ lang: 'en-GB', localService: true }])
    await page.locator('read-aloud').getByRole('button', { name: 'Listen' }).click()
    for (let turn = 0; turn < 200 && (await page.evaluate('window.current !== undefined')); turn += 1)
      await page.evaluate('finish()')
    const all = (await said(page)).join('\n')
    assert.match(all, /quote: I don’t think you need a toll[^\n]*End of quote\.\nMara Ellind\n/)
    assert.match(all, /quote: These were the two outcomes[^\n]*\n[^\n]*End of quote\.\nTomas Reyd/)
    await page.close()
  })

  it('takes the media keys while it speaks', async () => {
    const page = await open(paths.article, [{ lang: 'en-GB', localService: true }])
    await page.evaluate(
      `window.handled = {}; navigator.mediaSession.setActionHandler = (key, act) => { handled[key] = act }`,
    )
    await page.locator('read-aloud').getByRole('button', { name: 'Listen' }).click()
    assert.equal(await page.evaluate('navigator.mediaSession.playbackState'), 'playing')
    await page.evaluate('handled.nexttrack()')
    assert.equal((await said(page)).length, 2)
    await page.evaluate('handled.pause()')
    assert.deepEqual(
      [await page.evaluate('window.current'), await page.evaluate('navigator.mediaSession.playbackState')],
      [undefined, 'paused'],
    )
    await page.evaluate('handled.stop()')
    assert.equal(await page.evaluate('CSS.highlights.has("spoken")'), false)
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

/** Waits until an expression holds on the page; its own policy lets no test wait there. */
async function becomes(page: Page, expression: string): Promise<void> {
  await until(expression, () => page.evaluate<boolean>(`Boolean(${expression})`))
}

describe('a recording of the server', { skip }, () => {
  it('plays, marks the sentence being said, and goes to the one that is tapped', async () => {
    const view = (await exampleOperations().app.get_article({ id: 'article-wire' }))!
    const title = view.document.title
    const second = view.document.text.slice(view.document.blocks[1]!.start, view.document.blocks[1]!.end)
    const recording = recordingOf([title, 'Nothing of the page says this.', second])
    const site = await serveExamples((app) => ({ ...app, get_recording: async () => recording }))
    const browser = await openBrowser({ locale: 'en-GB', viewport: { width: 1280, height: 900 } })
    const page = await browser.newPage()
    await page.goto(site.origin + paths.article)
    const audio = "document.querySelector('#listen audio')"
    await page.evaluate(
      `${audio}.muted = true; ${audio}.play().then(() => { ${audio}.pause(); ${audio}.currentTime = 0.5 })`,
    )
    const isMarked = (text: string) =>
      `[...(CSS.highlights.get('spoken') ?? [])].map((range) => range.toString().replace(/\\s+/g, ' ').trim()).join() === ${JSON.stringify(text)}`
    await becomes(page, isMarked(title))
    await becomes(page, `${audio}.textTracks[0].cues?.length === 3`)
    // Slowly: a busy machine looks seldom.
    await page.evaluate(
      `${audio}.playbackRate = 0.1; ${audio}.currentTime = ${audio}.textTracks[0].cues[2].startTime + 0.05`,
    )
    await becomes(page, isMarked(second))
    await page.locator('h1').click({ position: { x: 8, y: 12 } })
    await becomes(page, isMarked(title))
    assert.equal(await page.evaluate(`${audio}.paused`), false)
    await browser.close()
    await site.close()
  })
})

describe('two wordings', { skip }, () => {
  it('stand side by side with the words marked that the other has not', async () => {
    const site = await serveExamples()
    const browser = await openBrowser({ locale: 'en-GB' })
    const page = await browser.newPage()
    await page.goto(site.origin + paths['story-quotes'])
    await page.locator('details:has(compare-wordings) > summary').first().click()
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
