import type { PictureHeader } from '../core/picture-file.ts'

const code = (name: string) => [...name].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0)
const [ftyp, avif, avis, meta, iprp, ipco, ispe, irot] = [
  'ftyp',
  'avif',
  'avis',
  'meta',
  'iprp',
  'ipco',
  'ispe',
  'irot',
].map(code)

type Box = { readonly kind: number; readonly start: number; readonly end: number }

/**
 * AVIF (in the boxes of ISO 14496-12 and 23008-12): the size is a property of the image item. A file may hold a
 * thumbnail or a depth map too; the largest is the picture.
 */
export function readAvif(view: DataView): PictureHeader | undefined {
  const boxes = boxesOf(view, 0, view.byteLength, 64)
  const [first] = boxes
  if (first?.kind !== ftyp || !hasBrand(view, first!)) return undefined
  // meta has a version and flags before its boxes.
  const properties = within(view, within(view, within(view, boxes, meta!, 4), iprp!), ipco!)
  let largest: PictureHeader | undefined
  for (const { kind, start, end } of properties) {
    if (kind !== ispe || start + 12 > end) continue
    const [width, height] = [view.getUint32(start + 4), view.getUint32(start + 8)]
    if (!largest || width * height > largest.width * largest.height) largest = { type: 'image/avif', width, height }
  }
  const turn = properties.find(({ kind, start, end }) => kind === irot && start < end)
  const isTurned = turn !== undefined && (view.getUint8(turn.start) & 1) === 1
  return largest && isTurned ? { ...largest, width: largest.height, height: largest.width } : largest
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
    // 0: to the end. 1: a length of eight bytes, which no header has.
    const end = size === 0 ? until : at + size
    if (size !== 0 && size < 8) break
    boxes.push({ kind: view.getUint32(at + 4), start: at + 8, end: Math.min(end, until) })
    at = end
  }
  return boxes
}
