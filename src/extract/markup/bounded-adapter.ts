import { defaultTreeAdapter } from 'parse5'

const maxParsedNodes = 500_000
/** Children and attributes searched in total to insert nodes; a long page needs a few thousand. */
const maxLookups = 100_000_000

/** Thrown by the tree builder for markup that would exceed every limit, or that takes time in the square of its length. */
export class TooManyNodesError extends Error {
  override name = 'TooManyNodesError'
}

/** parse5's tree adapter with limits on elements and on searching. Throws {@link TooManyNodesError}. */
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
    // Content that isn't allowed in a table goes before it, and its place is searched among all that went there before.
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
    // A second `html` or `body` adds the attributes that the first lacks.
    adoptAttributes(recipient, attributes) {
      look(100 * (recipient.attrs.length + attributes.length))
      defaultTreeAdapter.adoptAttributes(recipient, attributes)
    },
  }
}
