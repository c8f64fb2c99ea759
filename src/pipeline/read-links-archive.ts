import { decode } from '../feeds/decode.ts'
import type { KeptLink, KeptLinks } from '../feeds/kept-link.ts'
import { readKeptLinks } from '../feeds/kept-links.ts'
import { readZip } from './read-zip.ts'

/**
 * The links of an archive as Pocket (`part_….csv`) and Omnivore (`metadata_….json`, `content/….html`) give it. Undefined when there
 * are none in it. Files of the archive that are not understood are named.
 */
export function readLinksArchive(archive: Uint8Array, maxBytes: number): KeptLinks | undefined {
  const zip = readZip(archive, (name) => /\.(?:csv|json|html?|md)$/i.test(name) && !/^__MACOSX\//.test(name), maxBytes)
  if (!zip) return undefined
  const links: KeptLink[] = []
  const skipped = [...zip.skipped]
  const texts = new Map<string, Uint8Array>()
  let program: string | undefined
  for (const { name, bytes } of zip.members) {
    const slug = /(?:^|\/)content\/([^/]+)\.html?$/i.exec(name)?.[1]
    if (slug !== undefined) {
      texts.set(slug, bytes)
      continue
    }
    const file = readKeptLinks(decode(bytes).text)
    if (!file) {
      skipped.push(`${name.slice(0, 200)} in the archive: no list of links; keep the file.`)
      continue
    }
    program ??= file.program
    links.push(...file.links)
    skipped.push(...file.skipped.map((line) => `${name.slice(0, 200)}: ${line}`))
  }
  if (program === undefined) return undefined
  return { program, skipped, links: links.map((link) => withText(link, texts)) }
}

function withText(link: KeptLink, texts: ReadonlyMap<string, Uint8Array>): KeptLink {
  const bytes = link.slug === undefined ? undefined : texts.get(link.slug)
  return bytes ? { ...link, contentHtml: decode(bytes, 'text/html').text } : link
}
