import type { Citation } from '../../core/citation.ts'
import type { FollowKind } from '../../core/marks.ts'
import type { AuditPart } from '../../operations/stories/audit-views.ts'
import { type Html, html, type Piece } from './html.ts'

export const storyPath = (id: string): string => `/stories/${encodeURIComponent(id)}`
/** A page of a story beside its overview. */
export type StoryTab = 'quotes' | 'timeline' | 'coverage' | 'changes'
export const storyTabPath = (
  id: string,
  tab: StoryTab,
  query: Readonly<Record<string, string | undefined>> = {},
): string => `${storyPath(id)}/${tab}${queryOf(query)}`
/** The quotations of one speaker in a story. */
export const speakerPath = (id: string, speaker: string): string => storyTabPath(id, 'quotes', { speaker })
/** A summary of a story at one length; written by a model if requested. */
export const summaryPath = (id: string, length: string, by?: 'model'): string =>
  `${storyPath(id)}/summary${queryOf({ length, by })}`
/** Two articles of a story side by side; without a choice the first two reports. */
export const comparePath = (id: string, two: { readonly a?: string; readonly b?: string } = {}): string =>
  `${storyPath(id)}/compare${queryOf({ a: two.a, b: two.b })}`
/** Two outlets compared, or what one of their figures counts; without outlets the form to choose them. */
export const outletsPath = (pair: {
  readonly a?: string | undefined
  readonly b?: string | undefined
  readonly from?: string
  readonly to?: string
  readonly list?: string
  readonly speaker?: string | undefined
  readonly page?: number | undefined
}): string => `/sources/compare${queryOf({ ...pair })}`
export const sourcePath = (id: string): string => `/sources/${encodeURIComponent(id)}`
export const entryPath = (id: string): string => `/entries/${encodeURIComponent(id)}`
/** Marks an entry read and leads to the outlet's page. */
export const originalPath = (id: string): string => `${entryPath(id)}/original`
/** The recording of an entry, starting at a second if given. */
export const heardPath = (id: string, seconds?: number): string =>
  `${entryPath(id)}/recording${queryOf({ t: seconds === undefined ? undefined : Math.floor(seconds) })}`
/** Its transcript. */
export const transcriptPath = (id: string, number: number): string => `${entryPath(id)}/transcripts/${number}`

export const choicePath = (id: string): string => `/choices/${encodeURIComponent(id)}`

/** The forms that move a story's articles, with one article selected for removal if given. */
export function arrangePath(id: string, options: { readonly article?: string } = {}): string {
  return `${storyPath(id)}/arrange${queryOf({ article: options.article })}`
}

/** An article, at one of its revisions and with a span marked if given. */
export function articlePath(
  id: string,
  options: { readonly revision?: string; readonly start?: number; readonly end?: number } = {},
): string {
  const { revision, start, end } = options
  const hasSpan = start !== undefined && end !== undefined
  const query = queryOf({ revision, start: hasSpan ? start : undefined, end: hasSpan ? end : undefined })
  return `/articles/${encodeURIComponent(id)}${query}${hasSpan ? '#cited' : ''}`
}

/** What changed between two revisions of an article; without a choice the last change. */
export function revisionsPath(
  id: string,
  { from, to, view }: { readonly from?: string; readonly to?: string; readonly view?: 'inline' | 'sides' } = {},
): string {
  return `/articles/${encodeURIComponent(id)}/changes${queryOf({ from, to, view })}`
}

/** The pages of an article as they were served, to download. */
export const keptPagePath = (id: string): string => `/articles/${encodeURIComponent(id)}/page.warc.gz`

/** The exact sentence of a citation: the page that every statement of ours opens. */
export function citationPath(citation: Pick<Citation, 'documentId' | 'span'>): string {
  return `/citations/${encodeURIComponent(citation.documentId)}/${citation.span.start}-${citation.span.end}`
}

/** The page of a rule and what it did. */
export function rulePath(id: string): string {
  return `/settings/rules/${encodeURIComponent(id)}`
}

export function watchPath(id: string): string {
  return `/settings/alerts/watches/${encodeURIComponent(id)}`
}

/** A story at the shared desk. */
export function deskPath(id: string): string {
  return `/desk/${encodeURIComponent(id)}`
}

/** Where something followed is shown. */
export function followedPath(kind: FollowKind, target: string): string {
  switch (kind) {
    case 'story':
      return storyPath(target)
    case 'source':
      return sourcePath(target)
    case 'topic':
      return `/${queryOf({ section: target })}`
    case 'search':
      return `/search${queryOf({ q: target })}`
    case 'entity':
      return `/people/${encodeURIComponent(target)}`
  }
}

/** The article list under a filter; what is absent follows the reader's preferences. */
export function articleListPath(
  filter: {
    readonly feedId?: string
    readonly folder?: string
    readonly show?: string
    readonly order?: string
    readonly look?: string
    readonly cursor?: string
  } = {},
): string {
  return `/feeds${queryOf({
    feed: filter.feedId,
    folder: filter.folder,
    show: filter.show,
    order: filter.order,
    look: filter.look,
    cursor: filter.cursor,
  })}`
}

/** `?a=1&b=2` of the defined values; empty when there are none. */
export function queryOf(values: Readonly<Record<string, string | number | undefined>>): string {
  const given: [string, string][] = []
  for (const name in values) if (values[name] !== undefined) given.push([name, String(values[name])])
  if (given.length === 0) return ''
  // A list has hundreds of links, and nearly all of their values are letters and digits.
  if (given.every(([, value]) => plain.test(value)))
    return `?${given.map(([name, value]) => `${name}=${value}`).join('&')}`
  return `?${new URLSearchParams(given)}`
}

/** Unchanged in a form (URL Standard, application/x-www-form-urlencoded percent-encode set). */
const plain = /^[\w.*-]*$/

/** A link to another site, only for http and https; anything else a feed may contain stays plain text. */
export function outLink(url: string | undefined, label: Piece, attributes?: Html): Html {
  return isWebUrl(url)
    ? html`<a href="${url}" rel="noreferrer noopener external"${attributes}>${label}</a>`
    : html`${label}`
}

/** True for an absolute http or https URL. */
export function isWebUrl(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url)
}

/** Host of a URL for display, without `www.`; the text itself when it isn't a URL. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url
}

/** The form for a note on words of an article, by their place in one of its revisions. */
export function notePath(articleId: string, { documentId, span }: Pick<Citation, 'documentId' | 'span'>): string {
  return `/notes/new${queryOf({ article: articleId, revision: documentId, start: span.start, end: span.end })}`
}

export function opmlImportPath(id: string): string {
  return `/settings/import/lists/${encodeURIComponent(id)}`
}

export const movePath = '/settings/import/move'

/** The evidence pack of a story; with `.zip` the file itself. */
export const packPath = (id: string): string => `${storyPath(id)}/pack`

/** The audit of a story; with options, of one part of it, and a page of that. */
export function auditPath(
  id: string,
  of: { readonly part?: AuditPart | undefined; readonly page?: number } = {},
): string {
  return `${storyPath(id)}/audit${queryOf({ part: of.part, page: of.page === 1 ? undefined : of.page })}`
}

/** The audit of this server, at a part of it if given. */
export function serverAuditPath(at?: 'scores' | 'checks'): string {
  return at === undefined ? '/audit' : `/audit#${at}`
}
