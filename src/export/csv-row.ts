/**
 * A row of CSV (RFC 4180: CRLF, doubled quotation marks). A cell that a spreadsheet would read as a formula, including with
 * full-width signs, gets a leading apostrophe (OWASP, CSV Injection). So does text after a semicolon, tab or line end within a
 * cell: where those separate cells, as in the spreadsheets of half of Europe, it would be a cell of its own. Control characters,
 * which a terminal would obey, are removed. A number is written as it is.
 */
export function csvRow(cells: readonly (string | number)[]): string {
  return `${cells.map((each) => (typeof each === 'number' ? String(each) : cell(each))).join(',')}\r\n`
}

/** A formula sign within a cell; an emoticon such as `;-)` isn't one. */
const inner = /(?<=[;\t\r\n])(?:[=@＝＠]|[+\-＋－](?!\)))/g

function cell(text: string): string {
  const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
  // A URL should keep leading to the same page, or as nearly as possible.
  const isAddress = /^https?:\/\//i.test(plain)
  const parts = plain.replace(inner, (sign) => (isAddress ? encoded(sign) : `'${sign}`))
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(parts) ? `'${parts}` : parts
  return /[",;\t\r\n]/.test(safe) || safe !== plain ? `"${safe.replaceAll('"', '""')}"` : safe
}

function encoded(sign: string): string {
  return sign < '\u0080' ? `%${sign.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(sign)
}
