import type { PictureHeader, PictureType } from '../../core/article.ts'
import { containsSequence, readAvif } from './avif-header.ts'

/** Segments without a length: TEM and the restart markers. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

/** Start of frame, for every coding; C4, C8 and CC are tables. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/**
 * JPEG (ITU T.81, annex B): the size is in the start of frame, after any number of other segments. The Exif orientation, which browsers
 * obey, may swap the sides.
 */
function readJpeg(view: DataView): PictureHeader | undefined {
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
    if (marker === 0xe1) isTurned ||= isRotatedByExif(view, at + 4, Math.min(at + 2 + length, view.byteLength))
    at += 2 + length
  }
  return undefined
}

/** True when the Exif orientation (tag 0x0112) is a quarter turn: 5 to 8. */
function isRotatedByExif(view: DataView, start: number, end: number): boolean {
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

const maxImages = 64
/** Larger than any icon: a file that claims more is made to fill the memory of the program that opens it. */
const longestSide = 1024
const ofDirectory = 6
const ofEntry = 16

/**
 * Kind and size of an icon file (ICO): a directory of images, each a PNG or a bitmap. The size is that of the largest. Returns undefined
 * when an image is beyond the file, claims a size no icon has, or is of another kind.
 */
function readIcon(view: DataView): PictureHeader | undefined {
  if (view.byteLength < ofDirectory + ofEntry || view.getUint32(0) !== 0x00000100) return undefined
  const count = view.getUint16(4, true)
  if (count === 0 || count > maxImages || view.byteLength < ofDirectory + count * ofEntry) return undefined
  let [width, height] = [0, 0]
  for (let image = 0; image < count; image += 1) {
    const entry = ofDirectory + image * ofEntry
    const size = imageSize(view, view.getUint32(entry + 12, true), view.getUint32(entry + 8, true))
    if (!size || Math.max(...size) > longestSide || Math.min(...size) < 1) return undefined
    if (size[0] > width) [width, height] = size
  }
  return { type: 'image/x-icon', width, height }
}

/** Read from the image itself, since the directory may claim less. */
function imageSize(view: DataView, at: number, bytes: number): readonly [number, number] | undefined {
  if (bytes < 24 || at + bytes > view.byteLength) return undefined
  if (view.getUint32(at) === 0x89504e47) return [view.getUint32(at + 16), view.getUint32(at + 20)]
  // A bitmap without its file header; its height includes the mask below it.
  const isBitmap = view.getUint32(at, true) === 40
  return isBitmap ? [view.getInt32(at + 4, true), view.getInt32(at + 8, true) / 2] : undefined
}

/** Larger than any news photograph; a file that claims more is made to fill the memory of the program that opens it. */
const MAX_PIXELS = 120_000_000
/** Twice the largest screen. A larger animation keeps a browser busy for as long as it is open. */
const MAX_MOVING_PIXELS = 16_777_216
const LONGEST_SIDE = 65_535

/**
 * Kind and size of a picture, from its own bytes and never from the server's type. Returns undefined for anything else, for a broken
 * header, and for sizes no picture has. Never throws, whatever the bytes.
 */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = readPng(view) ?? readGif(view) ?? readWebp(view) ?? readJpeg(view) ?? readAvif(view) ?? readIcon(view)
  if (!found || found.width === 0 || found.height === 0) return undefined
  const { width, height } = found.type === 'image/gif' ? canvasOf(view, found) : found
  if (Math.max(width, height) > LONGEST_SIDE || width * height > MAX_PIXELS) return undefined
  return width * height > MAX_MOVING_PIXELS && isMoving(view, found.type) ? undefined : found
}

/** The size that a browser uses: the first frame of a GIF may extend beyond the declared size. */
function canvasOf(
  view: DataView,
  { width, height }: PictureHeader,
): { readonly width: number; readonly height: number } {
  const { right = 0, bottom = 0 } = gifFrames(view)[0] ?? {}
  return { width: Math.max(width, right), height: Math.max(height, bottom) }
}

