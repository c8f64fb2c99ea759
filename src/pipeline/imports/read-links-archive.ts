import { inflateRawSync } from 'node:zlib'
import { decode } from '../../feeds/decode.ts'
import { readLinkExport } from '../../feeds/links/read-link-export.ts'
import type { LinkExport, SavedLink } from '../../feeds/links/saved-link.ts'

type ZipMember = { readonly name: string; readonly bytes: Uint8Array }

const END = 0x06054b50
const MEMBER = 0x02014b50
/** A comment of maximum size plus the record itself: the farthest the end record can be from the end (APPNOTE 4.3.16). */
const FARTHEST_END = 65_557
const MAX_MEMBERS = 100_000
/** The minimum cost of a member that cannot be unpacked: up to this much is unpacked before it is recognized as too large. */
const MIN_LOST = 16_384

/**
 * The members of a ZIP archive that `wants` selects, by its central directory (APPNOTE 4.3.12). Members that cannot be unpacked, or would
 * exceed `maxBytes` together with earlier ones, are named in `skipped`. A member is never unpacked beyond its declared size, and wasted
 * unpacking counts too: an archive whose members all point to one that is too large costs no more than another. Returns undefined when it
 * isn't an archive.
 */
export function readZip(
  archive: Uint8Array,
  wants: (name: string) => boolean,
  maxBytes: number,
): { readonly members: readonly ZipMember[]; readonly skipped: readonly string[] } | undefined {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  let end = archive.length - 22
  while (end >= 0 && end > archive.length - FARTHEST_END && view.getUint32(end, true) !== END) end--
  if (end < 0 || view.getUint32(end, true) !== END) return undefined
  const members: ZipMember[] = []
  const skipped: string[] = []
  let at = view.getUint32(end + 16, true)
  let left = maxBytes
  for (let count = 0; count < MAX_MEMBERS && at + 46 <= end && view.getUint32(at, true) === MEMBER; count++) {
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength))
    if (wants(name)) {
      const said = view.getUint32(at + 24, true)
      const isTooMuch = said > left || left <= 0
      const bytes = isTooMuch ? undefined : unpack(archive, view, at, said)
      if (bytes) members.push({ name, bytes })
      else skipped.push(`${name.slice(0, 200)} in the archive could not be unpacked.`)
      if (!isTooMuch) left -= bytes?.length ?? Math.max(said, MIN_LOST)
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { members, skipped }
}

function unpack(archive: Uint8Array, view: DataView, at: number, maxBytes: number): Uint8Array | undefined {
  const method = view.getUint16(at + 10, true)
  const size = view.getUint32(at + 20, true)
  const local = view.getUint32(at + 42, true)
  if (local + 30 > archive.length) return undefined
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const packed = archive.subarray(from, from + size)
  if (packed.length !== size) return undefined
  if (method === 0) return size <= maxBytes ? packed : undefined
  if (method !== 8) return undefined
  try {
    return new Uint8Array(inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) }))
  } catch {
    return undefined // broken or too large
  }
}

/**
 * The links of an archive from Pocket (`part_….csv`) or Omnivore (`metadata_….json`, `content/….html`). Returns undefined when it contains
 * none. Files that cannot be read are named.
 */
export function readLinksArchive(archive: Uint8Array, maxBytes: number): LinkExport | undefined {
  const zip = readZip(archive, (name) => /\.(?:csv|json|html?|md)$/i.test(name) && !/^__MACOSX\//.test(name), maxBytes)
  if (!zip) return undefined
  const links: SavedLink[] = []
  const skipped = [...zip.skipped]
  const texts = new Map<string, Uint8Array>()
  let program: string | undefined
  for (const { name, bytes } of zip.members) {
    const slug = /(?:^|\/)content\/([^/]+)\.html?$/i.exec(name)?.[1]
    if (slug !== undefined) {
      texts.set(slug, bytes)
      continue
    }
    const file = readLinkExport(decode(bytes).text)
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

function withText(link: SavedLink, texts: ReadonlyMap<string, Uint8Array>): SavedLink {
  const bytes = link.slug === undefined ? undefined : texts.get(link.slug)
  return bytes ? { ...link, contentHtml: decode(bytes, 'text/html').text } : link
}
