import { type Html, html, type Piece } from './html.ts'

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Direction of a language's script by its BCP 47 tag; `auto` when unknown. */
export function directionOf(language: string | undefined): 'ltr' | 'rtl' | 'auto' {
  if (!language || language === 'und') return 'auto'
  const [primary = '', ...rest] = language.toLowerCase().split('-')
  if (rest.includes('latn')) return 'ltr'
  return rightToLeft.has(primary) || rest.includes('arab') || rest.includes('hebr') ? 'rtl' : 'ltr'
}

/** ` lang="ar" dir="rtl"`: attributes for an element whose whole text is foreign. */
export function languageAttributes(language: string | undefined): Html {
  const isKnown = language !== undefined && language !== 'und' && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language)
  return isKnown ? html` lang="${language}" dir="${directionOf(language)}"` : html` dir="auto"`
}

/** The name of a language in another: `Polish`; the tag itself when it is invalid. */
export function languageName(language: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(language.replaceAll('_', '-')) ?? language
  } catch {
    return language // a page may declare any string as its language
  }
}

/** Foreign words within a line of ours, isolated so that their direction cannot reorder the line. */
export function foreign(text: Piece, language?: string): Html {
  return html`<bdi${language ? languageAttributes(language) : ''}>${text}</bdi>`
}
