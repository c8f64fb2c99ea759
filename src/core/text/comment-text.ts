import type { QuoteCheck } from '../comment.ts'

/** The text of a comment as a tree. Code that writes it to a page has to escape its leaves. */
export type CommentBlock =
  | { readonly kind: 'paragraph'; readonly content: readonly CommentInline[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'list'
      readonly isOrdered: boolean
      readonly start: number
      readonly items: readonly (readonly CommentBlock[])[]
    }
  | { readonly kind: 'quote'; readonly content: readonly CommentBlock[]; readonly check?: QuoteCheck }

export type CommentInline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'emphasis'; readonly content: readonly CommentInline[] }
  | { readonly kind: 'strong'; readonly content: readonly CommentInline[] }
  /** An `http:` or `https:` URL; `host` is shown beside the words. */
  | { readonly kind: 'link'; readonly url: string; readonly host: string; readonly content: readonly CommentInline[] }
  /** The name of an account on this server. */
  | { readonly kind: 'mention'; readonly name: string }

/** A comment's words, without formatting. */
export function commentWords(blocks: readonly CommentBlock[]): string {
  return blocks.map(blockWords).join('\n')
}

function inlineWords(content: readonly CommentInline[]): string {
  return content.map(wordsOf).join('')
}

function blockWords(block: CommentBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return inlineWords(block.content)
    case 'code':
      return block.text
    case 'list':
      return block.items.map(commentWords).join('\n')
    case 'quote':
      return commentWords(block.content)
  }
}

function wordsOf(inline: CommentInline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text
    case 'break':
      return '\n'
    case 'emphasis':
    case 'strong':
    case 'link':
      return inlineWords(inline.content)
    case 'mention':
      return `@${inline.name}`
  }
}
