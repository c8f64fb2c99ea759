import { formsIn, numbersIn } from '../../core/number-forms.ts'
import type * as en from './counts-en.ts'

export const locale = 'ar-u-nu-latn'
export const grouped = numbersIn(locale)
export const rules = formsIn('ar')
export const number = (count: number) => grouped.format(count)

/** Arabic counts in six forms; those for one and two stand without the number. */
export function plural(count: number, forms: { one: string; two: string; few: string; many: string }): string {
  switch (rules.select(count)) {
    case 'one':
      return forms.one
    case 'two':
      return forms.two
    case 'few':
      return `${number(count)} ${forms.few}`
    case 'zero':
    case 'many':
    case 'other':
      return `${number(count)} ${forms.many}`
  }
}

/** Forms by which other subjects count too. */
export const articles = { one: 'مقال واحد', two: 'مقالان', few: 'مقالات', many: 'مقالًا' }
export const reports = { one: 'تقرير مستقل واحد', two: 'تقريران مستقلان', few: 'تقارير مستقلة', many: 'تقريرًا مستقلًا' }
export const copies = { one: 'نسخة واحدة', two: 'نسختان', few: 'نسخ', many: 'نسخة' }
export const quotes = { one: 'اقتباس واحد', two: 'اقتباسان', few: 'اقتباسات', many: 'اقتباسًا' }
export const differences = { one: 'اختلاف واحد', two: 'اختلافان', few: 'اختلافات', many: 'اختلافًا' }
export const stories = { one: 'قصة واحدة', two: 'قصتان', few: 'قصص', many: 'قصة' }
export const sentences = { one: 'جملة واحدة', two: 'جملتان', few: 'جمل', many: 'جملة' }
export const lastDays = { one: 'يوم واحد', two: 'يومين', few: 'أيام', many: 'يومًا' }

const outletForms = { one: 'جهة واحدة', two: 'جهتان', few: 'جهات', many: 'جهة' }
const wordings = { one: 'صياغة واحدة', two: 'صياغتان', few: 'صياغات', many: 'صياغة' }
const sources = { one: 'مصدر واحد', two: 'مصدران', few: 'مصادر', many: 'مصدرًا' }
const feeds = { one: 'خلاصة واحدة', two: 'خلاصتان', few: 'خلاصات', many: 'خلاصة' }

export const counts: typeof en.counts = {
  colon: ': ',
  articles: (count) => plural(count, articles),
  reports: (count) => plural(count, reports),
  copies: (count) => plural(count, copies),
  quotes: (count) => plural(count, quotes),
  differences: (count) => plural(count, differences),
  outletsCount: (count) => plural(count, outletForms),
  wordings: (count) => plural(count, wordings),
  stories: (count) => plural(count, stories),
  sourcesCount: (count) => plural(count, sources),
  feedsCount: (count) => plural(count, feeds),
  ofTotal: (total) => `من ${number(total)}`,
  independentOf: (reportCount, total) => `${plural(reportCount, reports)} من ${plural(total, articles)}`,
  more: (count) => `و${number(count)} غيرها`,
}
