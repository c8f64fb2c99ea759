import { placeNamed } from './places.ts'

/** Surnames that come before the given name: Chinese (also as Hong Kong and Taiwan write them), Korean, Vietnamese. */
const SURNAMES = words(`
  bae bai baek cai cao chan chang chen cheng cheung chiang chiu cho choe choi chow chu chun chung dai deng ding dinh dong du
  duan duong fan fang feng fong fu fung gao geng gong guo han hao he heo heung ho hoang hong hou hsiao hsieh hsu hu huang hui
  hung huynh hwang im jang jeon jeong jia jiang jin jo ju jung kang kao kim ko koo kuo kwan kwok kwon kwong lai lam lau law le
  lee lei leung li liang liao lim lin ling liu lo lu lui luo ly ma mao mei meng mo mok mun na nam ng ngo nguyen ni noh oh ong ou
  pan pang park peng pham phan pu qian qiao qin qiu qu ren rhee roh ryu seo shao shen shi shin shiu shum siu son song su sun tam
  tan tang tao to tong tran trinh tsai tsang tse tsui tu tung vo vu wan wang wei wen wong woo wu xi xia xiang xiao xie xin xiong
  xu xue yan yang yao yau ye yeh yeung yi yim yin yip yoo yoon you yu yuan yue yuen yun zeng zhai zhang zhao zheng zhong zhou zhu
  zhuang zou`)
/** Of those, the ones that are words of English or given names elsewhere. */
const ALSO_WORDS = words('an chan han he ho hung law lee long ma mo na park shin son song sun tan to you yi')
const HYPHENATED = /^\p{Lu}\p{Ll}+-\p{L}\p{Ll}+$/u
const SYLLABLE =
  '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|[aeiou])'
const PINYIN = new RegExp(`^${SYLLABLE}${SYLLABLE}?$`, 'i')

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

/** `Lam Cheuk-wing`, `Wang Xiaolin`, `Kim Jong Un`: the first word is the surname. */
export function isSurnameFirst(name: readonly string[]): boolean {
  const [surname, given, more] = name
  if (!surname || !given || name.length > 3 || !SURNAMES.has(surname.toLowerCase())) return false
  if (HYPHENATED.test(given)) return name.length === 2
  if (ALSO_WORDS.has(surname.toLowerCase())) return false
  const isSyllables = (word: string): boolean => /^\p{Lu}\p{Ll}+$/u.test(word) && PINYIN.test(word)
  return isSyllables(given) && (more === undefined || isSyllables(more))
}

/** Initials that name a country or a time of day. */
const NO_INITIALS =
  /^(?:U\.?[SKN]\.?|U\.?S\.?A\.?|E\.?U\.?|D\.?C\.?|L\.?A\.?|N\.?Y\.?C?\.?|A\.?M\.?|P\.?M\.?|A\.?D\.?|B\.?C\.?)$/

