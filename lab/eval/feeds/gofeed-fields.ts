import type { Byline, FeedEntry, ParsedFeed } from '../../../src/core/entry.ts'
import { sameHtml, sameText, sameTime, sameUrl } from './same-value.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Compares a feed with the JSON a Go test expects (gofeed, universal or per format; feedsmith's is alike). Only fields
 * that our model has count. True when all of them agree, undefined when there is nothing to compare.
 */
export function agreesWithFields(expected: unknown, feed: ParsedFeed, isAtom: boolean): boolean | undefined {
  if (!isFields(expected)) return undefined
  const results: boolean[] = []
  compareHead(expected, feed, isAtom, results)
  const items = listOf(expected.items ?? expected.entries)
  for (const [index, item] of items.entries()) compareItem(item, feed.entries[index], isAtom, results)
  return results.length === 0 ? undefined : results.every(Boolean)
}

function compareHead(expected: Fields, feed: ParsedFeed, isAtom: boolean, results: boolean[]): void {
  check(results, expected.title, feed.title, sameText)
  check(results, linkOf(expected, isAtom), feed.siteUrl, sameUrl)
  check(results, expected.description ?? expected.subtitle, feed.description, sameText)
  check(results, expected.language, feed.language, (one, other) => one.toLowerCase() === other.toLowerCase())
  check(results, expected.publishedParsed ?? expected.pubDateParsed, feed.publishedAt, sameIso)
  check(results, expected.updatedParsed ?? expected.lastBuildDateParsed, feed.updatedAt, sameIso)
  comparePeople(expected, feed.authors ?? [], results)
  compareCategories(expected, feed.categories ?? [], results)
}

function comparePeople(expected: Fields, authors: readonly Byline[], results: boolean[]): void {
  for (const [index, author] of listOf(expected.authors).entries()) {
    check(results, author.name, authors[index]?.name, sameText)
    check(results, author.email, authors[index]?.email, (one, other) => one === other)
  }
}

/** Words, or in Atom terms that may have a label, which is what we show. */
function compareCategories(expected: Fields, categories: readonly string[], results: boolean[]): void {
  const wanted = Array.isArray(expected.categories) ? expected.categories : []
  for (const [index, each] of wanted.entries()) {
    const word = isFields(each) ? (each.label ?? each.term ?? each.value) : each
    check(results, word, categories[index], sameText)
  }
}

function compareItem(expected: Fields, entry: FeedEntry | undefined, isAtom: boolean, results: boolean[]): void {
  const { content, guid, published, updated } = itemFields(expected)
  check(results, expected.title, entry?.title, sameText)
  check(results, linkOf(expected, isAtom), entry?.url, sameUrl)
  check(results, expected.description ?? expected.summary, entry?.summaryHtml ?? entry?.contentHtml, sameHtml)
  check(results, content, entry?.contentHtml ?? entry?.summaryHtml, sameHtml)
  check(results, guid, entry?.key, (one, other) => one === other)
  check(results, published, entry?.publishedAt, sameIso)
  check(results, updated, entry?.updatedAt, sameIso)
  const enclosures = listOf(expected.enclosures ?? (expected.enclosure ? [expected.enclosure] : []))
  for (const [index, enclosure] of enclosures.entries()) {
    check(results, enclosure.url, entry?.enclosures[index]?.url, sameUrl)
    check(results, enclosure.type, entry?.enclosures[index]?.type, (one, other) => one === other)
  }
  comparePeople(expected, entry?.authors ?? [], results)
  compareCategories(expected, entry?.categories ?? [], results)
}

/** gofeed names the same things differently per format. */
function itemFields(expected: Fields) {
  const { content, guid } = expected
  return {
    content: isFields(content) ? (content.value ?? content.encoded) : content,
    guid: (isFields(guid) ? guid.value : guid) ?? expected.id,
    published: expected.publishedParsed ?? expected.pubDateParsed,
    updated: expected.updatedParsed,
  }
}

function linkOf(expected: Fields, isAtom: boolean): unknown {
  if (!isAtom || !Array.isArray(expected.links)) return expected.link
  return listOf(expected.links).find((link) => (link.rel ?? 'alternate') === 'alternate')?.href
}

function check(
  results: boolean[],
  expected: unknown,
  value: string | undefined,
  isSame: (value: string, expected: string) => boolean,
): void {
  if (typeof expected === 'string' && expected !== '') results.push(value !== undefined && isSame(value, expected))
}

function sameIso(iso: string, expected: string): boolean {
  const date = new Date(expected)
  const parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  return sameTime(iso, [...parts, date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()])
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : []
}
