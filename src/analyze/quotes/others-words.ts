import { word } from '../whole-word.ts'

/** What is quoted or read out is said by one and is another's; what somebody got, wears or holds up they did not say. */
export type Handing = 'quoted' | 'held'

/**
 * The words by which a clause tells that what it leads to is another's. What somebody wrote on a sign, or reads out as their own statement,
 * is theirs.
 */
type Hands = {
  /** Verbs by which somebody passes on another's words, whatever stands behind them. */
  readonly quotes: string
  /** Verbs of reading aloud and singing, and what of it is one's own. */
  readonly reads: string
  readonly own: string
  /** Verbs by which something written comes to somebody or is seen by them, and what that is. */
  readonly gets: string
  readonly written: string
  /** Verbs of wearing and holding, and what bears words. */
  readonly holds: string
  readonly sign: string
}

const ENGLISH: Hands = {
  quotes:
    '(?<!(?<!\\p{L})i )(?:quot|recit|paraphras)(?:es?|ed|ing)(?! (?:as|in|by|from (?:the )?stage)(?: |$))|shar(?:ed|es|ing) (?:an?|the) (?:\\S+ ){0,2}(?:post|tweet|meme|comment|message|clip)',
  reads:
    '(?<!(?:statement|letter|sign|note|message|text|placard|banner|poster|post|tweet|email|headline|caption|inscription|plaque|release|memo|notice|it|which|that) )(?:reads?|reading|sang|sings?|singing|hummed|humming)',
  own: '(?:statement|apology|speech|declaration|remarks|resignation|testimony|prepared|list|address|names|verdict|ruling|posted|wrote|sent|issued|released|published|tweeted)',
  gets: '(?:received|receives|got|gets|found|finds|opened|opens|saw|sees|spotted|spots|noticed|nodded at|pointed|points|showed|shows|discovered|unearthed|played|plays|translated|translates|deciphered|forwarded|retweeted|reposted|liked|(?:was|is|were) (?:handed|given|sent|shown)|kept|keeps|remembers?|remembered|recall(?:s|ed))',
  written:
    'messages?|texts?|e-?mails?|letters?|notes?|voicemails?|signs?|notices?|placards?|posters?|banners?|graffiti|clauses?|lines?|sentences?|passages?|paragraphs?|headlines?|tweets?|posts?|comments?|inscriptions?|articles?|rules?|verses?|poems?|plaques?|mottos?|proverbs?|slogans?|advice|warning|slips?|recordings?|voice ?mails?|used to say',
  holds:
    '(?:held|holds?|holding|wore|wears?|wearing|carr(?:ies|ied|y|ying)|wav(?:ed|es|ing)|rais(?:ed|es|ing)|unfurl(?:ed|s|ing)|brandish(?:ed|es|ing)|display(?:ed|s|ing)|hoist(?:ed|s|ing))',
  sign: 'signs?|placards?|posters?|banners?|badges?|(?:t-)?shirts?|hats?|caps?|flags?|buttons?|sweatshirts?|jackets?|mugs?|boards?|cards?',
}

const FRENCH: Hands = {
  quotes:
    'cit(?:e|é|ait|ant)(?! (?:comme|dans|par|en exemple)(?!\\p{L}))|récit(?:e|é|ait|ant)|paraphras(?:e|é|ait|ant)',
  reads: 'lit|lu|lisait|lisant|chant(?:e|é|ait|ant)|entonn(?:e|é|ait|ant)|déclam(?:e|é|ait|ant)',
  own: 'communiqué|déclaration|discours|allocution|excuses|démission|texte préparé',
  gets: 'reçu|reçoit|recevait|reçut|trouv(?:e|é|ait|a)|découv\\p{L}+|montr(?:e|é|ait|a)|relay\\p{L}+|relaie|retweet\\p{L}+|repartag\\p{L}+|republi\\p{L}+|aim(?:e|é)|lik(?:e|é)',
  written:
    'messages?|publications?|posts?|tweets?|commentaires?|lettres?|courriels?|mails?|mots?|sms|cartes?|pancartes?|affiches?|inscriptions?|tracts?|articles?|clauses?|phrases?|poèmes?|proverbes?',
  holds:
    'port(?:e|é|ait|ant)|brandi\\p{L}*|arbor\\p{L}+|tenait|tient|tenant|déplo\\p{L}+|déroul\\p{L}+|lev(?:é|ait|ant)',
  sign: 'pancartes?|banderoles?|panneaux?|affiches?|écriteaux?|tee-shirts?|t-shirts?|badges?|drapeaux?|casquettes?',
}

