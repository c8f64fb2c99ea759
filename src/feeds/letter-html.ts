import { escapeHtml } from '../core/escape-html.ts'

/** A line that is an address and nothing else, or an address within one. */
const address = /https?:\/\/[^\s<>"]{1,2000}[^\s<>".,;:!?)\]]/g

/** The text of a letter as HTML: that part of it, or the plain one in paragraphs with its addresses as links. */
export function letterHtml(html: string | undefined, text: string | undefined): string {
  if (html !== undefined && html.trim() !== '') return html
  return (text ?? '')
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n\s*/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${paragraph.trim().split('\n').map(lineHtml).join('<br>')}</p>`)
    .join('\n')
}

function lineHtml(line: string): string {
  let html = ''
  let from = 0
  for (const match of line.matchAll(address)) {
    const link = escapeHtml(match[0])
    html += `${escapeHtml(line.slice(from, match.index))}<a href="${link}">${link}</a>`
    from = match.index + match[0].length
  }
  return html + escapeHtml(line.slice(from))
}
