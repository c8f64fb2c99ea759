import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { run as scoreQuotes } from '../../lab/eval/quotes/score.ts'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { matchesText } from '../../src/core/citation.ts'
import { correctName } from '../../src/operations/articles/correct-name.ts'
import { correctQuote, removeCorrection } from '../../src/operations/articles/correct-quote.ts'
import { correctWords } from '../../src/operations/articles/correct-words.ts'
import { getArticle } from '../../src/operations/articles/get-article.ts'
import { getCitation } from '../../src/operations/articles/get-citation.ts'
import { exportLabels, importLabels } from '../../src/operations/articles/label-records.ts'
import { getLabels, listCorrections } from '../../src/operations/articles/list-corrections.ts'
import { listDoubtfulQuotes } from '../../src/operations/articles/list-doubtful-quotes.ts'
import { listQuotes } from '../../src/operations/articles/list-quotes.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { search } from '../../src/operations/search/search.ts'
import { exportStory } from '../../src/operations/stories/export-story.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const url = 'https://post.example/bridge'
const first = 'It took nine years to build and it was worth every one of them,'
const second = 'We will have to pay for it until the year 2050.'
const text = [
  'Mayor Carl Lund and his deputy, Anna Berg, opened the Aldry bridge on Monday after years of quarrels about its price.',
  `“${first}” Lund told reporters. “${second}”`,
  'The engineer Eva Sandh came late. “Nobody asked those who built the thing,” she said.',
  'The so-called “bridge to nowhere” leads to an island on which forty people live.',
].join('\n')

