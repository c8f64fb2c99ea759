import type { PictureHeader } from '../core/picture-file.ts'
import { readAvif } from './avif-header.ts'
import { readIcon } from './icon-header.ts'
import { readJpeg } from './jpeg-header.ts'
import { gifFrames, isMoving } from './moving-picture.ts'

/** Larger than any photograph of the news; what claims more wants to fill the memory of whoever opens it. */
const MOST_PIXELS = 120_000_000
/** Twice a screen of the largest kind. What moves and is larger keeps a browser busy for as long as it is open. */
const MOST_MOVING_PIXELS = 16_777_216
const LONGEST_SIDE = 65_535

/**
 * Kind and size of a picture, from its own bytes and never from what a server calls it. Undefined for anything else, for
 * a broken header, and for sizes no picture has. Never throws, whatever the bytes.
 */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = readPng(view) ?? readGif(view) ?? readWebp(view) ?? readJpeg(view) ?? readAvif(view) ?? readIcon(view)
  if (!found || found.width === 0 || found.height === 0) return undefined
  const { width, height } = found.type === 'image/gif' ? canvasOf(view, found) : found
  if (Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS) return undefined
  return width * height > MOST_MOVING_PIXELS && isMoving(view, found.type) ? undefined : found
}

/** As large as a browser makes it: the first frame of a GIF may stand beyond the size it claims. */
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

/** WebP (RFC 9649): a lossy, a lossless or an extended file, each with its size elsewhere. */
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
