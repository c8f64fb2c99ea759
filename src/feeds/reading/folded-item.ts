import type { NamespaceScope } from './namespaces.ts'
import type { XmlElement } from './xml-tree.ts'

export type Unfold = (item: FoldedItem) => XmlElement['children']

/** Caches the children of the last item read, since a caller usually reads one item several times. */
export function cacheLastUnfolded(read: Unfold): Unfold {
  let last: FoldedItem | undefined
  let children: XmlElement['children'] = []
  return (item) => {
    if (item !== last) {
      last = item
      children = read(item)
    }
    return children
  }
}

/**
 * An item that stores little more than its position and parses its content again, with the same result, each time it is read. A class, so
 * that a hundred thousand items share their methods.
 */
export class FoldedItem implements XmlElement {
  /** An empty element with the same name and attributes. Consecutive items without attributes share one. */
  readonly like: XmlElement
  /** Index after its start tag. */
  readonly start: number
  /** Index of the markup that ended it. */
  readonly end: number
  readonly #unfold: Unfold

  constructor(like: XmlElement, start: number, end: number, unfold: Unfold) {
    this.like = like
    this.start = start
    this.end = end
    this.#unfold = unfold
  }

  get name(): string {
    return this.like.name
  }

  get tag(): string {
    return this.like.tag
  }

  get attributes(): Readonly<Record<string, string>> {
    return this.like.attributes
  }

  get parent(): XmlElement | undefined {
    return this.like.parent
  }

  get scope(): NamespaceScope {
    return this.like.scope
  }

  get base(): string {
    return this.like.base
  }

  get language(): string {
    return this.like.language
  }

  get isClosed(): boolean {
    return true
  }

  get children(): XmlElement['children'] {
    return this.#unfold(this)
  }
}

/** True when two items have the same tag and attributes. */
export function sameStartTag(one: XmlElement, other: XmlElement): boolean {
  return (
    one.tag === other.tag &&
    one.attributes === other.attributes &&
    one.parent === other.parent &&
    one.scope === other.scope &&
    one.base === other.base &&
    one.language === other.language
  )
}
