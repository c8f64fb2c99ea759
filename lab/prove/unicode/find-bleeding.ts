/**
 * Asked in a page: text with an override that is in one block with words of ours and is not isolated from them, so that it would turn
 * them (Unicode Standard Annex 9: what a block or an isolate begins, its end ends). Each finding is the block's words.
 */
export const findBleeding = `(() => {
  const isIsolated = (element) => /isolate|plaintext/.test(getComputedStyle(element).unicodeBidi)
  const isInline = (element) => /^(?:inline|contents)$/.test(getComputedStyle(element).display)
  const homeOf = (node) => {
    let at = node.parentElement
    for (; at && isInline(at); at = at.parentElement) if (isIsolated(at)) return at
    return at ?? undefined
  }
  const homes = new Map()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (/^(?:SCRIPT|STYLE|TEXTAREA|OPTION|MARK|CODE)$/.test(node.parentElement.tagName) || node.data.trim() === '') continue
    const home = homeOf(node)
    if (!home || home.getClientRects().length === 0) continue
    const known = homes.get(home) ?? { hostile: [], own: [] }
    // What is isolated by signs of its own (FIRST STRONG ISOLATE) turns nothing.
    const bare = node.data.replace(/\\u2068[^\\u2068\\u2069]*\\u2069/g, '')
    const parts = /[\\u202a-\\u202e]/.test(bare) ? bare.split(/אבג[^\\p{L}]*/u) : [bare]
    if (parts.length === 1) known.own.push(bare.trim())
    else known.hostile.push(bare.trim())
    if (parts.length > 1 && parts.at(-1).trim() !== '') known.own.push(parts.at(-1).trim())
    // One that is open would take the end of the element it stands in for its own.
    let open = 0
    for (const sign of node.data.match(/[\\u2066-\\u2069]/g) ?? []) {
      open += sign === '\\u2069' ? -1 : 1
      if (open < 0) break
    }
    if (open !== 0) known.own.push('(open isolate)')
    homes.set(home, known)
  }
  return [...homes].flatMap(([home, { hostile, own }]) =>
    hostile.length > 0 && (own.length > 0 || hostile.length > 1)
      ? [home.tagName.toLowerCase() + (home.className ? '.' + home.className : '') + ': ' + [...hostile, ...own].join(' | ').replace(/[\\u200b-\\u206f]/g, '').slice(0, 160)]
      : [],
  )
})()`
