import type { NamespaceScope } from '../reading/namespaces.ts'
import type { XmlElement } from '../reading/xml-tree.ts'

/** What is in an item. */
export type Unfold = (item: FoldedItem) => XmlElement['children']

/** Keeps what was read of the last item that was looked into: whoever reads one looks often. */
export function lastUnfolded(read: Unfold): Unfold {
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
 * An item that holds little but where it stands: what is in it is read again when somebody looks, and is the same each time. A class, so
 * that a hundred thousand of them share what they do.
 */
export class FoldedItem implements XmlElement {
  /** An element that begins as this one does, with nothing in it. Items in a row that have no attributes share one. */
  readonly like: XmlElement
  /** Behind its start tag. */
  readonly start: number
  /** Where what ended it stands. */
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

/** True when two items say the same before anything is in them. */
export function beginsAlike(one: XmlElement, other: XmlElement): boolean {
  return (
    one.tag === other.tag &&
    one.attributes === other.attributes &&
    one.parent === other.parent &&
    one.scope === other.scope &&
    one.base === other.base &&
    one.language === other.language
  )
}
