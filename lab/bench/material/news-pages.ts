import { findSet, readRecords } from '../../eval/read-set.ts'
import { sized } from '../measure.ts'
import { type BenchPage, editionPages } from './edition-pages.ts'
import type { NewsArticle } from './news/write.ts'

type Record = { readonly html: string; readonly pageType?: string }

/** Reading them whole takes longer than all else that a short run does. */
const SETS = sized(['extraction/scrapinghub.jsonl.zst', 'extraction/wcxb-dev.jsonl.zst'], [])
const PER_SET = 150
/** A page with fewer paragraphs has no place for an article. */
const FEWEST = 5
/** Letters; what is shorter is a caption, a link or a notice. */
const SHORTEST = 80
/** Letters of markup; between two paragraphs of an article there is less. */
const FAR = 1500

const paragraph = /<p\b[^>]*>(?:(?!<p\b)[\s\S])*?<\/p>/gi
/** Where a page says its title, and its text again. */
const said =
  /(<title\b[^>]*>|<h1\b[^>]*>)[\s\S]*?(<\/title>|<\/h1>)|<meta\b[^>]*\b(?:og|twitter):(?:title|description)[^>]*>|<meta\b[^>]*\bname=["']?description[^>]*>|"(?:headline|name|description|articleBody)"\s*:\s*"(?:[^"\\]|\\.)*"/gi
/** With its own address every article on a page would be taken for one. */
const ownAddress = /<link\b[^>]*\brel=["']?canonical[^>]*>|<meta\b[^>]*\bog:url[^>]*>/gi

/**
 * Prints articles on pages as outlets have them: the markup of real ones of the sets that are on this machine, and of those of the demo
 * edition, with the article's title and paragraphs where theirs were. So that reading one costs what a page costs, and its text is news.
 */
export async function newsPages(now: Date): Promise<(article: NewsArticle) => BenchPage> {
  const sets = SETS.flatMap((set) => {
    const path = findSet(set)
    return path === undefined ? [] : [articlesOf(readRecords<Record>(path))]
  })
  const edition = (await editionPages(now)).map(({ body }) => new TextDecoder().decode(body))
  const kinds = [...sets, edition].map((pages) =>
    pages.filter((html) => longestRun(longParagraphs(html)).size >= FEWEST),
  )
  const encoder = new TextEncoder()
  return (article) => {
    const { number, outlet, title } = article
    const pages = kinds[number % kinds.length]!
    const frame = pages[Math.floor(number / kinds.length) % pages.length]!
    return {
      url: `https://outlet-${outlet}.example/a/${number}`,
      title,
      body: encoder.encode(printed(frame, article)),
    }
  }
}

/** Pages all along a set. */
function articlesOf(records: readonly Record[]): string[] {
  const articles = records.filter(({ pageType = 'article' }) => pageType === 'article')
  const step = Math.max(1, Math.floor(articles.length / PER_SET))
  return articles.filter((_, index) => index % step === 0).map(({ html }) => html)
}

function longParagraphs(html: string): RegExpExecArray[] {
  return [...html.matchAll(paragraph)].filter(([found]) => found.replace(/<[^>]*>/g, '').trim().length >= SHORTEST)
}

/** Those of the article: the longest run without much between one and the next. */
function longestRun(places: readonly RegExpExecArray[]): ReadonlySet<RegExpExecArray> {
  const runs: RegExpExecArray[][] = [[]]
  let end = 0
  for (const place of places) {
    if (place.index - end > FAR) runs.push([])
    runs.at(-1)!.push(place)
    end = place.index + place[0].length
  }
  return new Set(runs.toSorted((a, b) => b.length - a.length)[0])
}

function printed(frame: string, { title, paragraphs }: NewsArticle): string {
  const html = frame.replace(ownAddress, '').replace(said, (found, open?: string, close?: string) => {
    if (open !== undefined && close !== undefined) return `${open}${escaped(title)}${close}`
    return found.startsWith('"') ? '"about":""' : ''
  })
  const places = longParagraphs(html)
  const run = longestRun(places)
  let page = ''
  let from = 0
  let place = 0
  const upTo = (count: number) => Math.round((count * paragraphs.length) / run.size)
  for (const found of places) {
    const own = run.has(found) ? paragraphs.slice(upTo(place), upTo((place += 1))) : []
    page += html.slice(from, found.index) + own.map((text) => `<p>${escaped(text)}</p>`).join('\n')
    from = found.index + found[0].length
  }
  return page + html.slice(from)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
