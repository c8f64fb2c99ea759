import type { Block, Document } from '../../core/document.ts'
import { asId } from '../../core/ids.ts'
import type { Annotations, LayerName } from '../../core/layers.ts'
import type { Span } from '../../core/span.ts'

/** The analyzers take their time for a long text: so many characters are read in one turn. */
const mostAtOnce = 16_000
const layerNames = ['sentences', 'mentions', 'times', 'quotes', 'figures'] as const satisfies readonly LayerName[]

/** Reads a pasted text as articles are read: a block per line. Nothing of it is stored. */
export async function readDraft(
  text: string,
  language: string | undefined,
  at: string,
): Promise<{ readonly document: Document; readonly layers: Annotations }> {
  // Loaded with the first text: a server that reads no articles holds 15 MB less without the analyzers.
  const [{ annotate }, { all }, { identifyLanguage }] = await Promise.all([
    import('../../analyze/annotate.ts'),
    import('../../analyze/all.ts'),
    import('../../analyze/language.ts'),
  ])
  const blocks = blocksOf(text)
  const id = asId<Document['id']>('draft')
  const document: Document = {
    id,
    articleId: asId('draft'),
    language: language ?? identifyLanguage(text),
    title: '',
    text,
    blocks,
    publishedAt: at,
  }
  const analyzers = all.filter(({ assigns }) => layerNames.some((name) => name === assigns))
  const items: Record<string, unknown[]> = Object.fromEntries(layerNames.map((name) => [name, []]))
  let before = { sentences: 0, quotes: 0, blocks: 0 }
  for (const part of partsOf(blocks)) {
    const [first, last] = [part[0], part.at(-1)]
    if (!first || !last) continue
    const own = part.map((block) => ({ ...block, ...moved(block, -first.start) }))
    const read = annotate({ ...document, text: text.slice(first.start, last.end), blocks: own }, analyzers, [])
    for (const name of layerNames)
      items[name]?.push(...(read[name]?.items ?? []).map((item) => shifted(item, first.start, before)))
    before = {
      sentences: before.sentences + (read.sentences?.items.length ?? 0),
      quotes: before.quotes + (read.quotes?.items.length ?? 0),
      blocks: before.blocks + part.length,
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  const layers: Record<string, unknown> = Object.fromEntries(
    layerNames.map((name) => [name, { by: name, version: 0, items: items[name] }]),
  )
  return { document, layers: layers as Annotations }
}

function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = []
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    const line = match[0].trim()
    const start = match.index + match[0].indexOf(line)
    if (line !== '') blocks.push({ start, end: start + line.length, kind: 'paragraph' })
  }
  return blocks
}

/** Blocks in a row that are read together. */
function partsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const parts: Block[][] = []
  for (const block of blocks) {
    const part = parts.at(-1)
    if (part?.[0] && block.end - part[0].start <= mostAtOnce) part.push(block)
    else parts.push([block])
  }
  return parts
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}

/** A finding of a part, in the whole: all its spans, and its numbers of sentences, blocks and quotes. */
function shifted(
  item: object,
  by: number,
  before: Readonly<Record<'sentences' | 'quotes' | 'blocks', number>>,
): object {
  const of = item as {
    readonly index?: number
    readonly block?: number
    readonly sentence?: number
    readonly continues?: number
  }
  return {
    ...Object.fromEntries(
      Object.entries(item).map(([name, value]) => [name, isSpan(value) ? moved(value, by) : value]),
    ),
    ...(of.index !== undefined && { index: of.index + before.sentences }),
    ...(of.block !== undefined && { block: of.block + before.blocks }),
    ...(of.sentence !== undefined && { sentence: of.sentence + before.sentences }),
    ...(of.continues !== undefined && { continues: of.continues + before.quotes }),
  }
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value
}
