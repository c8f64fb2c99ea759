/**
 * A row of CSV (RFC 4180: CRLF, doubled quotation marks). A cell that a spreadsheet would read as a formula, full-width signs
 * included, is led by an apostrophe (OWASP, CSV Injection).
 */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe
}
