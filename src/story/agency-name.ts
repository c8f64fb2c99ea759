/** News agencies by the names their credit lines use. The first name of each is the one shown. */
const agencies: readonly (readonly [string, ...string[]])[] = [
  ['PA', 'pa media', 'press association', 'pa news agency', 'pa wire', 'pa news'],
  ['AP', 'associated press', 'the associated press', 'ap news'],
  ['AFP', 'agence france-presse', 'agence france presse'],
  ['Reuters', 'thomson reuters', 'reuters news'],
  ['dpa', 'deutsche presse-agentur', 'dpa international'],
  ['UPI', 'united press international'],
  ['EFE', 'agencia efe'],
  ['ANSA', 'agenzia ansa'],
  ['TASS', 'itar-tass'],
  ['Xinhua', 'xinhua news agency'],
  ['Kyodo', 'kyodo news'],
  ['Yonhap', 'yonhap news agency', 'yonhap news'],
  ['Anadolu', 'anadolu agency', 'aa'],
  ['ANI', 'asian news international'],
  ['PTI', 'press trust of india'],
  ['AAP', 'australian associated press'],
  ['CP', 'the canadian press', 'canadian press'],
  ['Bloomberg', 'bloomberg news'],
  ['Interfax', 'interfax-ukraine'],
  ['Ukrinform'],
  ['WAM', 'emirates news agency'],
  ['SPA', 'saudi press agency'],
  ['QNA', 'qatar news agency'],
  ['MENA', 'middle east news agency'],
  ['Belga'],
  ['NTB'],
  ['TT', 'tt news agency'],
  ['Ritzau'],
  ['APA', 'austria presse agentur'],
  ['Keystone-ATS', 'keystone-sda', 'ats'],
  ['Europa Press'],
  ['Lusa', 'agência lusa'],
  ['RFE/RL', 'radio free europe/radio liberty'],
]

const shownNames = new Map(agencies.flatMap((names) => names.map((name) => [name.toLowerCase(), names[0]] as const)))

/** The name an agency is shown by, when a credit line or a source's name is an agency's; else undefined. */
export function agencyName(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  return shownNames.get(name.trim().replace(/\s+/g, ' ').toLowerCase())
}

/** An agency for a credit line that names one, known to us or not: a credit is by its field an agency's. */
export function creditName(credit: string | undefined): string | undefined {
  const trimmed = credit?.trim()
  return trimmed ? (agencyName(trimmed) ?? trimmed) : undefined
}
