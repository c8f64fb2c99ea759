/** Words of which one turns what the other says, as they are written in news; a stroke between the two. */
const PAIRS = `
  rose/fell rise/fall rises/falls up/down increase/decrease increased/decreased more/fewer more/less higher/lower won/lost win/lose
  guilty/innocent convicted/acquitted convicted/cleared guilty/cleared guilty/acquitted guilty/exonerated jailed/freed upheld/overturned
  granted/denied granted/refused accepted/rejected approved/rejected confirmed/denied supports/opposes supported/opposed for/against
  opened/closed passed/failed before/after first/last alive/dead survived/died safe/unsafe legal/illegal lawful/unlawful likely/unlikely
  true/false arrested/released started/ended began/ended charged/convicted charged/acquitted charged/cleared charged/sentenced
  denied/admitted denies/admits denied/confessed arrested/questioned charged/questioned killed/injured killed/wounded missing/found imposed/lifted
  bought/sold joined/left hired/fired allowed/banned praised/criticized signed/vetoed extended/ended
  accused/convicted accused/guilty suspected/convicted indicted/convicted indicted/acquitted

  hausse/baisse augmenté/baissé augmente/baisse monté/descendu plus/moins gagné/perdu gagne/perd coupable/innocent condamné/acquitté
  condamnée/acquittée condamné/relaxé condamnée/relaxée accepté/refusé accepté/rejeté approuvé/rejeté adopté/rejeté confirmé/démenti
  confirme/dément confirmé/annulé validé/annulé pour/contre ouvert/fermé rouvert/fermé avant/après vivant/mort légal/illégal vrai/faux
  arrêté/libéré arrêtés/libérés commencé/terminé autorisé/interdit maintenu/supprimé soutient/rejette
  inculpé/condamné inculpée/condamnée inculpé/acquitté accusé/condamné accusée/condamnée soupçonné/condamné
  nié/reconnu nié/avoué nie/reconnaît tué/blessé tués/blessés tuée/blessée interpellé/entendu imposé/levé acheté/vendu signé/rejeté

  gestiegen/gefallen stieg/sank stiegen/sanken steigt/sinkt steigen/sinken mehr/weniger höher/niedriger gewonnen/verloren gewann/verlor
  schuldig/unschuldig schuldig/freigesprochen verurteilt/freigesprochen angenommen/abgelehnt gebilligt/abgelehnt zugestimmt/abgelehnt
  bestätigt/dementiert bestätigte/dementierte bestätigt/aufgehoben für/gegen geöffnet/geschlossen vor/nach lebend/tot legal/illegal
  rechtmäßig/rechtswidrig wahr/falsch festgenommen/freigelassen begonnen/beendet erlaubt/verboten unterstützt/ablehnt
  angeklagt/verurteilt angeklagt/freigesprochen beschuldigt/verurteilt bestritt/gestand bestritten/gestanden getötet/verletzt festgenommen/befragt gekauft/verkauft

  subió/bajó subieron/bajaron sube/baja suben/bajan aumento/descenso aumentó/disminuyó más/menos ganó/perdió ganado/perdido
  culpable/inocente condenado/absuelto condenada/absuelta condenó/absolvió culpable/absuelto aceptó/rechazó aceptado/rechazado
  aprobó/rechazó aprobado/rechazado confirmó/desmintió confirma/desmiente confirmó/anuló abierto/cerrado abrió/cerró antes/después
  vivo/muerto legal/ilegal cierto/falso detenido/liberado detenidos/liberados empezó/terminó permite/prohíbe apoya/rechaza favor/contra
  acusado/condenado acusada/condenada imputado/condenado imputada/condenada acusado/absuelto negó/admitió niega/admite negó/confesó muertos/heridos detenido/interrogado compró/vendió

  ارتفع/انخفض ارتفعت/انخفضت ارتفاع/انخفاض أكثر/أقل فاز/خسر فازت/خسرت مذنب/بريء أدين/برئ إدانة/تبرئة أدانت/برأت قبل/رفض قبلت/رفضت وافق/رفض
  وافقت/رفضت أقر/رفض أكد/نفى أكدت/نفت أيد/ألغى أيدت/ألغت فتح/أغلق فتحت/أغلقت قبل/بعد حي/ميت صحيح/كاذب اعتقل/أفرج بدأ/انتهى
  بدأت/انتهت يؤيد/يعارض اتهم/أدين اتهمت/أدينت متهم/مدان نفى/اعترف نفت/اعترفت قتل/أصيب اشترى/باع`

/** For a word those that turn it. */
export const OPPOSITES: ReadonlyMap<string, readonly string[]> = readPairs()

function readPairs(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const put = (word: string, other: string) => {
    const known = found.get(word)
    if (known) known.push(other)
    else found.set(word, [other])
  }
  for (const pair of PAIRS.trim().split(/\s+/)) {
    const [one = '', other = ''] = pair.split('/')
    put(one, other)
    put(other, one)
  }
  return found
}
