import { languagePack, type QuestionWords } from '../pack.ts'
import { germanNames } from './names.ts'
import { germanQuotations } from './quotations.ts'
import { germanTimes } from './times.ts'

/** What a note calls its own article. */
const own = 'dies(?:er|em|en|es) (?:artikel|text|beitrag|bericht)'

const parts = {
  times: germanTimes,
  quotations: germanQuotations,
  questions: (): QuestionWords => ({
    signs:
      /(?:^|[\s„-])(?:wer|wen|wem|wann|warum|wieso|weshalb|wohin|woher|wie viele?|welche[mnrs]?|was(?= (?:hat|haben|ist|sind|sagt|sagte|sagen|wird|wurde|geschah|passierte)(?!\p{L}))|hat|ist|sind|wird|geschah|passierte?|liegt|und|nicht|sich|wurden?|haben|gesagt|zugesagt|zum|zur|für|über)(?=[\s?,.-]|$)/giu,
    patterns: [
      {
        sort: 'who-said',
        pattern:
          /\bwer (?:sagte?|behauptete?|erklärte?)(?!\p{L})|\bwer (?:hat|hatte) (?:.+ )?(?:gesagt|behauptet|erklärt|versprochen|angekündigt)\b/iu,
      },
      {
        sort: 'said',
        pattern:
          /\bwas (?:hat|haben|hatten?) (.+?) (?:(?:zu|zum|zur|über) .+ )?(?:gesagt|erklärt|geantwortet|behauptet|angekündigt|gemeint)\b/iu,
      },
      {
        sort: 'said',
        pattern: /\bwas (?:sag(?:t|te|en|ten)|mein(?:t|te|en)) (.+?)(?= (?:zu|zum|zur|über)\b|\s?\?|$)/iu,
      },
      {
        sort: 'how-many',
        pattern:
          /\bwie ?viele?\b|\bwie (?:hoch|teuer|groß|lang|alt|weit|schwer)(?!\p{L})|\bwelche[nrs]? (?:anteil|anzahl|zahl|preis|summe|höhe|betrag)\b/iu,
      },
      { sort: 'when', pattern: /\bwann\b|\b(?:an welchem tag|in welchem (?:jahr|monat))\b/iu },
      { sort: 'where', pattern: /\bwo(?:hin|her)?\b|\bin welche[mnr] (?:stadt|land|ort|region|gegend)\b/iu },
      { sort: 'why', pattern: /\b(?:warum|wieso|weshalb|weswegen|aus welchem grund)\b/iu },
      { sort: 'how', pattern: /\bwie\b/iu },
      { sort: 'who', pattern: /\b(?:we[mnr]|wessen)\b/iu },
      {
        sort: 'yes-no',
        pattern: /^(?:hat|haben|ist|sind|waren?|wird|werden|wurden?|kann|können|gibt|darf|muss|soll)(?!\p{L})/iu,
      },
      { sort: 'what', pattern: /\b(?:was|welche[mnrs]?)\b/iu },
    ],
  }),
}

