import type { JsonLdNode } from './json-ld.ts'
import { isRecord, listOf, textIn } from './json-ld.ts'
import { metaOf, type PageFacts } from './page-facts.ts'
import { keyOf } from './words.ts'

const metaNames = (
  'author article:author byl parsely-author sailthru.author dc.creator dcterms.creator cxenseparse:author ' +
  'article.author_name og:article:author news_authors authors creator'
).split(' ')

const leadIn =
  /^(?:(?:(?:written|posted|published|reported|reviewed|edited|story|words|report|article) )?by|from|par|von|por|di|de la rédaction|door|av|af|автор:?|текст:?|بقلم:?|كتبت?:?|إعداد:?|author(?:s)?:?|writer:?|autor(?:es)?:?|auteur:?)(?:\s*[:|]\s*|\s+)/iu
const role =
  /[,|–—-]?\s*\b(?:(?:(?:senior|chief|staff|deputy|associate|assistant|managing|executive|contributing|freelance|special|foreign|political|diplomatic|economics|business|health|science|sports?|education|crime|environment|defen[cs]e|security|technology|investigations?|national|world|north america|middle east|europe|asia|africa|us|uk|washington|news|digital|video|data|features|culture|arts|home affairs|royal|legal|media|consumer|transport|social affairs|community|breaking news|live|multimedia)[\s&]+)*(?:editor|correspondent|reporter|writer|columnist|journalist|producer|contributor|editor-in-chief|critic|analyst|presenter|commentator|newsroom|journaliste|correspondante?|redakteur(?:in)?|редактор|корреспондент|مراسل|محرر|صحفي))\b.*$/iu

/**
 * The authors a page names, in its order, each once: structured data first, then meta tags, then marked bylines, then
 * a line near the headline that says `By …`. A person in a byline goes before an organization in the data.
 */
export function readAuthors(page: {
  readonly node: JsonLdNode | undefined
  readonly facts: PageFacts
  readonly siteName: string | undefined
  /** Short blocks between the headline and the text. */
  readonly nearby: readonly string[]
}): string[] {
  const { node, facts, siteName, nearby } = page
  const isSite = (name: string): boolean => siteName !== undefined && keyOf(name) === keyOf(siteName)
  const fromData = authorsIn(node?.fields.author ?? node?.fields.creator)
  const isNamed = fromData.people.some((name) => !isSite(name))
  if (isNamed) return fromData.people
  const said = uniqueNames(nearby.filter((text) => leadIn.test(text)).flatMap(splitNames)).filter(isPersonal)
  const fallback = [...fromData.people, ...fromData.organizations]
  if (fallback.length > 0) return said.length > 0 ? said : uniqueNames(fallback)
  for (const name of metaNames) {
    const found = uniqueNames((facts.metas.get(name) ?? []).flatMap(splitNames))
    if (found.length > 0) return found.every(isSite) && said.length > 0 ? said : found
  }
  for (const byline of facts.bylines) {
    const found = uniqueNames(splitNames(byline))
    if (found.length > 0 && found.length <= 6) return found
  }
  if (said.length > 0) return said.slice(0, 6)
  return uniqueNames(splitNames(metaOf(facts, 'twitter:data1') ?? '')).filter(isPersonal)
}

function isPersonal(name: string): boolean {
  return /^\p{Lu}/u.test(name) ? name.split(' ').length >= 2 && name.split(' ').length <= 5 : /^\p{Lo}/u.test(name)
}

function authorsIn(value: unknown): { people: string[]; organizations: string[] } {
  const people: string[] = []
  const organizations: string[] = []
  for (const item of listOf(value).slice(0, 20)) {
    const isOrganization = isRecord(item) && listOf(item['@type']).some((type) => /Organization/.test(String(type)))
    // Some pages put the list of names inside one name.
    const names = isRecord(item) ? listOf(item.name) : [item]
    for (const name of names) {
      const text = textIn(name)
      if (text !== undefined) (isOrganization ? organizations : people).push(...splitNames(text))
    }
  }
  return { people: uniqueNames(people), organizations: uniqueNames(organizations) }
}

/** Splits `By Ann Lee, health editor, and Bo Ray` into names. What cannot be a name is left out. */
export function splitNames(raw: string): string[] {
  const text = raw.replace(/\s+/g, ' ').trim()
  if (text === '' || text.length > 300 || /^https?:|^www\./i.test(text)) return []
  const rough = text
    .replace(leadIn, '')
    .split(
      /\s*(?:;|\||•|·|\s&\s|\sand\s|\set\s|\sund\s|\savec\s|\swith\s|\smit\s|\sy\s|\sи\s|\sو(?=\p{L})|\s[–—-]\s|\n)\s*/iu,
    )
    .flatMap(splitCommas)
  return rough.map(cleanName).filter((name) => name !== '')
}

/** A comma parts two names only when what follows is a name of two words or more. */
function splitCommas(text: string): string[] {
  const parts = text.split(/\s*,\s*/).filter((part) => part !== '')
  if (parts.length < 2) return parts
  const areNames = parts.every((part) => part.split(' ').length >= 2 || leadIn.test(`${part} `))
  return areNames ? parts : [text.replace(/,\s*$/, '')]
}

function cleanName(text: string): string {
  const name = text
    .replace(leadIn, '')
    .replace(/\s*\(?(?:https?:\/\/\S+|[\w.+-]+@[\w.-]+|@\w+)\)?/g, '')
    .replace(/\s*(?:\d{1,2}[:.]\d{2}|\b(?:updated|published|posted|on|mis à jour|publié)\b).*$/i, '')
    .replace(/\s*\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*$/i, '')
    .replace(/\s*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.? \d{1,2}\b.*$/i, '')
    .replace(role, '')
    .replace(/^[\s,.:;|/–—-]+|[\s,:;|/–—-]+$/g, '')
  if (name.length < 2 || name.length > 80 || !/\p{L}/u.test(name) || name.split(' ').length > 8) return ''
  return notName.test(name) ? '' : name
}

const notName =
  /^(?:(?:written|posted|published|reviewed) by|staff|team|admin(?:istrator)?|author|editor|user|guest|unknown|none|null|undefined|n\/?a|webmaster|root|read more|see all.*|view (?:all|profile|bio).*|more (?:by|from|about).*|follow.*|share.*|about (?:the )?author.*|by|posts?|articles?|facebook|twitter|instagram|\d.*|contact.*|subscribe.*|photo.*|getty.*)$/i

function uniqueNames(names: readonly string[]): string[] {
  const byKey = new Map<string, string>()
  for (const name of names) if (!byKey.has(keyOf(name))) byKey.set(keyOf(name), name)
  byKey.delete('')
  return [...byKey.values()].slice(0, 12)
}
