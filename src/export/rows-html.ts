/** A chunk for each row would cost as much as the row. */
const rowsAtOnce = 100

/** Table rows as a simple HTML page that opens anywhere, in chunks: a heading and a table for each. Everything is escaped. */
export async function* rowsAsHtml(
  title: string,
  tables: AsyncIterable<readonly [name: string, rows: readonly Readonly<Record<string, unknown>>[]]>,
): AsyncGenerator<string> {
  yield `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{font:16px/1.5 sans-serif;margin:2rem}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2rem .5rem;text-align:start;vertical-align:top;max-width:40rem;overflow-wrap:anywhere}</style>
</head><body><h1>${escaped(title)}</h1>
`
  for await (const [name, rows] of tables) {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('')
    yield `<section><h2>${escaped(name)} (${rows.length})</h2>
<table><thead><tr>${head}</tr></thead>
<tbody>`
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      const some = rows.slice(start, start + rowsAtOnce)
      const cells = some.map((row) => columns.map((column) => `<td dir="auto">${escaped(row[column])}</td>`).join(''))
      yield cells.map((row) => `<tr>${row}</tr>\n`).join('')
    }
    yield '</tbody></table></section>\n'
  }
  yield `</body></html>
`
}

function escaped(value: unknown): string {
  if (value === null || value === undefined) return ''
  return String(value).replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)
}
