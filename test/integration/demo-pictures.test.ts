import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { ListPicture } from '../../src/core/list-picture.ts'
import { getPicture, type PictureWidth } from '../../src/operations/articles/get-picture.ts'
import { listEntries } from '../../src/operations/articles/list-entries.ts'
import { pictureKey } from '../../src/operations/articles/picture-home.ts'
import { getToday } from '../../src/operations/day/get-today.ts'
import { getStory } from '../../src/operations/stories/get-story.ts'
import { type DemoRun, runDemo } from './demo-run.ts'

/** Bytes of the first picture of a day, of the two below it, of one in a row, and of all. */
const [mostLead, mostWide, mostRow, mostDay] = [45_000, 20_000, 6_000, 120_000]

describe('pictures of the demo', () => {
  let demo: DemoRun

  before(async () => {
    demo = await runDemo()
  })
  after(() => demo?.close())

  const bytesOf = async ({ url, of }: ListPicture, width: PictureWidth): Promise<number> => {
    const found = await getPicture.run(demo.context.operations, { key: pictureKey(url, of), of, width })
    assert.equal(found?.kind, 'picture', url)
    return found?.kind === 'picture' ? found.bytes.length : 0
  }

  it('are on every story of every day, and small', async () => {
    const days = await demo.context.operations.store.stories.days()
    assert.ok(days.length >= 3)
    for (const { day } of days) {
      const { stories } = await getToday.run(demo.context.operations, { day })
      let total = 0
      for (const [place, { title, picture }] of stories.entries()) {
        assert.ok(picture, title)
        const [width, most] =
          place === 0 ? ([960, mostLead] as const) : place < 3 ? ([520, mostWide] as const) : ([200, mostRow] as const)
        const bytes = await bytesOf(picture, width)
        assert.ok(bytes <= most, `${title}: ${bytes} bytes`)
        total += bytes
      }
      assert.ok(total <= mostDay, `${day}: ${total} bytes`)
    }
  })

  it('are the same in a story, with caption and credit, and in the list of articles', async () => {
    const { stories } = await getToday.run(demo.context.operations, {})
    const [first] = stories
    const view = await getStory.run(demo.context.operations, { id: first!.id })
    assert.equal(view?.picture?.url, first?.picture?.url)
    assert.ok(view?.picture?.caption && view.picture.credit && view.picture.sourceName)
    const input = listEntries.input.parse({ show: 'all', limit: 200 })
    const shown =
      (await listEntries.run(demo.context.operations, input))?.entries.filter(({ picture }) => picture) ?? []
    const illustrated = demo.edition.articles.filter(({ picture }) => picture)
    assert.equal(shown.length, illustrated.length)
    for (const { picture } of shown.slice(0, 5)) assert.ok((await bytesOf(picture!, 200)) <= mostRow)
  })
})
