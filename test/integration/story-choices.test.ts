import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { asId, type StoryId } from '../../src/core/ids.ts'
import type { StoryChoice } from '../../src/core/story-choice.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { answerProposal } from '../../src/operations/stories/answer-proposal.ts'
import { arrangeStory } from '../../src/operations/stories/arrange-story.ts'
import type { ChoiceResult } from '../../src/operations/stories/choice-views.ts'
import { getStory } from '../../src/operations/stories/get-story.ts'
import {
  getChoice,
  leaveStory,
  mergeStories,
  splitStory,
  undoChoice,
} from '../../src/operations/stories/story-choices.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const bridge =
  'Engineers closed the harbour bridge of Port Alder on Monday after divers found cracks in two piers. Mayor Ada Lindqvist said ferries would carry shopkeepers and pupils across until the piers are mended.'
const tram =
  'Tram drivers of Velmar struck for a second night over shifts. The union of Petra Novak wants rest between late and early carriages, and the company went to court over the depot.'
const asides = [
  'At the market hall a baker counted her lost customers and wrote a sign for the window.',
  'An old timetable hangs in the waiting room, and somebody has drawn a heron on it.',
  'The council sits again on Thursday, when the price of the work is to be read aloud.',
  'Two brothers who row for a club offered to take over those who miss the last boat.',
  'A school on the hill begins an hour later as long as this goes on.',
  'Nobody was hurt, and the hospital on the quay keeps its own small pier open.',
]

