import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openWeb } from '../../src/app/serve/open-web.ts'
import { listEntities } from '../../src/operations/people/list-entities.ts'
import { all, parseMarkup, textOf, values } from '../examples/markup.ts'
import { type DemoRun, runDemo } from './demo-run.ts'

/** The questions suggested on a page of the demo edition are questions that the page it leads to answers. */
describe('questions suggested on the pages of the demo edition', () => {
  let run: DemoRun
  let get: (path: string) => Promise<ReturnType<typeof parseMarkup>>
  const unanswered: string[] = []
  let suggested = 0

  before(async () => {
    run = await runDemo()
    const { operations } = run.context
    const web = openWeb(operations, { version: '0.1.0', now: () => operations.now().toISOString() })
    get = async (path) => parseMarkup(await (await web.request(path)).text())
  })
  after(() => run.close())

  /** Opens the answer of a suggested question, and those of the follow-ups it suggests. */
  async function follow(path: string, from: string, isFirst = true): Promise<void> {
    suggested += 1
    const page = await get(path)
    if (all(page, '#answer .passages > li').length === 0)
      unanswered.push(`${from} > ${textOf(page.querySelector('h1'))}`)
    if (isFirst)
      for (const next of values(page, '#next .leads a', 'href')) await follow(next, `${from} > ${path}`, false)
  }

  async function followAll(askPath: string): Promise<void> {
    for (const path of values(await get(askPath), '#examples a', 'href')) await follow(path, askPath)
  }

  test('are answered on the page of Ask', () => followAll('/ask'))

  test('are answered for each story, on its own page too', async () => {
    for (const { id } of run.stories) {
      await followAll(`/ask?story=${id}`)
      const [hint] = values(await get(`/stories/${id}`), 'form[action="/ask"] input[name=q]', 'placeholder')
      if (hint) await follow(`/ask?${new URLSearchParams({ q: hint, story: id })}`, `/stories/${id}`)
    }
  })

  test('are answered for each person, organization and place', async () => {
    const listed = await Promise.all(
      (['person', 'organization', 'place'] as const).map((kind) =>
        listEntities.run(run.context.operations, listEntities.input.parse({ kind })),
      ),
    )
    for (const { entity } of listed.flatMap((list) => list?.rows ?? []))
      await followAll(`/ask?${new URLSearchParams({ entity: entity.id })}`)
  })

  test('all of them', () => {
    assert.ok(suggested > 100, `${suggested} questions`)
    assert.deepEqual(unanswered, [])
  })
})
