/** Rows of tables as one plain page that opens anywhere: a heading and a table for each. Everything in it is escaped. */
export function rowsAsHtml(
  title: string,
  tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>,
): string {
  const parts = Object.entries(tables).map(([name, rows]) => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('')
    const body = rows
      .map((row) => `<tr>${columns.map((column) => `<td dir="auto">${escaped(row[column])}</td>`).join('')}</tr>`)
      .join('\n')
    return `<section><h2>${escaped(name)} (${rows.length})</h2>
<table><thead><tr>${head}</tr></thead>
<tbody>${body}</tbody></table></section>`
  })
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{font:16px/1.5 sans-serif;margin:2rem}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2rem .5rem;text-align:start;vertical-align:top;max-width:40rem;overflow-wrap:anywhere}</style>
</head><body><h1>${escaped(title)}</h1>
${parts.join('\n')}
</body></html>
`
}

function escaped(value: unknown): string {
  if (value === null || value === undefined) return ''
  return String(value).replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)
}
