/**
 * The rows of a CSV text (RFC 4180): quoted cells may hold commas, line ends and doubled quotation marks. What breaks the rules is
 * read as it stands: a quotation mark within a bare cell is a sign, a quote that never ends takes the rest. Empty lines are left out.
 * Takes time in proportion to the text, and no more than `most` rows.
 */
export function parseCsv(text: string, most = Number.POSITIVE_INFINITY): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < text.length && rows.length < most) {
    const cell = text[at] === '"' ? quotedCell(text, at + 1) : bareCell(text, at)
    row.push(cell.value)
    at = cell.end
    if (text[at] === ',') {
      at++
      if (at === text.length || text[at] === '\n' || text[at] === '\r') row.push('')
      else continue
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  return rows
}

type Cell = { readonly value: string; readonly end: number }

function bareCell(text: string, from: number): Cell {
  let end = from
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') end++
  return { value: text.slice(from, end), end }
}

function quotedCell(text: string, from: number): Cell {
  const parts: string[] = []
  let at = from
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return { value: parts.join('') + text.slice(at), end: text.length }
    parts.push(text.slice(at, close))
    if (text[close + 1] !== '"') {
      // Signs behind the closing mark, which should not be there, belong to the cell.
      const rest = bareCell(text, close + 1)
      return { value: parts.join('') + rest.value, end: rest.end }
    }
    parts.push('"')
    at = close + 2
  }
}