export const german = languagePack(parts, {
  code: 'de',
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
  numbers:
    'zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90',
  relativeLength: 1.14,
  leaning:
    'er|sie|es|ihn|ihm|ihnen|ihre?|ihre[mnrs]|sein|seine[mnrs]?|wir|ich|dies|diese[mnrs]?|jene[mnrs]?|letztere[rs]?|erstere[rs]?|beide|davon|dazu|dafür|dagegen|dabei|damit|danach|darauf|daraufhin|darum|darüber|davor|demnach|deshalb|deswegen|daher|dennoch|trotzdem|allerdings|jedoch|hingegen|aber|doch|und|oder|denn|sondern|auch|zudem|außerdem|ferner|zuvor|später|anschließend|unterdessen|inzwischen|gleichzeitig|stattdessen|dort|hier|das (?:ist|war|sei|wäre|hat|habe|hatte|hätte|wird|werde|würde|kann|könne|soll|solle|muss|müsse|geht|gilt|zeigt|bedeutet|sagte|teilte)|nach (?:seinen|ihren) (?:angaben|worten)|laut (?:ihm|ihr|ihnen)',
  reportedFurther: {
    forms:
      /(?<!\p{L})(?:sei|seien|habe|werde|könne|müsse|müssten|wolle|solle|dürfe|gebe|gehe|komme|stehe|bleibe|wisse|brauche)(?!\p{L})/u,
    speakers:
      /(?<!\p{L})(?:laut|zufolge|nach (?:eigenen )?(?:Angaben|Worten|Darstellung|Aussage|Ansicht|Einschätzung)|dass|ob|wonach|als (?:ob|sei|habe)|es sei denn|heißt|hieß|\p{L}*(?:sagt|meint|erklärt|betont|behaupt|versicher|kritisier|warn|mitgeteilt|teilt|bericht|schreib|schrieb|forder|bekräftig|ergänz|beton|räum|wirft|warf|wies|weist|bestr|beklag|begründ|argumentier|ankündig|kündig|glaub|hoff|find|fand|denk|dacht|vermut|äußer|antwort|entgegn)\p{L}*)(?!\p{L})/iu,
  },
  interpreting: {
    languages: {
      ar: 'Arabisch',
      fr: 'Französisch',
      de: 'Deutsch',
      es: 'Spanisch',
      en: 'Englisch',
      '*': 'Russisch|Ukrainisch|Hebräisch|Persisch|Farsi|Türkisch|Kurdisch|Chinesisch|Japanisch|Koreanisch|Hindi|Portugiesisch|Italienisch|Niederländisch|Polnisch|Tschechisch|Ungarisch|Griechisch|Schwedisch|Quechua|Paschtu|Rätoromanisch|Gebärdensprache',
    },
    spokenIn: '(?<!\\p{L})(?:auf (?:LANGUAGE)(?!\\p{L})|aus dem (?:LANGUAGE)en übersetzt)',
    through:
      '(?<!\\p{L})(?:(?:über|durch|mit Hilfe) (?:eine[nrs]?|seine[nrs]?|ihre[nrs]?|den|die) (?:Dolmetscher|Übersetzer)(?:in|s)?|(?:laut|nach) (?:der |einer )?Übersetzung|wie (?:das|der|die) \\p{L}+ übersetzte)(?!\\p{L})',
    small:
      'der|die|das|und|ist|sind|wir|ihr|es|er|sie|ich|nicht|den|dem|ein|eine|zu|in|von|mit|auf|uns|unser|wird|hat|war|kein|keine',
  },
  stopWords: {
    articles: `der die das den dem des ein eine einen einem einer und oder aber nicht mit von zu zum zur im in am an
auf für ist sind war wurde wird werden hat haben als auch bei nach aus um über sich er sie es wir sagte nur noch wie`,
    questions: `was die war waren hat in an am so man es wo will kann denn wer wen wem wessen wann wo wohin woher warum wieso weshalb wie welche welcher welches welchen welchem viel viele der das den
dem des ein eine einen einem einer eines und oder aber nicht mit von zu zum zur im auf für ist sind wurde wurden wird werden haben hatte
hatten als auch bei nach aus um über durch gegen wegen seit bis sich er sie wir ihr ihre sein seine gesagt sagte sagt nur noch schon`,
  },
  pronouns: 'er sie ihm ihn ihnen ihr ihre sein seine',
  opposites: `
  festgenommen verhaftet inhaftiert / freigelassen enthaftet entlassen
  entführt / freigelassen befreit
  festgenommen / befragt vernommen
  angeklagt beschuldigt verdächtigt / verurteilt schuldig / freigesprochen unschuldig
  gestiegen stieg stiegen steigt steigen gewachsen zugenommen / gefallen fiel fielen gesunken sank sanken sinkt sinken geschrumpft abgenommen
  erhöht erhöhte / gesenkt senkte
  mehr / weniger
  höher / niedriger
  gewonnen gewann gewinnt / verloren verlor verliert
  angenommen gebilligt zugestimmt verabschiedet beschlossen / abgelehnt verworfen gekippt zurückgewiesen
  bestätigt bestätigte / dementiert dementierte
  bestätigt bestätigte / aufgehoben
  bestritt bestritten / gestand gestanden
  unterstützt / ablehnt
  für / gegen
  geöffnet eröffnet wiedereröffnet öffnet öffnete öffnen / geschlossen schließt schloss schließen
  ausgesetzt unterbrochen / fortgesetzt wiederaufgenommen
  begonnen begann / beendet endete
  ernannt / entlassen abberufen gefeuert
  erlaubt genehmigt / verboten untersagt
  verhängt / aufgehoben gelockert
  gekauft / verkauft
  getötet / verletzt
  vor / nach
  norden / süden
  lebend / tot
  legal rechtmäßig / illegal rechtswidrig
  wahr / falsch`,
  sounds: { ch: 'k', w: 'v' },
  irregularVerbs: `beginnen:begann|begannen|begonnen bieten:bot|boten|geboten bitten:bat|baten|gebeten brechen:brach|brachen|gebrochen bringen:brachte|brachten|gebracht
   fahren:fuhr|fuhren|gefahren fallen:fiel|fielen|gefallen finden:fand|fanden|gefunden geben:gab|gaben|gegeben gehen:ging|gingen|gegangen
   gewinnen:gewann|gewannen|gewonnen greifen:griff|griffen|gegriffen halten:hielt|hielten|gehalten heben:hob|hoben|gehoben kommen:kam|kamen|gekommen
   laden:lud|luden|geladen lassen:ließ|ließen|gelassen laufen:lief|liefen|gelaufen nehmen:nahm|nahmen|genommen rufen:rief|riefen|gerufen
   schießen:schoss|schossen|geschossen schließen:schloss|schlossen|geschlossen schreiben:schrieb|schrieben|geschrieben senden:sandte|sandten|gesandt
   scheiden:schied|schieden|geschieden sinken:sank|sanken|gesunken sprechen:sprach|sprachen|gesprochen stehen:stand|standen|gestanden
   steigen:stieg|stiegen|gestiegen streichen:strich|strichen|gestrichen tragen:trug|trugen|getragen treffen:traf|trafen|getroffen
   treten:trat|traten|getreten verlieren:verlor|verloren|verloren weisen:wies|wiesen|gewiesen werfen:warf|warfen|geworfen ziehen:zog|zogen|gezogen`,
  ahead:
    'will wollen wollte wollten wird werden würde würden soll sollen sollte sollten muss müssen möchte möchten könnte könnten',
  shortOf: [[/^(?:versucht|versuchten?|weigert|weigerten?|droht|drohten?|verspricht|versprach)$/, /^(?:zu|sich)$/]],
  notes: {
    labels: {
      retraction: 'zurückgezogen',
      correction: 'korrektur(?:hinweis)?|berichtigung|richtigstellung',
      clarification: 'klarstellung',
    },
    openLabels: { 'editor-note': '(?:anmerkung|hinweis) der redaktion', update: 'aktualisierung' },
    retracted: String.raw`\b(?:wir haben ${own} (?:zurückgezogen|gelöscht|depubliziert|offline genommen)|${own} wurde (?:\p{L}+ ){0,3}(?:zurückgezogen|gelöscht|depubliziert|offline genommen))(?!\p{L})`,
    changed: String.raw`\b(?:in einer (?:früheren|ersten|vorherigen|älteren|ursprünglichen) (?:version|fassung) (?:dieses|des) (?:artikels|textes|beitrags|berichts)|${own} wurde (?:[\p{L}\d.]+ ){0,6}(?:korrigiert|aktualisiert|geändert|berichtigt|ergänzt)|wir haben [^.!?:]{0,80}\b${own} (?:korrigiert|geändert|berichtigt|ergänzt|aktualisiert)|wir haben ${own} (?:korrigiert|geändert|berichtigt|ergänzt|aktualisiert))`,
    changedAfter: String.raw`\bnach (?:der|seiner) veröffentlichung`,
    clarified: 'klarstell|ergänzt',
    wrong:
      'falsch|fälschlich|korrig|korrekt|berichtig|richtigstell|in einer (?:früheren|ersten|vorherigen|älteren|ursprünglichen)',
    trigger: 'korrektur|korrig|berichtig|richtigstell|klarstell|redaktion|fassung|wurde|wir haben',
    months: 'januar februar märz april mai juni juli august september oktober november dezember',
  },
  statements: {
    reporting: String.raw`sag\p{L}+|erklär\p{L}+|mitgeteilt|teilt\p{L}*|bericht\p{L}+`,
    attributed:
      'laut|zufolge|nach (?:eigenen )?(?:angaben|darstellung|worten|aussage)|sagte|sagt|sagten|erklärte|erklärt|erklärten|behauptete|behauptet|teilte|teilten|beschuldig(?:t|te)|wirft|warf|hieß es|soll|sollen',
    says: 'sagte|sagten|erklärte|erklärten|teilte|teilten',
    accordingTo: '[Ll]aut',
    tellers: 'er|sie|es|ihre?|seine?',
    denials: 'nicht|kein(?:e[mnrs]?)?|nie|niemals|weder|ohne',
    hedges: 'angeblich|mutmaßlich(?:e[mnrs]?)?|vielleicht|soll|sollen',
    amounts: { all: 'alle|sämtliche', most: 'meisten|mehrheit', half: 'hälfte', some: 'einige' },
    turnsBefore:
      'nicht|kein\\p{L}*|nie|niemals|ohne|wenn|falls|ob|(?:sie|er|man|manche)(?: \\p{L}+){0,2} (?:sag\\p{L}+|behaupte\\p{L}+|glaub\\p{L}+)|(?:sagen|behaupten|glauben) (?:sie|manche|viele)',
    turnsAfter: 'ist (?:falsch|gelogen|eine lüge)',
    idleDenials: 'kein(?:en)? zweifel|ohne zweifel|nicht nur',
    answers: 'nein',
    but: 'aber|sondern',
    speakerPronouns: 'ich|wir',
  },
  sections: {
    World: 'ausland welt',
    Politics: 'politik',
    Business: 'wirtschaft',
    Science: 'wissenschaft',
    Health: 'gesundheit',
    Culture: 'kultur',
    Climate: 'umwelt',
  },
  hasMoreCapitals: true,
})
