import { primaryLanguage } from '../../../core/text/primary-language.ts'
import { type AroundQuotation, clauseBehind, clauseStanding } from '../../grammar/clause-standing.ts'
import type { Standing } from '../unsaid.ts'

/** Per language: words before a quotation that take the saying back, and words that lay it at somebody's door. Read with `iu`. */
type Rules = { readonly unsaid: readonly string[]; readonly alleged: readonly string[] }

const FRENCH_SAID =
  '(?:dit|déclaré|affirmé|écrit|annoncé|promis|assuré|confirmé|qualifié|traité|prononcé|lancé|confié|crié|répondu|expliqué)'
const FRENCH_THING =
  '(?:vidéo|message|publication|compte|lettre|image|citation|enregistrement|tweet|photo|communiqué|interview|affiche|site|montage|sketch|page)s?'
const FRENCH: Rules = {
  unsaid: [
    `n['’](?:a|ai|ont|avait|avaient|aurait|auraient)(?: \\p{L}+ment)? (?:jamais|pas|nullement) ${FRENCH_SAID}[^,;:]{0,50}[:,]?\\s*$`,
    "(?:nie|nient|niait|nié|dément|démentent|démentait|démenti|conteste|contestent|contesté|réfute|réfutent|réfuté) (?:avoir|que|qu['’])[^,;]{0,80}$",
    "^[^\\p{L}]*(?:si|s['’]ils?) [^,]*$",
    "(?:demand\\p{L}*|savoir|ignor\\p{L}*|dou\\p{L}*) (?:si|s['’]ils?) [^,;]*$",
    `(?:refus\\p{L}* de|évit\\p{L}* de|sans|au lieu de|plutôt que de) (?:dire|déclarer|affirmer|écrire|avoir ${FRENCH_SAID})`,
    `(?:fausses?|faux|prétendue?) ${FRENCH_THING}(?!\\p{L})(?!.* et )[^,;]{0,80}$`,
    `${FRENCH_THING} (?:truqué|falsifié|manipulé|parodique|satirique|détourné|inventé|fabriqué|bidon)e?s?(?!\\p{L})(?!.* et )[^,;]{0,80}$`,
    "(?:il est faux|il n['’]est pas vrai|rien n['’]indique|aucune preuve|pas de preuve) qu[e'’]",
    '(?:à tort|faussement) (?:cité|attribué|présenté)|(?:cité|présenté)e? (?:à tort|faussement)',
    "accus\\p{L}* [^,;]{1,60} d['’]avoir ",
  ],
  alleged: [
    `aurai(?:t|ent) (?:\\p{L}+ )?${FRENCH_SAID}`,
    "(?:prétend|prétendent|prétendu|allègue|allèguent) (?:que|qu['’])",
    "(?:selon|d['’]après) [^,:]{2,60}, .{2,60} (?:a|ont|avait) \\p{L}+(?:é|i|u|it)(?!\\p{L})",
  ],
}

const GERMAN_SAID = '(?:gesagt|behauptet|erklärt|geschrieben|versprochen|angekündigt|gerufen|genannt|bezeichnet)'
const GERMAN: Rules = {
  unsaid: [
    `(?:nie|nicht|niemals|keineswegs) (?!nur)(?:so )?${GERMAN_SAID}[^,;:]{0,40}[:,]?\\s*$`,
    '(?:sagte|behauptete|erklärte|schrieb|versprach|rief) (?:nie|nicht|niemals|keineswegs)(?! nur)[^,;:]{0,40}[:,]?\\s*$',
    `(?:bestreite[tn]|bestritt(?:en)?|dementier\\p{L}+|leugne\\p{L}*|vernein\\p{L}+)[^;]{0,80}(?:${GERMAN_SAID} zu haben|(?<!\\p{L})dass |jemals)`,
    '^[^\\p{L}]*(?:wenn|falls|ob) [^,]*$',
    `(?:wirft|warf|werfen|warfen) [^;:]{1,60} vor,? [^;]*${GERMAN_SAID} zu haben`,
    '(?:gefälschte|manipulierte|falsche|satirische|erfundene|bearbeitete|angebliche)[rsnm]? \\p{Lu}?\\p{L}*(?:video|audio|beitrag|post|nachricht|brief|bild|zitat|aufnahme|konto|interview|foto|tweet|seite)s?(?!\\p{L})(?!.* und )',
    'deepfake',
    '(?:es stimmt nicht|es ist falsch|keine belege|keinen beleg)[^;]{0,20}, dass ',
    '(?:fälschlich|falsch) (?:zitiert|zugeschrieben|wiedergegeben)',
  ],
  alleged: [`(?:soll|sollen) [^;:]{1,60} ?${GERMAN_SAID} haben`, '(?:angeblich|mutmaßlich)(?!\\p{L})'],
}

