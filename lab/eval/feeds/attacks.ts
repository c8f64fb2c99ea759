import { parseFeed } from '../../../src/feeds/reading/parse-feed.ts'
import type { EvalResult } from '../result.ts'

/** XML attacks: none may crash the parser, be blown up by it, or have it read a file of this machine. */
export function scoreAttacks(files: ReadonlyMap<string, Uint8Array>): EvalResult {
  const misses: string[] = []
  for (const [name, bytes] of files) {
    try {
      const output = JSON.stringify(parseFeed(bytes, { url: 'https://example.org/' }))
      const isBlownUp = output.length > bytes.length * 8 + 1_100_000
      if (isBlownUp || /root:[x*]:0:0/.test(output)) misses.push(`${name}: ${output.length} characters out`)
    } catch (error) {
      misses.push(`${name}: crashed with ${error instanceof Error ? error.message : error}`)
    }
  }
  const held = files.size === 0 ? 0 : (files.size - misses.length) / files.size
  return { name: 'feeds', set: 'xml-dev', records: files.size, figures: { held }, notes: misses, isOwnSet: false }
}
