import type { PictureType } from '../core/picture-file.ts'
import { holdsSequence } from './avif-header.ts'

/**
 * Whether a picture has more than one frame, told from its own bytes. Each takes as much memory and work as the whole canvas, however
 * little of it it changes, for as long as somebody looks.
 */
export function isMoving(view: DataView, type: PictureType): boolean {
  switch (type) {
    case 'image/gif':
      return gifFrames(view).length > 1
    case 'image/png':
      return hasFrameControl(view)
    case 'image/webp':
      // An extended file says so in its flags (RFC 9649 section 2.7).
      return view.getUint32(12) === 0x56503858 && (view.getUint8(20) & 2) !== 0
    case 'image/avif':
      return holdsSequence(view)
    case 'image/jpeg':
    case 'image/x-icon':
      return false
  }
}

/** Where a frame of a GIF ends on its canvas: browsers make the canvas larger for one that stands beyond it. */
export type GifFrame = { readonly right: number; readonly bottom: number }

/** The first two frames of a GIF (GIF89a, appendix B), which tell all that is asked of them; fewer where there are fewer. */
export function gifFrames(view: DataView): readonly GifFrame[] {
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

/** How long the table of colors is of which a byte tells. */
function tableBytes(view: DataView, at: number): number {
  const packed = at < view.byteLength ? view.getUint8(at) : 0
  return packed & 0x80 ? 3 << ((packed & 7) + 1) : 0
}

function behindBlocks(view: DataView, from: number): number {
  let at = from
  while (at < view.byteLength && view.getUint8(at) !== 0) at += view.getUint8(at) + 1
  return at + 1
}

/** APNG: the chunk that says how many frames there are stands before the first picture data. */
function hasFrameControl(view: DataView): boolean {
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const kind = view.getUint32(at + 4)
    if (kind === 0x6163544c) return true
    if (kind === 0x49444154) return false
  }
  return false
}
