import { featureOfWord, languageKey } from './vectorize.ts'

/** Words common in the news whatever the subject, by language: public life, numbers, plain verbs. */
const english = `president government minister prime official officials state states country countries national
international public political party leader leaders house white court law police city world war military force forces
security attack group groups member members report reports reported statement issue issues case plan plans deal talks
meeting call called support help work working million billion percent number million dollars money cost company business
market economy economic tax budget bill vote election campaign policy power department office agency committee
secretary chief director spokesman spokeswoman spokesperson former senior top major big small large long high low old young
american americans united british uk us u.s europe european russia russian china chinese
home family families children man men woman women life live living lives death died killed dead school students health
hospital water food news media press service services information question questions answer part place area region north south
east west street end start began begin ending following came went took taken take taking give gave given get getting left
right move moved show showed shown find found know known think thought believe want wanted need needed use used using
put set keep kept let run running hold held bring brought turn turned seen look looking ask asked asking expected
expect announced announce added add adding told tell speaking spoke speak talk talking wrote write comment comments
decision decided order orders action actions change changes effort efforts effect result results face facing problem problems
rights human justice legal judge lawyer lawyers investigation evidence charges charge line lead led leading
great good better best bad important clear real different general local foreign federal own early late later recent recently
past future already often always never ago night morning evening afternoon date hour hours minute minutes today's
today second third half several hundreds thousands dozens least nearly almost around near together among across
january february march april may june july august september october november december spring summer autumn winter
thing things lot fact point side kind level rate record time times name team story interview photo video twitter post posted
continue continued remain remained increase increased rise fall cut pay paid open opened close closed make build built
include including included provide allow allowed return returned stop happen happened become became concern concerns
crisis situation event events community program project system process position role history hope fear risk threat
agreement agree agreed claim claims claimed accused allegedly deny denied warned warning called critics criticism
republican republicans democrat democrats democratic senate congress administration washington london york trump biden`

const french = `président gouvernement ministre premier première pays état états national nationale public publique politique parti
chef groupe millions milliards euros pour cent nombre personnes personne homme femme enfants vie mort morts monde france
français française europe européen européenne international loi justice police ville région nord sud est ouest
guerre sécurité force forces attaque accord projet plan mesure mesures décision question situation crise santé travail
entreprise marché économie économique prix argent budget vote élection campagne droit droits tribunal enquête affaire
porte-parole responsable ancien nouveau nouvelle grand grande petit dernier dernière important possible
matin soir heure fin début partie place côté cas niveau service services information réseau site presse média
janvier février mars avril mai juin juillet août septembre octobre novembre décembre pouvoir devoir vouloir dire
mettre prendre donner trouver demander expliquer rester`

const arabic = `الرئيس رئيس الحكومة وزير الوزراء وزارة الدولة دولة الوطنية الوطني الشعب مجلس حزب العالم العربية الدولية الدولي
المتحدة الأمم الولايات الأمريكي الأمريكية قوات القوات الجيش الأمن الحرب هجوم اتفاق قرار عمل العمل مشروع مدينة المدينة منطقة
المنطقة شمال جنوب شرق غرب مليون مليار عدد شخص أشخاص الناس حياة مقتل القانون المحكمة الشرطة الصحة الاقتصاد الاقتصادية
الإعلام وسائل تصريحات بيان المتحدث وكالة أنباء الأنباء جديد جديدة كبير كبيرة أكثر أول ثاني نحو`

const lists: Readonly<Record<string, string>> = { en: english, fr: french, ar: arabic }

function featuresOfList(list: string): ReadonlySet<number> {
  return new Set(list.split(/\s+/).map(featureOfWord))
}

const none: ReadonlySet<number> = new Set()
const known = new Map(Object.entries(lists).map(([language, list]) => [language, featuresOfList(list)]))

/** The features of the common words of a language (BCP 47); empty for a language without a list. */
function commonFeatures(language: string): ReadonlySet<number> {
  return known.get(languageKey(language)) ?? none
}

/**
 * How many documents count as read before the first one. Otherwise the words that the first few documents share would count for nothing,
 * because each of so few has them. Fades as real documents arrive.
 */
export const priorDocuments = 400
/** The share of documents assumed to contain a common word. */
const commonShare = 0.12

/** The document frequency of a feature before the first document, for a language (BCP 47). */
export function priorFrequency(language: string): (feature: number) => number {
  const common = commonFeatures(language)
  return (feature) => (common.has(feature) ? commonShare * priorDocuments : 0)
}
