/** What a file of subscriptions may hold at most. No list comes near; what does is made to fill memory. */
export const opmlLimits = {
  /** UTF-16 units of the whole text. */
  text: 32_000_000,
  outlines: 200_000,
  /** Outlines inside one another. */
  depth: 100,
  /** UTF-16 units of one attribute or of the text of one outline, as it reads. */
  value: 100_000,
  /** The same as it is written: `&quot;` has six. */
  writtenValue: 600_000,
  attributes: 128,
  /** Elements of other names, in the head and in outlines. */
  elements: 100_000,
} as const

/** Why a file is not read. */
export type OpmlRefusal = {
  readonly kind: 'refused'
  readonly reason: 'not-opml' | 'too-large' | 'too-many' | 'too-deep' | 'too-long' | 'entities'
  readonly message: string
}

/** Why a text is refused before it is read; undefined: it may be read. */
export function refuseText(text: string): OpmlRefusal | undefined {
  const { text: longest, outlines } = opmlLimits
  if (text.length > longest)
    return refusal('too-large', `The file has more than ${longest / 1e6} million characters. Split it.`)
  if (hasMore(text, /<outline\b/gi, outlines))
    return refusal('too-many', `The file has more than ${outlines} outlines. Split it.`)
  // Entities made of entities ("billion laughs"): each step multiplies.
  const doctype = /<!DOCTYPE/i.exec(text.slice(0, 4096))
  if (doctype && /<!ENTITY\s+[^>"']{0,200}["'][^"'>]{0,65536}&[\w.-]{1,64};/.test(text.slice(doctype.index, 65_536)))
    return refusal('entities', 'The file declares entities made of entities, which grow without end. It is not read.')
  return undefined
}

/** A refusal for a reason of the list. */
export function refusal(reason: OpmlRefusal['reason'], message: string): OpmlRefusal {
  return { kind: 'refused', reason, message }
}

function hasMore(text: string, pattern: RegExp, most: number): boolean {
  let count = 0
  while (pattern.test(text)) if (++count > most) return true
  return false
}
