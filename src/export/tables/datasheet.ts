import { type TableFormat, type TableName, tableColumns, tableNames } from './table-columns.ts'

/** What a snapshot was made of and how. */
export type SnapshotFacts = {
  readonly version: string
  readonly analyzers: Readonly<Record<string, number>>
  readonly madeAt: string
  readonly format: TableFormat
  readonly hasTexts: boolean
  /** What was asked for, each with its value: `person`, `source`, `topic`, `from`, `to`. */
  readonly filter: Readonly<Record<string, string>>
  readonly rowCounts: Readonly<Record<TableName, number>>
}

/** One line that says what a snapshot contains. */
export function snapshotTitle({ filter, madeAt }: Pick<SnapshotFacts, 'filter' | 'madeAt'>): string {
  const { from = 'the beginning', to = madeAt.slice(0, 10), ...of } = filter
  const named = Object.entries(of).map(([name, value]) => `${name} ${value}`)
  return `${named.length > 0 ? named.join(', ') : 'everything'}, from ${from} to ${to}`
}

/** Which rows each filter leaves. */
const chosenBy: Readonly<Record<string, string>> = {
  person:
    'quotations that they say, promises that they make, and figures within their direct quotations. Of reports and copies, all in stories that name them, whoever wrote them.',
  source: 'rows whose article is from that outlet. Of a copy this is `outlet`, not `other_outlet`.',
  topic: 'rows of stories in that section.',
  from: 'rows whose article was published on that day or later.',
  to: 'rows whose article was published on that day or earlier.',
}

/** Describes a snapshot for whoever works with it, including somebody who has never seen Twosource. */
export function datasheet(facts: SnapshotFacts): string {
  const { version, analyzers, madeAt, format, hasTexts, filter, rowCounts } = facts
  const counts = tableNames.map((table) => `| ${table}.${format} | ${rowCounts[table]} |`)
  const versions = Object.entries(analyzers).map(([name, number]) => `${name} ${number}`)
  const used = Object.keys(filter)
  const columns = tableNames.flatMap((table) => [
    '',
    `### ${table}`,
    '',
    ...tableColumns[table]
      .filter(({ isText }) => hasTexts || !isText)
      .map(({ name, type, means }) => `- \`${name}\` (${type}): ${means}`),
  ])
  return `${[
    '# Datasheet',
    '',
    `Data of a Twosource server: ${snapshotTitle(facts)}.`,
    '',
    `- Made at: ${madeAt}`,
    `- Made by: Twosource ${version}; analyzers now: ${versions.join(', ')}. Each row has the version that made it.`,
    ...Object.entries(filter).map(([name, value]) => `- Filter: ${name} = ${value.replace(/\s+/g, ' ')}`),
    `- Article words: ${hasTexts ? 'the passages of each row' : 'none; each passage has its place and SHA-256'}`,
    '',
    '| file | rows |',
    '| --- | ---: |',
    ...counts,
    '',
    '## What it is',
    '',
    'Rows are what story pages show: passages of news articles that a program found and checked, letter by letter, against the text they',
    'are from. Articles that belong to no story have no rows. The program makes mistakes; `confidence` says how often a pattern finds the',
    'right speaker on labeled text. A server reads the feeds that its readers chose, which isn’t a sample of all news. What is private to other',
    'readers of the server is not in it.',
    '',
    'Times are ISO 8601; days are in UTC, those on which articles say they were published. Places are counted in UTF-16 code units',
    'from 0, as JavaScript and Java do: in Python, `text.encode("utf-16-le")[2 * start:2 * end].decode("utf-16-le")`.',
    ...(format === 'csv'
      ? [
          'CSV is UTF-8 as in RFC 4180. A cell that a spreadsheet would read as a formula has an apostrophe before it, and control characters',
          'are removed; JSON Lines and Parquet have every cell as it is.',
        ]
      : []),
    '',
    ...(used.length > 0
      ? ['## How rows are chosen', '', ...used.map((name) => `- ${name}: ${chosenBy[name]}`), '']
      : []),
    '## How to rebuild and check it',
    '',
    '1. `twosource verify FILE.zip` checks that no file changed. `manifest.json` has the SHA-256 of each file; the SHA-256 of the manifest',
    '   itself identifies the snapshot.',
    '2. Fetch an article at its `url`, or from a web archive near `fetched_at`, and extract its main text with the same version of Twosource:',
    '   `twosource extract PAGE.html`. If its SHA-256 is `text_sha256`, it is the same text.',
    '3. Cut the text from `start` to `end`. The SHA-256 of that passage is `sha256`.',
    '4. Find the passages again with the version in `analyzer`: `twosource analyze TEXT`.',
    '',
    '## Rights',
    '',
    `Articles belong to their publishers. ${hasTexts ? 'This snapshot quotes them: before you pass it on, ask whether the law of your country or a license allows it.' : 'Places, hashes and figures are facts; the words themselves are not in it. To pass it on is usually allowed, but check the law of your country.'}`,
    'Quotations are of living people: follow the rules for personal data that apply to you.',
    '',
    '## Columns',
    ...columns,
  ].join('\n')}\n`
}
