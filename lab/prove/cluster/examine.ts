import { scoreClustering } from '../../eval/clustering/b-cubed.ts'
import { ask } from './database-access.ts'
import type { News } from './news.ts'
import { isStanding } from './progress.ts'

/** What is wrong with what was kept, by kind of fault, and to which story each article was given. */
export type Examined = {
  /** How many of each fault; what is not named was looked for and not found. */
  readonly faults: Readonly<Record<string, number>>
  /** Of each article of the news, in their order: its story, or a name of its own where it is in none. */
  readonly stories: readonly string[]
}

type Told = readonly { readonly name: string; readonly entries: readonly string[] }[]

/** To which story each article was given by now: see `Examined`. */
export async function storiesOf(database: string, { articles }: News): Promise<readonly string[]> {
  const rows = await ask(
    database,
    'select article.url, membership.story_id from article join membership on membership.article_id = article.id',
  )
  const stories = new Map(rows.map(({ url, story_id }) => [numberOf(url), String(story_id)]))
  return articles.map(({ number }) => stories.get(number) ?? `none ${number}`)
}

function numberOf(url: unknown): number {
  return Number(/\/a\/(\d+)\.html$/.exec(String(url))?.[1])
}

/** Holds what a database keeps, and what its webhook was told, against the news that was published. */
export async function examine(database: string, news: News, told: Told): Promise<Examined> {
  const entries = await ask(database, 'select sequence, key, article_id from entry')
  const articles = await ask(
    database,
    `select article.id, article.url, article.revision_count,
      (select count(*) from document where article_id = article.id) as documents,
      (select count(*) from vector where vector.sequence in
        (select sequence from document where article_id = article.id)) as vectors
      from article`,
  )
  const keys = new Set(entries.map(({ key }) => key))
  const kept = new Map(articles.map((article) => [numberOf(article.url), article]))
  const faults = {
    'entries lost': news.entries.filter(({ key }) => !keys.has(key)).length,
    'entries doubled': entries.length - keys.size,
    'entries not read': entries.filter(({ article_id }) => article_id === null).length,
    'articles lost': news.articles.filter(({ number }) => !kept.has(number)).length,
    'articles doubled': articles.length - kept.size,
    'articles with more than one text': articles.filter((each) => each.revision_count !== 1 || each.documents !== 1)
      .length,
    'texts without a vector, or with two': articles.filter(({ vectors }) => vectors !== 1).length,
    'jobs left': await countOf(database, `select count(*) as found from job where not ${isStanding}`),
    ...(await storyFaults(database)),
    ...(await tellingFaults(database, entries.length - news.first.length, told)),
  }
  return {
    faults: Object.fromEntries(Object.entries(faults).filter(([, count]) => count !== 0)),
    stories: await storiesOf(database, news),
  }
}

async function storyFaults(database: string) {
  const count = (statement: string) => countOf(database, `select count(*) as found from ${statement}`)
  return {
    'articles in two stories': await count(
      '(select article_id from membership group by article_id having count(*) > 1) twice',
    ),
    'members of a story there is not': await count(
      'membership where not exists (select 1 from story where story.id = membership.story_id)',
    ),
    'stories whose count is not that of their members': await count(
      'story where article_count <> (select count(*) from membership where story_id = story.id)',
    ),
    'stories that were not told': await count('story where article_count > 0 and has_dossier = 0'),
    'layers missing': await count(
      'document where not exists (select 1 from annotation where annotation.document_id = document.id)',
    ),
  }
}

/** Each new entry is told in one message; a message may be sent again, under its own name. */
async function tellingFaults(database: string, entryCount: number, told: Told) {
  const sent = await ask(database, `select id, state from sending where event = 'new_entries'`)
  const byName = new Map(told.map(({ name, entries }) => [name, entries]))
  const entries = [...byName.values()].flat()
  return {
    'messages not sent': sent.filter(({ state }) => state !== 'sent').length,
    'messages that came and are in no log': [...byName.keys()].filter((name) => !sent.some(({ id }) => id === name))
      .length,
    'entries never told': entryCount - new Set(entries).size,
    'entries told in two messages': entries.length - new Set(entries).size,
  }
}

async function countOf(database: string, statement: string): Promise<number> {
  return Number((await ask(database, statement))[0]?.found)
}

/** How alike two partitions of the same articles are: 1 when they are the same. */
export function likeness(one: readonly string[], other: readonly string[]) {
  const { b3F1, pairF1 } = scoreClustering(one, other)
  return { b3F1: Number(b3F1.toFixed(4)), pairF1: Number(pairF1.toFixed(4)) }
}
