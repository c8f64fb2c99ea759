import type { LanguagePack } from '../pack.ts'
import { englishNames } from './names.ts'
import { englishQuotations } from './quotations.ts'
import { englishTimes } from './times.ts'

export const english: LanguagePack = {
  code: 'en',
  hasGrammar: true,
  times: englishTimes,
  quotations: englishQuotations,
  names: englishNames,
  sentences: {
    titles: `mr mrs ms mx dr prof rev hon gov sen rep gen lt col sgt capt maj cpl cmdr adm brig pres supt det insp sir messrs mme
    mlle fr atty asst pvt spc vice-adm maj-gen lt-col lt-gen brig-gen e.g i.e cf viz`,
    inner: `inc ltd co corp jr sr d.c plc llc al jnr snr esq bros st mt ft vs ph.d m.d b.a m.a b.sc m.sc ll.m dept est approx nos
    vol vols pp p fig figs ca cit op ext max avg tel ed eds trans repr incl excl jan feb mar apr jun jul aug sep
    sept oct nov dec tue tues wed thu thur thurs fri ave blvd rd hwy ala ariz ark calif colo conn del fla ga ill kan ky md minn
    mo mont neb nev n.h n.j n.m n.y n.c n.d okla pa r.i s.c s.d tenn tex vt va w.va wis wyo`,
    final: 'etc',
    beforeNumber:
      'no nº n° nr sec art p pp fig ch chap vol par para mar sun sat may v ed min max miss mass ind la ore wash mon',
    starters: `the a an he she it they we i you his her its their our my this that these those there but and so in on at for as if
    when while after before however meanwhile mr mrs ms dr what who why how where no yes since because although though moreover
    instead also then now some many most several few both each another more according under during despite by from with until
    among not is are was were has have had did does do can could should nobody everyone someone today yesterday millions
    thousands hundreds dozens`,
  },
}
