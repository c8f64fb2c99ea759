import { primaryLanguage } from '../core/primary-language.ts'

/**
 * `plain`: words that deny. `any`: these, and every word by which another language may say the same (`without`, `refused`), so that a
 * free translation is not taken for one that says the opposite.
 */
const negations: Readonly<Record<string, { readonly plain: RegExp; readonly any: RegExp }>> = {
  en: {
    plain: /\b(?:not|never|cannot|nobody|nothing)\b(?!\s(?:only|just|least))|n['’]t\b/iu,
    any: /\b(?:no|not|never|cannot|nobody|nothing|none|nor|neither|without|non|un(?:able|aware|certain|clear|chang|decid|finish|harm|hurt|injur|known|likely|paid|reach|resolv|scath|success|will|answer|avail)\w*|in(?:able|active|capab|adequa|suffic|valid)\w*|im(?:possib|probab)\w*|lack\w*|refus\w*|den(?:y|ies|ied|ying)|reject\w*|fail\w*|barely|hardly|few|little|only|until|unless|stop\w*|ceas\w*|avoid\w*|prevent\w*|ban(?:s|ned|ning)?|absen\w*|missing|instead|yet|any\w*)\b|n['’]t\b/iu,
  },
  fr: {
    plain:
      /\bn(?:e\s|['’])[^.;]{0,60}?(?<!\p{L})(?:pas|jamais|rien|personne|aucune?|nulle|plus(?!\s(?:en|de\s\p{Nd})))(?!\p{L})|(?<!\p{L})(?:personne|rien|aucune?)\s[^.;]{0,40}?\bn(?:e\s|['’])/iu,
    any: /(?<!\p{L})(?:(?:ne|pas|jamais|rien|personne|aucune?|nulle?|sans|non|ni|faute|peu|encore|avant|hors)(?!\p{L})|n['’]|refus|ni(?:e|é|er|ent|ait|és|ées?)(?!\p{L})|rejet|échou|échec|manqu|impossib|improbab|incapab|incertain|inconnu|indemne|inchang|indisponib|insuffis|inachev|illég|seul|cess|évit|empêch|interdi|absen|démen)/iu,
  },
  ar: {
    plain: /(?<!\p{L})[وف]?(?:لم|لن|ليس|ليست|ليسوا|لا(?!\s(?:[يت]زال|سيما|بد)))(?!\p{L})/u,
    any: /(?<!\p{L})[وفبكل]?(?:ال)?(?:لم|لن|ليس\p{L}*|لا|ما|غير|دون|بدون|عدم|نف\p{L}*|رفض\p{L}*|[يت]رفض\p{L}*|[يت]نف\p{L}*|فشل\p{L}*|كلا|إلا|سوى|مستحيل\p{L}*|أي|منع\p{L}*|توقف\p{L}*|انعدام|فقط)(?!\p{L})/u,
  },
}

/** True unless one of the two denies and the other has no word for it at all. Known of English, French and Arabic; others pass. */
export function keepsNegation(original: string, translated: string, from: string, to: string): boolean {
  const [source, target] = [negations[primaryLanguage(from)], negations[primaryLanguage(to)]]
  if (!source || !target) return true
  if (source.plain.test(original) && !target.any.test(translated)) return false
  return !target.plain.test(translated) || source.any.test(original)
}
