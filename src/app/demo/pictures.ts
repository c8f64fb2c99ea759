import { readFileSync } from 'node:fs'

/** The widths in pixels that outlets have their pictures in. */
export const pictureWidths = [200, 520, 960] as const

/** Pictures that show what another one does, by name: outlets give the same view names of their own. */
const sameAs: Readonly<Record<string, string>> = {
  'sella-reservoir': 'sella-dam',
  'ferrow-court': 'ferrow-hall',
  'fish-quay': 'stone-quay',
  'customs-house': 'stone-quay',
}

const read = new Map<string, Buffer>()

/** The path of a picture in one of its widths, on the demo server. */
export function picturePathOf(name: string, width: (typeof pictureWidths)[number] = 960): string {
  return `/pictures/${name}-${width}.webp`
}

/** The `srcset` of a picture. */
export function pictureSet(name: string): string {
  return pictureWidths.map((width) => `${picturePathOf(name, width)} ${width}w`).join(', ')
}

/** The picture at a path, 960 by 540 or smaller, as WebP; undefined when there is none. Drawn for this project. */
export function pictureAt(path: string): Buffer | undefined {
  const [, name = '', width] = /^\/pictures\/([a-z-]+)-(\d{3})\.webp$/.exec(path) ?? []
  const known = read.get(path)
  if (known || !pictureWidths.some((one) => String(one) === width)) return known
  const bytes = bytesOf(`${sameAs[name] ?? name}-${width}.webp`)
  if (bytes) read.set(path, bytes)
  return bytes
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(new URL(`./pictures/${file}`, import.meta.url))
  } catch {
    return undefined
  }
}
