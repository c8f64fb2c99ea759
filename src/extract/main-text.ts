import { Readability } from '@mozilla/readability'
import { blocksOf, wordsIn } from './blocks/page-blocks.ts'
import type { PageElement, PageNode } from './markup/page-tree.ts'
import { type ReaderDocument, type ReaderNode, readerDocument } from './markup/reader-tree.ts'

export type MainText = {
  readonly keys: ReadonlySet<string>
  /** True when a key appears anywhere in its text, to find blocks that were divided differently. */
  contains(key: string): boolean
  readonly wordCount: number
}

/** Code units; a page of 300 blocks beside a text of 20,000 takes six million. */
const maxSearched = 1_000_000_000

/** Finds the main text of a page with Mozilla's Readability; undefined when it finds none. */
export function findMainText(root: PageElement, title: string): MainText | undefined {
  const document = readerDocument(root, title)
  const content = document && readContent(document)
  if (content === undefined) return undefined
  return mainOf(blocksOf(toPageElement(content)))
}

export function mainOf(blocks: Readonly<ReturnType<typeof blocksOf>>): MainText {
  const keys = blocks.map((block) => block.key)
  return { keys: new Set(keys), contains: keySearch(` ${keys.join(' ')} `), wordCount: wordsIn(blocks) }
}

/** Searches for keys in a text up to a total amount of work, which only a malicious page reaches: then it returns false. */
function keySearch(whole: string): (key: string) => boolean {
  let left = maxSearched
  return (key) => {
    left -= whole.length
    return left >= 0 && whole.includes(` ${key} `)
  }
}

/** Readability may throw on a page it does not expect; that page has no main text. */
function readContent(document: ReaderDocument): ReaderNode | undefined {
  try {
    const reader = new Readability<ReaderNode>(document as never, {
      serializer: (node) => node as unknown as ReaderNode,
      keepClasses: true,
      disableJSONLD: true,
    })
    return reader.parse()?.content ?? undefined
  } catch {
    return undefined
  }
}

function toPageElement(node: ReaderNode, parent?: PageElement): PageElement {
  const attributes: Record<string, string> = {}
  const role = node.getAttribute('role')
  if (role) attributes.role = role
  const href = node.localName === 'a' ? node.getAttribute('href') : null
  if (href) attributes.href = href
  const children: PageNode[] = []
  const base = { tag: node.localName ?? '#root', attributes, children }
  const element: PageElement = parent === undefined ? base : { ...base, parent }
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === 3) children.push(child.data ?? '')
    else if (child.nodeType === 1) children.push(toPageElement(child, element))
  }
  return element
}
