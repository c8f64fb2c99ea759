import type { RuleActions, RuleConditions } from '../../../core/rules/rule.ts'
import type { MutedView } from '../../../operations/library/get-mutes.ts'
import type { RuleView } from '../../../operations/library/rule-views.ts'
import { buttonForm, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, languageName } from '../../layout/html.ts'
import { rulePath } from '../../layout/links.ts'
import { menu } from '../../layout/menu.ts'
import { savedNotice, settingRow, settingsPageOf } from '../../layout/settings-frame.ts'
import type { Reader } from '../../reader.ts'
import { mutesSection } from './mutes.ts'

export const rulesHome = '/settings/rules'

/** The names that rules use ids for. */
export type RuleNames = {
  readonly feeds: ReadonlyMap<string, string>
  readonly services: ReadonlyMap<string, string>
}

/** The reader's rules in their order, and below them what they muted. */
export function rulesPage(
  view: { readonly rules: readonly RuleView[]; readonly mutes: readonly MutedView[]; readonly names: RuleNames },
  reader: Reader,
  isSaved: boolean,
): string {
  const { settings, rules: words } = reader.words
  const { rules, mutes, names } = view
  return settingsPageOf(reader, {
    in: 'mutes',
    title: settings.pages.mutes,
    lead: words.lead,
    body: html`${savedNotice(isSaved, reader)}${
      rules.length === 0 && html`<p class="note more">${words.none}</p>`
    }${rules.map((each, index) => ruleRow(each, { isFirst: index === 0, isLast: index === rules.length - 1 }, names, reader))}
<p class="more"><a class="btn main" href="${rulesHome}/new">${words.add}</a></p>
<section id="mutes"><h2 class="hd">${settings.mutes.title}</h2>
<p class="note">${settings.mutes.lead}</p>
${mutesSection(mutes, reader)}</section>`,
  })
}

function ruleRow(
  { rule, appliedCount }: RuleView,
  place: { readonly isFirst: boolean; readonly isLast: boolean },
  names: RuleNames,
  reader: Reader,
): Html {
  const { rules: words, ways } = reader.words
  const { id, isOn, isLast } = rule
  const said = joined(conditionsInWords(rule.conditions, names, reader), ' · ')
  const act = (what: 'switch' | 'remove', label: string, fields: Record<string, string> = {}) =>
    buttonForm(reader, { action: `${rulePath(id)}/${what}`, fields, label, variant: 'quiet' })
  const actions = menu(
    html`${isOn ? act('switch', ways.turnOff, { on: '0' }) : act('switch', ways.turnOn, { on: '1' })}<a href="${rulePath(id)}#log">${words.log}</a>${act('remove', words.remove)}`,
    { name: `${words.change}${reader.words.colon}${rule.name ?? ''}`, isAtEnd: true },
  )
  const does = joined([...actionsInWords(rule.actions, names, reader), isLast === true && words.stops], ', ')
  const facts = joined(
    [!isOn && html`<b>${words.isOff}</b>`, does, appliedCount > 0 && words.applied(appliedCount)],
    ' · ',
  )
  return settingRow(
    html`<a href="${rulePath(id)}">${rule.name === undefined ? said : foreign(rule.name)}</a>`,
    html`<span class="acts">${!place.isFirst && step('up', '↑')}${!place.isLast && step('down', '↓')}${actions}</span>`,
    { help: rule.name === undefined ? facts : html`${said}<br>${facts}` },
  )

  function step(to: 'up' | 'down', sign: string): Html {
    return html`<form method="post" action="${rulePath(id)}/move" class="inline">${hidden('to', to)}<button class="btn quiet" aria-label="${words[to]}">${sign}</button></form>`
  }
}

/** Each condition in a few words. */
export function conditionsInWords(conditions: RuleConditions, names: RuleNames, reader: Reader): readonly Html[] {
  const { rules: words, colon, kinds, number } = reader.words
  const shown = (name: string, value: string | number | boolean): Html => {
    switch (name) {
      case 'feed':
        return foreign(names.feeds.get(String(value)) ?? String(value))
      case 'language':
        return html`${languageName(String(value), reader.words.locale)}`
      case 'articleKind':
        return html`${kinds[value as keyof typeof kinds]}`
      case 'isCopy':
        return html`${value ? words.yes : words.no}`
      default:
        return typeof value === 'number' ? html`${number(value)}` : html`<q>${foreign(String(value))}</q>`
    }
  }
  return Object.entries(conditions).map(
    ([name, value]) => html`${words.conditions[name as keyof RuleConditions]}${colon}${shown(name, value)}`,
  )
}

/** Each action in a few words. */
function actionsInWords(actions: RuleActions, names: RuleNames, reader: Reader): readonly Html[] {
  const { rules: words, colon } = reader.words
  return Object.entries(actions).map(([name, value]) => {
    const label = words.actions[name as keyof RuleActions]
    if (value === true) return html`${label}`
    if (name === 'hideDays') return html`${words.hideFor(Number(value))}`
    if (name === 'sendTo') return html`${label} ${foreign(names.services.get(String(value)) ?? '?')}`
    return html`${label}${colon}${foreign(String(value))}`
  })
}
