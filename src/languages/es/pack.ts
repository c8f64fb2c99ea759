import type { LanguagePack } from '../pack.ts'
import { spanishNames } from './names.ts'
import { spanishQuotations } from './quotations.ts'
import { spanishTimes } from './times.ts'

export const spanish: LanguagePack = {
  code: 'es',
  times: spanishTimes,
  quotations: spanishQuotations,
  names: spanishNames,
  sentences: {
    titles: 'sr sra srta sres dra d dn dña don lic arq gral cap cnel mons excmo excma',
    inner: 'ee uu ee.uu a.c d.c p.ej ej aprox ud uds tel av avda c pza dpto dto s.a s.l s.m ss.mm vs cía hnos admón',
    final: 'etc',
    beforeNumber: 'no núm núms nº n.º pág págs art arts cap vol fig p pp km',
    starters: `el la los las un una unos unas lo este esta esto estos estas ese esa eso aquel él ella ellos ellas nosotros yo y o
    pero sin con en de del por para según cuando como si no sí aunque además también así tras desde hasta entre hoy ayer su sus
    se qué quién cómo dónde ya más muchos algunos`,
  },
}
