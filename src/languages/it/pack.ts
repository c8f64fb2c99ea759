import { languagePack } from '../pack.ts'
import { italianNames } from './names.ts'
import { italianQuotations } from './quotations.ts'
import { italianTimes } from './times.ts'

/** What a note calls its own article. */
const own = 'quest[oa] (?:articolo|testo|notizia|pezzo)'

const parts = { times: italianTimes, quotations: italianQuotations }

export const italian = languagePack(parts, {
  code: 'it',
  names: italianNames,
  statements: { attributed: 'secondo|ha (?:detto|affermato|dichiarato)|accusa' },
  notes: {
    labels: {
      retraction: 'ritrattazione',
      correction: 'errata corrige|correzione|rettifica',
      clarification: 'precisazione|chiarimento',
    },
    openLabels: { 'editor-note': 'nota della redazione', update: 'aggiornamento' },
    retracted: String.raw`\b(?:abbiamo (?:ritirato|rimosso) ${own}|${own} è stat[oa] (?:ritirat|rimoss)[oa])(?!\p{L})`,
    changed: String.raw`\b(?:una (?:versione precedente|precedente versione|prima versione) di ${own}|${own} è stat[oa] (?:\p{L}+ )?(?:aggiornat|corrett|modificat|rettificat|integrat)[oa])`,
    changedAfter: String.raw`\bdopo la pubblicazione`,
    clarified: 'precisazione|chiariment',
    wrong: 'corrett|correzion|rettific',
    trigger: 'correzion|rettific|precisazion|quest[oa] |abbiamo|nota d',
    months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  },
  hasElision: true,
  relativeLength: 1.12,
  leaning:
    'lui|lei|loro|egli|ella|essi|esse|esso|essa|questo|questa|questi|queste|quello|quella|quelli|quelle|ciò|suo|sua|suoi|sue|ma|e|ed|però|inoltre|tuttavia|quindi|così|anche|invece|poi|dopo|intanto|infine|lì|qui|entrambi|entrambe',
  sentences: {
    titles: 'sig sigg sig.ra sig.na dott dott.ssa avv on geom arch rag cav comm gen col cap mons sen prof.ssa',
    inner: 's.p.a s.r.l s.n.c p.es es cfr ca tel p.zza v.le d.c a.c c.so s.s n.d.r f.lli c.d ndr',
    final: 'ecc etc',
    beforeNumber: 'n nn art artt pag pagg vol cap fig par gen feb febbr mar apr mag giu lug ago set sett ott nov dic',
    starters: `il lo la i gli le un uno una questo questa questi queste quello quella lui lei loro noi voi io e ed o ma però se
      non in nel nella a al alla di del della da dal dalla con su sul per tra fra secondo dopo prima quando come anche così
      infatti inoltre ieri oggi chi che cosa perché dove c'è è sono`,
  },
})
