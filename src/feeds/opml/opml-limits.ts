/** Limits of a subscription list. No real list comes near them; only files made to fill memory do. */
export const opmlLimits = {
  /** UTF-16 units of the whole text. */
  text: 32_000_000,
  outlines: 200_000,
  depth: 100,
  /** UTF-16 units of one attribute or of the text of one outline, decoded. */
  value: 100_000,
  /** The same as written: `&quot;` counts six. */
  writtenValue: 600_000,
  attributes: 128,
  /** Elements other than outlines, in the head and inside outlines. */
  elements: 100_000,
} as const

export type OpmlRefusal = {
  readonly kind: 'refused'
  readonly reason: 'not-opml' | 'too-large' | 'too-many' | 'too-deep' | 'too-long' | 'entities'
  readonly message: string
}

/** Why a text is refused before it is parsed, or undefined when it may be parsed. */
export function refuseText(text: string): OpmlRefusal | undefined {
  const { text: longest, outlines } = opmlLimits
  if (text.length > longest)
    return refusal(
      'too-large',
      `The file has more than ${longest / 1e6} million characters. Split it and import the parts.`,
    )
  if (hasMore(text, /<outline\b/gi, outlines))
    return refusal('too-many', `The file has more than ${outlines} outlines. Split it.`)
  // Entities made of entities ("billion laughs"): each step multiplies the size.
  const doctype = /<!DOCTYPE/i.exec(text.slice(0, 4096))
  if (doctype && /<!ENTITY\s+[^>"']{0,200}["'][^"'>]{0,65536}&[\w.-]{1,64};/.test(text.slice(doctype.index, 65_536)))
    return refusal('entities', 'The file contains entities that expand without end, so it wasn’t read.')
  return undefined
}

export function refusal(reason: OpmlRefusal['reason'], message: string): OpmlRefusal {
  return { kind: 'refused', reason, message }
}

function hasMore(text: string, pattern: RegExp, most: number): boolean {
  let count = 0
  while (pattern.test(text)) if (++count > most) return true
  return false
}
