import { agencies } from '../../core/names/agencies.ts'
import { pictureNouns } from '../../core/time/dateline.ts'

/** Drawings and films, by words that also have other meanings. */
const drawings =
  'film(?:ed|s)?|camera|(?:info)?graphics?|illustrat(?:ions?|ed)|maps?|charts?|animations?|cartoons?|artwork|infographies?|dessins?|cartes?|grafik(?:en)?|karten?|illustrationen|kamera|gráficos?|infografías?|ilustraci(?:ón|ones)|grafic[ao]|(?:ال)?(?:إنفوغراف|إنفوغرافيك|انفوغراف|غرافيك|رسم|رسوم)'
const before =
  'file|handout|lead|cover|main|archive|additional|more|other|further|all|aerial|drone|top|featured|header|still|undated|staff|crédits?|credits?'
const and = 'and|with|et|avec|y|con|e|com|und|mit|و|مع'
/** `video editor` */
const noJob = '(?!\\s+(?:critic|writer|reporter|editor|correspondent|journalist|producer|desk))'
const noun = `(?:(?:${before})\\s+){0,3}(?:${pictureNouns}|${drawings})(?!\\p{L})${noJob}`

/** Names of the text in the same line; a picture credit ends before them. */
const texts =
  'report(?:ing|ed)|text|words|story|writ(?:ing|ten)|edit(?:ing|ed)|texte|récit|article|rédaction|propos|bericht|texto|testo|(?:ال)?نص|كتابة|تحرير|تقرير|إعداد'
const by = '\\s*(?::|by|par|de|du|von|por|di)(?!\\p{L})'
const end = [
  '[;|\\n]',
  '(?<!(?<!\\p{L})\\p{Lu})[.!?؟](?:\\s|$)',
  `[,/\\s–—-]{1,4}(?:(?:${and})\\s+)?(?:additional\\s+)?(?:${texts})${by}`,
  '$',
].join('|')
const start = `(?:^|[;,،|•·([/]|[.!?؟]\\s|\\s[–—-]|\\s(?=و|(?:${and})\\s))\\s*(?:(?:${and})\\s*)?`

const forms = agencies
  .flatMap(([, ...all]) => all)
  .map((form) => form.replace(/[.\\/]/g, '\\$&'))
  .join('|')
/** In a long line, only an explicit credit counts: `photos by`, `Photo: `, `Images Reuters`. */
const named = `(?=\\s*(?:[:/(]|[–—-]\\s)|\\s+(?:by|courtesy|credit|via|par|von|por)(?!\\p{L})|\\s+(?:${forms})(?!\\p{L}))`

/** `Jo Roe/AFP (photos)`, `Reuters/Jo Roe/File Photo`, `Jo Roe (AP), photographs`: the authors come first. */
const behindName = [
  `(?:^|[;|,)]|\\s(?:${and})\\s)[^;|,()]{0,80}\\(\\s*${noun}\\s*\\)`,
  `(?:^|[;|])[^;|\\n]{0,80}?[,/–—-]\\s*${noun}\\s*\\)?(?=\\s*(?:[;|]|$))`,
].map((each) => new RegExp(each, 'giu'))
/** `(AP Photo/Jo Roe)`, `(photos: Jo Roe)` */
const inBrackets = new RegExp(`[(\\[]\\s*(?:(?:${forms})\\s+)?${noun}[^()[\\];]{0,120}[)\\]]`, 'giu')
const inLine = new RegExp(`${start}${noun}[^;|\\n]{0,200}?(?=${end})`, 'giu')
const inText = new RegExp(`${start}${noun}${named}[^;|\\n]{0,200}?(?=${end})`, 'giu')
const pictureAgency =
  /(?:^|[;|])[^;|]{0,80}(?<!\p{L})(?:getty|shutterstock|alamy|istock|picture[ -]alliance|sipa)(?!\p{L})[^;|]{0,80}/giu

/** A longer line, or one with sentences, is text, which may mention pictures. */
const longestLine = 120

/**
 * Removes the authors of pictures from a line of credits: a photographer did not report the text. Returns `Reporting by Ana Roe` for
 * `Reporting by Ana Roe; pictures by Reuters`, and nothing for `Photo: Jo Roe/AP`.
 */
export function withoutPictureCredits(line: string): string {
  const isLine = line.length <= longestLine && !/[.!?؟]\s+\S{2,}\s+\S/u.test(line)
  const patterns = isLine ? [...behindName, inBrackets, inLine, pictureAgency] : [inBrackets, inText]
  return patterns.reduce((rest, pattern) => rest.replace(pattern, ''), line).trim()
}
