import type { PageBlock } from './page-blocks.ts'

/** The same finding, made once for each block: several steps ask about the same lines. */
export function oncePerBlock<Finding>(find: (block: PageBlock) => Finding): (block: PageBlock) => Finding {
  const found = new WeakMap<PageBlock, { readonly finding: Finding }>()
  return (block) => {
    let known = found.get(block)
    if (known === undefined) {
      known = { finding: find(block) }
      found.set(block, known)
    }
    return known.finding
  }
}
