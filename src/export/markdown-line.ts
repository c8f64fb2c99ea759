/**
 * Text of others as one line in which nothing is a sign of Markdown or HTML, also where it begins one, and no control bids a terminal.
 * CommonMark gives braces no meaning; programs that write sites do, and would take `{.a}` behind a title for its class (Pandoc, kramdown)
 * or `{a}` for a program (MDX).
 */
export function markdownLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/&(?=[a-z#])/gi, '&amp;')
    .replace(/^([-+])(?=[\s-]|$)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
}
