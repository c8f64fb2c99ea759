import { findSet, readRecords } from '../../eval/read-set.ts'
import { sized } from '../measure.ts'
import { type BenchPage, editionPages } from './edition-pages.ts'
import { varyPage, wordbookOf } from './vary-page.ts'

export type { BenchPage } from './edition-pages.ts'

type Record = { readonly html: string; readonly url?: string | null; readonly pageType?: string }

/** Reading them whole takes longer than all else that a short run does. */
const SETS = sized(['extraction/scrapinghub.jsonl.zst', 'extraction/wcxb-dev.jsonl.zst'], [])
/** Every so manyth article is the text of the one before at another outlet. */
const COPY_EVERY = 10

/** So many pages of articles, as `pageMaker` makes them. */
export async function ingestPages(count: number, now: Date): Promise<BenchPage[]> {
  const make = await pageMaker(now)
  return Array.from({ length: count }, (_, index) => make(index))
}

/**
 * Makes pages of articles by their number, so that there can be more than memory holds. Each is about something else: real ones of the
 * sets that are on this machine, and those of the demo edition, with half of their longer words exchanged; one in ten is a copy.
 */
export async function pageMaker(now: Date): Promise<(index: number) => BenchPage> {
  const sets = SETS.flatMap((set) => {
    const path = findSet(set)
    return path === undefined ? [] : [articlesOf(readRecords<Record>(path))]
  })
  const edition = (await editionPages(now)).map(({ body }) => new TextDecoder().decode(body))
  const kinds = [...sets, edition]
  const book = wordbookOf(kinds.flatMap((pages) => pages.slice(0, 40)))
  const encoder = new TextEncoder()
  return (index) => {
    const number = index % COPY_EVERY === COPY_EVERY - 1 ? index - 1 : index
    const pages = kinds[number % kinds.length]!
    const html = pages[Math.floor(number / kinds.length) % pages.length]!
    const varied = varyPage(withoutOwnAddress(html), book, number)
    return {
      url: `https://outlet-${index % 20}.example/a/${index}`,
      title: `Article ${index}`,
      body: encoder.encode(varied),
    }
  }
}

/** Pages all along a set. */
function articlesOf(records: readonly Record[]): string[] {
  const articles = records.filter(({ pageType = 'article' }) => pageType === 'article')
  const step = Math.max(1, Math.floor(articles.length / 150))
  return articles.filter((_, index) => index % step === 0).map(({ html }) => html)
}

/** Without it two variations of a page would be taken for one article. */
function withoutOwnAddress(html: string): string {
  return html.replace(/<link\b[^>]*\brel=["']?canonical[^>]*>/gi, '').replace(/<meta\b[^>]*\bog:url[^>]*>/gi, '')
}
