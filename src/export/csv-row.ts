/**
 * A row of CSV (RFC 4180: CRLF, doubled quotation marks). A cell that a spreadsheet would read as a formula, full-width signs
 * included, is led by an apostrophe (OWASP, CSV Injection). So is what comes behind a semicolon, a tab or a line end within one: where
 * those part cells, as in the spreadsheets of half of Europe, it would be a cell of its own. Controls, which a terminal would obey,
 * are left out.
 */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

/** The sign of a formula within a cell; a face, as `;-)`, is none. */
const inner = /(?<=[;\t\r\n])(?:[=@＝＠]|[+\-＋－](?!\)))/g

function cell(text: string): string {
  const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
  // An address goes on leading where it led, or as near as can be.
  const isAddress = /^https?:\/\//i.test(plain)
  const parts = plain.replace(inner, (sign) => (isAddress ? encoded(sign) : `'${sign}`))
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(parts) ? `'${parts}` : parts
  return /[",;\t\r\n]/.test(safe) || safe !== plain ? `"${safe.replaceAll('"', '""')}"` : safe
}

function encoded(sign: string): string {
  return sign < '\u0080' ? `%${sign.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(sign)
}
