import { bareInitials, initialsInByline, initialsInDateline, isNameOfSite, shortAgencyName } from './agency-initials.ts'

/** News agencies by the forms their name takes in a byline or credit line, and the name we show. */
const agencies: readonly (readonly [name: string, forms: string])[] = [
  ['PA', 'PA|PA Media|PA News|PA News Agency|Press Association|PA Wire|The Press Association'],
  ['Reuters', 'Reuters|Thomson Reuters|Reuters News|Reuters Staff|رويترز|Рейтер'],
  ['AP', 'AP|The AP|Associated Press|The Associated Press|AP News|أسوشيتد برس|اسوشيتد برس'],
  ['AFP', 'AFP|Agence France[- ]Presse|Agence France-Presse|فرانس برس|أ ف ب|أ\\.ف\\.ب'],
  ['dpa', 'dpa|Deutsche Presse-Agentur|DPA'],
  ['EFE', 'EFE|Agencia EFE|Agencias EFE'],
  ['ANSA', 'ANSA|Agenzia ANSA'],
  ['Xinhua', 'Xinhua|Xinhua News Agency|新华社'],
  ['TASS', 'TASS|ТАСС'],
  ['Interfax', 'Interfax|Интерфакс'],
  ['RIA Novosti', 'RIA Novosti|РИА Новости'],
  ['Kyodo', 'Kyodo|Kyodo News'],
  ['Yonhap', 'Yonhap|Yonhap News Agency|연합뉴스'],
  ['PTI', 'PTI|Press Trust of India'],
  ['ANI', 'ANI|Asian News International'],
  ['IANS', 'IANS|Indo-Asian News Service'],
  ['Bernama', 'Bernama'],
  ['CP', 'The Canadian Press|Canadian Press|La Presse canadienne'],
  ['AAP', 'AAP|Australian Associated Press'],
  ['UPI', 'UPI|United Press International'],
  ['Anadolu', 'Anadolu|Anadolu Agency|Anadolu Ajansı|الأناضول|AA'],
  ['WAM', 'WAM|Emirates News Agency|وام'],
  ['SPA', 'SPA|Saudi Press Agency|واس'],
  ['QNA', 'QNA|Qatar News Agency|قنا'],
  ['KUNA', 'KUNA|Kuwait News Agency|كونا'],
  ['MENA', 'MENA|Middle East News Agency|أ ش أ'],
  ['Petra', 'Petra|Jordan News Agency|بترا'],
  ['NNA', 'National News Agency|الوكالة الوطنية للإعلام'],
  ['MAP', 'MAP|Maghreb Arabe Presse'],
  ['APS', 'Algérie Presse Service'],
  ['TAP', 'Tunis Afrique Presse'],
  ['Belga', 'Belga'],
  ['ANP', 'ANP'],
  ['APA', 'Austria Presse Agentur'],
  ['Lusa', 'Lusa|Agência Lusa'],
  ['Keystone-SDA', 'Keystone-SDA|Keystone-ATS|ATS'],
  ['NTB', 'NTB'],
  ['TT', 'TT Nyhetsbyrån'],
  ['Bloomberg', 'Bloomberg|Bloomberg News'],
  ['PR Newswire', 'PR Newswire|PRNewswire'],
  ['Business Wire', 'Business Wire|BUSINESS WIRE|BusinessWire'],
  ['GlobeNewswire', 'GlobeNewswire|GLOBE NEWSWIRE'],
]

const byForm = new Map(agencies.flatMap(([name, forms]) => forms.split('|').map((form) => [fold(form), name] as const)))
const anyForm = agencies.map(([, forms]) => forms).join('|')

