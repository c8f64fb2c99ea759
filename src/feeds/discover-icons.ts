import { htmlTags } from './html-tags.ts'
import { resolveUrl } from './resolve-url.ts'

/** Each tag needs a URL parsed, and a page can contain a million. */
const maxTags = 10_000
const maxIcons = 3
/** Lists show icons small: this many pixels a side is enough even on dense screens. */
const wantedSide = 64

/** URLs of a site's icons, best for a list first: those the page declares, then the usual path. */
export function discoverIcons(html: string, pageUrl: string): readonly string[] {
  const found: { readonly url: string; readonly distance: number }[] = []
  let base = pageUrl
  let count = 0
  for (const { name, attributes } of htmlTags(html, new Set(['base', 'link']))) {
    const href = attributes.href?.trim()
    if (!href) continue
    if (++count > maxTags) break
    const url = webUrl(href, base)
    if (url === undefined) continue
    if (name === 'base') base = url
    else if (isIcon(attributes)) found.push({ url, distance: distanceOf(attributes) })
  }
  const usual = webUrl('/favicon.ico', pageUrl)
  const best = found.toSorted((a, b) => a.distance - b.distance).map(({ url }) => url)
  return [...new Set([...[...new Set(best)].slice(0, maxIcons), ...(usual === undefined ? [] : [usual])])]
}

/** Excludes drawings (SVG, which are documents) and mask icons, which browsers fill with one color. */
function isIcon({ rel = '', type = '', href = '' }: Readonly<Record<string, string>>): boolean {
  const relations = rel.toLowerCase().split(/\s+/)
  const isNamed = relations.some((relation) => /^(?:icon|apple-touch-icon(?:-precomposed)?)$/.test(relation))
  return isNamed && !/svg/i.test(type) && !/\.svg(?:[?#]|$)/i.test(href)
}

function distanceOf({ sizes = '', rel = '' }: Readonly<Record<string, string>>): number {
  const sides = [...sizes.matchAll(/(\d{1,4})x\d{1,4}/gi)].map(([, side]) => Number(side))
  const usual = /apple/i.test(rel) ? 180 : 16
  return Math.min(...(sides.length > 0 ? sides : [usual]).map((side) => Math.abs(Math.log2(side / wantedSide))))
}

function webUrl(href: string, base: string): string | undefined {
  const url = URL.parse(resolveUrl(href, base))
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}
