import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'

/**
 * Packs tagger weights into `src/analyze/grammar/pos-model.bin`.
 *
 * Input: a gzip file of one JSON line `{labels, bits}` and then one signed byte per (bucket, label).
 * Output: that header line, with the number of bytes after it, followed by, for each weight that is not zero, the gap to it from
 * the one before (7 bits a byte, low first) and the weight. 4.5 million weights are mostly zero, so this is a tenth of their size.
 *
 *     node lab/eval/pos/pack.ts --weights weights.bin.gz --out src/analyze/grammar/pos-model.bin
 */
export function packWeights(
  header: { readonly labels: readonly string[]; readonly bits: number },
  weights: Int8Array,
): Uint8Array {
  const bytes: number[] = []
  let last = -1
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] as number
    if (weight === 0) continue
    let gap = at - last
    while (gap > 127) {
      bytes.push((gap & 127) | 128)
      gap >>>= 7
    }
    bytes.push(gap, weight & 255)
    last = at
  }
  return Buffer.concat([Buffer.from(`${JSON.stringify({ ...header, bytes: bytes.length })}\n`), Uint8Array.from(bytes)])
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { weights: { type: 'string' }, out: { type: 'string' } } })
  if (!values.weights || !values.out) throw new Error('Say which: --weights weights.bin.gz --out pos-model.bin')
  const bytes = gunzipSync(readFileSync(values.weights))
  const newline = bytes.indexOf(10)
  const { labels, bits } = JSON.parse(bytes.subarray(0, newline).toString()) as { labels: string[]; bits: number }
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + newline + 1, labels.length << bits)
  writeFileSync(values.out, packWeights({ labels, bits }, weights))
}
