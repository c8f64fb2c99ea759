import { fileURLToPath } from 'node:url'
import type { ArticleKind } from '../../../src/core/article.ts'
import { listLogOdds } from '../../../src/extract/article-kind.ts'
import { extract } from '../../../src/extract/extract.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { fitIndex } from './fit-index.ts'
import { type DomainExample, exampleOf, foldOf, type TypedPage } from './typed-pages.ts'

/** A page of ours and what it is. */
type KindPage = { readonly id: string; readonly url: string; readonly html: string; readonly kind: ArticleKind }

const own = fileURLToPath(new URL('own.jsonl', import.meta.url))
const folds = 5

/**
 * Lists against articles on pages of the world, where each is judged by weights fitted without its domain, and every kind on
 * pages of ours, of which each third was not looked at while the rules were written.
 */
export async function run(options: EvalOptions): Promise<readonly EvalResult[]> {
  const set = findSet('extraction/wcxb-dev.jsonl.zst')
  if (options.data !== undefined) {
    const isTyped = readRecords<Partial<TypedPage>>(options.data).some(({ pageType }) => pageType !== undefined)
    if (!isTyped) return [scoreKinds(options.data, readRecords(options.data))]
    return [scoreTypes(options.data, readRecords<TypedPage>(options.data).map(exampleOf), false)]
  }
  const kinds = scoreKinds('own', readRecords<KindPage>(own))
  if (set === undefined) return [{ ...kinds, isOwnSet: true }]
  const pages = readRecords<TypedPage>(set).filter((_, i) => i % 2 === 1)
  return [scoreTypes('wcxb-dev', pages.map(exampleOf), true), kinds]
}

function scoreTypes(set: string, examples: readonly DomainExample[], isApart: boolean): EvalResult {
  const models = Array.from({ length: isApart ? folds : 0 }, (_, fold) =>
    fitIndex(examples.filter(({ domain }) => foldOf(domain, folds) !== fold)),
  )
  const judged = examples.map(({ signs, isIndex, domain }) => {
    const odds = isApart ? listLogOdds(signs, models[foldOf(domain, folds)]) : listLogOdds(signs)
    return { isIndex, isCalled: odds > 0 }
  })
  const articles = judged.filter(({ isIndex }) => !isIndex)
  const lists = judged.filter(({ isIndex }) => isIndex)
  return {
    name: 'page-kinds',
    set,
    records: examples.length,
    figures: {
      kind: share(judged, ({ isIndex, isCalled }) => isIndex === isCalled),
      articleKept: share(articles, ({ isCalled }) => !isCalled),
      listFound: share(lists, ({ isCalled }) => isCalled),
    },
    notes: [
      isApart
        ? `every second page, judged by weights fitted on the other ${folds - 1} parts of its domains; the shipped ones saw all`
        : 'judged by the shipped weights',
    ],
    isOwnSet: false,
  }
}

function scoreKinds(set: string, pages: readonly KindPage[]): EvalResult {
  const judged = pages.map((page) => ({ page, found: extract({ html: page.html, url: page.url }).kind }))
  const isRight = ({ page, found }: (typeof judged)[number]): boolean => page.kind === found
  const kinds = [...new Set(pages.map(({ kind }) => kind))]
  return {
    name: 'page-kinds',
    set,
    records: pages.length,
    figures: {
      right: share(judged, isRight),
      rightUnseen: share(
        judged.filter((_, i) => i % 3 === 2),
        isRight,
      ),
      ...Object.fromEntries(
        kinds.map((kind) => [
          kind,
          share(
            judged.filter(({ page }) => page.kind === kind),
            isRight,
          ),
        ]),
      ),
    },
    // Those that stay unseen are not named.
    notes: judged
      .filter((each, i) => !isRight(each) && i % 3 !== 2)
      .slice(0, 10)
      .map(({ page, found }) => `${page.id}: ${page.kind}, called ${found}`),
    isOwnSet: false,
  }
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 1 : items.filter(test).length / items.length
}
