import type { NamespaceScope } from './namespaces.ts'
import type { XmlElement } from './xml-tree.ts'

/** Where what is in an item stands in the text: from behind its start tag up to what ended it, so many levels deep. */
export type FoldedPlace = { readonly start: number; readonly end: number; readonly depth: number }

/** What is in an item. */
export type Unfold = (item: FoldedItem) => XmlElement['children']

/** Keeps what was read of the last item that was looked into: whoever reads one looks often. `read` puts it into `children`. */
export function lastUnfolded(read: (item: FoldedItem) => void): Unfold {
  let last: FoldedItem | undefined
  let children: XmlElement['children'] = []
  return (item) => {
    if (item !== last) {
      last = item
      children = []
      read(item)
    }
    return children
  }
}

/**
 * An item that holds nothing but where it stands: what is in it is read again when somebody looks, and is the same each time. A class, so
 * that `children` is one getter for all of them and each takes little.
 */
export class FoldedItem implements XmlElement, FoldedPlace {
  readonly name: string
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: XmlElement | undefined
  readonly scope: NamespaceScope
  readonly base: string
  readonly language: string
  readonly isClosed = true
  readonly start: number
  readonly end: number
  readonly depth: number
  readonly #unfold: Unfold

  constructor(item: XmlElement, { start, end, depth }: FoldedPlace, unfold: Unfold) {
    this.name = item.name
    this.tag = item.tag
    this.attributes = item.attributes
    this.parent = item.parent
    this.scope = item.scope
    this.base = item.base
    this.language = item.language
    this.start = start
    this.end = end
    this.depth = depth
    this.#unfold = unfold
  }

  get children(): XmlElement['children'] {
    return this.#unfold(this)
  }
}
