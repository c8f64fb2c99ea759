/** A file of an evidence pack. */
export type PackedFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** Reading the archive of a pack: `other` says what another program would write differently, and where. */
export type ReadArchive =
  | { readonly kind: 'read'; readonly files: readonly PackedFile[] }
  | { readonly kind: 'other'; readonly why: string }

const [localSign, centralSign, endSign] = [0x04034b50, 0x02014b50, 0x06054b50]
const [localLength, centralLength, endLength] = [30, 46, 22]
/** 1 January 1980, the first day ZIP knows. */
const firstDay = 0x21
/** ZIP 1.0: no compression, no folders. */
const zipVersion = 10

/** Names that are safe to unpack anywhere: ASCII, at most one folder, nothing that leads elsewhere. */
const safeName = /^(?:[A-Za-z0-9][\w-]*\/)?[A-Za-z0-9][\w-]*(?:\.[A-Za-z0-9]+)+$/

export function isSafeName(name: string): boolean {
  return safeName.test(name)
}

/** Files in the order a pack has them: by name, each once. Throws for a name that isn't safe or appears twice. */
export function inPackOrder<File extends { readonly name: string }>(files: readonly File[]): readonly File[] {
  const ordered = files.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  for (const [index, { name }] of ordered.entries())
    if (!isSafeName(name) || name === ordered[index - 1]?.name) throw new Error(`${name} can't be a file of a pack`)
  return ordered
}

/**
 * Files as a ZIP archive in the only form a pack may have: by name, uncompressed, without times, comments or anything else that no
 * hash covers. So the files alone determine each byte, whichever compressor a later version has, and nothing can expand when it is read.
 */
export function* writeStoredZip(files: readonly PackedFile[]): Generator<Uint8Array<ArrayBuffer>> {
  const facts = files.map((file) => ({ ...file, size: file.bytes.length, crc: crc32(file.bytes) }))
  for (const part of storedZipParts(facts)) yield part instanceof Uint8Array ? part : part.bytes
}

/** The most bytes an archive of this form can have. */
export const mostZipBytes = 2 ** 32 - 1

/** The same for files whose contents aren't in memory: the archive around them, and each file where its content belongs. */
export function* storedZipParts<File extends { readonly name: string; readonly size: number; readonly crc: number }>(
  files: readonly File[],
): Generator<Uint8Array<ArrayBuffer> | File> {
  const central: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  const ordered = inPackOrder(files)
  for (const file of ordered) {
    const { name, crc } = file
    const facts = [zipVersion, 0, 0, 0, firstDay] as const
    const size = [crc, file.size, file.size] as const
    const encoded = new TextEncoder().encode(name)
    const head = record(localLength, [
      [4, localSign],
      ...facts.map(two),
      ...size.map(four),
      two(encoded.length),
      two(0),
    ])
    central.push(
      record(centralLength, [
        [4, centralSign],
        two(zipVersion),
        ...facts.map(two),
        ...size.map(four),
        ...[encoded.length, 0, 0, 0, 0].map(two),
        four(0),
        four(offset),
      ]),
      encoded,
    )
    offset += localLength + encoded.length + file.size
    yield head
    yield encoded
    yield file
  }
  yield* central
  const length = central.reduce((sum, part) => sum + part.length, 0)
  const count = ordered.length
  yield record(endLength, [[4, endSign], ...[0, 0, count, count].map(two), four(length), four(offset), two(0)])
}

/** The files of an archive that `writeStoredZip` wrote, to the byte; anything else is `other`. Never unpacks anything. */
export function readStoredZip(archive: Uint8Array<ArrayBuffer>): ReadArchive {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const files: PackedFile[] = []
  let at = 0
  while (at + localLength <= archive.length && view.getUint32(at, true) === localSign) {
    if (view.getUint16(at + 8, true) !== 0) return { kind: 'other', why: `the file at byte ${at} is compressed` }
    const size = view.getUint32(at + 18, true)
    const start = at + localLength + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    if (start + size > archive.length) return { kind: 'other', why: `the file at byte ${at} doesn't end` }
    const name = new TextDecoder().decode(
      archive.subarray(at + localLength, at + localLength + view.getUint16(at + 26, true)),
    )
    if (!isSafeName(name)) return { kind: 'other', why: `the name at byte ${at} isn't one a pack can have` }
    const last = files.at(-1)
    if (last && last.name >= name) return { kind: 'other', why: `${name} appears twice, or out of order` }
    files.push({ name, bytes: archive.subarray(start, start + size) })
    at = start + size
  }
  if (files.length === 0) return { kind: 'other', why: 'it isn’t a ZIP archive' }
  return { kind: 'read', files }
}

/** The first byte at which an archive differs from what `writeStoredZip` makes of these files; undefined when none does. */
export function firstForeignByte(archive: Uint8Array, files: readonly PackedFile[]): number | undefined {
  let at = 0
  for (const part of writeStoredZip(files)) {
    for (let index = 0; index < part.length; index++) if (archive[at + index] !== part[index]) return at + index
    at += part.length
  }
  return at === archive.length ? undefined : at
}

type Field = readonly [length: 2 | 4, value: number]
const two = (value: number): Field => [2, value]
const four = (value: number): Field => [4, value]

function record(length: number, fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += size
  }
  return bytes
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 as ZIP has it, of what continues bytes with the CRC `before`. It finds accidents, not attacks: those are found by SHA-256. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = ~before
  for (const byte of bytes) value = (value >>> 8) ^ (crcTable[(value ^ byte) & 255] ?? 0)
  return (value ^ 0xffffffff) >>> 0
}
