import { defaultTreeAdapter } from 'parse5'

const maxParsedNodes = 500_000
/** Children and attributes looked through to put something in its place; a long page needs a few thousand. */
const maxLookups = 100_000_000

/** Thrown by the tree builder: markup that would grow past every bound, or that costs the square of its length. */
export class TooManyNodesError extends Error {
  override name = 'TooManyNodesError'
}

/** How parse5 builds its tree, with a bound on elements and on what is looked through. Throws {@link TooManyNodesError}. */
export function boundedAdapter(): typeof defaultTreeAdapter {
  let count = 0
  let lookups = 0
  const look = (steps: number): void => {
    lookups += steps
    if (lookups > maxLookups) throw new TooManyNodesError()
  }
  return {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attributes) {
      if (++count > maxParsedNodes) throw new TooManyNodesError()
      return defaultTreeAdapter.createElement(tagName, namespace, attributes)
    },
    // What stands in a table and may not goes before it, and is looked for among all that went there before.
    insertBefore(parent, node, reference) {
      look(parent.childNodes.length)
      defaultTreeAdapter.insertBefore(parent, node, reference)
    },
    insertTextBefore(parent, text, reference) {
      look(parent.childNodes.length)
      defaultTreeAdapter.insertTextBefore(parent, text, reference)
    },
    detachNode(node) {
      look(node.parentNode?.childNodes.length ?? 0)
      defaultTreeAdapter.detachNode(node)
    },
    // A second `html` or `body` adds the attributes that the first has not.
    adoptAttributes(recipient, attributes) {
      look(100 * (recipient.attrs.length + attributes.length))
      defaultTreeAdapter.adoptAttributes(recipient, attributes)
    },
  }
}
