import { compile, is, type Options, selectAll } from 'css-select'
import { maxSelectorLength } from '../../core/feed/page-rule.ts'
import { nth } from '../../core/nth.ts'
import type { PageElement, PageNode } from './page-tree.ts'

/** Steps of all selectors on one page together; a page of the largest size needs some hundred thousand. */
const maxSteps = 2_000_000

/** Characters of text that count as one step. */
const textPerStep = 16

/** Thrown while selecting and caught by the code that started it: the selectors need too much work. */
export class TooMuchWorkError extends Error {
  override name = 'TooMuchWorkError'
}

/** Finds elements of one page by CSS selectors. All its work together is bounded: beyond the limit it throws TooMuchWorkError. */
export type Selecting = {
  /** Elements below `within` that match, in page order. `:scope` matches `within` itself. */
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

/** Why a selector is invalid; undefined when it is valid. */
export function selectorProblem(selector: string): string | undefined {
  if (selector.trim() === '') return 'it is empty'
  if (selector.length > maxSelectorLength) return `it is longer than ${maxSelectorLength} characters`
  const root: PageElement = { tag: '#root', attributes: {}, children: [] }
  try {
    compile<PageNode, PageElement>(selector, boundedOptions(), root)
    return undefined
  } catch (error) {
    return error instanceof Error ? nth(error.message.split('\n'), 0).slice(0, 200) : 'it cannot be read'
  }
}

/** How css-select walks our tree; steps are counted over all selectors with the same options. */
function boundedOptions(): PageOptions {
  let left = maxSteps
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

/** Names that build tools change with each release: `css-1x2y3z`, `sc-bdVaJa`, `Card_title__3xYz1`, `jsx-123456`. */
const made =
  /^(?:css|sc|jsx|emotion|svelte|ng|_ng\w*|chakra|makeStyles)-|__[\w-]{5,6}$|\d{3,}|^[a-z]{1,2}$|^[a-z]+[A-Z][\w]*\d/

/** Names that differ between elements of one list, or change while the page is viewed. */
const passing =
  /^(?:active|current|first|last|odd|even|selected|visible|hidden|sticky|featured)$|^(?:is|has|js|author|category|tag|status|format|type)-|^post-\d/

/** Classes of an element that will probably exist tomorrow, in order, as a person would choose them for a selector; at most three. */
export function stableClasses(element: PageElement): string[] {
  const classes = (element.attributes.class ?? '').slice(0, 500).split(/\s+/)
  return classes
    .filter((name) => /^[a-z][\w-]{1,40}$/i.test(name) && !made.test(name) && !passing.test(name))
    .slice(0, 3)
}