const GERMAN: Hands = {
  quotes: 'zitier(?:t|te|ten|en|end)|rezitier(?:t|te|ten)|(?:teilte|teilt) (?:(?:eine|die) nachricht|einen beitrag)',
  reads: 'las|liest|lasen|vorgelesen|sang|singt|sangen',
  own: 'erklärung|rede|entschuldigung|rücktritt\\p{L}*|stellungnahme|ansprache',
  gets: 'erhielt|erhält|erhalten|bekam|bekommt|bekommen|fand|findet|entdeckte|zeigte|sah|(?:teilte|teilt)(?! (?:eine|die) nachricht| einen beitrag)|geteilt\\p{L}*|verbreitete|retweetete|likte|gefiel',
  written:
    '(?:text)?nachricht(?:en)?|\\p{L}*brief|e-?mail|mail|zettel|karte|sms|schild|plakat|inschrift|aufschrift|artikel|satz|gedicht|sprichwort|drohung|beitrag|post|posting|tweet|kommentar',
  holds: 'trug|trägt|hielt|hält|schwenkte|schwenkt|entrollte|hisste|tragend|haltend',
  sign: '\\p{L}*schild|plakat|transparent|banner|t-shirt|hemd|mütze|fahne|button|anstecker|aufschrift',
}

const SPANISH: Hands = {
  quotes:
    'cit(?:ó|aba|ando)|recit(?:ó|a|aba|ando)|parafrase\\p{L}+|compart(?:ió|e|ía) (?:(?:un|el|este) mensaje|una publicación)',
  reads: 'leyó|lee|leía|leyendo|cantó|canta|cantando|entonó|declamó',
  own: 'comunicado|declaración|discurso|disculpa|renuncia|dimisión|alocución',
  gets: 'recib(?:ió|e|ía|ido)|encontr(?:ó|ado)|hall(?:ó|ado)|mostr(?:ó|aba|ado)|vio|retuite\\p{L}+|compart(?:ió|e|ía|ido)(?! (?:un|el|este) mensaje| una publicación)|difund(?:ió|e|ía|ido)|reenv\\p{L}+|gustó',
  written:
    'mensajes?|publicación|publicaciones|tuits?|comentarios?|cartas?|correos?|notas?|tarjetas?|carteles|cartel|pancartas?|letreros?|artículos?|frases?|poemas?|refranes|refrán|amenazas?',
  holds:
    'despleg\\p{L}+|llev(?:ó|aba|a|ando)|port(?:ó|aba|ando)|sosten\\p{L}+|sostuvo|vest\\p{L}+|exhib\\p{L}+|enarbol\\p{L}+|alz(?:ó|aba)',
  sign: 'camisetas?|pancartas?|carteles|cartel|letreros?|banderas?|gorras?|chapas?|insignias?',
}

