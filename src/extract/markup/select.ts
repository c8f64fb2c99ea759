import { compile, is, type Options, selectAll } from 'css-select'
import { maxSelectorLength } from '../../core/feed/page-rule.ts'
import type { PageElement, PageNode } from './page-tree.ts'

/** Steps that all selectors on one page may take together; a page of the largest size needs some hundred thousand. */
const mostSteps = 2_000_000

/** Characters of text that count as one step. */
const textPerStep = 16

/** Thrown while selecting and caught by whoever began it: selectors that would look at a page without end. */
export class TooMuchWorkError extends Error {
  override name = 'TooMuchWorkError'
}

/** Finds elements of one page by CSS selectors. All of its work together is bounded: beyond it throws TooMuchWorkError. */
export type Selecting = {
  /** Elements below `within` that match, in the order of the page. `within` itself is matched by `:scope`. */
  all(selector: string, within: PageElement): readonly PageElement[]
  is(element: PageElement, selector: string): boolean
}

type PageOptions = Options<PageNode, PageElement>

export function selecting(): Selecting {
  const options = boundedOptions()
  return {
    all: (selector, within) => selectAll<PageNode, PageElement>(selector, within, { ...options, context: within }),
    is: (element, selector) => is<PageNode, PageElement>(element, selector, options),
  }
}

/** Why a selector cannot be used; undefined when it can. */
export function selectorProblem(selector: string): string | undefined {
  if (selector.trim() === '') return 'it is empty'
  if (selector.length > maxSelectorLength) return `it is longer than ${maxSelectorLength} characters`
  const root: PageElement = { tag: '#root', attributes: {}, children: [] }
  try {
    compile<PageNode, PageElement>(selector, boundedOptions(), root)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message.split('\n')[0]!.slice(0, 200) : 'it cannot be read'
  }
}

/** How css-select walks our tree; its steps are counted, for all selectors that these options are given with. */
function boundedOptions(): PageOptions {
  let left = mostSteps
  const step = (count = 1): void => {
    left -= count
    if (left < 0) throw new TooMuchWorkError()
  }
  const siblings = (node: PageNode): PageNode[] => {
    step()
    return typeof node === 'string' || node.parent === undefined ? [node] : node.parent.children
  }
  const textOf = (node: PageNode): string => {
    if (typeof node === 'string') {
      step(1 + node.length / textPerStep)
      return node
    }
    step()
    return node.children.map(textOf).join('')
  }
  return {
    adapter: {
      isTag(node): node is PageElement {
        step()
        return typeof node !== 'string'
      },
      getAttributeValue(element, name) {
        step()
        return Object.hasOwn(element.attributes, name) ? element.attributes[name] : undefined
      },
      getChildren(node) {
        step()
        return typeof node === 'string' ? [] : node.children
      },
      getName: (element) => element.tag,
      getParent(element) {
        step()
        return element.parent ?? null
      },
      getSiblings: siblings,
      getText: textOf,
      hasAttrib: (element, name) => Object.hasOwn(element.attributes, name),
      removeSubsets: (nodes) => nodes,
    },
  }
}
