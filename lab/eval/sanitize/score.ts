import { fileURLToPath } from 'node:url'
import { sanitizeHtml } from '../../../src/extract/markup/sanitize.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { residueOf, textOfMarkup } from './residue.ts'

/** Hostile or harmless markup; `expected` is what the suite it comes from would keep. */
type MarkupRecord = { readonly id: string; readonly input: string; readonly expected?: string | readonly string[] }

const base = 'https://feed.example/post/1'

/** Share of markup that comes out with nothing that runs, that is a fixed point, and that keeps the suite's words. */
export async function run(options: EvalOptions): Promise<EvalResult> {
  const set = findSet('security/markup-dev.jsonl.zst')
  const path = options.data ?? set ?? fileURLToPath(new URL('own.jsonl', import.meta.url))
  const records = readRecords<MarkupRecord>(path)
  const outputs = records.map(({ input }) => sanitizeHtml(input, base))
  const residues = outputs.map(residueOf)
  const worded = records.flatMap((record, i) =>
    expectations(record).some((text) => wordsOf(text).length > 0) ? [{ record, output: outputs[i]! }] : [],
  )
  const unsafe = records.flatMap(({ id }, i) =>
    residues[i]!.length === 0 ? [] : [`${id}: ${residues[i]!.join(', ')}`],
  )
  return {
    name: 'sanitize',
    set: path === set ? 'markup-dev' : (options.data ?? 'own'),
    records: records.length,
    figures: {
      safe: 1 - unsafe.length / records.length,
      fixedPoint: share(outputs, (output) => sanitizeHtml(output, base) === output),
      ...(worded.length === 0
        ? {}
        : {
            wordsKept: share(worded, ({ record, output }) =>
              expectations(record).some((text) => keepsWords(text, output)),
            ),
          }),
    },
    notes: [
      ...unsafe.slice(0, 10),
      'wordsKept: the suites keep the text of forms, scripts in odd places and vector graphics; we drop it on purpose',
    ],
    isOwnSet: set === undefined && options.data === undefined,
  }
}

/** Some suites allow several outcomes. */
function expectations({ expected }: MarkupRecord): readonly string[] {
  return expected === undefined ? [] : [expected].flat()
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 1 : items.filter(test).length / items.length
}

function wordsOf(html: string): string[] {
  return textOfMarkup(html).match(/[\p{L}\p{N}]+/gu) ?? []
}

function keepsWords(expected: string, output: string): boolean {
  const have = new Set(wordsOf(output))
  return wordsOf(expected).every((word) => have.has(word))
}