for (const dialect of dialects)
  describe(`corrections in the product on ${dialect}`, { skip: skipReason(dialect) }, () => {
    const made: { folder: string; database: TestDatabase; context: Context }[] = []
    let clock = Date.parse('2026-03-12T12:00:00Z')
    let context: Context
    let articleId: string

    /** The product on an empty database of its own. */
    async function start(on = dialect): Promise<Context> {
      const database = await makeDatabase(on)
      const folder = await mkdtemp(join(tmpdir(), 'twosource-corrections-'))
      const config = { ...readConfig({ TWOSOURCE_DATABASE: database.url, TWOSOURCE_DATA: folder }) }
      const context = await createContext(
        config,
        () => {},
        () => new Date((clock += 1000)),
      )
      made.push({ folder, database, context })
      return context
    }
    async function takeIn(context: Context, text: string) {
      const line = {
        title: 'Aldry bridge opens',
        outlet: 'Tarn Valley Post',
        url,
        publishedAt: '2026-03-12T06:30:00Z',
        text,
      }
      const bytes = new TextEncoder().encode(`${JSON.stringify(line)}\n`)
      await importFile.run(context.operations, { bytes, name: 'articles.jsonl' })
      await context.pipeline.runOnce()
    }
    const story = async () => {
      const { storyId } = (await context.operations.store.articles.findByUrl(url))!
      return (await context.operations.store.stories.find(storyId!))!
    }
    const speakers = async () =>
      Object.fromEntries(
        (await story()).dossier!.ledger.map(({ speaker, utterances }) => [
          speaker.name,
          utterances.map(({ wordings }) => wordings[0].citation.exact),
        ]),
      )
    const found = async (speaker: string) =>
      (await search.run(context.operations, { query: 'years', speaker })).quotes.map((quote) => quote.speakerName)
    const correct = async (words: string, given: Record<string, unknown>) => {
      const { document } = (await context.operations.store.articles.findByUrl(url))!
      const start = document.text.indexOf(words)
      const place = { articleId, start, end: start + words.length }
      return correctQuote.run(context.operations, correctQuote.input.parse({ ...place, ...given }))
    }

    before(async () => {
      context = await start()
      await takeIn(context, text)
      articleId = (await context.operations.store.articles.findByUrl(url))!.article.id
    })
    after(async () => {
      for (const { folder, database, context } of made) {
        await context[Symbol.asyncDispose]()
        await database.remove()
        await rm(folder, { recursive: true, force: true })
      }
    })

    test('the least sure quotations of new articles are listed, with who could have said them', async () => {
      const { quotes, count } = await listDoubtfulQuotes.run(context.operations, { limit: 20 })
      assert.equal(count, quotes.length)
      const sureness = quotes.map(({ speaker, confidence }) => (speaker ? confidence! : 1))
      assert.deepEqual(
        sureness,
        sureness.toSorted((a, b) => a - b),
      )
      for (const { context, confidence, names } of quotes) {
        assert.ok(confidence! < 0.8 && context.start < context.end && context.end <= context.text.length)
        assert.ok(names.some(({ name }) => name === 'Anna Berg'))
      }
    })

    test('an article is found by its id, its address and the address of its page', async () => {
      for (const article of [articleId, url, `${url}#later`, `http://127.0.0.1:7180/articles/${articleId}`])
        assert.equal((await listQuotes.run(context.operations, { article }))?.articleId, articleId, article)
      for (const article of ['nothing', 'https://nowhere.example/', 'http://localhost/articles/%zz'])
        assert.equal(await listQuotes.run(context.operations, { article }), undefined)
    })

    test('a corrected speaker stands in the story, on the page of the article and in search; the layer stays', async () => {
      assert.deepEqual((await speakers())['Carl Lund'], [first, second])
      const result = await correct(first, { verdict: 'speaker', speaker: '  anna   BERG ', note: 'On video.' })
      assert.equal(result?.kind === 'saved' && result.correction.verdict.kind, 'speaker')
      assert.deepEqual(await found('Berg'), ['Anna Berg'])
      assert.deepEqual(await found('Lund'), [])
      const view = await getArticle.run(context.operations, { id: articleId as never })
      assert.deepEqual(
        view?.annotations.quotes?.items.slice(0, 2).map(({ speaker, pattern }) => [speaker?.name, pattern]),
        [
          ['Anna Berg', 'label'],
          ['Anna Berg', 'run-on'],
        ],
      )
      const { document } = view!
      const start = document.text.indexOf(first)
      const cited = { documentId: document.id, start, end: start + first.length }
      const { quotation, story: citedStory } = (await getCitation.run(context.operations, cited))!
      assert.deepEqual([quotation?.speaker?.name, quotation?.pattern], ['Anna Berg', 'label'])
      assert.equal(citedStory?.id, (await story()).id)
      assert.equal((await getCitation.run(context.operations, { ...cited, start: 0, end: 10 }))?.quotation, undefined)
      await context.pipeline.runOnce()
      assert.deepEqual((await speakers())['Anna Berg'], [first, second])
      const stored = (await context.operations.store.articles.findByUrl(url))!
      assert.equal(stored.annotations.quotes?.items[0]?.speaker?.name, 'Carl Lund')
      for (const { utterances } of (await story()).dossier!.ledger)
        for (const { wordings } of utterances) assert.ok(matchesText(stored.document, wordings[0].citation))
    })

    test('a correction made while the clock has gone back is the one that counts', async () => {
      clock -= 3_600_000
      await correct(first, { verdict: 'speaker', speaker: 'Carl Lund' })
      assert.deepEqual(await found('Berg'), [])
      await correct(first, { verdict: 'speaker', speaker: 'Anna Berg', note: 'On video.' })
      clock += 3_600_000
      assert.deepEqual(await found('Lund'), [])
      assert.deepEqual(await found('Berg'), ['Anna Berg'])
    })

    test('exports say that a reader set it, not that it was measured', async () => {
      const { id } = await story()
      const as = async (format: string) => (await exportStory.run(context.operations, { id, format }))!.text
      assert.match(await as('md'), /It took nine years.*speaker set by a reader of this server/)
      assert.match(await as('jsonld'), /Speaker set by a reader of this server/)
      const row = (await as('csv')).split('\r\n').find((line) => line.includes('It took nine years'))
      assert.match(row ?? '', /^Anna Berg,.*,direct,,label \(set by a reader of this server\)/)
    })

    test('marks that are not speech leave the list of quotations but keep their number', async () => {
      const numbers = async () => (await listQuotes.run(context.operations, { article: articleId }))!.quotes
      const before = await numbers()
      await correct('bridge to nowhere', { verdict: 'not-a-quote' })
      const after = await numbers()
      assert.deepEqual(
        after.map(({ span }) => span),
        before.map(({ span }) => span),
      )
      assert.deepEqual(
        after.filter(({ isQuote }) => !isQuote).map(({ span }) => text.slice(span.start, span.end)),
        ['bridge to nowhere'],
      )
    })

    test('words that nothing marked become a quotation, and a name is corrected', async () => {
      const result = await correct('leads to an island on which forty people live', {
        verdict: 'speaker',
        speaker: 'Eva Sandh',
      })
      assert.equal(result?.kind === 'saved' && result.correction.verdict.kind, 'quote')
      const start = text.indexOf('Aldry')
      const named = await correctName.run(context.operations, {
        articleId: articleId as never,
        start,
        end: start + 5,
        entity: { kind: 'place', name: 'Aldry' },
      })
      assert.equal(named?.kind, 'saved')
      await context.pipeline.runOnce()
      assert.ok((await speakers())['Eva Sandh']?.includes('leads to an island on which forty people live'))
      const view = await listQuotes.run(context.operations, { article: articleId })
      assert.deepEqual([view?.names.length, view?.waiting], [1, []])
    })

    test('what cannot be corrected is refused with what to do', async () => {
      const message = async (words: string, given: Record<string, unknown>) => {
        const result = await correct(words, given)
        return result?.kind === 'refused' ? result.message : undefined
      }
      assert.match((await message(first, { verdict: 'speaker', speaker: ' ' })) ?? '', /choose a name/)
      assert.match((await message(' ', { verdict: 'not-a-quote' })) ?? '', /no text at this place/)
      assert.match((await message(first, { verdict: 'nobody', end: 1_000_000 })) ?? '', /aren’t in this text/)
      assert.equal(await correct(first, { verdict: 'nobody', articleId: 'nothing' }), undefined)
      assert.equal(await correct(first, { verdict: 'nobody', revision: 'nothing' }), undefined)
    })

    test('words that stand more than once are meant in a passage that stands once', async () => {
      const say = (given: Record<string, unknown>) =>
        correctWords.run(context.operations, correctWords.input.parse({ articleId, ...given }))
      const twice = await say({ words: 'the', verdict: 'no-name' })
      assert.match((twice?.kind === 'refused' && twice.message) || '', /more than once/)
      const gone = await say({ words: 'Lund', within: 'Lund told the king', verdict: 'person', name: 'Carl Lund' })
      assert.match((gone?.kind === 'refused' && gone.message) || '', /isn’t in the article/)
      const set = await say({ words: 'Lund', within: 'Lund told reporters', verdict: 'person', name: 'Carl Lund' })
      assert.ok(set?.kind === 'saved')
      assert.equal(set.correction.selector.span.start, text.indexOf('Lund told'))
      assert.equal(await removeCorrection.run(context.operations, { id: set.correction.id }), true)
    })

    test('corrections hold on a new text of the article, and wait where their words are gone', async () => {
      await takeIn(
        context,
        text.replace(second, 'Ask me again in a year.').replace('Mayor', 'Updated on Thursday. Mayor'),
      )
      const { document } = (await context.operations.store.articles.findByUrl(url))!
      assert.ok(document.text.startsWith('Updated'))
      assert.deepEqual(await found('Berg'), ['Anna Berg'])
      assert.deepEqual((await speakers())['Anna Berg']?.[0], first)
      const { count } = await listCorrections.run(context.operations, {})
      await takeIn(
        context,
        'Nothing of it is left in this text, in which the weather is described at some length instead.',
      )
      const page = await listCorrections.run(context.operations, {})
      assert.equal(page.count, count)
      assert.ok(page.corrections.every(({ doesApply }) => !doesApply))
      assert.equal((await getLabels.run(context.operations, { articleId: articleId as never }))?.quotes.length, 0)
      await takeIn(context, text)
      assert.ok((await listCorrections.run(context.operations, {})).corrections.every(({ doesApply }) => doesApply))
    })

    test('labels leave as lines that the eval scores, and come back in on another machine, twice as once', async (t) => {
      const { text: lines, labels, withoutText } = await exportLabels.run(context.operations, {})
      assert.deepEqual([labels, withoutText], [4, 0])
      const folder = await mkdtemp(join(tmpdir(), 'twosource-labels-'))
      t.after(() => rm(folder, { recursive: true }))
      await writeFile(join(folder, 'labels.jsonl'), lines)
      const [scored] = await scoreQuotes({ data: join(folder, 'labels.jsonl') })
      // Of three things looked at the rules have one speaker wrong, and leave the marks that are not speech alone.
      assert.deepEqual([scored?.figures.speaker_precision, scored?.figures.unowned_left_alone], [0, 1])

      const other = await start('sqlite')
      for (let i = 0; i < 2; i++)
        assert.deepEqual(await importLabels.run(other.operations, { text: lines }), {
          labels: 4,
          articles: 1,
          skipped: [],
        })
      assert.equal((await exportLabels.run(other.operations, {})).withoutText, 4)
      await takeIn(other, text)
      assert.equal((await exportLabels.run(other.operations, {})).text, lines)
      const view = await listQuotes.run(other.operations, { article: url })
      assert.equal(view?.quotes[0]?.speaker?.name, 'Anna Berg')
      assert.deepEqual((await search.run(other.operations, { query: 'years', speaker: 'Berg' })).quotes.length, 1)
    })

    test('lines that are none are skipped with the reason, and the others are taken in', async () => {
      const [line = ''] = (await exportLabels.run(context.operations, {})).text.split('\n')
      const outside = JSON.parse(line)
      outside.corrections[0].span = [0, 1_000_000]
      const { labels, skipped } = await importLabels.run(context.operations, {
        text: ['{', '{"id":"a"}', '', JSON.stringify(outside), line].join('\n'),
      })
      assert.equal(labels, 4)
      assert.deepEqual(
        skipped.map((reason) => reason.slice(0, 20)),
        ['Line 1: this isn’t J', 'Line 2: this isn’t a', 'Line 4: a span leave'],
      )
    })

    test('undone, what was computed counts again', async () => {
      const { corrections } = await listCorrections.run(context.operations, {})
      for (const { correction } of corrections)
        assert.equal(await removeCorrection.run(context.operations, { id: correction.id }), true)
      assert.equal(await removeCorrection.run(context.operations, { id: corrections[0]!.correction.id }), false)
      assert.deepEqual(await found('Lund'), ['Carl Lund'])
      await context.pipeline.runOnce()
      assert.deepEqual((await speakers())['Carl Lund'], [first, second])
      assert.equal((await speakers())['Anna Berg'], undefined)
    })
  })
