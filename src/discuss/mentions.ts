import type { CommentBlock, CommentInline } from '../core/text/comment-text.ts'

/** Most words in a mentioned name. */
const mostWords = 4
/** Most mentions looked up per comment. */
const mostNames = 20

/**
 * What could be a name after an `@`, longest first, one to four words each. `@Ada Lind said` could mean `Ada Lind said`, `Ada Lind` or
 * `Ada`; the caller looks up which account exists.
 */
export function possibleNames(blocks: readonly CommentBlock[]): readonly string[] {
  const found: string[] = []
  mapText(blocks, (text) => {
    for (const { names } of mentionsIn(text).slice(0, mostNames)) found.push(...names)
    return [{ kind: 'text', text }]
  })
  return [...new Set(found)].slice(0, mostNames * mostWords)
}

/** Turns names with an account into mentions. `nameOf` returns the account's own spelling of a name. */
export function withMentions(
  blocks: readonly CommentBlock[],
  nameOf: (possible: string) => string | undefined,
): readonly CommentBlock[] {
  return mapText(blocks, (text) => {
    const parts: CommentInline[] = []
    let from = 0
    for (const { start, names } of mentionsIn(text)) {
      const known = names.find((name) => nameOf(name) !== undefined)
      if (known === undefined || start < from) continue
      if (start > from) parts.push({ kind: 'text', text: text.slice(from, start) })
      parts.push({ kind: 'mention', name: nameOf(known)! })
      from = start + 1 + known.length
    }
    if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
    return parts
  })
}

function mentionsIn(text: string): { readonly start: number; readonly names: readonly string[] }[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}@/._-])@(?=[^\s@])/gu)].map(({ index }) => {
    const rest = text.slice(index + 1, index + 120)
    const names: string[] = []
    const word = /[^\s@]+/y
    for (let count = 0, at = 0; count < mostWords; count++) {
      word.lastIndex = at
      const match = word.exec(rest)
      if (!match) break
      at = word.lastIndex
      const whole = rest.slice(0, at)
      const bare = whole.replace(/[\p{P}\p{S}]+$/u, '')
      names.unshift(whole, ...(bare !== '' && bare !== whole ? [bare] : []))
      if (rest[at] !== ' ') break
      at++
    }
    return { start: index, names }
  })
}

/** Replaces plain texts; code and links stay as they are. */
function mapText(
  blocks: readonly CommentBlock[],
  replace: (text: string) => readonly CommentInline[],
): readonly CommentBlock[] {
  const inlines = (content: readonly CommentInline[]): readonly CommentInline[] =>
    content.flatMap((inline): readonly CommentInline[] => {
      if (inline.kind === 'text') return replace(inline.text)
      return inline.kind === 'emphasis' || inline.kind === 'strong'
        ? [{ ...inline, content: inlines(inline.content) }]
        : [inline]
    })
  function inBlock(block: CommentBlock): CommentBlock {
    switch (block.kind) {
      case 'paragraph':
        return { ...block, content: inlines(block.content) }
      case 'code':
        return block
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(inBlock)) }
      case 'quote':
        return { ...block, content: block.content.map(inBlock) }
    }
  }
  return blocks.map(inBlock)
}
