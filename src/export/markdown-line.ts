/**
 * Outside text as one line without any active Markdown or HTML, even at the start of a line, and without control characters that
 * a terminal would obey. Braces are escaped too: CommonMark gives them no meaning, but Pandoc and kramdown would read `{.a}`
 * after a title as its class, and MDX would run `{a}` as a program.
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
