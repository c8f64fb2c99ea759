import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { guest, type ReaderIdentity } from '../../src/core/reader-identity.ts'
import { defaultModelChoice } from '../../src/core/reading/model-choice.ts'
import { ask } from '../../src/operations/search/ask.ts'
import { answerKey } from '../../src/operations/search/ask-views.ts'
import { findWrittenAnswer, writeAnswer } from '../../src/operations/search/write-answer.ts'
import { type DemoRun, runDemo } from '../integration/demo-run.ts'
import { marker, writing } from '../model-behaviours.ts'
import { type ModelServerUnderTest, startModelServer } from '../model-server.ts'
import { until } from '../until.ts'
import { chromiumPath, serveWeb } from './browser.ts'
import { leave } from './presses.ts'
import { launchBrowser, openTab } from './tabs.ts'

const writingMs = 200
const skip = existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`

/** Asking as a person does it, on the demo edition: with scripts and without, with a model and without. */
describe('asking the demo edition', { skip }, () => {
  let run: DemoRun
  let site: Awaited<ReturnType<typeof serveWeb>>
  let browser: Browser
  let model: ModelServerUnderTest

  before(async () => {
    ;[run, browser, model] = await Promise.all([runDemo(), launchBrowser(), startModelServer(writing.honest!)])
    site = await serveWeb(run.context.operations)
  })
  after(async () => {
    await browser?.close()
    await site?.close()
    await model?.close()
    await run?.close()
  })

  const setModel = (isOn: boolean, isJudge = false) =>
    run.context.operations.activeModel.choose(
      {
        ...defaultModelChoice,
        address: model.address,
        name: 'scripted',
        switches: { ...defaultModelChoice.switches, answers: isOn, judging: isJudge },
      },
      undefined,
    )

  for (const javaScriptEnabled of [true, false]) {
    const scripts = javaScriptEnabled ? 'with scripts' : 'without scripts'

    it(`answers, opens the sentence, goes on from there and declines, ${scripts}`, async () => {
      await setModel(false)
      const tab = await openTab(browser, site.origin, { javaScriptEnabled, locale: 'en-GB' })
      const { page } = tab
      await tab.visit(`/stories/${run.storyOf('corran-today/sella-dam-crack')?.id}`)
      await page.locator('form[action="/ask"] input[name=q]').fill('What did Petra Ansgard say?')
      await page.locator('form[action="/ask"] button').click()
      await page.waitForURL('**/ask?*story=*')
      assert.equal(await page.locator('h1').textContent(), 'What did Petra Ansgard say?')
      assert.match((await page.locator('.passages').first().textContent()) ?? '', /Petra Ansgard/)
      assert.equal(await page.locator('#written').count(), 0, 'nothing of a model where none is set')

      const asked = page.url()
      await page.locator('.passages a.cite').first().click()
      const mark = page.locator('dialog.pane mark, main .citation mark').first()
      await mark.waitFor()
      assert.ok(((await mark.textContent()) ?? '').length > 10)
      await tab.visit(asked)

      await page.locator('#next input[name=q]').fill('and when?')
      await page.locator('#next button').click()
      await page.waitForURL('**/ask?*follows=*')
      assert.equal(await page.locator('h1').textContent(), 'and when?')
      assert.equal(await page.locator('.thread a').textContent(), 'What did Petra Ansgard say?')
      await page.locator('.thread a').click()
      await page.waitForURL((url) => !url.search.includes('follows='))
      assert.equal(await page.locator('h1').textContent(), 'What did Petra Ansgard say?')

      await tab.visit(`/ask?q=${encodeURIComponent('Who is the president of Brazil?')}`)
      assert.equal(await page.locator('h2').first().textContent(), 'Nothing found')
      assert.match((await page.locator('#answer').textContent()) ?? '', /Not found: .*Brazil/i)
      assert.equal(await page.locator('#next').count(), 0)
      assert.deepEqual(await tab.complaints(), [])
      assert.deepEqual(tab.foreign, [])
      await page.context().close()
    })

    it(`lets the model write beside the passages, and shows what held, ${scripts}`, async () => {
      await setModel(true)
      const tab = await openTab(browser, site.origin, { javaScriptEnabled, locale: 'en-GB' })
      const { page } = tab
      const open = (question: string) => tab.visit(`/ask?q=${encodeURIComponent(question)}`)
      /** Each look asks again: what was written of the same passages is kept. */
      const people = ['Petra Ansgard', 'Ines Cardell', 'Oskar Delbrin', 'Gwen Aldous']
      const of = (index: number) => `What did ${people[index]} say ${javaScriptEnabled ? 'then' : 'there'}?`

      model.behave(writing.honest!)
      await open(of(0))
      const passages = (await page.locator('.passages').allTextContents()).join(' ')
      await write(page)
      const kept = await page.locator('[data-written]').allTextContents()
      assert.ok(kept.length > 0, 'sentences that held')
      assert.equal(
        (await page.locator('.passages').allTextContents()).join(' '),
        passages,
        'the passages stand as before',
      )
      assert.match((await page.locator('#written').textContent()) ?? '', /Written by a model by .*scripted/)
      assert.ok((await page.locator('#written a.cite[href^="/citations/"]').count()) >= kept.length)

      model.behave(writing.invents!)
      await open(of(1))
      await write(page)
      assert.match((await page.locator('#written').textContent()) ?? '', /Too little of the model’s answer/)
      assert.equal(await page.locator('[data-written]').count(), 0)
      assert.doesNotMatch(await page.content(), new RegExp(marker))

      model.behave(() => ({ kind: 'stall', text: `{"claims":[{"text":"${marker} is` }))
      await open(of(2))
      await press(page, '/ask/write')
      assert.match((await page.locator('#written').textContent()) ?? '', /Writing an answer/)
      assert.doesNotMatch(await page.content(), new RegExp(marker), 'nothing unchecked')
      assert.ok((await page.locator('.passages > li').count()) > 0)
      await press(page, '/ask/cancel')
      await page.locator('#written', { hasText: 'Stopped.' }).waitFor()

      assert.deepEqual(model.canaryCalls, [])
      if (javaScriptEnabled) assert.deepEqual(await tab.complaints(), [])
      assert.deepEqual(tab.foreign, [])
      await page.context().close()
      await setModel(false)
    })
  }

  it('shows by itself how far the model is', async () => {
    await setModel(true)
    model.behave(() => ({ kind: 'stall', text: marker }))
    const look = { locale: 'en-GB' }
    const [tab, other] = await Promise.all([openTab(browser, site.origin, look), openTab(browser, site.origin, look)])
    await tab.visit('/ask?q=How+many+people+live+in+Quillbeck%3F')
    await press(tab.page, '/ask/write')
    await tab.page.locator('#written', { hasText: `${marker.length} characters so far` }).waitFor()
    await tab.page.evaluate('window.stays = true')
    await other.visit('/ask?q=How+many+people+live+in+Quillbeck%3F')
    await press(other.page, '/ask/cancel')
    await tab.page.locator('#written', { hasText: 'Stopped.' }).waitFor()
    assert.equal(await tab.page.evaluate('window.stays'), true)
    assert.doesNotMatch(await tab.page.content(), new RegExp(marker))
    for (const { page } of [tab, other]) await page.context().close()
    await setModel(false)
  })

  it('shows passages at once, and what the model chose as soon as it has chosen', async () => {
    await setModel(true, true)
    model.behave(() => ({ kind: 'text', text: '{"numbers":[2]}' }))
    const tab = await openTab(browser, site.origin, { locale: 'en-GB' })
    const { page } = tab
    await tab.visit('/ask?q=Who+repaired+the+Sella+Dam+by+night%3F')
    assert.ok((await page.locator('#found[data-busy] .passages > li').count()) > 0)
    await page.evaluate('window.stays = true')
    await page.locator('#answer', { hasText: 'Chosen from the articles by' }).waitFor()
    assert.equal(await page.locator('#found[data-busy]').count(), 0)
    assert.equal(await page.locator('#answer .passages > li').count(), 1)
    assert.equal(await page.evaluate('window.stays'), true)
    await page.context().close()
    await setModel(false)
  })

  it('leans on all the questions before, not on the last alone', async () => {
    const follows = 'What did Petra Ansgard say about the dam?\nand when?\nand where?'
    const view = await ask.run(run.context.operations, { question: 'what did she say?', follows })
    assert.equal(view?.answer.asked.speaker, 'Petra Ansgard')
    assert.equal(view?.answer.asked.follows, 'and where?')
    assert.equal(view?.answer.kind, 'answered')
  })

  it('keeps what was written for who asked for it', async () => {
    await setModel(true)
    model.behave(writing.honest!)
    const { operations } = run.context
    const question = 'How many people live in Quillbeck?'
    const view = await ask.run(operations, { question })
    assert.ok(view)
    const find = (reader: ReaderIdentity) => findWrittenAnswer.run({ ...operations, reader }, { key: answerKey(view) })
    const written = await until(
      'the answer is written',
      async () => {
        const answer = await writeAnswer.run(operations, { question })
        return answer?.kind !== 'writing' && { answer }
      },
      writingMs,
    )
    assert.equal(written.answer?.kind, 'written')
    assert.equal((await find(operations.reader))?.kind, 'written')
    assert.equal((await find({ ...operations.reader, id: 'somebody-else' }))?.kind, 'none')
    assert.equal(await find(guest), undefined)
    await setModel(false)
    assert.equal(await find(operations.reader), undefined)
  })

  it('is begun by a key on any page', async () => {
    const tab = await openTab(browser, site.origin, { locale: 'en-GB' })
    await tab.visit('/sources')
    await tab.page.keyboard.press('a')
    await tab.page.waitForURL('**/ask')
    await tab.page.keyboard.press('a')
    assert.equal(await tab.page.evaluate('document.activeElement.name'), 'q')
    await tab.page.context().close()
  })
})

/** Has an answer written, and looks again until it is: a form waits a second for it, which a busy machine takes longer than. */
async function write(page: Page): Promise<void> {
  await press(page, '/ask/write')
  await until(
    'the answer is written',
    async () => {
      if (!/Writing an answer/.test((await page.locator('#written').textContent()) ?? '')) return true
      await page.reload()
      return false
    },
    writingMs,
  )
}

/** Sends the form of an action, and waits for the page that comes of it. */
async function press(page: Page, action: string): Promise<void> {
  await leave(page, page.locator(`form[action="${action}"] button`).click())
  await page.waitForURL('**/ask?*#written')
  await page.locator('#written').waitFor()
}
