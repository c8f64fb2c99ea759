import type { QuoteStyle } from './house-style.ts'
import type { DateStyle } from './render-tokens.ts'

type FeedKind =
  | 'rss with full text'
  | 'rss with summaries'
  | 'rdf'
  | 'atom with full text'
  | 'atom with summaries'
  | 'json feed'

/** How a page describes itself to programs. */
type MetadataKind = 'json-ld' | 'json-ld graph' | 'open graph' | 'dublin core' | 'time element only'

type FigureKind = 'credit in a span' | 'credit in brackets' | 'photo div'

/** An invented outlet: how it writes, how its pages are built, and what its feed looks like. */
export type Outlet = {
  readonly id: string
  readonly name: string
  readonly language: 'en' | 'fr' | 'ar'
  readonly tagline: string
  readonly folder: string
  /** The owner; outlets of one family are not independent of each other. */
  readonly family?: string
  readonly quotes: QuoteStyle
  readonly dates: DateStyle
  readonly feed: { readonly kind: FeedKind; readonly path: string }
  readonly metadata: MetadataKind
  readonly figure: FigureKind
  /** The site's URL pattern, from `{section}`, `{year}`, `{month}`, `{day}`, `{slug}` and `{number}`. */
  readonly path: string
}

const english = { language: 'en', order: 'day-month' } as const
const american = { language: 'en', order: 'month-day' } as const

/** The nine outlets of the demo edition, all invented. Their page templates are `edition/<id>/page.html`. */
export const outlets: readonly Outlet[] = [
  {
    id: 'aldmere-courier',
    name: 'Aldmere Courier',
    language: 'en',
    tagline: 'The daily of the capital',
    folder: 'National',
    family: 'Northgate Newspapers',
    quotes: 'single curly',
    dates: english,
    feed: { kind: 'rss with full text', path: 'rss.xml' },
    metadata: 'json-ld',
    figure: 'credit in a span',
    path: '{section}/{year}/{month}/{day}/{slug}',
  },
  {
    id: 'corran-today',
    name: 'Corran Today',
    language: 'en',
    tagline: 'First with the news',
    folder: 'National',
    family: 'Northgate Newspapers',
    quotes: 'single straight',
    dates: english,
    feed: { kind: 'rss with summaries', path: 'feed' },
    metadata: 'open graph',
    figure: 'credit in brackets',
    path: '{section}/{slug}-{number}.html',
  },
  {
    id: 'radio-corran',
    name: 'Radio Corran',
    language: 'en',
    tagline: 'Public radio for all of Corran',
    folder: 'National',
    quotes: 'double curly',
    dates: english,
    feed: { kind: 'atom with summaries', path: 'atom.xml' },
    metadata: 'json-ld graph',
    figure: 'credit in a span',
    path: '{section}/{slug}',
  },
  {
    id: 'sella-valley-echo',
    name: 'Sella Valley Echo',
    language: 'en',
    tagline: 'Quillbeck, Ferrow, Lower Haddow',
    folder: 'Regional',
    quotes: 'single straight',
    dates: english,
    feed: { kind: 'rdf', path: 'index.rdf' },
    metadata: 'time element only',
    figure: 'photo div',
    path: '{year}-{month}-{day}/{slug}/',
  },
  {
    id: 'harbour-gazette',
    name: 'Harbour Gazette',
    language: 'en',
    tagline: 'Port Linnet and the islands',
    folder: 'Regional',
    quotes: 'single curly',
    dates: english,
    feed: { kind: 'json feed', path: 'feed.json' },
    metadata: 'json-ld',
    figure: 'credit in brackets',
    path: 'articles/{slug}',
  },
  {
    id: 'meridian',
    name: 'The Meridian',
    language: 'en',
    tagline: 'Business, at length',
    folder: 'Business',
    quotes: 'double curly',
    dates: american,
    feed: { kind: 'atom with full text', path: 'atom.xml' },
    metadata: 'json-ld',
    figure: 'credit in a span',
    path: '{section}/{slug}',
  },
  {
    id: 'ostvala-observer',
    name: 'Ostvala Observer',
    language: 'en',
    tagline: 'From Brisane',
    folder: 'Abroad',
    quotes: 'double straight',
    dates: english,
    feed: { kind: 'rss with summaries', path: 'rss' },
    metadata: 'dublin core',
    figure: 'credit in a span',
    path: '{year}/{month}/{slug}',
  },
  {
    id: 'le-relais',
    name: 'Le Relais de Brisane',
    language: 'fr',
    tagline: 'L’actualité de part et d’autre de la frontière',
    folder: 'Abroad',
    quotes: 'french',
    dates: { language: 'fr', order: 'day-month' },
    feed: { kind: 'rss with full text', path: 'rss.xml' },
    metadata: 'json-ld',
    figure: 'credit in a span',
    path: 'article/{slug}.html',
  },
  {
    id: 'sada-al-marfa',
    name: 'صدى المرفأ',
    language: 'ar',
    tagline: 'أخبار الموانئ وما وراءها',
    folder: 'Abroad',
    quotes: 'arabic',
    dates: { language: 'ar', order: 'day-month' },
    feed: { kind: 'rss with summaries', path: 'rss.xml' },
    metadata: 'open graph',
    figure: 'credit in a span',
    path: 'news/{number}',
  },
]

/** The invented agency whose dispatches the outlets print. It has no site and no feed, only a credit line. */
export const agency = { id: 'cpa', name: 'Corran Press Agency', credit: 'CPA' } as const
