import type { JsonLdNode } from './json-ld.ts'
import { textIn } from './json-ld.ts'
import type { PageFacts } from './page-facts.ts'
import { alignWithFeed, type PageDate, readDate } from './read-date.ts'

/** When the page says it was published and last changed; ISO 8601 with zone. */
export type PageDates = { readonly publishedAt?: string; readonly updatedAt?: string }

const publishedMetas = (
  'article:published_time og:article:published_time og:published_time datepublished date.issued dc.date.issued ' +
  'dcterms.created dcterms.date dc.date parsely-pub-date sailthru.date cxenseparse:recs:publishtime publish-date ' +
  'publishdate publish_date publication_date article.published date_published pubdate cxenseparse:publishtime date ' +
  'dcterms.issued originalpublicationdate article_date_original bt:pubdate datecreated'
).split(' ')
const updatedMetas = (
  'article:modified_time og:article:modified_time og:updated_time article:updated_time datemodified dcterms.modified ' +
  'last-modified lastmod modified revision_date date_modified article.updated'
).split(' ')

/** Dates from the structured data, then the meta tags, then `time` elements, the byline and the address. */
export function readDates(page: {
  readonly node: JsonLdNode | undefined
  readonly nodes: readonly JsonLdNode[]
  readonly facts: PageFacts
  readonly url: string
  /** Short blocks between the headline and the text. */
  readonly nearby: readonly string[]
  readonly feedPublishedAt: string | undefined
}): PageDates {
  const { node, nodes, facts, url, nearby, feedPublishedAt } = page
  const published =
    dateIn(node?.fields.datePublished) ??
    dateIn(node?.fields.dateCreated) ??
    metaDate(facts, publishedMetas) ??
    dateIn(nodes.find(({ fields }) => fields.uploadDate)?.fields.uploadDate) ??
    timeDate(facts, (time) => time.isPublished) ??
    bylineDate(facts) ??
    dateInUrl(url) ??
    lineDate(nearby, (text) => !updatedLine.test(text)) ??
    timeDate(facts, (time) => !time.isModified, true)
  const updated =
    dateIn(node?.fields.dateModified) ??
    metaDate(facts, updatedMetas) ??
    timeDate(facts, (time) => time.isModified) ??
    lineDate(nearby, (text) => updatedLine.test(text))
  const publishedAt = published === undefined ? feedPublishedAt : alignWithFeed(published, feedPublishedAt)
  const updatedAt = updated === undefined ? undefined : alignZone(updated, published, publishedAt)
  const isLater =
    updatedAt !== undefined && (publishedAt === undefined || Date.parse(updatedAt) > Date.parse(publishedAt))
  return { ...(publishedAt === undefined ? {} : { publishedAt }), ...(isLater ? { updatedAt } : {}) }
}

/** A page writes both its dates in one zone: what was learned of the first holds for the second. */
function alignZone(updated: PageDate, published: PageDate | undefined, publishedAt: string | undefined): string {
  if (updated.hasZone || !updated.hasTime || published === undefined || published.hasZone) return updated.iso
  const zone = /(?:Z|[+-]\d\d:\d\d)$/.exec(publishedAt ?? '')?.[0] ?? 'Z'
  return published.hasTime ? updated.iso.replace(/Z$/, zone) : updated.iso
}

function dateIn(value: unknown): PageDate | undefined {
  const text = textIn(value)
  return text === undefined ? undefined : readDate(text)
}

function metaDate(facts: PageFacts, names: readonly string[]): PageDate | undefined {
  for (const name of names) {
    const content = facts.metas.get(name)?.[0]
    const date = content === undefined ? undefined : readDate(content)
    if (date !== undefined) return date
  }
  return undefined
}

function timeDate(
  facts: PageFacts,
  test: (time: PageFacts['times'][number]) => boolean,
  onlyFirst = false,
): PageDate | undefined {
  const times = facts.times.filter(test)
  for (const time of onlyFirst ? times.slice(0, 1) : times) {
    const date = readDate(time.datetime) ?? readDate(time.text)
    if (date !== undefined) return date
  }
  return undefined
}

function bylineDate(facts: PageFacts): PageDate | undefined {
  for (const byline of facts.bylines) {
    const date = readDate(byline)
    if (date !== undefined) return date
  }
  return undefined
}

const updatedLine = /^\W*(?:last )?(?:updated|modified|edited)\b|^mis à jour|^actualizado|^aktualisiert|^آخر تحديث/i

/** A line that is a date and little else. */
function lineDate(lines: readonly string[], test: (text: string) => boolean): PageDate | undefined {
  for (const text of lines) {
    const date = text.length <= 90 && test(text) ? readDate(text) : undefined
    if (date !== undefined) return date
  }
  return undefined
}

function dateInUrl(url: string): PageDate | undefined {
  const match =
    /\/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/\-_.])/.exec(url) ?? /[/-](20\d\d)(\d\d)(\d\d)(?=[/\-_.])/.exec(url)
  return match === null ? undefined : readDate(`${match[1]}-${match[2]}-${match[3]}`)
}
