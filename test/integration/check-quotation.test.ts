import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Context } from '../../src/app/context.ts'
import { matchesText } from '../../src/core/citation.ts'
import { checkQuotation } from '../../src/operations/articles/check-quotation.ts'
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
      `“${said}” Lund told reporters.`,
      'The engineer Eva Sandh came late. “Nobody asked those who built the thing,” she said.',
      'The bridge leads to an island on which forty people live.',
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
      'A sign at its gate reads “Nothing may pass here that weighs more than a cow”, which few people understood.',
      'The island has a school, a chapel and a shop that opens on two days of the week.',
    ].join('\n'),
  },
]

for (const dialect of dialects)
  describe(`checking a quotation on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let opened: Awaited<ReturnType<typeof openWithArticles>>
    let context: Context

    before(async () => {
      opened = await openWithArticles(dialect, articles)
      context = opened.context
    })
    after(() => opened?.close())

    const check = (words: string, speaker?: string) =>
      checkQuotation.run(context.operations, checkQuotation.input.parse({ words, ...(speaker && { speaker }) }))
    /** The result in short, with the words cited, once they are shown to be in the article. */
    async function found(words: string, speaker?: string) {
      const result = await check(words, speaker)
      if (!('place' in result)) return [result.kind]
      const { citation, document, speaker: by } = result.place
      const stored = await context.operations.store.articles.findByDocument(citation.documentId)
      assert.ok(stored && matchesText(stored.document, citation))
      return [result.kind, citation.exact, by?.name, document.sourceName]
    }

    test('finds it word for word, whose it is, and who else has it', async () => {
      const words = said.slice(0, -1)
      assert.deepEqual(await found(said), ['exact', words, 'Carl Lund', 'Tarn Valley Post'])
      assert.deepEqual(await found(`“${said}”, Lund told us.`, 'Mr. Lund'), [
        'exact',
        words,
        'Carl Lund',
        'Tarn Valley Post',
      ])
      const result = await check(said)
      assert.deepEqual('alsoIn' in result && result.alsoIn, ['Coast Courier'])
    })

    test('says when it is quoted as somebody else’s', async () => {
      assert.deepEqual((await found(said, 'Anna Berg')).slice(0, 3), ['other-speaker', said.slice(0, -1), 'Carl Lund'])
      // A name in another script may be the same name.
      assert.equal((await found(said, 'كارل لوند'))[0], 'exact')
    })

    test('shows the closest quotation where the words differ', async () => {
      const words = 'We will have to pay for this tunnel until the year 2060'
      const result = await check(words)
      assert.equal(result.kind, 'altered')
      if (result.kind !== 'altered') return
      const cut = (text: string, spans: typeof result.differs) => spans.map(({ start, end }) => text.slice(start, end))
      assert.deepEqual(cut(words, result.differs), ['tunnel', '2060'])
      assert.deepEqual(cut(result.place.citation.exact, result.instead), ['bridge', '2050'])
      assert.equal(result.place.speaker?.name, 'Carl Lund')
    })

    test('names nobody for words between quotation marks that nobody is said to have spoken', async () => {
      const words = 'Nothing may pass here that weighs more than a cow'
      assert.deepEqual(await found(words), ['exact', words, undefined, 'Coast Courier'])
    })

    test('calls nothing a quotation that an article says itself, and finds nothing in other words', async () => {
      assert.equal((await found('an island on which forty people live'))[0], 'unquoted')
      assert.deepEqual(await found('We shall tear it down before anybody crosses it'), ['not-found'])
      assert.deepEqual(await found('Nobody'), ['too-short'])
    })

    test('finds what stories cite of an article whose feed is gone', async () => {
      const { store } = context.operations
      const feeds = (await store.feeds.list('owner')).filter(({ url }) => url.startsWith('import:'))
      assert.equal(feeds.length, 2)
      for (const { id } of feeds) await store.feeds.unsubscribe('owner', id)
      assert.equal((await found(said))[0], 'exact')
    })
  })
