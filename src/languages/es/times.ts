import { anyOf, type CalendarWords, type TimeWords } from '../time-words.ts'

const months = [
  ['enero'],
  ['febrero'],
  ['marzo'],
  ['abril'],
  ['mayo'],
  ['junio'],
  ['julio'],
  ['agosto'],
  ['septiembre', 'setiembre'],
  ['octubre'],
  ['noviembre'],
  ['diciembre'],
]
const weekdays = [['domingo'], ['lunes'], ['martes'], ['miércoles'], ['jueves'], ['viernes'], ['sábado']]
const numerals = [
  ['cero'],
  ['un', 'una', 'uno'],
  ['dos'],
  ['tres'],
  ['cuatro'],
  ['cinco'],
  ['seis'],
  ['siete'],
  ['ocho'],
  ['nueve'],
  ['diez'],
  ['once'],
  ['doce'],
  ['trece'],
  ['catorce'],
  ['quince'],
  ['dieciséis'],
  ['diecisiete'],
  ['dieciocho'],
  ['diecinueve'],
  ['veinte'],
]

const calendar: CalendarWords = {
  months,
  weekdays,
  numerals,
  units: { hour: /^hora/i, day: /^día/i, week: /^semana/i, month: /^mes/i, year: /^año/i },
  parts: [
    [/mañana|madrugada/i, 'TMO'],
    [/mediodía/i, 'TMI'],
    [/tarde/i, 'TAF'],
    [/noche/i, 'TNI'],
  ],
  last: /pasad|últim/i,
  next: /próxim|viene|siguiente|entrante|que\s+viene/i,
  clauseEnd: /[,;:.!?¿¡–—“”»«"]|(?<!\p{L})(?:que|pero|aunque|mientras|cuando)(?!\p{L})/giu,
  future:
    /(?<!\p{L})(?:\p{L}{2,}(?:rá|rán|remos|ré)|va a|van a|previst[oa]s?|prevé|prevén|debe|deben|convocad[oa]s?|programad[oa]s?)(?!\p{L})/giu,
  past: /(?<!\p{L})(?:\p{L}{2,}(?:ó|aron|ieron|ía|ían|aba|aban)|dijo|dijeron|hizo|hubo|fue|fueron|ha|han|he|hemos|era|eran|tuve|tuvo|vino|puso)(?!\p{L})/giu,
  ahead: /(?<!\p{L})(?:hasta|a partir|antes|para)\s+(?:el\s+|del?\s+)?$/iu,
}

const month = anyOf(months)
const weekday = anyOf(weekdays)
const number = `\\d{1,3}|${anyOf(numerals)}`
const year = '(?:1[5-9]|20)\\d\\d'
const day = '(?:0?[1-9]|[12]\\d|3[01]|primero|1[.º°]º?)'
const since = '(?:(?<since>desde)\\s+)?'
const article = '(?:(?:el|al?|del|los|este|esta|de\\s+este|de)\\s+)?'
const unit = '(?<unit>horas?|días?|semanas?|meses|mes|años?)'
const part = '(?:por|de|en)\\s+la\\s+(?<part>mañana|madrugada|tarde|noche)|al\\s+(?<part2>mediodía)'
const ofYear = `(?:,?\\s+(?:del?\\s+)(?:año\\s+)?(?<year>${year}))`

/** Spanish: dates, weekdays, months, and the common ways to count from today. */
export const spanishTimes = (): TimeWords => ({
  trigger:
    /\d|lunes|martes|miércoles|jueves|viernes|sábado|domingo|ayer|antier|anoche|hoy|mañana|tarde|noche|madrugada|semana|\bmes|\baño|día|hora|enero|febrero|marzo|abril|mayo|junio|julio|agosto|tiembre|octubre|noviembre|diciembre|\blas?\s/iu,
  calendar,
  counted: /\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|ayer|hoy)\b/iu,
  phrases: [
    // Seasons and decades are not vouched for, nor are ages.
    {
      means: 'nothing',
      says: `(?:(?:primavera|verano|otoño|invierno)(?:\\s+del?\\s+${year})?|(?:los\\s+)?años\\s+\\d0|(?:${number})\\s+años\\s+de\\s+edad|de\\s+(?:${number})\\s+años)`,
    },
    {
      means: 'range',
      says: `(?:(?:del|entre\\s+el|desde\\s+el|los\\s+días|los|el)\\s+)?(?<date>${day})(?:\\s+de\\s+(?<month>${month}))?\\s*(?:al|y\\s+el|y|hasta\\s+el|[-–])\\s*(?<date2>${day})\\s+de\\s+(?<month2>${month})${ofYear}?`,
    },
    { means: 'numeric', says: `(?<date>0?[1-9]|[12]\\d|3[01])[/.-](?<m>0?[1-9]|1[0-2])[/.-](?<year>${year})` },
    {
      means: 'exact',
      isWhole: true,
      says: `(?:(?<ahead>a\\s+partir\\s+del|antes\\s+del|hasta\\s+el)\\s+|(?<since>desde)\\s+)?(?:el\\s+)?(?:(?:pasado|próximo)\\s+)?(?:(?:${weekday}),?\\s+)?(?<date>${day})\\s+de\\s+(?<month>${month})${ofYear}?`,
    },
    {
      means: 'month',
      says: `${since}(?:(?:en|de|a\\s+(?:finales|principios|mediados)\\s+de)\\s+)?(?<month>${month})${ofYear}`,
    },
    {
      means: 'month',
      says: `(?:en|de|a|para|durante|(?<since>desde)|(?<ahead>hasta|a\\s+partir\\s+de|antes\\s+de))\\s+(?:(?:finales|principios|mediados|fines)\\s+de\\s+)?(?:(?:el\\s+)?(?<modifier>pasado|próximo)\\s+)?(?:mes\\s+de\\s+)?(?<month>${month})(?:\\s+del?\\s+(?<yearModifier>este\\s+año|año\\s+(?:pasado|que\\s+viene|próximo))|\\s+(?<modifier2>pasado|próximo))?`,
    },
    {
      means: 'weekday',
      says: `(?:en\\s+)?(?:la|el)\\s+(?<part>mañana|madrugada|tarde|noche|mediodía)\\s+(?:del?|de\\s+este|del\\s+pasado|de\\s+ayer)\\s+(?:(?<modifier>pasado|próximo)\\s+)?(?<weekday>${weekday})`,
    },
    {
      means: 'weekday',
      says: `${since}${article}(?:(?<modifier>pasado|próximo)\\s+)?(?<weekday>${weekday})(?:\\s+(?<modifier2>pasado|próximo|que\\s+viene|siguiente))?(?:\\s+(?:${part}))?`,
    },
    { means: { days: -2 }, says: 'anteayer|antier|antes\\s+de\\s+ayer' },
    { means: { days: 2 }, says: 'pasado\\s+mañana' },
    {
      means: { days: -1 },
      says: '(?:la\\s+(?<part>mañana|madrugada|tarde|noche)\\s+de\\s+)?ayer(?:\\s+por\\s+la\\s+(?<part2>mañana|tarde|noche))?',
    },
    { means: { days: -1 }, says: '(?<part>anoche)' },
    { means: { days: 0 }, says: 'esta\\s+(?<part>mañana|madrugada|tarde|noche)' },
    { means: { days: 0 }, says: `${since}hoy(?:\\s+(?:mismo|por\\s+la\\s+(?<part>mañana|tarde|noche)))?` },
    { means: { days: 1 }, says: '(?<!(?:la|de|una|cada)\\s)mañana(?:\\s+por\\s+la\\s+(?<part>mañana|tarde|noche))?' },
    {
      means: 'weekend',
      says: '(?:el|este|del)\\s+(?:(?<modifier>pasado|próximo)\\s+)?fin\\s+de\\s+semana(?:\\s+(?<modifier2>pasado|próximo|que\\s+viene))?',
    },
    { means: 'period', says: '(?:(?:la|el|del|al)\\s+)(?<modifier>pasad[oa]|próxim[oa])\\s+(?<period>semana|mes|año)' },
    {
      means: 'period',
      says: '(?:(?:la|el|del|al)\\s+)(?<period>semana|mes|año)\\s+(?<modifier>pasad[oa]|próxim[oa]|que\\s+viene|entrante|en\\s+curso)',
    },
    { means: 'period', says: '(?:est[ea])\\s+(?:mism[oa]\\s+)?(?<period>semana|mes|año)' },
    {
      means: 'ago',
      says: `hace\\s+(?:(?:casi|unos|unas|más\\s+de|alrededor\\s+de|apenas)\\s+)?(?<count>${number})\\s+${unit}`,
    },
    { means: 'hence', says: `dentro\\s+de\\s+(?<count>${number})\\s+${unit}` },
    { means: 'duration', says: `(?<count>${number})\\s+${unit}` },
    { means: 'yearRange', says: `(?:entre|de|desde)\\s+(?<year>${year})\\s+(?:y|a|hasta)\\s+(?<year2>${year})` },
    { means: 'yearRange', says: `(?<year>${year})[-–](?<year2>${year})` },
    {
      means: 'year',
      says: `(?:(?<since>desde)|en|de|del|hasta|para|año|hacia|antes\\s+de|a\\s+(?:finales|principios|mediados)\\s+de|(?<=(?:1[5-9]|20)\\d\\d\\s)y)\\s+(?:el\\s+año\\s+)?(?<year>${year})(?!\\s+(?:\\p{L}+s|km|m|kg)(?!\\p{L}))`,
    },
    {
      means: 'clock',
      says: `(?:(?:a|de|desde|hacia|sobre|hasta)\\s+)?las?\\s+(?<hour>[01]?\\d|2[0-4])[.:](?<minute>[0-5]\\d)(?:\\s*(?:horas|h\\.?))?(?:\\s+de\\s+la\\s+(?<part>mañana|madrugada|tarde|noche))?`,
    },
    {
      means: 'clock',
      says: `(?:a|desde|hacia|sobre|hasta)\\s+las?\\s+(?<hour>[01]?\\d|2[0-4]|${anyOf(numerals.slice(1, 13))})\\s+(?:horas|de\\s+la\\s+(?<part>mañana|madrugada|tarde|noche))`,
    },
    { means: 'clock', says: '(?:a\\s+)?(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)(?:\\s*(?:horas|h))?' },
  ],
})
