import { ruleArticleKinds } from '../../../core/rules/rule.ts'
import { maxLength } from '../../../core/text/max-length.ts'
import type { RuleForm, RuleLog, RulePreview } from '../../../operations/library/rule-views.ts'
import { backField, buttonForm, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, languageName, type Piece } from '../../layout/html.ts'
import { queryOf, rulePath } from '../../layout/links.ts'
import { settingsPageOf } from '../../layout/settings-frame.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { patternFields, type RuleFault, type RuleFieldName, type RuleFields } from '../rule-fields.ts'
import { rulesHome } from './rules.ts'

/** Languages that are offered; a rule may name any. */
const languages = 'ar cs da de el en es fa fi fr he hi hu id it ja ko nb nl pl pt ro ru sv tr uk vi zh'.split(' ')

/** The form of a new or existing rule, what it would match, and what it did. */
export function ruleFormPage(
  view: {
    readonly form: RuleForm
    readonly fields: RuleFields
    readonly fault?: RuleFault
    readonly preview?: RulePreview
    readonly log?: RuleLog
    /** What was just done. */
    readonly notice?: string
  },
  reader: Reader,
): string {
  const { rules: words, settings } = reader.words
  const { form, fields, fault, preview, log, notice } = view
  const title = fields.id === undefined ? words.add : words.change
  const body = html`${notice !== undefined && html`<p class="notice done" role="status">${notice}</p>`}${fault && html`<p class="notice warn" role="alert">${fault.field !== undefined && html`<b>${labelOf(fault.field, reader)}</b>${reader.words.colon}`}${words.bad[fault.why]}</p>`}${preview && previewOf(preview, reader)}
<form method="post" action="${rulesHome}">${backField(reader)}${fields.id !== undefined && hidden('id', fields.id)}${fields.off !== undefined && hidden('off', '1')}
<h2 class="hd">${words.when}</h2>
<div class="halves">${choice(
    'feed',
    form.feeds.map(({ id, title }) => [id, title]),
  )}${
    form.folders.length > 0 &&
    choice(
      'folder',
      form.folders.map((name) => [name, name]),
    )
  }</div>
<div class="halves">${line('title')}${line('text')}</div>
<p class="note">${words.wordsNote}</p>
<details class="open-form"${hasMore(fields) && html` open`}><summary>${words.more}</summary>
<div class="halves">${line('titleNot')}${line('textNot')}${line('author')}${choice('language', languageChoices(fields, reader))}${choice(
    'articleKind',
    ruleArticleKinds.map((kind) => [kind, reader.words.kinds[kind]]),
  )}${choice('isCopy', [
    ['yes', words.yes],
    ['no', words.no],
  ])}${count('longerThan')}${count('shorterThan')}${line('titlePattern', maxLength.pattern)}${line('textPattern', maxLength.pattern)}</div>
<p class="note">${words.patternNote}</p>${fields.source !== undefined && html`<p><label><input type="checkbox" name="source" value="${fields.source}" checked> ${words.conditions.source}${reader.words.colon}${foreign(form.sourceName ?? fields.source)}</label></p>`}</details>
<h2 class="hd">${words.does}</h2>
<div class="options">${tick('read', words.actions.read)}${tick('save', words.actions.save)}${tick('alert', words.actions.alert)}</div>
<div class="halves">${labeled('tag', words.actions.tag, html`<input class="in" id="rule-tag" name="tag" maxlength="${maxLength.tag}" value="${fields.tag ?? ''}" list="rule-tags" dir="auto"><datalist id="rule-tags">${form.tags.map((name) => html`<option value="${name}">`)}</datalist>`)}${labeled('hideDays', words.actions.hideDays, html`<input class="in" id="rule-hideDays" name="hideDays" type="number" min="1" max="365" value="${fields.hideDays ?? ''}">`)}${
    form.services.length > 0 &&
    labeled(
      'sendTo',
      words.actions.sendTo,
      select(
        'sendTo',
        form.services.map(({ id, name }) => [id, name]),
      ),
    )
  }</div>
<div class="options">${tick('isLast', words.isLast)}</div>
<div class="field"><label for="rule-name">${words.name}</label><input class="in" id="rule-name" name="name" maxlength="${maxLength.ruleName}" value="${fields.name ?? ''}" dir="auto"></div>
<p class="acts"><button class="btn main">${words.save}</button><button class="btn" name="preview" value="1">${words.preview}</button></p>
</form>
${log && fields.id !== undefined && logOf(log, fields.id, reader)}`
  return settingsPageOf(reader, {
    in: 'mutes',
    title,
    parent: { path: rulesHome, name: settings.pages.mutes },
    body,
  })

  function labeled(name: RuleFieldName, label: string, control: Piece): Html {
    return html`<div class="field"><label for="rule-${name}">${label}</label>${control}</div>`
  }
  function line(name: keyof typeof words.conditions, most: number = maxLength.followed): Html {
    const isCode = patternFields.some((each) => each === name)
    return labeled(
      name,
      words.conditions[name],
      html`<input class="in" id="rule-${name}" name="${name}" maxlength="${most}" value="${fields[name] ?? ''}" dir="auto"${isCode && html` spellcheck="false" autocapitalize="off"`}${fault?.field === name && html` aria-invalid="true"`}>`,
    )
  }
  function count(name: 'longerThan' | 'shorterThan'): Html {
    return labeled(
      name,
      words.conditions[name],
      html`<input class="in" id="rule-${name}" name="${name}" type="number" min="1" max="1000000" value="${fields[name] ?? ''}">`,
    )
  }
  function choice(
    name: 'feed' | 'folder' | 'language' | 'articleKind' | 'isCopy',
    values: readonly (readonly [string, string])[],
  ): Html {
    return labeled(name, words.conditions[name], select(name, values))
  }
  function select(name: RuleFieldName, values: readonly (readonly [string, string])[]): Html {
    const chosen = fields[name] ?? ''
    const isKnown = chosen === '' || values.some(([value]) => value === chosen)
    const all = isKnown ? values : [...values, [chosen, chosen] as const]
    return html`<select class="in" id="rule-${name}" name="${name}"><option value="">${name === 'sendTo' ? '–' : words.any}</option>${all.map(([value, label]) => html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`)}</select>`
  }
  function tick(name: 'read' | 'save' | 'alert' | 'isLast', label: string): Html {
    return html`<label><input type="checkbox" name="${name}" value="1"${fields[name] !== undefined && html` checked`}>${label}</label>`
  }
}

function labelOf(field: RuleFieldName, { words: { rules } }: Reader): string {
  return { ...rules.conditions, ...rules.actions }[field as keyof typeof rules.conditions] ?? ''
}

function hasMore(fields: RuleFields): boolean {
  const { title: _title, text: _text, feed: _feed, folder: _folder, ...others } = fields
  const more: readonly RuleFieldName[] = [
    'titleNot',
    'textNot',
    'author',
    'language',
    'articleKind',
    'isCopy',
    'longerThan',
    'shorterThan',
    'titlePattern',
    'textPattern',
    'source',
  ]
  return more.some((name) => others[name as keyof typeof others] !== undefined)
}

function languageChoices({ language }: RuleFields, { words }: Reader): readonly (readonly [string, string])[] {
  const codes = language === undefined || languages.includes(language) ? languages : [...languages, language]
  return codes
    .map((code) => [code, languageName(code, words.locale)] as const)
    .toSorted(([, a], [, b]) => a.localeCompare(b, words.locale))
}

function previewOf({ matched, total, isCut, first }: RulePreview, reader: Reader): Html {
  const { rules: words, number } = reader.words
  const said = (isCut ? words.matchedCut : words.matched)(number(matched), number(total))
  return html`<div class="notice" role="status"><p><b>${said}</b></p>${
    first.length > 0 &&
    html`<ul class="plain">${first.map(
      ({ id, title, feedTitle, publishedAt }) =>
        html`<li><a href="/entries/${id}">${foreign(title)}</a> <small>${foreign(feedTitle)} · ${shortWhen(publishedAt, reader)}</small></li>`,
    )}</ul>`
  }</div>`
}

/** What a rule did, each with a button that undoes it. */
function logOf({ effects, next }: RuleLog, id: string, reader: Reader): Html {
  const { rules: words } = reader.words
  const undo = (label: string, fields: Record<string, string> = {}, of?: string) =>
    buttonForm(reader, {
      action: `${rulePath(id)}/undo`,
      fields,
      label,
      variant: 'quiet',
      ...(of !== undefined && { button: html` aria-label="${label}${reader.words.colon}${of}"` }),
    })
  return html`<section id="log"><h2 class="hd">${words.log}</h2>
