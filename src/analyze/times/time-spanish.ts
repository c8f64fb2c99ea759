import { abstention, anyOf, type CalendarWords, meaningsOf, wholly, wordRules } from './time-languages.ts'
import type { RuleSet, TimeRule } from './time-rules.ts'

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

const words: CalendarWords = {
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

const rule = wordRules()
const means = meaningsOf(words)

const rules: readonly TimeRule[] = [
  // Seasons and decades are not vouched for, nor are ages.
  abstention(
    rule(
      `(?:(?:primavera|verano|otoño|invierno)(?:\\s+del?\\s+${year})?|(?:los\\s+)?años\\s+\\d0|(?:${number})\\s+años\\s+de\\s+edad|de\\s+(?:${number})\\s+años)`,
      () => undefined,
    ),
  ),
  rule(
    `(?:(?:del|entre\\s+el|desde\\s+el|los\\s+días|los|el)\\s+)?(?<date>${day})(?:\\s+de\\s+(?<month>${month}))?\\s*(?:al|y\\s+el|y|hasta\\s+el|[-–])\\s*(?<date2>${day})\\s+de\\s+(?<month2>${month})${ofYear}?`,
    (groups, scene) => means.range({ ...groups, month: groups.month ?? groups.month2 }, scene),
  ),
  rule(`(?<date>0?[1-9]|[12]\\d|3[01])[/.-](?<m>0?[1-9]|1[0-2])[/.-](?<year>${year})`, means.numeric),
  wholly(
    rule(
      `(?:(?<ahead>a\\s+partir\\s+del|antes\\s+del|hasta\\s+el)\\s+|(?<since>desde)\\s+)?(?:el\\s+)?(?:(?:pasado|próximo)\\s+)?(?:(?:${weekday}),?\\s+)?(?<date>${day})\\s+de\\s+(?<month>${month})${ofYear}?`,
      means.exact,
    ),
  ),
  rule(`${since}(?:(?:en|de|a\\s+(?:finales|principios|mediados)\\s+de)\\s+)?(?<month>${month})${ofYear}`, means.month),
  rule(
    `(?:en|de|a|para|durante|(?<since>desde)|(?<ahead>hasta|a\\s+partir\\s+de|antes\\s+de))\\s+(?:(?:finales|principios|mediados|fines)\\s+de\\s+)?(?:(?:el\\s+)?(?<modifier>pasado|próximo)\\s+)?(?:mes\\s+de\\s+)?(?<month>${month})(?:\\s+del?\\s+(?<yearModifier>este\\s+año|año\\s+(?:pasado|que\\s+viene|próximo))|\\s+(?<modifier2>pasado|próximo))?`,
    (groups, scene) => means.month({ ...groups, modifier: groups.modifier ?? groups.modifier2 }, scene),
  ),
  rule(
    `(?:en\\s+)?(?:la|el)\\s+(?<part>mañana|madrugada|tarde|noche|mediodía)\\s+(?:del?|de\\s+este|del\\s+pasado|de\\s+ayer)\\s+(?:(?<modifier>pasado|próximo)\\s+)?(?<weekday>${weekday})`,
    means.weekday,
  ),
  rule(
    `${since}${article}(?:(?<modifier>pasado|próximo)\\s+)?(?<weekday>${weekday})(?:\\s+(?<modifier2>pasado|próximo|que\\s+viene|siguiente))?(?:\\s+(?:${part}))?`,
    (groups, scene) =>
      means.weekday(
        { ...groups, modifier: groups.modifier ?? groups.modifier2, part: groups.part ?? groups.part2 },
        scene,
      ),
  ),
  rule('anteayer|antier|antes\\s+de\\s+ayer', means.fromToday(-2)),
  rule('pasado\\s+mañana', means.fromToday(2)),
  rule(
    '(?:la\\s+(?<part>mañana|madrugada|tarde|noche)\\s+de\\s+)?ayer(?:\\s+por\\s+la\\s+(?<part2>mañana|tarde|noche))?',
    (groups, scene) => means.fromToday(-1)({ ...groups, part: groups.part ?? groups.part2 }, scene),
  ),
  rule('anoche', (groups, scene) => means.fromToday(-1)({ ...groups, part: 'noche' }, scene)),
  rule('esta\\s+(?<part>mañana|madrugada|tarde|noche)', means.fromToday(0)),
  rule(`${since}hoy(?:\\s+(?:mismo|por\\s+la\\s+(?<part>mañana|tarde|noche)))?`, means.fromToday(0)),
  rule('(?<!(?:la|de|una|cada)\\s)mañana(?:\\s+por\\s+la\\s+(?<part>mañana|tarde|noche))?', means.fromToday(1)),
  rule(
    '(?:el|este|del)\\s+(?:(?<modifier>pasado|próximo)\\s+)?fin\\s+de\\s+semana(?:\\s+(?<modifier2>pasado|próximo|que\\s+viene))?',
    (groups, scene) => means.weekend({ ...groups, modifier: groups.modifier ?? groups.modifier2 }, scene),
  ),
  rule('(?:(?:la|el|del|al)\\s+)(?<modifier>pasad[oa]|próxim[oa])\\s+(?<period>semana|mes|año)', means.period),
  rule(
    '(?:(?:la|el|del|al)\\s+)(?<period>semana|mes|año)\\s+(?<modifier>pasad[oa]|próxim[oa]|que\\s+viene|entrante|en\\s+curso)',
    means.period,
  ),
  rule('(?:est[ea])\\s+(?:mism[oa]\\s+)?(?<period>semana|mes|año)', means.period),
  rule(
    `hace\\s+(?:(?:casi|unos|unas|más\\s+de|alrededor\\s+de|apenas)\\s+)?(?<count>${number})\\s+${unit}`,
    means.distance(-1),
  ),
  rule(`dentro\\s+de\\s+(?<count>${number})\\s+${unit}`, means.distance(1)),
  rule(`(?<count>${number})\\s+${unit}`, means.duration),
  rule(`(?:entre|de|desde)\\s+(?<year>${year})\\s+(?:y|a|hasta)\\s+(?<year2>${year})`, means.yearRange),
  rule(`(?<year>${year})[-–](?<year2>${year})`, means.yearRange),
  rule(
    `(?:(?<since>desde)|en|de|del|hasta|para|año|hacia|antes\\s+de|a\\s+(?:finales|principios|mediados)\\s+de|(?<=(?:1[5-9]|20)\\d\\d\\s)y)\\s+(?:el\\s+año\\s+)?(?<year>${year})(?!\\s+(?:\\p{L}+s|km|m|kg)(?!\\p{L}))`,
    means.year,
  ),
  rule(
    `(?:(?:a|de|desde|hacia|sobre|hasta)\\s+)?las?\\s+(?<hour>[01]?\\d|2[0-4])[.:](?<minute>[0-5]\\d)(?:\\s*(?:horas|h\\.?))?(?:\\s+de\\s+la\\s+(?<part>mañana|madrugada|tarde|noche))?`,
    means.clock,
  ),
  rule(
    `(?:a|desde|hacia|sobre|hasta)\\s+las?\\s+(?<hour>[01]?\\d|2[0-4]|${anyOf(numerals.slice(1, 13))})\\s+(?:horas|de\\s+la\\s+(?<part>mañana|madrugada|tarde|noche))`,
    means.clock,
  ),
  rule('(?:a\\s+)?(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)(?:\\s*(?:horas|h))?', means.clock),
]

/** Spanish: dates, weekdays, months, and the common ways to count from today. */
export const spanish: RuleSet = {
  trigger:
    /\d|lunes|martes|miércoles|jueves|viernes|sábado|domingo|ayer|antier|anoche|hoy|mañana|tarde|noche|madrugada|semana|\bmes|\baño|día|hora|enero|febrero|marzo|abril|mayo|junio|julio|agosto|tiembre|octubre|noviembre|diciembre|\blas?\s/iu,
  rules,
}
