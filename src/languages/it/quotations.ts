import type { QuotationWords } from '../quotation-words.ts'

/** Participles, present and past forms. */
const SAID =
  'detto|dice|dicono|diceva|disse|dissero|dichiarato|dichiara|dichiarò|affermato|afferma|affermò|aggiunto|aggiunge|aggiunse|spiegato|spiega|spiegò|assicurato|assicura|assicurò|sottolineato|sottolinea|annunciato|annuncia|annunciò|ricordato|ricorda|ricordò|raccontato|racconta|raccontò|commentato|commenta|commentò|ribadito|ribadisce|precisato|precisa|risposto|risponde|rispose|replicato|replica|replicò|concluso|conclude|concluse|osservato|osserva|osservò|ammesso|ammette|ammise|avvertito|avverte|avvertì|scritto|scrive|scrisse|sostenuto|sostiene|sostenne|riferito|riferisce|riferì|chiesto|chiede|chiese|promesso|promette|promise|insistito|insiste|denunciato|denuncia|lamentato|lamenta|auspicato|auspica|confermato|conferma|confermò|confessato|confessa|confidato|confida|esclamato|esclama|tuonato|tuona|attaccato|attacca|chiarito|chiarisce|rivelato|rivela|rilevato|rileva|evidenziato|evidenzia|proseguito|prosegue|proseguì|continuato|esordito|esordisce|gridato|grida|urlato|criticato|critica|definito|definisce|definì|riassunto|riassume|scherzato|scherza|sbottato|parlato|twittato|ringraziato|ringrazia|fatto sapere|messo in guardia'

/** Verbs of saying, and things in which somebody seems to say something. */
const DENIED =
  '(?:detto|dichiarato|affermato|scritto|annunciato|promesso|assicurato|confermato|definito|pronunciato|gridato|risposto|spiegato|disse|dichiarò|affermò)'
const THING =
  '(?:video|audio|messaggio|post|account|profilo|lettera|immagine|citazione|registrazione|tweet|foto|comunicato|intervista|sito|montaggio|pagina)'

