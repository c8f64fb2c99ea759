import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Context } from '../../src/app/context.ts'
import { matchesText } from '../../src/core/citation.ts'
import { maxLength } from '../../src/core/text/max-length.ts'
import { readStoredZip } from '../../src/export/pack/stored-zip.ts'
import { verifyPack } from '../../src/export/pack/verify-pack.ts'
import { checkText } from '../../src/operations/search/check-text.ts'
import { packCheck } from '../../src/operations/search/pack-check.ts'
import { dialects, skipReason } from './databases.ts'
import { openWithArticles } from './imported-articles.ts'

const said = 'We will have to pay for this bridge until the year 2050.'
const articles = [
  {
    title: 'Aldry bridge opens',
    outlet: 'Tarn Valley Post',
    url: 'https://post.example/bridge',
    publishedAt: '2026-03-12T06:30:00Z',
    text: [
      'Mayor Carl Lund and his deputy, Anna Berg, opened the Aldry bridge on Monday after years of quarrels about its price.',
      `“${said}” Lund told reporters. The bridge cost 40 million crowns and was finished on 9 March 2026.`,
      'Lund said that the ferry would stop running at the end of the summer because nobody needed it.',
      'The bridge leads to an island on which forty people live and none of them was asked.',
    ].join('\n'),
  },
  {
    title: 'Lund: we pay until 2050',
    outlet: 'Coast Courier',
    url: 'https://courier.example/bridge',
    publishedAt: '2026-03-12T08:30:00Z',
    text: [
      'The mayor of Aldry, Carl Lund, said that the new bridge would be a burden to the town for a generation.',
      `“${said}” Carl Lund said at the opening, where a band played in the rain and few people came.`,
      'The island has a school, a chapel and a shop that opens on two days of the week.',
    ].join('\n'),
  },
]

