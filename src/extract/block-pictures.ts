import type { PageBlock } from './page-blocks.ts'
import type { PageElement } from './page-tree.ts'

/** What {@link picturesAround} counts, in its order. */
export const pictureNames = ['picturesBefore', 'picturesInside', 'picturesAfter'] as const

const most = 5
const pictureTags = new Set(['img', 'video', 'iframe', 'audio'])

/** Pictures, films and frames between a block and the ones beside it, and within its element: a caption stands by one. */
export function picturesAround(blocks: readonly PageBlock[]): readonly (readonly number[])[] {
  const first = blocks[0]
  if (first === undefined) return []
  let root = first.place.element
  while (root.parent !== undefined) root = root.parent
  const starts = new Map<PageElement, number>()
  const ends = new Map<PageElement, number>()
  let count = 0
  const walk = (element: PageElement): void => {
    if (pictureTags.has(element.tag)) count++
    starts.set(element, count)
    for (const child of element.children) if (typeof child !== 'string') walk(child)
    ends.set(element, count)
  }
  walk(root)
  return blocks.map(({ place: { element } }, index) => {
    const start = starts.get(element) ?? 0
    const end = ends.get(element) ?? 0
    const before = blocks[index - 1]?.place.element
    const after = blocks[index + 1]?.place.element
    return [
      bounded(start - (before === undefined ? 0 : (ends.get(before) ?? 0))),
      bounded(end - start),
      bounded((after === undefined ? count : (starts.get(after) ?? 0)) - end),
    ]
  })
}

function bounded(count: number): number {
  return Math.max(-1, Math.min(most, count))
}
