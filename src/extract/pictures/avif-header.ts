import type { PictureHeader } from '../../core/article.ts'

const code = (name: string) => [...name].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0)
const [ftyp, avif, avis, meta, iprp, ipco, ispe, irot, moov, trak, tkhd] = [
  'ftyp',
  'avif',
  'avis',
  'meta',
  'iprp',
  'ipco',
  'ispe',
  'irot',
  'moov',
  'trak',
  'tkhd',
].map(code)

type Box = { readonly kind: number; readonly start: number; readonly end: number }

/** More consecutive boxes than any picture has. */
const MAX_BOXES = 64

/**
 * AVIF (in the boxes of ISO 14496-12 and 23008-12): the size is a property of the image item. A file may also contain a thumbnail or a
 * depth map; the largest item is the picture. The tracks of a sequence have their own sizes.
 */
export function readAvif(view: DataView): PictureHeader | undefined {
  const boxes = boxesOf(view, 0, view.byteLength, MAX_BOXES)
  const [first] = boxes
  if (first?.kind !== ftyp || !hasBrand(view, first!) || boxes.length === MAX_BOXES) return undefined
  // meta has a version and flags before its boxes.
  const properties = within(view, within(view, within(view, boxes, meta!, 4), iprp!), ipco!)
  let largest: PictureHeader | undefined
  for (const { kind, start, end } of properties) {
    if (kind !== ispe || start + 12 > end) continue
    const [width, height] = [view.getUint32(start + 4), view.getUint32(start + 8)]
    if (!largest || width * height > largest.width * largest.height) largest = { type: 'image/avif', width, height }
  }
  for (const { width, height } of tracksOf(view, boxes))
    if (largest && width * height > largest.width * largest.height) largest = { type: 'image/avif', width, height }
  const turn = properties.find(({ kind, start, end }) => kind === irot && start < end)
  const isTurned = turn !== undefined && (view.getUint8(turn.start) & 1) === 1
  return largest && isTurned ? { ...largest, width: largest.height, height: largest.width } : largest
}

export function containsSequence(view: DataView): boolean {
  return boxesOf(view, 0, view.byteLength, MAX_BOXES).some(({ kind }) => kind === moov)
}

/** The sizes of the tracks of a sequence, which are at the end of their headers, in 65,536ths of a pixel. */
function tracksOf(
  view: DataView,
  boxes: readonly Box[],
): readonly { readonly width: number; readonly height: number }[] {
  const tracks = within(view, boxes, moov!).filter(({ kind }) => kind === trak)
  return tracks.flatMap((track) => {
    const header = boxesOf(view, track.start, track.end, MAX_BOXES).find(({ kind }) => kind === tkhd)
    if (!header || header.end - header.start < 84) return []
    return { width: view.getUint16(header.end - 8), height: view.getUint16(header.end - 4) }
  })
}

/** The major brand, or a compatible one. */
function hasBrand(view: DataView, { start, end }: Box): boolean {
  for (let at = start; at + 4 <= Math.min(end, start + 256); at += 4) {
    const brand = view.getUint32(at)
    if (brand === avif || brand === avis) return true
  }
  return false
}

function within(view: DataView, boxes: readonly Box[], kind: number, skipped = 0): readonly Box[] {
  const box = boxes.find((one) => one.kind === kind)
  return box ? boxesOf(view, box.start + skipped, box.end, 256) : []
}

function boxesOf(view: DataView, from: number, until: number, most: number): readonly Box[] {
  const boxes: Box[] = []
  let at = from
  while (at + 8 <= until && boxes.length < most) {
    const size = view.getUint32(at)
    // 0: to the end. 1: a length of eight bytes follows the type.
    const isLong = size === 1 && at + 16 <= until
    const end = size === 0 ? until : at + (isLong ? view.getUint32(at + 8) * 2 ** 32 + view.getUint32(at + 12) : size)
    const start = at + (isLong ? 16 : 8)
    if (end < start) break
    boxes.push({ kind: view.getUint32(at + 4), start, end: Math.min(end, until) })
    at = end
  }
  return boxes
}