for (const dialect of dialects)
  describe(`checking a text on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let opened: Awaited<ReturnType<typeof openWithArticles>>
    let context: Context

    before(async () => {
      opened = await openWithArticles(dialect, articles)
      context = opened.context
    })
    after(() => opened?.close())

    /** What is said of each statement of a text, once every citation is shown to be in its article. */
    async function check(text: string) {
      const view = await checkText.run(context.operations, checkText.input.parse({ text }))
      for (const { place, figures, span, words } of view.statements) {
        assert.equal(text.slice(span.start, span.end), words)
        for (const citation of [place?.citation, place?.around, ...figures.map((one) => one.citation)]) {
          if (!citation) continue
          const stored = await context.operations.store.articles.findByDocument(citation.documentId)
          assert.ok(stored && matchesText(stored.document, citation))
        }
      }
      return view
    }

    test('says of each quotation, statement and sentence what the articles have of it', async () => {
      const { statements, counts, quotations } = await check(
        [
          `“${said}” Carl Lund said on Monday.`,
          '“We will have to pay for this tunnel until the year 2060,” Lund added.',
          `“${said}” Eva Sandh told us.`,
          '“We will have to pay … until the year 2050,” he said.',
          '“We shall tear it down before anybody crosses it,” Berg said.',
          'Lund said that the ferry would stop running at the end of the winter because nobody needed it.',
          'The island has a school, a chapel and a shop that opens on two days of the week.',
          'Here is a sentence of our own that is in no article at all.',
        ].join('\n'),
      )
      assert.deepEqual(
        statements.map(({ kind, result }) => [kind, result]),
        [
          ['quotation', 'exact'],
          ['quotation', 'altered'],
          ['quotation', 'other-speaker'],
          ['quotation', 'cut'],
          ['quotation', 'not-found'],
          ['statement', 'altered'],
          ['sentence', 'exact'],
        ],
      )
      assert.deepEqual([counts.altered, quotations], [2, 5])
      const [exact, altered, , , , report] = statements
      assert.deepEqual(exact?.carriers, { articles: 2, reports: 2, outlets: ['Tarn Valley Post', 'Coast Courier'] })
      assert.equal(exact?.place?.speaker?.name, 'Carl Lund')
      assert.match(exact?.place?.around.exact ?? '', /Lund told reporters/)
      assert.deepEqual(
        altered?.changes.map(({ kind, given }) => [kind, given && altered.words.slice(given.start, given.end)]),
        [
          ['words', 'tunnel'],
          ['number', '2060'],
        ],
      )
      assert.deepEqual(
        report?.changes.map(({ given, found }) => [
          given && report.words.slice(given.start, given.end),
          found && report.place?.citation.exact.slice(found.start, found.end),
        ]),
        [['winter', 'summer']],
      )
    })

    test('takes a name for the speaker only where it is beside the words, and leaves out the word that joins them', async () => {
      const { statements } = await check(
        'Anna Berg spoke first: “It is a burden to all.” The minister said that the ferry would stop running at the end of the summer.',
      )
      const [, told] = statements
      assert.equal(told?.words, 'the ferry would stop running at the end of the summer')
      assert.equal(told?.speaker, undefined)
    })

    test('compares the numbers and dates of a quotation’s sentence with those of its articles', async () => {
      const text = `Lund, who opened it on 9 March 2026 and paid 50 million crowns for 12 boats, said: “${said}”`
      const { statements } = await check(text)
      const figures = statements.flatMap((one) => one.figures.map(({ kind, words, result }) => [kind, words, result]))
      assert.deepEqual(
        figures.filter(([kind]) => kind === 'date'),
        [['date', '9 March 2026', 'same']],
      )
      assert.ok(figures.some(([kind, , result]) => kind === 'number' && result === 'not-there'))
    })

    test('reads a long text in parts without losing a place, and refuses one that is too long', async () => {
      const filler = `${'A line that nobody wrote before and that no article has. '.repeat(12)}\n`
      const text = `${filler.repeat(40)}“${said}” Carl Lund said.\n`
      const { statements } = await check(text)
      assert.deepEqual(
        statements.map(({ result }) => result),
        ['exact'],
      )
      assert.equal(checkText.input.safeParse({ text: 'a'.repeat(maxLength.checkedText + 1) }).success, false)
    })

    test('leaves as an evidence pack that is intact, the same each time, and has the words it found', async () => {
      const text = `“${said}” Eva Sandh told us. \ud800 Lund said that the ferry would stop running at the end of the winter because nobody needed it. “We shall tear it down before anybody crosses it,” Berg said.`
      const pack = await packCheck.run(context.operations, { text })
      const bytes = new Uint8Array(await new Response(pack.body).arrayBuffer())
      const report = await verifyPack(bytes, pack.fingerprint)
      assert.deepEqual([report.of, report.problems], ['check', []])
      const read = readStoredZip(bytes)
      assert.ok(read.kind === 'read')
      const fileText = (name: string) => Buffer.from(read.files.find((file) => file.name === name)!.bytes).toString()
      assert.equal(fileText('text.txt'), text.toWellFormed())
      assert.deepEqual(
        JSON.parse(fileText('findings.json')).map((one: { result: string; found?: { outlet: string } }) => [
          one.result,
          one.found?.outlet,
        ]),
        [
          ['other-speaker', 'Tarn Valley Post'],
          ['altered', 'Tarn Valley Post'],
          ['not-found', undefined],
        ],
      )
      assert.equal((await packCheck.run(context.operations, { text })).fingerprint, pack.fingerprint)
    })

    test('takes a short text without quotation marks for a quotation', async () => {
      const results = async (text: string) => (await check(text)).statements.map(({ kind, result }) => [kind, result])
      assert.deepEqual(await results(`${said}\n`), [['quotation', 'exact']])
      assert.deepEqual(await results('none of them was asked'), [['quotation', 'unquoted']])
      assert.deepEqual(await results('we shall see about that'), [['quotation', 'not-found']])
    })

    test('finds a quotation to which words were added at its beginning or end', async () => {
      for (const words of [`“${said.replace('.', '')} zebras.”`, `“Zebras ${said}”`]) {
        const [found] = (await check(words)).statements
        assert.equal(found?.result, 'altered', words)
        assert.equal(found?.place?.citation.exact, said.replace('.', ''))
        assert.deepEqual(
          found?.changes.map(({ given, found: instead }) => [
            given && words.slice(given.start, given.end).length,
            instead,
          ]),
          [[6, undefined]],
        )
      }
    })

    test('says nothing of a text without quotations, and stores nothing of any', async () => {
      assert.deepEqual((await check('Nobody.')).statements, [])
      const { store } = context.operations
      assert.equal((await store.search.entries('tunnel', {}, 5)).rows.length, 0)
    })
  })
