import { numbersIn } from '../../core/number-forms.ts'
import type * as en from './counts-en.ts'

export const grouped = numbersIn('fr')
export const number = (count: number) => grouped.format(count)

/** In French, zero and one are singular: `0 article`, `2 articles`. */
export const plural = (count: number, one: string, many: string) =>
  `${number(count)} ${Math.abs(count) < 2 ? one : many}`

export const counts: typeof en.counts = {
  colon: ' : ',
  articles: (count) => plural(count, 'article', 'articles'),
  reports: (count) => plural(count, 'compte rendu indépendant', 'comptes rendus indépendants'),
  copies: (count) => plural(count, 'copie', 'copies'),
  quotes: (count) => plural(count, 'citation', 'citations'),
  differences: (count) => plural(count, 'divergence', 'divergences'),
  outletsCount: (count) => plural(count, 'média', 'médias'),
  wordings: (count) => plural(count, 'formulation', 'formulations'),
  stories: (count) => plural(count, 'sujet', 'sujets'),
  sourcesCount: (count) => plural(count, 'source', 'sources'),
  feedsCount: (count) => plural(count, 'flux', 'flux'),
  ofTotal: (total) => `sur ${number(total)}`,
  independentOf: (reports, total) =>
    `${plural(reports, 'compte rendu indépendant', 'comptes rendus indépendants')} dans ${plural(total, 'article', 'articles')}`,
  more: (count) => `${number(count)} de plus`,
}
