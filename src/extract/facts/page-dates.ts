import { defined } from '../../core/defined.ts'
import { givenTime } from '../../core/time/day-only.ts'
import type { HeadLines } from '../head-lines.ts'
import { type JsonLdNode, textIn } from './json-ld.ts'
import { type DayOrder, dayOrderOf } from './numeric-date.ts'
import type { PageFacts } from './page-facts.ts'
import { alignWithFeed, type PageDate, readDate } from './read-date.ts'

type PrintedDates = {
  /** `Published`, `Posted on`. */
  readonly published?: PageDate
  /** `Updated`, `Last modified`, `Last reviewed`. */
  readonly updated?: PageDate
  /** A line that is a date and little else. */
  readonly plain?: PageDate
}

const updatedWords =
  '(?:(?:last|latest|recently|medically) )?(?:updated?|modified|edited|reviewed|revised)|mis(?:e)? à jour|modifié|actualizado|actualización|aktualisiert|aggiornato|ultimo aggiornamento|atualizado|bijgewerkt|güncelle\\p{L}+|обновлено|оновлено|آخر تحديث|تم التحديث'
const publishedWords =
  '(?:(?:first|originally) )?(?:published|posted|created|released|issued)|publié|publicado|publicación|veröffentlicht|pubblicato|gepubliceerd|yayın\\p{L}*|опубликовано|опубліковано|نشر(?:ت)?|تاريخ النشر|date'
const label = new RegExp(
  `(?<![\\p{L}-])(?:(?<updated>${updatedWords})|(?<published>${publishedWords}))(?![\\p{L}-])`,
  'giu',
)

type Labelled = { readonly kind: 'published' | 'updated' | 'plain'; readonly text: string }

/** Finds the dates that belong to the article; below the text, only labeled ones. */
export function printedDates({ head, titleAt, foot }: HeadLines, order: DayOrder | undefined): PrintedDates {
  const after = labelled(head.slice(titleAt + 1), 90)
  const before = labelled(titleAt < 0 ? [] : head.slice(0, titleAt), 50)
  const end = labelled(
    foot.filter((line) => line.length <= 300),
    0,
  )
  const dateOf = (pieces: readonly Labelled[], kind: Labelled['kind']): PageDate | undefined => {
    for (const piece of pieces) {
      const date = piece.kind === kind ? readDate(piece.text, order) : undefined
      if (date !== undefined) return date
    }
    return undefined
  }
  const published = dateOf(after, 'published') ?? dateOf(before, 'published') ?? dateOf(end, 'published')
  const updated = dateOf(after, 'updated') ?? dateOf(before, 'updated') ?? dateOf(end, 'updated')
  const plain = dateOf(after, 'plain') ?? dateOf(before, 'plain')
  return defined({ published, updated, plain })
}

/** Divides lines at their labels; a label alone on its line applies to the date on the next. Longer unlabeled lines aren't dates. */
function labelled(lines: readonly string[], longestPlain: number): Labelled[] {
  const pieces: Labelled[] = []
  let carried: 'published' | 'updated' | undefined
  for (const line of lines) {
    const marks = [...line.slice(0, 300).matchAll(label)]
    const first = marks[0]?.index ?? line.length
    if (marks.length === 0 || /\p{Nd}/u.test(line.slice(0, first))) {
      const text = line.slice(0, first)
      if (carried !== undefined || text.length <= longestPlain) pieces.push({ kind: carried ?? 'plain', text })
    }
    carried = undefined
    for (const [i, mark] of marks.entries()) {
      const kind = mark.groups?.updated === undefined ? 'published' : 'updated'
      const text = line.slice(mark.index + mark[0].length, marks[i + 1]?.index).slice(0, 80)
      if (/\p{Nd}/u.test(text)) pieces.push({ kind, text })
      else carried = i === marks.length - 1 && text.length <= 20 ? kind : undefined
    }
  }
  return pieces
}

/** When the page was published and last changed by its own account; ISO 8601 with zone. */
export type PageDates = { readonly publishedAt?: string; readonly updatedAt?: string }

const publishedMetas = (
  'article:published_time og:article:published_time og:published_time datepublished date.issued dc.date.issued ' +
  'dcterms.created dcterms.date dc.date parsely-pub-date sailthru.date cxenseparse:recs:publishtime publish-date ' +
  'publishdate publish_date published published-date publication-date citation_publication_date citation_online_date article:publish_date dateposted publication_date article.published date_published pubdate cxenseparse:publishtime date ' +
  'dcterms.issued originalpublicationdate article_date_original bt:pubdate datecreated'
).split(' ')
const updatedMetas = (
  'article:modified_time og:article:modified_time og:updated_time article:updated_time datemodified dcterms.modified ' +
  'last-modified lastmod modified revision_date date_modified article.updated updated updated-date modified-date updated_date'
).split(' ')

/** A little more than a day: a page dated later than its fetch has a wrong date. */
const toleranceMs = 36 * 3_600_000

/** Whether a time is later than the fetch, and so must be wrong. Both ISO 8601. */
export function isTooLate(time: string, fetchedAt: string | undefined): boolean {
  return fetchedAt !== undefined && Date.parse(time) > Date.parse(fetchedAt) + toleranceMs
}

/**
 * Dates from the structured data, then meta tags, then what is marked or printed near the headline, then the URL. Refuses a date later than
 * the fetch from any source. Where a page has only the time of an update, and the feed none, that is the latest possible time of
 * publication.
 */
