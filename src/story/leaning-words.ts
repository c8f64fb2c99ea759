import { primaryLanguage } from '../core/primary-language.ts'

/** First words of a sentence that lean on the one before, by language: pronouns, and words that join it to something told. */
const OPENERS: { readonly [language: string]: string } = {
  de: 'er|sie|es|ihn|ihm|ihnen|ihre?|ihre[mnrs]|sein|seine[mnrs]?|wir|ich|dies|diese[mnrs]?|jene[mnrs]?|letztere[rs]?|erstere[rs]?|beide|davon|dazu|dafür|dagegen|dabei|damit|danach|darauf|daraufhin|darum|darüber|davor|demnach|deshalb|deswegen|daher|dennoch|trotzdem|allerdings|jedoch|hingegen|aber|doch|und|oder|denn|sondern|auch|zudem|außerdem|ferner|zuvor|später|anschließend|unterdessen|inzwischen|gleichzeitig|stattdessen|dort|hier|das (?:ist|war|sei|wäre|hat|habe|hatte|hätte|wird|werde|würde|kann|könne|soll|solle|muss|müsse|geht|gilt|zeigt|bedeutet|sagte|teilte)|nach (?:seinen|ihren) (?:angaben|worten)|laut (?:ihm|ihr|ihnen)',
  es: 'él|ella|ellos|ellas|ello|esto|eso|este|esta|estos|estas|ese|esa|esos|esas|aquel|aquella|aquellos|aquellas|su|sus|ambos|ambas|pero|sino|y|o|además|asimismo|también|tampoco|sin embargo|no obstante|por (?:eso|ello|tanto|su parte|otro lado|otra parte)|por lo tanto|así|entonces|luego|después|mientras tanto|en cambio|allí|ahí|aquí|otro|otra|otros|otras|dichos?|dichas?|según (?:él|ella|ellos|ellas)|(?:dijo|añadió|agregó|afirmó|aseguró|explicó|señaló|indicó|sostuvo|recordó|insistió|subrayó|reiteró|admitió|advirtió|concluyó|negó|detalló|precisó|apuntó)(?=,| que| también| además| haber)',
  fr: "il|elle|ils|elles|on|nous|je|cela|ceci|ça|ce|cette|ces|mais|et|or|donc|ainsi|cependant|toutefois|pourtant|celui-ci|celle-ci|ceux-ci|selon (?:lui|elle|eux)|son|sa|ses|leurs?|lui|puis|ensuite|enfin|de plus|en outre|par ailleurs|en revanche|là|c['’]est|c['’]était|celui|celle|ceux|d['’]autres|tous deux|toutes deux|cet|aussi|pour sa part|de son côté|à ses yeux|d['’]après (?:lui|elle|eux)",
  it: 'lui|lei|loro|egli|ella|essi|esse|esso|essa|questo|questa|questi|queste|quello|quella|quelli|quelle|ciò|suo|sua|suoi|sue|ma|e|ed|però|inoltre|tuttavia|quindi|così|anche|invece|poi|dopo|intanto|infine|lì|qui|entrambi|entrambe',
  ar: 'هو|هي|هم|وهو|وهي|وهم|لكنه?|لكنها|ولكن|كما|وأضاف(?:ت)?|وتابع(?:ت)?|وأوضح(?:ت)?|وأشار(?:ت)? إلى|ذلك|تلك|وذلك',
  pt: 'ele|ela|eles|elas|isto|isso|aquilo|este|esta|estes|estas|esse|essa|esses|essas|aquele|aquela|seu|sua|seus|suas|mas|e|porém|contudo|entretanto|no entanto|além disso|assim|também|então|depois|ali|aqui|ambos|ambas',
}

const READERS = new Map(
  Object.entries(OPENERS).map(([language, words]) => [
    language,
    new RegExp(`^["“„”«»‘’'–—\\-\\s(¿¡]*(?:${words})(?![\\p{L}\\p{N}])`, 'iu'),
  ]),
)

/** Whether a sentence begins with a word that leans on the sentence before; undefined for a language whose words are not here. */
export function opensLeaning(text: string, language: string): boolean | undefined {
  const base = primaryLanguage(language)
  const reader = READERS.get(base)
  return reader && (reader.test(text) || (base === 'de' && isReportedFurther(text)))
}

/** Verb forms by which German tells what somebody says. */
const REPORTED =
  /(?<!\p{L})(?:sei|seien|habe|werde|könne|müsse|müssten|wolle|solle|dürfe|gebe|gehe|komme|stehe|bleibe|wisse|brauche)(?!\p{L})/u
const WHO_REPORTS =
  /(?<!\p{L})(?:laut|zufolge|nach (?:eigenen )?(?:Angaben|Worten|Darstellung|Aussage|Ansicht|Einschätzung)|dass|ob|wonach|als (?:ob|sei|habe)|es sei denn|heißt|hieß|\p{L}*(?:sagt|meint|erklärt|betont|behaupt|versicher|kritisier|warn|mitgeteilt|teilt|bericht|schreib|schrieb|forder|bekräftig|ergänz|beton|räum|wirft|warf|wies|weist|bestr|beklag|begründ|argumentier|ankündig|kündig|glaub|hoff|find|fand|denk|dacht|vermut|äußer|antwort|entgegn)\p{L}*)(?!\p{L})/iu

/** `Die Brücke sei sicher.`: what somebody says, whom an earlier sentence names. */
function isReportedFurther(text: string): boolean {
  const own = text.replace(/[„“"»][^“”"«]*[“”"«]/gu, ' ')
  return REPORTED.test(own) && !WHO_REPORTS.test(own)
}
