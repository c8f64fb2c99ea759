import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openFirstPage } from '../../src/app/serve/first-page.ts'
import { openWeb } from '../../src/app/serve/open-web.ts'
import { parseMarkup, values } from '../examples/markup.ts'
import { type DemoRun, runDemo } from './demo-run.ts'

describe('the first page of a start', () => {
  let run: DemoRun
  before(async () => {
    run = await runDemo()
  })
  after(() => run.close())

  const origin = 'http://127.0.0.1:7180'
  const ask = (path: string, init: RequestInit = {}) => new Request(`${origin}${path}`, init)
  const options = { version: '0.1.0', now: () => '2026-03-12T12:00:00Z' }

  test('is the page that all rooms answer, with its sheets, scripts and pictures of ours', async () => {
    const { webFor } = openFirstPage(run.context.operations, options)
    const first = webFor(ask('/'))
    assert.ok(!(first instanceof Promise))
    const page = await (await first.fetch(ask('/'))).text()
    assert.equal(page, await (await openWeb(run.context.operations, options).fetch(ask('/'))).text())
    const links = values(parseMarkup(page), 'link[rel=stylesheet], link[rel=icon]', 'href')
    const shown = [...links, ...values(parseMarkup(page), 'script[src]', 'src')].filter((each) => each.startsWith('/'))
    assert.ok(shown.length > 1)
    for (const path of shown) {
      assert.equal(webFor(ask(path)), first, path)
      assert.equal((await first.fetch(ask(path))).status, 200, path)
    }
  })

  for (const [what, init] of [
    ['/feeds', {}],
    ['/settings', {}],
    ['/nowhere', {}],
    ['/', { method: 'POST' }],
  ] as const)
    test(`anything else loads all rooms, which answer everything from then on: ${JSON.stringify([what, init])}`, async () => {
      const { webFor } = openFirstPage(run.context.operations, options)
      const first = webFor(ask('/'))
      const all = await webFor(ask(what, init))
      assert.notEqual(all, first)
      assert.equal(webFor(ask('/')), all)
      const answers = await Promise.all(
        [all, openWeb(run.context.operations, options)].map((web) => web.fetch(ask(what, init))),
      )
      assert.equal(answers[0]?.status, answers[1]?.status)
    })

  test('is followed by the others without a request for them', async () => {
    const { webFor, loadRest } = openFirstPage(run.context.operations, options)
    const all = await loadRest()
    assert.equal(await loadRest(), all)
    assert.equal(webFor(ask('/')), all)
  })
})
