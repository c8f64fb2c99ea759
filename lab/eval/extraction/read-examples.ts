import { featureNames } from '../../../src/extract/blocks/block-features.ts'
import { findCandidates, keepBlocks } from '../../../src/extract/blocks/keep-blocks.ts'
import { extract } from '../../../src/extract/extract.ts'
import type { Examples } from './boost.ts'
import { labelBlocks } from './label-blocks.ts'
import { type PageRecord, registeredDomain } from './page-record.ts'

/** The blocks of one page that a model is asked about, with what it should say. */
export type PageExamples = Examples & {
  readonly domain: string
  /** Its set was labeled with care. */
  readonly isCareful: boolean
  /** What the shipped model makes of the page. */
  readonly text: string
}

/** A block of the gold text is one of which so much is in it. */
const goldShare = 0.5
/** What a block weighs beside its words, and a page beside its text: short lines and short pages count too. */
const wordsBeside = 15
const textBeside = 200

/** Reads a page as {@link extract} does, and labels what a model is asked about; nothing where no main text is found. */
export function readExamples(
  { url, html, gold }: PageRecord,
  weight: number,
  isCareful: boolean,
): PageExamples | undefined {
  const address = url ?? ''
  let found: Omit<PageExamples, 'text'> | undefined
  const width = featureNames.length
  const { text } = extract({
    html,
    url: address,
    choose: (blocks, main, hints) => {
      const { places, rows } = findCandidates(blocks, main, hints)
      const shares = labelBlocks(
        blocks.map((block) => block.text),
        gold.text,
      )
      const goldWords = blocks.reduce(
        (sum, block, index) => sum + ((shares[index] ?? 0) >= goldShare ? block.wordCount : 0),
        0,
      )
      const asked = new Float32Array(places.length * width)
      places.forEach((place, at) => {
        asked.set(rows.subarray(place * width, (place + 1) * width), at * width)
      })
      found = {
        domain: registeredDomain(address),
        isCareful,
        width,
        rows: asked,
        labels: Float32Array.from(places, (place) => Number((shares[place] ?? 0) >= goldShare)),
        weights: Float32Array.from(
          places,
          (place) => (weight * 10 * ((blocks[place]?.wordCount ?? 0) + wordsBeside)) / (goldWords + textBeside),
        ),
      }
      return keepBlocks(blocks, main, hints)
    },
  })
  return found && { ...found, text }
}

/** The examples of many pages as one. */
export function joinExamples(pages: readonly Examples[]): Examples {
  const count = pages.reduce((sum, { labels }) => sum + labels.length, 0)
  const width = featureNames.length
  const joined = {
    width,
    rows: new Float32Array(count * width),
    labels: new Float32Array(count),
    weights: new Float32Array(count),
  }
  let at = 0
  for (const { rows, labels, weights } of pages) {
    joined.rows.set(rows, at * width)
    joined.labels.set(labels, at)
    joined.weights.set(weights, at)
    at += labels.length
  }
  return joined
}
