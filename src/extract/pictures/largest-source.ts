const size = /^([\d.]+)[wx](?:,(.*))?$/s

/**
 * The address of the largest picture of a `srcset`, the first of several as large; undefined where there is none. Linear, for a
 * `srcset` of anything. https://html.spec.whatwg.org/multipage/images.html#srcset-attributes
 */
export function largestSource(srcset: string | undefined): string | undefined {
  if (srcset === undefined) return undefined
  let best: { readonly url: string; readonly size: number } | undefined
  let url = ''
  const take = (given: number): void => {
    const address = withoutCommas(url)
    if (address !== '' && (best === undefined || given > best.size)) best = { url: address, size: given }
    url = ''
  }
  for (const word of srcset.slice(0, 20_000).split(/\s+/)) {
    const [, given, rest = ''] = url === '' ? [] : (size.exec(word) ?? [])
    if (given !== undefined) {
      take(Number(given) || 0)
      url = rest
      continue
    }
    if (url !== '') take(1)
    url = word
    if (word.endsWith(',')) take(1)
  }
  take(1)
  return best?.url
}

function withoutCommas(url: string): string {
  let [start, end] = [0, url.length]
  while (start < end && url[start] === ',') start++
  while (end > start && url[end - 1] === ',') end--
  return url.slice(start, end)
}
