import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { matchesText } from '../../src/core/citation.ts'
import { asId, type MuteId } from '../../src/core/ids.ts'
import { ask } from '../../src/operations/search/ask.ts'
import { shownPoints as pointsOf } from '../../src/operations/search/ask-views.ts'
import { type DemoRun, runDemo } from './demo-run.ts'

describe('asking the demo edition', () => {
  let demo: DemoRun
  before(async () => {
    demo = await runDemo()
  })
  after(() => demo.close())

  const askIt = async (question: string, more: object = {}) => {
    const view = await ask.run(demo.context.operations, ask.input.parse({ question, ...more }))
    assert.ok(view)
    return view
  }

  test('an answer is sentences of articles, letter by letter, with where they stand', async () => {
    const { answer } = await askIt('How many people will Halvane Semiconductor employ at the plant?')
    assert.equal(answer.kind, 'answered')
    const [first] = pointsOf(answer)
    assert.match(first?.citation.exact ?? '', /2,600 people/)
    assert.ok(first?.sourceName)
    assert.ok(first.storyId)
    for (const { citation, sentence } of pointsOf(answer)) {
      const document = await demo.context.operations.store.articles.findDocument(citation.documentId)
      assert.ok(document && matchesText(document, citation) && matchesText(document, sentence))
    }
  })

  test('the same words in several outlets stand once, with the others', async () => {
    const { answer } = await askIt('How many people will Halvane Semiconductor employ at the plant?')
    const points = pointsOf(answer)
    const texts = points.map(({ citation }) => citation.exact)
    assert.equal(new Set(texts).size, texts.length)
    assert.ok(points.some(({ alsoIn }) => alsoIn.length > 0))
  })

  test('what somebody said comes with who said it', async () => {
    const { answer } = await askIt('What did Verity Naismith say about the balances?')
    assert.equal(answer.kind, 'answered')
    assert.equal(pointsOf(answer)[0]?.speaker?.name, 'Verity Naismith')
  })

  test('of what no article mentions nothing is found, with what was searched', async () => {
    const { answer } = await askIt('Who won the Oscar for best picture?')
    assert.equal(answer.kind, 'nothing', 'Oscar is nowhere')
    assert.ok(answer.searched.missing.includes('oscar'))
    const none = await askIt('zzyzx quxley')
    assert.equal(none.answer.kind === 'nothing' && none.answer.reason, 'nothing')
    const empty = await askIt('who is it?')
    assert.equal(empty.answer.kind === 'nothing' && empty.answer.reason, 'no-question')
  })

  test('where no passage is sure to answer, the closest are shown, each with why', async () => {
    const { answer } = await askIt('What is the Haddow Chalice insured for?')
    assert.ok(answer.kind === 'closest')
    assert.ok(answer.passages.length <= 3)
    const [{ why }] = answer.passages
    assert.ok(why.in === 'passage' && why.words.includes('Chalice'))
  })

  test('a folder is asked alone, and one that is not there is not answered for', async () => {
    const { operations } = demo.context
    const { store, reader } = operations
    const question = 'How many people will Halvane Semiconductor employ at the plant?'
    const first = pointsOf((await askIt(question)).answer)[0]
    const article = first && (await store.articles.find(first.articleId))
    const feeds = await store.feeds.list(reader.id)
    for (const { id, sourceId } of feeds)
      await store.feeds.setFolders(reader.id, id, [sourceId === article?.article.sourceId ? 'Business/Chips' : 'Rest'])
    const within = await askIt(question, { folder: 'Business' })
    assert.equal(within.scope.folder, 'Business')
    assert.ok(pointsOf(within.answer).length > 0)
    const names = new Set(pointsOf(within.answer).map(({ sourceName }) => sourceName))
    assert.deepEqual([...names], [first?.sourceName])
    const guest = { ...operations, reader: { ...reader, id: 'guest', role: 'guest' as const } }
    for (const [context, folder] of [
      [operations, 'Nowhere'],
      [guest, 'Business'],
    ] as const)
      assert.equal(await ask.run(context, ask.input.parse({ question, folder })), undefined)
    for (const { id, folder } of feeds) await store.feeds.setFolders(reader.id, id, [folder])
  })

  test('a question that leans on the one before is understood with it', async () => {
    const { answer } = await askIt('what did she say?', { follows: 'Why did Verity Naismith apologize?' })
    assert.equal(answer.asked.speaker, 'Verity Naismith')
    assert.equal(pointsOf(answer)[0]?.speaker?.name, 'Verity Naismith')
  })

  test('what a dossier has is answered from it, with its sentences, and nothing else for it', async () => {
    const wordsOf = async (question: string, more: object = {}) => {
      const { answer } = await askIt(question, more)
      return answer.kind === 'answered' ? pointsOf(answer).map(({ sentence }) => sentence.exact) : answer.kind
    }
    const ferry = { storyId: demo.storyOf('aldmere-courier/ferry-deaths')?.id }
    assert.match((await wordsOf('What has Skerra Line promised?'))[0] ?? '', /hospital costs of every passenger/)
    assert.match((await wordsOf('What changed?', ferry))[0] ?? '', /^Three people are now dead/)
    assert.match(
      (await wordsOf('and what do accounts differ on?', { ...ferry, follows: 'What changed?' }))[0] ?? '',
      /No warning/,
    )
    assert.match((await wordsOf('Timeline', ferry))[0] ?? '', /Monday/)
    const first = await askIt('Who reported the theft of the Haddow Chalice first?')
    assert.deepEqual(pointsOf(first.answer)[0]?.firstReport, { agency: 'CPA' })
    for (const question of [
      'What did Petra Ansgard promise?',
      'What changed in Brazil?',
      'What was promised about the comet?',
    ])
      assert.equal(typeof (await wordsOf(question)), 'string', question)
  })

  test('yesterday is that of the asker’s zone', async () => {
    const lateIn = { ...demo.context.operations, now: () => new Date('2026-03-18T02:00:00Z') }
    const dayBefore = async (timeZone?: string) => {
      const view = await ask.run(lateIn, ask.input.parse({ question: 'What did the bank say yesterday?', timeZone }))
      return view?.answer.asked.from?.slice(0, 10)
    }
    assert.deepEqual([await dayBefore(), await dayBefore('America/New_York')], ['2026-03-17', '2026-03-16'])
  })

  test('one story is asked, and no other answers', async () => {
    const story = demo.storyOf('meridian/bank-outage')
    const { answer, storyTitle } = await askIt('How many people will Halvane Semiconductor employ at the plant?', {
      storyId: story?.id,
    })
    assert.equal(storyTitle, story?.title)
    assert.notEqual(answer.kind, 'answered')
    for (const point of pointsOf(answer)) assert.equal(point.storyId, story?.id)
    assert.equal(await ask.run(demo.context.operations, ask.input.parse({ question: 'x', storyId: 'none' })), undefined)
  })

  test('a period that holds no article answers nothing', async () => {
    const { answer } = await askIt('How many people will Halvane Semiconductor employ?', { until: '2020-01-01' })
    assert.equal(answer.kind, 'nothing')
    assert.equal(answer.searched.articleCount, 0)
  })

  test('what a reader muted answers nothing', async () => {
    const { store, reader, now } = demo.context.operations
    const id = asId<MuteId>('mute-halvane')
    await store.mutes.add(reader.id, [
      {
        id,
        kind: 'word',
        target: 'chip plant',
        label: 'chip plant',
        at: now().toISOString(),
      },
    ])
    const { answer } = await askIt('How many people will Halvane Semiconductor employ at the plant?')
    for (const { citation } of pointsOf(answer)) assert.doesNotMatch(citation.exact, /2,600/)
    await store.mutes.remove(reader.id, id)
  })

  test('questions in French and Arabic are answered from articles in these languages', async () => {
    const french = await askIt('Qui a justifié l’évacuation du barrage de la Sella ?')
    assert.equal(french.answer.asked.sort, 'who')
    assert.ok(french.answer.searched.articleCount > 0)
    const arabic = await askIt('متى اتفقت كوران وأوستفالا على تقاسم صيد سمك الإسقمري؟')
    assert.equal(arabic.answer.asked.sort, 'when')
    assert.ok(arabic.answer.searched.articleCount > 0)
  })
})
