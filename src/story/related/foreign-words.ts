/** Languages whose stories are linked with English ones by their words. */
export type ReadLanguage = 'de' | 'es'

/** Inflections, the longest first. Nothing is cut that would leave fewer letters than `shortest`. */
const suffixes: { readonly [Language in ReadLanguage]: readonly string[] } = {
  de: 'ungen erinnen innen ern ten tes ter tem est ens en em er es et te st e n s t'.split(' '),
  es: `amientos amiento imientos imiento aciones ieramos arselo arlos arlas arles erlos erlas irlos irlas arlo arla arle arse
erlo erla erse irlo irla irse aron ieron ieran aban ando iendo yendo ados adas idos idas iera ado ada ido ida aba ian ar er ir an en es
os as o a e s`.split(/\s+/),
}
/** Only the accent tells `retirará`, of `retirar`, from `prepara`, of `preparar`, and `decidió`, of `decidir`, from `incendio`. */
const accentedForms = /(?<=\p{L}{2}[aeií]r)(?:á|án|é|emos|ía|ían)$|(?<=\p{L}{3})(?:ió|ía|ías|ían)$/u

const shortest: { readonly [Language in ReadLanguage]: number } = { de: 4, es: 3 }

/** True for a language that a list of words is there for. */
export function isReadLanguage(language: string): language is ReadLanguage {
  return language === 'de' || language === 'es'
}

/**
 * The key of a word in the list of its language: inflected forms and the headword of a dictionary mostly have the same one. A key, not a
 * word. Only suffixes are cut.
 */
export function foreignKey(language: ReadLanguage, word: string): string {
  const folded = foldWord(language === 'es' ? word.toLowerCase().replace(accentedForms, '') : word)
  const least = shortest[language]
  const suffix = suffixes[language].find((each) => folded.endsWith(each) && folded.length - each.length >= least)
  return suffix ? folded.slice(0, -suffix.length) : folded
}

/** The key of a word as it is, for those whose inflection has the key of another word: `sábado` is no form of `saber`. */
export function exactKey(word: string): string {
  return `=${foldWord(word)}`
}

/** Forms of irregular verbs that news has, without accents, before the infinitive that a dictionary has. */
const irregularForms: { readonly [Language in ReadLanguage]: ReadonlyMap<string, string> } = {
  de: byForm(`barg bargen geborgen:bergen bat baten gebeten:bitten begann begannen begonnen:beginnen brach brachen gebrochen:brechen
entschied entschieden:entscheiden erschoss erschossen:erschießen ertrank ertranken ertrunken:ertrinken fand fanden gefunden:finden
fiel fielen gefallen:fallen floh flohen geflohen:fliehen flog flogen geflogen:fliegen fuhr fuhren gefahren:fahren
gewann gewannen gewonnen:gewinnen griff griffen gegriffen:greifen half halfen geholfen:helfen lief liefen gelaufen:laufen
sank sanken gesunken:sinken schlug schlugen geschlagen:schlagen schloss schlossen:schließen schoss schossen geschossen:schießen
schrieb schrieben geschrieben:schreiben sprach sprachen gesprochen:sprechen stahl stahlen gestohlen:stehlen starb starben:sterben
stieg stiegen gestiegen:steigen stritt stritten gestritten:streiten traf trafen getroffen:treffen verbot verboten:verbieten
verlor verloren:verlieren verschwand verschwanden verschwunden:verschwinden warf warfen geworfen:werfen wuchs wuchsen gewachsen:wachsen
zog zogen gezogen:ziehen zwang zwangen gezwungen:zwingen`),
  es: byForm(`abierto abierta abiertos:abrir advierte advirtio advirtieron:advertir cae caen cayo cayeron:caer cierra cierran:cerrar
comienza comienzan:comenzar condujo condujeron:conducir consigue consiguio consiguieron:conseguir construyo construyeron:construir
defiende defienden defendio:defender descubierto descubierta descubiertos:descubrir destruyo destruyeron destruido:destruir
detuvo detuvieron detiene detienen:detener elige eligio eligieron:elegir empieza empiezan:empezar encuentra encuentran:encontrar
escrito escrita:escribir hirio hirieron hiere:herir huye huyen huyo huyeron:huir impuso impusieron impone:imponer juega juegan:jugar
mantuvo mantuvieron mantiene mantienen:mantener muere mueren murio murieron:morir obtuvo obtuvieron obtiene:obtener pide piden pidio
pidieron:pedir pierde pierden perdio perdieron:perder produjo produjeron:producir propuso propusieron propone:proponer resuelto resuelve
resolvio:resolver roto rota rotos:romper sigue siguen siguio siguieron:seguir vuelve vuelven volvio volvieron:volver`),
}