export function readDates(page: {
  readonly node: JsonLdNode | undefined
  readonly nodes: readonly JsonLdNode[]
  readonly facts: PageFacts
  readonly url: string
  readonly lines: HeadLines
  readonly feedPublishedAt: string | undefined
  /** ISO 8601; without it no date is too late. */
  readonly fetchedAt?: string | undefined
}): PageDates {
  const { node, nodes, facts, url, lines, feedPublishedAt, fetchedAt } = page
  const times = facts.times.map(({ text }) => text)
  const order = dayOrderOf({ lines: [...lines.head, ...lines.foot, ...times], language: facts.language, url })
  const first = (...dates: (PageDate | undefined)[]): PageDate | undefined =>
    dates.find((date) => date !== undefined && !isTooLate(date.iso, fetchedAt))
  const printed = printedDates(lines, order)
  const bylines = printedDates({ head: facts.bylines.slice(0, 12), titleAt: -1, foot: [], signing: [] }, order)
  const near = nearTimes(facts, lines)
  const inUrl = dateInUrl(url)
  const published = first(
    dateIn(node?.fields.datePublished),
    dateIn(node?.fields.dateCreated),
    ...metaDates(facts, publishedMetas),
    ...timeDates(near.filter((time) => time.isPublished)),
    ...(node === undefined ? [pageNodeDate(nodes, 'datePublished')] : []),
    printed.published,
    ...timeDates(near.filter((time) => !time.isModified && !isUpdate(time, lines))),
    inUrl !== undefined && printed.plain !== undefined && !areNear(inUrl, printed.plain) ? inUrl : printed.plain,
    inUrl,
    bylines.published,
    bylines.plain,
    dateIn(nodes.find(({ fields }) => fields.uploadDate)?.fields.uploadDate),
    ...timeDates(alike(facts.times.filter((time) => time.isPublished))),
    ...timeDates(alike(facts.times.filter((time) => !time.isModified))),
  )
  const updated = first(
    dateIn(node?.fields.dateModified),
    ...metaDates(facts, updatedMetas),
    ...(node === undefined ? [pageNodeDate(nodes, 'dateModified')] : []),
    printed.updated,
    ...timeDates(near.filter((time) => time.isModified || isUpdate(time, lines))),
    bylines.updated,
    ...timeDates(alike(facts.times.filter((time) => time.isModified))),
  )
  const own = published ?? (feedPublishedAt === undefined ? first(printed.updated) : undefined)
  const publishedAt = own === undefined ? feedPublishedAt : givenTime(alignWithFeed(own, feedPublishedAt))
  const updatedAt = updated === undefined ? undefined : alignZone(updated, published, publishedAt)
  const isLater =
    updatedAt !== undefined && (publishedAt === undefined || Date.parse(updatedAt) > Date.parse(publishedAt))
  return defined({ publishedAt, updatedAt: isLater ? updatedAt : undefined })
}

/** The `time` elements below the headline; if there are none, those above it. */
function nearTimes(facts: PageFacts, { head, titleAt }: HeadLines): PageFacts['times'] {
  const within = (lines: readonly string[]): PageFacts['times'] =>
    facts.times.filter(({ text }) => text.length >= 4 && lines.some((line) => line.includes(text)))
  const under = within(head.slice(titleAt + 1))
  return under.length > 0 ? under : within(head)
}

/** Times that all have the same day; where they differ, some belong to other articles. */
function alike(times: PageFacts['times']): PageFacts['times'] {
  const days = new Set(timeDates(times).map((date) => date?.iso.slice(0, 10)))
  days.delete(undefined)
  return days.size === 1 ? times : []
}

function isUpdate({ text }: PageFacts['times'][number], { head }: HeadLines): boolean {
  const at = head.findIndex((line) => line.includes(text))
  const before = `${head[at - 1] ?? ''} ${head[at]?.split(text)[0] ?? ''}`
  return /\b(?:updated|modified|reviewed|edited)\W*(?:on|at|by)?\W*$/i.test(before)
}

function areNear(a: PageDate, b: PageDate): boolean {
  return Math.abs(Date.parse(a.iso) - Date.parse(b.iso)) <= 2 * toleranceMs
}

/** The date of the page itself, where its data describes no article. */
function pageNodeDate(nodes: readonly JsonLdNode[], field: string): PageDate | undefined {
  const page = nodes.find(
    ({ types, fields }) =>
      fields[field] !== undefined && types.some((type) => /Page$|^(?:Recipe|HowTo|WebSite)$/.test(type)),
  )
  return dateIn(page?.fields[field])
}

/** A page writes both its dates in one zone: the zone found for the first applies to the second. */
function alignZone(updated: PageDate, published: PageDate | undefined, publishedAt: string | undefined): string {
  if (updated.hasZone || !updated.hasTime || published === undefined || published.hasZone) return updated.iso
  const zone = /(?:Z|[+-]\d\d:\d\d)$/.exec(publishedAt ?? '')?.[0] ?? 'Z'
  return published.hasTime ? updated.iso.replace(/Z$/, zone) : updated.iso
}

function dateIn(value: unknown): PageDate | undefined {
  const text = textIn(value)
  return text === undefined ? undefined : readDate(text)
}

function metaDates(facts: PageFacts, names: readonly string[]): (PageDate | undefined)[] {
  return names.map((name) => {
    const content = facts.metas.get(name)?.[0]
    return content === undefined ? undefined : readDate(content)
  })
}

function timeDates(times: PageFacts['times']): (PageDate | undefined)[] {
  return times.slice(0, 8).map(({ datetime, text }) => readDate(datetime) ?? readDate(text))
}

function dateInUrl(url: string): PageDate | undefined {
  const match =
    /\/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/\-_.+]|$)/.exec(url) ?? /[/-](20\d\d)(\d\d)(\d\d)(?=[/\-_.])/.exec(url)
  return match === null ? undefined : readDate(`${match[1]}-${match[2]}-${match[3]}`)
}
