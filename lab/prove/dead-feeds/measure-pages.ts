/** The slowest of a hundred answers, in milliseconds, and the largest HTML of each page, in bytes. */
export type PagesMeasured = { readonly p99Ms: number; readonly bytes: ReadonlyMap<string, number> }

/** What a reader opens, and the pages that list every feed. */
const pages = ['/', '/feeds', '/feeds/all', '/feeds/all?only=failing', '/sources', '/server', '/server/feeds', '/admin']

/** The middle of so many parts counts: other programs of this machine disturb some. */
const parts = 5

/** Opens each page so often, one after the other; `before` runs before each round. */
export async function measurePages(
  origin: string,
  rounds: number,
  before: () => Promise<unknown>,
): Promise<PagesMeasured> {
  const times: number[] = []
  const bytes = new Map<string, number>()
  for (let round = 0; round < rounds; round++) {
    await before()
    for (const path of pages) {
      const startedMs = performance.now()
      const answer = await fetch(`${origin}${path}`)
      const body = await answer.arrayBuffer()
      times.push(performance.now() - startedMs)
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
      bytes.set(path, Math.max(bytes.get(path) ?? 0, body.byteLength))
    }
  }
  const part = Math.ceil(times.length / parts)
  const slowest = Array.from({ length: parts }, (_, index) => p99(times.slice(index * part, (index + 1) * part)))
  return { p99Ms: slowest.sort((a, b) => a - b)[Math.floor(parts / 2)]!, bytes }
}

function p99(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1]!
}
