import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fingerprintsOf } from '../../../../src/syndicate/fingerprints.ts'
import { scoreClustering } from '../../../eval/clustering/b-cubed.ts'
import { byDate, clusterInOrder } from '../../../eval/clustering/cluster-set.ts'
import { planNews } from './plan.ts'
import { documentOf, type NewsArticle, newsFarm } from './write.ts'

const COUNT = 600
const news = [...newsFarm({ perDay: 300, seed: 1 }).take(COUNT)]

test('the same seed makes the same news, in the order of time', () => {
  const again = newsFarm({ perDay: 300, seed: 1 })
  for (const article of news.slice(0, 50)) assert.deepEqual(again.next().value, article)
  assert.notEqual(newsFarm({ perDay: 300, seed: 2 }).next().value?.title, news[0]?.title)
  assert.ok(news.every(({ at }, index) => index === 0 || news[index - 1]!.at < at))
})

test('most events are told once, some by a few, few by many', () => {
  const plans = [...planNews({ perDay: 10_000, seed: 3 }).take(10_000)]
  // Events are numbered as they begin: what came before the first of background had begun before the first article.
  const from = plans.find(({ form }) => form === 'background')!.event
  const begun = plans.filter(({ event, form }) => event > from && form !== 'background')
  const sizes = [...new Map(begun.map(({ event, eventSize }) => [event, eventSize])).values()]
  const share = (from: number, to: number) => sizes.filter((size) => size >= from && size <= to).length / sizes.length
  assert.ok(share(1, 1) > 0.5 && share(1, 1) < 0.65, `${share(1, 1)}`)
  assert.ok(share(2, 5) > 0.25 && share(2, 5) < 0.4, `${share(2, 5)}`)
  assert.ok(share(10, 60) > 0.03 && share(10, 60) < 0.1, `${share(10, 60)}`)
})

test('about half of the articles end in stories, which are those that were made', () => {
  const records = news.map(({ id, title, text, at, event }) => ({
    ...{ id, title, text, date: at, lang: 'en', story: String(event) },
  }))
  const gold = records.map(({ story }) => story)
  const { online } = clusterInOrder(records, byDate(records))
  const inStories = [...Map.groupBy(online, (story) => story).values()].filter((story) => story.length > 1).flat()
  const share = inStories.length / COUNT
  assert.ok(share > 0.4 && share < 0.7, `${share}`)
  // As hard as real news: no perfect score, which would say that events have too little in common.
  const { b3F1 } = scoreClustering(gold, online)
  assert.ok(b3F1 > 0.88 && b3F1 < 0.995, `${b3F1}`)
})

test('copies have the text of the agency, own reports words of their own, and both the words that were said', () => {
  const events = [...Map.groupBy(news, ({ event }) => event).values()]
  const pairs = events.flatMap((articles) =>
    articles.flatMap((one, at) => articles.slice(at + 1).map((other): [NewsArticle, NewsArticle] => [one, other])),
  )
  const prints = new Map(news.map((article) => [article, fingerprintsOf(documentOf(article))]))
  const shared = ([one, other]: [NewsArticle, NewsArticle]) => {
    const of = new Set(prints.get(one))
    const found = prints.get(other)!
    return found.filter((fingerprint) => of.has(fingerprint)).length / found.length
  }
  const isOfAgency = ({ form }: NewsArticle) => form !== 'own'
  const alike = pairs.filter(([one, other]) => one.stage === other.stage && isOfAgency(one) && isOfAgency(other))
  const apart = pairs.filter(([one, other]) => one.outlet !== other.outlet && !isOfAgency(one) && !isOfAgency(other))
  const mean = (some: typeof pairs) => some.reduce((sum, pair) => sum + shared(pair), 0) / some.length
  assert.ok(alike.length > 10 && mean(alike) > 0.6, `${mean(alike)}`)
  assert.ok(apart.length > 10 && mean(apart) < 0.35, `${mean(apart)}`)
})

test('figures change as an event goes on', () => {
  const updates = [...Map.groupBy(news, ({ event, outlet }) => `${event} ${outlet}`).values()].filter(
    (articles) =>
      articles.length > 1 &&
      articles[0]!.stage !== articles.at(-1)!.stage &&
      articles.every(({ form }) => form === 'own' || form === 'agency'),
  )
  const numbers = ({ text }: NewsArticle) => text.match(/\d+/g)?.join(' ')
  assert.ok(updates.length > 3)
  assert.ok(updates.some((articles) => numbers(articles[0]!) !== numbers(articles.at(-1)!)))
})
