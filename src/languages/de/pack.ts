import type { LanguagePack } from '../pack.ts'
import { germanNames } from './names.ts'
import { germanQuotations } from './quotations.ts'
import { germanTimes } from './times.ts'

export const german: LanguagePack = {
  code: 'de',
  times: germanTimes,
  quotations: germanQuotations,
  names: germanNames,
  sentences: {
    titles: 'st hr hrn fr frl dipl dipl.-ing mag priv.-doz pd habil med jur phil rer nat hl',
    inner: `z.b z d.h d u.a u i.d.r i.v i v o a.d o.ä v.a s.o s.u e.v bzw ca vgl inkl exkl ggf evtl geb gest gegr jh jhd nachm vorm abs
    abschn bes betr bspw einschl engl frz mio mrd tsd max min ehem sog str tel zzgl jr co a.m a verh hrsg mind`,
    final: 'usw etc',
    beforeNumber: 'nr art abs s bd kap abb tab ziff jan feb mär apr jun jul aug sep sept okt nov dez',
    starters: `der die das den dem des ein eine einer eines einem einen er sie es wir ich ihr sein seine ihre dies diese dieser
    dieses dann da doch aber und oder denn weil wenn als ob nach vor bei mit auf in im am an zu zum zur von vom aus für gegen um
    über unter seit während wegen trotz auch nur noch schon so wie was wer wo warum nicht kein keine man alle viele einige heute
    gestern damit dabei dazu daher deshalb jedoch allerdings zudem beide laut`,
    hasOrdinals: true,
    beforeOrdinal: 'der die das dem den des am im zum zur vom beim',
  },
}