for (const dialect of dialects)
  describe(`choices about stories in the product on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let folder: string
    let context: Context
    let clock = Date.parse('2026-03-12T12:00:00Z')

    const start = () =>
      createContext(
        readConfig({ TWOSOURCE_DATABASE: database.url, TWOSOURCE_DATA: folder }),
        () => {},
        () => new Date((clock += 1000)),
      )
    const urlOf = (name: string) => `https://${name}.example/news`
    async function takeIn(names: readonly string[], more = '') {
      const lines = names.map((name) => {
        const number = Number(/\d+/.exec(name)?.[0] ?? 0)
        const topic = name.startsWith('bridge') ? bridge : tram
        return JSON.stringify({
          title: name.startsWith('bridge') ? `Harbour bridge closed, ${number}` : `Tram strike goes on, ${number}`,
          outlet: `Outlet ${name}`,
          url: urlOf(name),
          publishedAt: `2026-03-12T0${number}:30:00Z`,
          text: `${topic}\n${asides[number % asides.length]} ${more}`,
        })
      })
      await importFile.run(context.operations, {
        bytes: new TextEncoder().encode(`${lines.join('\n')}\n`),
        name: 'a.jsonl',
      })
      await context.pipeline.runOnce()
    }
    const articleOf = async (name: string) => (await context.operations.store.articles.findByUrl(urlOf(name)))!
    const storyOf = async (name: string) => (await articleOf(name)).storyId!
    const together = async (...names: readonly string[]) => new Set(await Promise.all(names.map(storyOf))).size === 1
    const done = (result: ChoiceResult | undefined) => {
      assert.equal(result?.kind, 'done')
      return (result as Extract<ChoiceResult, { readonly choice: StoryChoice }>).choice
    }
    const viewOf = async (id: StoryId) => (await getStory.run(context.operations, { id }))!

    before(async () => {
      database = await makeDatabase(dialect)
      folder = await mkdtemp(join(tmpdir(), 'twosource-choices-'))
      context = await start()
      await takeIn(['bridge1', 'bridge2', 'bridge3', 'bridge4', 'tram1', 'tram2'])
      assert.ok(await together('bridge1', 'bridge2', 'bridge3', 'bridge4'))
      assert.ok(await together('tram1', 'tram2'))
      assert.ok(!(await together('bridge1', 'tram1')))
    })
    after(async () => {
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    })

    test('an article taken out stays out, through repair, new articles, a revision and a restart', async () => {
      const [story, article] = [await storyOf('bridge1'), (await articleOf('bridge2')).article.id]
      const choice = done(await leaveStory.run(context.operations, { story, article, hasReport: false }))
      const isOut = async () => (await storyOf('bridge2')) === choice.to && !(await together('bridge1', 'bridge2'))
      await takeIn(['bridge5'])
      assert.ok(await isOut())
      assert.ok(await together('bridge1', 'bridge3', 'bridge4'))
      assert.ok((await together('bridge1', 'bridge5')) || (await together('bridge2', 'bridge5')))
      await takeIn(['bridge2'], 'Later the divers came back and found a third crack.')
      assert.equal((await articleOf('bridge2')).revisions.length, 2)
      assert.ok(await isOut())
      await context[Symbol.asyncDispose]()
      context = await start()
      await takeIn(['bridge0'])
      assert.ok(await isOut())
      const view = await viewOf(choice.to)
      assert.ok(view.history.some((event) => event.kind === 'split' && 'by' in event && event.by === 'reader'))
      assert.deepEqual(
        view.choices.map(({ id }) => id),
        [choice.id],
      )
      assert.equal((await getChoice.run(context.operations, { id: choice.id }))?.articles.length, 1)
      assert.equal((await undoChoice.run(context.operations, { id: choice.id }))?.kind, 'undone')
      assert.ok(await together('bridge1', 'bridge2'))
    })

    test('stories merged stay one, under the address the reader was on, until it is taken back', async () => {
      const [story, other] = [await storyOf('bridge1'), await storyOf('tram1')]
      const choice = done(await mergeStories.run(context.operations, { story, other }))
      assert.equal((await viewOf(other)).id, story)
      await takeIn(['tram3'])
      assert.ok(await together('bridge1', 'tram1', 'tram2'))
      assert.ok(
        (await viewOf(story)).proposals.every(({ kind }) => kind !== 'split'),
        'a merged one is not to be split',
      )
      assert.equal((await mergeStories.run(context.operations, { story, other })).kind, 'already')
      await undoChoice.run(context.operations, { id: choice.id })
      assert.equal(await storyOf('tram1'), other)
      assert.ok(await together('tram1', 'tram2'))
      assert.equal(await storyOf('bridge1'), story)
    })

    test('what clustering would merge with a story a reader arranged is proposed, with one click to do it', async () => {
      const { operations } = context
      const [story, stray] = [await storyOf('bridge1'), (await articleOf('bridge3')).article.id]
      const split = done(await splitStory.run(operations, { story, articles: [stray] }))
      // As if two had come while nothing yet spoke for their being one with the rest.
      const apart = operations.store.stories.newId()
      const moved = await Promise.all(['bridge4', 'bridge5'].map(articleOf))
      await operations.store.stories.move(
        moved.map(({ document }) => ({ documentId: document.id, to: apart })),
        new Date(clock).toISOString(),
      )
      await context[Symbol.asyncDispose]()
      context = await start()
      await takeIn(['bridge0'], 'The harbour bridge of Port Alder stays closed, the divers said.')
      assert.equal(await storyOf('bridge4'), apart, 'nothing is merged silently')
      const between = async (a: StoryId, b: StoryId) =>
        (await viewOf(a)).proposals.find(({ kind, other }) => kind === 'merge' && other?.id === b)
      assert.ok((await between(apart, story))?.at, 'clustering would have done it')
      const here = await between(story, apart)
      assert.ok(here!.sharedNames.length > 0)
      const answer = { story, proposal: here!.id, isAccepted: true }
      done(await answerProposal.run(context.operations, answer))
      assert.equal(await storyOf('bridge4'), story)
      assert.equal(await storyOf('bridge3'), split.to)
      assert.equal((await answerProposal.run(context.operations, answer))?.kind, 'already')
      assert.deepEqual((await viewOf(story)).proposals, [], 'what a reader told apart is not proposed')
    })

    test('stories much alike are proposed to be one, until that is dismissed', async () => {
      const { operations } = context
      const story = await storyOf('tram1')
      const { document } = await articleOf('tram2')
      const alike = operations.store.stories.newId()
      await operations.store.stories.move([{ documentId: document.id, to: alike }], new Date(clock).toISOString())
      await context.pipeline.runOnce()
      const between = async (a: StoryId, b: StoryId) =>
        (await viewOf(a)).proposals.find(({ kind, other }) => kind === 'merge' && other?.id === b)
      const proposal = await between(story, alike)
      assert.ok(proposal && proposal.at === undefined && proposal.sharedWords.length > 0)
      const dismissal = { story, proposal: proposal.id, isAccepted: false }
      assert.equal((await answerProposal.run(operations, dismissal))?.kind, 'already')
      assert.deepEqual([await between(story, alike), await between(alike, story)], [undefined, undefined])
    })

    test('the stories an article could go to are the nearest, or those found by words', async () => {
      const { operations } = context
      const story = await storyOf('tram1')
      const article = (await articleOf('tram1')).article.id
      const view = await arrangeStory.run(operations, { id: story, article, query: '' })
      assert.equal(view?.leaving?.articleId, article)
      assert.ok(view!.leaving!.candidates.length <= 5)
      assert.ok(!view!.mergeable.some(({ id }) => id === story))
      const found = await arrangeStory.run(operations, { id: story, query: 'harbour bridge' })
      for (const name of ['bridge1', 'bridge3']) {
        const id = await storyOf(name)
        assert.ok(found?.mergeable.some((each) => each.id === id))
      }
      assert.equal(await arrangeStory.run(operations, { id: asId<StoryId>('nothing'), query: '' }), undefined)
    })

    test('an article leaves with its copies when that is asked', async () => {
      const { operations } = context
      const line = JSON.stringify({
        title: 'Harbour bridge closed, 4',
        outlet: 'Outlet copy',
        url: urlOf('copy'),
        publishedAt: '2026-03-12T04:50:00Z',
        text: (await articleOf('bridge4')).document.text,
      })
      await importFile.run(operations, { bytes: new TextEncoder().encode(`${line}\n`), name: 'b.jsonl' })
      await context.pipeline.runOnce()
      assert.ok(await together('bridge4', 'copy'))
      const [story, article] = [await storyOf('copy'), (await articleOf('copy')).article.id]
      // Something in it has to be another report.
      const { document } = await articleOf('tram1')
      await operations.store.stories.move([{ documentId: document.id, to: story }], new Date(clock).toISOString())
      await context.pipeline.runOnce()
      const view = await arrangeStory.run(operations, { id: story, article, query: '' })
      assert.ok(view!.leaving!.reportCount >= 1)
      const choice = done(await leaveStory.run(operations, { story, article, hasReport: true }))
      assert.equal(choice.articleIds.length, 1 + view!.leaving!.reportCount)
      assert.ok((await together('bridge4', 'copy')) && (await storyOf('copy')) !== story)
    })

    test('the whole of a story is refused, and so is a story that is not there', async () => {
      const { operations } = context
      const story = await storyOf('tram1')
      const articles = (await operations.store.stories.members(story)).map(({ article }) => article.id)
      const whole = await splitStory.run(operations, { story, articles })
      assert.equal(whole.kind === 'refused' && whole.why, 'everything')
      const missing = await mergeStories.run(operations, { story, other: asId<StoryId>('nothing') })
      assert.equal(missing.kind === 'refused' && missing.why, 'missing')
    })
  })
