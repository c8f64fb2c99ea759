import { defined } from '../../core/defined.ts'
import type { FeedPlace } from '../../core/entry.ts'
import { numberOf } from '../read-number.ts'
import { allElements, oneLine, textIn } from './feed-elements.ts'
import { textOf } from './xml-text.ts'
import type { XmlElement } from './xml-tree.ts'

const MOST = 50

/**
 * The places of an entry: points of GeoRSS (simple, GML, W3C) and `podcast:location`. Leaves out lines and areas, which have no single
 * place, and invalid coordinates.
 */
export function readPlaces(element: XmlElement): readonly FeedPlace[] {
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
  return distinct([...points, ...plain, ...spoken]).slice(0, MOST)
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