/** `J.K. Thorne`, `A. R. Nair`. `isDotted`: a full stop follows the first word. */
export function hasInitialsFirst(name: readonly string[], isDotted: boolean): boolean {
  const first = name[0] ?? ''
  const last = name.at(-1) ?? ''
  if (name.length < 2 || !/^\p{Lu}[\p{Ll}’'-]{2,}/u.test(last) || NO_INITIALS.test(first)) return false
  return /^(?:\p{Lu}\.)+\p{Lu}?\.?$/u.test(first) || (isDotted && /^\p{Lu}$/u.test(first))
}

/** `Ludwig von Hagen`, `Abdullah bin Rashid`: particles only in names of people. */
export function hasPersonParticle(name: readonly string[]): boolean {
  const at = name.findIndex((word) => /^(?:van|von|bin|bint|ibn|ter|zu)$/.test(word))
  return at > 0 && at < name.length - 1 && !placeNamed(name[0] ?? '')
}

/** Given names of Spain and Latin America, where people have two surnames and the first of them is used alone. */
const IBERIAN = words(`
  alberto alejandra alejandro alfonso alfredo alvaro andres angel antonio arturo beatriz bernardo camila camilo carlos carmen
  catalina cesar claudia cristian cristina daniela diana diego edgardo eduardo elena emilio enrique ernesto esteban federico
  felipe fernanda fernando francisco gabriel gabriela gerardo gilberto gonzalo guadalupe guillermo gustavo hector hugo ignacio
  ines isabel ivan jaime javier jesus joaquin jorge jose juan juana julio laura lorenzo lucia luis luisa manuel marcela marcelo
  marco margarita maria mario martin mateo mauricio mercedes miguel monica nicolas octavio oscar pablo paola patricia pedro pilar
  rafael ramiro ramon raul ricardo roberto rodolfo rodrigo rosa salvador santiago sebastian sergio silvia sofia teresa tomas
  valentina veronica vicente victor ximena`)

/** Whether a given name is one of those; diacritics do not matter. */
export function isIberian(word: string): boolean {
  const plain = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  return IBERIAN.has(plain)
}

/** Small words inside names. */
export const PARTICLE = /^(?:van|von|der|de|la|al|bin|bint|ibn|da|di|del|dos|das|le|el|ter|ben|du|den|zu|y)$/
/** `al-Tamimi`, `el-Sayed`: begins small and is a name. */
export const ARTICLED = /^(?:al|el|as|ash|at|an|ad|ar|ibn|abu|d|l)[-’']\p{Lu}/u

/** A name of a thing or place, though it may begin with a given name: `Alice Springs`, `Martin Luther King Day`. */
export function isThing(name: readonly string[]): boolean {
  const last = name.at(-1) ?? ''
  if (name.length < 2) return false
  return (
    THING_LAST.test(last) ||
    NO_PERSON_LAST.test(last) ||
    THING_FIRST.test(name[0] ?? '') ||
    (name.length > 2 && THING_OR_SURNAME.test(last))
  )
}

const THING_LAST =
  /^(?:Act|Airport|Arena|Avenue|Award|Awards|Beach|Boulevard|Bowl|Building|Cathedral|Championships?|City|Clause|Convention|County|Creek|Cup|Declaration|Districts?|Effect|Falls|Festival|Gallery|Games|Gardens|Harbou?r|Heights|Highway|Hotel|Islands?|Library|Mall|Mansion|Marathon|Memorial|Monument|Mountains?|Music|Ocean|Olympics|Palace|Peninsula|Plan|Plaza|Prize|Railway|Reef|River|Road|Rovers|Scheme|Show|Springs|Square|Stadium|Station|Summit|Theat(?:er|re)|Towers?|Trophy|United|Valley|Wanderers|Weekly|Zoo)$/
/** What bodies, laws, peoples and pages are called by, and nobody is. */
const NO_PERSON_LAST =
  /^(?:Health|Energy|Foods|Security|Economics|Research|Rights|Statistics|Commissioners|Ratings|Owners|Command|Americans|Africans|Europeans|Russians|Amendment|Agreement|Accord|Resources|Responsibility|Patients|Safety|Goods|Videos?|Matter|Hygiene|Broadcasting|Analytics|Holdings|Investigations|Protection|Budget|Reform|Studies|Affairs|Systems|Solutions|Technologies|Motors|Securities|Management|Entertainment|Insider|Stormer|International|Humanity|Respect|Americas|Korea|Belt|Cannabis|Media|Relations|Opportunity|Education|Defense|Defence|Intelligence|Operations|Enforcement|Committees|Republicans|Democrats|Progressives|Conservatives|Catholics?|Christians?|Orthodox)$/
const THING_FIRST =
  /^(?:Lake|Mount|Mt|Hurricane|Cyclone|Typhoon|Storm|Operation|Project|Planet|San|Santa|Saint|St|Fort|Port|Cape|New|North|South|East|West|Nobel|Super|Grand|Team|Club|Hotel|Radio|Studio|Image|Photo)$/
const THING_OR_SURNAME =
  /^(?:Bay|Bridge|Church|Day|Drive|Hall|Hill|Lane|Park|Pass|Place|Street|Town|Village|Week|Wood)$/
