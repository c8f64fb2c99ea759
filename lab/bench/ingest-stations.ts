import { all } from '../../src/analyze/all.ts'
import { type AnyAnalyzer, inOrder, type LayerItems } from '../../src/analyze/analyzer.ts'
import { identifyLanguage } from '../../src/analyze/language.ts'
import { featuresOf } from '../../src/cluster/vectorize.ts'
import type { LayerName, Layers } from '../../src/core/layers.ts'
import { blocksOf } from '../../src/extract/blocks/page-blocks.ts'
import { extract } from '../../src/extract/extract.ts'
import { readFacts } from '../../src/extract/facts/page-facts.ts'
import { findMainText } from '../../src/extract/main-text.ts'
import { parsePage } from '../../src/extract/markup/page-tree.ts'
import { decode } from '../../src/feeds/decode.ts'
import type { Digest, DigestInput } from '../../src/pipeline/digest.ts'
import { fingerprintsOf } from '../../src/syndicate/fingerprints.ts'
import type { StationTimes } from './station-times.ts'

/** The stations of a digest, one after the other, each counted by itself; `extract` holds the four before it. */
export function timeStations(
  { time }: StationTimes,
  input: DigestInput & { readonly source: { readonly kind: 'page' } },
  { document }: Digest,
): void {
  const { body, contentType, url } = input.source
  const html = time('decode', () => decode(body, contentType).text)
  const { root } = time('extract.tree', () => parsePage(html))
  time('extract.blocks', () => blocksOf(root))
  time('extract.facts', () => readFacts(root))
  time('extract.mainText', () => findMainText(root, document.title))
  time('extract', () => extract({ html, url, fetchedAt: input.fetchedAt }))
  time('language', () => identifyLanguage(`${document.title}. ${document.text.slice(0, 2000)}`))
  const items: { [Name in LayerName]?: readonly Layers[LayerName][] } = {}
  for (const { assigns, run } of inOrder(all as readonly AnyAnalyzer[]))
    items[assigns] = time(`analyze.${assigns}`, () => run(document, items as LayerItems<LayerName>))
  time('fingerprints', () => fingerprintsOf(document))
  time('vector', () => featuresOf(document))
}
