/**
 * A row of CSV (RFC 4180: CRLF, doubled quotation marks). A cell that a spreadsheet would read as a formula, full-width signs
 * included, is led by an apostrophe (OWASP, CSV Injection). Controls, which a terminal would obey, are left out.
 */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

function cell(text: string): string {
  const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(plain) ? `'${plain}` : plain
  return /[",\r\n]/.test(safe) || safe !== plain ? `"${safe.replaceAll('"', '""')}"` : safe
}
