/** Words that say nothing of what a story is about, per language: function words, reporting verbs, calendar words. */
const english = `a about above after again against all also am an and any are as at be because been before being
below between both but by can could did do does doing down during each few for from further get had has have having he
her here hers him his how i if in into is it its itself just may me might more most must my new no nor not now of off on
once one only or other our out over own per said same say says she should so some such than that the their them then
there these they this those through to too two under until up us very was we were what when where which while who whom
why will with would you your yours mr mrs ms dr don doesn didn isn aren wasn weren hasn haven won wouldn couldn
shouldn yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday year years day days week weeks
month months time like told according people first last next still since even make made many much back well way go going
come take see got don't doesn't didn't isn't it's`

const french = `le la les l un une des du de d au aux et ou où mais donc or ni car que qui quoi dont ce cet cette ces
son sa ses leur leurs mon ma mes ton ta tes notre nos votre vos il elle ils elles on nous vous je tu se s ne n pas plus
y en dans par pour sur sous avec sans entre vers chez est sont était étaient être été a ont avait avaient avoir eu fait
faire a-t-il selon après avant depuis pendant lors aussi même très tout tous toute toutes si comme dit ont-ils indiqué
déclaré affirmé annoncé ainsi alors encore deux trois an ans année années jour jours mois semaine heures lundi mardi
mercredi jeudi vendredi samedi dimanche hier`

const arabic = `في من على إلى عن مع هذا هذه ذلك تلك التي الذي الذين ما لا لم لن إن أن أو ثم قد كان كانت يكون هو هي هم
بعد قبل بين حتى كما عند خلال منذ حول ضد كل بعض غير أي عام اليوم أمس قال قالت أضاف أكد وقال وأضاف وأكد وفي ومن وعلى
الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد يوم لكن`

const spanish = `el los las del al un una unos unas y o pero que de en por para con sin sobre entre se su sus es son
fue ser ha han había como más no lo le les este esta estos estas según tras desde hasta también ya años año`

const german = `der die das den dem des ein eine einen einem einer und oder aber nicht mit von zu zum zur im in am an
auf für ist sind war wurde wird werden hat haben als auch bei nach aus um über sich er sie es wir sagte nur noch wie`

const others = `il lo gli della delle dei nel nella che per con non è sono di da un una anche più alla o os as do da
dos das no na em um uma não para com foi mais het een van en op te dat voor met zijn niet aan`

const lists: Readonly<Record<string, string>> = { en: english, fr: french, ar: arabic, es: spanish, de: german }
const everywhere = new Set(others.split(/\s+/))
const byLanguage = new Map<string, ReadonlySet<string>>(
  Object.entries(lists).map(([language, words]) => [language, new Set(words.split(/\s+/))]),
)

/** The stop words of a language (BCP 47 primary tag); for languages without a list, a short one of small Romance and Dutch words. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  return byLanguage.get(language) ?? everywhere
}
