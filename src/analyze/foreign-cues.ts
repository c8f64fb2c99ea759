/** How a language reports speech, for quotations between marks. All patterns are anchored by their users. */
export type ForeignCues = {
  /** Reporting verbs, alone or with their auxiliary, as one alternation without flags. */
  readonly verbs: string
  /** `selon`, `laut`. */
  readonly accordingTo: string
  /** Words before a name that are no part of it: titles, articles, nationalities. */
  readonly titles: string
  /** Pronouns that can be the subject: the speaker is then the one before. */
  readonly pronouns: string
}

/** Participles and present forms. */
const FRENCH_VERBS =
  'déclaré|déclare|déclarait|affirmé|affirme|ajouté|ajoute|expliqué|explique|expliquait|assuré|assure|estimé|estime|indiqué|indique|précisé|précise|souligné|souligne|annoncé|annonce|rappelé|rappelle|insisté|insiste|lancé|lance|confié|confie|regretté|regrette|dénoncé|dénonce|conclu|conclut|martelé|martèle|rétorqué|rétorque|noté|note|jugé|juge|tranché|tranche|salué|salue|tweeté|accusé|accuse|souhaité|promis|promet|averti|avertit|prévenu|prévient|répondu|répond|reconnu|reconnaît|écrit|dit|disait|raconté|raconte|poursuivi|poursuit|soutenu|soutient|témoigné|témoigne|résumé|résume|admis|admet|plaidé|plaide|fait valoir|fait savoir'

const FRENCH: ForeignCues = {
  verbs:
    "(?:l['’])?(?:a|ont|avait|avaient|aurait) (?:aussi |également |encore |notamment )?(?:" +
    FRENCH_VERBS +
    ')e?s?|(?:' +
    FRENCH_VERBS +
    ")|s['’]est (?:félicité|indigné|inquiété|réjoui)e?",
  accordingTo: "selon|d'après|d’après|pour",
  titles: String.raw`(?:le|la|les|l['’]|un|une|M\.|Mme|MM\.|Mgr|Me|Dr|président(?:e)?|premi(?:er|ère) ministre|ministre|maire|porte-parole|secrétaire|général|générale|chef|cheffe|présidente|gouverneure?|procureure?|commandante?|capitaine|colonel|juge|médecin|directeur|directrice|député(?:e)?|sénateur|sénatrice|français(?:e)?|américain(?:e)?|russe|ukrainien(?:ne)?|allemand(?:e)?|britannique)`,
  pronouns: 'il|elle|ils|elles|on|-t-il|-t-elle|-il|-elle|-t-on',
}

const GERMAN: ForeignCues = {
  verbs:
    'sagte|sagt|erklärte|erklärt|betonte|betont|meinte|meint|fügte|teilte|schrieb|schreibt|forderte|fordert|warnte|warnt|kritisierte|kritisiert|versicherte|antwortete|ergänzte|bekräftigte|hieß|heißt|so|erläuterte|berichtete|kündigte',
  accordingTo: 'laut|nach Angaben von|nach Angaben der|zufolge',
  titles:
    'der|die|das|den|Herr|Frau|Bundeskanzler(?:in)?|Kanzler(?:in)?|Präsident(?:in)?|Minister(?:in)?|Sprecher(?:in)?|Außenminister(?:in)?|US-Präsident|Chef(?:in)?',
  pronouns: 'er|sie|es',
}

const SPANISH: ForeignCues = {
  verbs:
    '(?:ha |han |había )?(?:dijo|dice|dicho|afirmó|afirma|afirmado|aseguró|asegura|asegurado|explicó|explica|explicado|señaló|señala|señalado|añadió|añade|añadido|declaró|declarado|indicó|indicado|destacó|destacado|escribió|escrito|advirtió|advertido|reiteró|insistió|subrayó|lamentó|anunció|sostuvo|manifestó|apuntó|agregó|concluyó|respondió)',
  accordingTo: 'según',
  titles:
    'el|la|los|las|un|una|presidente|presidenta|primer ministro|ministro|ministra|portavoz|alcalde|alcaldesa|secretario|secretaria|general|señor|señora|don|doña',
  pronouns: 'él|ella|ellos',
}

const ARABIC: ForeignCues = {
  verbs:
    '(?:و|ف)?(?:قال|قالت|قالوا|صرح|صرحت|أكد|أكدت|أضاف|أضافت|أوضح|أوضحت|أعلن|أعلنت|ذكر|ذكرت|كتب|كتبت|اعتبر|اعتبرت|شدد|شددت|أشار|أشارت|حذر|حذرت|تابع|تابعت|وصف|وصفت|رأى|لفت|نقلت|يقول|تقول)',
  accordingTo: '(?:و)?(?:وفقا ل|وفقًا ل|بحسب|حسب)',
  titles:
    'الرئيس|رئيس|رئيسة|الوزراء|وزير|وزيرة|الخارجية|الدفاع|الداخلية|المتحدث|المتحدثة|باسم|الأمين|العام|الأميركي|الأمريكي|الروسي|الأوكراني|الفرنسي|الفرنسية|البريطاني|الألماني|الإسرائيلي|الفلسطيني|المصري|السوري|اللبناني|التركي|الإيراني|السعودي|الأميركية|السيد|السيدة|الدكتور|الجنرال|مدير|مديرة|حكومة|نظيره|نظيرها|حاكم|حاكمة|محافظ|محافظة|نائب|نائبة|قائد|زعيم|زعيمة|عمدة|خارجية|دفاع|داخلية|مالية|اقتصاد|صحة|نقيب|سفير|سفيرة|أمين|الناطق|الناطقة',
  pronouns: 'هو|هي|هم',
}

const BY_LANGUAGE: { readonly [language: string]: ForeignCues } = {
  fr: FRENCH,
  de: GERMAN,
  es: SPANISH,
  ar: ARABIC,
}

/** No reporting verbs known: quotations are found, speakers are not. */
const UNKNOWN: ForeignCues = { verbs: '(?!)', accordingTo: '(?!)', titles: '(?!)', pronouns: '(?!)' }

/** How a language reports speech; undefined for English, which is parsed (a language not told is taken for it). */
export function foreignCues(language: string): ForeignCues | undefined {
  const base = language.toLowerCase().split(/[-_]/)[0] as string
  return base === 'en' || base === 'und' || base === '' ? undefined : (BY_LANGUAGE[base] ?? UNKNOWN)
}
