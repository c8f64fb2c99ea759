// What of a page is spoken, and the place of each sentence and word.

/** Our own marks within foreign text: not spoken. */
const ours = '.cite, .mark, .sr, sup, button, details, [hidden], [aria-hidden="true"]'

/**
 * A sentence with the range of the page it is in, and the range of the word that begins at a letter of `text`.
 * @typedef {{ text: string, language: string, range: Range, wordAt(at: number, length: number): Range | undefined }} Sentence
 */

/**
 * The sentences of some blocks, in order. The page is not changed. With `quoted`, a quotation begins and ends with those words, since
 * its marks can't be heard.
 * @param {Iterable<Element>} blocks
 * @param {readonly [string, string]} [quoted]
 * @returns {Sentence[]}
 */
export function sentencesOf(blocks, quoted) {
  return [...blocks].flatMap((block) => {
    const language = block.closest('[lang]')?.getAttribute('lang') ?? ''
    return runsOf(textNodes(block), quoted !== undefined).flatMap(({ nodes, quote }) => {
      const found = sentencesIn(nodes.map((node) => node.data).join(''), quote?.lang || language)
      return found.map(({ segment, index }, place) =>
        sentence(nodes, index, segment, quote?.lang || language, {
          before: quote && quoted && place === 0 ? `${quoted[0]} ` : '',
          after: quote && quoted && place === found.length - 1 ? ` ${quoted[1]}.` : '',
        }),
      )
    })
  })
}

/**
 * The text of some blocks on one line, and a function for the range of a part of it.
 * @param {Iterable<Element>} blocks
 */
export function lineOf(blocks) {
  const nodes = [...blocks].flatMap((block) => [...textNodes(block), undefined])
  const parts = nodes.map((node) => node?.data ?? '\n')
  const { text, places } = onOneLine(parts.join(''))
  return {
    text,
    /**
     * @param {number} start
     * @param {number} end
     */
    range: (start, end) => rangeOf(nodes, places[start] ?? 0, (places[end - 1] ?? 0) + 1),
  }
}

/**
 * @param {readonly Text[]} nodes
 * @param {number} index
 * @param {string} segment
 * @param {string} language
 * @param {{ before: string, after: string }} around
 * @returns {Sentence}
 */
function sentence(nodes, index, segment, language, { before, after }) {
  const { text, places } = onOneLine(segment)
  const part = (/** @type {number} */ start, /** @type {number} */ end) =>
    rangeOf(nodes, index + (places[start] ?? 0), index + (places[end - 1] ?? 0) + 1)
  return {
    text: before + text + after,
    language,
    range: part(0, text.length),
    wordAt(at, length) {
      const start = at - before.length
      if (start < 0 || start >= text.length) return undefined
      const word = length || (/^[\p{L}\p{M}\p{N}'’-]+/u.exec(text.slice(start))?.[0].length ?? 1)
      return part(start, Math.min(text.length, start + word))
    },
  }
}

/**
 * Collapses white space and trims; `places` is the original index of each letter.
 * @param {string} raw
 */
function onOneLine(raw) {
  let text = ''
  /** @type {number[]} */
  const places = []
  for (let at = 0; at < raw.length; at += 1) {
    const isSpace = /\s/.test(raw[at] ?? '')
    if (isSpace && (text === '' || text.endsWith(' '))) continue
    text += isSpace ? ' ' : raw[at]
    places.push(at)
  }
  return { text: text.trimEnd(), places }
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
 * Groups neighboring texts of one quotation, or of none.
 * @param {readonly Text[]} nodes
 * @param {boolean} tellsQuotes
 */
function runsOf(nodes, tellsQuotes) {
  /** @type {{ nodes: Text[], quote: HTMLQuoteElement | undefined }[]} */
  const runs = []
  for (const node of nodes) {
    const quote =
      (tellsQuotes && (node.parentElement?.closest('q') ?? node.parentElement?.closest('blockquote'))) || undefined
    const last = runs.at(-1)
    if (last && last.quote === quote) last.nodes.push(node)
    else runs.push({ nodes: [node], quote })
  }
  return runs
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
 * @param {readonly (Text | undefined)[]} nodes `undefined` stands for one letter that is not on the page.
 * @param {number} start
 * @param {number} end
 */
function rangeOf(nodes, start, end) {
  const range = document.createRange()
  let before = 0
  for (const node of nodes) {
    const after = before + (node?.length ?? 1)
    if (node && start >= before && start < after) range.setStart(node, start - before)
    if (node && end > before && end <= after) range.setEnd(node, end - before)
    before = after
  }
  return range
}
