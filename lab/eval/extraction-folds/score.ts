import type { Extraction } from '../../../src/core/article.ts'
import type { BlockModel } from '../../../src/extract/blocks/block-model.ts'
import { keepBlocks } from '../../../src/extract/blocks/keep-blocks.ts'
import { extract } from '../../../src/extract/extract.ts'
import { fitted } from '../extraction/fit-model.ts'
import { foldsOf } from '../extraction/folds.ts'
import { anyScriptF1, foreignFigures } from '../extraction/foreign-score.ts'
import { labelBlocks } from '../extraction/label-blocks.ts'
import type { PageExamples } from '../extraction/read-examples.ts'
import { type LabeledPage, readLabeled } from '../extraction/read-labeled.ts'
import { isExact, mean, overall, shingleMatch, tokensOf } from '../extraction/text-score.ts'
import { findSet } from '../read-set.ts'
import type { EvalResult } from '../result.ts'

const seeds = [1, 2, 3]
const folds = 5
const sets = ['scrapinghub', 'wcxb-dev', 'fundus-dev'] as const

/**
 * Scores the whole of extraction with models that have seen no page of the site they are asked about: five folds by registered
 * domain, three times over (the larger set once), and each set with a model that learned from the others alone.
 */
export async function run(): Promise<readonly EvalResult[]> {
  if (sets.some((set) => findSet(`extraction/${set}.jsonl.zst`) === undefined)) return []
  const pages = readLabeled((set, count) => console.error(`${set}: ${count} pages`))
  const rounds = seeds.map((seed) => {
    const texts = new Map<LabeledPage, Extraction>()
    foldsOf(pages, folds, seed).forEach((held, fold) => {
      const heldPages = new Set(held)
      const seen = pages.filter((page) => !heldPages.has(page))
      const model = fitted(examplesOf(seen), seed * folds + fold)
      for (const page of held) if (page.set !== 'wcxb-dev' || seed === seeds[0]) texts.set(page, readBy(model, page))
    })
    console.error(`seed ${seed}: ${JSON.stringify(sets.map((set) => score(pages, set, (page) => texts.get(page))))}`)
    return texts
  })
  return sets.flatMap((set) => {
    const scored = rounds
      .filter((texts) => pages.some((page) => page.set === set && texts.has(page)))
      .map((texts) => score(pages, set, (page) => texts.get(page)))
    const spread = Math.max(...scored.map(({ f1 }) => f1)) - Math.min(...scored.map(({ f1 }) => f1))
    const crossed = fitted(examplesOf(pages.filter((page) => page.set !== set)), 1)
    const note = `${folds} folds by registered domain, seeds: ${scored.length}; f1 differs by ${spread.toFixed(4)} between them`
    return [
      { ...base(set, pages), figures: meanOf(scored), notes: [note] },
      {
        ...base(set, pages),
        set: `${set}, learned from the others`,
        figures: score(pages, set, (page) => readBy(crossed, page)),
        notes: ['the model has seen no page of this set'],
      },
    ]
  })
}

function examplesOf(pages: readonly LabeledPage[]): PageExamples[] {
  return pages.map(({ examples }) => examples)
}

function base(set: string, pages: readonly LabeledPage[]): Pick<EvalResult, 'name' | 'set' | 'records' | 'isOwnSet'> {
  const records = pages.filter((page) => page.set === set).length
  return { name: 'extraction-folds', set, records, isOwnSet: false }
}

function readBy(model: BlockModel, { record: { html, url } }: LabeledPage): Extraction {
  return extract({ html, url: url ?? '', choose: (blocks, main, hints) => keepBlocks(blocks, main, hints, model) })
}

/** `stray`: lines of a page, in the mean, that the gold text has less than half of; `without`: share of unwanted pieces left out. */
type Figures = {
  f1: number
  precision: number
  recall: number
  exact: number
  wordF1: number
  stray: number
  foreignFree: number
  firstKept: number
  lastKept: number
  without: number
}

function score(
  pages: readonly LabeledPage[],
  set: string,
  readOf: (page: LabeledPage) => Extraction | undefined,
): Figures {
  const own = pages.filter((page) => page.set === set)
  const pairs = own.map((page) => [page.record.gold.text, readOf(page)?.text ?? ''] as const)
  return {
    ...overall(pairs.map(([gold, text]) => shingleMatch(gold, text))),
    exact: mean(pairs.map(([gold, text]) => Number(isExact(gold, text)))),
    wordF1: mean(pairs.map(([gold, text]) => anyScriptF1(gold, text))),
    stray: mean(pairs.map(([gold, text]) => strayLines(gold, text))),
    ...foreignFigures(own.map((page) => ({ gold: page.record.gold, read: readOf(page) ?? { text: '' } }))),
    without: shareLeftOut(own, (page) => readOf(page)?.text ?? ''),
  }
}

function strayLines(gold: string, text: string): number {
  return labelBlocks(text.split('\n'), gold).filter((share) => share < 0.5).length
}

/** Of the pieces that a set says must not be in a text; 1 where it names none. */
function shareLeftOut(pages: readonly LabeledPage[], textOf: (page: LabeledPage) => string): number {
  const absent = pages.flatMap((page) => {
    const words = ` ${tokensOf(textOf(page).toLowerCase()).join(' ')} `
    const pieces = page.record.gold.without ?? []
    return pieces.map((piece) => Number(!words.includes(` ${tokensOf(piece.toLowerCase()).join(' ')} `)))
  })
  return absent.length === 0 ? 1 : mean(absent)
}

function meanOf(scored: readonly Figures[]): Figures {
  const of = (figure: keyof Figures): number => mean(scored.map((each) => each[figure]))
  return {
    f1: of('f1'),
    precision: of('precision'),
    recall: of('recall'),
    exact: of('exact'),
    wordF1: of('wordF1'),
    stray: of('stray'),
    foreignFree: of('foreignFree'),
    firstKept: of('firstKept'),
    lastKept: of('lastKept'),
    without: of('without'),
  }
}
