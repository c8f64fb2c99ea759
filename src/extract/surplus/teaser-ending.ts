const whole =
  /\b(?:read|view|see|get) (?:the )?(?:full|whole|entire|complete|original|rest of (?:the|this)) (?:story|article|post|report|piece)\b|^(?:continue|keep) reading\b|\bread more (?:at|on) \S+|\bread on at\b|lire la suite|lire l['’]article (?:complet|entier|en entier)|^weiterlesen\b|zum (?:ganzen|vollständigen) artikel|leer (?:más\b|la noticia completa|el artículo completo|la nota completa)|^seguir leyendo|^sigue leyendo|^continua a leggere|^continua\b$|leggi (?:tutto|l['’]articolo completo)|leia (?:mais\b|a (?:matéria|notícia|reportagem) completa|o artigo completo)|^continue lendo|^lees (?:verder|meer|het hele)|^verder lezen|اقرأ (?:المزيد|المقال كاملا|بقية)|(?:تابع|لمتابعة) القراءة|للمزيد اضغط|читать (?:далее|полностью|дальше|продолжение)|続きを読む|全文を読む|記事全文/iu
const more = /^(?:read more|more|more…|more\.\.\.|mehr|plus|más|altro|mais|meer|المزيد|ещё|もっと見る)\W*$/iu

/**
 * The words in the lines directly after the text that lead to the whole text. `Read more` alone also heads lists of other articles: it
 * counts only below a text that is cut off.
 */
export function readMorePhrase(following: readonly string[], isCut: boolean): string | undefined {
  const line = following.find((text) => text.length <= 90 && (whole.test(text) || (isCut && more.test(text))))
  return line?.trim()
}

/** Whether a text is cut off: an ellipsis that no quotation mark closes, or no sentence end at all. */
export function cutOffReason(last: string): 'ellipsis' | 'no end' | undefined {
  const text = last.trim()
  if (
    /(?:…|\.\.\.)\s*(?:[[(]?(?:read (?:more|on)|continue reading|lire (?:la suite|plus)|weiterlesen|mehr|leer más|seguir leyendo|leggi (?:tutto|di più)|continua|leia mais|lees (?:meer|verder)|читать (?:далее|дальше)|اقرأ المزيد|続きを読む|more)[\])]?\s*[»›>→]*)?$/iu.test(
      text,
    )
  )
    return 'ellipsis'
  if (/[[(](?:…|\.\.\.)[\])]$/u.test(text)) return 'ellipsis'
  return /[\p{L}\p{N},]$/u.test(text) && text.length > 60 ? 'no end' : undefined
}
