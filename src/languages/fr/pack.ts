import type { LanguagePack } from '../pack.ts'
import { frenchNames } from './names.ts'
import { frenchQuotations } from './quotations.ts'
import { frenchTimes } from './times.ts'

export const french: LanguagePack = {
  code: 'fr',
  times: frenchTimes,
  quotations: frenchQuotations,
  names: frenchNames,
  sentences: {
    titles: 'st ste m mm mme mmes mlle mlles me mgr pr vve',
    inner: 'av bd boul c.-à-d c.à.d p.ex ex env cf j.-c apr av.j.-c hab éd s.a s.a.r.l tél vs',
    final: 'etc',
    beforeNumber: 'no nº n° art p pp vol chap fig al t',
    starters: `le la les l' un une des du de ce cet cette ces il elle ils elles on nous vous je tu et mais ou où donc or ni car
        si en dans sur sous pour par avec sans selon après avant depuis quand comme lors leur leurs son sa ses c'est aussi
        ainsi enfin hier aujourd'hui qui que quoi pourquoi comment plus plusieurs`,
  },
}
