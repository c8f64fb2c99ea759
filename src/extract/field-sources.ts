import type { Extraction } from '../core/article.ts'
import { defined } from '../core/defined.ts'
import type { Mark, MarkedField, TextAccount } from '../core/reading/text-account.ts'
import { type JsonLdNode, listOf, textIn } from './facts/json-ld.ts'
import { metaOf, type PageFacts } from './facts/page-facts.ts'
import { readDate } from './facts/read-date.ts'
import { keyOf } from './words.ts'

type PageStatements = {
  readonly node: JsonLdNode | undefined
  readonly facts: PageFacts
  readonly nearby: readonly string[]
  readonly url: string
  readonly feed: { readonly title?: string; readonly publishedAt?: string }
}
type ExtractedFields = Pick<Extraction, MarkedField>
type Source = readonly [Mark, readonly (string | undefined)[]]

/**
 * Finds the places on a page that contain each extracted field. Searches again instead of recording the code path, so that it names a place
 * where readers can see the same.
 */
export function fieldSources(
  taken: Partial<ExtractedFields>,
  { node, facts, nearby, url, feed }: PageStatements,
): TextAccount['found'] {
  const dates = (kind: 'isPublished' | 'isModified') =>
    facts.times
      .filter((time) => time[kind] || !(time.isPublished || time.isModified))
      .flatMap((time) => [time.datetime, time.text])
  const title: readonly Source[] = [
    ['json-ld', [textIn(node?.fields.headline), textIn(node?.fields.name)]],
    ['meta', [metaOf(facts, 'og:title'), metaOf(facts, 'twitter:title')]],
    ['heading', facts.headings],
    ['title-tag', [facts.titleTag]],
    ['feed', [feed.title]],
  ]
  const authors: readonly Source[] = [
    ['json-ld', listOf(node?.fields.author).map((author) => textIn(author))],
    [
      'meta',
      ['author', 'article:author', 'parsely-author', 'byl', 'dc.creator'].flatMap(
        (name) => facts.metas.get(name) ?? [],
      ),
    ],
    ['byline', [...facts.bylines, ...nearby]],
  ]
  const published: readonly Source[] = [
    ['json-ld', [textIn(node?.fields.datePublished), textIn(node?.fields.dateCreated)]],
    [
      'meta',
      [metaOf(facts, 'article:published_time', 'parsely-pub-date', 'datepublished', 'date', 'pubdate', 'dc.date')],
    ],
    ['time-tag', dates('isPublished')],
    ['byline', nearby],
    ['address', [/\/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?:\D|$)/.exec(url)?.slice(1).join('-')]],
    ['feed', [feed.publishedAt]],
  ]
  const updated: readonly Source[] = [
    ['json-ld', [textIn(node?.fields.dateModified)]],
    ['meta', [metaOf(facts, 'article:modified_time', 'og:updated_time', 'datemodified', 'last-modified')]],
    ['time-tag', dates('isModified')],
    ['byline', nearby],
  ]
  return {
    title: marksWhere(title, (said) => says(said, taken.title)),
    ...defined({
      authors: taken.authors?.length ? marksWhere(authors, (said) => says(said, taken.authors?.[0])) : undefined,
      publishedAt: taken.publishedAt ? marksWhere(published, (said) => isDayOf(said, taken.publishedAt)) : undefined,
      updatedAt: taken.updatedAt ? marksWhere(updated, (said) => isDayOf(said, taken.updatedAt)) : undefined,
    }),
  }
}

function marksWhere(looks: readonly Source[], isSo: (said: string) => boolean): Mark[] {
  return looks.filter(([, said]) => said.some((one) => one !== undefined && isSo(one))).map(([mark]) => mark)
}

function says(said: string, taken: string | undefined): boolean {
  const wanted = keyOf(taken ?? '')
  return wanted !== '' && ` ${keyOf(said.slice(0, 1_000))} `.includes(` ${wanted} `)
}

/** The same day, allowing for a page's missing time zone. */
function isDayOf(said: string, taken: string | undefined): boolean {
  const date = readDate(said)
  return date !== undefined && Math.abs(Date.parse(date.iso) - Date.parse(taken ?? '')) <= 26 * 3_600_000
}
