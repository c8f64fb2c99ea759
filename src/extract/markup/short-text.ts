import type { PageElement, PageNode } from './page-tree.ts'

/** The first `length` code units of raw text below an element, so that the work per element does not grow with its content. */
export function shortText(element: PageElement, length = 2_000): string {
  let text = ''
  const stack: PageNode[] = [element]
  for (let node = stack.pop(); node !== undefined && text.length < length; node = stack.pop()) {
    if (typeof node === 'string') text += node.length > length ? node.slice(0, length) : node
    else if (node.tag === 'br') text += ' '
    else for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!)
  }
  return text.slice(0, length)
}
