import { noPreferences, type Preferences } from '../core/preferences.ts'
import type { Role } from '../core/reader-identity.ts'
import { numberOf } from './numbers.ts'

/** An account. What is not chosen here has the value of an account in which nobody chose anything. */
export function user(
  { id, name, role }: { readonly id: string; readonly name: string; readonly role: Role },
  chosen: Preferences = noPreferences,
) {
  return {
    id: numberOf(id),
    username: name || id,
    is_admin: role === 'owner',
    theme: `${chosen.theme === 'auto' ? 'system' : chosen.theme}_${chosen.typeface === 'serif' ? 'serif' : 'sans_serif'}`,
    language: languages[chosen.language] ?? languages.auto,
    timezone: chosen.timeZone || 'UTC',
    entry_sorting_direction: chosen.riverOrder === 'oldest' ? 'asc' : 'desc',
    entry_sorting_order: 'published_at',
    categories_sorting_order: 'alphabetical',
    stylesheet: '',
    custom_js: '',
    external_font_hosts: '',
    google_id: '',
    openid_connect_id: '',
    entries_per_page: 100,
    keyboard_shortcuts: chosen.keys === 'on',
    show_reading_time: true,
    entry_swipe: true,
    gesture_nav: 'tap',
    last_login_at: null,
    display_mode: 'standalone',
    default_reading_speed: 265,
    cjk_reading_speed: 500,
    default_home_page: 'unread',
    mark_read_on_view: false,
    mark_read_on_media_player_completion: false,
    media_playback_rate: 1,
    block_filter_entry_rules: '',
    keep_filter_entry_rules: '',
    always_open_external_links: false,
    open_external_links_in_new_tab: true,
  }
}

const languages: Readonly<Record<string, string>> = { auto: 'en_US', en: 'en_US', fr: 'fr_FR', ar: 'ar_SA' }

/** What a change of an account sets here; a value that cannot be set has the name of its field in `unusable`. */
export function chosenIn(fields: Readonly<Record<string, unknown>>): {
  readonly preferences: Readonly<Record<string, string>>
  readonly unusable?: string
} {
  const preferences: Record<string, string> = {}
  for (const [field, read] of Object.entries(readers)) {
    const value = fields[field]
    if (value === undefined || value === null) continue
    const chosen = read(value)
    if (chosen === undefined) return { preferences: {}, unusable: field }
    Object.assign(preferences, chosen)
  }
  return { preferences }
}

type Chosen = Readonly<Record<string, string>> | undefined

const readers: Readonly<Record<string, (value: unknown) => Chosen>> = {
  theme: (value) => {
    const [, look, face] = /^(light|dark|system)_(sans_)?serif$/.exec(String(value)) ?? []
    if (look === undefined) return undefined
    return { theme: look === 'system' ? 'auto' : look, typeface: face === undefined ? 'serif' : 'sans' }
  },
  language: (value) => {
    const language = String(value).slice(0, 2)
    return ['en', 'fr', 'ar'].includes(language) ? { language } : undefined
  },
  timezone: (value) => (typeof value === 'string' ? { timeZone: value } : undefined),
  entry_sorting_direction: (value) =>
    value === 'asc' || value === 'desc' ? { riverOrder: value === 'asc' ? 'oldest' : 'newest' } : undefined,
  keyboard_shortcuts: (value) => (typeof value === 'boolean' ? { keys: value ? 'on' : 'off' } : undefined),
}
