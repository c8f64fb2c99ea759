import type { Named } from '../quotes/foreign/foreign-names.ts'

/** Offices and callings, which stand before a name without the article when a noun follows. */
const ROLE =
  /^(?:رئيس|رئيسة|وزير|وزيرة|مدير|مديرة|حاكم|حاكمة|محافظ|محافظة|نائب|نائبة|قائد|قائدة|زعيم|زعيمة|عمدة|نقيب|نقيبة|سفير|سفيرة|أمين|أمينة|عام|عامة|عضو|كاتب|كاتبة|عالم|عالمة|خبير|خبيرة|محامي|محامية|طبيب|طبيبة|مستشار|مستشارة|متحدث|متحدثة|ناطق|ناطقة|مسؤول|مسؤولة|منسق|منسقة|مدرب|مدربة|لاعب|لاعبة|مخرج|مخرجة|مؤسس|مؤسسة|صاحب|صاحبة|مفوض|مفوضة|قاضي|قاضية|ملك|ملكة|أمير|أميرة|شيخ|إمام|بطريرك|مطران|د\.|أ\.|م\.|نظيره|نظيرها|مدعي|كبير|كبيرة|مزارع|مزارعة|صياد|خباز|خبازة|معلم|معلمة|تلميذ|تلميذة|طالب|طالبة|حكومة|خارجية|دفاع|داخلية|مالية|اقتصاد|صحة|نظير|مساعد|مساعدة|رائد|لواء|عميد|عقيد|نجم|نجمة|حارس|مغني|مغنية|ممثل|ممثلة|فنان|فنانة)$/u
/** `يدعى`: the name begins behind it. */
const CALLED = /^(?:يدعى|تدعى|اسمه|اسمها)$/u
/** Bodies and nameless sources: no person is named. */
const NO_PERSON =
  /^(?:أحد|إحدى|بعض|عدد|مصدر|مصادر|بيان|وكالة|صحيفة|وزارة|شركة|إدارة|نقابة|منظمة|حركة|حزب|هيئة|لجنة|مجلس|جمعية|مؤسسة|سكان|شهود|ناشطون|خبراء|مسؤولون|محتجون|متظاهرون|مواطنون|معارضون|مؤيدون|موظفون|متطوعون|مشجعون|صحفيون|صحافيون|مسلحون|معتصمون|مضربون|مزارعون|نازحون|لاجئون|عمال|طلاب|جنود|أهالي|تقرير|دراسة|قناة|الحكومة|الشرطة|السلطات|الوكالة|الصحيفة|الوزارة|الشركة|الإدارة|اللجنة|الجيش|الحزب|ترجمة|نص|تسجيل|وثيقة|وثائق|محضر|منشور|رسالة|تغريدة|شاهد|شاهدة|مواطن|مواطنة|متظاهر|متظاهرة|ضابط|شرطي|جندي|زميل|زميلة|رجل|امرأة|سيدة|شاب|شابة|طفل|طفلة|فتاة|فتى|عنصر|سائح|سائحة|مسعف|مسعفة|ناج|ناجية|جار|جارة|راكب|راكبة|سكان)$/u
/** Prepositions, conjunctions, days and other words at which a name ends. */
const STOP =
  /^(?:و?(?:في|من|على|عن|إلى|الى|مع|إن|ان|أن|بأن|إنه|إنها|أنه|أنها|بأنه|بأنها|إنهم|خلال|بعد|قبل|حول|عبر|لدى|أمام|ضد|تحت|فوق|منذ|حتى|بين|عند|أثناء|عقب|إثر|يوم|أمس|اليوم|غدا|مساء|صباح|فجر|ليل|الذي|التي|وهو|وهي|قوله|قولها|قائلا|قائلاً|قائلة|مشيرا|مضيفا|مضيفة|موضحا|مؤكدا|أيضا|كذلك|لكن|بل|ثم|بحسب|وفق|هذا|هذه|ذلك|تلك|كل|كان|كانت|قد|لم|لن|لا|ما|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|بنسبة|بجهود|عنه|عنها|عنهم|له|لها|لهم|به|بها|إليه|إليها|منه|منها|فيه|فيها|عليه|عليها|لديه|لديها|معه|معها|بالقول|بقوله|بقولها|لوكالة|لصحيفة|لقناة|للصحفيين|للصحافيين|\d+|[٠-٩]+))$/u