function byForm(table: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>()
  let waiting: string[] = []
  for (const word of table.split(/\s+/)) {
    const [form = '', infinitive] = word.split(':')
    waiting.push(form)
    if (infinitive === undefined) continue
    for (const each of waiting) forms.set(each, infinitive)
    waiting = []
  }
  return forms
}

/** The infinitive of an irregular form, or the word itself. */
export function regularForm(language: ReadLanguage, word: string): string {
  return irregularForms[language].get(foldWord(word)) ?? word
}

/** Lower case without accents; ß is ss, and ñ is not n. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase().normalize('NFC').replaceAll('ñ', 'ny').replaceAll('ß', 'ss')
  return lower.normalize('NFD').replace(/\p{M}/gu, '')
}

/**
 * Words that say nothing of what a text is about. They would take the place of words that do: a story keeps its sixty most frequent
 * words.
 */
const functionWords: { readonly [Language in ReadLanguage]: ReadonlySet<string> } = {
  de: new Set(
    `aber ab alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim bereits bin bis bisher bist da dabei
dadurch dafür dagegen daher damit danach dann daran darauf darin darüber das dass davon dazu dein dem demnach den denen denn der deren des deshalb
dessen die dies diese diesem diesen dieser dieses doch dort drei du durch ebenfalls ein eine einem einen einer eines einige einigen er erklärte
erst es etwa etwas euch euer für gab gegen gegenüber gewesen gibt ging hab habe haben hat hatte hatten hätte hätten heißt hier hieß hin hinter
ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem ins insgesamt ist ja jede jedem jeden jeder jedes jedoch jetzt kam kann
kein keine keinen können könne könnte konnte konnten künftig laut ließ machen man mehr mein meine mich mir mit mitteilte möglich muss müssen müsse
musste mussten nach nachdem neben nicht nichts noch nun nur ob obwohl oder ohne per rund sagte sagten sagt schon sehr sei seien sein seine
seinem seinen seiner seines seit seitdem selbst sich sie sind so sodass sogar soll solle sollen sollte sollten sondern sowie teilte teilten über um und uns
unser unsere unter viel viele vielen vom von vor voraussichtlich während war waren warum was wegen weil weiter weitere weiteren welche welchem
welchen welcher welches wenn wer werde werden wie wieder will wir wird wo wolle wollen worden wurde wurden würde würden zu zudem zuvor zum
zur zurzeit zwar zwei zwischen`.split(/\s+/),
  ),
  es: new Set(
    `a además afirmó agregó ahora al algo algún alguna algunas alguno algunos ante antes añadió apenas aquel aquella aseguró así aún aunque bajo bien cada
casi como cómo con contra cual cuál cuales cualquier cuando cuándo cuanto cuya cuyo de debe deben debía del desde después destacó dijeron dijo donde
dónde dos durante e el él ella ellas ellos en entonces entre era eran es esa esas ese eso esos esta está estaba estaban estado están estar estas este
esto estos explicó fue fuera fueron ha haber había habían habrá hace hacer hacia han hasta hay he hizo incluso indicó informó la las le les lo los
luego más me mi mientras mis mismo misma mucho muy nada ni no nos nosotros nuestra nuestro nunca o otra otras otro otros para pero pese poco podrá
podrán podría podrían por porque precisó primer pudo pueda puede pueden pues que qué quedó quien quién quienes se sea según señaló ser será serán
si sí sido siempre sin sino sobre solo sólo son su sus tal también tampoco tan tanto te tendrá tenía tiene tienen toda todas todavía todo todos tras
tres tu tuvo u un una unas uno unos va van varias varios ya yo y`.split(/\s+/),
  ),
}

/** True for a word of another language that says nothing of what a text is about; never for other languages than German and Spanish. */
export function isFunctionWord(language: string, word: string): boolean {
  return isReadLanguage(language) && functionWords[language].has(word)
}
