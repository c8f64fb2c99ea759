import { keyOf } from '../words.ts'
import { hasNameShape } from './person-name.ts'

const leadWords =
  '(?:(?:(?:written|posted|published|reported|story|words|report|article|text|content|created|contributed|analysis|opinion|commentary|review|essay|guest post) )?by|(?:analyse|kommentar|bericht|ein bericht) von|(?:analyse|opinion|reportage) de|(?:análisis|opinión|comentario) de|insights from|words:|text:|story:|from|par|von|por|di|de la rédaction|door|av|af|автор:?|текст:?|بقلم:?|كتبت?:?|إعداد:?|(?:the )?author(?:\\(s\\)|s)?:?|contributors?:|writers?:?|autor(?:es)?:?|auteurs?:?)'
const leadIn = new RegExp(`^${leadWords}(?:\\s*[:|]\\s*|\\s+)`, 'iu')
const leadAlone = new RegExp(`^${leadWords}\\s*:?$`, 'iu')
const role =
  /[,|–—-]?\s*\b(?:(?:(?:senior|chief|staff|deputy|associate|assistant|managing|executive|contributing|freelance|special|foreign|political|diplomatic|economics|business|health|science|sports?|education|crime|environment|defen[cs]e|security|technology|investigations?|national|world|north america|middle east|europe|asia|africa|us|uk|washington|news|digital|video|data|features|culture|arts|home affairs|royal|legal|media|consumer|transport|social affairs|community|breaking news|live|multimedia|content|marketing|travel|food|tech|guest|web|copy)[\s&]+)*(?:editor|correspondent|reporter|writer|columnist|journalist|producer|contributor|editor-in-chief|critic|analyst|presenter|commentator|newsroom|journaliste|correspondante?|redakteur(?:in)?|редактор|корреспондент|مراسل|محرر|صحفي|manager|director|strategist|specialist|founder|co-founder|ceo|blogger|author|engineer))\b.*$/iu

/** True for a line with only the introduction of a byline: `By`, `Written by:`. */
export function isBareLeadIn(line: string): boolean {
  return leadAlone.test(line.trim())
}

/** True for a line that begins with `By`, `Par`, `بقلم` or similar. */
export function hasLeadIn(line: string): boolean {
  return leadIn.test(line)
}

/** True for a job without a name before it: `Senior editor`. */
export function isRoleLine(line: string): boolean {
  return line.length <= 60 && role.test(` ${line}`) && line.replace(role, '').trim() === ''
}

/** Splits `By Ann Lee, health editor, and Bo Ray` into names. Leaves out what cannot be a name. */
export function splitNames(raw: string): string[] {
  const text = raw.replace(/\s+/g, ' ').trim()
  if (text === '' || text.length > 300 || /^https?:|^www\./i.test(text)) return []
  const rough = text
    .replace(leadIn, '')
    .split(
      /\s*(?:;|\||•|·|\s&\s|,?\sand\s|\set\s|\sund\s|\savec\s|\swith\s|\smit\s|\sy\s|\sи\s|\sو(?=\p{L})|\s[–—-]\s|\n)\s*/iu,
    )
    .flatMap(splitCommas)
    .flatMap(splitBetweenNames)
  return rough.map(cleanName).filter((name) => name !== '')
}

/** A comma separates two names only when a name of two words or more follows. */
function splitCommas(text: string): string[] {
  const parts = text.split(/\s*,\s*/).filter((part) => part !== '')
  if (parts.length < 2) return parts
  const areNames = parts.every((part) => part.split(' ').length >= 2 || leadIn.test(`${part} `))
  return areNames ? parts : [text.replace(/,\s*$/, '')]
}

/** `And` of more languages, which are also letters or words within a name. */
const between = /^(.+?)(?:\s*\/\s*|\s(?:og|och|ja|en|e|i|oraz|ve|és|și|a)\s)(.+)$/u

function splitBetweenNames(text: string): string[] {
  const [, before = '', after = ''] = between.exec(text) ?? []
  return hasNameShape(before) && hasNameShape(after) ? [before, after] : [text]
}

/** `신현주 기자`, `山田太郎記者`: a reporter. */
const reporter = /(?<=^\P{ASCII}{2,12}?)\s*(?:기자|특파원|記者|特派員|记者)(?:\s*외\s*\d+명)?$/u

function cleanName(text: string): string {
  const name = text
    .replace(leadIn, '')
    .replace(/^By(?=\p{Lu}\p{Ll})/u, '')
    .replace(/\s*\(?(?:https?:\/\/\S+|[\w.+-]+@[\w.-]+|@\w+)\)?/g, '')
    .replace(/\s*(?:\d{1,2}[:.]\d{2}|\b(?:updated|published|posted|on(?=\s)|mis à jour|publié)\b).*$/i, '')
    .replace(/\s*\d{4}-\d{2}-\d{2}.*$/, '')
    .replace(/\s+\d{1,2}\.? \p{L}{3,9}\.? (?:19|20)\d{2}\b.*$/u, '')
    .replace(/(?<=\p{L})\s+\(\p{Ll}{2,4}\.?\)$/u, '')
    .replace(/\s*\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*$/i, '')
    .replace(/\s*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.? \d{1,2}\b.*$/i, '')
    .replace(/\s*\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*$/i, '')
    .replace(/(?<= \S+)\s+(?:view|read|follow|see|share|more)\b.*$/i, '')
    .replace(/(?<=\S)\s+(?:sponsored|advertisement|advertorial|\d+ (?:comments?|shares?|views?|likes?))$/iu, '')
    .replace(role, '')
    .replace(reporter, '')
    .replace(/\s*\(\s*$/, '')
    .replace(/\s+in\s+\p{Lu}[\p{L} ]*$/u, '')
    .replace(/^[\s,.:;|/–—-]+|[\s,:;|/–—-]+$/g, '')
  if (name.length < 2 || name.length > 80 || !/\p{L}/u.test(name) || name.split(' ').length > 8) return ''
  return notName.test(name) ? '' : name
}

const notName =
  /^(?:(?:written|posted|published|reviewed|edited|verified|fact[- ]checked) by(?: .*)?|(?:our )?(?:(?:web|news|online|digital|editorial|content|site) )?(?:staff|team|desk|editors?)|(?:site ?|web ?)?admin(?:istrator)?|author|user|guest|unknown|anonymous|none|null|undefined|n\/?a|webmaster|root|fact checked|(?:read|view|see|show|load) (?:more|all|full|profile|bio|posts?).*|view (?:all|profile|bio).*|more (?:by|from|about|posts|articles).*|follow.*|share.*|about (?:the )?author.*|by|posts?|articles?|news|nachrichten|aktuell(?:es)?|actualités?|noticias|notícias|notizie|nyheter|новости|أخبار|الأخبار|新闻|ニュース|facebook|twitter|instagram|linkedin|\d.*|contact.*|subscribe.*|photo.*|getty.*)$/i

/** At most twelve names, without duplicates. */
export function uniqueNames(names: readonly string[]): string[] {
  const byKey = new Map<string, string>()
  for (const name of names) if (!byKey.has(keyOf(name))) byKey.set(keyOf(name), name)
  byKey.delete('')
  return [...byKey.values()].slice(0, 12)
}
