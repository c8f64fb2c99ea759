import type { PictureHeader } from '../core/picture-file.ts'

/** Segments without a length: TEM and the restart markers. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

/** Start of frame, of every way to code one; C4, C8 and CC are tables. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/**
 * JPEG (ITU T.81, annex B): the size stands in the start of frame, after any number of other segments. A camera may have
 * been held upright: the orientation of Exif, which browsers obey, then swaps the sides.
 */
export function readJpeg(view: DataView): PictureHeader | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined
  let isTurned = false
  let at = 2
  while (at + 4 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff || isBare(marker)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    const length = view.getUint16(at + 2)
    if (length < 2 || marker === 0xd9 || marker === 0xda) return undefined
    if (isFrame(marker)) {
      if (at + 9 > view.byteLength) return undefined
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return isTurned ? { type: 'image/jpeg', width: height, height: width } : { type: 'image/jpeg', width, height }
    }
    if (marker === 0xe1) isTurned ||= isTurnedByExif(view, at + 4, Math.min(at + 2 + length, view.byteLength))
    at += 2 + length
  }
  return undefined
}

/** True when the Exif orientation (tag 0x0112) is one that turns by a quarter: 5 to 8. */
function isTurnedByExif(view: DataView, start: number, end: number): boolean {
  if (start + 14 > end || view.getUint32(start) !== 0x45786966) return false
  const tiff = start + 6
  const order = view.getUint16(tiff)
  if (order !== 0x4949 && order !== 0x4d4d) return false
  const isLittle = order === 0x4949
  const table = tiff + view.getUint32(tiff + 4, isLittle)
  if (table < tiff + 8 || table + 2 > end) return false
  const count = view.getUint16(table, isLittle)
  for (let entry = table + 2, left = count; left > 0 && entry + 12 <= end; entry += 12, left--) {
    if (view.getUint16(entry, isLittle) !== 0x0112) continue
    const orientation = view.getUint16(entry + 8, isLittle)
    return orientation >= 5 && orientation <= 8
  }
  return false
}
