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

/** More boxes side by side than any picture has. */
const MOST_BOXES = 64

/**
 * AVIF (in the boxes of ISO 14496-12 and 23008-12): the size is a property of the image item. A file may hold a
 * thumbnail or a depth map too; the largest is the picture. Where it holds a sequence, its tracks have sizes of their own.
 */
export function readAvif(view: DataView): PictureHeader | undefined {
  const boxes = boxesOf(view, 0, view.byteLength, MOST_BOXES)
  const [first] = boxes
  if (first?.kind !== ftyp || !hasBrand(view, first!) || boxes.length === MOST_BOXES) return undefined
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

/** Whether a file that is AVIF holds more than one picture in a row. */
export function holdsSequence(view: DataView): boolean {
  return boxesOf(view, 0, view.byteLength, MOST_BOXES).some(({ kind }) => kind === moov)
}

/** The sizes of the tracks of a sequence, which stand at the end of their headers, in 65,536ths of a pixel. */
function tracksOf(
  view: DataView,
  boxes: readonly Box[],
): readonly { readonly width: number; readonly height: number }[] {
  const tracks = within(view, boxes, moov!).filter(({ kind }) => kind === trak)
  return tracks.flatMap((track) => {
    const header = boxesOf(view, track.start, track.end, MOST_BOXES).find(({ kind }) => kind === tkhd)
    if (!header || header.end - header.start < 84) return []
    return { width: view.getUint16(header.end - 8), height: view.getUint16(header.end - 4) }
  })
}

/** The major brand, or one it is compatible with. */
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

/** The boxes that stand one after the other in a stretch, at most so many. */
function boxesOf(view: DataView, from: number, until: number, most: number): readonly Box[] {
  const boxes: Box[] = []
  let at = from
  while (at + 8 <= until && boxes.length < most) {
    const size = view.getUint32(at)
    // 0: to the end. 1: a length of eight bytes, behind the kind.
    const isLong = size === 1 && at + 16 <= until
    const end = size === 0 ? until : at + (isLong ? view.getUint32(at + 8) * 2 ** 32 + view.getUint32(at + 12) : size)
    const start = at + (isLong ? 16 : 8)
    if (end < start) break
    boxes.push({ kind: view.getUint32(at + 4), start, end: Math.min(end, until) })
    at = end
  }
  return boxes
}
