import { numbersIn } from '../../core/number-forms.ts'

export const grouped = numbersIn('en-GB')

/** Chooses by English number: `1 article`, `2 articles`. */
export const plural = (count: number, one: string, many: string) =>
  `${grouped.format(count)} ${count === 1 ? one : many}`

/** How many there are of each thing. */
export const counts = {
  /** Between words and what they are about. */
  colon: ': ',
  articles: (count: number) => plural(count, 'article', 'articles'),
  reports: (count: number) => plural(count, 'independent report', 'independent reports'),
  copies: (count: number) => plural(count, 'copy', 'copies'),
  quotes: (count: number) => plural(count, 'quotation', 'quotations'),
  differences: (count: number) => plural(count, 'difference', 'differences'),
  outletsCount: (count: number) => plural(count, 'outlet', 'outlets'),
  wordings: (count: number) => plural(count, 'wording', 'wordings'),
  stories: (count: number) => plural(count, 'story', 'stories'),
  sourcesCount: (count: number) => plural(count, 'source', 'sources'),
  feedsCount: (count: number) => plural(count, 'feed', 'feeds'),
  ofTotal: (total: number) => `of ${grouped.format(total)}`,
  independentOf: (reports: number, total: number) =>
    `${plural(reports, 'independent report', 'independent reports')} in ${plural(total, 'article', 'articles')}`,
  more: (count: number) => `${grouped.format(count)} more`,
}