/** How Italian reports what people say. */
export const italianQuotations = (): QuotationWords => ({
  reports: {
    verbs:
      "(?:lo |l['’])?(?:ha|hanno|aveva|avevano|avrebbe) (?:anche |poi |inoltre |subito |infine |però )?(?:" +
      SAID +
      ')|(?:' +
      SAID +
      ')|\\p{Ll}{3,}ò(?= che|\\s*:)',
    verbShape: String.raw`(?:(?:si|gli|le|lo|ci) |l['’])?(?:(?:ha|hanno|aveva|avevano) (?:\p{L}+mente )?\p{L}+(?:ato|uto|ito|tto|sto|so|rto)|(?!(?:per|dopo|come|quando|anche|mentre|sulla|sulle|della|delle|dalla|dalle|alla|alle|nella|nelle|una|questa|quella|parte|invece|sempre|oltre|prima|ancora|contro|senza|dove|perché|insieme|presso|mediante|fine|casa|nuova|ultima|stessa|altra|tale|quale|molte|forse|pure|che|ore|tre|due)(?!\p{L}))\p{Ll}{3,}(?:ò|ì|a|e|isce|ono|ano))`,
    plural: /^(?:hanno|avevano)(?!\p{L})|^(?:dicono|dissero|affermano|spiegano|assicurano|raccontano|sostengono)$/iu,
    accordingTo:
      "secondo|stando a(?:l|lla|i|gli|lle|ll['’])?|a giudizio di|a parere di|ad avviso di|nelle parole di|per",
    purpose: 'per',
    clitics: 'gli|le|si|mi|ci|lo',
    he: 'lui|egli',
    she: 'lei|ella',
    impersonal: 'loro|essi|esse|si',
    firstPerson: 'io',
    determiners: "il|lo|la|i|gli|le|l['’]|un|uno|una|un['’]|suo|sua|suoi|sue",
    possessives: 'suo|sua|suoi|sue',
    droppedSubject:
      'in|a|al|alla|ai|davanti|durante|con|per|oggi|ieri|questa|questo|dopo|secondo|su|e|che|nel|nella|poi|anche',
    and: 'e',
    leadIns: 'e|ed|ma|poi|inoltre|anche|quindi',
    concessions: 'Anche se|Sebbene|Benché|Mentre|Nonostante|Se(?!\\p{L})',
    subjectRelatives: 'che|il quale|la quale',
    objectRelatives: '(?:(?:a|di|da|per|con)\\s)?(?:cui|che)|(?:al|del|dal|con il|alla|della|dalla|con la) quale',
    days: '(?:(?:lo|la)\\s(?:scors[oa])\\s)?(?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)',
    butNot: 'e non',
    toHearer: 'a|al|alla|con|davanti',
    otherSubject: /(?<!\p{L})che\s?(?:il|lo|la|i|gli|le|l['’]|un|una|un['’]|suo|sua)\s?\p{Ll}+/u,
    dependentName: /,\s*(?:secondo|come)(?!\p{L})|(?<!\p{L})(?:che|a cui|al quale|alla quale)(?!\p{L})/u,
    // `X ricorda sua madre dirgli`
    unnamedSpeaker:
      /(?<!\p{L})(?:ricord\p{L}+|sent\p{L}+|ascolt\p{L}+|vist[oa])\s(?:il suo|la sua|suo|sua|il|la|un|una)\s\p{L}+[^,;:]{0,30}(?<!\p{L})(?:dir(?:e|gli|le)|gridare|urlare|ripetere|che (?:gli|le|mi|ci) (?:ha \p{L}+|\p{L}+))\s*:?\s*$|(?<!\p{L})che\s?(?:il|lo|la|un|una|suo|sua)\s?\p{L}+.*(?<!\p{L})(?:dicendo|gridando|ripetendo|spiegando)\s*:?\s*$/u,
    saidToMe: /^[\s,–—-]{0,4}(?:mi|ci)(?!\p{L})/u,
    hasDashedAsides: true,
    beforeTitles: "del|dello|della|dell['’]|il|lo|la|i|gli|le|l['’]|un|uno|una",
  },
  // `X ha raccontato che un collega gli aveva detto: «`
  anotherSpeaks:
    /(?<!\p{L})che\s?(?:il|lo|la|un|una|suo|sua)\s?[^,;:]{2,40}?(?<!\p{L})(?:gli|le|mi|ci)\s(?:ha|hanno|aveva|avevano)\s\p{L}+(?:ato|uto|ito|tto|sto)\s*:\s*$/u,
  denials: {
    sayingVerbs:
      'detto|disse|dissero|dice|dicono|diceva|dir(?:e|lo|gli|le)|dica|dicano|dicesse|(?:dichiar|afferm|assicur|annunci|conferm|pronunci|grid|parl|spieg|us)(?:ato|are|ò|a|ano|i|asse|ando)|scri(?:tto|vere|sse|ve|va|vesse)|prome(?:sso|ttere|tta|ttesse|tte)|rispo(?:sto|ndere|nda|se)|ammett(?:ere|a|e)|ammesso|defini(?:to|re|sca|sce)',
    not: 'non|mai|nessun[oa]?|neppure|nemmeno|neanche|né',
    neverSaid: '(?:dir|rispond|replic|aggiung|afferm|dichiar|spieg|conclud|scriv|giur)(?:e)?rebbe(?:ro)?',
    stillSaid:
      'sol(?:o|tanto)|solamente|unicamente|esita\\p{L}*|manca\\p{L}*|nascon\\p{L}*|smess\\p{L}*|smett\\p{L}*|stanc\\p{L}*|dimentic\\p{L}*|perso tempo|problemi|meno|senza',
    hesitates: /esita/iu,
    joins: 'e|ed|ma|però|anche se|quando|mentre|dove|perché|poi|(?:dopo|prima|da|fino a) (?:che|quando)',
    unreal:
      '(?:potr|dovr|vorr|avr|sar)ebbe(?:ro)?|dev[eo]|devono|può|possono|vuole|vogliono|spera|sperano|(?:chied|chies|pretend|vorr|vuol|desider|preg|invit|imped|viet|esort)\\p{L}* [^,;:]*(?:che|di|a)|(?:evit|rinunci|rifiut|astenut|astien|omess|omett)\\p{L}* (?:di|a)|senza|invece di|al posto di|piuttosto che|come se|immagin\\p{L}*|suppon\\p{L}*|magari|sul punto di',
    inThe: "(?:nel |nella |nell['’]|in una? |in quest[ao] )",
    staged:
      'spettacolo|commedia|romanzo|sketch|parodia|caricatura|canzone|poesia|favola|fumetto|vignetta|sogno|incubo|satira|opera|pièce|racconto|farsa',
    filmed: 'film|serie|fiction|telefilm|sceneggiato|adattamento',
    pretends:
      '(?:un|una) (?:fals[oa]|finto|finta|presunt[oa]|sedicente) (?=(?-i:\\p{Lu}))|(?:spacciandosi|spacciato|spacciata|facendosi passare) per|imit(?:ando|atore|atrice)|a nome di|sotto il nome di|sosia|nei panni di|parodi\\p{L}+',
    infinitive:
      'dire|dirlo|dirgli|dirle|(?:dichiar|afferm|assicur|annunci|conferm|pronunci|spieg|parl|us)are|scrivere|promettere|rispondere|ammettere|definire',
    didSay:
      '(?:ammett|ammess|riconosc|confess|scus|rimpiang|pent)\\p{L}*|per|nel|prima di|(?:finit|torn|continu|cominci|iniz|limit|os|riusc|arriv)\\p{L}*|fino a|volut[oa]',
    having: '(?<!dopo )aver(?:gli|lo|le)? (?:\\p{L}+mente |mai |anche )?\\p{L}+(?:ato|uto|ito|tto|sso|sto)(?!\\p{L})',
    doubts:
      'respin\\p{L}*|per errore|erroneamente|lontan[oa]|nulla|niente|nessun[oa]?|non|mai|dubit\\p{L}*|dubbi\\p{L}*|neg(?:a|ano|ò|ato|ata)|smenti\\p{L}*|fals[oa]|impensabile|assurdo|inverosimile|(?:sar|vorr|dovr|piacer)ebbe',
    that: "ch(?:e(?!\\p{L})|['’])",
    plainThat:
      '(?:dopo|da|prima|fino a|già|anche|per|ciò|quello|quella|quelli|sempre|una volta|mentre|visto|ricord\\p{L}*|è stat[oa] [^,]*) ?',
    untrue:
      "(?:è|era|sono|risulta) (?:\\p{L}+mente )?(?:fals[oa]|una bufala|una menzogna|una bugia|un['’]invenzione|inventat[oa]|infondat[oa]|un montaggio)|non (?:è|era) vero",
    asksWhy: 'perché|come|quando|dove|chi|quanto',
    deniedBefore: [
      `(?:non (?:lo |l['’])?(?:ha|hanno|aveva|avevano|avrebbe) (?:mai )?|mai )${DENIED}[^,;:]{0,50}[:,]?\\s*$`,
      '(?:nega|negano|negò|negato|smentisce|smentiscono|smentito|smentì|contesta|contestato) (?:di |che )[^,;]{0,80}$',
      '^[^\\p{L}]*se [^,]*$',
      '(?:chied\\p{L}+|chiest\\p{L}+|sapere|domand\\p{L}+) se [^,;]*$',
      `(?:(?:rifiut|evit)\\p{L}+ di|senza|invece di|anziché) (?:dire|dichiarare|affermare|scrivere|aver ${DENIED})`,
      `${THING} (?:fals|manipolat|truccat|falsificat|satiric|ritoccat|inventat)[oa](?!\\p{L})(?!.* e )[^,;]{0,80}$`,
      `(?:falso|falsa|presunto|presunta|finto|finta) ${THING}(?!\\p{L})(?!.* e )[^,;]{0,80}$`,
      'deepfake',
      '(?:non è vero|è falso|non ci sono prove|nessuna prova) che ',
      `accus(?:a|ò|ano|ato|ata) [^,;]{1,60} di (?:aver )?(?:${DENIED}|dire)`,
    ],
    hearsay: [
      `avrebbe(?:ro)? ${DENIED}`,
      'secondo [^,:]{2,60}, [^,:]{2,60} (?:ha|hanno|aveva) \\p{L}+(?:ato|uto|ito|tto)(?!\\p{L})[^,;]{0,20}$',
      '(?:presumibilmente|asseritamente)(?!\\p{L})',
    ],
  },
  secondhand: {
    quotes:
      'cit(?:a|ato|ava|ando|ò)(?! (?:come|in|tra)(?!\\p{L}))|recit(?:a|ato|ava|ando|ò)|parafras\\p{L}+|condivi(?:so|de|deva) (?:un|il|questo) (?:messaggio|post)',
    reads: 'letto|legge|leggeva|leggendo|lesse|canta(?:to|va|ndo)?|intona(?:to|va|ndo)?|declama(?:to|va|ndo)?',
    own: 'comunicato|dichiarazione|discorso|scuse|dimissioni|testo preparato|nota',
    gets: 'ricev(?:uto|e|eva|ette)|trov(?:ato|a|ò|ava)|scopert[oa]|mostr(?:ato|a|ò|ava)|visto|ritwitt\\p{L}+|rilanci\\p{L}+|diffus[oa]|inoltrat[oa]',
    written:
      'messagg(?:io|i)|post|tweet|comment[oi]|letter[ae]|mail|email|bigliett[oi]|cartell[oi]|striscion[ei]|manifest[oi]|scritt[ae]|volantin[oi]|articol[oi]|fras[ei]|poesi[ae]|proverbi[o]?',
    holds:
      'port(?:a|ava|ato|ando)|indoss(?:a|ava|ato|ando)|regg\\p{L}+|tenev\\p{L}+|tiene|esib\\p{L}+|espo(?:ne|sto|neva)|sventol\\p{L}+|srotol\\p{L}+|alz(?:ato|ava|a)',
    sign: 'magliett[ae]|striscion[ei]|cartell[oi]|bandier[ae]|cappellin[oi]|spill[ae]',
    thingSays:
      /^(?:il|lo|la|un|uno|una|questo|questa) (?:\p{L}+ )?(?:messaggio|post|tweet|commento|cartello|striscione|volantino|lettera|biglietto)(?!\p{L}).*(?:diceva|dice|recitava|recita|affermava)[^\p{L}]*$/iu,
  },
})
