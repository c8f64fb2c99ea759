import type { PictureHeader } from '../core/picture-file.ts'

const mostImages = 64
/** Larger than any icon: what claims more wants to fill the memory of whoever opens it. */
const longestSide = 1024
const ofDirectory = 6
const ofEntry = 16

/**
 * Kind and size of an icon file (ICO): a directory of images, each a PNG or a bitmap. The size is that of the largest. Undefined where
 * an image is beyond the file, claims a size no icon has, or is of another kind.
 */
export function readIcon(view: DataView): PictureHeader | undefined {
  if (view.byteLength < ofDirectory + ofEntry || view.getUint32(0) !== 0x00000100) return undefined
  const count = view.getUint16(4, true)
  if (count === 0 || count > mostImages || view.byteLength < ofDirectory + count * ofEntry) return undefined
  let [width, height] = [0, 0]
  for (let image = 0; image < count; image += 1) {
    const entry = ofDirectory + image * ofEntry
    const size = imageSize(view, view.getUint32(entry + 12, true), view.getUint32(entry + 8, true))
    if (!size || Math.max(...size) > longestSide || Math.min(...size) < 1) return undefined
    if (size[0] > width) [width, height] = size
  }
  return { type: 'image/x-icon', width, height }
}

/** From the image itself and not from the directory, which may say less. */
function imageSize(view: DataView, at: number, bytes: number): readonly [number, number] | undefined {
  if (bytes < 24 || at + bytes > view.byteLength) return undefined
  if (view.getUint32(at) === 0x89504e47) return [view.getUint32(at + 16), view.getUint32(at + 20)]
  // A bitmap without its file header; its height counts the mask below it.
  const isBitmap = view.getUint32(at, true) === 40
  return isBitmap ? [view.getInt32(at + 4, true), view.getInt32(at + 8, true) / 2] : undefined
}
