import { defined } from '../../core/defined.ts'
import type { FeedEntry, FeedLink, FeedPlace, ReplyTo } from '../../core/entry.ts'
import type { Participant } from '../../core/feed/entry-media.ts'
import { countOf, numberOf } from '../read-number.ts'
import { resolveLink } from '../resolve-url.ts'
import { allElements, oneLine, relationOf, textIn, titleIn } from './feed-elements.ts'
import { readRecording } from './read-recording.ts'
import { textOf } from './xml-text.ts'
import type { XmlElement } from './xml-tree.ts'

const MAX_LINKS = 100

/** What an entry replies to and its number of replies (RFC 4685, slash module), and its `via` and `related` links. */
function readThread(
  element: XmlElement,
  base: string,
): Pick<FeedEntry, 'replyCount' | 'inReplyTo' | 'via' | 'related'> {
  const inReplyTo = allElements(element, 'thr:in-reply-to').flatMap((reply): ReplyTo[] => {
    const id = reply.attributes.ref?.trim()
    const url = resolveLink(reply.attributes.href, reply.base || base)
    return id || url ? [defined({ id: id || undefined, url: url || undefined })] : []
  })
  const links = allElements(element, 'link').filter((link) => link.attributes.rel !== undefined)
  const replyCount =
    countOf(textIn(element, 'thr:total', 'slash:comments')) ??
    countOf(
      links.find((link) => relationOf(link) === 'replies' && link.attributes['thr:count'])?.attributes['thr:count'],
    )
  const via = linksWith(links, 'via', base)
  const related = linksWith(links, 'related', base)
  return defined({
    replyCount,
    inReplyTo: inReplyTo.length > 0 ? inReplyTo.slice(0, MAX_LINKS) : undefined,
    via: via.length > 0 ? via : undefined,
    related: related.length > 0 ? related : undefined,
  })
}

function linksWith(links: readonly XmlElement[], relation: string, base: string): readonly FeedLink[] {
  const found = new Map<string, FeedLink>()
  for (const link of links) {
    if (relationOf(link) !== relation) continue
    const url = resolveLink(link.attributes.href, link.base || base)
    const title = oneLine(link.attributes.title ?? '')
    if (url && !found.has(url)) found.set(url, { url, ...defined({ title: title || undefined }) })
  }
  return [...found.values()].slice(0, MAX_LINKS)
}

/** Fields that only some feeds have. Missing ones stay absent: none is derived from others. */
type EntryExtras = Pick<FeedEntry, 'replyCount' | 'inReplyTo' | 'via' | 'related' | 'places' | 'rights' | 'recording'>

type Sort = 'thread' | 'places' | 'rights' | 'recording'

/** Elements that show that a module is present, so that an entry without any is scanned only once. */
const SORTS: readonly (readonly [Sort, readonly string[]])[] = [
  ['thread', ['thr:in-reply-to', 'thr:total', 'slash:comments']],
  ['places', ['georss:point', 'georss:where', 'geo:lat', 'geo:point', 'podcast:location']],
  ['rights', ['rights', 'dc:rights', 'copyright', 'media:copyright']],
  [
    'recording',
    [
      'itunes:duration',
      'itunes:season',
      'itunes:episode',
      'itunes:episodetype',
      'itunes:explicit',
      'psc:chapters',
      'podcast:chapters',
      'podcast:transcript',
      'podcast:person',
      'podcast:soundbite',
      'podcast:season',
      'podcast:episode',
    ],
  ],
]

const SORT_OF: ReadonlyMap<string, Sort> = new Map(
  SORTS.flatMap(([sort, names]) => names.map((name) => [name, sort] as const)),
)

/** Reads the modules that few feeds use: podcasts, places, threads, rights. `cast` are the participants of the whole feed. */
export function readExtras(element: XmlElement, base: string, cast: readonly Participant[]): EntryExtras {
  const sorts = sortsIn(element)
  const places = sorts.has('places') ? readPlaces(element) : []
  const rights = sorts.has('rights')
    ? titleIn(element, 'rights', 'dc:rights', 'copyright', 'media:copyright')
    : undefined
  const recording = sorts.has('recording') || cast.length > 0 ? readRecording(element, base, cast) : undefined
  return {
    ...(sorts.has('thread') && readThread(element, base)),
    ...defined({ places: places.length > 0 ? places : undefined, rights: rights || undefined, recording }),
  }
}

function sortsIn(element: XmlElement): ReadonlySet<Sort> {
  const found = new Set<Sort>()
  for (const child of element.children) {
    if (typeof child === 'string') continue
    const sort = child.name === 'link' && child.attributes.rel !== undefined ? 'thread' : SORT_OF.get(child.name)
    if (sort !== undefined) found.add(sort)
  }
  return found
}

const MAX_PLACES = 50

/**
 * The places of an entry: points of GeoRSS (simple, GML, W3C) and `podcast:location`. Leaves out lines and areas, which have no single
 * place, and invalid coordinates.
 */
function readPlaces(element: XmlElement): readonly FeedPlace[] {
  const name = oneLine(textIn(element, 'georss:featurename') ?? '')
  const points = [
    ...allElements(element, 'georss:point').map((point) => ({ point: textOf(point), named: attributeName(point) })),
    ...allElements(element, 'georss:where')
      .flatMap((where) => allElements(where, 'gml:point'))
      .map((point) => ({ point: textIn(point, 'gml:pos', 'gml:coordinates') ?? '', named: '' })),
  ].flatMap(({ point, named }) => placed(point.trim().split(/[\s,]+/), named || name))
  const plain = [element, ...allElements(element, 'geo:point')].flatMap((holder) =>
    placed([textIn(holder, 'geo:lat') ?? '', textIn(holder, 'geo:long', 'geo:lon') ?? ''], name),
  )
  const spoken = allElements(element, 'podcast:location').flatMap((location): FeedPlace[] => {
    const called = oneLine(textOf(location))
    const [, latitude = '', longitude = ''] =
      /^geo:([^,;]+),([^,;]+)/i.exec(location.attributes.geo?.trim() ?? '') ?? []
    const found = placed([latitude, longitude], called)
    return found.length > 0 || called === '' ? found : [{ name: called }]
  })
  return distinct([...points, ...plain, ...spoken]).slice(0, MAX_PLACES)
}

function attributeName(point: XmlElement): string {
  return oneLine(point.attributes.featurename ?? '')
}

function placed([latitudeText, longitudeText, ...more]: readonly string[], name: string): FeedPlace[] {
  const latitude = numberOf(latitudeText, -90, 90)
  const longitude = numberOf(longitudeText, -180, 180)
  // Two numbers are a point; a third means a line, or a height, which a GeoRSS point does not have.
  if (latitude === undefined || longitude === undefined || more.length > 0) return []
  return [{ ...defined({ name: name || undefined }), latitude, longitude }]
}

function distinct(places: readonly FeedPlace[]): FeedPlace[] {
  const seen = new Set<string>()
  return places.filter(({ name, latitude, longitude }) => {
    const key = latitude === undefined ? (name ?? '') : `${latitude} ${longitude}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
