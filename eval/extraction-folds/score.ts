import type { BlockModel } from '../../src/extract/block-model.ts'
import { extract } from '../../src/extract/extract.ts'
import { keepBlocks } from '../../src/extract/keep-blocks.ts'
import { fitted } from '../extraction/fit-model.ts'
import { foldsOf } from '../extraction/folds.ts'
import { type LabeledPage, readLabeled } from '../extraction/read-labeled.ts'
import { isExact, mean, overall, pageF1, shingleMatch, wordMatch } from '../extraction/text-score.ts'
import { findSet } from '../read-set.ts'
import type { EvalResult } from '../result.ts'

const seeds = [1, 2, 3]
const folds = 10
const sets = ['scrapinghub', 'wcxb-dev'] as const

/**
 * Scores the whole of extraction with models that have seen no page of the site they are asked about: ten folds by registered
 * domain, three times over, and each set with a model that learned from the other alone.
 */
export async function run(): Promise<readonly EvalResult[]> {
  if (sets.some((set) => findSet(`extraction/${set}.jsonl.zst`) === undefined)) return []
  const pages = readLabeled((set, count) => console.error(`${set}: ${count} pages`))
  const rounds = seeds.map((seed) => {
    const texts = new Map<LabeledPage, string>()
    foldsOf(pages, folds, seed).forEach((held, fold) => {
      const heldPages = new Set(held)
      const model = fitted(
        pages.filter((page) => !heldPages.has(page)).map(({ examples }) => examples),
        seed * folds + fold,
      )
      for (const page of held) texts.set(page, textBy(model, page))
      console.error(`seed ${seed}, fold ${fold + 1} of ${folds}`)
    })
    return texts
  })
  return sets.flatMap((set) => {
    const own = pages.filter((page) => page.set === set)
    const others = pages.filter((page) => page.set !== set)
    const crossed = fitted(
      others.map(({ examples }) => examples),
      1,
    )
    const note = `${seeds.length} seeds of ${folds} folds by registered domain; the spread is the widest between seeds`
    const scored = rounds.map((texts) => score(own, (page) => texts.get(page) ?? ''))
    const figures = meanOf(scored)
    const spread = Math.max(...scored.map(({ f1 }) => f1)) - Math.min(...scored.map(({ f1 }) => f1))
    return [
      { ...base(set, own), figures, notes: [note, `spread of f1: ${spread.toFixed(4)}`] },
      {
        ...base(`${set}-from-the-other`, own),
        figures: score(own, (page) => textBy(crossed, page)),
        notes: ['the model learned from the other set alone'],
      },
    ]
  })
}

function base(set: string, pages: readonly LabeledPage[]): Pick<EvalResult, 'name' | 'set' | 'records' | 'isOwnSet'> {
  return { name: 'extraction-folds', set, records: pages.length, isOwnSet: false }
}

function textBy(model: BlockModel, { record: { html, url } }: LabeledPage): string {
  return extract({ html, url: url ?? '', choose: (blocks, main, hints) => keepBlocks(blocks, main, hints, model) }).text
}

type Figures = { f1: number; precision: number; recall: number; exact: number; wordF1: number }

function score(pages: readonly LabeledPage[], textOf: (page: LabeledPage) => string): Figures {
  const pairs = pages.map((page) => [page.record.gold.text, textOf(page)] as const)
  return {
    ...overall(pairs.map(([gold, text]) => shingleMatch(gold, text))),
    exact: mean(pairs.map(([gold, text]) => Number(isExact(gold, text)))),
    wordF1: mean(pairs.map(([gold, text]) => pageF1(wordMatch(gold, text)))),
  }
}

function meanOf(scored: readonly Figures[]): Figures {
  const of = (figure: keyof Figures): number => mean(scored.map((each) => each[figure]))
  return { f1: of('f1'), precision: of('precision'), recall: of('recall'), exact: of('exact'), wordF1: of('wordF1') }
}
