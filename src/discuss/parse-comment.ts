import MarkdownIt, { type Token } from 'markdown-it'
import { maxCommentLength } from '../core/comment.ts'
import { defined } from '../core/defined.ts'
import { type CommentBlock, type CommentInline, commentWords } from '../core/text/comment-text.ts'

export const mostLinks = 20
/** How deep lists and quotations may be nested; anything deeper becomes plain text. */
const deepest = 6
/** A line that opens more levels than the parser follows; such a text is kept as plain text. */
const tooDeep = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){30}/m

export type ParsedComment =
  | {
      readonly kind: 'parsed'
      readonly blocks: readonly CommentBlock[]
      readonly links: readonly string[]
      /** The words of each top-level quotation, in order. */
      readonly quotes: readonly string[]
    }
  | { readonly kind: 'refused'; readonly reason: 'empty' | 'too-long' | 'too-many-links' }

const markdown = new MarkdownIt({ html: false, breaks: true, linkify: true, typographer: false, maxNesting: 100 })
  // Enabled: paragraphs, emphasis, code, lists, quotations and links.
  .disable(['table', 'hr', 'heading', 'lheading', 'html_block', 'html_inline', 'image', 'reference', 'strikethrough'])
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
markdown.validateLink = (url) => webAddress(url) !== undefined

/**
 * Reads the Markdown of a comment: CommonMark 0.31 without headings, images, tables and HTML, which stay plain text. Links must be `http:`
 * or `https:`. Never throws.
 */
export function parseComment(body: string): ParsedComment {
  if (body.trim() === '') return { kind: 'refused', reason: 'empty' }
  if (body.length > maxCommentLength) return { kind: 'refused', reason: 'too-long' }
  const links: string[] = []
  const blocks = tooDeep.test(body) ? [] : blocksOf(withinDepth(markdown.parse(body, {})), links)
  if (links.length > mostLinks) return { kind: 'refused', reason: 'too-many-links' }
  const all = blocks.length > 0 ? blocks : [{ kind: 'paragraph', content: [{ kind: 'text', text: body }] } as const]
  return { kind: 'parsed', blocks: all, links, quotes: quotesOf(all).map((quote) => commentWords(quote.content)) }
}

/** The top-level quotations of a comment, in order. */
export function quotesOf(blocks: readonly CommentBlock[]): readonly (CommentBlock & { readonly kind: 'quote' })[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'quote') return [block]
    return block.kind === 'list' ? block.items.flatMap((item) => quotesOf(item)) : []
  })
}

/** The URL a link may point to, as a browser reads it; undefined for any other. */
function webAddress(url: string): URL | undefined {
  const address = URL.parse(url)
  const isWeb = address !== null && /^https?:$/.test(address.protocol) && /^https?:\/\//i.test(url)
  // A user name before the host can disguise where a link goes.
  return isWeb && address.username === '' && address.password === '' && address.host !== '' ? address : undefined
}

/** Drops list and quotation tokens below the allowed depth; their text stays. */
function withinDepth(tokens: readonly Token[]): readonly Token[] {
  let depth = 0
  return tokens.filter(({ type, nesting }) => {
    if (!/^(?:blockquote|bullet_list|ordered_list)_/.test(type)) return true
    if (nesting === 1) depth++
    const isKept = depth <= deepest
    if (nesting === -1) depth--
    return isKept
  })
}

/** Builds blocks from tokens, which come in pairs that open and close. */
function blocksOf(tokens: readonly Token[], links: string[]): readonly CommentBlock[] {
  type Open = { readonly type: string; readonly blocks: CommentBlock[]; readonly start: number }
  const root: Open = { type: 'root', blocks: [], start: 1 }
  const open: Open[] = [root]
  const items = new Map<Open, CommentBlock[][]>()
  for (const token of tokens) {
    const last = open.at(-1) ?? root
    switch (token.type) {
      case 'blockquote_open':
      case 'bullet_list_open':
      case 'ordered_list_open': {
        open.push({ type: token.type, blocks: [], start: Number(token.attrGet('start') ?? 1) || 1 })
        break
      }
      case 'list_item_open':
        open.push({ type: token.type, blocks: [], start: 1 })
        break
      case 'list_item_close': {
        if (last.type !== 'list_item_open') break
        open.pop()
        const list = open.at(-1) ?? root
        if (list.type.endsWith('_list_open')) items.set(list, [...(items.get(list) ?? []), last.blocks])
        else list.blocks.push(...last.blocks)
        break
      }
      case 'blockquote_close':
        if (last.type !== 'blockquote_open') break
        open.pop()
        ;(open.at(-1) ?? root).blocks.push({ kind: 'quote', content: last.blocks })
        break
      case 'bullet_list_close':
      case 'ordered_list_close': {
        if (last.type !== token.type.replace('close', 'open')) break
        open.pop()
        const isOrdered = last.type === 'ordered_list_open'
        const list = { kind: 'list', isOrdered, start: last.start, items: items.get(last) ?? [] } as const
        ;(open.at(-1) ?? root).blocks.push(list)
        break
      }
      case 'fence':
      case 'code_block':
        last.blocks.push({ kind: 'code', text: token.content.replace(/\n$/, '') })
        break
      case 'inline': {
        const content = inlinesOf(token.children ?? [], links)
        if (content.length > 0) last.blocks.push({ kind: 'paragraph', content })
        break
      }
    }
  }
  return root.blocks
}

function inlinesOf(tokens: readonly Token[], links: string[]): readonly CommentInline[] {
  type Open = { readonly url?: URL; readonly content: CommentInline[] }
  const root: Open = { content: [] }
  const open: Open[] = [root]
  for (const token of tokens) {
    const last = open.at(-1) ?? root
    switch (token.type) {
      case 'text':
      case 'text_special':
        if (token.content !== '') last.content.push({ kind: 'text', text: token.content })
        break
      case 'code_inline':
        last.content.push({ kind: 'code', text: token.content })
        break
      case 'softbreak':
      case 'hardbreak':
        last.content.push({ kind: 'break' })
        break
      case 'em_open':
      case 'strong_open':
        open.push({ content: [] })
        break
      case 'link_open': {
        const url = webAddress(String(token.attrGet('href') ?? ''))
        open.push({ content: [], ...defined({ url }) })
        break
      }
      case 'em_close':
      case 'strong_close':
      case 'link_close': {
        if (open.length === 1) break
        open.pop()
        const parent = open.at(-1) ?? root
        if (token.type !== 'link_close')
          parent.content.push({ kind: token.type === 'em_close' ? 'emphasis' : 'strong', content: last.content })
        else if (!last.url) parent.content.push(...last.content)
        else {
          links.push(last.url.href)
          parent.content.push({ kind: 'link', url: last.url.href, host: last.url.host, content: last.content })
        }
      }
    }
  }
  return joinTexts(root.content)
}

/** Joins neighboring texts. */
function joinTexts(content: readonly CommentInline[]): readonly CommentInline[] {
  const joined: CommentInline[] = []
  for (const inline of content) {
    const last = joined.at(-1)
    if (inline.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = { kind: 'text', text: last.text + inline.text }
    else joined.push(inline)
  }
  return joined
}
