/** Text of others as one line of Markdown in which nothing is a sign of Markdown and no control bids a terminal. */
export function markdownLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/&(?=[a-z#])/gi, '&amp;')
}
