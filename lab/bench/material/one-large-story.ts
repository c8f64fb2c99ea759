import { fileURLToPath } from 'node:url'
import { annotate } from '../../../src/analyze/annotate.ts'
import { asId } from '../../../src/core/ids.ts'
import type { StoryInput } from '../../../src/story/story-text.ts'
import { detectSyndication } from '../../../src/syndicate/detect-syndication.ts'
import { fingerprintsOf } from '../../../src/syndicate/fingerprints.ts'
import { documentOf, plainArticle } from '../../eval/citations/story-documents.ts'
import { readRecords } from '../../eval/read-set.ts'
import { randomNumbers } from './random-numbers.ts'

const OUTLETS = 200
/** So many look-alikes an article is compared with, as the lane does. */
const LOOK_ALIKES = 12
const MINUTE_MS = 60_000
const BEGAN = Date.UTC(2026, 0, 5)

type Written = { readonly title: string; readonly text: string }

/**
 * What outlets make of our own articles: half are copies with words and numbers changed and paragraphs left out, half begin as one of them
 * does and go on with paragraphs of others.
 */
export function editedArticles(count: number): readonly Written[] {
  const random = randomNumbers(5)
  const one = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  const own = ['single', 'double'].flatMap((style) =>
    readRecords<Written>(fileURLToPath(new URL(`../../eval/quotes/own-${style}.jsonl`, import.meta.url))),
  )
  const paragraphs = own.flatMap(({ text }) => text.split('\n'))
  const words = paragraphs.flatMap((paragraph) => paragraph.match(/\b\p{Ll}{6,}\b/gu) ?? [])
  const edit = (text: string) =>
    text
      .replace(/\b\p{Ll}{6,}\b/gu, (word) => (random() < 0.1 ? one(words) : word))
      .replace(/\b\d+\b/g, (number) => (random() < 0.3 ? String(Number(number) + Math.ceil(random() * 5)) : number))
  return Array.from({ length: count }, () => {
    const { title, text } = own[Math.floor(random() ** 3 * own.length)] as Written
    const [lead = '', ...rest] = text.split('\n')
    const body = random() < 0.5 ? rest.filter(() => random() < 0.85) : Array.from({ length: 7 }, () => one(paragraphs))
    return { title: edit(title), text: [lead, ...body].map(edit).join('\n') }
  })
}

/** Articles of a few words over and over, none of which is like another and all of which are alike: what an invented or broken feed has. */
export function alikeArticles(count: number): readonly Written[] {
  const random = randomNumbers(6)
  const words = 'harbor council river bridge vote budget school storm report minister engine market field music'.split(
    ' ',
  )
  const sentence = (length: number) =>
    `The ${Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ')}.`
  return Array.from({ length: count }, () => ({
    title: sentence(8),
    text: Array.from({ length: 6 }, () => sentence(30)).join('\n'),
  }))
}

/** The articles as members of one story, a minute after each other, as the pipeline would hand them over. */
export function membersOfOne(articles: readonly Written[]): readonly StoryInput[] {
  const read = articles.map(({ title, text }, index) => {
    const date = new Date(BEGAN + index * MINUTE_MS).toISOString()
    const document = documentOf({ id: `document-${index}`, title, text, date, lang: 'en', story: 'one' })
    const sourceName = `Outlet ${(index * 7919) % OUTLETS}`
    return { document, annotations: annotate(document), sourceName, kind: 'article' as const }
  })
  const holders = new Map<number, number[]>()
  return read.map((one, index): StoryInput => {
    const shared = new Map<number, number>()
    for (const fingerprint of fingerprintsOf(one.document)) {
      const earlier = holders.get(fingerprint) ?? []
      for (const other of earlier) shared.set(other, (shared.get(other) ?? 0) + 1)
      holders.set(fingerprint, [...earlier, index])
    }
    const near = [...shared].sort(([a, many], [b, more]) => more - many || a - b).slice(0, LOOK_ALIKES)
    const { document, annotations, sourceName } = one
    return {
      document,
      annotations,
      syndications: detectSyndication(
        one,
        near.map(([other]) => read[other]!),
      ),
      source: { id: asId(sourceName), name: sourceName, homeUrl: 'https://outlet.example/' },
      article: plainArticle(document, asId(sourceName), `https://outlet.example/news/${index}`),
    }
  })
}
