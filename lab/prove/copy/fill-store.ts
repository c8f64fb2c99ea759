import { ownerId } from '../../../src/core/reader-identity.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { fillEveryTable } from '../../../test/integration/fill-every-table.ts'
import { at, ingested } from '../../../test/integration/store-fixtures.ts'
import { fillFeeds } from '../../bench/material/fill-feeds.ts'

const perFeed = 30
/** One entry in so many is read as an article. */
const oneArticleIn = 5
const words =
  'harbour council bridge river ferry budget market school strike storm museum railway court garden winter'.split(' ')

/** Fills a file with entries in feeds, a fifth of them read as articles, marks on some, and rows in every other table. */
export async function fillStore(path: string, entries: number): Promise<void> {
  const store = await openStore(path)
  await fillFeeds(store, {
    feeds: Math.ceil(entries / perFeed),
    entries: perFeed,
    at: at(),
    nameOf: (feed) => ({ title: `Outlet ${feed}`, folder: feed % 3 === 0 ? 'World' : '' }),
    entryOf: (feed, number) => {
      const text = textOf(feed * perFeed + number)
      return {
        entry: {
          key: `${feed}-${number}`,
          url: `https://outlet-${feed}.example/${number}`,
          title: titleOf(feed * perFeed + number),
          publishedAt: at(-number * 60),
          authors: [{ name: 'A. Writer' }],
          categories: ['world'],
          contentHtml: `<p>${text.replaceAll('\n', '</p><p>')}</p>`,
          enclosures: [],
        },
        contentHash: `${feed}-${number}`,
        text: () => text,
      }
    },
  })
  let cursor: string | undefined
  do {
    const page = await store.entries.list(ownerId, {}, 400, cursor)
    cursor = page.next
    await store.articles.saveIngested(
      page.rows
        .filter(({ id }) => Number(id) % oneArticleIn === 0 || Number(id) <= 2)
        .map((entry) => {
          const number = Number(entry.id)
          const said = `We will build number ${number} again.`
          return ingested({
            entry,
            // What is in other tables refers to these two.
            ...(number <= 2 && { articleId: `id ${number}` }),
            text: `${textOf(number)}\nThe mayor said: “${said}”`,
            quotes: [{ said, speaker: 'The mayor' }],
            fingerprints: Array.from({ length: 30 }, (_, index) => number * 5_003_003 + index * 7_919),
          })
        }),
    )
    await store.entries.setRead(
      ownerId,
      page.rows.filter((_, index) => index % 7 === 0).map(({ id }) => id),
      true,
      at(1),
    )
  } while (cursor !== undefined)
  await store.entries.search('nothing', 1)
  await store.close()
  fillEveryTable(path, true)
}

function titleOf(number: number): string {
  return `${wordOf(number)} and ${wordOf(number * 7 + 3)} in town ${number % 997}`
}

/** About 1,500 characters; every tenth is long enough to be kept compressed. */
function textOf(number: number): string {
  const paragraphs = number % 10 === 0 ? 26 : 5
  return Array.from({ length: paragraphs }, (_, paragraph) =>
    Array.from({ length: 44 }, (_, index) => wordOf(number * 31 + paragraph * 13 + index * (index + 1))).join(' '),
  ).join('\n')
}

function wordOf(number: number): string {
  const word = words[number % words.length] ?? ''
  return number % 4 === 0 ? `${word}${number % 5_003}` : word
}
