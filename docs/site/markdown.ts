import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import MarkdownIt, { type Token } from 'markdown-it'
import type { LinkTo, SiteFiles } from './frame.ts'

/** A heading of a document with the text below it, up to the next heading. */
export type Part = { readonly level: number; readonly id: string; readonly title: string; readonly text: string }

export type Document = {
  readonly title: string
  readonly parts: readonly Part[]
  /** Writes it for a page; the files it shows are added to the site. */
  readonly write: (link: LinkTo, files: SiteFiles) => string
}

const markdown = new MarkdownIt({ html: true, linkify: false })

/** The id that GitHub gives a heading, which is what links in the documents name. */
export function headingId(title: string, taken: Map<string, number>): string {
  const id = title
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
  const times = taken.get(id) ?? 0
  taken.set(id, times + 1)
  return times === 0 ? id : `${id}-${times}`
}

/**
 * Reads a Markdown file of the repository. `pathOf` says where the site has a file of the repository, undefined if it hasn't: a link there
 * becomes text that names the file.
 */
export function readDocument(file: string, pathOf: (file: string) => string | undefined): Document {
  const tokens = markdown.parse(readFileSync(file, 'utf8'), {})
  const ids = new Map<string, number>()
  const parts: (Omit<Part, 'text'> & { texts: string[] })[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const title = textOf(tokens[at + 1])
      const id = headingId(title, ids)
      token.attrSet('id', id)
      parts.push({ level: Number(token.tag.slice(1)), id, title, texts: [] })
    } else if (token.type === 'fence' || (token.type === 'inline' && tokens[at - 1]?.type !== 'heading_open'))
      parts.at(-1)?.texts.push(textOf(token))
  }
  return {
    title: parts[0]?.title ?? file,
    parts: parts.map(({ texts, ...part }) => ({ ...part, text: texts.join(' ') })),
    write: (link, files) => writeTokens(tokens, file, pathOf, link, files),
  }
}

function writeTokens(
  tokens: readonly Token[],
  file: string,
  pathOf: (file: string) => string | undefined,
  link: LinkTo,
  files: SiteFiles,
): string {
  const { renderer, options } = new MarkdownIt({ html: true })
  /** Links that are open and lead out of the site. */
  const toSource: string[] = []
  const render = renderer.renderToken.bind(renderer)
  const attribute = (token: Token, name: string) => String(token.attrGet(name) ?? '')
  const resolve = (target: string) => posix.join(posix.dirname(file), target)

  renderer.rules.link_open = (all, at) => {
    const href = attribute(all[at]!, 'href')
    if (/^https?:/.test(href)) return `<a href="${markdown.utils.escapeHtml(href)}" rel="noreferrer noopener">`
    if (href.startsWith('#')) return `<a href="${href}">`
    const [target = '', fragment] = href.split('#')
    const path = pathOf(resolve(target))
    toSource.push(path === undefined ? resolve(target) : '')
    if (path === undefined) return '<span class="in-source">'
    return `<a href="${link(fragment === undefined ? path : `${path}#${fragment}`)}">`
  }
  renderer.rules.link_close = (all, at) => {
    const opened = all.slice(0, at).findLast(({ type }) => type === 'link_open')!
    if (/^(?:https?:|#)/.test(attribute(opened, 'href'))) return '</a>'
    const source = toSource.pop()
    if (!source) return '</a>'
    const named = all[at - 1]?.type === 'code_inline'
    return named ? '</span>' : ` <small>(<code>${source}</code> in the source)</small></span>`
  }
  renderer.rules.image = (all, at) => {
    const token = all[at]!
    const source = resolve(attribute(token, 'src'))
    const bytes = readFileSync(source)
    const path = `pictures/${posix.basename(source)}`
    files.set(path, bytes)
    const size = pngSize(bytes)
    const sized = size ? ` width="${size.width}" height="${size.height}"` : ''
    return `<img src="${link(path)}" alt="${markdown.utils.escapeHtml(textOf(token))}"${sized} loading="lazy">`
  }
  renderer.rules.table_open = () => '<div class="across" role="group" aria-label="Table" tabindex="0"><table>\n'
  renderer.rules.table_close = () => '</table></div>\n'
  renderer.rules.th_open = (all, at) => {
    all[at]!.attrSet('scope', 'col')
    return render(all, at, options)
  }
  // A number and its sign stay in one line.
  renderer.rules.text = (all, at) => markdown.utils.escapeHtml(all[at]!.content).replaceAll(/(\d) (?=%)/g, '$1\u00a0')
  // Comments in the documents are for programs that fill in figures.
  renderer.rules.html_block = (all, at) => (all[at]!.content.startsWith('<!--') ? '' : all[at]!.content)
  return renderer.render([...tokens], options, {})
}

/** The size of a PNG, which its header has at a fixed place; undefined for another kind of picture. */
export function pngSize(bytes: Buffer): { readonly width: number; readonly height: number } | undefined {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return undefined
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** The words of a token without their markup. */
function textOf(token: Token | undefined): string {
  if (!token?.children) return token?.content ?? ''
  return token.children.map((child) => (child.type === 'softbreak' ? ' ' : textOf(child))).join('')
}
