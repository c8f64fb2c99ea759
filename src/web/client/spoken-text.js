// What of a page is spoken, and where each sentence of it stands.

/** Marks of ours within the words of others: not spoken. */
const ours = '.cite, .mark, .sr, sup, button, details, [hidden], [aria-hidden="true"]'

/**
 * A sentence with the range of the page it stands in.
 * @typedef {{ text: string, language: string, range: Range }} Sentence
 */

/**
 * The sentences of some blocks, in order. Nothing of the page is changed.
 * @param {Iterable<Element>} blocks
 * @returns {Sentence[]}
 */
export function sentencesOf(blocks) {
  return [...blocks].flatMap((block) => {
    const language = block.closest('[lang]')?.getAttribute('lang') ?? ''
    const nodes = textNodes(block)
    const text = nodes.map((node) => node.data).join('')
    return sentencesIn(text, language).map(({ segment, index }) => ({
      text: segment.replace(/\s+/g, ' ').trim(),
      language,
      range: rangeOf(nodes, index, index + segment.trimEnd().length),
    }))
  })
}

/**
 * @param {string} text
 * @param {string} language
 */
function sentencesIn(text, language) {
  const found = [...new Intl.Segmenter(language || undefined, { granularity: 'sentence' }).segment(text)]
  return found.filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
}

/**
 * @param {Element} block
 * @returns {Text[]}
 */
function textNodes(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const nodes = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const marked = node.parentElement?.closest(ours)
    if (!marked || !block.contains(marked)) nodes.push(/** @type {Text} */ (node))
  }
  return nodes
}

/**
 * @param {readonly Text[]} nodes
 * @param {number} start
 * @param {number} end
 */
function rangeOf(nodes, start, end) {
  const range = document.createRange()
  let before = 0
  for (const node of nodes) {
    const after = before + node.length
    if (start >= before && start < after) range.setStart(node, start - before)
    if (end > before && end <= after) range.setEnd(node, end - before)
    before = after
  }
  return range
}
