import type { DefaultTreeAdapterMap } from 'parse5'
import { nth } from '../../core/nth.ts'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']
type Parent = DefaultTreeAdapterMap['parentNode']

const streamedId = /^S:([\da-f]{1,6})$/
/** Parts that are moved; each takes as many steps as its parent has children. */
const maxParts = 300
const placeId = /^B:([\da-f]{1,6})$/

/** True for markup that may contain parts which a script moves later. */
export function mayBeStreamed(html: string): boolean {
  return html.includes('id="S:')
}

/**
 * Moves late parts to their place: React writes a part that was not ready in time at the end, hidden, as `S:n`, and its script moves it to
 * the empty template `B:n`. Without the script the page's whole text may be there. Follows the streaming format of react-dom/server
 * (completeBoundary).
 */
export function placeStreamed(document: Parent): void {
  const streamed = new Map<string, Element>()
  const places = new Map<string, Element>()
  const stack: Node[] = [document]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('childNodes' in node)) continue
    if ('tagName' in node) {
      const id = node.attrs.find(({ name }) => name === 'id')?.value ?? ''
      const part = streamedId.exec(id)?.[1]
      const place = node.tagName === 'template' ? placeId.exec(id)?.[1] : undefined
      if (part !== undefined && isHidden(node) && !streamed.has(part)) streamed.set(part, node)
      if (place !== undefined && !places.has(place)) places.set(place, node)
    }
    for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(nth(node.childNodes, i))
  }
  for (const [name, part] of streamed.entries().take(maxParts)) {
    part.attrs = part.attrs.filter((attribute) => attribute.name !== 'hidden')
    const place = places.get(name)
    if (place !== undefined && !isWithin(place, part)) replace(place, part)
  }
}

function isHidden({ attrs }: Element): boolean {
  return attrs.some(({ name }) => name === 'hidden')
}

function isWithin(node: Element, around: Element): boolean {
  for (let at: Parent | null = node.parentNode; at !== null; at = 'parentNode' in at ? at.parentNode : null)
    if (at === around) return true
  return false
}

function replace(place: Element, part: Element): void {
  const from = part.parentNode
  const to = place.parentNode
  if (from === null || to === null) return
  from.childNodes = from.childNodes.filter((child) => child !== part)
  to.childNodes = to.childNodes.map((child) => (child === place ? part : child))
  part.parentNode = to
}