const KUNYA = /^(?:أبو|أبي|أبا|أم|بو|ابن|بن|ولد|آل|عبد|ذو)$/u
/** Somebody's people: the name behind is not theirs. */
const NEAR_TO =
  /^(?:شقيق|شقيقة|والد|والدة|زوج|زوجة|ابن|ابنة|نجل|محامي|محامية|سائق|صديق|صديقة|مقرب|مقربة|محامو|منتقدو|مؤيدو|معارضو|مقربو|مساعدو|مناصرو|محبو|أنصار|خصوم|أقارب|عائلة|أسرة|أهل|أصدقاء|جيران|زملاء|حملة|مكتب|فريق|معسكر|والدا|أبناء|إخوة|ضحايا|أرملة|وكيل|وكيلة|أعمال|جار|جارة|عم|عمة|خال|خالة|جد|جدة|خطيب|خطيبة|طليق|طليقة|رفيق|رفيقة|شريك|شريكة|مساعد|مساعدة|سكرتير|سكرتيرة)$/u
/** The second half of a given name: `نور الدين`. */
const SECOND_HALF = /^(?:الدين|الله|الإسلام|الزهراء|الهدى|الرحمن|الحق|الحسين|الحسن)$/u
/** `المنتهية ولايته`: what goes with an office. */
const GOES_WITH_OFFICE = /تها?$/u
/** `في`: where an office is. */
const PLACE_LINK = /^(?:في|لدى|من|عن)$/u
const ARTICLE = /^(?:ال|لل|بال|وال|لال)/u

const ADJECTIVE =
  /^(?:سابق|سابقة|سابقين|سابقون|حالي|حالية|محلي|محلية|مجهول|مجهولة|آخر|أخرى|كبير|كبيرة|بارز|بارزة|معارض|معارضة|رفيع|رفيعة|ميداني|ميدانية|متقاعد|متقاعدة)$/u

type Word = { readonly text: string; readonly start: number; readonly end: number }

/** A reader of the name that stands at a place, behind the words for an office. */
export type ArabicNames = {
  /** The person named right at `from`, before any sign; undefined when the words name nobody. */
  readonly at: (from: number, to: number) => Named | undefined
}

/** Arabic has no capitals: a name is the two words, sometimes more, after the words for an office. */
export function arabicNames(text: string): ArabicNames {
  let known: ReadonlyMap<string, string> | undefined
  const fullNameOf = (surname: string): string | undefined => {
    known ??= fullNames(text)
    return known.get(surname)
  }
  return { at: (from, to) => nameAt(wordsBetween(text, from, to), fullNameOf) }
}

/** The words up to the first sign. */
function wordsBetween(text: string, from: number, to: number): Word[] {
  const part = /^[^،,؛;:.!?؟«»“”"()–—]*/u.exec(text.slice(from, to))?.[0] ?? ''
  return [...part.matchAll(/[\p{L}\p{M}\p{N}-]+\.?/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: from + index,
    end: from + index + word.length,
  }))
}

function nameAt(words: readonly Word[], fullNameOf: (surname: string) => string | undefined): Named | undefined {
  const plain = (i: number): string => words[i]?.text ?? ''
  if (words.length === 0 || NO_PERSON.test(plain(0)) || STOP.test(plain(0))) return undefined
  const alone = words.length === 1 || STOP.test(plain(1)) || /^[لب]/u.test(plain(1))
  const full = fullNameOf(plain(0))
  if (full && (alone || ARTICLE.test(plain(0)))) return named(words.slice(0, 1), full)
  const first = pastOffice(words)
  if (first === undefined) return undefined
  const last = endOfName(words, first)
  const kept = words.slice(first, last)
  if (kept.length === 0 || !kept.every(({ text }) => /^[\p{Script=Arabic}\p{M}-]{2,}$/u.test(text))) return undefined
  // `ممرضة سابقة`: what somebody is or was
  if (kept.slice(1).some(({ text }) => ADJECTIVE.test(text))) return undefined
  const name = kept.map(({ text }) => text).join(' ')
  if (kept.length === 1) {
    const whole = fullNameOf(name)
    return whole ? named(words.slice(0, last), whole) : undefined
  }
  return named(words.slice(0, last), name)
}

function named(words: readonly Word[], name: string): Named {
  return { name, span: { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 }, isOther: false }
}

/** Where the name begins: behind offices, words with the article that go with them, and their place. */
function pastOffice(words: readonly Word[]): number | undefined {
  const plain = (i: number): string => words[i]?.text ?? ''
  let at = 0
  while (at < words.length) {
    const word = plain(at)
    if (CALLED.test(word)) return at + 1
    if (NO_PERSON.test(word) && at === 0) return undefined
    const isOffice = ROLE.test(word) || (at < 10 && ARTICLE.test(word))
    const isPlace = at > 0 && PLACE_LINK.test(word) && words.length - at > 3
    const isInNameOf = word === 'باسم' && ARTICLE.test(plain(at + 1))
    // `متحدث باسم الوزير X`, `شقيق الرئيس X`: somebody of X's
    if ((isInNameOf || NEAR_TO.test(word)) && isPersonOffice(plain(at + 1))) return undefined
    // `محامي ليلى حداد`, `متحدث باسم ليلى حداد`: without the article what follows is the name of whom they belong to
    const isSpeakingFor = word === 'باسم' && /^(?:متحدث|متحدثة|ناطق|ناطقة)$/u.test(plain(at - 1))
    if ((isSpeakingFor || NEAR_TO.test(word)) && !ARTICLE.test(plain(at + 1))) return undefined
    const isRelated = /[هم]ا?$/u.test(word) && ROLE.test(plain(at + 1))
    const isBody = at > 0 && /^ل(?!ل)\p{L}{3,}/u.test(word) && ARTICLE.test(plain(at + 1))
    const isCalling = !isOffice && isConstruct(words, at)
    if (isPlace || isInNameOf || isBody || isCalling) at += 2
    else if (at > 0 && GOES_WITH_OFFICE.test(word) && ARTICLE.test(plain(at - 1)) && words.length - at > 2) at += 1
    else if (CALLED.test(plain(at + 1))) at += 1
    else if (isOffice || isRelated) at += 1
    else return skipKunya(words, at)
  }
  return undefined
}

