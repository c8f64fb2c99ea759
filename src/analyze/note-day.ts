/** Names of months, by number, in the languages notes are read in. Shortened ones end with the shortening. */
const months: readonly string[] = [
  'jan(?:uary|uar|vier|uari)?|enero|gennaio|janeiro|يناير|كانون الثاني',
  'feb(?:ruary|ruar|ruari|braio)?|février|febrero|fevereiro|فبراير|شباط',
  'mar(?:ch|s|zo|ço)?|märz|maart|مارس|آذار',
  'apr(?:il|ile)?|avril|abril|أبريل|إبريل|نيسان',
  'may|mai|mayo|maggio|maio|mei|مايو|أيار',
  'june?|juin|juni|junio|giugno|junho|يونيو|حزيران',
  'july?|juillet|juli|julio|luglio|julho|يوليو|تموز',
  'aug(?:ust|ustus)?|août|agosto|أغسطس|آب',
  'sept?(?:ember|embre)?|septiembre|settembre|setembro|سبتمبر|أيلول',
  'o[ck]t(?:ober|obre)?|octubre|ottobre|outubro|أكتوبر|تشرين الأول',
  'nov(?:ember|embre)?|noviembre|novembro|نوفمبر|تشرين الثاني',
  'de[cz](?:ember|embre)?|décembre|diciembre|dicembre|dezembro|ديسمبر|كانون الأول',
]
const month = `(?<month>${months.join('|')})\\.?`
const day = '(?<day>[0-3]?\\d)(?:st|nd|rd|th|er|º|\\.)?'
const year = '(?<year>(?:19|20)\\d{2})'
const orders = [
  new RegExp(`(?<!\\d)${day}(?: de| of)? ${month}(?![\\p{L}])(?:,? (?:de |del )?${year})?`, 'iu'),
  new RegExp(`(?<!\\p{L})${month} ${day}(?!\\d)(?:,? ${year})?`, 'iu'),
  /(?<!\d)(?<year>(?:19|20)\d{2})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/u,
]
const names = months.map((name) => new RegExp(`^(?:${name})$`, 'iu'))

/** Where a day stands in a text, and which; a year that is not named is that of `publishedAt` (ISO 8601), or the one after. */
export function dayIn(text: string, publishedAt: string): { readonly at: number; readonly day: string } | undefined {
  const [found] = orders
    .map((order) => order.exec(text))
    .filter((match) => match !== null)
    .sort((a, b) => a.index - b.index)
  if (!found?.groups) return undefined
  const { day: date = '', month: name = '', year: named } = found.groups
  const number = /^\d/.test(name) ? Number(name) : names.findIndex((pattern) => pattern.test(name)) + 1
  const written = (inYear: string) => `${inYear}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`
  const published = publishedAt.slice(0, 10)
  // A note comes after its article: a day and month before it are those of the next year.
  const soonest = new Date(Date.parse(published) - 2 * 86_400_000)
  const thisYear = written(named ?? published.slice(0, 4))
  const isBefore =
    named === undefined && !Number.isNaN(soonest.getTime()) && thisYear < soonest.toISOString().slice(0, 10)
  const result = isBefore ? written(String(Number(published.slice(0, 4)) + 1)) : thisYear
  return isDay(result) ? { at: found.index, day: result } : undefined
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