const SPANISH_SAID =
  '(?:dijo|dicho|dijeron|declaró|declarado|afirmó|afirmado|aseguró|asegurado|escribió|escrito|anunció|anunciado|prometió|prometido|llamó|llamado|calificó|calificado|pronunció|pronunciado)'
const SPANISH_THING =
  '(?:vídeo|video|audio|mensaje|publicación|carta|imagen|cuenta|comunicado|tuit|cita|grabación|foto|entrevista|página)'
const SPANISH: Rules = {
  unsaid: [
    `(?:nunca|jamás|no) (?:lo )?(?:ha |han |había |habían )?${SPANISH_SAID}[^,;:]{0,50}[:,]?\\s*$`,
    '(?:negó|negaron|negado|niegan?|desmintió|desmentido|desmienten?|refutó|refutado) (?:haber|que) [^,;]{0,80}$',
    '^[^\\p{L}]*si [^,]*$',
    '(?:pregunt\\p{L}+|saber) si [^,;]*$',
    `(?:se negó a|evitó|rehusó|sin|en lugar de|en vez de) (?:decir|declarar|afirmar|haber ${SPANISH_SAID})`,
    `${SPANISH_THING} (?:fals|manipulad|trucad|falsificad|satíric|editad|inventad)[oa]s?(?!\\p{L})(?!.* y )[^,;]{0,80}$`,
    `(?:falso|falsa|supuesto|supuesta) ${SPANISH_THING}(?!\\p{L})(?!.* y )[^,;]{0,80}$`,
    'deepfake',
    '(?:no es cierto|es falso|no hay pruebas de|no consta) que ',
    `acus(?:ó|a|an|aron|ado|ada) [^,;]{1,60} de (?:haber )?(?:${SPANISH_SAID}|decir)`,
  ],
  alleged: [
    `habrían? ${SPANISH_SAID}`,
    'según [^,:]{2,60}, [^,:]{2,60} \\p{L}+ó(?!\\p{L})[^,;]{0,20}$',
    '(?:supuestamente|presuntamente)(?!\\p{L})',
  ],
}

const ARABIC_SAID = '(?:قال|قالت|قالوا|صرح|صرّح|صرحت|أعلن|أعلنت|ذكر|ذكرت|كتب|كتبت|وصف|وصفت|وعد|وعدت)'
const ARABIC: Rules = {
  unsaid: [
    `(?<!\\p{L})و?(?:ما|لم) (?:${ARABIC_SAID}|[يت](?:قل|قول|صرح|علن|ذكر|كتب|صف|عد))(?!\\p{L})[^،؛]{0,50}$`,
    `(?:نفى|نفت|ينفي|تنفي|أنكر|أنكرت|ينكر|تنكر) [^،؛]{0,60}(?:أنه|أنها|أن|بأنه|بأنها|أن يكون|أن تكون) (?:قد )?${ARABIC_SAID}`,
    '^[^\\p{L}]*(?:لو|إذا) [^،]*$',
    '(?<!\\p{L})(?:ال)?(?:مزيف|مفبرك|ملفق|مزور|ساخر)ة?(?!\\p{L})(?!.* و(?:قال|أضاف))',
    '(?:اتهم|اتهمت|يتهم|تتهم) [^،؛]{1,60}(?:بأنه|بأنها|بالقول|بقول)',
  ],
  alleged: [],
}

const BY_LANGUAGE: { readonly [language: string]: Rules } = { fr: FRENCH, de: GERMAN, es: SPANISH, ar: ARABIC }

const read = ({ unsaid, alleged }: Rules) => ({
  unsaid: new RegExp(unsaid.map((one) => `(?:${one})`).join('|'), 'iu'),
  alleged: alleged.length === 0 ? undefined : new RegExp(alleged.map((one) => `(?:${one})`).join('|'), 'iu'),
})
const COMPILED = new Map(Object.entries(BY_LANGUAGE).map(([language, rules]) => [language, read(rules)]))

/** The standing of a saying, by the words around its quotation: as `standingOf` has it for English. */
export function foreignStanding(language: string, around: AroundQuotation): Standing | undefined {
  const base = primaryLanguage(language)
  const rules = COMPILED.get(base)
  if (!rules) return undefined
  if (rules.unsaid.test(around.lead)) return 'unsaid'
  const standing = clauseStanding(base, around)
  if (standing) return standing
  const isHearsay = [around.lead, clauseBehind(base, around.rest)].some((clause) => rules.alleged?.test(clause))
  return isHearsay ? 'alleged' : undefined
}