function isPersonOffice(word: string): boolean {
  return /^ال/u.test(word) && ROLE.test(word.slice(2))
}

/** `عالم الآثار زياد المر`: a noun, its genitive with the article, and two more words that can be a name. */
function isConstruct(words: readonly Word[], at: number): boolean {
  const [noun, genitive, given, family] = [0, 1, 2, 3].map((i) => words[at + i]?.text ?? '')
  if (!noun || !ARTICLE.test(genitive ?? '') || KUNYA.test(noun) || STOP.test(noun)) return false
  if (!given || STOP.test(given) || ARTICLE.test(given) || /^[لبوف]/u.test(given)) return false
  return Boolean(family) && !STOP.test(family ?? '')
}

/** `أم خالد سليمة النجار`: the name by the child stands before the name proper. */
function skipKunya(words: readonly Word[], at: number): number {
  const isByChild = /^(?:أبو|أم)$/u.test(words[at]?.text ?? '')
  const rest = [words[at + 2], words[at + 3]].map((word) => word?.text ?? '')
  return isByChild && rest.every((word) => word && !STOP.test(word)) && ARTICLE.test(rest[1] ?? '') ? at + 2 : at
}

/** Two words, and as many more as the ties of a name (`بن`, `أبو`, `عبد`) ask for. */
function endOfName(words: readonly Word[], first: number): number {
  let last = first
  let parts = 0
  while (last < words.length && parts < 2 && !STOP.test(words[last]?.text ?? '')) {
    while (KUNYA.test(words[last]?.text ?? '') && last + 1 < words.length) last++
    last++
    if (SECOND_HALF.test(words[last]?.text ?? '')) last++
    parts++
  }
  const next = words[last]?.text ?? ''
  const isGoingOn = KUNYA.test(next) || (/^ال/u.test(next) && !ARTICLE.test(words[last - 1]?.text ?? ''))
  if (last < words.length && !STOP.test(next) && isGoingOn) last += KUNYA.test(next) ? 2 : 1
  return Math.min(last, words.length)
}

/** `حمدان` is the `بشير حمدان` of the text: the first word before it that can be a given name, behind an office or a verb. */
function fullNames(text: string): ReadonlyMap<string, string> {
  const full = new Map<string, string>()
  let [earlier, before, given, end] = ['', '', '', -1]
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const isNext = index === end + 1 && text[end] === ' '
    const isDouble = SECOND_HALF.test(given)
    const [first, title] = isDouble ? [before, earlier] : [given, before]
    const isIntroduced = ROLE.test(title) || ARTICLE.test(title) || VERB.test(title)
    if (isNext && isIntroduced && !full.has(word) && !/^.?ـ|ـ$/u.test(word) && isGivenName(first))
      full.set(word, isDouble ? `${first} ${given} ${word}` : `${first} ${word}`)
    earlier = isNext ? before : ''
    before = isNext ? given : ''
    given = word
    end = index + word.length
  }
  return full
}

function isGivenName(word: string): boolean {
  if (word.length < 3 || word === 'باسم' || ROLE.test(word) || STOP.test(word) || NO_PERSON.test(word)) return false
  return !ARTICLE.test(word) && !VERB.test(word)
}

/** Verbs that stand right before a surname. */
const VERB =
  /^(?:و|ف)?(?:قال|قالت|صرح|صرحت|أكد|أكدت|أضاف|أضافت|أوضح|أوضحت|أعلن|أعلنت|ذكر|ذكرت|كتب|كتبت|اعتبر|اعتبرت|شدد|شددت|أشار|أشارت|حذر|حذرت|تابع|تابعت|وصف|وصفت|رأى|رأت|لفت|لفتت|يقول|تقول|روى|روت|رد|ردت|أجاب|أجابت|أفاد|أفادت|نفى|نفت|دعا|دعت|كان|كانت|شكر|التقى|زار|عن|لـ)$/u
