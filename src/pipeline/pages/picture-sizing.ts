import type { SizedAnswer, SizingRequest } from './picture-sizer.ts'

/** Tried one after the other until a picture is small enough. */
const qualities = [72, 55, 38]
/** Pictures with more pixels are not opened. */
const mostPixels = 40_000_000
/** What may be opened at all: no drawings, no documents, nothing by a file name. */
const loaders = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}`)

/** The library, or undefined where it isn't installed or has no binary for this machine. */
async function openSharp() {
  const opened = await import('sharp').catch(() => undefined)
  const sharp = opened?.default
  if (!sharp) return undefined
  sharp.cache(false)
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: loaders })
  return sharp
}

const opening = openSharp()

async function answer({ bytes, width, mostBytes }: SizingRequest): Promise<SizedAnswer> {
  const sharp = await opening
  if (!sharp) return { kind: 'unavailable' }
  const sized = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', animated: false })
    .autoOrient()
    .resize({ width, height: 2 * width, fit: 'inside', withoutEnlargement: true })
  let last: SizedAnswer = { kind: 'failed' }
  for (const quality of qualities) {
    const made = await sized
      .clone()
      .webp({ quality, effort: 4 })
      .toBuffer({ resolveWithObject: true })
      .catch(() => undefined)
    if (!made) return { kind: 'failed' }
    const header = { type: 'image/webp', width: made.info.width, height: made.info.height } as const
    last = { kind: 'sized', header, bytes: made.data }
    if (made.data.length <= mostBytes) break
  }
  return last
}

process.on('message', (request: SizingRequest) => {
  void answer(request).then((made) => process.send?.(made))
})
