import type { Tongue } from '../../bench/material/news-stream.ts'
import { invented, ofSet, type Told } from './told-news.ts'

/** One invented article, and where it stands. */
export type NewsArticle = {
  readonly number: number
  readonly outlet: number
  readonly path: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly language: string
  /** What it tells of, as it was made. */
  readonly story: string
  /** ISO 8601. */
  readonly at: string
}

/** What one outlet's feed says of one article; two outlets may link to the same one. */
export type NewsEntry = { readonly key: string; readonly outlet: number; readonly article: NewsArticle }

export type News = {
  readonly outlets: readonly { readonly number: number; readonly language: string }[]
  readonly articles: readonly NewsArticle[]
  /** In the order of the times of their articles. */
  readonly entries: readonly NewsEntry[]
  /** The first of each outlet: what is in its feed already when it is subscribed to. */
  readonly first: readonly NewsEntry[]
}

/** What news is made of; the same makes the same. `set`: a file of real news, which then stand in place of the invented English ones. */
export type NewsRecipe = {
  readonly seed: number
  readonly count: number
  readonly startMs: number
  /** Over so many days; two when it is not given. */
  readonly days?: number
  readonly set?: string
}

const french: Tongue = {
  language: 'fr',
  functionWords:
    'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux cette ont ses mais comme on tout nous sa fait été aussi leur bien peut ces y'.split(
      ' ',
    ),
}
const german: Tongue = {
  language: 'de',
  functionWords:
    'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder'.split(
      ' ',
    ),
}
/** Of five articles three are in English, as an instance with outlets of several languages may have it. */
const turns = [0, 0, 1, 0, 2] as const
const tongues: readonly (Tongue | undefined)[] = [undefined, french, german]
/** Every so many articles is word for word the one of its language before it, at another outlet. */
const COPY_EVERY = 11
/** And to every so many a second outlet links. */
const LINKED_EVERY = 13
const PER_OUTLET = 20
const FEWEST_OUTLETS = 6
const SENTENCES = 4
const DAYS = 2

/** Some days of news in three languages, told by outlets that each have one. */
export function makeNews({ seed, count, startMs, days = DAYS, set }: NewsRecipe): News {
  const perLanguage = Math.max(2, Math.ceil(count / PER_OUTLET / 5), FEWEST_OUTLETS / tongues.length)
  const outlets = tongues.flatMap((tongue) =>
    Array.from({ length: perLanguage }, () => ({ language: tongue?.language ?? 'en' })),
  )
  const tellers = tongues.map((tongue, index): Iterator<Told> => {
    const share = turns.filter((turn) => turn === index).length / turns.length
    const options = { seed: seed * 10 + index, perDay: Math.max(4, (count * share) / days), startMs }
    return index === 0 && set !== undefined ? ofSet(set, options) : invented(tongue, options)
  })
  const last: (Told | undefined)[] = []
  const articles = Array.from({ length: count }, (_, number): NewsArticle => {
    const turn = turns[number % turns.length] as number
    const fresh = tellers[turn]?.next().value as Told
    const copied = number % COPY_EVERY === COPY_EVERY - 1 ? last[turn] : undefined
    last[turn] = fresh
    const told = copied ?? fresh
    const outlet = turn * perLanguage + (Math.floor(number / turns.length) % perLanguage)
    return {
      number,
      outlet,
      path: `/a/${number}.html`,
      title: copied ? `${told.title} again` : told.title,
      paragraphs: inParagraphs(told.text),
      language: told.language,
      story: `${told.language} ${told.story}`,
      at: fresh.at,
    }
  })
  const entries = articles.flatMap((article) => entriesOf(article, perLanguage))
  return {
    outlets: outlets.map((outlet, number) => ({ number, ...outlet })),
    articles,
    entries,
    first: outlets.flatMap((_, number) => entries.find(({ outlet }) => outlet === number) ?? []),
  }
}

function entriesOf(article: NewsArticle, perLanguage: number): readonly NewsEntry[] {
  const own = { key: `${article.outlet}-${article.number}`, outlet: article.outlet, article }
  if (article.number % LINKED_EVERY !== 0) return [own]
  const first = article.outlet - (article.outlet % perLanguage)
  const outlet = first + ((article.outlet - first + 1) % perLanguage)
  return [own, { key: `${outlet}-${article.number}`, outlet, article }]
}

function inParagraphs(text: string): readonly string[] {
  const sentences = text.split(/(?<=\.)\s+/)
  const paragraphs: string[] = []
  for (let at = 0; at < sentences.length; at += SENTENCES)
    paragraphs.push(sentences.slice(at, at + SENTENCES).join(' '))
  return paragraphs
}