/** PNG (ISO 15948) section 5.2 and 11.2.2: the signature, then the header chunk. */
function readPng(view: DataView): PictureHeader | undefined {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return undefined
  if (view.getUint32(12) !== 0x49484452) return undefined
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

function readGif(view: DataView): PictureHeader | undefined {
  if (view.byteLength < 10 || view.getUint32(0) !== 0x47494638) return undefined
  const version = view.getUint16(4)
  if (version !== 0x3761 && version !== 0x3961) return undefined
  return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

/** WebP (RFC 9649): lossy, lossless or extended, each with its size in another place. */
function readWebp(view: DataView): PictureHeader | undefined {
  if (view.byteLength < 30 || view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250) return undefined
  const type = 'image/webp'
  switch (view.getUint32(12)) {
    case 0x56503820: // VP8
      if (view.getUint8(23) !== 0x9d || view.getUint8(24) !== 0x01 || view.getUint8(25) !== 0x2a) return undefined
      return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 0x5650384c: {
      // VP8L
      if (view.getUint8(20) !== 0x2f) return undefined
      const packed = view.getUint32(21, true)
      return { type, width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
    }
    case 0x56503858: // VP8X
      return { type, width: threeBytes(view, 24) + 1, height: threeBytes(view, 27) + 1 }
    default:
      return undefined
  }
}

function threeBytes(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}

/**
 * Whether a picture has more than one frame, by its own bytes. Each frame takes as much memory and work as the whole canvas, even if it
 * changes little, for as long as it is viewed.
 */
function isMoving(view: DataView, type: PictureType): boolean {
  switch (type) {
    case 'image/gif':
      return gifFrames(view).length > 1
    case 'image/png':
      return hasFrameControl(view)
    case 'image/webp':
      // An extended file has a flag for it (RFC 9649 section 2.7).
      return view.getUint32(12) === 0x56503858 && (view.getUint8(20) & 2) !== 0
    case 'image/avif':
      return containsSequence(view)
    case 'image/jpeg':
    case 'image/x-icon':
      return false
  }
}

/** The far corner of a GIF frame: browsers enlarge the canvas for a frame that extends beyond it. */
type GifFrame = { readonly right: number; readonly bottom: number }

/** The first two frames of a GIF (GIF89a, appendix B), which are all that is needed; fewer where there are fewer. */
function gifFrames(view: DataView): readonly GifFrame[] {
  const frames: GifFrame[] = []
  let at = 13 + tableBytes(view, 10)
  while (frames.length < 2 && at + 10 <= view.byteLength) {
    const kind = view.getUint8(at)
    if (kind === 0x21) at = behindBlocks(view, at + 2)
    else if (kind === 0x2c) {
      const [left, top] = [view.getUint16(at + 1, true), view.getUint16(at + 3, true)]
      frames.push({ right: left + view.getUint16(at + 5, true), bottom: top + view.getUint16(at + 7, true) })
      at = behindBlocks(view, at + 11 + tableBytes(view, at + 9))
    } else break
  }
  return frames
}

/** Length of the color table that a flags byte describes. */
function tableBytes(view: DataView, at: number): number {
  const packed = at < view.byteLength ? view.getUint8(at) : 0
  return packed & 0x80 ? 3 << ((packed & 7) + 1) : 0
}

function behindBlocks(view: DataView, from: number): number {
  let at = from
  while (at < view.byteLength && view.getUint8(at) !== 0) at += view.getUint8(at) + 1
  return at + 1
}

/** APNG: the chunk with the number of frames comes before the first picture data. */
function hasFrameControl(view: DataView): boolean {
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const kind = view.getUint32(at + 4)
    if (kind === 0x6163544c) return true
    if (kind === 0x49444154) return false
  }
  return false
}
