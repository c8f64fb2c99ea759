import { defined } from '../../core/defined.ts'
import type { BlockShape } from '../../core/document.ts'
import type { PageElement } from '../markup/page-tree.ts'
import { shortText } from '../markup/page-tree.ts'

/** The shape of a list item: the number a browser shows, and the nesting depth of its list. */
export function shapeOfItem(item: PageElement): BlockShape {
  const number = item.parent?.tag === 'ol' ? numberOf(item, item.parent) : undefined
  const depth = depthOf(item)
  return defined({ number, depth: depth > 0 ? depth : undefined })
}

/** The shape of a table row. `isFirst`: the first of its table that is read. */
export function shapeOfRow(row: PageElement, isFirst: boolean): BlockShape {
  const cells = row.children.filter((child) => typeof child !== 'string')
  const isHead = row.parent?.tag === 'thead' || cells.every(({ tag }) => tag === 'th')
  return defined({ isHead: isHead || undefined, opens: isFirst || undefined })
}

export function tableOf(row: PageElement): PageElement | undefined {
  const around = row.parent
  return around?.tag === 'table' ? around : around?.parent
}

/** Counts as HTML does: from `start`, from an item's own `value` on, backwards when `reversed`. */
function numberOf(item: PageElement, list: PageElement): number {
  const items = list.children.filter((child) => typeof child !== 'string' && child.tag === 'li')
  const isReversed = list.attributes.reversed !== undefined
  const first = whole(list.attributes.start) ?? (isReversed ? items.length : 1)
  let number = first
  for (const each of items) {
    if (typeof each === 'string') continue
    number = whole(each.attributes.value) ?? number
    if (each === item) break
    number += isReversed ? -1 : 1
  }
  return number
}

function whole(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d{1,6}$/.test(value.trim()) ? Number(value) : undefined
}

const maxDepth = 5

function depthOf(item: PageElement): number {
  let depth = -1
  for (let at: PageElement | undefined = item; at !== undefined && depth < maxDepth; at = at.parent)
    if (at.tag === 'li') depth++
  return depth
}

/** In code units, including white space. */
const longestMark = 100

/** A mark that leads to a note isn't part of its sentence. */
export function isNoteMark(element: PageElement): boolean {
  const { tag, attributes } = element
  if (tag !== 'sup' && attributes.role !== 'doc-noteref') return false
  const link = tag === 'a' ? element : linkIn(element)
  const isNamed = /(?:^|[\s_-])(?:footnotes?|references?|note-?ref|fn)(?:$|[\s_-])/i.test(attributes.class ?? '')
  if (!isNamed && link?.attributes.href?.includes('#') !== true) return false
  return /^[[(]?(?:\d{1,3}|\p{L}|[*†‡§¶]{1,3}|note \d{1,2})[\])]?$/iu.test(shortText(element, longestMark).trim())
}

function linkIn(element: PageElement): PageElement | undefined {
  return element.children.find((child) => typeof child !== 'string' && child.tag === 'a') as PageElement | undefined
}