const genericName = /\b((?:\p{Lu}[\p{L}.'’-]+\s+){1,4}(?:Press|News) Agency)\b/u
const dateline = new RegExp(`^[^.!?\\n]{0,90}?[(\\[]\\s*(${anyForm})\\s*[)\\]]\\s*[-–—:]`, 'u')
const openingSlash = new RegExp(`^[^.!?\\n]{2,60}?[-–—/,]\\s*(${anyForm})\\s*[-–—:]\\s`, 'u')
const closing = new RegExp(`(?:^|[\\s.?!”"»)])[-–—/(\\[]+\\s*(${anyForm})\\s*[)\\]]?\\.?$`, 'u')
const closingLine = new RegExp(
  `^(?:source\\s*:|المصدر\\s*:|avec|with|quelle\\s*:|fuente\\s*:|\\(c\\)|©)?\\s*(${anyForm})\\.?$`,
  'iu',
)
const reportingBy = /\breporting by\b[^\n]{0,200}/iu
const notBeforeSlash = /\/\s*((?:\p{Lu}[\p{L}.'’-]+\s?){1,4}(?:Agency|Agence|Agencia|Agentur))\s*$/u

/** `AP National Security Writer`. */
const agencyStaff = new RegExp(
  `(?:^|[,\\s])(${anyForm})\\s+(?:[\\w-]+\\s+){0,4}(?:writers?|reporters?|correspondents?|journalists?|editors?)$`,
  'iu',
)

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** True when the whole text is an agency's name. */
export function isAgency(text: string): boolean {
  return byForm.has(fold(text))
}

/** The agency whose name this is in one of its forms, as we show it. */
export function agencyNamed(text: string): string | undefined {
  return byForm.get(fold(text))
}

/** The agency a byline names, such as `PA` for `By PA Reporter` or `Ann Lee, Associated Press`; else undefined. */
export function agencyInByline(byline: string): string | undefined {
  const whole = byForm.get(fold(byline.replace(/^by\s+/i, '')))
  if (whole !== undefined) return whole
  const generic = genericName.exec(byline)?.[1]
  const parts = byline.split(
    /\s*[,|/;•·–—()]\s*|\s+(?:for|via|with|of|and|at|avec|mit|con|et|und)\s+(?:the\s+)?|\s-\s/i,
  )
  for (const part of parts) {
    const name =
      byForm.get(fold(part)) ??
      byForm.get(
        fold(
          part.replace(/\s*\b(?:reporters?|staff|writers?|correspondents?|journalists?|political editor)\b.*$/i, ''),
        ),
      )
    if (name !== undefined) return name
  }
  const staff = agencyStaff.exec(byline)?.[1]
  return (staff === undefined ? undefined : byForm.get(fold(staff))) ?? generic
}

/**
 * The agency an article comes from: named in the byline, in the dateline (`LONDON (Reuters)`), or in the closing line
 * (`(Reporting by …)`, `/Agency`, `— AFP`). Mentions inside the text do not count.
 */
export function readCredit(page: {
  readonly authors: readonly string[]
  readonly bylines: readonly string[]
  readonly sourceNames: readonly string[]
  readonly blocks: readonly string[]
  /** `creditText` of the structured data. */
  readonly creditText?: string | undefined
  /** Names of the site itself, which is nobody's agency. */
  readonly siteNames?: readonly string[]
}): string | undefined {
  const { siteNames = [] } = page
  const named = namedCredit(page)
  const short = named === undefined ? undefined : shortAgencyName(named)
  if (short !== undefined && !siteNames.some((site) => fold(site) === fold(short))) return short
  const initials = creditByInitials(page)
  return initials === undefined || isNameOfSite(initials, siteNames) ? undefined : initials
}

type Named = {
  readonly authors: readonly string[]
  readonly bylines: readonly string[]
  readonly sourceNames: readonly string[]
  readonly blocks: readonly string[]
  readonly creditText?: string | undefined
}

/** Initials of an agency nobody listed: in a dateline or a staff byline, or in the data as credit. */
function creditByInitials(page: Named): string | undefined {
  for (const block of page.blocks.slice(0, 4)) {
    const initials = initialsInDateline(block)
    if (initials !== undefined) return initials
  }
  for (const line of [...page.authors, ...page.sourceNames, ...page.bylines.slice(0, 6)]) {
    const initials = initialsInByline(line)
    if (initials !== undefined) return initials
  }
  return page.creditText === undefined ? undefined : bareInitials(page.creditText)
}

function namedCredit(page: Named): string | undefined {
  for (const line of [...page.authors, ...page.sourceNames, page.creditText ?? '', ...page.bylines.slice(0, 6)]) {
    const name = line.length <= 160 ? agencyInByline(line) : undefined
    if (name !== undefined) return name
  }
  for (const block of page.blocks.slice(0, 4)) {
    const form = (dateline.exec(block) ?? openingSlash.exec(block))?.[1]
    const name = form === undefined ? undefined : byForm.get(fold(form))
    if (name !== undefined) return name
  }
  return creditAtEnd(page.blocks.slice(-4))
}

function creditAtEnd(blocks: readonly string[]): string | undefined {
  for (const block of blocks.toReversed()) {
    const form = (closingLine.exec(block) ?? closing.exec(block))?.[1]
    const name = form === undefined ? undefined : byForm.get(fold(form))
    if (name !== undefined) return name
    const reporting = reportingBy.exec(block)?.[0]
    if (reporting !== undefined) {
      const generic = genericName.exec(reporting)?.[1] ?? genericName.exec(block)?.[1]
      if (generic !== undefined) return byForm.get(fold(generic)) ?? generic
      const named = agencyInByline(reporting.replace(/^reporting by\s*/i, ''))
      if (named !== undefined) return named
      // The form `(Reporting by A; editing by B)` is Reuters' own.
      if (/^\(?\s*reporting by\b.*;.*\bediting by\b/iu.test(block)) return 'Reuters'
    }
    const slash = notBeforeSlash.exec(block)?.[1] ?? (block.length <= 80 ? genericName.exec(block)?.[1] : undefined)
    if (slash !== undefined) return byForm.get(fold(slash)) ?? slash.trim()
  }
  return undefined
}