const ARABIC: Hands = {
  quotes: 'استشهد(?:ت)?|مستشهد\\p{L}*|اقتبس(?:ت)?|مقتبس\\p{L}*',
  reads: 'قرأ(?:ت)?|أنشد(?:ت)?|غنى|غنت|تلا|تلت|ردد(?:ت)?',
  own: '(?:ال)?(?:بيان|كلمة|خطاب|اعتذار|استقالة)\\p{L}*',
  gets: '[وف]?(?:تلقى|تلقت|وجد(?:ت)?|استلم(?:ت)?|وصلته|وصلتها|أعاد(?:ت)?|شارك(?:ت)?(?! رسالة)|تداول(?:ت)?|أعجب(?:ت)?)',
  written: '[بل]?(?:ال)?(?:رسالة|رسائل|بطاقة|ورقة|لافتة|قصيدة|تهديد|منشور|تغريدة|تعليق)\\p{L}*',
  holds: '[وف]?(?:رفع|رفعت|حمل|حملت|ارتدى|ارتدت|يرفع|ترفع|يحمل|تحمل)',
  sign: '(?:ال)?(?:لافتة|لافتات|ملصق|قميص|راية|علم|يافطة)\\p{L}*',
}

type Readers = Readonly<Record<'quotes' | 'reads' | 'own' | 'holds', RegExp>>

function readersOf({ quotes, reads, own, gets, written, holds, sign }: Hands): Readers {
  const shortOf = (nouns: string): string => `${word(nouns)}(?: [^\\s,;:]+){0,4}$`
  return {
    quotes: new RegExp(word(quotes), 'iu'),
    holds: new RegExp(`${word(gets)}.*${shortOf(written)}|${word(holds)}.*${shortOf(sign)}`, 'iu'),
    reads: new RegExp(word(reads), 'iu'),
    own: new RegExp(word(own), 'iu'),
  }
}

const READERS = new Map(
  Object.entries({ en: ENGLISH, fr: FRENCH, de: GERMAN, es: SPANISH, ar: ARABIC }).map(([language, hands]) => [
    language,
    readersOf(hands),
  ]),
)

/** No more letters of a clause are read. */
const LONGEST = 200

/** `Der von X geteilte Beitrag eines Kontos lautete`, `El mensaje que compartió X, de una cuenta, decía`: a thing says it, whoever is named on the way. */
const THING_SAYS = new Map(
  Object.entries({
    fr: "^(?:le|la|un|une|l['’]|ce|cette)\\s?(?:\\p{L}+ )?(?:message|publication|post|tweet|commentaire|pancarte|affiche|tract|lettre)(?!\\p{L}).*(?:disait|dit|proclame|proclamait|affirmait|indiquait)[^\\p{L}]*$",
    de: '^(?:der|die|das|ein|eine|diese[rs]?) .*(?:beitrag|post|posting|tweet|kommentar|nachricht|zettel|plakat|schild|brief)(?!\\p{L}).*(?:lautete|lautet|besagte|besagt|sagte|hieß es)[^\\p{L}]*$',
    es: '^(?:el|la|un|una|este|esta) (?:\\p{L}+ )?(?:mensaje|publicación|tuit|comentario|cartel|pancarta|nota|carta)(?!\\p{L}).*(?:decía|dice|rezaba|reza|afirmaba)[^\\p{L}]*$',
    ar: '^(?:و|ف)?(?:جاء|ورد|كتب) في (?:ال)?(?:منشور|رسالة|تغريدة|لافتة|تعليق)',
  }).map(([language, pattern]) => [language, new RegExp(pattern, 'iu')]),
)

/** Whether a thing of somebody's says the words before which this sentence leads: they may be another's. */
export function isSaidByThing(language: string, lead: string): boolean {
  return THING_SAYS.get(language)?.test(lead.slice(0, LONGEST).trim()) === true
}

/** Whether the clause before a quotation tells that its words are another's. */
export function handingOf(language: string, before: string): Handing | undefined {
  const readers = READERS.get(language)
  if (!readers) return undefined
  const clause = before.slice(-LONGEST)
  if (readers.holds.test(clause)) return 'held'
  return readers.quotes.test(clause) || (readers.reads.test(clause) && !readers.own.test(clause)) ? 'quoted' : undefined
}