<div class="acts">${buttonForm(reader, { action: `${rulePath(id)}/apply`, label: words.applyNow })}${effects.some(({ undoneAt }) => undoneAt === undefined) && undo(words.undoAll)}</div>
${effects.length === 0 ? html`<p class="note more">${words.logNone}</p>` : html`<p class="note">${words.sentNote}</p>`}
${effects.map((effect) => {
  const did = joined(
    [
      effect.isRead && words.did.read,
      effect.isStarred && words.did.save,
      effect.tags.length > 0 &&
        html`${words.did.tag} ${joined(
          effect.tags.map((tag) => foreign(tag)),
          ', ',
        )}`,
      effect.hiddenUntil !== undefined && words.did.hide,
    ],
    ', ',
  )
  return html`<div class="st"><b><a href="/entries/${effect.entryId}">${foreign(effect.title)}</a></b><p>${joined([shortWhen(effect.at, reader), did, effect.undoneAt !== undefined && words.did.undone], ' · ')}</p>${effect.undoneAt === undefined ? undo(words.undo, { entry: effect.entryId }, effect.title) : html`<span></span>`}</div>
`
})}${next !== undefined && html`<p class="more"><a class="btn" rel="next" href="${rulePath(id)}${queryOf({ cursor: next })}#log">${reader.words.olderEntries}</a></p>`}</section>`
}
