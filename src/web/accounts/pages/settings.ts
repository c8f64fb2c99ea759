import { type PreferenceName, preferenceValues } from '../../../core/preferences.ts'
import { mayMark } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import {
  chooser,
  savedNotice,
  savingForm,
  segment,
  settingRow,
  settingsPageOf,
  toggle,
} from '../../layout/settings-frame.ts'
import { absolute, formatter } from '../../layout/time.ts'
import { interfaceLanguages, type Reader } from '../../reader.ts'

type SettingWords = Reader['words']['settings']
type Segmented = keyof SettingWords['values'] | 'theme' | 'riverShow' | 'riverLook'

/** A setting with its values side by side. */
function oneOf(name: Segmented, reader: Reader, help?: string): Html {
  const labels: Readonly<Record<string, string>> = valueNames(name, reader.words)
  const values = ordered(name).map((value) => [value, labels[value] ?? value] as const)
  const control = segment(name, values, reader.preferences[name], `n-${name}`)
  return row(name, control, reader, help)
}

/** What the values of a setting are called; those shown elsewhere too have their words there. */
function valueNames(name: Segmented, { themes, shows, river, settings }: Reader['words']) {
  if (name === 'theme') return themes
  if (name === 'riverShow') return shows
  if (name === 'riverLook') return river.layouts
  return settings.values[name]
}

/** A setting that is on or off. */
function onOff(name: 'feedNotices' | 'foldCopies' | 'history' | 'keys' | 'storiesInApps', reader: Reader): Html {
  const { settings: words } = reader.words
  return row(
    name,
    toggle(name, reader.preferences[name] === 'on', `n-${name}`),
    reader,
    name === 'keys' ? undefined : words.notes[name],
  )
}

type SettingName = keyof SettingWords['names'] | 'language' | 'riverShow'

function settingName(name: SettingName, { language, show, settings }: Reader['words']): string {
  return name === 'language' ? language : name === 'riverShow' ? show : settings.names[name]
}

function row(name: SettingName, control: Html, reader: Reader, help?: string): Html {
  const look = name in looks ? name : undefined
  return settingRow(settingName(name, reader.words), control, {
    id: `n-${name}`,
    ...(help !== undefined && { help }),
    ...(look !== undefined && { look }),
  })
}

/** What a script shows at once when it was saved: an attribute of the page, or the whole page again. */
const looks: Partial<Record<PreferenceName, true>> = {
  theme: true,
  density: true,
  textSize: true,
  typeface: true,
  keys: true,
  language: true,
}

/** Sizes from small to large; otherwise the default first. */
function ordered(name: Segmented): readonly string[] {
  if (name === 'textSize') return ['small', 'medium', 'large', 'largest']
  return preferenceValues(name)
}

function homeRow(reader: Reader): Html {
  const { frame } = reader.words
  const values = preferenceValues('home').map((value) => [value, frame.places[value]] as const)
  return row('home', segment('home', values, reader.preferences.home, 'n-home'), reader)
}

function languageRow(reader: Reader): Html {
  const { settings: words } = reader.words
  const values = [
    ['auto', words.automatic] as const,
    ...interfaceLanguages.map(({ code, name }) => [code, name] as const),
  ]
  const control = chooser('language', values, reader.preferences.language, 'n-language')
  return row('language', control, reader)
}

function zoneRow(reader: Reader): Html {
  const { settings: words } = reader.words
  const chosen = reader.preferences.timeZone
  const known = Intl.supportedValuesOf('timeZone')
  const zones = chosen === '' || known.includes(chosen) ? known : [chosen, ...known]
  const values = [['', words.automatic] as const, ...zones.map((zone) => [zone, zone.replaceAll('_', ' ')] as const)]
  const control = chooser('timeZone', values, chosen, 'n-timeZone')
  return row('timeZone', control, reader, words.clock(absolute(reader.now, reader)))
}

function weekRow(reader: Reader): Html {
  const values = preferenceValues('weekStart').map((value) => [value, dayName(value, reader)] as const)
  return row('weekStart', chooser('weekStart', values, reader.preferences.weekStart, 'n-weekStart'), reader)
}

function dayName(value: string, reader: Reader): string {
  const day = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].indexOf(value)
  if (day < 0) return reader.words.settings.automatic
  // 1 January 2024 was a Monday.
  return formatter(reader, { weekday: 'long' }, 'UTC').format(Date.UTC(2024, 0, 1 + day))
}

/** The settings of reading: look, language, privacy. `isSaved`: a form without script was just saved. */
export function settingsPage(reader: Reader, isSaved = false): string {
  const { settings: words } = reader.words
  if (!mayMark(reader)) return guestPage(reader)
  const fields = html`${oneOf('theme', reader)}${oneOf('textSize', reader)}${oneOf('typeface', reader)}${oneOf('density', reader)}${homeRow(reader)}${oneOf('images', reader, words.notes.images)}
<h2 class="hd">${words.sections.language}</h2>
${languageRow(reader)}${zoneRow(reader)}${weekRow(reader)}
<h2 class="hd">${words.sections.privacy}</h2>
${onOff('history', reader)}${onOff('keys', reader)}`
  return settingsPageOf(reader, {
    in: 'reading',
    title: words.pages.reading,
    body: html`${savedNotice(isSaved, reader)}${savingForm('/settings', fields, reader)}`,
  })
}

/** For guests: what their browser keeps. */
function guestPage(reader: Reader): string {
  const { settings: words } = reader.words
  const preferences = { ...reader.preferences, theme: reader.theme, language: reader.language }
  const guest = { ...reader, preferences }
  return settingsPageOf(reader, {
    in: 'reading',
    title: words.pages.reading,
    body: savingForm('/preferences', html`${oneOf('theme', guest)}${languageRow(guest)}`, reader),
  })
}

/** The settings of the article list. */
export function listSettingsPage(reader: Reader, isSaved = false): string {
  const { settings: words } = reader.words
  const fields = html`${oneOf('markRead', reader)}${oneOf('riverLook', reader)}${oneOf('riverOrder', reader)}${oneOf('riverShow', reader)}${onOff('foldCopies', reader)}${onOff('feedNotices', reader)}`
  return settingsPageOf(reader, {
    in: 'list',
    title: words.pages.list,
    body: html`${savedNotice(isSaved, reader)}${savingForm('/settings', fields, reader)}`,
  })
}

/** Whether the day's stories are a feed of apps that read here; for the page of the apps. */
export function storiesInApps(reader: Reader): Html {
  return savingForm('/settings', onOff('storiesInApps', reader), reader)
}
