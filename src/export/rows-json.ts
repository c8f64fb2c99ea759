/** A chunk for each row would cost as much as the row. */
const rowsAtOnce = 100

/** Table rows as one JSON object with some fields before them, in chunks: the same text as JSON.stringify with an indent of one. */
export async function* rowsAsJson(
  fields: Readonly<Record<string, string | number>>,
  tables: AsyncIterable<readonly [name: string, rows: readonly unknown[]]>,
): AsyncGenerator<string> {
  const before = Object.entries(fields).map(([name, value]) => ` ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`)
  yield `{\n${before.join('')} "tables": {`
  let isFirst = true
  for await (const [name, rows] of tables) {
    yield `${isFirst ? '' : ','}\n  ${JSON.stringify(name)}: [`
    isFirst = false
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      const some = rows.slice(start, start + rowsAtOnce).map((row) => JSON.stringify(row, undefined, 1))
      yield `${start === 0 ? '' : ','}\n   ${some.join(',\n').replaceAll('\n', '\n   ')}`
    }
    yield '\n  ]'
  }
  yield `${isFirst ? '' : '\n '}}\n}\n`
}
