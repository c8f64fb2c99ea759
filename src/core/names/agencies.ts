/**
 * News agencies: the name we show, then its forms in a byline, a dateline, a credit line or as a source. To extend, add a line.
 * A short name that is also a word or a place (`CP`, `TT`) isn't listed as a form.
 */
export const agencies: readonly (readonly [name: string, ...forms: string[]])[] = [
  ['PA', 'PA', 'PA Media', 'PA News', 'PA News Agency', 'Press Association', 'PA Wire', 'The Press Association'],
  ['Reuters', 'Reuters', 'Thomson Reuters', 'Reuters News', 'Reuters Staff', 'رويترز', 'Рейтер'],
  ['AP', 'AP', 'The AP', 'Associated Press', 'The Associated Press', 'AP News', 'أسوشيتد برس', 'اسوشيتد برس'],
  ['AFP', 'AFP', 'Agence France-Presse', 'فرانس برس', 'أ ف ب', 'أ.ف.ب', 'Agence France Presse'],
  ['dpa', 'dpa', 'Deutsche Presse-Agentur', 'DPA', 'dpa international'],
  ['EFE', 'EFE', 'Agencia EFE', 'Agencias EFE'],
  ['ANSA', 'ANSA', 'Agenzia ANSA'],
  ['Xinhua', 'Xinhua', 'Xinhua News Agency', '新华社'],
  ['TASS', 'TASS', 'ТАСС', 'ITAR-TASS'],
  ['Interfax', 'Interfax', 'Интерфакс', 'Interfax-Ukraine'],
  ['RIA Novosti', 'RIA Novosti', 'РИА Новости'],
  ['Kyodo', 'Kyodo', 'Kyodo News'],
  ['Yonhap', 'Yonhap', 'Yonhap News Agency', '연합뉴스', 'Yonhap News'],
  ['PTI', 'PTI', 'Press Trust of India'],
  ['ANI', 'ANI', 'Asian News International'],
  ['IANS', 'IANS', 'Indo-Asian News Service'],
  ['Bernama', 'Bernama'],
  ['CP', 'The Canadian Press', 'Canadian Press', 'La Presse canadienne'],
  ['AAP', 'AAP', 'Australian Associated Press'],
  ['UPI', 'UPI', 'United Press International'],
  ['Anadolu', 'Anadolu', 'Anadolu Agency', 'Anadolu Ajansı', 'الأناضول', 'AA'],
  ['WAM', 'WAM', 'Emirates News Agency', 'وام'],
  ['SPA', 'SPA', 'Saudi Press Agency', 'واس'],
  ['QNA', 'QNA', 'Qatar News Agency', 'قنا'],
  ['KUNA', 'KUNA', 'Kuwait News Agency', 'كونا'],
  ['MENA', 'MENA', 'Middle East News Agency', 'أ ش أ'],
  ['Petra', 'Petra', 'Jordan News Agency', 'بترا'],
  ['NNA', 'National News Agency', 'الوكالة الوطنية للإعلام'],
  ['MAP', 'MAP', 'Maghreb Arabe Presse'],
  ['APS', 'Algérie Presse Service'],
  ['TAP', 'Tunis Afrique Presse'],
  ['Belga', 'Belga'],
  ['ANP', 'ANP'],
  ['APA', 'Austria Presse Agentur'],
  ['Lusa', 'Lusa', 'Agência Lusa'],
  ['Keystone-SDA', 'Keystone-SDA', 'Keystone-ATS', 'ATS'],
  ['NTB', 'NTB'],
  ['TT', 'TT Nyhetsbyrån', 'TT News Agency'],
  ['Bloomberg', 'Bloomberg', 'Bloomberg News'],
  ['Ukrinform', 'Ukrinform'],
  ['Ritzau', 'Ritzau'],
  ['Europa Press', 'Europa Press'],
  ['RFE/RL', 'RFE/RL', 'Radio Free Europe/Radio Liberty'],
  ['PR Newswire', 'PR Newswire', 'PRNewswire'],
  ['Business Wire', 'Business Wire', 'BUSINESS WIRE', 'BusinessWire'],
  ['GlobeNewswire', 'GlobeNewswire', 'GLOBE NEWSWIRE'],
]

const byForm = new Map(agencies.flatMap(([name, ...forms]) => forms.map((form) => [fold(form), name] as const)))

/** The agency whose name is the whole text, in any listed form and case; otherwise undefined. */
export function agencyNamed(text: string): string | undefined {
  return byForm.get(fold(text))
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
