import { gzipSync } from 'node:zlib'
import { importFile } from '../../src/operations/library/import-file.ts'
import { withContext } from './bench-context.ts'
import { watched } from './loop-delay.ts'
import { type Bench, peakMemoryMb, type Row, round, sized } from './measure.ts'

/** What a page takes at most, and what it may be when it is unpacked. */
const FILE_BYTES = sized(15 * 2 ** 20, 2 ** 14)
const UNPACKED_BYTES = sized(60 * 2 ** 20, 2 ** 16)

/** Files of links as large as a reader may bring: how long others wait for their turn while one is read and taken in. */
export const bench: Bench = async ({ database, sizes = [FILE_BYTES] }) =>
  withContext({ database, fetchesPages: false }, async ({ operations }) => {
    const rows: Row[] = []
    for (const size of sizes)
      for (const [what, make] of Object.entries(files)) {
        const whole = new TextEncoder().encode(make(size))
        rows.push(await taken(`${what}, ${round(whole.length / 2 ** 20)} MB`, whole))
        rows.push(await taken(`${what}, the same again`, whole))
      }
    const packed = new Uint8Array(gzipSync(new TextEncoder().encode(files['JSON of Omnivore']!(UNPACKED_BYTES))))
    rows.push(await taken(`JSON, packed, ${round(UNPACKED_BYTES / 2 ** 20)} MB unpacked`, packed))

    async function taken(what: string, bytes: Uint8Array<ArrayBuffer>): Promise<Row> {
      const { result, figures } = await watched(() => importFile.run(operations, { bytes, name: 'links' }))
      if (result.kind !== 'links') throw new Error(`${what}: ${JSON.stringify(result).slice(0, 200)}`)
      return { what, figures: { links: result.total, added: result.added, ...figures } }
    }
    return {
      name: 'imports',
      load: `files of links as large as a page takes them, ${operations.store.dialect}`,
      rows,
      peakMemoryMb: peakMemoryMb(),
      notes: ['Delays are those of the event loop, in milliseconds: so long a page may have to wait.'],
    }
  })

const files: Readonly<Record<string, (bytes: number) => string>> = {
  'CSV of Pocket': (bytes) =>
    `title,url,time_added,tags,status\n${lines(bytes, (n) => `Title of page ${n},${address(n)},${1_700_000_000 + n},tag|other,unread\n`)}`,
  'HTML of bookmarks': (bytes) =>
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n${lines(bytes, (n) => `<DT><A HREF="${address(n)}" ADD_DATE="${1_700_000_000 + n}" TAGS="a,b">Title of page ${n}</A>\n`)}</DL>`,
  'JSON of Omnivore': (bytes) =>
    `[${lines(bytes, (n) => `${n === 0 ? '' : ','}{"url":"${address(n)}","title":"Title of page ${n}","savedAt":"2024-01-01T00:00:00Z","labels":["a"],"state":"Active"}`)}]`,
}

const address = (n: number) => `https://www.site-${n % 997}.example/articles/${n}`

function lines(bytes: number, line: (n: number) => string): string {
  const made: string[] = []
  for (let [n, length] = [0, 0]; length < bytes; n++) {
    const next = line(n)
    made.push(next)
    length += next.length
  }
  return made.join('')
}
